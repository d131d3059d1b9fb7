#include "recordwatch.h"

#include "ui/desktop/shell/noticearea.h"
#include "ui/words/activity.h"

using namespace Qt::StringLiterals;

namespace keyway {
namespace {
const QString noticeId = u"record-check"_s;
const QString showId = u"show"_s;
} // namespace

RecordWatch::RecordWatch(ActivityBackend *backend, NoticeArea *notices, Now now, QObject *parent)
    : QObject(parent)
    , m_backend(backend)
    , m_notices(notices)
    , m_now(std::move(now))
{
    m_hourly.setInterval(std::chrono::hours(1));
    connect(&m_hourly, &QTimer::timeout, this, &RecordWatch::check);
    connect(notices, &NoticeArea::buttonClicked, this,
            [this](const QString &notice, const QString &button) {
                if (notice == noticeId && button == showId)
                    Q_EMIT showRequested();
            });
}

void RecordWatch::start()
{
    if (m_hourly.isActive())
        return;
    m_hourly.start();
    check();
}

void RecordWatch::check()
{
    if (m_checking)
        return;
    m_checking = true;
    Q_EMIT checking(0);
    m_backend->count({}, this, [this](const Result<qint64> &entries) {
        if (m_checking && entries)
            Q_EMIT checking(*entries);
    });
    m_backend->verify(this, [this](const Result<AuditCheck> &check) {
        m_checking = false;
        if (!check) {
            Q_EMIT failed(check.error());
            return;
        }
        m_found = *check;
        m_checkedAt = m_now();
        tell();
        Q_EMIT checked();
    });
}

void RecordWatch::setPageShown(bool shown)
{
    m_pageShown = shown;
    tell();
}

void RecordWatch::tell()
{
    if (!m_found)
        return;
    if (m_found->isVouchedFor() || m_pageShown) {
        m_notices->remove(noticeId);
        return;
    }
    Notice notice;
    notice.id = noticeId;
    notice.rank = Notice::Rank::RecordCheckFailed;
    notice.level = m_found->isIntact() ? Banner::Level::Warning : Banner::Level::Error;
    notice.title = tr("The record of what Keyway did is not as it was written.");
    notice.text = words::auditTitle(*m_found);
    notice.buttons = {{showId, tr("Show it")}};
    m_notices->post(notice);
}

} // namespace keyway
