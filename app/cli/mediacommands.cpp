#include "app/cli/asking.h"
#include "app/cli/json.h"
#include "app/cli/terminal.h"

#include <QtCore/QFileInfo>
#include <QtCore/QTimer>

namespace keyway::cli {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Media)
};

/// A whole number in an option; false after saying what is wrong.
bool readNumber(Context &context, const Arguments &arguments, const QString &option, qint64 least,
                std::optional<qint64> *value, Exit *exit)
{
    if (!arguments.has(option))
        return true;
    bool isNumber = false;
    *value = arguments.value(option).toLongLong(&isNumber);
    if (isNumber && **value >= least)
        return true;
    *exit = context.wrongUse(
        Text::tr("--%1 takes a whole number from %2 on.").arg(option).arg(least));
    return false;
}

bool readImageOptions(Context &context, const Arguments &arguments, ImageOptions *options,
                      Exit *exit)
{
    options->size = arguments.value(u"size"_s);
    options->quality = arguments.value(u"quality"_s);
    options->aspectRatio
        = arguments.value(arguments.has(u"aspect-ratio"_s) ? u"aspect-ratio"_s : u"aspect"_s);
    options->negativePrompt
        = arguments.value(arguments.has(u"negative"_s) ? u"negative"_s : u"without"_s);
    options->format = arguments.value(u"format"_s);
    std::optional<qint64> count;
    if (!readNumber(context, arguments, u"count"_s, 1, &count, exit)
        || !readNumber(context, arguments, u"seed"_s, 0, &options->seed, exit))
        return false;
    options->count = static_cast<int>(qMin<qint64>(count.value_or(1), 100));
    return true;
}

bool readVideoOptions(Context &context, const Arguments &arguments, VideoOptions *options,
                      Exit *exit)
{
    options->resolution = arguments.value(u"resolution"_s);
    options->aspectRatio = arguments.value(u"aspect-ratio"_s);
    const QString sound = arguments.value(u"sound"_s);
    if (arguments.has(u"sound"_s) && sound != "on"_L1 && sound != "off"_L1) {
        *exit = context.wrongUse(Text::tr("--sound takes on or off."));
        return false;
    }
    if (arguments.has(u"sound"_s))
        options->sound = sound == "on"_L1;
    std::optional<qint64> seconds;
    if (!readNumber(context, arguments, u"seconds"_s, 1, &seconds, exit)
        || !readNumber(context, arguments, u"seed"_s, 0, &options->seed, exit))
        return false;
    options->seconds = static_cast<int>(qMin<qint64>(seconds.value_or(0), 3600));
    return true;
}

/// Whether the results can go where they should; false after saying why not.
bool checkOutput(Context &context, const QString &output, Exit *exit)
{
    if (output.isEmpty())
        return true;
    if (QFileInfo(output).isFile() && !context.yes) {
        *exit = context.wrongUse(
            Text::tr("%1 exists. Name another file, or say --yes to replace it.").arg(output));
        return false;
    }
    const QFileInfo folder(QFileInfo(output).isDir() ? output : QFileInfo(output).path());
    if (folder.isDir() && folder.isWritable())
        return true;
    *exit = context.wrongUse(Text::tr("Nothing can be written in %1.").arg(folder.filePath()));
    return false;
}

/// Where a job stands, on a line of the terminal that the next one writes over.
QString progressLine(const Job &job)
{
    switch (job.stage) {
    case Job::Stage::Queued:
        return Text::tr("Waiting");
    case Job::Stage::Sending:
        return Text::tr("Sending to %1").arg(job.integrationName);
    case Job::Stage::Working:
        if (job.waitsAtService)
            return Text::tr("In the queue of %1").arg(job.integrationName);
        return job.percent ? Text::tr("%1 works: %2 %").arg(job.integrationName).arg(*job.percent)
                           : Text::tr("%1 works").arg(job.integrationName);
    case Job::Stage::Downloading:
        return Text::tr("Downloading");
    case Job::Stage::Ended:
        break;
    }
    return {};
}

class Progress : public QObject {
public:
    Progress(Context &context, const Id &id)
    {
        if (context.quiet || context.json || !errorIsTerminal())
            return;
        engine::Workspace *workspace = context.workspace.get();
        connect(workspace, &engine::Workspace::jobsChanged, this, [this, workspace, id] {
            const Result<Job> job = workspace->job(id);
            if (job && !job->hasEnded())
                show(progressLine(*job));
        });
    }
    ~Progress() override { show({}); }

private:
    void show(const QString &line)
    {
        if (line == m_shown)
            return;
        tellPart(u'\r' + line.leftJustified(m_shown.size()));
        if (line.isEmpty())
            tellPart(u"\r"_s);
        m_shown = line;
    }
    QString m_shown;
};

Exit finishJob(Context &context, const engine::JobEnd &end)
{
    const Job &job = end.job;
    QJsonArray files;
    for (const JobFile &file : job.files) {
        files.append(file.path);
        if (!context.json)
            print(file.path);
    }
    engine::Answer answer;
    if (end.answer) {
        answer = *end.answer;
    } else {
        answer.requestId = job.requestId;
        answer.error = job.error;
    }
    answer.outcome = job.outcome;
    if (context.json) {
        QJsonObject json = answerJson(answer);
        json.insert("files"_L1, files);
        json.insert("job"_L1, jobJson(job));
        context.printJson(json);
    }
    const Exit exit = finishAnswer(context, answer, job.files.size());
    if (exit == Exit::Done && job.error) {
        // It was made and paid for, but could not be fetched or kept.
        tell(words::errorWords(*job.error).sentence());
        return Exit::Error;
    }
    return exit;
}

