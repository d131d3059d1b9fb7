#include "jobwords.h"

#include "ui/desktop/studio/studioprice.h"
#include "ui/words/dates.h"
#include "ui/words/errors.h"
#include "ui/words/money.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(keyway::Jobs)
};

QString joined(const QString &state, const QString &more)
{
    return more.isEmpty() ? state : Words::tr("%1 · %2").arg(state, more);
}

QString left(const JobValue &job, const QDateTime &now)
{
    if (!job.expectedEnd)
        return {};
    const qint64 ms = now.msecsTo(*job.expectedEnd);
    return ms > 0 ? Words::tr("%1 left").arg(words::remaining(std::chrono::milliseconds(ms)))
                  : Words::tr("longer than usual");
}

QString working(const JobValue &job, const QString &service)
{
    if (job.wanted > 1 && job.made > 0)
        return Words::tr("%1 of %2 done")
            .arg(QString::number(job.made), QString::number(job.wanted));
    if (job.percent)
        return Words::tr("%1 % done").arg(*job.percent);
    return Words::tr("%1 works on it").arg(service);
}

QString failed(const JobValue &job, const QString &service)
{
    const words::Message message = failureWords(job, service);
    return message.title;
}

} // namespace

QString jobTitle(const JobValue &job)
{
    const QString title = job.prompt.trimmed().section(u'\n', 0, 0).simplified();
    return title.isEmpty() ? madeWords(job.type, job.wanted, job.seconds) : title;
}

QString jobState(const JobValue &job, const QString &service, const QDateTime &now)
{
    switch (job.state) {
    case JobValue::State::Waiting:
        switch (job.waits) {
        case JobValue::Waits::Turn:
            return Words::tr("Waiting for its turn");
        case JobValue::Waits::Paused:
            return Words::tr("Waiting: paused by you");
        case JobValue::Waits::AtService:
            return Words::tr("Waiting at %1").arg(service);
        }
        return {};
    case JobValue::State::Sending:
        return Words::tr("Sending to %1").arg(service);
    case JobValue::State::Working:
        if (job.cancelWanted && !job.cancelRefused)
            return Words::tr("Cancelling");
        return joined(working(job, service), left(job, now));
    case JobValue::State::Fetching:
        return Words::tr("Fetching the result");
    case JobValue::State::Done:
        return job.error ? failed(job, service) : Words::tr("Done");
    case JobValue::State::Failed:
        return failed(job, service);
    case JobValue::State::Cancelled:
        return job.made > 0 ? Words::tr("Cancelled after %1 of %2")
                                  .arg(QString::number(job.made), QString::number(job.wanted))
                            : Words::tr("Cancelled");
    case JobValue::State::Unknown:
        return Words::tr("Not known whether %1 made it. It is not sent again.").arg(service);
    }
    return {};
}

QString jobCost(const JobValue &job)
{
    switch (job.state) {
    case JobValue::State::Waiting:
    case JobValue::State::Sending:
    case JobValue::State::Working:
    case JobValue::State::Fetching:
        if (!job.expected)
            return words::moneyOf(CostState::Unknown, {});
        if (job.spent > Money())
            return Words::tr("%1 of %2").arg(words::money(job.spent), words::money(*job.expected));
        return job.state == JobValue::State::Waiting || job.state == JobValue::State::Sending
            ? Words::tr("%1 expected").arg(words::money(*job.expected))
            : Words::tr("%1 when done").arg(words::money(*job.expected));
    case JobValue::State::Unknown:
        return job.expected ? Words::tr("%1 at most").arg(words::money(*job.expected))
                            : words::moneyOf(CostState::Unknown, {});
    case JobValue::State::Failed:
        if (job.declined && job.costState == CostState::Unknown)
            return words::moneyOf(CostState::Unknown, {});
        return job.spent.isZero() ? Words::tr("not charged") : words::money(job.spent);
    case JobValue::State::Done:
    case JobValue::State::Cancelled:
        return words::moneyOf(job.costState, job.spent);
    }
    return {};
}

QString jobSpoken(const JobValue &job, const QString &service, const QDateTime &now)
{
    return Words::tr("%1, %2, %3, %4")
        .arg(jobTitle(job), service, jobState(job, service, now), jobCost(job));
}

std::optional<int> jobPermille(const JobValue &job)
{
    if (job.state == JobValue::State::Waiting)
        return 0;
    if (job.state == JobValue::State::Done)
        return 1000;
    if (job.percent)
        return std::clamp(*job.percent, 0, 100) * 10;
    if (job.wanted > 1 && job.made > 0)
        return 1000 * job.made / job.wanted;
    return {};
}

words::Message cancelWords(const JobValue &job, const QString &service)
{
    words::Message message;
    if (job.cancelRefused && job.isRunning()) {
        message.title = Words::tr("%1 cannot be told to stop.").arg(service);
        message.text = job.expected
            ? Words::tr("It finishes and charges about %1. Keyway fetches the result.")
                  .arg(words::money(*job.expected))
            : Words::tr("It finishes and charges it. Keyway fetches the result.");
        return message;
    }
    message.title = job.made > 0 && job.wanted > 1
        ? Words::tr("%1 has finished %2 of %n image(s).", nullptr, job.wanted)
              .arg(service, QString::number(job.made))
        : job.state == JobValue::State::Done ? Words::tr("%1 was done already.").arg(service)
                                             : Words::tr("Cancelled.");
    if (job.spent > Money())
        message.text = Words::tr("You pay %1 for it.").arg(words::money(job.spent));
    else if (job.costState == CostState::Unknown && !job.service.isEmpty())
        message.text = Words::tr("%1 does not say what it charges for what it has done until now.")
                           .arg(service);
    else
        message.text = Words::tr("Nothing was charged.");
    return message;
}

words::Message quitWords(const StudioJobs &jobs)
{
    int waiting = 0;
    QStringList makers;
    for (const JobValue &job : jobs.jobs) {
        if (job.isWaiting())
            ++waiting;
        else if (job.isRunning() && !makers.contains(job.integrationName))
            makers.append(job.integrationName);
    }
    const int running = jobs.running();
    if (running == 0)
        return {};
    words::Message message;
    message.title = Words::tr("Quit? %n job(s) are running.", nullptr, running);
    if (makers.size() == 1)
        message.text = Words::tr("%1 will finish and charge for it anyway. Keyway fetches the "
                                 "result next time.")
                           .arg(makers.first());
    else if (!makers.isEmpty())
        message.text = Words::tr("The services will finish and charge for it anyway. Keyway "
                                 "fetches the results next time.");
    if (waiting > 0)
        message.text += (message.text.isEmpty() ? QString() : u" "_s)
            + Words::tr("What waits for its turn begins next time.");
    return message;
}

words::Message failureWords(const JobValue &job, const QString &service)
{
    if (job.state == JobValue::State::Unknown)
        return {Words::tr("It is not known whether %1 made it.").arg(service),
                Words::tr("%1 may charge it. Keyway does not send it again. Look at your account "
                          "there before you do.")
                    .arg(service),
                {},
                job.error ? words::errorCode(*job.error) : QString()};
    if (!job.error)
        return {Words::tr("It could not be made."), {}, {}, {}};
    words::ErrorFacts facts;
    facts.serviceName = service;
    facts.integrationName = job.integrationName;
    facts.model = job.model;
    return words::errorWords(*job.error, facts);
}

} // namespace keyway
