#include "limitscontroller.h"

#include "ui/desktop/limits/limitdialog.h"
#include "ui/desktop/limits/limitspage.h"
#include "ui/desktop/limits/ratedialog.h"
#include "ui/widgets/undomessage.h"
#include "ui/words/errors.h"

namespace keyway {

LimitsController::LimitsController(LimitsPage *page, LimitsBackend *backend, UndoMessage *undo,
                                   QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_backend(backend)
    , m_undo(undo)
    , m_refresh(
          page, [this] { read(); }, this)
{
    connect(backend, &LimitsBackend::changed, &m_refresh, &PageRefresh::soon);
    connect(page, &LimitsPage::editRequested, this, &LimitsController::edit);
    connect(page, &LimitsPage::removeRequested, this, &LimitsController::remove);
    connect(page, &LimitsPage::editRateRequested, this, &LimitsController::editRate);
    connect(page, &LimitsPage::removeRateRequested, this, &LimitsController::removeRate);
    connect(page, &LimitsPage::stopRequested, this,
            [this](bool stopped) { m_backend->setStopped(stopped, this, thenRefresh()); });
    connect(page, &LimitsPage::ownRequested, this,
            [this](const Id &alert) { m_backend->acknowledge({alert}, this, thenRefresh()); });
    connect(page, &LimitsPage::seenRequested, this, &LimitsController::markSeen);
}

void LimitsController::read()
{
    m_backend->limits(this, [this](const Result<LimitsValue> &value) {
        if (!value)
            return m_page->setProblem(words::errorWords(value.error()));
        if (!m_refused)
            m_page->setProblem({});
        m_page->setValue(*value);
    });
}

LimitsBackend::Handler<Done> LimitsController::thenRefresh()
{
    return [this](const Result<Done> &done) {
        m_refused = !done;
        if (done)
            m_refresh.now();
        else
            m_page->setProblem(words::errorWords(done.error()));
    };
}

void LimitsController::edit(const std::optional<guard::SpendingLimit> &limit)
{
    auto *dialog = new LimitDialog(m_page->value(), limit, m_page);
    connect(dialog, &LimitDialog::limitChosen, this, &LimitsController::set);
    dialog->open();
}

void LimitsController::set(const guard::SpendingLimit &limit)
{
    m_backend->setLimit(limit, this, thenRefresh());
}

void LimitsController::remove(const guard::SpendingLimit &limit)
{
    const QString name = m_page->value().nameOf(limit.scope);
    m_backend->removeLimit(limit, this, [this, limit, name](const Result<Done> &removed) {
        thenRefresh()(removed);
        if (removed)
            m_undo->offer(tr("The limit of %1 is removed.").arg(name), this,
                          [this, limit] { set(limit); });
    });
}

void LimitsController::editRate(const std::optional<guard::RateRule> &rule)
{
    auto *dialog = new RateDialog(m_page->value(), rule, m_page);
    connect(dialog, &RateDialog::ruleChosen, this, &LimitsController::setRate);
    dialog->open();
}

void LimitsController::setRate(const guard::RateRule &rule)
{
    m_backend->setRate(rule, this, thenRefresh());
}

void LimitsController::removeRate(const guard::RateRule &rule)
{
    const QString name = m_page->value().nameOf(scopeOf(rule));
    m_backend->removeRate(rule, this, [this, rule, name](const Result<Done> &removed) {
        thenRefresh()(removed);
        if (removed)
            m_undo->offer(tr("The speed limit of %1 is removed.").arg(name), this,
                          [this, rule] { setRate(rule); });
    });
}

void LimitsController::markSeen()
{
    const QList<Id> alerts = newAlerts(m_page->value());
    if (alerts.isEmpty())
        return;
    m_backend->setSeen(alerts, true, this, [this, alerts](const Result<Done> &seen) {
        thenRefresh()(seen);
        if (seen)
            m_undo->offer(tr("All alerts are marked as seen."), this, [this, alerts] {
                m_backend->setSeen(alerts, false, this, thenRefresh());
            });
    });
}

} // namespace keyway
