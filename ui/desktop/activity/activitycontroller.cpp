#include "activitycontroller.h"

#include "ui/desktop/activity/activityexport.h"
#include "ui/desktop/activity/activitymodel.h"
#include "ui/desktop/activity/activitypage.h"
#include "ui/words/errors.h"

#include <algorithm>
#include <chrono>
#include <limits>

namespace keyway {

ActivityController::ActivityController(ActivityPage *page, ActivityBackend *backend, Now now,
                                       QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_backend(backend)
    , m_now(std::move(now))
    , m_refresh(
          page, [this] { read(); }, this)
{
    m_hourly.setInterval(std::chrono::hours(1));
    connect(&m_hourly, &QTimer::timeout, this, [this] {
        if (m_page->isVisible())
            check();
    });
    connect(backend, &ActivityBackend::changed, &m_refresh, &PageRefresh::soon);
    connect(page, &ActivityPage::filterChanged, &m_refresh, &PageRefresh::soon);
    connect(page, &ActivityPage::checkRequested, this, &ActivityController::check);
    connect(page, &ActivityPage::exportRequested, this, &ActivityController::writeTo);
    connect(page->model(), &ActivityModel::windowWanted, this, &ActivityController::readWindow);
}

void ActivityController::start()
{
    m_hourly.start();
    m_refresh.now();
    check();
}

void ActivityController::read()
{
    const AuditFilter filter = m_page->filter();
    const int reading = ++m_reading;
    m_backend->count(filter, this, [this, reading, filter](const Result<qint64> &count) {
        if (reading != m_reading)
            return;
        if (!count)
            return m_page->setProblem(words::errorWords(count.error()));
        if (!m_refused)
            m_page->setProblem({});
        const bool same
            = m_counted && filter.groups == m_shown.groups && filter.text == m_shown.text;
        m_shown = filter;
        m_counted = true;
        m_page->setCount(
            static_cast<int>(std::min<qint64>(*count, std::numeric_limits<int>::max())), same);
    });
}

void ActivityController::readWindow(int first)
{
    AuditFilter filter = m_shown;
    filter.limit = ActivityModel::WindowRows;
    filter.offset = first;
    m_backend->entries(
        filter, this, [this, first, reading = m_reading](const Result<QList<AuditEntry>> &entries) {
            if (reading != m_reading)
                return;
            if (entries)
                return m_page->model()->setWindow(first, *entries);
            m_page->model()->forgetAsked();
            m_page->setProblem(words::errorWords(entries.error()));
        });
}

void ActivityController::check()
{
    if (m_checking)
        return;
    m_checking = true;
    m_page->setChecking();
    m_backend->verify(this, [this](const Result<AuditCheck> &check) {
        m_checking = false;
        if (check)
            m_page->setCheck(*check, m_now());
        else
            m_page->setProblem(words::errorWords(check.error()));
    });
}

void ActivityController::writeTo(const QString &path)
{
    auto *writing = new ActivityExport(m_backend, m_shown, path, this);
    connect(writing, &ActivityExport::failed, this, [this](const Error &error) {
        m_refused = true;
        m_page->setProblem(words::errorWords(error));
    });
    connect(writing, &ActivityExport::finished, this, [this, path] {
        m_refused = false;
        m_page->setProblem({});
        Q_EMIT exported(path);
    });
    writing->start();
}

} // namespace keyway
