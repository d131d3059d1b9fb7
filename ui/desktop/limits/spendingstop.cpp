#include "spendingstop.h"

#include "ui/desktop/shell/noticearea.h"
#include "ui/words/dates.h"
#include "ui/words/errors.h"

#include <QtGui/QAction>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {
constexpr int GatherMs = 150;
const QString noticeId = u"spending-stopped"_s;
const QString problemId = u"spending-problem"_s;
const QString resumeId = u"resume"_s;
} // namespace

SpendingStop::SpendingStop(LimitsBackend *backend, NoticeArea *notices, QAction *command,
                           QObject *parent)
    : QObject(parent)
    , m_backend(backend)
    , m_notices(notices)
    , m_command(command)
{
    m_gather.setSingleShot(true);
    m_gather.setInterval(GatherMs);
    connect(&m_gather, &QTimer::timeout, this, &SpendingStop::refresh);
    connect(backend, &LimitsBackend::changed, this, [this] {
        if (!m_gather.isActive())
            m_gather.start();
    });
    connect(command, &QAction::triggered, this, [this] { setStopped(!m_stopped); });
    connect(notices, &NoticeArea::buttonClicked, this,
            [this](const QString &notice, const QString &button) {
                if (notice == noticeId && button == resumeId)
                    setStopped(false);
            });
}

void SpendingStop::start()
{
    refresh();
}

void SpendingStop::refresh()
{
    m_backend->limits(this, [this](const Result<LimitsValue> &value) { show(value); });
}

void SpendingStop::show(const Result<LimitsValue> &value)
{
    if (!value)
        return; // the pages tell that the records cannot be read
    const std::optional<QDateTime> &since = value->state.stoppedSince;
    m_stopped = since.has_value();
    m_command->setText(m_stopped ? tr("Resume spending") : tr("Stop all spending"));
    Q_EMIT read(*value);
    if (!m_stopped) {
        m_notices->remove(noticeId);
        return;
    }
    Notice notice;
    notice.id = noticeId;
    notice.rank = Notice::Rank::SpendingStopped;
    notice.level = Banner::Level::Stopped;
    notice.title = tr("All spending is stopped since %1.").arg(words::timeOfDay(*since));
    notice.text = tr("Only what is free is asked. What was running ends as it would.");
    notice.buttons = {{resumeId, tr("Resume")}};
    m_notices->post(notice);
}

void SpendingStop::setStopped(bool stopped)
{
    m_backend->setStopped(stopped, this, [this](const Result<Done> &done) {
        if (done) {
            m_notices->remove(problemId);
            return refresh();
        }
        const words::Message message = words::errorWords(done.error());
        Notice notice;
        notice.id = problemId;
        notice.level = Banner::Level::Error;
        notice.title = message.title;
        notice.text = message.text;
        notice.closable = true;
        m_notices->post(notice);
    });
}

} // namespace keyway
