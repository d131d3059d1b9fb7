#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/server/usagestore.h"

#include <QtCore/QDate>
#include <QtCore/QJsonObject>
#include <QtCore/QList>
#include <QtCore/QMap>

namespace keyway::server {

class SqlConnection;

/// How many people use what, and when: counts of accounts by whole months, never of one person.
/// A group of fewer than `fewest` is not told, nor one that leaves fewer than that outside of it,
/// nor one whose count would give a hidden one away by a difference. Kept in the transaction that
/// keeps the records. Errors: Storage.
class UserAnalytics {
public:
    static constexpr qint64 fewest = 20;

    explicit UserAnalytics(SqlConnection &sql);

    /// Inside the transaction that adds these records, which are new. Before the account's months
    /// are noted (PlatformStatistics::add()).
    Result<Done> add(const Id &account, const QList<CheckedUsage> &records);
    /// `month`: its first day. It has ended, so that two answers about it do not differ by one
    /// person.
    Result<QJsonObject> describe(const QDate &month);
    /// All that is kept of one account here; inside a transaction.
    static QStringList removals();

private:
    using Counts = QMap<QString, qint64>;
    Result<Done> addGroups(const Id &account, const QString &month, const QList<CheckedUsage> &all);
    Result<Done> addStart(const Id &account, const QString &month);
    Result<Counts> groups(const QString &month, const QString &kind);
    Result<QJsonArray> spending(const QString &month);
    Result<QJsonArray> cohorts(const QDate &month);

    SqlConnection &m_sql;
};

/// The counts that may be told of groups that people may be in several of, `all` of them in sum.
/// Pure.
QMap<QString, qint64> tellable(const QMap<QString, qint64> &groups, qint64 all);
/// The same for groups of which each person is in exactly one: what is hidden is `fewest` or more
/// in sum. Pure.
QMap<QString, qint64> tellableParts(const QMap<QString, qint64> &parts, qint64 all);

} // namespace keyway::server
