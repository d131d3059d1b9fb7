#include "tests/ui/album.h"
#include "tests/ui/settings/fakeaccount.h"
#include "tests/ui/settings/fakerouting.h"
#include "ui/desktop/settings/accountcontroller.h"
#include "ui/desktop/settings/accountpage.h"
#include "ui/desktop/settings/passworddialogs.h"
#include "ui/desktop/settings/routingcontroller.h"
#include "ui/desktop/settings/routingpage.h"
#include "ui/desktop/settings/settinggroup.h"
#include "ui/desktop/settings/settingspage.h"
#include "ui/desktop/settings/syncdetails.h"
#include "ui/desktop/settings/syncwords.h"
#include "ui/desktop/shell/mainwindow.h"
#include "ui/desktop/shell/windowmemory.h"
#include "ui/widgets/keyfield.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>

#include <memory>

using namespace keyway;
using namespace Qt::StringLiterals;

// Pictures of every state of Settings, to look at.

namespace {

class NoMemory final : public WindowMemory {
public:
    std::optional<WindowState> load(const QString &) const override { return {}; }
    void save(const QString &, const WindowState &) override { }
};

void type(QWidget *field, const QString &text)
{
    QKeyEvent press(QEvent::KeyPress, Qt::Key_unknown, Qt::NoModifier, text);
    QApplication::sendEvent(field, &press);
}

} // namespace

int main(int argc, char *argv[])
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    Album album(QLocale(QLocale::English, QLocale::UnitedStates));
    NoMemory memory;

    struct State {
        QString name;
        SyncStatus status;
        std::function<QWidget *(AccountPage *, FakeAccount *)> dialog = {};
        std::optional<RoutingValue> routing = {}; ///< that section is shown
    };
    const auto failing = [](Error::Kind kind, const QString &reason) {
        return sample::failing(Error(kind).withReason(reason));
    };
    SyncStatus clock = failing(Error::Kind::Rejected, u"wrong-clock"_s);
    clock.clockAhead = std::chrono::hours(75);
    const auto signIn = [](SignInDialog::Step step) {
        return [step](AccountPage *page, FakeAccount *backend) -> QWidget * {
            auto *dialog = new SignInDialog(SignInDialog::Step::SignIn, 214, backend, page);
            dialog->email()->setText(u"demo@keyway.example"_s);
            dialog->setStep(step);
            if (step == SignInDialog::Step::SignUp)
                type(dialog->password()->edit(), u"short"_s);
            return dialog;
        };
    };
    const QList<State> states{
        {u"routing"_s, sample::synced(), {}, sample::routing()},
        {u"routing-wishes"_s, sample::synced(), {}, sample::wishes()},
        {u"routing-nobody"_s, sample::synced(), {}, RoutingValue()},
        {u"no-server"_s, sample::signedOut(false)},
        {u"nobody"_s, sample::signedOut()},
        {u"synced"_s, sample::synced()},
        {u"with-more"_s, sample::withMore()},
        {u"away"_s, failing(Error::Kind::Network, {})},
        {u"signed-out"_s, failing(Error::Kind::Auth, u"revoked"_s)},
        {u"certificate"_s, failing(Error::Kind::Untrusted, u"tls"_s)},
        {u"clock"_s, clock},
        {u"keychain"_s, failing(Error::Kind::Keychain, u"locked"_s)},
        {u"dialog-sign-in"_s, sample::signedOut(), signIn(SignInDialog::Step::SignIn)},
        {u"dialog-sign-up"_s, sample::signedOut(), signIn(SignInDialog::Step::SignUp)},
        {u"dialog-confirm"_s, sample::signedOut(), signIn(SignInDialog::Step::Confirm)},
        {u"dialog-reset"_s, sample::signedOut(), signIn(SignInDialog::Step::Reset)},
        {u"dialog-password"_s, sample::synced(),
         [](AccountPage *page, FakeAccount *backend) -> QWidget * {
             return new ChangePasswordDialog(backend, page);
         }},
        {u"dialog-delete"_s, sample::synced(),
         [](AccountPage *page, FakeAccount *backend) -> QWidget * {
             return new DeleteAccountDialog(u"demo@keyway.example"_s, backend, page);
         }},
        {u"dialog-record"_s, sample::synced(),
         [](AccountPage *page, FakeAccount *) -> QWidget * {
             return new LastRecordDialog(sample::sentRecord(), page);
         }},
        {u"dialog-not-taken"_s, sample::withMore(),
         [](AccountPage *page, FakeAccount *) -> QWidget * {
             return new NotTakenDialog(sample::withMore(), sample::syncNow(), page);
         }},
    };
    const auto picture = [&memory](const State &state) {
        return [&memory, state](const QSize &size) -> QWidget * {
            auto *window = new MainWindow(&memory);
            auto *backend = new FakeAccount;
            backend->setParent(window);
            backend->now = state.status;
            if (state.status.error && state.status.error->kind() != Error::Kind::Rejected)
                backend->devicesProblem = *state.status.error;
            for (const char *id : {"integrations", "prompts", "studio"}) {
                PageEntry other;
                other.id = QLatin1String(id);
                other.title = other.id;
                other.icon = other.id;
                other.make = [](QWidget *parent) { return new Page(parent); };
                window->addPage(other);
            }
            PageEntry entry;
            entry.id = u"settings"_s;
            entry.title = u"Settings"_s;
            entry.icon = u"settings"_s;
            entry.atFoot = true;
            entry.make = [](QWidget *parent) {
                auto *settings = new SettingsPage(parent);
                settings->addSection(u"routing"_s, u"Routing"_s, u"fallback"_s,
                                     [](QWidget *its) { return new RoutingPage(its); });
                settings->addSection(u"account"_s, u"Account & sync"_s, u"cloud"_s,
                                     [](QWidget *its) { return new AccountPage(its); });
                return settings;
            };
            window->addPage(entry);
            window->showPage(entry.id);
            auto *settings = static_cast<SettingsPage *>(window->page(entry.id));
            settings->showSection(state.routing ? u"routing"_s : u"account"_s);
            if (state.routing) {
                auto *routing = new FakeRouting;
                routing->setParent(window);
                routing->now = *state.routing;
                auto *its = static_cast<RoutingPage *>(settings->section(u"routing"_s));
                (new RoutingController(its, routing, &window->undoMessage(), window))->start();
            }
            auto *page = static_cast<AccountPage *>(settings->section(u"account"_s));
            (new AccountController(page, backend, &sample::syncNow, window))->start();
            const SyncWord word = syncWord(state.status, sample::syncNow());
            StatusLine line;
            line.keychain = StatusLine::Keychain::Unlocked;
            line.sync = word.text;
            line.syncWrong = word.wrong;
            line.services = line.ready = 4;
            window->setStatus(line);
            window->resize(size);
            if (!state.dialog)
                return window;
            auto *dialog = qobject_cast<QDialog *>(state.dialog(page, backend));
            QObject::connect(dialog, &QObject::destroyed, window, &QObject::deleteLater);
            return dialog;
        };
    };
    QList<Album::Picture> pictures;
    for (const State &state : states)
        pictures.append({state.name, picture(state)});
    album.draw({QSize(1280, 800), QSize(900, 640)}, pictures, std::chrono::milliseconds(250));
    return 0;
}
