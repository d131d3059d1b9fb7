#include "app/cli/asking.h"

#include "app/cli/json.h"
#include "app/cli/terminal.h"
#include "core/engine/attachfile.h"
#include "ui/words/dates.h"
#include "ui/words/money.h"
#include "ui/words/routing.h"

#include <QtCore/QFileInfo>

#include <algorithm>

namespace keyway::cli {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Ask)
};

QString whyNotAttached(const QString &path, const Error &error)
{
    if (error.reason() == "too-large"_L1)
        return Text::tr("%1 is too large to go with a prompt.").arg(path);
    if (error.reason() == "unsupported-attachment"_L1)
        return Text::tr("%1 is no picture, PDF or text file.").arg(path);
    return Text::tr("%1 cannot be read.").arg(path);
}

/// What is told beside the answer: who failed, who answered, what it cost.
void tellAttempts(const Context &context, const engine::Answer &answer, qsizetype files)
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
    if (answer.stoppedBefore == engine::StoppedBefore::DearerService) {
        const routing::Candidate &next = answer.notAsked.first();
        tell(Text::tr("%1 was not asked, since it costs more than twice as much (about %2). Ask "
                      "again with --allow-dearer to accept that.")
                 .arg(next.integrationName,
                      words::requestMoney(next.estimatedCost.value_or(Money()))));
    } else if (answer.stoppedBefore == engine::StoppedBefore::PassedLimit) {
        const routing::Candidate &next = answer.notAsked.first();
        tell(Text::tr("%1 was not asked: it %2. Ask again with --pass-limits to accept that.")
                 .arg(next.integrationName, words::reasonWords(next.reason)));
    } else if (!answer.notAsked.isEmpty()) {
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
        ? Text::tr("%n picture(s)", nullptr, static_cast<int>(files))
        : last.type == RequestType::Video
        ? Text::tr("%n video(s)", nullptr, static_cast<int>(files))
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

} // namespace

QList<Option> routeOptions()
{
    return {
        {u"route"_s, u"STRATEGY"_s,
         Text::tr("my-order, cheapest, fastest, best-quality or balanced")},
        {u"model"_s, u"SERVICE/MODEL"_s, Text::tr("ask only this model")},
        {u"integration"_s, u"NAME"_s, Text::tr("ask only this integration")},
        {u"max-tokens"_s, u"N"_s, Text::tr("the longest answer, in tokens")},
        {u"system"_s, u"TEXT"_s, Text::tr("instructions for the model")},
        {u"temperature"_s, u"T"_s, Text::tr("0 to 2, for models that take it")},
        {u"allow-double-bill"_s,
         {},
         Text::tr("ask the next service even where the last one may have charged")},
        {u"allow-dearer"_s,
         {},
         Text::tr("ask the next service even where it costs more than twice as much")},
        {u"pass-limits"_s, {}, Text::tr("ask where it could pass a limit that asks first")},
        {u"only"_s, u"NAME"_s,
         Text::tr("ask only this integration, service or model; may be given again")},
        {u"ignore"_s, u"NAME"_s,
         Text::tr("never ask this integration, service or model; may be given again")},
        {u"max-price"_s, u"DOLLARS"_s,
         Text::tr("the most that one attempt may cost, such as 0.02")},
        {u"local"_s, {}, Text::tr("ask only what runs on this computer")},
    };
}

namespace {

/// What the options wish of the choice. False where one of them cannot be understood, which
/// `problem` says then.
bool readWishes(const Arguments &arguments, routing::Wishes *wishes, QString *problem)
{
    wishes->only = arguments.values(u"only"_s);
    wishes->ignore = arguments.values(u"ignore"_s);
    wishes->localOnly = arguments.has(u"local"_s);
    if (!arguments.has(u"max-price"_s))
        return true;
    wishes->maxPrice = amountIn(arguments.value(u"max-price"_s));
    if (!wishes->maxPrice)
        *problem = Text::tr("--max-price takes an amount in dollars, for example 0.02.");
    return wishes->maxPrice.has_value();
}

} // namespace

std::optional<Money> amountIn(const QString &dollars)
{
    // Fractions of a cent, as services print what one piece costs.
    const std::optional<Price> price = Price::each(dollars);
    return price ? std::optional(Money::fromPico(price->pico())) : std::nullopt;
}

QString readModel(const Context &context, const QString &name, engine::AskOptions *options)
{
    const qsizetype slash = name.indexOf(u'/');
    if (slash < 1 || slash == name.size() - 1)
        return Text::tr("--model takes SERVICE/MODEL, for example openai/gpt-6-luna.");
    options->service = name.left(slash);
    options->model = name.mid(slash + 1);
    return context.workspace->catalogue().service(options->service)
        ? QString()
        : Text::tr("Keyway does not know the service %1.").arg(options->service);
}

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
    const std::pair<QString, Attachment::Use> files[]
        = {{u"attach"_s, Attachment::Use::Content},
           {u"image"_s, Attachment::Use::Content},
           {u"mask"_s, Attachment::Use::Mask},
           {u"first-frame"_s, Attachment::Use::FirstFrame},
           {u"last-frame"_s, Attachment::Use::LastFrame}};
    for (const auto &[option, use] : files) {
        for (const QString &path : arguments.values(option)) {
            const Result<Attachment> file = engine::readAttachment(path, use);
            if (!file)
                return wrong(whyNotAttached(path, file.error()));
            asked->request.messages[0].attachments.append(*file);
        }
    }
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
    asked->options.strategy = context.workspace->routeSettings().strategy;
    if (arguments.has(u"route"_s)) {
        const auto strategy = strategyFromName(arguments.value(u"route"_s));
        if (!strategy)
            return wrong(
                Text::tr("--route takes my-order, cheapest, fastest, best-quality or balanced."));
        asked->options.strategy = *strategy;
    }
    if (QString problem; !readWishes(arguments, &asked->options.wishes, &problem))
        return wrong(problem);
    asked->options.allowDearer = arguments.has(u"allow-dearer"_s);
    asked->options.mayPassLimits = arguments.has(u"pass-limits"_s);
    if (arguments.has(u"model"_s)) {
        const QString problem = readModel(context, arguments.value(u"model"_s), &asked->options);
        if (!problem.isEmpty())
            return wrong(problem);
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
                           return out.reason.code == routing::ReasonCode::OverBudget
                               || out.reason.code == routing::ReasonCode::OverRate
                               || out.reason.code == routing::ReasonCode::SpendingStopped;
                       });
    const bool wantsWord
        = answer.attempts.isEmpty() && answer.stoppedBefore == engine::StoppedBefore::PassedLimit;
    if (overBudget || wantsWord)
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

Exit finishAnswer(Context &context, const engine::Answer &answer, qsizetype files)
{
    if (!context.quiet && !context.json)
        tellAttempts(context, answer, files);
    const Exit exit = exitFor(answer);
    if (exit == Exit::Done)
        return exit;
    if (answer.attempts.isEmpty() && answer.error && answer.error->reason() == "no-service"_L1)
        tellNoService(answer.plan);
    else if (answer.attempts.isEmpty() && answer.error
             && answer.error->reason() != "asks-first"_L1) // told with who was not asked
        tell(words::errorWords(*answer.error).sentence());
    else if (exit == Exit::NoServiceAnswered && answer.text.isEmpty())
        tell(Text::tr("No service could answer."));
    return exit;
}

} // namespace keyway::cli
