#pragma once

#include "core/base/result.h"
#include "core/server/databaseaddress.h"
#include "core/storage/row.h"

#include <QtCore/QVariantList>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlQuery>

#include <functional>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace keyway::server {

/// One connection to the server's database, for the thread that opened it. The same SQL runs on
/// SQLite and PostgreSQL; where they differ, engine() tells. Errors are of kind Storage:
///
/// | reason | meaning |
/// | --- | --- |
/// | unavailable | no connection, a full disk, a database that is locked for long: try again later
/// | | again | another transaction came in between; write() has tried several times | | conflict |
/// a row with this key exists |
///
/// and Internal for a statement that is wrong in itself.
class SqlConnection {
public:
    static Result<std::unique_ptr<SqlConnection>> open(const DatabaseAddress &address);
    ~SqlConnection();
    SqlConnection(const SqlConnection &) = delete;
    SqlConnection &operator=(const SqlConnection &) = delete;

    Engine engine() const { return m_address.engine; }

    /// Runs `body` as one transaction that is on the disk when this returns; its error rolls
    /// everything back. Runs it again, at most five times, where another transaction came in
    /// between: `body` has no other effects than those on the database.
    template <class Body> auto write(Body body) -> decltype(body());

    /// One statement, prepared once for the life of the connection; the number of rows it changed.
    Result<qint64> run(const QString &sql, const QVariantList &values = {});
    /// Calls `each` for every row, until it says false.
    Result<Done> query(const QString &sql, const QVariantList &values,
                       const std::function<bool(const Row &)> &each);
    /// One statement that is not kept prepared.
    Result<Done> execute(const QString &sql);
    Result<qint64> number(const QString &sql, const QVariantList &values = {});

private:
    explicit SqlConnection(DatabaseAddress address);

    Result<Done> connect();
    Result<Done> begin();
    Result<Done> commit();
    void rollBack();
    void drop();
    Result<QSqlQuery *> prepared(const QString &sql, const QVariantList &values);
    Result<QSqlQuery *> tryPrepared(const QString &sql, const QVariantList &values);
    Error errorFrom(const QSqlError &error, const QString &what);
    static bool mayTryAgain(const Error &error);

    static constexpr int mostTries = 5;

    const DatabaseAddress m_address;
    QString m_connectionName;
    QSqlDatabase m_connection;
    std::unordered_map<QString, QSqlQuery> m_statements;
    bool m_writing = false;
    bool m_lost = false;
};

template <class Body> auto SqlConnection::write(Body body) -> decltype(body())
{
    if (m_writing)
        return body();
    std::unique_lock<std::mutex> line;
    if (engine() == Engine::Sqlite)
        line = std::unique_lock(*m_address.writer);
    for (int tries = 1;; ++tries) {
        if (auto begun = begin(); !begun)
            return begun.error();
        auto result = body();
        if (!result) {
            rollBack();
            if (mayTryAgain(result.error()) && tries < mostTries)
                continue;
            return result;
        }
        const auto committed = commit();
        if (committed)
            return result;
        if (!mayTryAgain(committed.error()) || tries == mostTries)
            return committed.error();
    }
}

} // namespace keyway::server
