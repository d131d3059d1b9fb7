#include "core/routing/health.h"

#include <algorithm>

namespace keyway::routing {

using std::chrono::milliseconds;

namespace {

constexpr int watched = 10;
constexpr int troubleForDegraded = 3;
/// An answer in one piece, or nearly, tells nothing about its pace.
constexpr qint64 shortestStreamMs = 50;
constexpr qint64 fewestTokensForPace = 16;
constexpr std::chrono::hours newStart{24 * 7};

/// Nothing where it is over, or so far away that the clock must have been set back since.
std::optional<QDateTime> stillHolds(const std::optional<QDateTime> &until, const QDateTime &now,
                                    milliseconds longest)
{
    const bool holds = until && now < *until && now.msecsTo(*until) <= longest.count();
    return holds ? until : std::nullopt;
}

qint64 smoothed(qint64 before, qint64 sample)
{
    return before + (sample - before) / 5;
}

void measure(ModelHealth &health, const AttemptNews &news)
{
    if (!news.firstTokenMs)
        return;
    Speed now{*news.firstTokenMs, 0, news.endedAt};
    const qint64 streamed = news.durationMs - *news.firstTokenMs;
    if (streamed >= shortestStreamMs && news.outputTokens >= fewestTokensForPace)
        now.milliTokensPerSecond = news.outputTokens * 1'000'000 / streamed;
    const std::optional<Speed> before = health.speed;
    const bool goesOn
        = before && before->measuredAt.msecsTo(news.endedAt) < milliseconds(newStart).count();
    if (goesOn) {
        now.firstTokenMs = smoothed(before->firstTokenMs, now.firstTokenMs);
        if (now.milliTokensPerSecond == 0)
            now.milliTokensPerSecond = before->milliTokensPerSecond;
        else if (before->milliTokensPerSecond > 0)
            now.milliTokensPerSecond
                = smoothed(before->milliTokensPerSecond, now.milliTokensPerSecond);
        now.measuredAt = std::max(before->measuredAt, news.endedAt);
    }
    health.speed = now;
}

void remember(ModelHealth &health, bool trouble)
{
    health.recent = std::min(watched, health.recent + 1);
    health.recentTrouble = (health.recentTrouble << 1 | (trouble ? 1 : 0)) & ((1 << watched) - 1);
}

void close(ModelHealth &health)
{
    health.failuresInARow = 0;
    health.timesOpened = 0;
    health.failingSince.reset();
    health.lastFailure.reset();
    health.openUntil.reset();
}

void fail(ModelHealth &health, const AttemptNews &news, const HealthPolicy &policy)
{
    if (health.failuresInARow == 0)
        health.failingSince = news.startedAt;
    ++health.failuresInARow;
    health.lastFailure = news.error;
    // What was sent before it opened, and ends now, makes no pause longer.
    const bool isOpen = circuitOf(health, news.endedAt, policy) == Circuit::Open;
    if (isOpen || health.failuresInARow < policy.failuresToOpen)
        return;
    const int doublings = std::min(health.timesOpened, 20);
    const milliseconds pause = std::min<milliseconds>(
        policy.firstPause * (1 << doublings), std::max(policy.firstPause, policy.longestPause));
    ++health.timesOpened;
    health.openUntil = news.endedAt.addMSecs(pause.count());
}

} // namespace

bool ModelHealth::isDegraded() const
{
    int trouble = 0;
    for (int bits = recentTrouble; bits != 0; bits &= bits - 1)
        ++trouble;
    return trouble >= troubleForDegraded;
}

Circuit circuitOf(const ModelHealth &health, const QDateTime &now, const HealthPolicy &policy)
{
    if (!health.openUntil)
        return Circuit::Closed;
    const milliseconds longest = std::max(policy.firstPause, policy.longestPause);
    return stillHolds(health.openUntil, now, longest) ? Circuit::Open : Circuit::HalfOpen;
}

bool isProbed(const ModelHealth &health, const QDateTime &now, const HealthPolicy &policy)
{
    return stillHolds(health.probeUntil, now, policy.longestProbe).has_value();
}

milliseconds restOf(const ModelHealth &health, const QDateTime &now, const HealthPolicy &policy)
{
    const std::optional<QDateTime> until = stillHolds(health.restUntil, now, policy.longestRest);
    return until ? milliseconds(now.msecsTo(*until)) : milliseconds(0);
}

std::optional<Speed> speedAt(const ModelHealth &health, const QDateTime &now)
{
    const bool holds
        = health.speed && health.speed->measuredAt.msecsTo(now) <= milliseconds(speedHolds).count();
    return holds ? health.speed : std::nullopt;
}

AttemptNews newsOf(const UsageRecord &record, const QDateTime &endedAt,
                   std::optional<milliseconds> rest)
{
    AttemptNews news;
    news.error = record.errorKind;
    news.startedAt = record.startedAt;
    news.endedAt = endedAt;
    news.rest = rest;
    switch (record.outcome) {
    case Outcome::Completed:
        news.kind = AttemptNews::Kind::Answer;
        news.firstTokenMs = record.firstTokenMs;
        news.durationMs = record.durationMs;
        if (record.costState == CostState::Exact)
            news.outputTokens = record.usage[Counter::OutText];
        break;
    case Outcome::Refused:
    case Outcome::Filtered:
        news.kind = AttemptNews::Kind::Answer;
        break;
    case Outcome::Failed:
    case Outcome::Unknown:
        switch (record.errorKind.value_or(Error::Kind::Internal)) {
        case Error::Kind::RateLimited:
            news.kind = AttemptNews::Kind::Busy;
            break;
        case Error::Kind::Timeout:
        case Error::Kind::Network:
        case Error::Kind::Untrusted:
        case Error::Kind::Overloaded:
        case Error::Kind::Protocol:
            news.kind = AttemptNews::Kind::Failure;
            break;
        default:
            break;
        }
        break;
    case Outcome::Started:
    case Outcome::Cancelled:
        break;
    }
    return news;
}

ModelHealth afterAttempt(ModelHealth health, const AttemptNews &news, const HealthPolicy &policy)
{
    health.probeUntil.reset();
    health.restUntil = stillHolds(health.restUntil, news.endedAt, policy.longestRest);
    std::optional<milliseconds> rest = news.rest;
    switch (news.kind) {
    case AttemptNews::Kind::Answer:
        close(health);
        remember(health, false);
        measure(health, news);
        if (news.outputTokens > 0) {
            health.outputTokens = health.answers == 0
                ? news.outputTokens
                : smoothed(health.outputTokens, news.outputTokens);
            ++health.answers;
        }
        break;
    case AttemptNews::Kind::Failure:
        fail(health, news, policy);
        remember(health, true);
        break;
    case AttemptNews::Kind::Busy:
        close(health);
        remember(health, true);
        rest = rest.value_or(policy.usualRest);
        break;
    case AttemptNews::Kind::Nothing:
        break;
    }
    if (rest) {
        const QDateTime until
            = news.endedAt.addMSecs(std::clamp(*rest, milliseconds(0), policy.longestRest).count());
        health.restUntil = std::max(health.restUntil.value_or(until), until);
    }
    return health;
}

ModelHealth afterTest(ModelHealth health)
{
    close(health);
    health.probeUntil.reset();
    health.restUntil.reset();
    health.recent = 0;
    health.recentTrouble = 0;
    return health;
}

} // namespace keyway::routing
