#include "core/server/sqlconnection.h"

#include <QtCore/QUuid>
#include <QtSql/QSqlError>

#include <utility>

namespace keyway::server {

using namespace Qt::StringLiterals;

namespace {

Error storage(const QString &reason, const QString &detail)
{
    return Error(Error::Kind::Storage, detail).withReason(reason);
}

} // namespace

SqlConnection::SqlConnection(DatabaseAddress address)
    : m_address(std::move(address))
    , m_connectionName(QUuid::createUuid().toString())
{
}

SqlConnection::~SqlConnection()
{
    drop();
}

Result<std::unique_ptr<SqlConnection>> SqlConnection::open(const DatabaseAddress &address)
{
    std::unique_ptr<SqlConnection> connection(new SqlConnection(address));
    if (auto connected = connection->connect(); !connected)
        return connected.error();
    return connection;
}

Result<Done> SqlConnection::connect()
{
    m_lost = false;
    const bool sqlite = engine() == Engine::Sqlite;
    m_connection = QSqlDatabase::addDatabase(sqlite ? u"QSQLITE"_s : u"QPSQL"_s, m_connectionName);
    if (sqlite) {
        m_connection.setDatabaseName(m_address.file);
        m_connection.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    } else {
        m_connection.setHostName(m_address.host);
        m_connection.setPort(m_address.port);
        m_connection.setDatabaseName(m_address.name);
        m_connection.setUserName(m_address.user);
        m_connection.setPassword(m_address.password);
        const QString own = u"connect_timeout=10"_s;
        m_connection.setConnectOptions(
            m_address.options.isEmpty() ? own : own + u';' + m_address.options);
    }
    if (!m_connection.open()) {
        // The driver's words may repeat how it was asked to connect; the code does not.
        const QString code = m_connection.lastError().nativeErrorCode();
        drop();
        m_lost = true;
        return storage(u"unavailable"_s, u"cannot open the database (%1)"_s.arg(code));
    }
    const QStringList settings = sqlite
        ? QStringList{u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = FULL"_s,
                      u"PRAGMA foreign_keys = ON"_s, u"PRAGMA trusted_schema = OFF"_s}
        : QStringList{u"SET client_min_messages = warning"_s, u"SET statement_timeout = '60s'"_s,
                      u"SET idle_in_transaction_session_timeout = '60s'"_s};
    for (const QString &setting : settings) {
        if (auto set = execute(setting); !set)
            return set;
    }
    return Done();
}

void SqlConnection::drop()
{
    m_statements.clear();
    if (!m_connection.isValid())
        return;
    m_connection.close();
    m_connection = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connectionName);
}

Result<Done> SqlConnection::begin()
{
    auto begun = execute(engine() == Engine::Sqlite ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s);
    if (!begun && m_lost) {
        drop(); // as in prepared()
        if (auto connected = connect(); !connected)
            return connected;
        begun = execute(u"BEGIN"_s);
    }
    m_writing = begun.ok();
    return begun;
}

Result<Done> SqlConnection::commit()
{
    m_writing = false;
    auto committed = execute(u"COMMIT"_s);
    if (!committed)
        execute(u"ROLLBACK"_s).ok();
    return committed;
}

void SqlConnection::rollBack()
{
    m_writing = false;
    // A failure here means that there is nothing left to roll back.
    execute(u"ROLLBACK"_s).ok();
}

Result<Done> SqlConnection::execute(const QString &sql)
{
    if (!m_connection.isValid())
        return storage(u"unavailable"_s, u"not connected"_s);
    QSqlQuery query(m_connection);
    if (!query.exec(sql))
        return errorFrom(query.lastError(), sql);
    return Done();
}

Result<QSqlQuery *> SqlConnection::prepared(const QString &sql, const QVariantList &values)
{
    Result<QSqlQuery *> query = tryPrepared(sql, values);
    if (query || !m_lost || m_writing)
        return query;
    // The database was started anew while nobody asked it anything.
    drop();
    if (auto connected = connect(); !connected)
        return connected.error();
    return tryPrepared(sql, values);
}

