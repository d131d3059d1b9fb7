#include "tests/ui/album.h"
#include "tests/ui/integrations/fakebackend.h"
#include "tests/ui/integrations/sampledata.h"
#include "ui/desktop/integrations/addintegrationdialog.h"
#include "ui/desktop/integrations/configuredialog.h"
#include "ui/desktop/integrations/connectstep.h"
#include "ui/desktop/integrations/firstservices.h"
#include "ui/desktop/integrations/integrationspage.h"
#include "ui/desktop/integrations/limitrow.h"
#include "ui/desktop/integrations/reconciledialog.h"
#include "ui/desktop/integrations/removequestion.h"
#include "ui/desktop/integrations/vaultdialog.h"
#include "ui/widgets/disclosure.h"
#include "ui/widgets/keyfield.h"
#include "ui/widgets/switch.h"

#include <QtGui/QClipboard>
#include <QtWidgets/QApplication>
#include <QtWidgets/QTabBar>

#include <functional>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

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
    summary.integration.terms = sample::ownTerms();
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
    Album album(QLocale(QLocale::English, QLocale::UnitedKingdom));

    const KeychainStatus ready{KeychainState::Ready, u"GNOME Keyring"_s, {}};
    const KeychainStatus locked{KeychainState::Locked, u"GNOME Keyring"_s, {}};
    const KeychainStatus none{KeychainState::Unavailable, {}, {}};
    FakeBackend works;
    KeyCheck check;
    check.duration = std::chrono::milliseconds(290);
    for (int i = 0; i < 14; ++i)
        check.models += u"model-%1"_s.arg(i);
    works.keyAnswer = Result<KeyCheck>(check);
    works.admin = AdminKey{KeySource::Keychain, u"9TfA"_s, {}, {}};
    works.reconciliation = sample::reconciliation();
    FakeBackend refuses;
    Error::ServiceReply reply;
    reply.httpStatus = 401;
    reply.code = u"invalid_api_key"_s;
    refuses.keyAnswer = Result<KeyCheck>(Error(Error::Kind::Auth).withReply(reply));
    FakeBackend away;
    away.keyAnswer = Result<KeyCheck>(Error(Error::Kind::Network));
    const QString key = u"sk-proj-"_s + QString(40, u'x') + u"Wm3d"_s;
    const QString groqKey = u"gsk_"_s + QString(48, u'x') + u"Wm3d"_s;
    // What is left of the window beside sidebar, title and status bar.
    const auto page = [](const std::function<QWidget *()> &make) {
        return [make](const QSize &window) {
            QWidget *made = make();
            made->resize(window.width() < 1000 ? QSize(844, 578) : QSize(1068, 738));
            return made;
        };
    };
    const auto dialog = [](const std::function<QWidget *()> &make) {
        return [make](const QSize &window) {
            QWidget *made = make();
            if (window.width() < 1000)
                made->resize(made->size().boundedTo({700, 560}));
            return made;
        };
    };
    const QList<Album::Picture> pictures{
        {u"page"_s, page([&] { return pageWith(sample::overview(), ready); })},
        {u"page-down"_s, page([&] { return pageWith(sample::downOverview(), ready); })},
        {u"page-locked"_s, page([&] { return pageWith(sample::lockedOverview(), locked); })},
        {u"page-no-keychain"_s, page([&] { return pageWith(sample::overview(), none); })},
        {u"page-empty"_s, page([&] { return pageWith(sample::emptyOverview(), ready); })},
        {u"page-wordy"_s, page([&] { return pageWith(sample::wordyOverview(), ready); })},
        {u"add-choose"_s, dialog([&] { return addDialog(&works, nullptr); })},
        {u"add-works"_s, dialog([&] { return connectWith(&works, u"openai"_s, key); })},
        {u"add-refused"_s, dialog([&] { return connectWith(&refuses, u"openai"_s, key); })},
        {u"add-away"_s, dialog([&] { return connectWith(&away, u"stability"_s, key); })},
        {u"add-shape"_s, dialog([&] { return connectWith(&works, u"anthropic"_s, key); })},
        {u"add-cloud"_s, dialog([&] { return connectWith(&works, u"groq"_s, groqKey); })},
        {u"add-film"_s, dialog([&] { return connectWith(&works, u"runway"_s, {}); })},
        {u"add-azure"_s, dialog([&] { return connectWith(&works, u"azure"_s, {}); })},
        {u"add-custom"_s, dialog([&] { return connectWith(&works, u"custom"_s, {}); })},
        {u"add-local"_s, dialog([&] { return connectWith(&away, u"ollama"_s, {}); })},
        {u"configure-general"_s, dialog([&] { return configureWith(&works, 0); })},
        {u"configure-models"_s, dialog([&] { return configureWith(&works, 1); })},
        {u"configure-limits"_s, dialog([&] { return configureWith(&works, 2); })},
        {u"configure-advanced"_s, dialog([&] { return configureWith(&works, 3); })},
        {u"configure-without-admin-key"_s, dialog([&] { return configureWith(&away, 3); })},
        {u"check"_s, dialog([&] { return new ReconcileDialog(sample::today(), &works, nullptr); })},
        {u"remove"_s, dialog([&] {
             return new RemoveQuestion(sample::overview().integrations.first(), ready,
                                       QUrl(u"https://platform.openai.com"_s), nullptr);
         })},
        {u"vault-open"_s,
         dialog([&] { return new VaultDialog(VaultDialog::Task::Open, &works, nullptr); })},
        {u"vault-create"_s,
         dialog([&] { return new VaultDialog(VaultDialog::Task::Create, &works, nullptr); })},
    };
    album.draw({{1280, 800}, {900, 640}}, pictures, std::chrono::milliseconds(20));
    return 0;
}
