#include "recordwatch.h"

#include "ui/desktop/shell/noticearea.h"
#include "ui/words/activity.h"
#include "ui/words/errors.h"

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
        m_found = check ? std::optional(*check) : std::nullopt;
        m_error = check ? std::nullopt : std::optional(check.error());
        m_checkedAt = m_now();
        tell();
        if (check)
            Q_EMIT checked();
        else
            Q_EMIT failed(*m_error);
    });
}

void RecordWatch::setPageShown(bool shown)
{
    m_pageShown = shown;
    tell();
}

void RecordWatch::tell()
{
    if (!m_found && !m_error)
        return;
    if (m_pageShown || (m_found && m_found->isVouchedFor())) {
        m_notices->remove(noticeId);
        return;
    }
    Notice notice;
    notice.id = noticeId;
    notice.rank = Notice::Rank::RecordCheckFailed;
    const bool isIntact = m_found && m_found->isIntact();
    notice.level = isIntact ? Banner::Level::Warning : Banner::Level::Error;
    notice.title = m_found ? tr("The record of what Keyway did is not as it was written.")
                           : tr("The record of what Keyway did could not be checked.");
    notice.text = m_found ? words::auditTitle(*m_found) : words::errorWords(*m_error).title;
    notice.buttons = {{showId, tr("Show it")}};
    m_notices->post(notice);
}

} // namespace keyway
