#include "integrationscontroller.h"

#include "ui/desktop/integrations/addintegrationdialog.h"
#include "ui/desktop/integrations/configuredialog.h"
#include "ui/desktop/integrations/feepopover.h"
#include "ui/desktop/integrations/firstservices.h"
#include "ui/desktop/integrations/integrationspage.h"
#include "ui/desktop/integrations/receipt.h"
#include "ui/desktop/integrations/reconciledialog.h"
#include "ui/desktop/integrations/removequestion.h"
#include "ui/desktop/integrations/servicegrid.h"
#include "ui/desktop/integrations/vaultdialog.h"
#include "ui/widgets/undomessage.h"
#include "ui/words/errors.h"
#include "ui/words/keychain.h"

#include <QtWidgets/QPushButton>

#include <utility>

using namespace Qt::StringLiterals;
using keyway::engine::Health;

namespace keyway {
namespace {
/// What the empty page offers, the local ones first if they answer.
constexpr qsizetype FirstOffers = 4;
/// After a reading that failed.
constexpr int ReadAgainMs = 5000;
} // namespace

IntegrationsController::IntegrationsController(IntegrationsPage *page, IntegrationsBackend *backend,
                                               UndoMessage *undo, std::function<QDateTime()> now,
                                               QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_backend(backend)
    , m_undo(undo)
    , m_now(std::move(now))
    , m_problem(this)
{
    QHash<QString, QUrl> pages;
    const Catalogue catalogue = m_backend->catalogue();
    for (const Service &service : catalogue.services())
        pages.insert(service.id, service.statusPage);
    m_page->setStatusPages(pages);
    connectPage();
    connect(m_backend, &IntegrationsBackend::changed, this, &IntegrationsController::refresh);
    connect(m_backend, &IntegrationsBackend::changed, &m_problem, &PassingProblem::written);
    connect(&m_problem, &PassingProblem::passed, m_page, &IntegrationsPage::clearProblem);
    connect(m_backend, &IntegrationsBackend::keychainChanged, this, [this] {
        refreshKeychain();
        refresh();
    });
    refresh();
    refreshKeychain();
}

void IntegrationsController::connectPage()
{
    connect(m_page, &IntegrationsPage::addRequested, this, &IntegrationsController::add);
    connect(m_page, &IntegrationsPage::configureRequested, this,
            [this](const Id &id) { configure(id); });
    connect(m_page, &IntegrationsPage::raiseLimitRequested, this,
            [this](const Id &id) { configure(id, true); });
    connect(m_page, &IntegrationsPage::toggleRequested, this, &IntegrationsController::toggle);
    connect(m_page, &IntegrationsPage::removeRequested, this, &IntegrationsController::askToRemove);
    connect(m_page, &IntegrationsPage::testRequested, this, &IntegrationsController::test);
    connect(m_page, &IntegrationsPage::testAllRequested, this, &IntegrationsController::testAll);
    connect(m_page, &IntegrationsPage::orderRequested, this, &IntegrationsController::reorder);
    connect(m_page, &IntegrationsPage::keychainActionRequested, this,
            &IntegrationsController::keychainAction);
    connect(m_page, &IntegrationsPage::urlRequested, this, &IntegrationsController::urlRequested);
    connect(m_page, &IntegrationsPage::firstServicesShown, this,
            &IntegrationsController::offerFirstServices);
    connect(m_page->receipt(), &Receipt::checkRequested, this,
            &IntegrationsController::checkWithProviders);
    connect(m_page->receipt(), &Receipt::feeExplanationRequested, this, [this] {
        auto *popover = new FeePopover(m_overview, m_page);
        popover->popUpAbove(m_page->receipt()->feeButton());
    });
}

void IntegrationsController::checkWithProviders()
{
    auto *dialog = new ReconcileDialog(m_overview.today, m_backend, m_page);
    connect(dialog, &ReconcileDialog::configureRequested, this, [this](const QString &name) {
        for (const engine::IntegrationSummary &one : std::as_const(m_overview.integrations)) {
            if (one.integration.name == name)
                return configure(one.integration.id);
        }
    });
    dialog->open();
}

void IntegrationsController::refresh()
{
    // Many commits in a row are one reading: the one under way and one more behind it.
    if (m_reading) {
        m_readAgain = true;
        return;
    }
    m_reading = true;
    m_backend->overview(this, [this](Result<engine::Overview> result) {
        m_reading = false;
        if (m_readAgain) {
            m_readAgain = false;
            refresh();
        }
        if (!result) {
            QTimer::singleShot(ReadAgainMs, this, &IntegrationsController::refresh);
            return m_page->setProblem(words::errorWords(result.error()), true);
        }
        m_overview = std::move(result).value();
        m_page->setOverview(m_overview, m_now());
        Q_EMIT overviewChanged(m_overview);
    });
}

void IntegrationsController::refreshKeychain()
{
    m_backend->keyPlace(this, [this](IntegrationsBackend::KeyPlace place) {
        m_keys = std::move(place);
        if (std::exchange(m_problemIsKeychain, false)
            && m_keys.status.state != KeychainState::Ready)
            m_page->clearProblem();
        m_page->setKeychain(m_keys.status, m_keys.hasVault);
        if (m_addDialog)
            m_addDialog->setKeychain(m_keys.status);
        Q_EMIT keychainChanged(m_keys.status);
    });
}

const engine::IntegrationSummary *IntegrationsController::summary(const Id &id) const
{
    for (const auto &summary : m_overview.integrations) {
        if (summary.integration.id == id)
            return &summary;
    }
    return nullptr;
}

void IntegrationsController::offerFirstServices()
{
    const auto offer = [this] {
        QList<ServiceOffer> offers;
        const Catalogue catalogue = m_backend->catalogue();
        for (const bool local : {true, false}) {
            for (const Service &service : catalogue.services()) {
                const bool found = m_foundLocal.contains(service.id);
                if (service.baseUrl.isEmpty() || service.local != local || (local && !found)
                    || offers.size() == FirstOffers)
                    continue;
                offers += {service.id, service.name,
                           found ? tr("Local, no key needed") : kindsOf(service), found};
            }
        }
        m_page->firstServices()->setOffers(offers);
    };
    offer();
    const Catalogue catalogue = m_backend->catalogue();
    for (const Service &service : catalogue.services()) {
        if (!service.local || service.needsKey || service.baseUrl.isEmpty())
            continue;
        const QString id = service.id;
        m_backend->tryKey({id, {}, {}}, Secret(), m_localSearch.token(), this,
                          [this, id, offer](Result<KeyCheck> result) {
                              if (!result)
                                  return;
                              m_foundLocal += id;
                              offer();
                          });
    }
}

void IntegrationsController::add(const QString &service)
{
    if (m_addDialog)
        return m_addDialog->raise();
    QSet<QString> services;
    QStringList names;
    for (const auto &summary : std::as_const(m_overview.integrations)) {
        services += summary.integration.service;
        names += summary.integration.name;
    }
    const QDate today = m_overview.today.isValid() ? m_overview.today : m_now().date();
    m_addDialog = new AddIntegrationDialog(m_backend, services, names, today, m_page);
    m_addDialog->setKeychain(m_keys.status);
    connect(m_addDialog, &AddIntegrationDialog::urlRequested, this,
            &IntegrationsController::urlRequested);
    connect(m_addDialog, &AddIntegrationDialog::added, this, [this] {
        refresh();
        refreshKeychain();
    });
    if (!service.isEmpty())
        m_addDialog->connectTo(service);
    m_addDialog->open();
}

void IntegrationsController::configure(const Id &id, bool atLimit)
{
    const auto *found = summary(id);
    if (!found || m_configureDialog)
        return;
    m_configureDialog = new ConfigureDialog(*found, m_overview.today, m_now(), m_backend, m_page);
    m_configureDialog->setKeychain(m_keys.status);
    connect(m_configureDialog, &ConfigureDialog::urlRequested, this,
            &IntegrationsController::urlRequested);
    connect(m_configureDialog, &ConfigureDialog::saved, this, &IntegrationsController::refresh);
    connect(m_configureDialog, &ConfigureDialog::toggleRequested, this, [this, id] { toggle(id); });
    connect(m_configureDialog, &ConfigureDialog::removeRequested, this,
            [this, id] { askToRemove(id); });
    if (atLimit)
        m_configureDialog->focusLimit();
    m_configureDialog->open();
}

void IntegrationsController::toggle(const Id &id)
{
    m_page->clearProblem();
    const auto *found = summary(id);
    if (!found)
        return;
    const bool enable = !found->integration.enabled;
    const QString name = found->integration.name;
    m_backend->setEnabled(id, enable, this, [this, id, enable, name](Result<Done> result) {
        if (!result)
            return say(result.error(), id);
        refresh();
        m_undo->offer(enable ? tr("%1 is enabled.").arg(name) : tr("%1 is disabled.").arg(name),
                      this, [this, id, enable] {
                          m_backend->setEnabled(id, !enable, this, [this, id](Result<Done> undone) {
                              if (!undone)
                                  say(undone.error(), id);
                              refresh();
                          });
                      });
    });
}

void IntegrationsController::askToRemove(const Id &id)
{
    const auto *found = summary(id);
    if (!found)
        return;
    const Catalogue catalogue = m_backend->catalogue();
    const Service *service = catalogue.service(found->integration.service);
    const QUrl keyPage = service ? service->keyPage : QUrl();
    auto *question = new RemoveQuestion(*found, m_keys.status, keyPage, m_page);
    connect(question, &QuestionDialog::answered, this,
            [this, id, question, keyPage](const QString &answer) {
                if (answer == u"disable"_s)
                    return toggle(id);
                if (answer != u"remove"_s)
                    return;
                if (question->wantsKeyPage())
                    Q_EMIT urlRequested(keyPage);
                remove(id);
            });
    question->open();
}

void IntegrationsController::remove(const Id &id)
{
    m_page->clearProblem();
    const auto *found = summary(id);
    if (!found)
        return;
    const QString name = found->integration.name;
    // Focus goes to the next card, else to Add New Integration.
    const QList<Id> shown = m_page->shownOrder();
    const auto at = shown.indexOf(id);
    const Id next = shown.value(at + 1, at > 0 ? shown.value(at - 1) : Id());
    m_backend->remove(id, this, [this, id, name, next](Result<Done> result) {
        if (!result)
            return say(result.error(), id);
        m_removed += id;
        refresh();
        m_page->focusCard(next);
        m_undo->offer(
            tr("%1 is removed.").arg(name), this,
            [this, id] {
                m_removed -= id;
                m_backend->restore(id, this, [this, id](Result<Done> undone) {
                    if (!undone)
                        say(undone.error(), id);
                    refresh();
                });
            },
            [this, id] {
                m_removed -= id;
                m_backend->forget(id, this, [this, id](Result<Done> forgotten) {
                    if (!forgotten)
                        say(forgotten.error(), id);
                });
            });
    });
}

void IntegrationsController::test(const Id &id)
{
    m_page->clearProblem();
    m_page->setTesting(id, true);
    m_backend->test(id, this, [this, id](Result<KeyCheck> result) {
        m_page->setTesting(id, false);
        if (!result)
            say(result.error(), id);
        refresh();
    });
}

void IntegrationsController::testAll()
{
    for (const auto &summary : std::as_const(m_overview.integrations)) {
        if (summary.integration.enabled)
            test(summary.integration.id);
    }
}

void IntegrationsController::reorder(const QList<Id> &order)
{
    QList<Id> before;
    for (const auto &summary : std::as_const(m_overview.integrations))
        before += summary.integration.id;
    m_backend->reorder(order, this, [this, before](Result<Done> result) {
        if (!result)
            return say(result.error());
        refresh();
        m_undo->offer(tr("The order is changed."), this, [this, before] {
            m_backend->reorder(before, this, [this](Result<Done> undone) {
                if (!undone)
                    say(undone.error());
                refresh();
            });
        });
    });
}

void IntegrationsController::keychainAction(words::Action action)
{
    using words::Action;
    if (action == Action::CreateVault || action == Action::OpenVault) {
        auto *dialog = new VaultDialog(action == Action::CreateVault ? VaultDialog::Task::Create
                                                                     : VaultDialog::Task::Open,
                                       m_backend, m_page);
        connect(dialog, &QDialog::accepted, this, [this] {
            refreshKeychain();
            refresh();
        });
        return dialog->open();
    }
    if (action == Action::UnlockKeychain || action == Action::AskAgain) {
        m_backend->unlockKeychain(this, [this](Result<Done> result) {
            if (!result)
                say(result.error());
            refreshKeychain();
            refresh();
        });
        return;
    }
    refreshKeychain();
    refresh();
}

void IntegrationsController::say(const Error &error, const Id &id)
{
    if (error.kind() == Error::Kind::Cancelled)
        return;
    // It may have been locked, or be gone, since it was asked last; then its own banner says so,
    // with what can be done.
    if (error.kind() == Error::Kind::Keychain) {
        m_problemIsKeychain = error.reason() == "locked"_L1 || error.reason() == "unavailable"_L1
            || error.reason() == "hanging"_L1;
        refreshKeychain();
    }
    words::ErrorFacts facts;
    facts.keychainName = words::keychainName(m_keys.status);
    if (const auto *found = summary(id)) {
        facts.serviceName = found->serviceName;
        facts.integrationName = found->integration.name;
        facts.keyTail = found->integration.keyTail;
        facts.model = found->integration.model;
        facts.host = found->integration.baseUrl.host();
        facts.local = found->local;
    }
    m_page->setProblem(words::errorWords(error, facts));
    m_problem.watch(error);
}

AddIntegrationDialog *IntegrationsController::addDialog() const
{
    return m_addDialog;
}

ConfigureDialog *IntegrationsController::configureDialog() const
{
    return m_configureDialog;
}

} // namespace keyway
