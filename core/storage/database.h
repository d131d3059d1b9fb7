#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QtCore/QMap>
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtCore/QVariantList>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlQuery>

#include <functional>
#include <memory>
#include <unordered_map>

namespace keyway {

class Row;
class WriteLine;

/// One connection to the records of one user (SQLite, WAL, synchronous=FULL), with its prepared
/// statements. Used on the thread that opened it; a thread or a process that reads opens its own.
///
/// Every failure is Error::Kind::Storage with one of these reasons, after which nothing of the
/// failed transaction is in the file:
///
/// | reason | meaning |
/// | --- | --- |
/// | disk-full | no space; works again once there is some |
/// | read-only | the file, its folder, its disk or this connection takes no writes |
/// | busy | one other program kept it for the five seconds we wait, or many for half a minute |
/// | corrupt | the file is damaged; open() put a copy aside, see damagedCopies() |
/// | newer-database | made by a newer Keyway: not to be written, or not even to be read |
/// | older-database | it needs a migration and may not be written |
/// | migration-failed | a step of a migration was refused; the file is as it was |
/// | not-keyway | a database of another program |
/// | cannot-open | no such file or no permission |
/// | io-error | the disk failed to read or write |
///
/// A statement that is wrong in itself is Error::Kind::Internal. No file is ever deleted.
class Database {
public:
    enum class Access { ReadWrite, ReadOnly };

    /// Opens, and with ReadWrite creates (file mode 0600, folder 0700) and migrates; before each
    /// migration step of a file that was there, a verified backup is made. Where it may only be
    /// read (disk, permissions, newer Keyway) ReadWrite opens it read-only and says so in
    /// isReadOnly().
    static Result<std::unique_ptr<Database>> open(const QString &path, Access access,
                                                  const Clock &clock);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    bool isReadOnly() const { return m_readOnly; }
    /// The file was written by a newer Keyway; it is read as far as it is known, and never changed.
    bool isNewer() const { return m_newer; }
    const QString &path() const { return m_path; }
    /// The folder the file is in, where sessions, backups and the head of the audit trail are, too.
    QString folder() const;
    const Clock &clock() const { return m_clock; }

    /// Runs `body` between BEGIN IMMEDIATE and COMMIT; its error, or a failing commit, rolls
    /// everything back. Inside another write() it is a part of that one. Returns what the body
    /// returns, a Result.
    template <class Body> auto write(Body body) -> decltype(body());
    /// Runs `body` inside a running write() as a part that can fail alone: its error takes back
    /// what it did and nothing else. After a Storage error the whole write() has to fail.
    template <class Body> auto writePart(Body body) -> decltype(body());
    /// Runs `body` on one unchanging snapshot. Inside write() it is a part of that one.
    template <class Body> auto read(Body body) -> decltype(body());
    bool isWriting() const { return m_writing; }
    /// Runs once the running write() is safely on the disk; is forgotten when it fails. One of the
    /// same name takes the place of an earlier one.
    void afterCommit(const QString &name, std::function<void()> action);

    /// One statement, prepared once for the life of the connection; the number of rows it changed.
    /// A null QString binds as empty text; QVariant() is NULL.
    Result<qint64> run(const QString &sql, const QVariantList &values = {});
    /// Calls `each` for every row, until it says false.
    Result<Done> query(const QString &sql, const QVariantList &values,
                       const std::function<bool(const Row &)> &each);
    /// One statement that is not kept prepared.
    Result<Done> execute(const QString &sql);

    /// A verified copy in `backups/` beside the file; its path. Works while others write.
    Result<QString> backUp();
    /// Reads the whole file (a second for every few hundred megabytes). Error: corrupt.
    Result<Done> check();

    /// Copies made by backUp() and before migrations, newest first.
    static QStringList backups(const QString &path);
    /// Copies of a damaged file that open() made, newest first.
    static QStringList damagedCopies(const QString &path);
    /// Puts `backup` in the place of the file at `path`, which is moved aside with its WAL, not
    /// deleted. No connection may be open.
    static Result<Done> restore(const QString &path, const QString &backup, const Clock &clock);

private:
    Database(QString path, const Clock &clock);

    struct Prepared {
        QSqlQuery query;
        bool busy = false;
    };

    Result<Done> openFile(Access access);
    Result<Done> connect(bool readOnly, bool immutable);
    void disconnect();
    Result<Done> recognise();
    Result<Done> startJournal();
    Result<Done> migrate();
    Result<Done> applyMigration(qint64 from);
    Result<QString> backUpAs(const QString &name);
    Result<qint64> number(const QString &sql);
    Result<Done> verifyCopy(const QString &copy, qint64 version, qint64 attempts);
    Result<Done> checkWith(const QString &pragma);
    Result<Done> begin(bool immediate);
    Result<qint64> beginWriting();
    Result<Done> commit();
    void rollBack();
    Result<Prepared *> prepare(const QString &sql, const QVariantList &values);
    Error errorFrom(const QSqlError &error, const QString &what) const;

    QString m_path;
    QString m_connectionName;
    const Clock &m_clock;
    QSqlDatabase m_connection;
    std::unordered_map<QString, Prepared> m_statements;
    std::unique_ptr<WriteLine> m_line; ///< made when it is first written
    QMap<QString, std::function<void()>> m_afterCommit;
    bool m_readOnly = false;
    bool m_newer = false;
    bool m_writing = false;
    bool m_reading = false;
};

template <class Body> auto Database::write(Body body) -> decltype(body())
{
    if (m_writing)
        return body();
    if (auto begun = begin(true); !begun)
        return begun.error();
    auto result = body();
    if (!result) {
        rollBack();
        return result;
    }
    if (auto committed = commit(); !committed)
        return committed.error();
    return result;
}

template <class Body> auto Database::writePart(Body body) -> decltype(body())
{
    if (const auto begun = run(QStringLiteral("SAVEPOINT part")); !begun)
        return begun.error();
    const auto actions = m_afterCommit;
    auto result = body();
    if (!result) {
        m_afterCommit = actions;
        if (const auto undone = run(QStringLiteral("ROLLBACK TO part")); !undone)
            return undone.error();
    }
    if (const auto released = run(QStringLiteral("RELEASE part")); !released)
        return released.error();
    return result;
}

template <class Body> auto Database::read(Body body) -> decltype(body())
{
    if (m_writing || m_reading)
        return body();
    if (auto begun = begin(false); !begun)
        return begun.error();
    auto result = body();
    rollBack();
    return result;
}

} // namespace keyway
