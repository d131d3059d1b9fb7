#include "tests/tools/replay.h"

#include "core/engine/attemptpolicy.h"
#include "core/engine/settlement.h"
#include "core/providers/anthropicparser.h"
#include "core/providers/attempt.h"
#include "core/providers/cohereparser.h"
#include "core/providers/geminiinteractionparser.h"
#include "core/providers/geminiparser.h"
#include "core/providers/geminivideoparser.h"
#include "core/providers/lumaparser.h"
#include "core/providers/ollamaparser.h"
#include "core/providers/openaichatparser.h"
#include "core/providers/openaiimagesparser.h"
#include "core/providers/openairesponsesparser.h"
#include "core/providers/replicateparser.h"
#include "core/providers/runwayparser.h"
#include "core/providers/serviceerror.h"
#include "core/providers/stabilityparser.h"
#include "core/providers/wirejson.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QJsonArray>
#include <QtCore/QRandomGenerator>

#include <algorithm>
#include <map>

namespace keyway::replay {

using namespace Qt::StringLiterals;

namespace {

/// An adapter without its connection: what it makes of a successful reply.
using Reader = std::function<Completion(const HttpReply &, const Endpoint &, const Splitter &)>;

struct Wire {
    Reader read;
    RequestType type = RequestType::Text;
};

template <class Parser> Completion fed(Parser parser, const QByteArray &body, const Splitter &split)
{
    qsizetype from = 0;
    const QList<qsizetype> places = split(body.size());
    for (const qsizetype to : places) {
        parser.feed(QByteArrayView(body).sliced(from, to - from));
        from = to;
    }
    parser.feed(QByteArrayView(body).sliced(from));
    return parser.finish(true);
}

const QString goesOn = u"goes-on"_s;

/// How a job stands, by one look at it. One that goes on may still be billed.
Completion lookedAt(const HttpReply &reply, const Endpoint &endpoint,
                    JobState (*stateIn)(const QJsonObject &, const Endpoint &))
{
    const std::optional<QJsonObject> body = jsonObject(reply.body);
    if (!body) {
        Completion unreadable;
        unreadable.error = unreadableAnswer(u"bad-json"_s);
        return unreadable;
    }
    JobState state = stateIn(*body, endpoint);
    if (state.stage != JobState::Stage::Ended) {
        state.ended.error
            = Error(Error::Kind::Protocol).withReason(goesOn).withBilling(Error::Billing::Possible);
    }
    return state.ended;
}

/// An interaction that is, or will be, a video; text and pictures are not made in the background.
bool isVideo(const HttpReply &reply)
{
    const QJsonObject body = jsonObject(reply.body).value_or(QJsonObject());
    const QString status = body.value("status"_L1).toString();
    return body.contains("output_video"_L1) || status == "queued"_L1 || status == "in_progress"_L1;
}

const std::map<WireFormat, Wire> &wires()
{
    static const std::map<WireFormat, Wire> all{
        {WireFormat::OpenAiChat,
         {[](const HttpReply &reply, const Endpoint &endpoint, const Splitter &split) {
             return fed(OpenAiChatParser(OpenAiUsageRules::of(endpoint)), reply.body, split);
         }}},
        {WireFormat::OpenAiResponses,
         {[](const HttpReply &reply, const Endpoint &endpoint, const Splitter &split) {
             return fed(OpenAiResponsesParser(OpenAiUsageRules::of(endpoint)), reply.body, split);
         }}},
        {WireFormat::OpenAiImages,
         {[](const HttpReply &reply, const Endpoint &endpoint, const Splitter &split) {
              return fed(OpenAiImagesParser(hasPrice(endpoint, Counter::Images)), reply.body,
                         split);
          },
          RequestType::Image}},
        {WireFormat::AnthropicMessages,
         {[](const HttpReply &reply, const Endpoint &, const Splitter &split) {
             return fed(AnthropicParser(), reply.body, split);
         }}},
        {WireFormat::GeminiGenerate,
         {[](const HttpReply &reply, const Endpoint &endpoint, const Splitter &split) {
             return fed(GeminiParser(GeminiUsageRules::of(endpoint)), reply.body, split);
         }}},
        {WireFormat::GeminiInteractions,
         {[](const HttpReply &reply, const Endpoint &endpoint, const Splitter &split) {
             if (isVideo(reply))
                 return lookedAt(reply, endpoint, geminiVideoState);
             return fed(GeminiInteractionParser(GeminiUsageRules::of(endpoint)), reply.body, split);
         }}},
        {WireFormat::CohereChat,
         {[](const HttpReply &reply, const Endpoint &, const Splitter &split) {
             return fed(CohereParser(), reply.body, split);
         }}},
        {WireFormat::OllamaChat,
         {[](const HttpReply &reply, const Endpoint &, const Splitter &split) {
             return fed(OllamaParser(), reply.body, split);
         }}},
        {WireFormat::StabilityImage,
         {[](const HttpReply &reply, const Endpoint &, const Splitter &) {
              return parseStabilityImage(reply);
          },
          RequestType::Image}},
        {WireFormat::RunwayTask,
         {[](const HttpReply &reply, const Endpoint &endpoint, const Splitter &) {
              return lookedAt(reply, endpoint, runwayState);
          },
          RequestType::Video}},
        {WireFormat::LumaGeneration,
         {[](const HttpReply &reply, const Endpoint &endpoint, const Splitter &) {
              return lookedAt(reply, endpoint, lumaState);
          },
          RequestType::Video}},
        {WireFormat::ReplicatePrediction,
         {[](const HttpReply &reply, const Endpoint &endpoint, const Splitter &) {
              return lookedAt(reply, endpoint, replicateState);
          },
          RequestType::Video}},
    };
    return all;
}

Completion read(const Entry &entry, const Wire &wire, const Endpoint &endpoint,
                const Splitter &splitter)
{
    HttpReply reply = entry.reply;
    if (reply.status >= 400) {
        const Error error = entry.wire == WireFormat::StabilityImage
            ? stabilityError(reply, entry.at)
            : serviceError(reply, entry.at);
        return concluded({}, reply, error);
    }
    if (!reply.isSuccess()) {
        reply.error = Error(Error::Kind::Untrusted).withReason(u"redirect"_s);
        return concluded({}, reply, std::nullopt);
    }
    return concluded(wire.read(reply, endpoint, splitter), reply, std::nullopt);
}

/// What the model makes where it makes one thing only, else what the wire format usually carries.
RequestType typeOf(const Wire &wire, const Endpoint &endpoint)
{
    const QSet<RequestType> made = endpoint.facts ? endpoint.facts->types : QSet<RequestType>();
    return made.size() == 1 ? *made.cbegin() : wire.type;
}

/// What the engine would do after this attempt if the user had not allowed a double bill.
QString retryAfter(const UsageRecord &record, const Completion &completion)
{
    using engine::NextStep;
    const bool textShown = !completion.text.isEmpty();
    switch (engine::stepAfter(record.outcome, completion.error, textShown, record.type,
                              engine::DoubleBill::Stop)) {
    case NextStep::EndRequest:
        return u"never"_s;
    case NextStep::StopBeforeDoubleBill:
        return u"ask"_s;
    case NextStep::AskNext:
        break;
    }
    const bool mayWait = engine::waitBeforeRetry(*completion.error, 0, 0).has_value();
    return mayWait ? u"wait"_s : u"next"_s;
}

} // namespace

bool canReplay(WireFormat wire)
{
    return wires().contains(wire);
}

QList<qsizetype> wholeBody(qsizetype)
{
    return {};
}

QList<qsizetype> byteByByte(qsizetype size)
{
    QList<qsizetype> places;
    for (qsizetype i = 1; i < size; ++i)
        places.append(i);
    return places;
}

Splitter atRandom(quint32 seed)
{
    return [seed](qsizetype size) {
        QList<qsizetype> places;
        QRandomGenerator random(seed);
        const int count = size > 1 ? random.bounded(1, 17) : 0;
        for (int i = 0; i < count; ++i)
            places.append(1 + qsizetype(random.bounded(quint32(size - 1))));
        std::sort(places.begin(), places.end());
        return places;
    };
}

Replay replayed(const Entry &entry, const Catalogue &catalogue, const Splitter &splitter)
{
    const Wire &wire = wires().at(entry.wire);
    Endpoint endpoint;
    endpoint.model = entry.model;
    if (const Service *service = catalogue.service(entry.service)) {
        endpoint.service = *service;
        if (const Model *model = service->modelReported(entry.model))
            endpoint.facts = *model;
    }
    Replay result;
    result.completion = read(entry, wire, endpoint, splitter);
    const RequestType type = typeOf(wire, endpoint);

    UsageRecord started;
    started.service = entry.service;
    started.model = entry.model.isEmpty() ? result.completion.model : entry.model;
    started.type = type;
    started.startedAt = entry.at;
    PromptRequest request;
    request.type = type;
    engine::countMedia(request, endpoint.facts, result.completion);
    Integration integration;
    integration.service = entry.service;
    result.record = engine::settle(started, request, result.completion, integration, catalogue,
                                   FeePolicy(), false)
                        .record;
    result.retry = retryAfter(result.record, result.completion);
    const std::optional<Error> &error = result.completion.error;
    if (error && error->reason() == goesOn)
        result.completion.error.reset(); // its outcome is not known yet, and nothing is wrong
    return result;
}

QJsonObject toJson(const Entry &entry, const Replay &replay)
{
    const Completion &done = replay.completion;
    const UsageRecord &record = replay.record;
    const QString model = done.model.isEmpty() ? entry.model : done.model;
    const QByteArray digest
        = QCryptographicHash::hash(done.text.toUtf8(), QCryptographicHash::Sha256).toHex();
    const bool hasCost = record.costState != CostState::Unknown;
    const TokenUsage &usage = done.passes.isEmpty() ? record.usage : done.usage;
    QJsonObject json{
        {u"id"_s, entry.id},
        {u"outcome"_s, nameOf(record.outcome)},
        {u"error_kind"_s, QJsonValue()},
        {u"retry"_s, replay.retry},
        {u"model"_s, model.isEmpty() ? QJsonValue() : QJsonValue(model)},
        {u"usage"_s, usage.toJson()},
        {u"cost_state"_s, nameOf(record.costState)},
        {u"platform_cost_nano"_s, hasCost ? QJsonValue(record.platformCost.nano()) : QJsonValue()},
        {u"text_sha256"_s, QString::fromLatin1(digest)},
    };
    if (done.error)
        json.insert("error_kind"_L1, Error::kindName(done.error->kind()));
    QJsonArray passes;
    for (const UsagePass &pass : done.passes) {
        QJsonObject object{{u"usage"_s, pass.usage.toJson()}};
        if (!pass.model.isEmpty())
            object.insert("model"_L1, pass.model);
        passes.append(object);
    }
    if (!passes.isEmpty())
        json.insert("passes"_L1, passes);
    return json;
}

} // namespace keyway::replay
