#include "app/desktop/composition.h"

#include "core/async/spawn.h"
#include "core/base/logging.h"
#include "ui/desktop/activity/activitycontroller.h"
#include "ui/desktop/activity/activitypage.h"
#include "ui/desktop/activity/recordwatch.h"
#include "ui/desktop/activity/workspaceactivity.h"
#include "ui/desktop/desktopmessages.h"
#include "ui/desktop/integrations/integrationscontroller.h"
#include "ui/desktop/integrations/integrationspage.h"
#include "ui/desktop/integrations/workspacebackend.h"
#include "ui/desktop/invoices/invoicescontroller.h"
#include "ui/desktop/invoices/invoicespage.h"
#include "ui/desktop/invoices/workspaceinvoices.h"
#include "ui/desktop/limits/alertnotifier.h"
#include "ui/desktop/limits/alertspanel.h"
#include "ui/desktop/limits/limitscontroller.h"
#include "ui/desktop/limits/limitspage.h"
#include "ui/desktop/limits/spendingstop.h"
#include "ui/desktop/limits/workspacelimits.h"
#include "ui/desktop/prompts/promptscontroller.h"
#include "ui/desktop/prompts/promptspage.h"
#include "ui/desktop/prompts/workspaceprompts.h"
#include "ui/desktop/settings/accountcontroller.h"
#include "ui/desktop/settings/accountpage.h"
#include "ui/desktop/settings/routingcontroller.h"
#include "ui/desktop/settings/routingpage.h"
#include "ui/desktop/settings/settingspage.h"
#include "ui/desktop/settings/syncwords.h"
#include "ui/desktop/settings/workspaceaccount.h"
#include "ui/desktop/settings/workspacerouting.h"
#include "ui/desktop/statusfacts.h"
#include "ui/desktop/studio/jobwords.h"
#include "ui/desktop/studio/studiocontroller.h"
#include "ui/desktop/studio/studiopage.h"
#include "ui/desktop/studio/workspacestudio.h"
#include "ui/desktop/usage/requeststable.h"
#include "ui/desktop/usage/usagecontroller.h"
#include "ui/desktop/usage/usagepage.h"
#include "ui/desktop/usage/workspaceusage.h"
#include "ui/theme/keywaystyle.h"
#include "ui/theme/theme.h"
#include "ui/words/errors.h"

#include <QtCore/QEvent>
#include <QtCore/QTimer>
#include <QtGui/QDesktopServices>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMessageBox>

#include <utility>

