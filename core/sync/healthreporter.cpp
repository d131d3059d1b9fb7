#include "core/sync/healthreporter.h"

#include "core/storage/database.h"
#include "core/storage/row.h"

#include <QtCore/QSet>

#include <algorithm>
#include <map>
#include <tuple>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 msInHour = 3'600'000;
constexpr qsizetype mostInCall = 200;

/// Nothing: it says nothing about the service.
std::optional<ServiceOutcome> outcomeOf(Outcome outcome, std::optional<Error::Kind> error)
{
    switch (outcome) {
    case Outcome::Completed:
    case Outcome::Refused:
    case Outcome::Filtered:
        return ServiceOutcome::Answered;
    case Outcome::Failed:
        break;
    case Outcome::Started:
    case Outcome::Cancelled:
    case Outcome::Unknown:
        return std::nullopt;
    }
    switch (error.value_or(Error::Kind::Internal)) {
    case Error::Kind::RateLimited:
        return ServiceOutcome::RateLimited;
    case Error::Kind::Overloaded:
        return ServiceOutcome::Overloaded;
    case Error::Kind::Timeout:
    case Error::Kind::Protocol:
        return ServiceOutcome::NoAnswer;
    case Error::Kind::Network:
    case Error::Kind::Untrusted:
        return ServiceOutcome::Unreachable;
    case Error::Kind::Auth:
    case Error::Kind::Quota:
    case Error::Kind::Gone:
    case Error::Kind::Rejected:
        return ServiceOutcome::Other;
    default:
        return std::nullopt;
    }
}

} // namespace

HealthReporter::HealthReporter(Database &database, const Catalogue &catalogue)
    : m_database(database)
    , m_catalogue(catalogue)
    , m_toldUntil(thisHour())
{
}

qint64 HealthReporter::thisHour() const
{
    return m_database.clock().now().toMSecsSinceEpoch() / msInHour;
}

Result<QList<HealthReport>> HealthReporter::due()
{
    const qint64 until = thisHour();
    return between(std::max(m_toldUntil, until - oldest.count()), until);
}

Result<QList<HealthReport>> HealthReporter::between(qint64 from, qint64 until)
{
    using Key = std::tuple<qint64, QString, ServiceOutcome, LatencyBucket>;
    std::map<Key, qint64> counts;
    QSet<qint64> online; // the hours in which somebody answered
    // The index begins with the billing day, which is less than two days from that of UTC.
    const QDate day = QDateTime::fromMSecsSinceEpoch(from * msInHour, Qt::UTC).date();
    const auto read = m_database.query(
        u"SELECT started_at, service, outcome, error_kind, first_token_ms FROM attempt WHERE "
        "billing_day >= ? AND started_at >= ? AND started_at < ? AND origin = ?"_s,
        {stored(day.addDays(-2)), stored(from * msInHour), stored(until * msInHour),
         nameOf(OriginClass::Official)},
        [&](const Row &row) {
            const auto outcome = outcomeOf(outcomeFromName(row.text(2)).value_or(Outcome::Unknown),
                                           Error::kindFromName(row.text(3)));
            const QString service = row.text(1);
            if (!outcome || !m_catalogue.service(service))
                return true;
            const bool answered = *outcome == ServiceOutcome::Answered;
            const qint64 hour = row.number(0) / msInHour;
            if (answered)
                online.insert(hour);
            const LatencyBucket latency
                = answered ? latencyBucketOf(row.optionalNumber(4)) : LatencyBucket::None;
            ++counts[{hour, service, *outcome, latency}];
            return true;
        });
    if (!read)
        return read.error();
    QList<HealthReport> reports;
    for (const auto &[key, count] : counts) {
        const auto &[hour, service, outcome, latency] = key;
        const bool mayBeUs = outcome == ServiceOutcome::Unreachable && !online.contains(hour);
        if (!mayBeUs)
            reports.append({service, outcome, latency,
                            QDateTime::fromMSecsSinceEpoch(hour * msInHour, Qt::UTC),
                            std::min(count, HealthReport::mostCounted)});
    }
    return reports;
}

Task<qint64> HealthReporter::send(ServerClient &server, CancelToken cancel)
{
    const qint64 until = thisHour();
    if (until <= m_toldUntil)
        co_return qint64(0);
    const Result<QList<HealthReport>> reports = due();
    if (!reports)
        co_return reports.error();
    for (qsizetype first = 0; first < reports->size(); first += mostInCall) {
        auto telling = server.tellHealth(reports->mid(first, mostInCall), cancel);
        const auto told = co_await telling;
        if (!told)
            co_return told.error();
    }
    m_toldUntil = until;
    co_return qint64(reports->size());
}

} // namespace keyway
