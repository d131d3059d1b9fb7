#include "core/providers/geminivideoparser.h"

#include "core/providers/faultwords.h"
#include "core/providers/geminiusage.h"
#include "core/providers/picture.h"

#include <QtCore/QJsonArray>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

/// The video of a whole interaction: named by itself, else the last one among its steps.
QJsonObject videoIn(const QJsonObject &interaction)
{
    QJsonObject video = interaction.value("output_video"_L1).toObject();
    if (!video.isEmpty())
        return video;
    const QJsonArray steps = interaction.value("steps"_L1).toArray();
    for (const QJsonValue &step : steps) {
        const QJsonArray contents = step.toObject().value("content"_L1).toArray();
        for (const QJsonValue &content : contents) {
            if (content.toObject().value("type"_L1) == "video"_L1)
                video = content.toObject();
        }
    }
    return video;
}

Completion madeVideo(const QJsonObject &interaction)
{
    Completion made;
    made.outcome = Outcome::Completed;
    const QJsonObject video = videoIn(interaction);
    const QUrl address(video.value("uri"_L1).toString());
    if (!address.scheme().isEmpty()) {
        made.links = {{address, true, video.value("mime_type"_L1).toString()}};
        return made;
    }
    const auto decoded = QByteArray::fromBase64Encoding(
        video.value("data"_L1).toString().toLatin1(),
        QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.isEmpty())
        return failedJob(u"no-result"_s, {}, false);
    made.images = {{decoded.decoded,
                    mediaType(decoded.decoded.first(qMin<qsizetype>(decoded.decoded.size(), 64))),
                    std::nullopt}};
    return made;
}

/// Tokens are counted only where videos have a price by token.
void readUsage(const QJsonObject &interaction, const Endpoint &endpoint, Completion &ended)
{
    const GeminiUsageRules rules = GeminiUsageRules::of(endpoint);
    if (!rules.pricesOutVideo)
        return;
    if (const auto usage
        = geminiInteractionUsage(interaction.value("usage"_L1).toObject(), rules)) {
        ended.usage = *usage;
        ended.inputReported = ended.usageReported = true;
    }
}

} // namespace

JobState geminiVideoState(const QJsonObject &reply, const Endpoint &endpoint)
{
    JobState state;
    const QString status = reply.value("status"_L1).toString();
    if (status == "queued"_L1)
        return state;
    if (status == "in_progress"_L1) {
        state.stage = JobState::Stage::Running;
        return state;
    }
    state.stage = JobState::Stage::Ended;
    Completion &ended = state.ended;
    if (status == "completed"_L1) {
        ended = madeVideo(reply);
    } else if (status == "cancelled"_L1) {
        ended.outcome = Outcome::Cancelled;
        ended.error = Error(Error::Kind::Cancelled);
    } else {
        const QJsonObject error = reply.value("error"_L1).toObject();
        const QString code = error.value("code"_L1).toString();
        const QString words = error.value("message"_L1).toString();
        ServiceFault fault;
        fault.code = code;
        ended = failedJob(code.isEmpty() ? status : code, words,
                          saysPolicy(fault) || speaksOfPolicy(code) || speaksOfPolicy(words));
    }
    ended.model = reply.value("model"_L1).toString();
    readUsage(reply, endpoint, ended);
    return state;
}

} // namespace keyway
