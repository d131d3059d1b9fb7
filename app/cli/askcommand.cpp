#include "app/cli/commands.h"
#include "app/cli/json.h"
#include "app/cli/terminal.h"
#include "ui/words/dates.h"
#include "ui/words/money.h"
#include "ui/words/routing.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>

#include <algorithm>

namespace keyway::cli {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Ask)
};

struct Asked {
    PromptRequest request;
    engine::AskOptions options;
};

QList<Option> routeOptions()
{
    return {
        {u"route"_s, u"STRATEGY"_s, Text::tr("my-order or cheapest")},
        {u"model"_s, u"SERVICE/MODEL"_s, Text::tr("ask only this model")},
        {u"integration"_s, u"NAME"_s, Text::tr("ask only this integration")},
        {u"max-tokens"_s, u"N"_s, Text::tr("the longest answer, in tokens")},
        {u"system"_s, u"TEXT"_s, Text::tr("instructions for the model")},
        {u"temperature"_s, u"T"_s, Text::tr("0 to 2, for models that take it")},
        {u"allow-double-bill"_s,
         {},
         Text::tr("ask the next service even where the last one may have charged")},
    };
}

/// Turns the arguments into a request; false after saying what is wrong, with the code in `exit`.
bool readRequest(Context &context, const Arguments &arguments, RequestType type, Asked *asked,
                 Exit *exit)
{
    const auto wrong = [&](const QString &sentence) {
        *exit = context.wrongUse(sentence);
        return false;
    };
    QString prompt = arguments.operands().first();
    if (prompt == "-"_L1) {
        const Result<QString> given = readPrompt();
        if (!given) {
            *exit = context.fail(given.error());
            return false;
        }
        prompt = *given;
    }
    asked->request.type = type;
    asked->request.app = AppClass::CommandLine;
    asked->request.messages = {{Message::Role::User, prompt}};
    asked->request.instructions = arguments.value(u"system"_s);
    if (arguments.has(u"temperature"_s))
        asked->request.parameters.insert(u"temperature"_s, arguments.value(u"temperature"_s));
    if (arguments.has(u"max-tokens"_s)) {
        bool number = false;
        const qint64 most = arguments.value(u"max-tokens"_s).toLongLong(&number);
        if (!number || most < 1)
            return wrong(Text::tr("--max-tokens takes a whole number from 1 on."));
        asked->request.maxOutputTokens = most;
    }
    if (arguments.has(u"route"_s)) {
        const auto strategy = strategyFromName(arguments.value(u"route"_s));
        if (!strategy)
            return wrong(Text::tr("--route takes my-order or cheapest."));
        asked->options.strategy = *strategy;
    }
    if (arguments.has(u"model"_s)) {
        const QString model = arguments.value(u"model"_s);
        const qsizetype slash = model.indexOf(u'/');
        if (slash < 1 || slash == model.size() - 1)
            return wrong(Text::tr("--model takes SERVICE/MODEL, for example openai/gpt-6-luna."));
        asked->options.service = model.left(slash);
        asked->options.model = model.mid(slash + 1);
        if (!context.workspace->catalogue().service(asked->options.service))
            return wrong(
                Text::tr("Keyway does not know the service %1.").arg(asked->options.service));
    }
    if (arguments.has(u"integration"_s)) {
        const Result<Integration> found = context.named(arguments.value(u"integration"_s));
        if (!found) {
            *exit = context.fail(found.error());
            return false;
        }
        asked->options.integration = found->id;
    }
    if (arguments.has(u"allow-double-bill"_s))
        asked->options.doubleBill = engine::DoubleBill::Allow;
    return true;
}

/// Opens the vault where an integration that may be asked keeps its key there.
Result<Done> openStores(Context &context)
{
    const Result<engine::Overview> view = context.workspace->overview();
    if (!view)
        return view.error();
    const bool wanted = std::any_of(
        view->integrations.cbegin(), view->integrations.cend(), [](const auto &summary) {
            return summary.integration.enabled && summary.integration.keySource == KeySource::Vault;
        });
    return wanted ? context.openVaultIfNeeded() : Result<Done>(Done{});
}

