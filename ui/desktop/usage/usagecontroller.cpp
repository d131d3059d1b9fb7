#include "usagecontroller.h"

#include "ui/desktop/usage/requestsmodel.h"
#include "ui/desktop/usage/usageexport.h"
#include "ui/desktop/usage/usagepage.h"
#include "ui/words/errors.h"

#include <QtCore/QEvent>

#include <limits>

namespace keyway {
namespace {
constexpr int GatherMs = 150;
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
    connect(page->model(), &RequestsModel::windowWanted, this, &UsageController::readWindow);
    connect(page, &UsagePage::exportRequested, this, &UsageController::exportRecords);
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
        countRows(*month);
    });
}

void UsageController::countRows(const UsageMonth &month)
{
    const int reading = m_reading;
    m_backend->count(rows(), this, [this, reading, month](const Result<qint64> &count) {
        if (reading != m_reading)
            return;
        if (!count)
            return m_page->setProblem(words::errorWords(count.error()));
        m_page->setProblem({});
        // Both at once: the sums and the rows are those of one moment.
        m_page->setMonth(month);
        m_names = month.names;
        const Question question{m_month, m_filter, m_text};
        const bool same = question == m_shown;
        m_shown = question;
        m_page->setCount(
            static_cast<int>(std::min<qint64>(*count, std::numeric_limits<int>::max())),
            !m_text.isEmpty(), same);
    });
}

void UsageController::readWindow(int first)
{
    RecordFilter filter = rows();
    filter.limit = RequestsModel::WindowRows;
    filter.offset = first;
    m_backend->records(
        filter, this,
        [this, first, reading = m_reading](const Result<QList<UsageRecord>> &records) {
            if (reading != m_reading)
                return;
            if (records)
                return m_page->model()->setWindow(first, *records);
            m_page->model()->forgetAsked();
            m_page->setProblem(words::errorWords(records.error()));
        });
}

} // namespace keyway
