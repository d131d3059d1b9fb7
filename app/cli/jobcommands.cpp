#include "app/cli/asking.h"
#include "app/cli/json.h"
#include "app/cli/terminal.h"
#include "ui/words/dates.h"
#include "ui/words/money.h"

#include <QtCore/QTimer>

namespace keyway::cli {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Jobs)
};

constexpr int usualCount = 20;

QString standing(const Job &job)
{
    switch (job.stage) {
    case Job::Stage::Queued:
        return Text::tr("waiting");
    case Job::Stage::Sending:
        return Text::tr("sending");
    case Job::Stage::Working:
        if (job.waitsAtService)
            return Text::tr("waiting at the service");
        return job.percent ? Text::tr("working, %1 %").arg(*job.percent) : Text::tr("working");
    case Job::Stage::Downloading:
        return Text::tr("downloading");
    case Job::Stage::Ended:
        break;
    }
    switch (job.outcome) {
    case Outcome::Completed:
        return job.files.isEmpty() ? Text::tr("done, not fetched") : Text::tr("done");
    case Outcome::Refused:
    case Outcome::Filtered:
        return Text::tr("withheld");
    case Outcome::Cancelled:
        return Text::tr("cancelled");
    case Outcome::Unknown:
        return Text::tr("outcome unknown");
    default:
        return Text::tr("failed");
    }
}

QString costOf(const Job &job)
{
    if (job.hasEnded())
        return words::requestMoneyOf(job.costState, job.platformCost);
    return job.expectedCost ? Text::tr("about %1").arg(words::requestMoney(*job.expectedCost))
                            : QString();
}

QString shortened(const QString &prompt)
{
    constexpr qsizetype most = 50;
    const QString line = prompt.simplified();
    return line.size() <= most ? line : line.left(most - 1) + u'…';
}

Exit list(Context &context, const Arguments &)
{
    JobFilter filter;
    filter.limit = usualCount;
    const Result<QList<Job>> jobs = context.workspace->jobs(filter);
    if (!jobs)
        return context.fail(jobs.error());
    if (context.json) {
        QJsonArray array;
        for (const Job &job : *jobs)
            array.append(jobJson(job));
        context.printJson(array);
        return Exit::Done;
    }
    if (context.workspace->jobsPaused())
        tell(Text::tr("Paused. keyway jobs resume goes on."));
    QList<QStringList> lines;
    for (const Job &job : *jobs) {
        lines.append({shortId(job), standing(job), job.model, costOf(job), shortened(job.prompt)});
    }
    if (lines.isEmpty())
        tell(Text::tr("No pictures or videos yet. Make one: keyway image PROMPT"));
    else
        printTable(lines, u"lllrl"_s,
                   {Text::tr("ID"), Text::tr("State"), Text::tr("Model"), Text::tr("Cost"),
                    Text::tr("Prompt")});
    return Exit::Done;
}

Exit show(Context &context, const Arguments &arguments)
{
    const Result<Job> job = context.jobNamed(arguments.operands().first());
    if (!job)
        return context.fail(job.error());
    if (context.json) {
        context.printJson(jobJson(*job));
        return Exit::Done;
    }
    QList<QStringList> lines{
        {Text::tr("ID"), job->id.toString()}, {Text::tr("Prompt"), job->prompt},
        {Text::tr("State"), standing(*job)},  {Text::tr("Service"), job->integrationName},
        {Text::tr("Model"), job->model},      {Text::tr("Cost"), costOf(*job)}};
    for (const JobFile &file : job->files)
        lines.append({Text::tr("File"), file.path});
    if (job->error)
        lines.append({Text::tr("Problem"), words::errorWords(*job->error).sentence()});
    if (!job->words.isEmpty())
        lines.append({Text::tr("The service says"), job->words});
    printTable(lines, u"ll"_s);
    return Exit::Done;
}

Exit cancel(Context &context, const Arguments &arguments)
{
    const Result<Job> job = context.jobNamed(arguments.operands().first());
    if (!job)
        return context.fail(job.error());
    if (const Result<Done> opened = openStores(context); !opened)
        return context.fail(opened.error());
    engine::Workspace &workspace = *context.workspace;
    if (const Result<Done> asked = workspace.cancelJob(job->id); !asked)
        return context.fail(asked.error());
    // The service is asked by whoever attends to the job; that takes a question or two.
    CancelSource enough;
    QObject::connect(&workspace, &engine::Workspace::jobsChanged, &workspace,
                     [&workspace, id = job->id, enough] {
                         const Result<Job> moved = workspace.job(id);
                         if (moved && !moved->hasEnded() && moved->error)
                             enough.cancel(); // the service will not stop it
                     });
    QTimer::singleShot(std::chrono::seconds(30), &workspace, [enough] { enough.cancel(); });
    const Result<engine::JobEnd> end = context.finish(workspace.jobEnded(job->id, enough.token()));
    const Result<Job> now = workspace.job(job->id);
    if (!now)
        return context.fail(now.error());
    if (context.json)
        context.printJson(jobJson(*now));
    if (!now->hasEnded() && now->error)
        return context.fail(*now->error);
    if (!context.json)
        tell(end ? u"%1 · %2"_s.arg(standing(*now), costOf(*now))
                 : Text::tr("It was asked to stop. keyway jobs show %1 tells how it stands.")
                       .arg(shortId(*job)));
    return now->hasEnded() && now->outcome == Outcome::Cancelled ? Exit::Done : Exit::Error;
}

Exit setPaused(Context &context, bool paused)
{
    const Result<Done> set = context.workspace->setJobsPaused(paused);
    if (!set)
        return context.fail(set.error());
    if (context.json)
        context.printJson(QJsonObject{{u"paused"_s, paused}});
    else
        tell(paused ? Text::tr("Paused. What runs goes on, nothing new begins.")
                    : Text::tr("What waits goes on."));
    return Exit::Done;
}

Exit pause(Context &context, const Arguments &)
{
    return setPaused(context, true);
}

Exit resume(Context &context, const Arguments &)
{
    return setPaused(context, false);
}

} // namespace

QList<Command> jobCommands()
{
    return {
        {{u"jobs"_s, u"list"_s}, {}, Text::tr("Pictures and videos, newest first"), {}, 0, 0, list},
        {{u"jobs"_s, u"show"_s}, u"ID"_s, Text::tr("One picture or video"), {}, 1, 1, show},
        {{u"jobs"_s, u"cancel"_s},
         u"ID"_s,
         Text::tr("Stop a picture or video that is being made"),
         {},
         1,
         1,
         cancel},
        {{u"jobs"_s, u"pause"_s}, {}, Text::tr("Begin nothing new"), {}, 0, 0, pause},
        {{u"jobs"_s, u"resume"_s}, {}, Text::tr("Begin what waits"), {}, 0, 0, resume},
    };
}

} // namespace keyway::cli
