#include "ui/desktop/windowsettings.h"

#include <QtCore/QCryptographicHash>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

struct ModeName {
    Theme::Mode mode;
    QLatin1StringView name;
};
constexpr ModeName modeNames[]{{Theme::Mode::System, "system"_L1},
                               {Theme::Mode::Light, "light"_L1},
                               {Theme::Mode::Dark, "dark"_L1}};

} // namespace

WindowSettings::WindowSettings(const QString &dataDir)
    : m_settings(dataDir + "/window.ini"_L1, QSettings::IniFormat)
{
}

QString WindowSettings::groupOf(const QString &screens) const
{
    // An arrangement of screens is a long text with slashes: a short name of it will do.
    const QByteArray hash
        = QCryptographicHash::hash(screens.toUtf8(), QCryptographicHash::Sha256).toHex().left(12);
    return "window-"_L1 + QString::fromLatin1(hash);
}

std::optional<WindowState> WindowSettings::load(const QString &screens) const
{
    const QString group = groupOf(screens);
    if (!m_settings.contains(group + "/geometry"_L1))
        return std::nullopt;
    WindowState state;
    state.geometry = m_settings.value(group + "/geometry"_L1).toByteArray();
    state.rail = m_settings.value(group + "/rail"_L1).toBool();
    state.menuBar = m_settings.value(group + "/menuBar"_L1).toBool();
    return state;
}

void WindowSettings::save(const QString &screens, const WindowState &state)
{
    const QString group = groupOf(screens);
    m_settings.setValue(group + "/geometry"_L1, state.geometry);
    m_settings.setValue(group + "/rail"_L1, state.rail);
    m_settings.setValue(group + "/menuBar"_L1, state.menuBar);
    m_settings.sync();
}

Theme::Mode WindowSettings::themeMode() const
{
    const QString name = m_settings.value(u"theme"_s).toString();
    for (const ModeName &known : modeNames) {
        if (name == known.name)
            return known.mode;
    }
    return Theme::Mode::System;
}

void WindowSettings::setThemeMode(Theme::Mode mode)
{
    for (const ModeName &known : modeNames) {
        if (mode == known.mode)
            m_settings.setValue(u"theme"_s, QString(known.name));
    }
    m_settings.sync();
}

bool WindowSettings::tellsOnDesktop() const
{
    return m_settings.value(u"alerts/desktop"_s, true).toBool();
}

void WindowSettings::setTellsOnDesktop(bool tells)
{
    m_settings.setValue(u"alerts/desktop"_s, tells);
    m_settings.sync();
}

QStringList WindowSettings::columns(const QString &table) const
{
    return m_settings.value("columns/"_L1 + table).toStringList();
}

void WindowSettings::setColumns(const QString &table, const QStringList &columns)
{
    m_settings.setValue("columns/"_L1 + table, columns);
    m_settings.sync();
}

} // namespace keyway