namespace keyway {

using namespace Qt::StringLiterals;

Composition::Composition(engine::WorkspaceOptions options, KeywayStyle *style)
    : m_options(std::move(options))
    , m_style(style)
    , m_settings(m_options.dataDir)
{
    m_style->theme().setMode(m_settings.themeMode());
}

Composition::~Composition() = default;

void Composition::start()
{
    m_core.open(m_options, this, [this](Result<engine::Workspace *> workspace) {
        if (workspace)
            opened(*workspace);
        else
            cannotOpen(workspace.error());
    });
}

void Composition::cannotOpen(const Error &error)
{
    const words::Message message = words::errorWords(error);
    auto *box = new QMessageBox(QMessageBox::Critical, QApplication::applicationDisplayName(),
                                message.title, QMessageBox::Close);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(message.text);
    box->setDetailedText(message.details);
    connect(box, &QMessageBox::finished, this, [] { QApplication::exit(1); });
    box->open();
}

void Composition::opened(engine::Workspace *workspace)
{
    m_window = std::make_unique<MainWindow>(&m_settings);
    m_window->setThemeMode(m_settings.themeMode());
    connect(m_window.get(), &MainWindow::themeModeChosen, this,
            [this](Theme::Mode mode) { m_settings.setThemeMode(mode); });
    connect(m_window.get(), &MainWindow::quitRequested, this, &QApplication::quit);
    m_integrationsBackend = new WorkspaceBackend(workspace, this);
    m_promptsBackend = new WorkspacePrompts(workspace, this);
    m_studioBackend = new WorkspaceStudio(workspace, this);
    m_usageBackend = new WorkspaceUsage(workspace, this);
    m_routingBackend = new WorkspaceRouting(workspace, this);
    m_limitsBackend = new WorkspaceLimits(workspace, this);
    m_activityBackend = new WorkspaceActivity(workspace, this);
    auto *account = new WorkspaceAccount(workspace, this);
    m_accountBackend = account;
    m_invoicesBackend = new WorkspaceInvoices(workspace, account->sync(), this);
    addPages();
    m_window->show();
    spawn(
        workspace, [workspace] { return workspace->sweep(); }, this,
        [](const Result<Done> &swept) {
            if (!swept)
                qCWarning(logUi) << "Not everything removed is gone:" << swept.error().detail();
        });
    QMetaObject::invokeMethod(workspace, [workspace] { workspace->attendJobs(); });
}

void Composition::addPages()
{
    PageEntry integrations;
    integrations.id = u"integrations"_s;
    integrations.title = tr("My Integrations");
    integrations.icon = u"integrations"_s;
    integrations.make = [this](QWidget *parent) -> Page * {
        auto *page = new IntegrationsPage(parent);
        m_integrations = new IntegrationsController(
            page, m_integrationsBackend, &m_window->undoMessage(),
            [] { return QDateTime::currentDateTime(); }, page);
        connect(m_integrations, &IntegrationsController::overviewChanged, this,
                [this](const engine::Overview &overview) {
                    const bool first = !m_overview.today.isValid();
                    m_overview = overview;
                    updateStatus();
                    if (first)
                        m_window->page(u"integrations"_s)->installEventFilter(this);
                });
        connect(m_integrations, &IntegrationsController::keychainChanged, this,
                [this](const KeychainStatus &status) {
                    m_keychain = status;
                    updateStatus();
                });
        connect(m_integrations, &IntegrationsController::urlRequested, this,
                [](const QUrl &url) { QDesktopServices::openUrl(url); });
        m_integrations->refresh();
        m_integrations->refreshKeychain();
        return page;
    };
    m_window->addPage(integrations);

    PageEntry prompts;
    prompts.id = u"prompts"_s;
    prompts.title = tr("Prompts");
    prompts.icon = u"prompts"_s;
    prompts.make = [this](QWidget *parent) -> Page * {
        auto *page = new PromptsPage(parent);
        auto *controller = new PromptsController(page, m_promptsBackend, &m_window->undoMessage(),
                                                 &QDateTime::currentDateTimeUtc, page);
        connect(page, &PromptsPage::addIntegrationRequested, this, [this] {
            m_window->showPage(u"integrations"_s);
            m_integrations->add();
        });
        // What a banner offers about an integration is done in its dialog.
        connect(page, &PromptsPage::integrationActionRequested, this, [this](const Id &id) {
            m_window->showPage(u"integrations"_s);
            m_integrations->configure(id);
        });
        // My Integrations has the same banner, with what unlocks.
        connect(page, &PromptsPage::keychainActionRequested, this,
                [this] { m_window->showPage(u"integrations"_s); });
        controller->start();
        return page;
    };
    m_window->addPage(prompts);
    addStudio();
    addUsage();
    addLimits();
    addInvoices();
    addActivity();
    addSettings();

    QAction *add = m_window->offer(Command::AddIntegration);
    connect(add, &QAction::triggered, this, [this] {
        m_window->showPage(u"integrations"_s);
        m_integrations->add();
    });
    connect(m_window.get(), &MainWindow::statusActivated, this, [this](StatusPart part) {
        if (part == StatusPart::Sync)
            showAccount();
        else
            m_window->showPage(u"integrations"_s);
    });
}

void Composition::addStudio()
{
    PageEntry studio;
    studio.id = u"studio"_s;
    studio.title = tr("Studio");
    studio.icon = u"studio"_s;
    studio.make = [this](QWidget *parent) { return makeStudio(parent); };
    m_window->addPage(studio);
    connect(m_window->offer(Command::NewPicture), &QAction::triggered, this, [this] {
        m_window->showPage(u"studio"_s);
        m_studio->beginNew();
    });
    // Jobs go on whether or not the page was looked at.
    connect(m_studioBackend, &StudioBackend::jobsChanged, this, &Composition::countJobs);
    countJobs();
}

void Composition::addLimits()
{
    const auto make = [this](QWidget *parent) -> Page * {
        auto *page = new LimitsPage(parent);
        page->alerts()->setDesktop(DesktopMessages::areAvailable(), m_settings.tellsOnDesktop());
        connect(page->alerts(), &AlertsPanel::desktopChosen, this,
                [this](bool wanted) { m_settings.setTellsOnDesktop(wanted); });
        (new LimitsController(page, m_limitsBackend, &m_window->undoMessage(), page))->start();
        return page;
    };
    m_window->addPage({u"limits"_s, tr("Limits & Alerts"), u"limits"_s, tr("Money"), make});
    auto *stop = new SpendingStop(m_limitsBackend, &m_window->notices(),
                                  m_window->offer(Command::StopSpending), m_window.get());
    connect(stop, &SpendingStop::read, this, [this](const LimitsValue &value) {
        m_window->setBadge(u"limits"_s, alertCount(value));
        m_alerts->look(value);
    });
    addAlerts();
    stop->start();
}

void Composition::addAlerts()
{
    m_alerts = new AlertNotifier(this);
    auto *messages = new DesktopMessages(m_style->theme().logo(64, 1), this);
    connect(m_alerts, &AlertNotifier::told, this,
            [this, messages](const QString &title, const QString &text) {
                if (m_settings.tellsOnDesktop())
                    messages->show(title, text);
            });
    connect(m_alerts, &AlertNotifier::quiet, messages, &DesktopMessages::clear);
    connect(messages, &DesktopMessages::activated, this, [this, messages] {
        messages->clear();
        m_window->showPage(u"limits"_s);
        m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
        m_window->show();
        m_window->raise();
        m_window->activateWindow();
    });
}

void Composition::addActivity()
{
    m_recordWatch = new RecordWatch(m_activityBackend, &m_window->notices(),
                                    &QDateTime::currentDateTimeUtc, this);
    connect(m_recordWatch, &RecordWatch::showRequested, this,
            [this] { m_window->showPage(u"activity"_s); });
    connect(m_window.get(), &MainWindow::pageShown, m_recordWatch,
            [this](const QString &id) { m_recordWatch->setPageShown(id == "activity"_L1); });
    PageEntry activity;
    activity.id = u"activity"_s;
    activity.title = tr("Activity");
    activity.icon = u"activity"_s;
    activity.group = tr("This computer");
    activity.make = [this](QWidget *parent) -> Page * {
        auto *page = new ActivityPage(parent);
        auto *controller = new ActivityController(page, m_activityBackend, m_recordWatch, page);
        controller->start();
        return page;
    };
    m_window->addPage(activity);
}

void Composition::addInvoices()
{
    PageEntry invoices;
    invoices.id = u"invoices"_s;
    invoices.title = tr("Invoices");
    invoices.icon = u"invoices"_s;
    invoices.group = tr("Money");
    invoices.make = [this](QWidget *parent) -> Page * {
        auto *page = new InvoicesPage(parent);
        auto *controller = new InvoicesController(page, m_invoicesBackend, page);
        connect(controller, &InvoicesController::signInRequested, this, &Composition::showAccount);
        connect(controller, &InvoicesController::openRequested, this,
                [](const QUrl &url) { QDesktopServices::openUrl(url); });
        controller->start();
        return page;
    };
    m_window->addPage(invoices);
}

void Composition::addSettings()
{
    PageEntry settings;
    settings.id = u"settings"_s;
    settings.title = tr("Settings");
    settings.icon = u"settings"_s;
    settings.atFoot = true;
    settings.keys = QKeySequence(Qt::CTRL | Qt::Key_Comma);
    settings.make = [this](QWidget *parent) -> Page * {
        auto *page = new SettingsPage(parent);
        page->addSection(u"routing"_s, tr("Routing"), u"fallback"_s,
                         [this](QWidget *its) { return makeRouting(its); });
        page->addSection(u"account"_s, tr("Account & sync"), u"cloud"_s,
                         [this](QWidget *its) { return makeAccount(its); });
        return page;
    };
    m_window->addPage(settings);
    connect(m_accountBackend, &AccountBackend::changed, this, &Composition::readSync);
}

Page *Composition::makeRouting(QWidget *parent)
{
    auto *page = new RoutingPage(parent);
    auto *controller
        = new RoutingController(page, m_routingBackend, &m_window->undoMessage(), page);
    controller->start();
    return page;
}

Page *Composition::makeAccount(QWidget *parent)
{
    auto *page = new AccountPage(parent);
    auto *controller
        = new AccountController(page, m_accountBackend, &QDateTime::currentDateTimeUtc, page);
    controller->start();
    return page;
}

void Composition::showAccount()
{
    m_window->showPage(u"settings"_s);
    static_cast<SettingsPage *>(m_window->page(u"settings"_s))->showSection(u"account"_s);
}

void Composition::readSync()
{
    m_accountBackend->status(this, [this](const Result<SyncStatus> &status) {
        if (!status)
            return;
        m_sync = *status;
        updateStatus();
    });
}

Page *Composition::makeStudio(QWidget *parent)
{
    m_studio = new StudioPage(parent);
    auto *controller = new StudioController(m_studio, m_studioBackend, &m_window->undoMessage(),
                                            &QDateTime::currentDateTimeUtc, m_studio);
    connect(controller, &StudioController::openRequested, this,
            [](const QUrl &url) { QDesktopServices::openUrl(url); });
    connect(m_studio, &StudioPage::addIntegrationRequested, this, [this] {
        m_window->showPage(u"integrations"_s);
        m_integrations->add();
    });
    connect(m_studio, &StudioPage::integrationActionRequested, this, [this](const Id &id) {
        m_window->showPage(u"integrations"_s);
        m_integrations->configure(id);
    });
    connect(m_studio, &StudioPage::keychainActionRequested, this,
            [this] { m_window->showPage(u"integrations"_s); });
    controller->start();
    return m_studio;
}

void Composition::addUsage()
{
    PageEntry usage;
    usage.id = u"usage"_s;
    usage.title = tr("Usage & Costs");
    usage.icon = u"usage"_s;
    usage.group = tr("Money");
    usage.make = [this](QWidget *parent) -> Page * {
        auto *page = new UsagePage(parent);
        auto *controller = new UsageController(page, m_usageBackend, page);
        page->table()->arrange(m_settings.columns(u"requests"_s));
        connect(page->table(), &RequestsTable::arranged, this, [this](const QStringList &columns) {
            m_settings.setColumns(u"requests"_s, columns);
        });
        connect(page, &UsagePage::checkRequested, this, [this] {
            m_window->showPage(u"integrations"_s);
            m_integrations->checkWithProviders();
        });
        controller->start();
        return page;
    };
    m_window->addPage(usage);
}

void Composition::countJobs()
{
    m_studioBackend->jobs(this, [this](const Result<StudioJobs> &jobs) {
        if (!jobs)
            return;
        m_window->setBadge(u"studio"_s, jobs->running());
        m_window->setQuitQuestion(quitWords(*jobs));
    });
}

bool Composition::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint) {
        watched->removeEventFilter(this);
        // After this paint event: the page and its children are painted in one go.
        QTimer::singleShot(0, this, [this] {
            qCInfo(logUi) << "first page painted";
            m_recordWatch->start(); // what is shown first does not wait for it
        });
    }
    return QObject::eventFilter(watched, event);
}

void Composition::updateStatus()
{
    StatusLine line = statusLine(m_overview, m_keychain);
    const SyncWord word = syncWord(m_sync, QDateTime::currentDateTimeUtc());
    line.sync = word.text;
    line.syncWrong = word.wrong;
    m_window->setStatus(line);
}

} // namespace keyway