Exit exitFor(const engine::Answer &answer)
{
    switch (answer.outcome) {
    case Outcome::Completed:
    case Outcome::Refused:
    case Outcome::Filtered:
        return Exit::Done;
    case Outcome::Cancelled:
        return Exit::Error;
    default:
        break;
    }
    const auto everyAttempt = [&](auto holds) {
        return !answer.attempts.isEmpty()
            && std::all_of(
                answer.attempts.cbegin(), answer.attempts.cend(),
                [&](const auto &attempt) { return attempt.error && holds(*attempt.error); });
    };
    const bool overBudget = answer.plan.candidates.isEmpty() && !answer.plan.excluded.isEmpty()
        && std::any_of(answer.plan.excluded.cbegin(), answer.plan.excluded.cend(),
                       [](const auto &out) {
                           return out.reason.code == routing::ReasonCode::OverBudget;
                       });
    if (overBudget)
        return Exit::LimitReached;
    if (everyAttempt([](const Error &error) {
            return error.kind() == Error::Kind::Keychain && error.reason() == "locked"_L1;
        }))
        return Exit::KeychainLocked;
    if (everyAttempt([](const Error &error) {
            return error.kind() == Error::Kind::Network && error.reason() == "offline"_L1;
        }))
        return Exit::Offline;
    if (answer.attempts.isEmpty() && answer.error && answer.error->kind() == Error::Kind::Storage)
        return Exit::Error;
    const bool ourRequest = answer.error && answer.error->kind() == Error::Kind::Rejected
        && answer.error->reason() != "no-service"_L1;
    return ourRequest ? Exit::Error : Exit::NoServiceAnswered;
}

/// What is told beside the answer: who failed, who answered, what it cost.
void tellAttempts(const Context &context, const engine::Answer &answer)
{
    QStringList told; // a service that was asked again in vain is told once
    for (const engine::AttemptReport &attempt : answer.attempts) {
        if (!attempt.error)
            continue;
        const Result<Integration> integration
            = context.workspace->integration(attempt.record.integrationId);
        words::ErrorFacts facts;
        if (integration)
            facts = context.factsOf(*integration);
        facts.model = attempt.record.model;
        const words::Message message = words::errorWords(*attempt.error, facts);
        const QString code = words::errorCode(*attempt.error);
        const QString line = u"%1: %2%3"_s.arg(attempt.record.integrationName, message.sentence(),
                                               code.isEmpty() ? code : u" (%1)"_s.arg(code));
        if (told.contains(line))
            continue;
        tell(line);
        told.append(line);
        const QString next = nextCommand(*attempt.error, attempt.record.integrationName);
        if (!next.isEmpty())
            tell(next);
    }
    if (!answer.notAsked.isEmpty()) {
        tell(Text::tr(
                 "%1 was not asked, since the attempt before it may have been charged. Ask again "
                 "with --allow-double-bill to accept that.")
                 .arg(answer.notAsked.first().integrationName));
    }
    if (answer.attempts.isEmpty())
        return;
    const UsageRecord &last = answer.attempts.last().record;
    if (last.outcome == Outcome::Failed && answer.text.isEmpty())
        return;
    const bool fellBack = answer.attempts.size() > 1
        && answer.attempts.first().record.integrationId != last.integrationId;
    if (fellBack) {
        tell(Text::tr("%1 answered: fell back from %2.")
                 .arg(last.integrationName, answer.attempts.first().record.integrationName));
    }
    const QString amount = last.type == RequestType::Image
        ? Text::tr("%n picture(s)", nullptr, static_cast<int>(answer.images.size()))
        : Text::tr("%1 tokens in, %2 out")
              .arg(words::count(last.usage.tokensIn()), words::count(last.usage.tokensOut()));
    tell(Text::tr("%1 · %2 · %3 · %4 · %5 + fee %6")
             .arg(last.model, last.integrationName,
                  words::duration(std::chrono::milliseconds(last.durationMs)), amount,
                  words::requestMoneyOf(last.costState, last.platformCost),
                  words::requestMoney(last.platformFee)));
}

