#include "core/providers/replicateparser.h"

#include "core/providers/wirejson.h"

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

bool isPricedByTime(const Endpoint &endpoint)
{
    const DatedPrice *price
        = endpoint.facts ? endpoint.facts->priceAt(QDate::currentDate()) : nullptr;
    return price && price->pricesFor(0).contains(Counter::Credits);
}

} // namespace

JobState replicateState(const QJsonObject &reply, const Endpoint &endpoint)
{
    JobState state;
    const QString status = reply.value("status"_L1).toString();
    if (status == "starting"_L1)
        return state;
    if (status == "processing"_L1) {
        state.stage = JobState::Stage::Running;
        return state;
    }
    state.stage = JobState::Stage::Ended;
    Completion &ended = state.ended;
    if (status == "succeeded"_L1) {
        ended.links = linksIn(reply.value("output"_L1));
        ended.outcome = Outcome::Completed;
        if (ended.links.isEmpty())
            ended = failedJob(u"no-result"_s, {}, false);
    } else if (status.startsWith("cancel"_L1)) { // it writes `canceled`
        ended.outcome = Outcome::Cancelled;
        ended.error = Error(Error::Kind::Cancelled);
    } else {
        const QString words = reply.value("error"_L1).toString();
        ended = failedJob(status, words, speaksOfPolicy(words));
    }
    ended.model = endpoint.model;
    const QJsonValue time = reply.value("metrics"_L1).toObject().value("predict_time"_L1);
    if (const auto milliseconds = jsonDecimal(time, 3); milliseconds && isPricedByTime(endpoint)) {
        ended.usage.set(Counter::Credits, *milliseconds);
        ended.usageReported = true;
    }
    return state;
}

} // namespace keyway
