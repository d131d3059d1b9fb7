#include "usagecontroller.h"

#include "ui/desktop/usage/accountvalues.h"
#include "ui/desktop/usage/recordclipboard.h"
#include "ui/desktop/usage/requestsmodel.h"
#include "ui/desktop/usage/requeststable.h"
#include "ui/desktop/usage/usageexport.h"
#include "ui/desktop/usage/usagepage.h"
#include "ui/words/errors.h"

#include <QtCore/QEvent>
#include <QtCore/QMimeData>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>

#include <algorithm>

namespace keyway {
namespace {
constexpr int GatherMs = 150;
constexpr qint64 AccountsMs = 20'000;
} // namespace

UsageController::UsageController(UsagePage *page, UsageBackend *backend, QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_backend(backend)
    , m_export(new UsageExport(backend->database(), page->exportNote(), this))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(GatherMs);
    connect(&m_timer, &QTimer::timeout, this, &UsageController::reload);
    connect(backend, &UsageBackend::changed, this, [this] {
        if (!m_page->isVisible())
            m_stale = true;
        else if (!m_timer.isActive()) // gathers: a change while one waits is in its reading
            m_timer.start();
    });
    connect(page, &UsagePage::monthWanted, this, [this](const QDate &month) {
        m_wanted = month;
        reload();
    });
    connect(page, &UsagePage::filterWanted, this, [this](const UsageFilter &filter) {
        m_filter = filter;
        reload();
    });
    connect(page, &UsagePage::searchChanged, this, [this](const QString &text) {
        m_text = text.trimmed();
        m_timer.start();
    });
    connect(page, &UsagePage::tryAgainRequested, this, &UsageController::reload);
    connect(page, &UsagePage::planWanted, this, [this](const Id &request) {
        m_backend->plan(request, this,
                        [this, request](const Result<std::optional<routing::RoutePlan>> &plan) {
                            m_page->setDetailsPlan(request, plan ? *plan : std::nullopt);
                        });
    });
    connect(page->table(), &RequestsTable::orderWanted, this, [this](const RecordOrder &order) {
        m_order = order;
        reload();
    });
    connect(page->table(), &RequestsTable::copyRequested, this, &UsageController::copyRows);
    connect(page->model(), &RequestsModel::windowWanted, this, &UsageController::readWindow);
    connect(page, &UsagePage::exportRequested, this, &UsageController::exportRecords);
    connect(page, &UsagePage::reportRequested, this, &UsageController::exportReport);
    connect(m_export, &UsageExport::runningChanged, page, &UsagePage::setExporting);
    page->installEventFilter(this);
}

void UsageController::start()
{
    reload();
}

void UsageController::setDelay(int milliseconds)
{
    m_timer.setInterval(milliseconds);
}

bool UsageController::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show && m_stale)
        reload();
    return QObject::eventFilter(watched, event);
}

RecordFilter UsageController::rows() const
{
    RecordFilter filter;
    filter.month = m_month;
    filter.usage = m_filter;
    filter.text = m_text;
    return filter;
}

void UsageController::exportRecords(ExportFormat format, bool everything)
{
    ExportOrder order;
    order.format = format;
    order.serviceNames = m_names;
    if (!everything)
        order.filter = rows();
    m_export->ask(order);
}

void UsageController::exportReport()
{
    // Before the first month was read it is the running one.
    const auto shown = m_month.isValid() ? std::optional(m_month) : std::nullopt;
    m_backend->month(shown, {}, this, [this](const Result<UsageMonth> &month) {
        if (!month)
            return m_page->setProblem(words::errorWords(month.error()));
        const auto nameOf = [&month](const QString &service) { return month->nameOf(service); };
        m_export->askReport(words::usageSheet(month->summary, month->fee, nameOf, month->today),
                            month->summary.month);
    });
}

void UsageController::reload()
{
    m_stale = false;
    m_timer.stop();
    const int reading = ++m_reading;
    m_backend->month(m_wanted, m_filter, this, [this, reading](const Result<UsageMonth> &month) {
        if (reading != m_reading)
            return;
        if (!month)
            return m_page->setProblem(words::errorWords(month.error()));
        m_month = month->summary.month;
        readRows(*month);
    });
}

void UsageController::readRows(const UsageMonth &month)
{
    const int reading = m_reading;
    m_backend->rows(rows(), m_order, this,
                    [this, reading, month](const Result<QList<RecordKey>> &keys) {
                        if (reading != m_reading)
                            return;
                        if (!keys)
                            return m_page->setProblem(words::errorWords(keys.error()));
                        m_page->setProblem({});
                        m_page->setMonth(month);
                        m_names = month.names;
                        showRows(*keys);
                        readAccounts();
                    });
}

/// Reads all records of the month, so not with each one that comes in.
void UsageController::readAccounts()
{
    const bool fresh = m_accountsRead.isValid() && !m_accountsRead.hasExpired(AccountsMs);
    if (m_accountsOf == m_month && fresh)
        return;
    m_accountsOf = m_month;
    m_accountsRead.start();
    m_backend->accounts(
        m_month, this, [this, month = m_month](const Result<engine::Reconciliation> &accounts) {
            if (month == m_accountsOf)
                m_page->setAccounts(accounts ? accountsOfMonth(*accounts) : AccountsOfMonth());
        });
}

void UsageController::showRows(const QList<RecordKey> &keys)
{
    const Question question{m_month, m_filter, m_text, m_order};
    const bool sameOrder = question.order == m_shown.order;
    Question sameButOrder = m_shown;
    sameButOrder.order = question.order;
    const int row = m_page->table()->currentIndex().row();
    const RecordKey current = row >= 0 && row < m_keys.size() ? m_keys.at(row) : 0;

    UsageRows shown;
    shown.count = static_cast<int>(keys.size());
    shown.searching = !m_text.isEmpty();
    shown.sameQuestion = question == sameButOrder;
    shown.newerAbove = question == m_shown && keys.size() >= m_keys.size()
        && std::equal(m_keys.cbegin(), m_keys.cend(), keys.cend() - m_keys.size());
    shown.reveal = !sameOrder;
    m_shown = question;
    m_keys = keys;
    if (!shown.newerAbove && shown.sameQuestion && current != 0)
        shown.current = static_cast<int>(keys.indexOf(current));
    m_page->setRows(shown);
}

void UsageController::readWindow(int first)
{
    m_backend->records(
        m_keys.mid(first, RequestsModel::WindowRows), this,
        [this, first, reading = m_reading](const Result<QList<UsageRecord>> &records) {
            if (reading != m_reading)
                return;
            if (records)
                return m_page->model()->setWindow(first, *records);
            m_page->model()->forgetAsked();
            m_page->setProblem(words::errorWords(records.error()));
        });
}

void UsageController::copyRows()
{
    QList<RecordKey> chosen;
    for (const int row : m_page->table()->chosenRows())
        chosen.append(m_keys.value(row));
    m_backend->records(chosen, this, [this](const Result<QList<UsageRecord>> &records) {
        if (!records)
            return m_page->setProblem(words::errorWords(records.error()));
        QGuiApplication::clipboard()->setMimeData(
            forClipboard(*records, m_page->table()->shownColumns(), *m_page->model()).release());
    });
}

} // namespace keyway
