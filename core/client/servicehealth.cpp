#include "core/client/servicehealth.h"

#include <algorithm>

namespace keyway {

namespace {

constexpr qint64 hourSeconds = 3600;
constexpr qsizetype lately = 2; ///< hours that make the state of now
constexpr qint64 fewest = 5; ///< reports below which a share says nothing
constexpr int muchSlower = 2; ///< buckets

using Latencies = QMap<LatencyBucket, qint64>;

qint64 countOf(const Latencies &latencies)
{
    qint64 count = 0;
    for (const qint64 some : latencies)
        count += some;
    return count;
}

/// The bucket within which this share of the answers began.
LatencyBucket within(const Latencies &latencies, int percent)
{
    const qint64 wanted = (countOf(latencies) * percent + 99) / 100;
    qint64 seen = 0;
    for (auto it = latencies.cbegin(); it != latencies.cend(); ++it) {
        seen += *it;
        if (seen >= wanted)
            return it.key();
    }
    return LatencyBucket::None;
}

ServiceState stateOf(qint64 reports, qint64 answered)
{
    if (reports == 0)
        return ServiceState::Unheard;
    const qint64 failed = reports - answered;
    if (reports < fewest)
        return failed == reports ? ServiceState::Degraded : ServiceState::Working;
    if (failed * 2 >= reports)
        return ServiceState::Down;
    return failed * 5 >= reports ? ServiceState::Degraded : ServiceState::Working;
}

QDateTime hourOf(const QDateTime &time)
{
    return QDateTime::fromSecsSinceEpoch(time.toSecsSinceEpoch() / hourSeconds * hourSeconds,
                                         Qt::UTC);
}

ServiceHealth assessed(const QString &service, const QList<HealthReport> &reports,
                       const QDateTime &from, const QDateTime &now)
{
    ServiceHealth health;
    health.service = service;
    const QDateTime first = hourOf(from);
    for (QDateTime hour = first; hour <= now; hour = hour.addSecs(hourSeconds))
        health.hours.append({hour, 0, 0, ServiceState::Unheard});
    const qsizetype recent = std::max<qsizetype>(0, health.hours.size() - lately);
    Latencies all, late;
    for (const HealthReport &report : reports) {
        const qsizetype place = first.secsTo(report.hour) / hourSeconds;
        if (place < 0 || place >= health.hours.size())
            continue;
        health.outcomes[report.outcome] += report.count;
        if (report.outcome == ServiceOutcome::Other)
            continue;
        const bool answered = report.outcome == ServiceOutcome::Answered;
        ServiceHour &hour = health.hours[place];
        hour.reports += report.count;
        hour.answered += answered ? report.count : 0;
        if (answered && report.latency != LatencyBucket::None) {
            all[report.latency] += report.count;
            if (place >= recent)
                late[report.latency] += report.count;
        }
    }
    qint64 lateReports = 0, lateAnswered = 0;
    for (qsizetype i = 0; i < health.hours.size(); ++i) {
        ServiceHour &hour = health.hours[i];
        hour.state = stateOf(hour.reports, hour.answered);
        health.reports += hour.reports;
        health.answered += hour.answered;
        lateReports += i >= recent ? hour.reports : 0;
        lateAnswered += i >= recent ? hour.answered : 0;
    }
    health.median = within(all, 50);
    health.slowest = within(all, 95);
    health.state = stateOf(lateReports, lateAnswered);
    const bool slow
        = countOf(late) >= fewest && int(within(late, 50)) - int(health.median) >= muchSlower;
    if (health.state == ServiceState::Working && slow)
        health.state = ServiceState::Slow;
    return health;
}

} // namespace

QList<ServiceHealth> serviceHealth(const HealthFigures &figures, const QDateTime &now)
{
    QMap<QString, QList<HealthReport>> byService;
    for (const HealthReport &report : figures.reports)
        byService[report.service].append(report);
    QList<ServiceHealth> all;
    for (auto it = byService.cbegin(); it != byService.cend(); ++it)
        all.append(assessed(it.key(), *it, figures.from, now));
    return all;
}

} // namespace keyway
