#include "tests/ui/integrations/fakebackend.h"
#include "tests/ui/integrations/sampledata.h"
#include "ui/desktop/integrations/addintegrationdialog.h"
#include "ui/desktop/integrations/configuredialog.h"
#include "ui/desktop/integrations/connectstep.h"
#include "ui/desktop/integrations/firstservices.h"
#include "ui/desktop/integrations/integrationspage.h"
#include "ui/desktop/integrations/keyfield.h"
#include "ui/desktop/integrations/limitrow.h"
#include "ui/desktop/integrations/removequestion.h"
#include "ui/desktop/integrations/vaultdialog.h"
#include "ui/theme/keywaystyle.h"
#include "ui/theme/theme.h"
#include "ui/widgets/disclosure.h"
#include "ui/widgets/switch.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QDir>
#include <QtGui/QClipboard>
#include <QtGui/QFontDatabase>
#include <QtWidgets/QApplication>
#include <QtWidgets/QTabBar>

#include <cstdio>
#include <functional>
#include <memory>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

/// What is left of a window of this size beside sidebar, title and status bar.
struct Area {
    QString name;
    QSize size;
};

QWidget *pageWith(const engine::Overview &overview, const KeychainStatus &keychain)
{
    auto *page = new IntegrationsPage;
    page->setStatusPages({{u"openai"_s, QUrl(u"https://status.openai.com"_s)}});
    page->setOverview(overview, sample::now());
    page->setKeychain(keychain, false);
    page->firstServices()->setOffers({{u"ollama"_s, u"Ollama"_s, u"Local, no key needed"_s, true},
                                      {u"anthropic"_s, u"Anthropic"_s, u"Text"_s, false},
                                      {u"openai"_s, u"OpenAI"_s, u"Text and images"_s, false},
                                      {u"stability"_s, u"Stability AI"_s, u"Images"_s, false}});
    return page;
}

AddIntegrationDialog *addDialog(FakeBackend *backend, QWidget *parent)
{
    auto *dialog = new AddIntegrationDialog(backend, {u"openai"_s, u"anthropic"_s, u"stability"_s},
                                            {u"OpenAI"_s}, sample::today(), parent);
    dialog->setKeychain({KeychainState::Ready, u"GNOME Keyring"_s, {}});
    return dialog;
}

QWidget *connectWith(FakeBackend *backend, const QString &service, const QString &key)
{
    auto *dialog = addDialog(backend, nullptr);
    dialog->connectTo(service);
    ConnectStep *step = dialog->connectStep();
    step->limit()->toggle()->setChecked(true);
    step->advanced()->setExpanded(true);
    if (step->key()) {
        QGuiApplication::clipboard()->setText(key);
        step->key()->edit()->paste();
        QGuiApplication::clipboard()->clear();
        step->checker()->checkNow();
    }
    return dialog;
}