Exit runJob(Context &context, const Arguments &arguments, const Asked &asked)
{
    const QString output = arguments.value(u"output"_s);
    Exit exit = Exit::Done;
    if (!checkOutput(context, output, &exit))
        return exit;
    if (const Result<Done> opened = openStores(context); !opened)
        return context.fail(opened.error());
    engine::Workspace &workspace = *context.workspace;
    const Result<Id> id = workspace.startJob(asked.request, asked.options, output);
    if (!id)
        return context.fail(id.error());
    const Progress progress(context, *id);
    if (arguments.has(u"detach"_s)) {
        const Result<Job> job = context.finish(workspace.jobHandedIn(*id, context.stop.token()));
        if (!job)
            return context.fail(job.error());
        if (!job->hasEnded()) {
            if (context.json)
                context.printJson(jobJson(*job));
            else
                print(job->id.toString());
            return Exit::Done;
        }
    }
    Result<engine::JobEnd> end = context.finish(workspace.jobEnded(*id, context.stop.token()));
    if (!end && end.error().kind() == Error::Kind::Cancelled) {
        const Result<Done> cancelled = workspace.cancelJob(*id);
        const Result<Job> job = workspace.job(*id);
        if (cancelled && job && job->hasTicket())
            tell(Text::tr("Asking %1 to stop. keyway jobs wait %2 tells how it ended.")
                     .arg(job->integrationName, job->id.toString()));
        CancelSource enough;
        QTimer::singleShot(std::chrono::seconds(20), &workspace, [enough] { enough.cancel(); });
        end = context.finish(workspace.jobEnded(*id, enough.token()));
    }
    if (!end)
        return context.fail(end.error());
    return finishJob(context, *end);
}

Exit image(Context &context, const Arguments &arguments)
{
    Asked asked;
    Exit exit = Exit::Done;
    if (!readRequest(context, arguments, RequestType::Image, &asked, &exit)
        || !readImageOptions(context, arguments, &asked.request.image, &exit))
        return exit;
    return runJob(context, arguments, asked);
}

Exit video(Context &context, const Arguments &arguments)
{
    Asked asked;
    Exit exit = Exit::Done;
    if (!readRequest(context, arguments, RequestType::Video, &asked, &exit)
        || !readVideoOptions(context, arguments, &asked.request.video, &exit))
        return exit;
    return runJob(context, arguments, asked);
}

Exit waitForJob(Context &context, const Arguments &arguments)
{
    const Result<Job> job = context.jobNamed(arguments.operands().first());
    if (!job)
        return context.fail(job.error());
    if (const Result<Done> opened = openStores(context); !opened)
        return context.fail(opened.error());
    const Progress progress(context, job->id);
    const Result<engine::JobEnd> end
        = context.finish(context.workspace->jobEnded(job->id, context.stop.token()));
    if (!end)
        return context.fail(end.error());
    return finishJob(context, *end);
}

} // namespace

QList<Command> mediaCommands()
{
    const QList<Option> every{
        {u"output"_s, u"PATH"_s, Text::tr("a file, or a folder; otherwise your pictures folder")},
        {u"aspect-ratio"_s, u"W:H"_s, Text::tr("such as 16:9, where the model takes it")},
        {u"seed"_s, u"N"_s, Text::tr("the same number makes the same again")},
        {u"detach"_s, {}, Text::tr("do not wait; keyway jobs wait ID fetches it later")},
    };
    QList<Option> imageOptions = every;
    imageOptions += QList<Option>{
        {u"size"_s, u"WxH"_s, Text::tr("such as 1024x1024, where the model takes it")},
        {u"quality"_s, u"QUALITY"_s, Text::tr("low, medium or high, where the model takes it")},
        {u"count"_s, u"N"_s, Text::tr("how many pictures")},
        {u"negative"_s, u"TEXT"_s, Text::tr("what should not be in the picture")},
        {u"format"_s, u"FORMAT"_s, Text::tr("png, jpeg or webp")},
        {u"image"_s, u"FILE"_s, Text::tr("a picture to edit; may be given again")},
        {u"mask"_s, u"FILE"_s, Text::tr("which part of it may change")},
        {u"aspect"_s, u"W:H"_s, Text::tr("the same as --aspect-ratio")},
        {u"without"_s, u"TEXT"_s, Text::tr("the same as --negative")},
    };
    imageOptions += routeOptions();
    QList<Option> videoOptions = every;
    videoOptions += QList<Option>{
        {u"seconds"_s, u"N"_s, Text::tr("how long it is")},
        {u"resolution"_s, u"HEIGHT"_s, Text::tr("such as 720p")},
        {u"first-frame"_s, u"FILE"_s, Text::tr("the picture it begins with")},
        {u"last-frame"_s, u"FILE"_s, Text::tr("the picture it ends with")},
        {u"sound"_s, u"on|off"_s, Text::tr("whether it has sound")},
    };
    videoOptions += routeOptions();
    return {
        {{u"image"_s}, u"PROMPT|-"_s, Text::tr("Have a picture made"), imageOptions, 1, 1, image},
        {{u"video"_s}, u"PROMPT|-"_s, Text::tr("Have a video made"), videoOptions, 1, 1, video},
        {{u"jobs"_s, u"wait"_s},
         u"ID"_s,
         Text::tr("Wait for a picture or video and fetch it"),
         {},
         1,
         1,
         waitForJob},
    };
}

} // namespace keyway::cli
