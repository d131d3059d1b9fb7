#include "app/cli/asking.h"
#include "app/cli/json.h"
#include "app/cli/terminal.h"
#include "core/engine/comparing.h"
#include "ui/words/dates.h"
#include "ui/words/routing.h"

#include <vector>

namespace keyway::cli {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Compare)
};

constexpr qsizetype fewestSides = 2, mostSides = 3;

/// Who is asked at each side; false after saying what is wrong.
bool readSides(Context &context, const Arguments &arguments, const engine::AskOptions &common,
               QList<engine::AskOptions> *sides, Exit *exit)
{
    const QStringList names = arguments.values(u"with"_s);
    if (names.size() < fewestSides || names.size() > mostSides) {
        *exit = context.wrongUse(Text::tr("Name two or three: -m SERVICE/MODEL, or -m with the "
                                          "name of an integration."));
        return false;
    }
    for (const QString &name : names) {
        engine::AskOptions side = common;
        if (const auto integration = context.workspace->integrationByName(name)) {
            side.integration = integration->id;
        } else if (!name.contains(u'/')) {
            *exit = context.wrongUse(
                Text::tr("%1 is neither SERVICE/MODEL nor the name of an integration.").arg(name));
            return false;
        } else if (const QString problem = readModel(context, name, &side); !problem.isEmpty()) {
            *exit = context.wrongUse(problem);
            return false;
        }
        sides->append(side);
    }
    return true;
}

/// Why two requests gave no vote, where it is about them; empty otherwise.
QString whyNoVote(const Error &error)
{
    if (error.kind() != Error::Kind::Rejected)
        return {};
    if (error.reason() == "no-such-request"_L1)
        return Text::tr("There is no request %1.").arg(error.detail());
    if (error.reason() == "incomplete-answer"_L1)
        return Text::tr("Request %1 has no complete answer to compare.").arg(error.detail());
    if (error.reason() == "same-model"_L1)
        return Text::tr("The same model gave both answers.");
    return {};
}

bool isComplete(const engine::Answer &answer)
{
    return answer.outcome == Outcome::Completed;
}

/// Which one the user keeps, from 0 on; nothing where they keep none or cannot be asked.
std::optional<std::size_t> askWhichToKeep(const Context &context,
                                          const std::vector<engine::Answer> &answers)
{
    if (context.json || context.quiet || !inputIsTerminal() || !errorIsTerminal())
        return std::nullopt;
    tellPart(Text::tr("Which answer is better? A number, or Enter for none: "));
    constexpr qsizetype longestLine = 16;
    QByteArray line;
    if (!readTypedLine(&line, longestLine))
        return std::nullopt;
    bool isNumber = false;
    const std::size_t number = line.trimmed().toULongLong(&isNumber);
    return isNumber && number >= 1 && number <= answers.size() ? std::optional(number - 1)
                                                               : std::nullopt;
}

/// Records the choice against each of the others that answered completely, and says what came of
/// it.
void keep(Context &context, const std::vector<engine::Answer> &answers, std::size_t kept)
{
    QString said;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        if (i == kept || !isComplete(answers[i]))
            continue;
        const auto vote
            = engine::voteFor(*context.workspace, answers[kept].requestId, answers[i].requestId);
        if (vote) {
            tell(Text::tr("Noted: %1 before %2.").arg(vote->winner, vote->loser));
            continue;
        }
        QString why = whyNoVote(vote.error());
        if (why.isEmpty())
            why = words::errorWords(vote.error()).sentence();
        if (why != said)
            tell(why);
        said = why;
    }
}

Exit compare(Context &context, const Arguments &arguments)
{
    Asked asked;
    QList<engine::AskOptions> sides;
    Exit exit = Exit::Done;
    if (!readRequest(context, arguments, RequestType::Text, &asked, &exit)
        || !readSides(context, arguments, asked.options, &sides, &exit))
        return exit;
    if (const Result<Done> opened = openStores(context); !opened)
        return context.fail(opened.error());
    // All of them are on their way before the first is waited for.
    std::vector<QCoro::Task<engine::Answer>> asking;
    for (const engine::AskOptions &side : std::as_const(sides)) {
        asking.push_back(context.workspace->ask(
            asked.request, side, [](const engine::AnswerEvent &) {}, context.stop.token()));
    }
    std::vector<engine::Answer> answers;
    for (QCoro::Task<engine::Answer> &one : asking)
        answers.push_back(context.finish(std::move(one)));

    QJsonArray json;
    qsizetype whole = 0;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        const engine::Answer &answer = answers[i];
        whole += isComplete(answer) ? 1 : 0;
        json.append(answerJson(answer));
        if (!context.json) {
            const QString name = arguments.values(u"with"_s).at(qsizetype(i));
            print(Text::tr("%1. %2", "a number and who answers").arg(i + 1).arg(name));
            if (!answer.text.isEmpty())
                print(answer.text);
        }
        const Exit ended = finishAnswer(context, answer, 0);
        if (exit == Exit::Done)
            exit = ended;
        if (!context.json && i + 1 < answers.size())
            print({});
    }
    if (context.json)
        context.printJson(QJsonObject{{u"answers"_s, json}});
    if (whole < fewestSides)
        return exit;
    if (const auto kept = askWhichToKeep(context, answers)) {
        keep(context, answers, *kept);
    } else if (!context.json && !context.quiet && !inputIsTerminal()) {
        tell(Text::tr("Say which was better: keyway routing vote BETTER OTHER, where these are the "
                      "requests:"));
        for (std::size_t i = 0; i < answers.size(); ++i) {
            if (isComplete(answers[i]))
                tell(u"%1. %2"_s.arg(i + 1).arg(answers[i].requestId.toString()));
        }
    }
    return exit;
}

