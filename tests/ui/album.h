#pragma once

#include "ui/theme/theme.h"

#include <QtCore/QDir>
#include <QtCore/QList>
#include <QtCore/QSize>
#include <QtCore/QTranslator>

#include <chrono>
#include <functional>

class QPixmap;
class QWidget;

namespace keyway {

class KeywayStyle;

/// The frame of a program that writes pictures of widgets, to look at. Reads the arguments of the
/// running application: --out FOLDER, --font FAMILY, --text PERCENT, --german, --only PART.
class Album {
public:
    struct Picture {
        QString name;
        /// Made for a window of this size; the caller owns it.
        std::function<QWidget *(const QSize &window)> make;
    };

    explicit Album(const QLocale &english);

    Theme &theme() const;
    /// Calls `draw` in the light and in the dark theme, with "light" and "dark".
    void inBothThemes(const std::function<void(const QString &theme)> &draw);
    /// Each picture in both themes and for each window, once it stood for `settle`.
    void draw(const QList<QSize> &windows, const QList<Picture> &pictures,
              std::chrono::milliseconds settle);
    void save(const QString &name, const QPixmap &picture) const;
    /// Lets the events of so long happen.
    static void settle(std::chrono::milliseconds time);

private:
    QTranslator m_translator;
    KeywayStyle *m_style;
    QDir m_folder;
    QString m_only;
};

} // namespace keyway