QWidget *configureWith(FakeBackend *backend, int tab)
{
    engine::IntegrationSummary summary = sample::overview().integrations.first();
    summary.integration.baseUrl = QUrl(u"https://api.openai.com/v1"_s);
    auto *dialog = new ConfigureDialog(summary, sample::today(), sample::now(), backend, nullptr);
    dialog->tabs()->setCurrentIndex(tab);
    return dialog;
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption out(u"out"_s, u"Folder for the pictures"_s, u"folder"_s, u"."_s);
    const QCommandLineOption family(u"font"_s, u"Font family, 13 px"_s, u"family"_s);
    const QCommandLineOption only(u"only"_s, u"Pictures whose name contains this"_s, u"text"_s);
    parser.addOptions({out, family, only});
    parser.addHelpOption();
    parser.process(app);
    if (parser.isSet(family) && QFontDatabase::families().contains(parser.value(family))) {
        QFont font(parser.value(family));
        font.setPixelSize(13);
        QApplication::setFont(font);
    }
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    KeywayStyle *style = KeywayStyle::install(app);
    const QDir folder(parser.value(out));
    folder.mkpath(u"."_s);

    const KeychainStatus ready{KeychainState::Ready, u"GNOME Keyring"_s, {}};
    const KeychainStatus locked{KeychainState::Locked, u"GNOME Keyring"_s, {}};
    const KeychainStatus none{KeychainState::Unavailable, {}, {}};
    FakeBackend works;
    KeyCheck check;
    check.duration = std::chrono::milliseconds(290);
    for (int i = 0; i < 14; ++i)
        check.models += u"model-%1"_s.arg(i);
    works.keyAnswer = Result<KeyCheck>(check);
    FakeBackend refuses;
    Error::ServiceReply reply;
    reply.httpStatus = 401;
    reply.code = u"invalid_api_key"_s;
    refuses.keyAnswer = Result<KeyCheck>(Error(Error::Kind::Auth).withReply(reply));
    FakeBackend away;
    away.keyAnswer = Result<KeyCheck>(Error(Error::Kind::Network));
    const QString key = u"sk-proj-"_s + QString(40, u'x') + u"Wm3d"_s;
    struct State {
        QString name;
        std::function<QWidget *()> make;
        bool dialog = false;
    };
    const QList<State> states{
        {u"page"_s, [&] { return pageWith(sample::overview(), ready); }},
        {u"page-down"_s, [&] { return pageWith(sample::downOverview(), ready); }},
        {u"page-locked"_s, [&] { return pageWith(sample::lockedOverview(), locked); }},
        {u"page-no-keychain"_s, [&] { return pageWith(sample::overview(), none); }},
        {u"page-empty"_s, [&] { return pageWith(sample::emptyOverview(), ready); }},
        {u"page-wordy"_s, [&] { return pageWith(sample::wordyOverview(), ready); }},
        {u"add-choose"_s, [&] { return addDialog(&works, nullptr); }, true},
        {u"add-works"_s, [&] { return connectWith(&works, u"openai"_s, key); }, true},
        {u"add-refused"_s, [&] { return connectWith(&refuses, u"openai"_s, key); }, true},
        {u"add-away"_s, [&] { return connectWith(&away, u"stability"_s, key); }, true},
        {u"add-shape"_s, [&] { return connectWith(&works, u"anthropic"_s, key); }, true},
        {u"add-custom"_s, [&] { return connectWith(&works, u"custom"_s, {}); }, true},
        {u"add-local"_s, [&] { return connectWith(&away, u"ollama"_s, {}); }, true},
        {u"configure-general"_s, [&] { return configureWith(&works, 0); }, true},
        {u"configure-models"_s, [&] { return configureWith(&works, 1); }, true},
        {u"configure-limits"_s, [&] { return configureWith(&works, 2); }, true},
        {u"configure-advanced"_s, [&] { return configureWith(&works, 3); }, true},
        {u"remove"_s,
         [&] {
             return new RemoveQuestion(sample::overview().integrations.first(), ready,
                                       QUrl(u"https://platform.openai.com"_s), nullptr);
         },
         true},
        {u"vault-create"_s,
         [&] { return new VaultDialog(VaultDialog::Task::Create, &works, nullptr); }, true},
    };
    for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        style->theme().setMode(mode);
        for (const Area &area : {Area{u"1280"_s, {1068, 738}}, Area{u"900"_s, {844, 578}}}) {
            for (const State &state : states) {
                const QString name = u"%1-%2-%3.png"_s.arg(
                    state.name, area.name, mode == Theme::Mode::Light ? u"light"_s : u"dark"_s);
                if (!name.contains(parser.value(only)))
                    continue;
                const std::unique_ptr<QWidget> widget(state.make());
                widget->setAttribute(Qt::WA_DeleteOnClose, false);
                if (!state.dialog)
                    widget->resize(area.size);
                else if (area.name == u"900"_s)
                    widget->resize(widget->size().boundedTo({700, 560}));
                widget->show();
                for (int i = 0; i < 10; ++i)
                    QCoreApplication::processEvents();
                const bool saved = widget->grab().save(folder.filePath(name));
                std::printf("%s %s\n", saved ? "wrote" : "could not write", qPrintable(name));
            }
        }
    }
    return 0;
}
