#include "widgetsheet.h"

#include "ui/theme/keywaystyle.h"
#include "ui/theme/theme.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QDir>
#include <QtGui/QFontDatabase>
#include <QtWidgets/QApplication>
#include <QtWidgets/QPushButton>

#include <cstdio>
#include <memory>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

void save(const QDir &folder, const QString &name, const QPixmap &picture)
{
    const QString path = folder.filePath(name + u".png"_s);
    std::printf("%s %s\n", picture.save(path) ? "wrote" : "could not write", qPrintable(path));
}

void settle()
{
    for (int i = 0; i < 3; ++i) {
        QCoreApplication::processEvents();
    }
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption out(u"out"_s, u"Folder for the pictures"_s, u"folder"_s, u"."_s);
    const QCommandLineOption family(u"font"_s, u"Font family, 13 px"_s, u"family"_s);
    parser.addOptions({out, family});
    parser.addHelpOption();
    parser.process(app);
    if (parser.isSet(family) && QFontDatabase::families().contains(parser.value(family))) {
        QFont font(parser.value(family));
        font.setPixelSize(13);
        QApplication::setFont(font);
    }
    KeywayStyle *style = KeywayStyle::install(app);
    const QDir folder(parser.value(out));
    folder.mkpath(u"."_s);
    for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        style->theme().setMode(mode);
        const QString suffix = mode == Theme::Mode::Light ? u"light"_s : u"dark"_s;
        const std::unique_ptr<QWidget> sheet(makeWidgetSheet());
        sheet->resize(1280, 900);
        sheet->show();
        sheet->activateWindow();
        sheet->setAttribute(Qt::WA_KeyboardFocusChange);
        if (auto *button = sheet->findChild<QPushButton *>(u"focused"_s)) {
            button->setFocus(Qt::TabFocusReason);
        }
        settle();
        save(folder, u"widgets-"_s + suffix, sheet->grab());
    }
    return 0;
}
