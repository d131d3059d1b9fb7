#pragma once

#include "core/base/result.h"
#include "core/server/usagecheck.h"
#include "core/wire/usagemessage.h"

#include <QtCore/QDate>
#include <QtCore/QHash>
#include <QtCore/QJsonArray>
#include <QtCore/QList>

#include <functional>
#include <optional>

namespace keyway::server {

class SqlConnection;

/// A record that has been checked and is to be written.
struct CheckedUsage {
    UsageMessage message;
    QByteArray hash; ///< of its canonical bytes
    UsageCheck check;
};

/// A page of an account's records in the order in which they came.
struct UsagePage {
    QList<UsageMessage> records;
    qint64 next = 0; ///< ask for what is after this
    bool more = false;
};

/// The tables of usage records, on the connection of one thread.
class UsageStore {
public:
    explicit UsageStore(SqlConnection &sql);

    /// Inside a transaction: keeps other batches of the account waiting until it ends; the number
    /// of the last record. Error: Auth, `bad-token`, when the account is gone.
    Result<qint64> lock(const Id &account);
    /// Hashes of those of `ids` that are kept already, in usage or in quarantine.
    Result<QHash<Id, QByteArray>> kept(const Id &account, const QList<Id> &ids);
    /// Inside a transaction, behind lock(): new rows, the days' sums and the last number.
    Result<Done> add(const Id &account, const QList<CheckedUsage> &records, qint64 lastSequence,
                     const QDateTime &now);
    /// Inside a transaction: puts one aside.
    Result<Done> putAside(const Id &account, const CheckedUsage &record, const QDateTime &now);

    Result<UsagePage> page(const Id &account, qint64 after, int limit);
    /// Records up to the day before `before` that are on no invoice, ascending by id. Only those
    /// that came as number `from` or later are looked at.
    Result<Done> notInvoiced(const Id &account, const QDate &before, qint64 from,
                             const std::function<void(const UsageMessage &)> &each);
    /// The number of the first record, from number `from` on, of the day `day` or a later one;
    /// nothing where there is none.
    Result<std::optional<qint64>> firstOn(const Id &account, const QDate &day, qint64 from);
    /// Sums by day, service, model, type and app, from day to day, both included.
    Result<QJsonArray> days(const Id &account, const QDate &from, const QDate &to);
    Result<QJsonArray> quarantine(const Id &account);

private:
    Result<Done> addRows(const Id &account, const CheckedUsage *records, int count, qint64 sequence,
                         const QDateTime &now);
    Result<Done> addDays(const Id &account, const QList<CheckedUsage> &records);

    SqlConnection &m_sql;
};

} // namespace keyway::server
