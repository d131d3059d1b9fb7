#pragma once

#include "core/client/adminvalues.h"

#include <QtCore/QMap>

namespace keyway {

/// How a service does, as applications reported it.
enum class ServiceState {
    Working,
    Slow, ///< the first word takes much longer than usual in this period
    Degraded, ///< one in five attempts or more fails
    Down, ///< half of them or more
    Unheard ///< nobody asked it in the last two hours
};

/// Attempts of one hour; those that failed for a reason of the user's own are left out.
struct ServiceHour {
    QDateTime hour;
    qint64 reports = 0;
    qint64 answered = 0;
    ServiceState state = ServiceState::Unheard;
};

/// A service over a period.
struct ServiceHealth {
    QString service;
    ServiceState state = ServiceState::Unheard;
    QList<ServiceHour> hours; ///< all of the period, oldest first
    qint64 reports = 0;
    qint64 answered = 0;
    /// Half of the answers began within this, and 95 %; None: there were none.
    LatencyBucket median = LatencyBucket::None;
    LatencyBucket slowest = LatencyBucket::None;
    QMap<ServiceOutcome, qint64> outcomes; ///< how they ended, the user's matters among them
};

/// The services that were reported, by name; `now` ends the period.
QList<ServiceHealth> serviceHealth(const HealthFigures &figures, const QDateTime &now);

} // namespace keyway
