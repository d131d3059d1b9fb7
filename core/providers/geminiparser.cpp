#include "core/providers/geminiparser.h"

#include "core/providers/picture.h"
#include "core/providers/serviceerror.h"

#include <QtCore/QJsonArray>

#include <algorithm>
#include <array>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array filteredReasons{
    "SAFETY"_L1,
    "RECITATION"_L1,
    "BLOCKLIST"_L1,
    "SPII"_L1,
    "IMAGE_SAFETY"_L1,
    "PROHIBITED_CONTENT"_L1,
    "MODEL_ARMOR"_L1,
    "JAILBREAK"_L1,
    "IMAGE_PROHIBITED_CONTENT"_L1,
    "IMAGE_RECITATION"_L1,
};
constexpr std::array refusedReasons{"LANGUAGE"_L1, "NO_IMAGE"_L1, "IMAGE_OTHER"_L1};

/// The categories for which something was blocked, in the service's words.
QString blockedCategories(const QJsonArray &ratings)
{
    QStringList categories;
    for (const QJsonValue &value : ratings) {
        const QJsonObject rating = value.toObject();
        if (rating.value("blocked"_L1).toBool())
            categories.append(rating.value("category"_L1).toString());
    }
    return categories.join(u", "_s);
}

} // namespace

GeminiParser::GeminiParser(GeminiUsageRules rules)
    : AnswerParser(AnswerBytes::Framing::EventsOrArray)
    , m_rules(rules)
{
}

void GeminiParser::takeEvent(const QJsonObject &event, StreamEvent &out)
{
    Completion &done = m_completion;
    if (const QString model = event.value("modelVersion"_L1).toString(); !model.isEmpty())
        done.model = model;
    if (const QString id = event.value("responseId"_L1).toString(); !id.isEmpty())
        done.serviceRequestId = id;
    const QJsonArray candidates = event.value("candidates"_L1).toArray();
    if (!candidates.isEmpty())
        takeCandidate(candidates.first().toObject(), out);
    const QJsonObject feedback = event.value("promptFeedback"_L1).toObject();
    if (const QString reason = feedback.value("blockReason"_L1).toString(); !reason.isEmpty()) {
        done.finishReason = reason;
        m_isBlocked = true;
        done.serviceWords = feedback.value("blockReasonMessage"_L1).toString();
        if (done.serviceWords.isEmpty())
            done.serviceWords = blockedCategories(feedback.value("safetyRatings"_L1).toArray());
    }
    countUsage(event.value("usageMetadata"_L1).toObject(), out);
    // Last, so that what came with it counts.
    if (!done.error && event.value("error"_L1).isObject())
        failWith(event);
}

void GeminiParser::takeCandidate(const QJsonObject &candidate, StreamEvent &out)
{
    const QJsonArray parts = candidate.value("content"_L1).toObject().value("parts"_L1).toArray();
    for (const QJsonValue &part : parts)
        takePart(part.toObject(), out);
    const QString reason = candidate.value("finishReason"_L1).toString();
    if (reason.isEmpty())
        return;
    m_completion.finishReason = reason;
    // Only of an answer that was stopped are these words an explanation.
    if (outcome() == Outcome::Completed)
        return;
    m_completion.serviceWords = candidate.value("finishMessage"_L1).toString();
    if (m_completion.serviceWords.isEmpty())
        m_completion.serviceWords
            = blockedCategories(candidate.value("safetyRatings"_L1).toArray());
}

void GeminiParser::takePart(const QJsonObject &part, StreamEvent &out)
{
    const bool isThought = part.value("thought"_L1).toBool();
    const QJsonObject data = part.value("inlineData"_L1).toObject();
    if (!isThought && part.value("text"_L1).isString())
        addText(part.value("text"_L1).toString(), out);
    else if (!isThought && data.value("mimeType"_L1).toString().startsWith("image/"_L1))
        takePicture(data);
    else
        noteContent();
}

void GeminiParser::takePicture(const QJsonObject &inlineData)
{
    noteContent();
    const auto decoded = QByteArray::fromBase64Encoding(
        inlineData.value("data"_L1).toString().toLatin1(),
        QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.isEmpty()) {
        fail(unreadableAnswer(u"bad-image"_s));
        return;
    }
    m_completion.images.append({decoded.decoded, pictureType(decoded.decoded), std::nullopt});
}

void GeminiParser::countUsage(const QJsonObject &reported, StreamEvent &out)
{
    Completion &done = m_completion;
    if (geminiUsage(reported, m_rules)) {
        m_metadata = reported;
        const QString tier = reported.value("serviceTier"_L1).toString().toLower();
        if (!tier.isEmpty())
            done.priceFacts.insert(u"service_tier"_s, tier);
    }
    const auto usage = geminiUsage(m_metadata, m_rules);
    if (!usage)
        return;
    const bool isNew = *usage != done.usage;
    done.usage = *usage;
    // Without a split of the output, what came with a picture is the picture.
    const bool isSplit = m_metadata.contains("candidatesTokensDetails"_L1);
    if (!done.images.isEmpty() && !isSplit) {
        done.usage.set(Counter::OutImage, jsonCountOrZero(m_metadata, "candidatesTokenCount"_L1));
        done.usage.set(Counter::OutText, usage->outThinking());
    }
    done.inputReported = true;
    done.usageReported = !done.finishReason.isEmpty();
    if (isNew)
        out.usage = done.usage;
}

bool GeminiParser::takeWhole(const QJsonObject &answer, StreamEvent &out)
{
    takeEvent(answer, out);
    m_completion.usageReported = m_completion.inputReported;
    return !m_completion.error
        && (!m_completion.finishReason.isEmpty() || answer.contains("candidates"_L1));
}

Outcome GeminiParser::outcome() const
{
    const QString &reason = m_completion.finishReason;
    const auto isOneOf = [&reason](const auto &words) {
        return std::find(words.begin(), words.end(), reason) != words.end();
    };
    if (m_isBlocked || isOneOf(filteredReasons))
        return Outcome::Filtered;
    return isOneOf(refusedReasons) ? Outcome::Refused : Outcome::Completed;
}

} // namespace keyway