QJsonObject voteJson(const routing::Vote &vote)
{
    return {{u"winner"_s, vote.winner},
            {u"loser"_s, vote.loser},
            {u"type"_s, nameOf(vote.type)},
            {u"winner_request_id"_s, vote.winnerRequest.toString()},
            {u"loser_request_id"_s, vote.loserRequest.toString()},
            {u"at"_s, vote.at.toUTC().toString(Qt::ISODateWithMs)}};
}

Exit vote(Context &context, const Arguments &arguments)
{
    QList<Id> requests;
    for (const QString &operand : arguments.operands()) {
        const std::optional<Id> id = Id::fromString(operand);
        if (!id)
            return context.wrongUse(Text::tr("%1 is not the id of a request.").arg(operand));
        requests.append(*id);
    }
    const auto made = engine::voteFor(*context.workspace, requests.first(), requests.last());
    if (!made) {
        const QString why = whyNoVote(made.error());
        return why.isEmpty() ? context.fail(made.error()) : context.wrongUse(why);
    }
    if (context.json)
        context.printJson(voteJson(*made));
    else
        print(Text::tr("Noted: %1 before %2.").arg(made->winner, made->loser));
    return Exit::Done;
}

Exit forget(Context &context, qsizetype count)
{
    if (count > 0 && !context.yes
        && !confirmed(Text::tr("Forget %n comparison(s)? The qualities of the list hold again.",
                               nullptr, static_cast<int>(count))))
        return Exit::Error;
    const auto forgotten = engine::forgetVotes(*context.workspace);
    if (!forgotten)
        return context.fail(forgotten.error());
    if (context.json)
        context.printJson(QJsonObject{{u"forgotten"_s, forgotten->size()}});
    else
        print(
            Text::tr("%n comparison(s) forgotten.", nullptr, static_cast<int>(forgotten->size())));
    return Exit::Done;
}

Exit votes(Context &context, const Arguments &arguments)
{
    const auto all = engine::votes(*context.workspace);
    if (!all)
        return context.fail(all.error());
    if (arguments.has(u"forget"_s))
        return forget(context, all->size());
    const auto shifts = engine::voteShifts(*context.workspace, RequestType::Text);
    if (!shifts)
        return context.fail(shifts.error());
    if (context.json) {
        QJsonArray list;
        for (const routing::Vote &one : *all)
            list.append(voteJson(one));
        QJsonArray models;
        for (auto it = shifts->cbegin(); it != shifts->cend(); ++it)
            models.append(QJsonObject{{u"model"_s, it.key()},
                                      {u"points"_s, it->points},
                                      {u"comparisons"_s, it->comparisons}});
        context.printJson(QJsonObject{{u"votes"_s, list}, {u"models"_s, models}});
        return Exit::Done;
    }
    if (all->isEmpty()) {
        print(Text::tr("No comparisons yet. Compare two models: keyway compare -m A -m B PROMPT"));
        return Exit::Done;
    }
    QList<QStringList> lines;
    for (auto it = shifts->cbegin(); it != shifts->cend(); ++it)
        lines.append(
            {it.key(), QLocale().toString(it->comparisons), words::signedCount(it->points)});
    printTable(lines, u"lrr"_s, {Text::tr("Model"), Text::tr("Comparisons"), Text::tr("Quality")});
    return Exit::Done;
}

} // namespace

QList<Command> compareCommands()
{
    QList<Option> options{
        {u"with"_s, u"MODEL"_s, Text::tr("SERVICE/MODEL or an integration; two or three of them"),
         u'm'},
        {u"attach"_s, u"FILE"_s, Text::tr("a picture, PDF or text file; may be given again")}};
    // Each side is told whom to ask: only what holds for every request is left.
    const QStringList common{u"max-tokens"_s, u"system"_s, u"temperature"_s, u"pass-limits"_s,
                             u"max-price"_s};
    for (const Option &option : routeOptions()) {
        if (common.contains(option.name))
            options.append(option);
    }
    return {
        {{u"compare"_s},
         u"PROMPT|-"_s,
         Text::tr("Ask two or three models the same at once; your choice shifts their quality"),
         options,
         1,
         1,
         compare},
        {{u"routing"_s, u"vote"_s},
         u"BETTER OTHER"_s,
         Text::tr("Say which of two requests was answered better"),
         {},
         2,
         2,
         vote},
        {{u"routing"_s, u"votes"_s},
         {},
         Text::tr("How your comparisons shift the quality of models"),
         {{u"forget"_s, {}, Text::tr("forget all of them")}},
         0,
         0,
         votes},
    };
}

} // namespace keyway::cli
