#include "core/providers/openaiimageparser.h"

#include "core/providers/picture.h"
#include "core/providers/serviceerror.h"
#include "core/providers/wirejson.h"

#include <QtCore/QJsonArray>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

std::optional<TokenUsage> imageUsage(const QJsonObject &usage)
{
    const auto inTokens = jsonCount(usage.value("input_tokens"_L1));
    const auto outTokens = jsonCount(usage.value("output_tokens"_L1));
    if (!inTokens && !outTokens)
        return std::nullopt;
    const QJsonObject in = usage.value("input_tokens_details"_L1).toObject();
    const QJsonObject out = usage.value("output_tokens_details"_L1).toObject();
    TokenUsage result;
    qint64 rest = inTokens.value_or(0);
    const qint64 pictures = qMin(rest, jsonCountOrZero(in, "image_tokens"_L1));
    rest -= pictures;
    const qint64 cached = qMin(rest, jsonCountOrZero(in, "cached_tokens"_L1));
    result.set(Counter::InImage, pictures);
    result.set(Counter::InCacheRead, cached);
    result.set(Counter::InUncached, rest - cached);
    // What comes out is pictures, save where the service says how much of it was text.
    const qint64 text = qMin(outTokens.value_or(0), jsonCountOrZero(out, "text_tokens"_L1));
    result.set(Counter::OutText, text);
    result.set(Counter::OutImage, outTokens.value_or(0) - text);
    return result;
}

} // namespace

Completion parseOpenAiImages(const QByteArray &body)
{
    Completion completion;
    const auto object = jsonObject(body);
    if (!object) {
        completion.error
            = unreadableAnswer(body.trimmed().startsWith('<') ? u"content-type"_s : u"bad-json"_s);
        return completion;
    }
    if (const auto usage = imageUsage(object->value("usage"_L1).toObject())) {
        completion.usage = *usage;
        completion.usageReported = true;
        completion.inputReported = true;
    }
    completion.model = object->value("model"_L1).toString();
    if (!object->value("error"_L1).isNull() && !object->value("error"_L1).isUndefined()) {
        completion.error = streamError(faultIn(body), false);
        return completion;
    }
    const QJsonArray data = object->value("data"_L1).toArray();
    for (const QJsonValue &value : data) {
        const auto decoded = QByteArray::fromBase64Encoding(
            value.toObject().value("b64_json"_L1).toString().toLatin1(),
            QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded || decoded.decoded.isEmpty()) {
            completion.error = unreadableAnswer(u"bad-image"_s);
            return completion;
        }
        completion.images.append({decoded.decoded, pictureType(decoded.decoded), std::nullopt});
    }
    if (completion.images.isEmpty()) {
        completion.error = unreadableAnswer(u"empty"_s);
        return completion;
    }
    completion.outcome = Outcome::Completed;
    return completion;
}

} // namespace keyway
