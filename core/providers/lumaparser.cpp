#include "core/providers/lumaparser.h"

namespace keyway {

using namespace Qt::StringLiterals;

JobState lumaState(const QJsonObject &reply, const Endpoint &endpoint)
{
    JobState state;
    const QString word = reply.value("state"_L1).toString();
    if (word == "queued"_L1)
        return state;
    if (word == "dreaming"_L1) {
        state.stage = JobState::Stage::Running;
        return state;
    }
    state.stage = JobState::Stage::Ended;
    Completion &ended = state.ended;
    const QJsonObject assets = reply.value("assets"_L1).toObject();
    const QString video = assets.value("video"_L1).toString();
    const QString address = video.isEmpty() ? assets.value("image"_L1).toString() : video;
    if (word == "completed"_L1 && !address.isEmpty()) {
        ended.outcome = Outcome::Completed;
        ended.links = {{QUrl(address), false, {}}};
        if (video.isEmpty()) {
            ended.usage.set(Counter::Images, 1);
        } else {
            // The reply repeats what was asked for; nothing else tells how long it is.
            const QString length
                = reply.value("request"_L1).toObject().value("duration"_L1).toString();
            ended.usage.set(Counter::VideoSeconds, length.chopped(length.endsWith(u's')).toInt());
        }
    } else {
        const QString words = reply.value("failure_reason"_L1).toString();
        ended = failedJob(word, words, speaksOfPolicy(words));
    }
    ended.model = endpoint.model;
    return state;
}

} // namespace keyway
