#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/money/money.h"
#include "core/wire/healthreport.h"

#include <QtCore/QDate>
#include <QtCore/QDateTime>
#include <QtCore/QJsonObject>
#include <QtCore/QList>
#include <QtCore/QMap>
#include <QtCore/QStringList>

#include <optional>

namespace keyway {

/// What an administrator may do, by the server's names: `statistics`, `keys`, ...
struct AdminIdentity {
    QString email;
    QString role; ///< `viewer`, `support`, `operator`, `finance` or `owner`
    QStringList permissions;

    bool may(QStringView permission) const { return permissions.contains(permission); }
    friend bool operator==(const AdminIdentity &, const AdminIdentity &) = default;
};

/// Sums over attempts of all accounts.
struct PlatformSums {
    qint64 requests = 0;
    qint64 attempts = 0;
    qint64 answered = 0;
    qint64 unknownCosts = 0;
    Money platformCost;
    Money fee; ///< of attempts; fixed monthly fees are on invoices

    qint64 fallbacks() const { return attempts - requests; }
    PlatformSums &operator+=(const PlatformSums &other);
    friend bool operator==(const PlatformSums &, const PlatformSums &) = default;
};

/// Sums of a plan or a service.
struct NamedSums {
    QString name;
    PlatformSums sums;
};

struct DaySums {
    QDate day;
    PlatformSums sums;
};

struct MonthSums {
    QDate month; ///< its first day
    qint64 activeAccounts = 0;
    PlatformSums sums;
    QList<NamedSums> plans;
};

/// The whole platform from one month to another, both included.
struct PlatformFigures {
    QDate from, to; ///< first days
    qint64 accounts = 0; ///< of now
    PlatformSums total;
    QList<MonthSums> months; ///< with usage, oldest first
    QList<DaySums> days; ///< with usage, oldest first
    QList<NamedSums> services;

    /// The plans of all months.
    QList<NamedSums> plans() const;
    static Result<PlatformFigures> fromJson(const QJsonObject &json);
};

/// A group of people, counted.
struct PeopleGroup {
    QString name;
    qint64 accounts = 0;
    friend bool operator==(const PeopleGroup &, const PeopleGroup &) = default;
};

/// People by what they spent in a month.
struct SpendBand {
    std::optional<Money> upTo; ///< nothing: the last band
    qint64 accounts = 0;
};

/// People who started in one month, and how many of them came in each.
struct PeopleCohort {
    QDate start; ///< first day
    QMap<QDate, qint64> months;
};

/// How many people use what, and when, in a month that has ended. The server leaves groups out that
/// are so small that they would be about somebody.
struct PeopleFigures {
    QDate month; ///< its first day
    qint64 fewest = 0; ///< people in a group
    std::optional<qint64> accounts; ///< nothing: too few in all
    QList<PeopleGroup> services, models, types, hours,
        weekdays; ///< the largest first; times in order
    QList<SpendBand> spending; ///< the least first
    QList<PeopleCohort> cohorts; ///< the oldest first

    static Result<PeopleFigures> fromJson(const QJsonObject &json);
};

/// What is known of one of the platform's own keys; never the key.
struct PlatformKey {
    Id id;
    QString service;
    QString label;
    QString baseUrl; ///< empty: the service's own
    QByteArray fingerprint; ///< in hexadecimal digits
    bool enabled = true;
    QDateTime addedAt;
    std::optional<QDateTime> rotatedAt, retiredAt, lastUsedAt;
    qint64 uses = 0;
    Money spent;

    static Result<QList<PlatformKey>> listFrom(const QJsonObject &json);
};

/// What an administrator did.
struct AuditedAction {
    qint64 sequence = 0;
    QDateTime at;
    QString actor; ///< e-mail address; `console` for who sat at the server
    QString address; ///< where from
    QString action; ///< `signed-in`, ...
    QJsonObject detail;
    QString mark; ///< the hash of the entry and all before it, in hexadecimal digits

    static Result<QList<AuditedAction>> listFrom(const QJsonObject &json);
};

/// Whether the entries are as they were written.
struct AuditVerdict {
    bool whole = false;
    qint64 firstBroken = 0; ///< 0 where `whole`
};

/// What applications reported, as the server keeps it: by hour. HealthReport::count is a sum.
struct HealthFigures {
    QDateTime from;
    QList<HealthReport> reports;

    static Result<HealthFigures> fromJson(const QJsonObject &json);
};

} // namespace keyway
