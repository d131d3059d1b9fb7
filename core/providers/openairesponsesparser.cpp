#include "core/providers/openairesponsesparser.h"

#include "core/providers/picture.h"

#include <QtCore/QJsonArray>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

std::optional<GeneratedImage> pictureIn(const QString &base64)
{
    const auto decoded = QByteArray::fromBase64Encoding(base64.toLatin1(),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.isEmpty())
        return std::nullopt;
    return GeneratedImage{decoded.decoded, pictureType(decoded.decoded), std::nullopt};
}

/// The model of the tool that makes pictures, where the request or the service named it.
QString pictureModelIn(const QJsonObject &response)
{
    const QJsonArray tools = response.value("tools"_L1).toArray();
    for (const QJsonValue &tool : tools) {
        if (tool.toObject().value("type"_L1).toString() == "image_generation"_L1)
            return tool.toObject().value("model"_L1).toString();
    }
    return {};
}

} // namespace

OpenAiResponsesParser::OpenAiResponsesParser(OpenAiUsageRules rules)
    : m_rules(rules)
{
    m_rules.thinkingOutsideOutput = false; // that is so in chat alone (provider facts, 0.2)
}

void OpenAiResponsesParser::takeEvent(const QJsonObject &event, StreamEvent &out)
{
    const QString type = event.value("type"_L1).toString();
    const QJsonObject response = event.value("response"_L1).toObject();
    if (type == "error"_L1 || (type.isEmpty() && event.contains("error"_L1))) {
        m_error = event;
    } else if (type.endsWith(".delta"_L1)) {
        takeDelta(type, event, out);
    } else if (type == "response.completed"_L1 || type == "response.incomplete"_L1
               || type == "response.failed"_L1 || type == "response.cancelled"_L1) {
        takeResponse(response, out);
        end();
    } else {
        takeHead(response);
    }
}

void OpenAiResponsesParser::takeDelta(const QString &type, const QJsonObject &event,
                                      StreamEvent &out)
{
    const QString delta = event.value("delta"_L1).toString();
    if (delta.isEmpty())
        return;
    noteContent();
    if (type == "response.output_text.delta"_L1) {
        m_hasDeltas = true;
        addText(delta, out);
    } else if (type == "response.refusal.delta"_L1) {
        m_hasDeltas = true;
        m_completion.serviceWords += delta;
    }
}

void OpenAiResponsesParser::takeHead(const QJsonObject &response)
{
    if (const QString model = response.value("model"_L1).toString(); !model.isEmpty())
        m_completion.model = model;
    if (const QString id = response.value("id"_L1).toString(); !id.isEmpty())
        m_completion.serviceRequestId = id;
}

void OpenAiResponsesParser::takeResponse(const QJsonObject &response, StreamEvent &out)
{
    takeHead(response);
    // What a tier was asked for stands in the first events, what was given in the last.
    if (const QString tier = response.value("service_tier"_L1).toString(); !tier.isEmpty())
        m_completion.priceFacts.insert(u"service_tier"_s, tier);
    takeOutput(response.value("output"_L1).toArray(), out);
    takeUsage(response, out);
    const QString status = response.value("status"_L1).toString();
    const QJsonObject details = response.value("incomplete_details"_L1).toObject();
    const QString reason = details.value("reason"_L1).toString();
    m_completion.finishReason = reason.isEmpty() ? status : reason;
    const QJsonValue error = response.value("error"_L1);
    if (status == "failed"_L1 || status == "cancelled"_L1 || error.isObject())
        failWith(m_error.isEmpty() ? QJsonObject{{u"error"_s, error}} : m_error);
}

void OpenAiResponsesParser::takeOutput(const QJsonArray &items, StreamEvent &out)
{
    for (const QJsonValue &value : items) {
        const QJsonObject item = value.toObject();
        const QString result = item.value("result"_L1).toString();
        if (item.value("type"_L1).toString() == "image_generation_call"_L1 && !result.isEmpty()) {
            noteContent();
            if (auto picture = pictureIn(result))
                m_completion.images.append(std::move(*picture));
        }
        if (item.value("type"_L1).toString() != "message"_L1)
            continue;
        const QJsonArray parts = item.value("content"_L1).toArray();
        for (const QJsonValue &part : parts) {
            if (m_hasDeltas)
                continue; // the same once more
            addText(part.toObject().value("text"_L1).toString(), out);
            m_completion.serviceWords += part.toObject().value("refusal"_L1).toString();
        }
    }
}

void OpenAiResponsesParser::takeUsage(const QJsonObject &response, StreamEvent &out)
{
    const QJsonObject usage = response.value("usage"_L1).toObject();
    const QJsonObject tools = response.value("tool_usage"_L1).toObject();
    if (const auto counters = openAiUsage(usage, m_rules)) {
        m_completion.usage = *counters;
        const QJsonObject search = tools.value("web_search"_L1).toObject();
        m_completion.usage.set(Counter::CallsWebSearch, jsonCountOrZero(search, "num_requests"_L1));
        m_completion.usageReported = true;
        m_completion.inputReported = true;
        out.usage = m_completion.usage;
        if (m_completion.usage.tokensOut() > 0)
            noteContent();
    }
    if (const auto cost = costStatedIn(usage))
        m_completion.statedCost = cost;
    const auto pictures = openAiImageUsage(tools.value("image_gen"_L1).toObject());
    if (pictures && !pictures->isEmpty())
        m_completion.passes.append({pictureModelIn(response), *pictures});
}

bool OpenAiResponsesParser::takeWhole(const QJsonObject &answer, StreamEvent &out)
{
    if (!answer.value("output"_L1).isArray()) {
        if (answer.value("error"_L1).isObject() || answer.value("error"_L1).isString())
            failWith(answer);
        return false;
    }
    takeResponse(answer, out);
    return true;
}

bool OpenAiResponsesParser::isComplete(bool) const
{
    return false; // the last event has the usage; without it the answer was cut
}

void OpenAiResponsesParser::closing()
{
    if (!m_error.isEmpty())
        failWith(m_error);
}

Outcome OpenAiResponsesParser::outcome() const
{
    if (m_completion.finishReason == "content_filter"_L1)
        return Outcome::Filtered;
    return m_completion.serviceWords.isEmpty() ? Outcome::Completed : Outcome::Refused;
}

} // namespace keyway
