#pragma once

#include "core/base/result.h"

#include <QtCore/QString>

#include <memory>
#include <mutex>

namespace keyway::server {

enum class Engine { Sqlite, Postgres };

/// Where the server's records are. Copies of one address share what keeps their writers in line.
struct DatabaseAddress {
    Engine engine = Engine::Sqlite;
    QString file; ///< of SQLite
    QString host; ///< of PostgreSQL: a name, or the folder of its socket; empty: the usual one
    int port = 5432;
    QString name;
    QString user;
    QString password; ///< empty: from PGPASSFILE or the like
    QString options; ///< such as `sslmode=verify-full`
    /// SQLite has one writer: it is waited for here, in turn, and not by trying again and again.
    std::shared_ptr<std::mutex> writer = std::make_shared<std::mutex>();

    static DatabaseAddress sqlite(const QString &dataDir);
    /// `postgresql://user:password@host:port/name?sslmode=require`; `?host=/folder` for a socket.
    /// Error: Rejected, reason `bad-database-url`.
    static Result<DatabaseAddress> parse(const QString &url);
};

} // namespace keyway::server
