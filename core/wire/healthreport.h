#pragma once

#include "core/base/result.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonObject>

#include <optional>

namespace keyway {

/// How an attempt at a service ended, coarsely: what says something about the service.
enum class ServiceOutcome {
    Answered,
    RateLimited,
    Overloaded, ///< 500, 502, 503, 529
    NoAnswer, ///< not in time, or cut
    Unreachable, ///< no connection, or a certificate that was refused
    Other ///< the user's matter: key, money, request
};

/// The time to the first word, coarsely; None where nothing came.
enum class LatencyBucket { None, To500Ms, To1S, To2S, To5S, To15S, To60S, Longer };

/// What applications say about services so that everybody sees when one is down: counts by hour.
/// Nothing in it is about a person; it is sent without any account.
struct HealthReport {
    static constexpr qint64 mostCounted = 1000; ///< in one report

    QString service;
    ServiceOutcome outcome = ServiceOutcome::Answered;
    LatencyBucket latency = LatencyBucket::None;
    QDateTime hour; ///< UTC, its begin
    qint64 count = 1;

    QJsonObject toJson() const;
    /// Strict. Error: Rejected, `bad-report`, detail says which field.
    static Result<HealthReport> fromJson(const QJsonObject &json);
    friend bool operator==(const HealthReport &, const HealthReport &) = default;
};

LatencyBucket latencyBucketOf(std::optional<qint64> firstTokenMs);

QString nameOf(ServiceOutcome outcome); ///< `rate-limited`, ...
std::optional<ServiceOutcome> serviceOutcomeFromName(QStringView name);
QString nameOf(LatencyBucket bucket); ///< `none`, `500ms`, `1s`, ..., `longer`
std::optional<LatencyBucket> latencyBucketFromName(QStringView name);

} // namespace keyway
