#include "samplepages.h"
#include "widgetsheet.h"

#include "tests/ui/album.h"
#include "ui/desktop/shell/noticearea.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/undomessage.h"

#include <QtGui/QAction>
#include <QtGui/QPainter>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>

#include <memory>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

using std::chrono::milliseconds;

void pictureShell(const Album &album, const QString &suffix)
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
    Album::settle(milliseconds(20));
    album.save(u"shell-"_s + suffix, window.grab());

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
    Album::settle(milliseconds(20));
    album.save(u"shell-locked-"_s + suffix, window.grab());

    window.resize(900, 640);
    Album::settle(milliseconds(20));
    album.save(u"shell-narrow-"_s + suffix, window.grab());
    window.resize(820, 560);
    Album::settle(milliseconds(20));
    album.save(u"shell-smallest-"_s + suffix, window.grab());
    window.resize(1280, 800);
    window.notices().remove(u"keychain"_s);
    window.showPage(u"prompts"_s);
    Album::settle(milliseconds(20));
    album.save(u"shell-empty-"_s + suffix, window.grab());

    Dialog *dialog = makeSampleDialog(&window);
    dialog->open();
    Album::settle(milliseconds(20));
    QPixmap both = window.grab();
    {
        QPainter painter(&both);
        painter.drawPixmap(
            QPoint((both.width() - dialog->width()) / 2, (both.height() - dialog->height()) / 2),
            dialog->grab());
    }
    album.save(u"dialog-"_s + suffix, both);
    dialog->close();

    auto *combo = window.page(u"integrations"_s)->findChild<QComboBox *>();
    window.showPage(u"integrations"_s);
    combo->showPopup();
    Album::settle(milliseconds(20));
    album.save(u"combo-"_s + suffix, combo->view()->window()->grab());
    combo->hidePopup();

    QMenu *view = window.menus().menus().value(2);
    view->popup(QPoint(0, 0));
    Album::settle(milliseconds(20));
    album.save(u"menu-"_s + suffix, view->grab());
    view->close();
    window.menus().action(Command::Shortcuts)->trigger();
    Album::settle(milliseconds(20));
    album.save(u"shortcuts-"_s + suffix, window.findChildren<Dialog *>().constLast()->grab());
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QApplication app(argc, argv);
    Album album(QLocale(QLocale::English, QLocale::UnitedStates));
    album.inBothThemes([&album](const QString &suffix) {
        const std::unique_ptr<QWidget> sheet(makeWidgetSheet());
        sheet->resize(1280, 900);
        sheet->show();
        sheet->activateWindow();
        sheet->setAttribute(Qt::WA_KeyboardFocusChange);
        if (auto *button = sheet->findChild<QPushButton *>(u"focused"_s)) {
            button->setFocus(Qt::TabFocusReason);
        }
        Album::settle(milliseconds(20));
        album.save(u"widgets-"_s + suffix, sheet->grab());
        pictureShell(album, suffix);
    });
    return 0;
}
