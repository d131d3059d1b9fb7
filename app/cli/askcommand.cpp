#include "app/cli/asking.h"
#include "app/cli/json.h"
#include "app/cli/terminal.h"
#include "ui/words/dates.h"
#include "ui/words/money.h"
#include "ui/words/routing.h"

namespace keyway::cli {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Ask)
};

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
    if (context.json)
        context.printJson(answerJson(answer));
    return finishAnswer(context, answer, 0);
}

Exit explain(Context &context, const Arguments &arguments)
{
    Asked asked;
    Exit exit = Exit::Done;
    const RequestType type = arguments.has(u"image"_s) ? RequestType::Image
        : arguments.has(u"video"_s)                    ? RequestType::Video
                                                       : RequestType::Text;
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
        QStringList facts{candidate.integrationName, candidate.model, price};
        if (candidate.firstTokenMs) {
            facts += Text::tr("%1 to the first word")
                         .arg(words::duration(std::chrono::milliseconds(*candidate.firstTokenMs)));
        }
        if (candidate.quality)
            facts += words::qualityWords(candidate);
        facts += words::reasonWords(candidate.reason);
        print(u"%1. %2"_s.arg(++place).arg(facts.join(u" · "_s)));
        if (plan->strategy == Strategy::Balanced)
            print(u"   "_s + words::scoreWords(candidate));
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
    QList<Option> askOptions{
        {u"attach"_s, u"FILE"_s, Text::tr("a picture, PDF or text file; may be given again")}};
    askOptions += routeOptions();
    QList<Option> explainOptions{{u"image"_s, {}, Text::tr("as if a picture was asked for")},
                                 {u"video"_s, {}, Text::tr("as if a video was asked for")}};
    explainOptions += routeOptions();
    return {
        {{u"ask"_s},
         u"PROMPT|-"_s,
         Text::tr("Ask; the answer goes to standard output"),
         askOptions,
         1,
         1,
         ask},
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
