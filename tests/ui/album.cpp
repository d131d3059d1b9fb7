#include "tests/ui/album.h"

#include "ui/theme/keywaystyle.h"
#include "ui/words/translation.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QElapsedTimer>
#include <QtCore/QThread>
#include <QtGui/QFontDatabase>
#include <QtGui/QPixmap>
#include <QtWidgets/QApplication>
#include <QtWidgets/QWidget>

#include <cstdio>
#include <memory>

namespace keyway {

using namespace Qt::StringLiterals;

Album::Album(const QLocale &english)
{
    QCommandLineParser parser;
    const QCommandLineOption out(u"out"_s, u"Folder for the pictures"_s, u"folder"_s, u"."_s);
    const QCommandLineOption family(u"font"_s, u"Font family, 13 px"_s, u"family"_s);
    const QCommandLineOption text(u"text"_s, u"Size of the text"_s, u"percent"_s, u"100"_s);
    const QCommandLineOption german(u"german"_s, u"In German"_s);
    const QCommandLineOption only(u"only"_s, u"Pictures whose name contains this"_s, u"part"_s);
    parser.addOptions({out, family, text, german, only});
    parser.addHelpOption();
    parser.process(*qApp);
    QFont font = QApplication::font();
    if (parser.isSet(family) && QFontDatabase::families().contains(parser.value(family)))
        font = QFont(parser.value(family));
    if (parser.isSet(family) || parser.isSet(text))
        font.setPixelSize(13 * parser.value(text).toInt() / 100);
    QApplication::setFont(font);
    QLocale::setDefault(parser.isSet(german) ? QLocale(QLocale::German) : english);
    words::loadTranslation(m_translator);
    QApplication::installTranslator(&m_translator);
    m_style = KeywayStyle::install(*qApp);
    m_folder = QDir(parser.value(out));
    m_folder.mkpath(u"."_s);
    m_only = parser.value(only);
}

Theme &Album::theme() const
{
    return m_style->theme();
}

void Album::inBothThemes(const std::function<void(const QString &theme)> &draw)
{
    theme().setMode(Theme::Mode::Light);
    draw(u"light"_s);
    theme().setMode(Theme::Mode::Dark);
    draw(u"dark"_s);
}

void Album::draw(const QList<QSize> &windows, const QList<Picture> &pictures,
                 std::chrono::milliseconds settleTime)
{
    inBothThemes([&](const QString &themeName) {
        for (const QSize &window : windows) {
            for (const Picture &picture : pictures) {
                const QString name
                    = u"%1-%2-%3"_s.arg(picture.name).arg(window.width()).arg(themeName);
                if (!name.contains(m_only))
                    continue;
                const std::unique_ptr<QWidget> widget(picture.make(window));
                widget->setAttribute(Qt::WA_DeleteOnClose, false);
                widget->show();
                settle(settleTime);
                save(name, widget->grab());
            }
        }
    });
}

void Album::save(const QString &name, const QPixmap &picture) const
{
    const QString path = m_folder.filePath(name + u".png"_s);
    std::printf("%s %s\n", picture.save(path) ? "wrote" : "could not write", qPrintable(path));
}

void Album::settle(std::chrono::milliseconds time)
{
    QElapsedTimer timer;
    timer.start();
    do {
        QCoreApplication::processEvents();
        QThread::msleep(2);
    } while (timer.elapsed() < time.count());
}

} // namespace keyway
