#include "core/providers/runwayparser.h"

#include "core/providers/wirejson.h"

#include <algorithm>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

void readCost(const QJsonObject &reply, Completion &ended)
{
    const QJsonValue credits = reply.value("cost"_L1).toObject().value("credits"_L1);
    const auto nano = jsonDecimal(credits, 7);
    const auto thousandths = jsonDecimal(credits, 3);
    if (!nano || !thousandths)
        return;
    ended.statedCost = Money::fromNano(*nano);
    ended.usage.set(Counter::Credits, *thousandths);
    ended.usageReported = true;
}

} // namespace

JobState runwayState(const QJsonObject &reply, const Endpoint &endpoint)
{
    JobState state;
    const QString status = reply.value("status"_L1).toString();
    if (status == "PENDING"_L1 || status == "THROTTLED"_L1)
        return state;
    if (status == "RUNNING"_L1) {
        state.stage = JobState::Stage::Running;
        if (const auto percent = jsonDecimal(reply.value("progress"_L1), 2))
            state.percent = static_cast<int>(std::clamp<qint64>(*percent, 0, 100));
        return state;
    }
    state.stage = JobState::Stage::Ended;
    Completion &ended = state.ended;
    if (status == "SUCCEEDED"_L1) {
        ended.links = linksIn(reply.value("output"_L1));
        ended.outcome = Outcome::Completed;
        if (ended.links.isEmpty())
            ended = failedJob(u"no-result"_s, {}, false);
    } else if (status == "CANCELLED"_L1) {
        ended.outcome = Outcome::Cancelled;
        ended.error = Error(Error::Kind::Cancelled);
    } else {
        const QString code = reply.value("failureCode"_L1).toString();
        ended = failedJob(code.isEmpty() ? status : code, reply.value("failure"_L1).toString(),
                          code.startsWith("SAFETY"_L1));
    }
    ended.model = endpoint.model;
    readCost(reply, ended);
    return state;
}

} // namespace keyway
