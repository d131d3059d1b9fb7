#include "systemappearance.h"

#include "ui/theme/theme.h"

#ifdef Q_OS_WIN
#include <QtCore/QSettings>

#include <windows.h>
#else
#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusPendingCallWatcher>
#include <QtDBus/QDBusPendingReply>
#include <QtDBus/QDBusVariant>
#endif

namespace keyway {

using namespace Qt::StringLiterals;

// https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Settings.html
SystemAppearance::SystemAppearance(Theme *theme, QObject *parent)
    : QObject(parent)
    , m_theme(theme)
{
#ifdef Q_OS_WIN
    const QSettings colors(
        uR"(HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Themes\Personalize)"_s,
        QSettings::NativeFormat);
    theme->setSystemDark(colors.value("AppsUseLightTheme"_L1, 1).toInt() == 0);
    BOOL animated = TRUE;
    if (SystemParametersInfoW(SPI_GETCLIENTAREAANIMATION, 0, &animated, 0)) {
        theme->setReducedMotion(!animated);
    }
#elif !defined(Q_OS_MACOS)
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        return;
    }
    bus.connect(u"org.freedesktop.portal.Desktop"_s, u"/org/freedesktop/portal/desktop"_s,
                u"org.freedesktop.portal.Settings"_s, u"SettingChanged"_s, this,
                SLOT(settingChanged(QString, QString, QDBusVariant)));
    ask(u"org.freedesktop.appearance"_s, u"color-scheme"_s);
    ask(u"org.gnome.desktop.interface"_s, u"enable-animations"_s);
#endif
}

void SystemAppearance::apply(const QString &space, const QString &key, const QVariant &value)
{
    if (space == "org.freedesktop.appearance"_L1 && key == "color-scheme"_L1) {
        // 1 asks for dark, 2 for light; 0 has no wish, and the palette's lightness stands.
        const uint scheme = value.toUInt();
        if (scheme == 1 || scheme == 2) {
            m_theme->setSystemDark(scheme == 1);
        }
    } else if (space == "org.gnome.desktop.interface"_L1 && key == "enable-animations"_L1) {
        m_theme->setReducedMotion(!value.toBool());
    }
}

#ifdef Q_OS_WIN
void SystemAppearance::settingChanged(const QString &, const QString &, const QDBusVariant &) { }
void SystemAppearance::ask(const QString &, const QString &) { }
#else
void SystemAppearance::settingChanged(const QString &space, const QString &key,
                                      const QDBusVariant &value)
{
    apply(space, key, value.variant());
}

void SystemAppearance::ask(const QString &space, const QString &key)
{
    QDBusMessage question = QDBusMessage::createMethodCall(
        u"org.freedesktop.portal.Desktop"_s, u"/org/freedesktop/portal/desktop"_s,
        u"org.freedesktop.portal.Settings"_s, u"Read"_s);
    question << space << key;
    auto *watcher = new QDBusPendingCallWatcher(
        QDBusConnection::sessionBus().asyncCall(question, 3000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, space, key] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isValid()) {
            // Read() wraps the value in two variants, by its specification.
            QVariant value = reply.value().variant();
            if (value.canConvert<QDBusVariant>()) {
                value = value.value<QDBusVariant>().variant();
            }
            apply(space, key, value);
        }
    });
}
#endif

} // namespace keyway
