#include "core/providers/openaichatparser.h"

#include "core/providers/serviceerror.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

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

QList<StreamEvent> OpenAiChatParser::feed(QByteArrayView bytes)
{
    QList<StreamEvent> out;
    if (m_done)
        return out;
    takeEvents(m_bytes.feed(bytes), out);
    if (m_bytes.shape() == AnswerBytes::Shape::Page)
        fail(unreadableAnswer(u"content-type"_s));
    return out;
}

void OpenAiChatParser::takeEvents(const QList<SseEvent> &events, QList<StreamEvent> &out)
{
    for (const SseEvent &event : events) {
        if (m_done)
            return;
        if (event.data.trimmed() == "[DONE]") {
            m_sawEnd = true;
            m_done = true;
            return;
        }
        const auto object = jsonObject(event.data);
        if (!object) {
            fail(unreadableAnswer(u"bad-json"_s));
            return;
        }
        StreamEvent news;
        takeObject(*object, news);
        if (!news.text.isEmpty() || news.usage)
            out.append(std::move(news));
    }
    if (m_bytes.overflowed())
        fail(unreadableAnswer(u"too-large"_s));
}

void OpenAiChatParser::takeObject(const QJsonObject &object, StreamEvent &out)
{
    m_sawObject = true;
    if (const QString model = object.value("model"_L1).toString(); !model.isEmpty())
        m_completion.model = model;
    if (const QString tier = object.value("service_tier"_L1).toString(); !tier.isEmpty())
        m_completion.serviceTier = tier;
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
    if (const auto counters = openAiUsage(usage, m_rules)) {
        m_completion.usage = *counters;
        m_completion.usageReported = true;
        out.usage = counters;
    }
    // OpenRouter states dollars, xAI ticks of 1e-10 dollars; with a key of the user's own at the
    // source OpenRouter's figure is its fee alone.
    if (const auto ticks = jsonCount(usage.value("cost_in_usd_ticks"_L1)))
        m_completion.statedCost = Money::fromPico(PicoDollars(*ticks) * 100);
    else if (const auto pico = jsonDecimal(usage.value("cost"_L1), 12);
             pico && !usage.value("is_byok"_L1).toBool())
        m_completion.statedCost = Money::fromPico(*pico);

    const QJsonValue error = object.value("error"_L1);
    if (error.isObject() || error.isString()
        || object.value("object"_L1).toString() == "error"_L1) {
        const ServiceFault fault = faultIn(QJsonDocument(object).toJson(QJsonDocument::Compact));
        fail(streamError(fault, m_hasContent));
    }
}

void OpenAiChatParser::takeMessage(const QJsonObject &message, StreamEvent &out)
{
    const QString text = m_whole.take(textIn(message.value("content"_L1)));
    m_completion.text += text;
    out.text += text;
    m_refusal += message.value("refusal"_L1).toString();
    for (const auto field :
         {"content"_L1, "refusal"_L1, "reasoning_content"_L1, "reasoning"_L1, "tool_calls"_L1})
        m_hasContent = m_hasContent || isSomething(message.value(field));
}

void OpenAiChatParser::fail(Error error)
{
    m_completion.error = std::move(error);
    m_done = true;
}

void OpenAiChatParser::takeWhole()
{
    const auto object = jsonObject(m_bytes.json());
    if (!object) {
        fail(unreadableAnswer(u"bad-json"_s));
        return;
    }
    StreamEvent news;
    takeObject(*object, news);
    m_sawEnd = !object->value("choices"_L1).toArray().isEmpty();
    if (m_sawEnd || m_completion.error)
        return;
    const ServiceFault fault = faultIn(m_bytes.json());
    fail(unreadableAnswer(u"bad-json"_s).withReply({200, fault.code, fault.message, {}, {}}));
}

Completion OpenAiChatParser::finish(bool whole)
{
    if (!m_done && whole) {
        QList<StreamEvent> news;
        takeEvents(m_bytes.finish(), news);
    }
    if (!m_done && whole && m_bytes.shape() == AnswerBytes::Shape::Json)
        takeWhole();
    Completion &done = m_completion;
    done.text += m_whole.rest();
    done.serviceWords = m_refusal;
    done.inputReported = done.usageReported;
    if (done.error) {
        done.outcome = Outcome::Failed;
        return done;
    }
    if (!m_sawObject && whole) {
        done.error = unreadableAnswer(u"empty"_s);
        done.outcome = Outcome::Failed;
        return done;
    }
    // A server may leave out any of the three signs of an end, but not all of them: then it was
    // cut.
    if (!m_sawEnd && done.finishReason.isEmpty() && !(whole && done.usageReported)) {
        done.usageReported = false;
        done.outcome = Outcome::Failed;
        done.error = Error(Error::Kind::Network, u"the stream ended without an end"_s)
                         .withReason(u"cut"_s)
                         .withBilling(Error::Billing::Possible);
        return done;
    }
    if (done.finishReason == "content_filter"_L1)
        done.outcome = Outcome::Filtered;
    else if (!m_refusal.isEmpty())
        done.outcome = Outcome::Refused;
    else
        done.outcome = Outcome::Completed;
    return done;
}

} // namespace keyway
