#pragma once

#include "core/base/result.h"

#include <QtCore/QDate>
#include <QtCore/QStringList>

#include <mutex>
#include <set>

namespace keyway::server {

class SqlConnection;

/// One step of the schema: statements that both engines run, and what only one of them has. In them
/// `{id}`, `{int}` and `{blob}` stand for the types of ids, whole numbers and bytes, `{rows}` for
/// the storage of a table whose rows are found by its key alone.
struct SchemaStep {
    QStringList both;
    QStringList sqlite;
    QStringList postgres;
};

/// From version N to N + 1, at index N. Steps that were released never change.
const QList<SchemaStep> &schemaSteps();

/// Brings the database to the newest version, each step in its own transaction, whoever else is at
/// it at the same time. Error: Storage, reason `newer-database` where a newer server made it.
Result<Done> migrate(SqlConnection &sql);

/// The months for which PostgreSQL has a partition of `usage`; SQLite needs none. Safe on any
/// thread.
class Partitions {
public:
    /// Makes those that are missing, outside any transaction.
    Result<Done> prepare(SqlConnection &sql, const QDate &month);

private:
    std::mutex m_mutex;
    std::set<QDate> m_known;
};

} // namespace keyway::server