/// Nobody was asked: every reason, since each wants another remedy.
void tellNoService(const routing::RoutePlan &plan)
{
    if (plan.excluded.isEmpty()) {
        tell(Text::tr("No integrations yet. Add one: keyway integrations add openai"));
        return;
    }
    tell(words::whyNoService(plan));
    if (plan.excluded.size() == 1)
        return;
    for (const routing::Excluded &excluded : plan.excluded) {
        tell(Text::tr("Skipped: %1 · %2")
                 .arg(excluded.integrationName, words::reasonWords(excluded.reason)));
    }
}

Exit finishAnswer(Context &context, const engine::Answer &answer)
{
    if (context.json)
        context.printJson(answerJson(answer));
    if (!context.quiet && !context.json)
        tellAttempts(context, answer);
    const Exit exit = exitFor(answer);
    if (exit == Exit::Done)
        return exit;
    if (answer.attempts.isEmpty() && answer.error && answer.error->reason() == "no-service"_L1)
        tellNoService(answer.plan);
    else if (answer.attempts.isEmpty() && answer.error)
        tell(words::errorWords(*answer.error).sentence());
    else if (exit == Exit::NoServiceAnswered && answer.text.isEmpty())
        tell(Text::tr("No service could answer."));
    return exit;
}

Exit ask(Context &context, const Arguments &arguments)
{
    Asked asked;
    Exit exit = Exit::Done;
    if (!readRequest(context, arguments, RequestType::Text, &asked, &exit))
        return exit;
    if (const Result<Done> opened = openStores(context); !opened)
        return context.fail(opened.error());
    bool endsWithLine = true;
    const bool shown = !context.json;
    const engine::AnswerSink sink = [&endsWithLine, shown](const engine::AnswerEvent &event) {
        const auto *arrived = std::get_if<engine::TextArrived>(&event);
        if (arrived && shown && !arrived->text.isEmpty()) {
            printPart(arrived->text);
            endsWithLine = arrived->text.endsWith(u'\n');
        }
    };
    auto asking = context.workspace->ask(asked.request, asked.options, sink, context.stop.token());
    const engine::Answer answer = context.finish(std::move(asking));
    if (shown && !endsWithLine)
        print({});
    return finishAnswer(context, answer);
}

/// Writes a picture beside existing ones; never over one. The path, or an error.
Result<QString> keepImage(const GeneratedImage &image, const QString &wanted, const Id &request,
                          int number)
{
    QString format = image.mimeType.section(u'/', 1).section(u';', 0, 0);
    if (format == "jpeg"_L1)
        format = u"jpg"_s;
    QString path = wanted;
    if (path.isEmpty() || QFileInfo(path).isDir()) {
        const QString name = u"keyway-%1-%2.%3"_s.arg(request.toString().right(12))
                                 .arg(number)
                                 .arg(format.isEmpty() ? u"png"_s : format);
        path = QDir(path.isEmpty() ? u"."_s : path).filePath(name);
    } else if (number > 1) {
        const QFileInfo info(path);
        path = info.dir().filePath(
            u"%1-%2.%3"_s.arg(info.completeBaseName()).arg(number).arg(info.suffix()));
    }
    QSaveFile file(path);
    const bool kept = file.open(QIODevice::WriteOnly)
        && file.write(image.bytes) == image.bytes.size() && file.commit();
    if (!kept) {
        return Error(Error::Kind::Storage, path + ": "_L1 + file.errorString())
            .withReason(u"cannot-write"_s);
    }
    return path;
}

