#include "app/cli/asking.h"
#include "app/cli/json.h"
#include "app/cli/terminal.h"
#include "ui/words/money.h"

#include <QtCore/QFileInfo>

namespace keyway::cli {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Gallery)
};

constexpr int mostShown = 10'000;

/// What was made, newest first.
Result<QList<Job>> made(const Context &context)
{
    JobFilter filter;
    filter.which = JobFilter::Which::Ended;
    filter.limit = mostShown;
    const Result<QList<Job>> ended = context.workspace->jobs(filter);
    if (!ended)
        return ended.error();
    QList<Job> jobs;
    for (const Job &job : *ended) {
        if (!job.files.isEmpty())
            jobs.append(job);
    }
    return jobs;
}

Exit list(Context &context, const Arguments &)
{
    const Result<QList<Job>> jobs = made(context);
    if (!jobs)
        return context.fail(jobs.error());
    if (context.json) {
        QJsonArray array;
        for (const Job &job : *jobs)
            array.append(jobJson(job));
        context.printJson(array);
        return Exit::Done;
    }
    QList<QStringList> lines;
    for (const Job &job : *jobs) {
        for (const JobFile &file : job.files) {
            const QString path = QFileInfo::exists(file.path)
                ? file.path
                : Text::tr("%1 (not there any more)").arg(file.path);
            lines.append({shortId(job), job.model, path});
        }
    }
    if (lines.isEmpty())
        tell(Text::tr("Nothing was made yet. Begin with: keyway image PROMPT"));
    else
        printTable(lines, u"lll"_s, {Text::tr("ID"), Text::tr("Model"), Text::tr("File")});
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
        {Text::tr("ID"), job->id.toString()},
        {Text::tr("Prompt"), job->prompt},
        {Text::tr("Service"), job->integrationName},
        {Text::tr("Model"), job->model},
        {Text::tr("Cost"), words::requestMoneyOf(job->costState, job->platformCost)}};
    for (const JobFile &file : job->files) {
        lines.append({Text::tr("File"), file.path});
        if (file.seed)
            lines.append({Text::tr("Seed"), QString::number(*file.seed)});
    }
    printTable(lines, u"ll"_s);
    return Exit::Done;
}

Exit remove(Context &context, const Arguments &arguments)
{
    const Result<Job> job = context.jobNamed(arguments.operands().first());
    if (!job)
        return context.fail(job.error());
    const Result<Done> removed = context.workspace->removeFromGallery(job->id);
    if (!removed)
        return context.fail(removed.error());
    if (context.json)
        context.printJson(jobJson(*job));
    else
        tell(Text::tr("It is out of the gallery; its files stay where they are. Put it back: "
                      "keyway gallery restore %1")
                 .arg(job->id.toString()));
    return Exit::Done;
}

Exit restore(Context &context, const Arguments &arguments)
{
    const std::optional<Id> id = Id::fromString(arguments.operands().first());
    if (!id)
        return context.wrongUse(Text::tr("What was taken out is named by its whole id."));
    const Result<Done> restored = context.workspace->restoreToGallery(*id);
    if (!restored)
        return context.fail(restored.error());
    const Result<Job> job = context.workspace->job(*id);
    if (!job)
        return context.fail(job.error());
    if (context.json)
        context.printJson(jobJson(*job));
    else
        tell(Text::tr("It is in the gallery again."));
    return Exit::Done;
}

} // namespace

QList<Command> galleryCommands()
{
    const QString id = u"ID"_s;
    return {
        {{u"gallery"_s, u"list"_s}, {}, Text::tr("What was made, newest first"), {}, 0, 0, list},
        {{u"gallery"_s, u"show"_s}, id, Text::tr("How one was made"), {}, 1, 1, show},
        {{u"gallery"_s, u"remove"_s},
         id,
         Text::tr("Take one out of the gallery; its files stay"),
         {},
         1,
         1,
         remove},
        {{u"gallery"_s, u"restore"_s},
         id,
         Text::tr("Put one back into the gallery"),
         {},
         1,
         1,
         restore},
    };
}

} // namespace keyway::cli
