#include "activitycontroller.h"

#include "core/export/auditexport.h"
#include "ui/desktop/activity/activitymodel.h"
#include "ui/desktop/activity/activitypage.h"
#include "ui/desktop/activity/recordwatch.h"
#include "ui/desktop/fileexport.h"
#include "ui/words/errors.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace keyway {

ActivityController::ActivityController(ActivityPage *page, ActivityBackend *backend,
                                       RecordWatch *watch, QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_backend(backend)
    , m_watch(watch)
    , m_export(new FileExport(backend->database(), page->exportNote(), this))
    , m_refresh(
          page, [this] { read(); }, this)
{
    connect(backend, &ActivityBackend::changed, &m_refresh, &PageRefresh::soon);
    connect(watch, &RecordWatch::checking, page, &ActivityPage::setChecking);
    connect(watch, &RecordWatch::checked, this, &ActivityController::showCheck);
    connect(watch, &RecordWatch::failed, page,
            [page](const Error &error) { page->setCheckFailed(words::errorWords(error)); });
    connect(page, &ActivityPage::filterChanged, &m_refresh, &PageRefresh::soon);
    connect(page, &ActivityPage::checkRequested, watch, &RecordWatch::check);
    connect(page, &ActivityPage::exportRequested, this, &ActivityController::exportEntries);
    connect(page, &ActivityPage::reportRequested, this, &ActivityController::exportReport);
    connect(page, &ActivityPage::sealCopyRequested, this, [this] {
        m_backend->sealCopy(m_page, [this](const Result<QString> &path) {
            if (path)
                m_page->askSealCopy(*path);
            else
                m_page->setProblem(words::errorWords(path.error()));
        });
    });
    connect(page, &ActivityPage::sealCopyChosen, this, [this](const QString &path) {
        m_backend->setSealCopy(path, this, [this](const Result<Done> &done) { changed(done); });
    });
    connect(page, &ActivityPage::resealRequested, this, [this] {
        m_backend->renewSeals(this, [this](const Result<Done> &done) { changed(done); });
    });
    connect(page->model(), &ActivityModel::windowWanted, this, &ActivityController::readWindow);
    connect(m_export, &FileExport::runningChanged, page, &ActivityPage::setExporting);
}

void ActivityController::start()
{
    m_refresh.now();
    if (m_watch->found())
        showCheck();
    m_watch->start();
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
        m_page->setProblem({});
        const bool same = m_counted && filter.asksTheSame(m_shown);
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

void ActivityController::showCheck()
{
    m_page->setCheck(*m_watch->found(), m_watch->checkedAt());
}

void ActivityController::exportEntries(ExportFormat format)
{
    const AuditOrder order{format, m_shown};
    m_export->askWhere(tr("Export the record"), "keyway-activity."_L1 + suffixOf(format),
                       {[order](Database &database, const QString &path, const CancelToken &cancel,
                                const ExportProgress &progress) {
                           return exportAuditToFile(database, order, path, cancel, progress);
                       }});
}

void ActivityController::exportReport()
{
    if (!m_watch->found())
        return;
    m_export->askWhere(tr("Export for support"), u"keyway-record-check.json"_s,
                       {[check = *m_watch->found()](Database &database, const QString &path,
                                                    const CancelToken &, const ExportProgress &) {
                            return exportAuditReport(database, check, path);
                        },
                        FileExport::Kind::Report});
}

void ActivityController::changed(const Result<Done> &done)
{
    if (done)
        m_watch->check();
    else
        m_page->setProblem(words::errorWords(done.error()));
}

} // namespace keyway
