#include "core/providers/openaiimageparser.h"

#include "core/providers/openaiusage.h"
#include "core/providers/picture.h"
#include "core/providers/serviceerror.h"
#include "core/providers/wirejson.h"

#include <QtCore/QJsonArray>

namespace keyway {

using namespace Qt::StringLiterals;

Completion parseOpenAiImages(const QByteArray &body)
{
    Completion completion;
    const auto object = jsonObject(body);
    if (!object) {
        completion.error
            = unreadableAnswer(body.trimmed().startsWith('<') ? u"content-type"_s : u"bad-json"_s);
        return completion;
    }
    if (const auto usage = openAiImageUsage(object->value("usage"_L1).toObject())) {
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
