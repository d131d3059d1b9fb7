#include "core/catalogue/catalogue.h"
#include "core/providers/anthropicparser.h"
#include "core/providers/cohereparser.h"
#include "core/providers/geminiinteractionparser.h"
#include "core/providers/geminiparser.h"
#include "core/providers/geminivideoparser.h"
#include "core/providers/jsonarrayparser.h"
#include "core/providers/keycheck.h"
#include "core/providers/lumaparser.h"
#include "core/providers/ndjsonparser.h"
#include "core/providers/ollamaparser.h"
#include "core/providers/openaichatparser.h"
#include "core/providers/openaiimagesparser.h"
#include "core/providers/openairesponsesparser.h"
#include "core/providers/replicateparser.h"
#include "core/providers/runwayparser.h"
#include "core/providers/serviceerror.h"
#include "core/providers/stabilityparser.h"
#include "core/providers/videoparser.h"
#include "core/providers/wirejson.h"
#include "tests/fuzz/fuzzed.h"

#include <map>
#include <string>

using namespace keyway;

// Reads what a fuzzer makes up. `--reader=NAME` says as what; without it, the names are printed.

namespace {

template <class Parser>
QList<SseEvent> eventsOf(Parser parser, const QByteArray &body, const QList<qsizetype> &places)
{
    QList<SseEvent> events;
    qsizetype from = 0;
    for (const qsizetype to : places) {
        events += parser.feed(QByteArrayView(body).sliced(from, to - from));
        from = to;
    }
    events += parser.feed(QByteArrayView(body).sliced(from));
    if constexpr (requires { parser.finish(); })
        events += parser.finish();
    return events;
}

template <class Parser> void framing(const QByteArray &bytes)
{
    const fuzz::Input input(bytes);
    const auto whole = eventsOf(Parser(), input.body, {});
    fuzz::demand(whole == eventsOf(Parser(), input.body, input.places),
                 "split streams have the same events");
    for (const SseEvent &event : whole)
        fuzz::demand(event.data.size() <= input.body.size(), "events are no larger than the input");
}

void stability(const QByteArray &body)
{
    HttpReply reply;
    reply.status = 200;
    reply.body = body;
    for (const char *type : {"image/png", "application/json"}) {
        reply.headers = {{"content-type", type}};
        const Completion done = parseStabilityImage(reply);
        fuzz::demand(done.error || done.outcome != Outcome::Failed, "an outcome or an error");
    }
}

/// The first byte chooses the status.
void errors(const QByteArray &body)
{
    if (body.isEmpty())
        return;
    HttpReply reply;
    reply.status = 400 + static_cast<quint8>(body.front()) % 200;
    reply.body = body.sliced(1);
    reply.headers = {{"retry-after", reply.body.first(std::min<qsizetype>(24, reply.body.size()))}};
    const QDateTime now = QDateTime::fromSecsSinceEpoch(1'795'000'000);
    for (const Error &error : {serviceError(reply, now), stabilityError(reply, now)}) {
        fuzz::demand(error.kind() != Error::Kind::Cancelled, "an error of the service");
        const auto wait = error.reply().retryAfter;
        fuzz::demand(!wait || wait->count() >= 0, "no wait is negative");
    }
}

/// Every service's reading of how a job stands.
void jobs(const QByteArray &body)
{
    const auto reply = jsonObject(body);
    if (!reply)
        return;
    Endpoint endpoint;
    endpoint.model = QStringLiteral("m");
    for (const auto stateIn : {runwayState, lumaState, replicateState, geminiVideoState,
                               xaiVideoState, openRouterVideoState}) {
        const JobState state = stateIn(*reply, endpoint);
        fuzz::demand(!state.percent || (*state.percent >= 0 && *state.percent <= 100),
                     "a part of the whole is done");
        if (state.stage != JobState::Stage::Ended)
            continue;
        const Completion &ended = state.ended;
        fuzz::demand(ended.error || ended.outcome != Outcome::Failed, "an outcome or an error");
        fuzz::demand(ended.outcome != Outcome::Completed || !ended.links.isEmpty()
                         || !ended.images.isEmpty(),
                     "what is done has a result");
    }
}

void modelList(const QByteArray &body)
{
    const auto ids = modelIdsIn(body);
    fuzz::demand(!ids || !ids->contains(QString()), "no name is empty");
}

void catalogue(const QByteArray &body)
{
    const auto service = Catalogue::parseService(body);
    fuzz::demand(!service || !service->id.isEmpty(), "a service has an id");
    const auto terms = Catalogue::parseOwnTerms(body);
    fuzz::demand(terms.ok() || !terms.error().detail().isEmpty(), "a problem is named");
}

using Reader = void (*)(const QByteArray &);
Reader chosen = nullptr;

const std::map<std::string, Reader> &readers()
{
    static const std::map<std::string, Reader> all{
        {"sse", framing<SseParser>},
        {"ndjson", framing<NdjsonParser>},
        {"jsonarray", framing<JsonArrayParser>},
        {"openai-chat",
         [](const QByteArray &bytes) {
             fuzz::answer(OpenAiChatParser(OpenAiUsageRules()), bytes);
         }},
        {"openai-responses",
         [](const QByteArray &bytes) {
             fuzz::answer(OpenAiResponsesParser(OpenAiUsageRules()), bytes);
         }},
        {"anthropic-messages",
         [](const QByteArray &bytes) { fuzz::answer(AnthropicParser(), bytes); }},
        {"gemini-generate",
         [](const QByteArray &bytes) { fuzz::answer(GeminiParser(GeminiUsageRules()), bytes); }},
        {"gemini-interactions",
         [](const QByteArray &bytes) {
             fuzz::answer(GeminiInteractionParser(GeminiUsageRules()), bytes);
         }},
        {"cohere-chat", [](const QByteArray &bytes) { fuzz::answer(CohereParser(), bytes); }},
        {"ollama-chat", [](const QByteArray &bytes) { fuzz::answer(OllamaParser(), bytes); }},
        {"openai-images",
         [](const QByteArray &bytes) { fuzz::answer(OpenAiImagesParser(false), bytes); }},
        {"stability-image", stability},
        {"jobs", jobs},
        {"service-errors", errors},
        {"model-list", modelList},
        {"catalogue", catalogue},
    };
    return all;
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *count, char ***arguments)
{
    const std::string option = "--reader=";
    for (int i = 1; i < *count; ++i) {
        const std::string argument = (*arguments)[i];
        const auto found = argument.starts_with(option)
            ? readers().find(argument.substr(option.size()))
            : readers().end();
        if (found != readers().end())
            chosen = found->second;
    }
    if (!chosen) {
        for (const auto &[name, reader] : readers())
            std::printf("%s\n", name.c_str());
        std::exit(2);
    }
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    chosen(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    return 0;
}
