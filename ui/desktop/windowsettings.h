#pragma once

#include "ui/desktop/shell/windowmemory.h"
#include "ui/theme/theme.h"

#include <QtCore/QSettings>
#include <QtCore/QStringList>

namespace keyway {

/// What windows remember, in `window.ini` of the data folder: places, sizes, columns and the theme.
/// Nothing of it matters to the records, and losing it costs nothing.
class WindowSettings final : public WindowMemory {
public:
    explicit WindowSettings(const QString &dataDir);

    std::optional<WindowState> load(const QString &screens) const override;
    void save(const QString &screens, const WindowState &state) override;

    Theme::Mode themeMode() const;
    void setThemeMode(Theme::Mode mode);

    /// Whether alerts are shown on the desktop, too.
    bool tellsOnDesktop() const;
    void setTellsOnDesktop(bool tells);

    /// How the user arranged the columns of a table; empty: as at first.
    QStringList columns(const QString &table) const;
    void setColumns(const QString &table, const QStringList &columns);

private:
    QString groupOf(const QString &screens) const;

    mutable QSettings m_settings;
};

} // namespace keyway
