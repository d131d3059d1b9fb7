#pragma once

#include "core/usage/usagerecord.h"

#include <QtCore/QDateTime>

#include <chrono>
#include <optional>

namespace keyway::routing {

/// What real attempts measured, newer ones counting more (each a fifth; one after a pause of a week
/// all). Integers, so that stored and computed values are the same everywhere.
struct Speed {
    qint64 firstTokenMs = 0; ///< from sending to the first text or picture
    qint64 milliTokensPerSecond = 0; ///< after the first one; 0: not measured
    QDateTime measuredAt; ///< the newest measurement
    friend bool operator==(const Speed &, const Speed &) = default;
};

/// A measurement older than this says nothing any more.
inline constexpr std::chrono::hours speedHolds{24 * 30};

/// How attempts at one model of one integration went of late. A value: see afterAttempt().
struct ModelHealth {
    int failuresInARow = 0;
    int timesOpened = 0; ///< in a row; decides how long the next pause is
    std::optional<QDateTime> failingSince; ///< start of the first failure of the row
    std::optional<Error::Kind> lastFailure;
    std::optional<QDateTime> openUntil; ///< the circuit is open, and from then on half-open
    std::optional<QDateTime> probeUntil; ///< a request tries it; until then no other does
    std::optional<QDateTime> restUntil; ///< the service wants no requests before
    int recent = 0; ///< of the last ten attempts that said something
    int recentTrouble = 0; ///< a bit for each, the newest lowest: 1 failed or was too fast
    std::optional<Speed> speed;
    qint64 answers = 0; ///< whole text answers
    qint64 outputTokens = 0; ///< of a usual one, newer ones counting more

    bool isDegraded() const; ///< three of the last ten had trouble
    friend bool operator==(const ModelHealth &, const ModelHealth &) = default;
};

/// The longest that a request waits for a service; what asks for more is for the user to decide.
inline constexpr std::chrono::milliseconds longestWait{60'000};

/// When a circuit opens, and how long for.
struct HealthPolicy {
    int failuresToOpen = 3;
    std::chrono::milliseconds firstPause{60'000}; ///< doubled each time the probe fails
    std::chrono::milliseconds longestPause{300'000};
    /// A probe that nobody ended, because its process is gone, counts no longer than this.
    std::chrono::milliseconds longestProbe{180'000};
    std::chrono::milliseconds usualRest{5'000}; ///< where a service is busy and names no time
    std::chrono::milliseconds longestRest{24 * 3'600'000};
};

enum class Circuit {
    Closed, ///< ask it
    Open, ///< it failed; leave it alone
    HalfOpen ///< one request may try it
};
/// A wall clock that was set back keeps no circuit open longer than the longest pause.
Circuit circuitOf(const ModelHealth &health, const QDateTime &now, const HealthPolicy &policy = {});
/// Whether a request tries a half-open one now.
bool isProbed(const ModelHealth &health, const QDateTime &now, const HealthPolicy &policy = {});
/// How long a service still wants no requests; zero where it takes them.
std::chrono::milliseconds restOf(const ModelHealth &health, const QDateTime &now,
                                 const HealthPolicy &policy = {});
/// Nothing where nothing was measured in the last thirty days.
std::optional<Speed> speedAt(const ModelHealth &health, const QDateTime &now);

/// What an attempt that ended tells about its service.
struct AttemptNews {
    enum class Kind {
        Answer, ///< it works
        Failure, ///< the service, or the way to it, is to blame
        Busy, ///< too many requests: it works, but not now
        Nothing ///< the user, a limit or a key ended it
    };
    Kind kind = Kind::Nothing;
    std::optional<Error::Kind> error;
    QDateTime startedAt;
    QDateTime endedAt;
    /// The service asked for a pause, or told that nothing is left until then.
    std::optional<std::chrono::milliseconds> rest;
    std::optional<qint64> firstTokenMs;
    qint64 durationMs = 0;
    qint64 outputTokens = 0; ///< of a whole text answer as the service counted; 0: not known
};
AttemptNews newsOf(const UsageRecord &record, const QDateTime &endedAt,
                   std::optional<std::chrono::milliseconds> rest);

/// The health after an attempt. Pure.
ModelHealth afterAttempt(ModelHealth health, const AttemptNews &news,
                         const HealthPolicy &policy = {});
/// What is left when its service was tested and works: what was measured.
ModelHealth afterTest(ModelHealth health);

} // namespace keyway::routing