Result<QSqlQuery *> SqlConnection::tryPrepared(const QString &sql, const QVariantList &values)
{
    if (!m_connection.isValid())
        return storage(u"unavailable"_s, u"not connected"_s);
    auto found = m_statements.find(sql);
    if (found == m_statements.end()) {
        QSqlQuery query(m_connection);
        query.setForwardOnly(true);
        if (!query.prepare(sql))
            return errorFrom(query.lastError(), sql);
        found = m_statements.emplace(sql, std::move(query)).first;
    }
    QSqlQuery &query = found->second;
    for (qsizetype i = 0; i < values.size(); ++i) {
        const QVariant &value = values.at(i);
        // A null QString would be NULL.
        const bool emptyText = value.typeId() == QMetaType::QString && value.toString().isNull();
        query.bindValue(static_cast<int>(i), emptyText ? QVariant(u""_s) : value);
    }
    if (!query.exec()) {
        const Error error = errorFrom(query.lastError(), sql);
        m_statements.erase(sql);
        return error;
    }
    return &query;
}

Result<qint64> SqlConnection::run(const QString &sql, const QVariantList &values)
{
    const Result<QSqlQuery *> query = prepared(sql, values);
    if (!query)
        return query.error();
    const qint64 changed = (*query)->numRowsAffected();
    (*query)->finish();
    return changed;
}

Result<Done> SqlConnection::query(const QString &sql, const QVariantList &values,
                                  const std::function<bool(const Row &)> &each)
{
    const Result<QSqlQuery *> found = prepared(sql, values);
    if (!found)
        return found.error();
    QSqlQuery &query = **found;
    const Row row(query);
    while (query.next()) {
        if (!each(row))
            break;
    }
    const QSqlError error = query.lastError();
    query.finish();
    if (error.isValid())
        return errorFrom(error, sql);
    return Done();
}

Result<qint64> SqlConnection::number(const QString &sql, const QVariantList &values)
{
    qint64 number = 0;
    const auto read = query(sql, values, [&number](const Row &row) {
        number = row.number(0);
        return false;
    });
    if (!read)
        return read.error();
    return number;
}

Error SqlConnection::errorFrom(const QSqlError &error, const QString &what)
{
    const QString code = error.nativeErrorCode();
    // Texts of errors repeat values of rows; the log gets the code and the statement.
    const QString detail = code + u": "_s + what.simplified().left(160);
    if (engine() == Engine::Sqlite) {
        switch (code.toInt() & 0xFF) {
        case 5: // SQLITE_BUSY
        case 6: // SQLITE_LOCKED
            return storage(u"unavailable"_s, detail);
        case 8: // SQLITE_READONLY
        case 10: // SQLITE_IOERR
        case 13: // SQLITE_FULL
        case 14: // SQLITE_CANTOPEN
            return storage(u"unavailable"_s, detail);
        case 19: // SQLITE_CONSTRAINT
            return storage(u"conflict"_s, detail);
        default:
            return Error(Error::Kind::Internal, detail);
        }
    }
    if (code.isEmpty() || code.startsWith("08"_L1) || code.startsWith("57"_L1)
        || code == "25P03"_L1) {
        m_lost = code != "57014"_L1; // a statement that took too long leaves the connection
        return storage(u"unavailable"_s, detail);
    }
    if (code.startsWith("53"_L1) || code.startsWith("58"_L1) || code == "25006"_L1)
        return storage(u"unavailable"_s, detail);
    if (code == "40001"_L1 || code == "40P01"_L1)
        return storage(u"again"_s, detail);
    if (code == "23505"_L1)
        return storage(u"conflict"_s, detail);
    return Error(Error::Kind::Internal, detail);
}

bool SqlConnection::mayTryAgain(const Error &error)
{
    return error.kind() == Error::Kind::Storage && error.reason() == "again"_L1;
}

} // namespace keyway::server
