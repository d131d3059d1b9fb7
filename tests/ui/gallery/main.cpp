#include "samplepages.h"
#include "widgetsheet.h"

#include "ui/desktop/shell/noticearea.h"
#include "ui/theme/keywaystyle.h"
#include "ui/theme/theme.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/undomessage.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QDir>
#include <QtGui/QAction>
#include <QtGui/QFontDatabase>
#include <QtGui/QPainter>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QMenu>
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

void pictureShell(const QDir &folder, const QString &suffix)
{
    NoMemory memory;
    MainWindow window(&memory);
    addSamplePages(window);
    window.offer(Command::AddIntegration);
    window.offer(Command::Lock);
    window.setBadge(u"prompts"_s, 3);
    window.show();
    window.activateWindow();
    window.setAttribute(Qt::WA_KeyboardFocusChange);
    settle();
    save(folder, u"shell-"_s + suffix, window.grab());

    window.undoMessage().offer(u"OpenAI (GPT-4) is disabled."_s, &window, [] {});
    window.notices().post(
        {u"keychain"_s,
         Notice::Rank::KeychainLocked,
         Banner::Level::Warning,
         u"lock"_s,
         u"Your keychain is locked."_s,
         u"The keys are safe in GNOME Keyring, but Keyway cannot use them until you "
         "unlock it. Costs and history stay readable."_s,
         {{u"unlock"_s, u"Unlock keychain"_s, ButtonKind::Primary}},
         false});
    window.notices().post({u"demo"_s,
                           Notice::Rank::Demo,
                           Banner::Level::Info,
                           {},
                           u"This is a demo."_s,
                           {},
                           {},
                           true});
    settle();
    save(folder, u"shell-locked-"_s + suffix, window.grab());

    window.resize(900, 640);
    settle();
    save(folder, u"shell-narrow-"_s + suffix, window.grab());
    window.resize(820, 560);
    settle();
    save(folder, u"shell-smallest-"_s + suffix, window.grab());
    window.resize(1280, 800);
    window.notices().remove(u"keychain"_s);
    window.showPage(u"prompts"_s);
    settle();
    save(folder, u"shell-empty-"_s + suffix, window.grab());

    Dialog *dialog = makeSampleDialog(&window);
    dialog->open();
    settle();
    QPixmap both = window.grab();
    {
        QPainter painter(&both);
        painter.drawPixmap(
            QPoint((both.width() - dialog->width()) / 2, (both.height() - dialog->height()) / 2),
            dialog->grab());
    }
    save(folder, u"dialog-"_s + suffix, both);
    dialog->close();

    auto *combo = window.page(u"integrations"_s)->findChild<QComboBox *>();
    window.showPage(u"integrations"_s);
    combo->showPopup();
    settle();
    save(folder, u"combo-"_s + suffix, combo->view()->window()->grab());
    combo->hidePopup();

    QMenu *view = window.menus().menus().value(2);
    view->popup(QPoint(0, 0));
    settle();
    save(folder, u"menu-"_s + suffix, view->grab());
    view->close();
    window.menus().action(Command::Shortcuts)->trigger();
    settle();
    save(folder, u"shortcuts-"_s + suffix, window.findChildren<Dialog *>().constLast()->grab());
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
        pictureShell(folder, suffix);
    }
    return 0;
}
