#include "core/providers/videoparser.h"

#include "core/providers/wirejson.h"

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

QString textIn(const QJsonValue &error)
{
    if (error.isString())
        return error.toString();
    return error.toObject().value("message"_L1).toString();
}

/// A tick is a tenth of a nano-dollar.
std::optional<Money> ticks(const QJsonValue &value)
{
    const auto tenths = jsonCount(value);
    return tenths ? std::optional(Money::fromPico(PicoDollars(*tenths) * 100)) : std::nullopt;
}

} // namespace

JobState xaiVideoState(const QJsonObject &reply, const Endpoint &)
{
    JobState state;
    const QString status = reply.value("status"_L1).toString();
    if (const auto percent = jsonCount(reply.value("progress"_L1)))
        state.percent = static_cast<int>(qMin<qint64>(*percent, 100));
    const bool isOver = status == "done"_L1 || status == "failed"_L1 || status == "expired"_L1;
    if (!isOver) {
        state.stage
            = state.percent.value_or(0) > 0 ? JobState::Stage::Running : JobState::Stage::Waiting;
        return state;
    }
    state.stage = JobState::Stage::Ended;
    Completion &ended = state.ended;
    const QJsonObject video = reply.value("video"_L1).toObject();
    const QUrl url(video.value("url"_L1).toString());
    const bool withheld = video.value("respect_moderation"_L1) == QJsonValue(false);
    if (status != "done"_L1) {
        const QJsonValue error = reply.value("error"_L1);
        const QString code = error.toObject().value("code"_L1).toString();
        const QString words = textIn(error);
        ended = failedJob(code.isEmpty() ? status : code, words,
                          speaksOfPolicy(words) || speaksOfPolicy(code));
    } else if (withheld || url.isEmpty()) {
        ended = failedJob(u"respect_moderation"_s, {}, true);
    } else {
        ended.outcome = Outcome::Completed;
        ended.links = {{url, false, {}}};
    }
    ended.model = reply.value("model"_L1).toString();
    ended.statedCost = ticks(reply.value("usage"_L1).toObject().value("cost_in_usd_ticks"_L1));
    if (status == "done"_L1) {
        ended.usage.set(Counter::VideoSeconds, jsonCountOrZero(video, "duration"_L1));
        ended.usageReported = ended.usage[Counter::VideoSeconds] > 0;
    }
    return state;
}

JobState openRouterVideoState(const QJsonObject &reply, const Endpoint &)
{
    JobState state;
    const QString status = reply.value("status"_L1).toString();
    if (status == "pending"_L1 || status == "queued"_L1)
        return state;
    if (status == "in_progress"_L1 || status == "processing"_L1) {
        state.stage = JobState::Stage::Running;
        return state;
    }
    state.stage = JobState::Stage::Ended;
    Completion &ended = state.ended;
    if (status == "completed"_L1) {
        ended.links = linksIn(reply.value("unsigned_urls"_L1), true);
        ended.outcome = Outcome::Completed;
        if (ended.links.isEmpty())
            ended = failedJob(u"no-result"_s, {}, false);
    } else if (status == "cancelled"_L1) {
        ended.outcome = Outcome::Cancelled;
        ended.error = Error(Error::Kind::Cancelled);
    } else {
        const QString words = textIn(reply.value("error"_L1));
        ended = failedJob(status, words, speaksOfPolicy(words));
    }
    const QJsonObject usage = reply.value("usage"_L1).toObject();
    if (const auto nano = jsonDecimal(usage.value("cost"_L1), 9))
        ended.statedCost = Money::fromNano(*nano);
    return state;
}

} // namespace keyway
