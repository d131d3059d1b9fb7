#include "core/server/backup.h"

#include "core/server/sqlconnection.h"

#include <QtCore/QFile>
#include <QtCore/QUuid>

namespace keyway::server {

using namespace Qt::StringLiterals;

namespace {

Error failed(const QString &reason, const QString &detail)
{
    return Error(Error::Kind::Storage, detail).withReason(reason);
}

/// What `sql` gives, of a file that is not written to.
QString answerOf(const QString &file, const QString &sql)
{
    const QString name = QUuid::createUuid().toString();
    QString answer;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setDatabaseName(file);
        database.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
        if (database.open()) {
            QSqlQuery query(database);
            if (query.exec(sql) && query.next())
                answer = query.value(0).toString();
        }
        database.close();
    }
    QSqlDatabase::removeDatabase(name);
    return answer;
}

} // namespace

Result<Done> backUp(const DatabaseAddress &database, const QString &file)
{
    if (database.engine != Engine::Sqlite)
        return Error(Error::Kind::Rejected).withReason(u"not-sqlite"_s);
    if (!QFile::exists(database.file)) // or an empty one would be made, and copied
        return failed(u"cannot-open"_s, database.file);
    if (QFile::exists(file))
        return failed(u"exists"_s, file);
    const Result<std::unique_ptr<SqlConnection>> sql = SqlConnection::open(database);
    if (!sql)
        return sql.error();
    const Result<qint64> version = (*sql)->number(u"SELECT version FROM schema_version"_s);
    if (!version)
        return version.error();

    const QString part = file + ".part"_L1;
    QFile::remove(part);
    QFile empty(part); // SQLite fills an empty file, with the permissions that it has
    if (!empty.open(QIODevice::WriteOnly | QIODevice::NewOnly)
        || !empty.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return failed(u"cannot-open"_s, part + u": "_s + empty.errorString());
    empty.close();
    const auto copied
        = (*sql)->execute(u"VACUUM INTO '%1'"_s.arg(QString(part).replace(u'\'', u"''"_s)));
    const bool whole = copied && answerOf(part, u"PRAGMA integrity_check"_s) == "ok"_L1
        && answerOf(part, u"SELECT version FROM schema_version"_s) == QString::number(*version);
    if (!whole) {
        QFile::remove(part);
        return copied ? failed(u"damaged"_s, file) : copied.error();
    }
    if (!QFile::rename(part, file))
        return failed(u"cannot-open"_s, file);
    return Done();
}

} // namespace keyway::server
