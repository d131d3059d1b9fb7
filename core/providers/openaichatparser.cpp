#include "core/providers/openaichatparser.h"

#include <QtCore/QJsonArray>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

/// Content is text, or (Mistral and others) an array of parts of which those of type text count.
QString textIn(const QJsonValue &content)
{
    if (content.isString())
        return content.toString();
    QString text;
    const QJsonArray parts = content.toArray();
    for (const QJsonValue &part : parts) {
        if (part.toObject().value("type"_L1).toString() == "text"_L1)
            text += part.toObject().value("text"_L1).toString();
    }
    return text;
}

bool isSomething(const QJsonValue &value)
{
    return (value.isString() && !value.toString().isEmpty())
        || (value.isArray() && !value.toArray().isEmpty());
}

} // namespace

OpenAiChatParser::OpenAiChatParser(OpenAiUsageRules rules)
    : m_rules(rules)
{
}

void OpenAiChatParser::takeEvent(const QJsonObject &object, StreamEvent &out)
{
    if (const QString model = object.value("model"_L1).toString(); !model.isEmpty())
        m_completion.model = model;
    if (const QString tier = object.value("service_tier"_L1).toString(); !tier.isEmpty())
        m_completion.priceFacts.insert(u"service_tier"_s, tier);
    if (const QString id = object.value("id"_L1).toString(); !id.isEmpty())
        m_completion.serviceRequestId = id;

    // There is one choice, since `n` is never sent; the chunk with the usage has none.
    const QJsonArray choices = object.value("choices"_L1).toArray();
    for (const QJsonValue &value : choices) {
        const QJsonObject choice = value.toObject();
        if (choice.value("index"_L1).toInt() != 0)
            continue;
        takeMessage(choice.value("delta"_L1).toObject(), out);
        takeMessage(choice.value("message"_L1).toObject(), out);
        if (const QString reason = choice.value("finish_reason"_L1).toString(); !reason.isEmpty())
            m_completion.finishReason = reason;
    }

    QJsonObject usage = object.value("usage"_L1).toObject();
    if (usage.isEmpty())
        usage = object.value("x_groq"_L1).toObject().value("usage"_L1).toObject();
    takeUsage(usage, out);

    takeError(object);
}

/// Errors inside an answer of 200: of the whole (OpenRouter, Azure, local servers), of its one
/// choice (OpenRouter), below Groq's own field, or named by the finish reason alone (Mistral,
/// DeepSeek).
void OpenAiChatParser::takeError(const QJsonObject &object)
{
    const auto isError
        = [](const QJsonValue &value) { return value.isObject() || value.isString(); };
    const QJsonValue groq = object.value("x_groq"_L1).toObject().value("error"_L1);
    const QJsonValue choice
        = object.value("choices"_L1).toArray().first().toObject().value("error"_L1);
    if (isError(object.value("error"_L1)) || object.value("object"_L1).toString() == "error"_L1)
        failWith(object);
    else if (isError(groq))
        failWith({{u"error"_s, groq}});
    else if (isError(choice))
        failWith({{u"error"_s, choice}});
    else if (m_completion.finishReason == "error"_L1
             || m_completion.finishReason == "insufficient_system_resource"_L1)
        failWith({{u"error"_s, QJsonObject{{u"code"_s, m_completion.finishReason}}}});
}

void OpenAiChatParser::takeUsage(const QJsonObject &usage, StreamEvent &out)
{
    if (const auto counters = openAiUsage(usage, m_rules)) {
        m_completion.usage = *counters;
        m_completion.usageReported = true;
        m_completion.inputReported = true;
        out.usage = counters;
    }
    if (const auto cost = costStatedIn(usage))
        m_completion.statedCost = cost;
}

void OpenAiChatParser::takeMessage(const QJsonObject &message, StreamEvent &out)
{
    addText(textIn(message.value("content"_L1)), out);
    m_completion.serviceWords += message.value("refusal"_L1).toString();
    for (const auto field :
         {"content"_L1, "refusal"_L1, "reasoning_content"_L1, "reasoning"_L1, "tool_calls"_L1}) {
        if (isSomething(message.value(field)))
            noteContent();
    }
}

bool OpenAiChatParser::takeWhole(const QJsonObject &answer, StreamEvent &out)
{
    takeEvent(answer, out);
    return !answer.value("choices"_L1).toArray().isEmpty();
}

/// A server may leave out any of the three signs of an end, but not all of them: then it was cut.
bool OpenAiChatParser::isComplete(bool whole) const
{
    return AnswerParser::isComplete(whole) || (whole && m_completion.usageReported);
}

Outcome OpenAiChatParser::outcome() const
{
    if (m_completion.finishReason == "content_filter"_L1)
        return Outcome::Filtered;
    return m_completion.serviceWords.isEmpty() ? Outcome::Completed : Outcome::Refused;
}

} // namespace keyway
