#include "core/wire/healthreport.h"

#include "core/base/jsonfields.h"
#include "core/base/names.h"

#include <algorithm>
#include <array>
#include <utility>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr Names<ServiceOutcome, 6> outcomeNames{{
    {ServiceOutcome::Answered, "answered"_L1},
    {ServiceOutcome::RateLimited, "rate-limited"_L1},
    {ServiceOutcome::Overloaded, "overloaded"_L1},
    {ServiceOutcome::NoAnswer, "no-answer"_L1},
    {ServiceOutcome::Unreachable, "unreachable"_L1},
    {ServiceOutcome::Other, "other"_L1},
}};

constexpr Names<LatencyBucket, 8> bucketNames{{
    {LatencyBucket::None, "none"_L1},
    {LatencyBucket::To500Ms, "500ms"_L1},
    {LatencyBucket::To1S, "1s"_L1},
    {LatencyBucket::To2S, "2s"_L1},
    {LatencyBucket::To5S, "5s"_L1},
    {LatencyBucket::To15S, "15s"_L1},
    {LatencyBucket::To60S, "60s"_L1},
    {LatencyBucket::Longer, "longer"_L1},
}};

constexpr std::array<std::pair<qint64, LatencyBucket>, 6> bounds{{
    {500, LatencyBucket::To500Ms},
    {1'000, LatencyBucket::To1S},
    {2'000, LatencyBucket::To2S},
    {5'000, LatencyBucket::To5S},
    {15'000, LatencyBucket::To15S},
    {60'000, LatencyBucket::To60S},
}};

} // namespace

QJsonObject HealthReport::toJson() const
{
    return {{u"service"_s, service},
            {u"outcome"_s, nameOf(outcome)},
            {u"latency"_s, nameOf(latency)},
            {u"hour"_s, hour.toString(Qt::ISODate)},
            {u"count"_s, count}};
}

Result<HealthReport> HealthReport::fromJson(const QJsonObject &json)
{
    JsonProblem problem;
    JsonFields fields(json, {}, problem);
    HealthReport report;
    report.service = fields.text(u"service");
    const auto outcome = serviceOutcomeFromName(fields.text(u"outcome"));
    const auto latency = latencyBucketFromName(fields.text(u"latency"));
    const QString hour = fields.text(u"hour");
    report.count = fields.integer(u"count", 1, mostCounted);
    fields.finish();
    report.hour = QDateTime::fromString(hour, Qt::ISODate);
    if (!outcome)
        fields.expected(u"outcome", u"a known outcome"_s);
    if (!latency)
        fields.expected(u"latency", u"a known latency"_s);
    const bool whole = report.hour.isValid() && hour.endsWith(":00:00Z"_L1);
    if (!whole)
        fields.expected(u"hour", u"a whole hour in UTC"_s);
    if (problem.found())
        return Error(Error::Kind::Rejected, problem.text).withReason(u"bad-report"_s);
    report.outcome = *outcome;
    report.latency = *latency;
    return report;
}

LatencyBucket latencyBucketOf(std::optional<qint64> firstTokenMs)
{
    if (!firstTokenMs)
        return LatencyBucket::None;
    const auto found = std::find_if(bounds.begin(), bounds.end(), [&](const auto &bound) {
        return *firstTokenMs <= bound.first;
    });
    return found != bounds.end() ? found->second : LatencyBucket::Longer;
}

QString nameOf(ServiceOutcome outcome)
{
    return nameIn(outcomeNames, outcome);
}

std::optional<ServiceOutcome> serviceOutcomeFromName(QStringView name)
{
    return valueIn(outcomeNames, name);
}

QString nameOf(LatencyBucket bucket)
{
    return nameIn(bucketNames, bucket);
}

std::optional<LatencyBucket> latencyBucketFromName(QStringView name)
{
    return valueIn(bucketNames, name);
}

} // namespace keyway
