#include "core/providers/openaiimagesparser.h"

#include "core/providers/openaiusage.h"
#include "core/providers/picture.h"
#include "core/providers/serviceerror.h"

#include <QtCore/QJsonArray>
#include <QtCore/QUrl>

namespace keyway {

using namespace Qt::StringLiterals;

OpenAiImagesParser::OpenAiImagesParser(bool byPiece)
    : m_byPiece(byPiece)
{
}

/// A picture of the answer is bytes, a link, or withheld by xAI's moderation and billed all the
/// same.
void OpenAiImagesParser::takePicture(const QJsonObject &picture)
{
    ++m_pieces;
    noteContent();
    if (picture.value("respect_moderation"_L1).isBool()
        && !picture.value("respect_moderation"_L1).toBool()) {
        ++m_withheld;
        return;
    }
    const QString base64 = picture.value("b64_json"_L1).toString();
    if (const QUrl link(picture.value("url"_L1).toString(), QUrl::StrictMode);
        base64.isEmpty() && link.isValid() && !link.isEmpty()) {
        m_completion.links.append({link, false, picture.value("media_type"_L1).toString()});
        return;
    }
    const auto decoded = QByteArray::fromBase64Encoding(
        base64.toLatin1(), QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.isEmpty()) {
        fail(unreadableAnswer(u"bad-image"_s));
        return;
    }
    const QString type = pictureType(decoded.decoded);
    const QString said = picture.value("media_type"_L1).toString();
    const bool isKnown = type != "application/octet-stream"_L1 || said.isEmpty();
    m_completion.images.append({decoded.decoded, isKnown ? type : said, std::nullopt});
}

void OpenAiImagesParser::takeFacts(const QJsonObject &answer, StreamEvent &out)
{
    if (const QString model = answer.value("model"_L1).toString(); !model.isEmpty())
        m_completion.model = model;
    for (const QString &fact : {u"size"_s, u"quality"_s, u"service_tier"_s}) {
        if (const QString word = answer.value(fact).toString(); !word.isEmpty())
            m_completion.priceFacts.insert(fact, word);
    }
    const QJsonObject usage = answer.value("usage"_L1).toObject();
    if (const auto counters = openAiImageUsage(usage)) {
        m_completion.usage += *counters;
        m_completion.usageReported = true;
        m_completion.inputReported = true;
        out.usage = m_completion.usage;
    }
    if (const auto cost = costStatedIn(usage))
        m_completion.statedCost = cost;
}

void OpenAiImagesParser::countPieces()
{
    const bool hasTokens = m_completion.usageReported;
    if (m_pieces == 0 || hasTokens || !(m_byPiece || m_completion.statedCost))
        return;
    m_completion.usage.set(Counter::Images, m_pieces);
    m_completion.usageReported = true;
    m_completion.inputReported = true;
}

void OpenAiImagesParser::takeEvent(const QJsonObject &event, StreamEvent &out)
{
    const QString type = event.value("type"_L1).toString();
    if (type.endsWith(".partial_image"_L1)) {
        noteContent(); // a preview, billed by itself
    } else if (type.endsWith(".completed"_L1)) {
        takeFacts(event, out);
        takePicture(event);
        countPieces();
    } else if (type == "error"_L1 || event.value("error"_L1).isObject()) {
        failWith(event);
    }
}

bool OpenAiImagesParser::takeWhole(const QJsonObject &answer, StreamEvent &out)
{
    const QJsonValue error = answer.value("error"_L1);
    takeFacts(answer, out);
    if (!error.isNull() && !error.isUndefined()) {
        failWith(answer);
        return false;
    }
    if (!answer.value("data"_L1).isArray())
        return false;
    const QJsonArray pictures = answer.value("data"_L1).toArray();
    for (const QJsonValue &picture : pictures)
        takePicture(picture.toObject());
    countPieces();
    if (pictures.isEmpty())
        fail(unreadableAnswer(u"empty"_s));
    return true;
}

bool OpenAiImagesParser::isComplete(bool) const
{
    return m_pieces > 0;
}

Outcome OpenAiImagesParser::outcome() const
{
    return m_pieces == m_withheld ? Outcome::Filtered : Outcome::Completed;
}

} // namespace keyway
