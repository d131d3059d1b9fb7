#include "core/providers/openaichatparser.h"

#include <QtCore/QJsonArray>

#include <algorithm>

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

bool hasPrice(const Endpoint &endpoint, Counter counter)
{
    if (!endpoint.facts)
        return false;
    const QList<DatedPrice> &prices = endpoint.facts->prices;
    return std::any_of(prices.begin(), prices.end(), [&](const DatedPrice &price) {
        return !price.tiers.isEmpty() && price.tiers.first().prices.contains(counter);
    });
}

} // namespace

OpenAiUsageRules OpenAiUsageRules::of(const Endpoint &endpoint)
{
    return {endpoint.service.traits.thinkingOutsideOutput, hasPrice(endpoint, Counter::InAudio),
            hasPrice(endpoint, Counter::InImage), hasPrice(endpoint, Counter::OutAudio)};
}

std::optional<TokenUsage> openAiUsage(const QJsonObject &usage, const OpenAiUsageRules &rules)
{
    const auto first = [&](QLatin1StringView field, QLatin1StringView other) {
        const auto count = jsonCount(usage.value(field));
        return count ? count : jsonCount(usage.value(other));
    };
    const auto promptTokens = first("prompt_tokens"_L1, "input_tokens"_L1);
    const auto completionTokens = first("completion_tokens"_L1, "output_tokens"_L1);
    if (!promptTokens && !completionTokens)
        return std::nullopt;

    const QJsonObject in = usage.value("prompt_tokens_details"_L1).toObject();
    const QJsonObject out = usage.value("completion_tokens_details"_L1).toObject();
    TokenUsage result;

    qint64 rest = promptTokens.value_or(0);
    const auto moveOut = [&rest, &result](Counter counter, qint64 count) {
        const qint64 part = qMin(count, rest);
        result.set(counter, part);
        rest -= part;
    };
    // DeepSeek names the cached part beside the details, or instead of them.
    const qint64 cached = jsonCount(in.value("cached_tokens"_L1))
                              .value_or(jsonCountOrZero(usage, "prompt_cache_hit_tokens"_L1));
    moveOut(Counter::InCacheRead, cached);
    const QJsonObject writes = in.value("cache_write_tokens_details"_L1).toObject();
    const qint64 longWrites = jsonCountOrZero(writes, "ttl_12h_tokens"_L1);
    moveOut(Counter::InCacheWriteB, longWrites);
    moveOut(Counter::InCacheWriteA,
            qMax<qint64>(0, jsonCountOrZero(in, "cache_write_tokens"_L1) - longWrites));
    if (rules.pricesInAudio)
        moveOut(Counter::InAudio, jsonCountOrZero(in, "audio_tokens"_L1));
    if (rules.pricesInImage)
        moveOut(Counter::InImage, jsonCountOrZero(in, "image_tokens"_L1));
    result.set(Counter::InUncached, rest);

    const qint64 reported = completionTokens.value_or(0);
    qint64 thinking = jsonCountOrZero(out, "reasoning_tokens"_L1);
    rest = reported;
    if (rules.thinkingOutsideOutput) {
        // Where the thinking is not named it is what the total has beyond prompt and completion.
        const qint64 total = jsonCountOrZero(usage, "total_tokens"_L1);
        rest = qMax(reported + thinking, total - promptTokens.value_or(0));
        thinking = rest - reported;
    }
    if (rules.pricesOutAudio)
        moveOut(Counter::OutAudio, jsonCountOrZero(out, "audio_tokens"_L1));
    result.set(Counter::OutText, rest);
    result.setOutThinking(qMin(thinking, rest));
    return result;
}

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

    const QJsonValue error = object.value("error"_L1);
    if (error.isObject() || error.isString()
        || object.value("object"_L1).toString() == "error"_L1) {
        failWith(object);
    }
}

void OpenAiChatParser::takeUsage(const QJsonObject &usage, StreamEvent &out)
{
    if (const auto counters = openAiUsage(usage, m_rules)) {
        m_completion.usage = *counters;
        m_completion.usageReported = true;
        m_completion.inputReported = true;
        out.usage = counters;
    }
    // OpenRouter states dollars, xAI ticks of 1e-10 dollars; with a key of the user's own at the
    // source OpenRouter's figure is its fee alone.
    if (const auto ticks = jsonCount(usage.value("cost_in_usd_ticks"_L1)))
        m_completion.statedCost = Money::fromPico(PicoDollars(*ticks) * 100);
    else if (const auto pico = jsonDecimal(usage.value("cost"_L1), 12);
             pico && !usage.value("is_byok"_L1).toBool())
        m_completion.statedCost = Money::fromPico(*pico);
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