Exit image(Context &context, const Arguments &arguments)
{
    Asked asked;
    Exit exit = Exit::Done;
    if (!readRequest(context, arguments, RequestType::Image, &asked, &exit))
        return exit;
    const QString output = arguments.value(u"output"_s);
    if (!output.isEmpty() && QFileInfo(output).isFile() && !context.yes) {
        return context.wrongUse(
            Text::tr("%1 exists. Name another file, or say --yes to replace it.").arg(output));
    }
    const QFileInfo folder(QFileInfo(output).path());
    if (!output.isEmpty() && (!folder.isDir() || !folder.isWritable()))
        return context.wrongUse(Text::tr("Nothing can be written in %1.").arg(folder.filePath()));
    ImageOptions &options = asked.request.image;
    options.size = arguments.value(u"size"_s);
    options.aspectRatio = arguments.value(u"aspect"_s);
    options.negativePrompt = arguments.value(u"without"_s);
    options.format = arguments.value(u"format"_s);
    if (arguments.has(u"seed"_s)) {
        bool number = false;
        options.seed = arguments.value(u"seed"_s).toLongLong(&number);
        if (!number || *options.seed < 0)
            return context.wrongUse(Text::tr("--seed takes a whole number from 0 on."));
    }
    if (const Result<Done> opened = openStores(context); !opened)
        return context.fail(opened.error());
    auto asking = context.workspace->ask(
        asked.request, asked.options, [](const engine::AnswerEvent &) {}, context.stop.token());
    const engine::Answer answer = context.finish(std::move(asking));
    QJsonArray files;
    int number = 0;
    for (const GeneratedImage &picture : answer.images) {
        const Result<QString> path = keepImage(picture, output, answer.requestId, ++number);
        if (!path)
            return context.fail(path.error());
        files.append(*path);
        if (!context.json)
            print(*path);
    }
    if (context.json) {
        QJsonObject json = answerJson(answer);
        json.insert("files"_L1, files);
        context.printJson(json);
        return exitFor(answer);
    }
    return finishAnswer(context, answer);
}

Exit explain(Context &context, const Arguments &arguments)
{
    Asked asked;
    Exit exit = Exit::Done;
    const RequestType type = arguments.has(u"image"_s) ? RequestType::Image : RequestType::Text;
    if (!readRequest(context, arguments, type, &asked, &exit))
        return exit;
    const Result<routing::RoutePlan> plan
        = context.workspace->explain(asked.request, asked.options);
    if (!plan)
        return context.fail(plan.error());
    if (context.json) {
        context.printJson(QJsonObject{{u"strategy"_s, nameOf(plan->strategy)},
                                      {u"candidates"_s, candidatesJson(*plan)},
                                      {u"excluded"_s, excludedJson(*plan)}});
        return Exit::Done;
    }
    print(plan->candidates.isEmpty() ? words::whyNoService(*plan) : words::whyThisService(*plan));
    int place = 0;
    for (const routing::Candidate &candidate : plan->candidates) {
        const QString price = candidate.estimatedCost
            ? Text::tr("about %1").arg(words::requestMoney(*candidate.estimatedCost))
            : Text::tr("price unknown");
        print(u"%1. %2 · %3 · %4 · %5"_s.arg(++place).arg(candidate.integrationName,
                                                          candidate.model, price,
                                                          words::reasonWords(candidate.reason)));
    }
    for (const routing::Excluded &excluded : plan->excluded) {
        print(Text::tr("Skipped: %1 · %2")
                  .arg(excluded.integrationName, words::reasonWords(excluded.reason)));
    }
    return Exit::Done;
}

} // namespace

QList<Command> askCommands()
{
    QList<Option> imageOptions{
        {u"output"_s, u"PATH"_s, Text::tr("a file, or a folder for pictures")},
        {u"size"_s, u"WxH"_s, Text::tr("such as 1024x1024, where the model takes it")},
        {u"aspect"_s, u"W:H"_s, Text::tr("such as 16:9, where the model takes it")},
        {u"without"_s, u"TEXT"_s, Text::tr("what should not be in the picture")},
        {u"seed"_s, u"N"_s, Text::tr("the same number draws the same picture")},
        {u"format"_s, u"FORMAT"_s, Text::tr("png, jpeg or webp")},
    };
    imageOptions += routeOptions();
    QList<Option> explainOptions{{u"image"_s, {}, Text::tr("as if a picture was asked for")}};
    explainOptions += routeOptions();
    return {
        {{u"ask"_s},
         u"PROMPT|-"_s,
         Text::tr("Ask; the answer goes to standard output"),
         routeOptions(),
         1,
         1,
         ask},
        {{u"image"_s}, u"PROMPT|-"_s, Text::tr("Have a picture made"), imageOptions, 1, 1, image},
        {{u"routing"_s, u"explain"_s},
         u"PROMPT|-"_s,
         Text::tr("Tell who would be asked and why; asks nobody and costs nothing"),
         explainOptions,
         1,
         1,
         explain},
    };
}

} // namespace keyway::cli
