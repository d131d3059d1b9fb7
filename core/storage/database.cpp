#include "core/storage/database.h"

#include "core/base/id.h"
#include "core/base/logging.h"
#include "core/storage/databasefiles.h"
#include "core/storage/migrations.h"
#include "core/storage/row.h"
#include "core/storage/writeline.h"

#include <QtCore/QDeadlineTimer>
#include <QtCore/QFileInfo>
#include <QtCore/QRandomGenerator>
#include <QtCore/QStorageInfo>
#include <QtCore/QThread>
#include <QtCore/QUrl>
#include <QtSql/QSqlError>

#include <utility>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 applicationId = 0x4B657977; // "Keyw", at offset 68 of the file
constexpr std::chrono::milliseconds busyTimeout{5000};
constexpr qint64 lineTimeoutMs = 30'000;

// Primary result codes of SQLite (https://sqlite.org/rescode.html).
enum Code {
    Perm = 3,
    Busy = 5,
    Locked = 6,
    ReadOnlyFile = 8,
    IoError = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    Constraint = 19,
    NotADatabase = 26
};

/// Calls `attempt` again while another program has the lock that it needs. SQLite's own waiting
/// sleeps longer with every try, up to a tenth of a second, in which the lock would lie idle.
bool untilFree(const std::function<bool()> &attempt, const std::function<QSqlError()> &error)
{
    const QDeadlineTimer deadline(busyTimeout);
    while (!attempt()) {
        const int code = error().nativeErrorCode().toInt() & 0xff;
        if ((code != Busy && code != Locked) || deadline.hasExpired())
            return false;
        QThread::usleep(QRandomGenerator::global()->bounded(200U, 1000U));
    }
    return true;
}

/// A null QString would become NULL; in Keyway it is empty text.
QVariant bindable(const QVariant &value)
{
    const bool nullText = value.typeId() == QMetaType::QString && value.toString().isNull();
    return nullText ? QVariant(u""_s) : value;
}

Error storageError(const QString &reason, const QString &detail)
{
    return Error(Error::Kind::Storage, detail).withReason(reason);
}

bool executed(QSqlQuery &statement)
{
    return untilFree([&] { return statement.exec(); }, [&] { return statement.lastError(); });
}

} // namespace

Result<std::unique_ptr<Database>> Database::open(const QString &path, Access access,
                                                 const Clock &clock)
{
    std::unique_ptr<Database> database(new Database(QFileInfo(path).absoluteFilePath(), clock));
    auto opened = database->openFile(access);
    if (opened)
        return database;
    const QString file = database->m_path;
    database.reset(); // a copy is made of what no connection holds
    if (opened.error().reason() == u"corrupt"_s) {
        const auto copy = files::copyAside(file);
        qCWarning(logStorage) << "damaged database; copied to" << (copy ? *copy : u"nowhere"_s);
    }
    return opened.error();
}

Database::Database(QString path, const Clock &clock)
    : m_path(std::move(path))
    , m_connectionName("keyway-"_L1 + Id::create(clock.now()).toString())
    , m_clock(clock)
{
}

Database::~Database()
{
    disconnect();
}

QString Database::folder() const
{
    return QFileInfo(m_path).absolutePath();
}

Result<Done> Database::openFile(Access access)
{
    if (access == Access::ReadWrite) {
        if (auto made = files::create(m_path); !made)
            return made;
    } else if (!QFileInfo::exists(m_path)) {
        return storageError(u"cannot-open"_s, u"no such file"_s);
    }
    const bool mayWrite = QFileInfo(m_path).isWritable() && QFileInfo(folder()).isWritable();
    m_readOnly = access == Access::ReadOnly || !mayWrite;
    const auto open = [this](bool immutable) -> Result<Done> {
        if (auto connected = connect(m_readOnly, immutable); !connected)
            return connected;
        return recognise();
    };
    auto known = open(false);
    // SQLite wants to make a -shm file to read a WAL database. Where it cannot, and no WAL is left
    // to be read, the file alone is the whole truth.
    const bool wantsFiles = !known && known.error().reason() == u"cannot-open"_s;
    if (wantsFiles && !mayWrite && QFileInfo(m_path + "-wal"_L1).size() == 0) {
        disconnect();
        known = open(true);
    }
    if (!known || m_newer)
        return known;
    if (!m_readOnly) {
        if (auto started = startJournal(); !started)
            return started;
        return migrate();
    }
    const auto version = number(u"PRAGMA user_version"_s);
    if (!version)
        return version.error();
    if (*version < migrations().size())
        return storageError(u"older-database"_s, "version "_L1 + QString::number(*version));
    return Done();
}

Result<Done> Database::connect(bool readOnly, bool immutable)
{
    m_connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connectionName);
    QStringList options{u"QSQLITE_BUSY_TIMEOUT=0"_s}; // see untilFree()
    if (readOnly)
        options.append(u"QSQLITE_OPEN_READONLY"_s);
    if (immutable) {
        options.append(u"QSQLITE_OPEN_URI"_s);
        const QUrl url = QUrl::fromLocalFile(m_path);
        m_connection.setDatabaseName(url.toString(QUrl::FullyEncoded) + "?immutable=1"_L1);
    } else {
        m_connection.setDatabaseName(m_path);
    }
    m_connection.setConnectOptions(options.join(u';'));
    if (!m_connection.open())
        return errorFrom(m_connection.lastError(), u"open"_s);
    for (const QString &pragma : {u"PRAGMA foreign_keys = ON"_s, u"PRAGMA cache_size = -16384"_s,
                                  u"PRAGMA synchronous = FULL"_s, u"PRAGMA secure_delete = ON"_s,
                                  u"PRAGMA temp_store = MEMORY"_s}) {
        if (auto set = execute(pragma); !set)
            return set;
    }
    return readOnly ? execute(u"PRAGMA query_only = ON"_s) : Done();
}

void Database::disconnect()
{
    m_statements.clear();
    if (!m_connection.isValid())
        return;
    m_connection.close();
    m_connection = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connectionName);
}

/// Whose file it is, and whether this Keyway may read and write it.
Result<Done> Database::recognise()
{
    const auto tables = number(u"SELECT COUNT(*) FROM sqlite_master"_s);
    if (!tables)
        return tables.error();
    const auto owner = number(u"PRAGMA application_id"_s);
    const auto version = number(u"PRAGMA user_version"_s);
    if (!owner || !version)
        return owner ? version.error() : owner.error();
    if (*owner != applicationId && (*owner != 0 || *tables != 0))
        return storageError(u"not-keyway"_s, "application id "_L1 + QString::number(*owner));
    if (*version <= migrations().size())
        return Done();
    const auto oldest = number(u"SELECT oldest_reader FROM format"_s);
    if (!oldest || *oldest > migrations().size())
        return storageError(u"newer-database"_s, "version "_L1 + QString::number(*version));
    m_newer = true;
    m_readOnly = true;
    return execute(u"PRAGMA query_only = ON"_s);
}

Result<Done> Database::startJournal()
{
    QString mode;
    const auto set = query(u"PRAGMA journal_mode = WAL"_s, {}, [&mode](const Row &row) {
        mode = row.text(0);
        return false;
    });
    if (!set)
        return set;
    if (mode != u"wal"_s)
        return storageError(u"io-error"_s, "journal mode "_L1 + mode);
    return execute(u"PRAGMA journal_size_limit = 16777216"_s);
}

Result<Done> Database::migrate()
{
    bool fresh = false;
    for (;;) {
        const auto version = number(u"PRAGMA user_version"_s);
        if (!version)
            return version.error();
        if (*version >= migrations().size())
            return Done();
        fresh = fresh || *version == 0; // nothing in it yet that a backup could save
        if (!fresh) {
            const auto backup = backUpAs("before-version-"_L1
                                         + QString::number(*version + 1).rightJustified(3, u'0'));
            if (!backup)
                return backup.error();
        }
        auto applied = applyMigration(*version);
        if (!applied && applied.error().kind() == Error::Kind::Internal)
            return storageError(u"migration-failed"_s, applied.error().detail());
        if (!applied)
            return applied;
    }
}

Result<Done> Database::applyMigration(qint64 from)
{
    return write([&]() -> Result<Done> {
        const auto version = number(u"PRAGMA user_version"_s);
        if (!version)
            return version.error();
        if (*version != from)
            return Done(); // another process was faster
        QStringList statements = migrations().at(from);
        statements.append("PRAGMA application_id = "_L1 + QString::number(applicationId));
        statements.append("PRAGMA user_version = "_L1 + QString::number(from + 1));
        for (const QString &statement : std::as_const(statements)) {
            if (auto done = execute(statement); !done)
                return done;
        }
        return Done();
    });
}

Result<qint64> Database::number(const QString &sql)
{
    qint64 value = 0;
    const auto read = query(sql, {}, [&value](const Row &row) {
        value = row.number(0);
        return false;
    });
    if (!read)
        return read.error();
    return value;
}

void Database::afterCommit(const QString &name, std::function<void()> action)
{
    Q_ASSERT(m_writing);
    m_afterCommit.insert(name, std::move(action));
}

Result<Done> Database::begin(bool immediate)
{
    if (immediate && m_readOnly)
        return storageError(m_newer ? u"newer-database"_s : u"read-only"_s, u"opened to read"_s);
    auto begun = immediate ? beginWriting() : run(u"BEGIN"_s);
    if (!begun)
        return begun.error();
    (immediate ? m_writing : m_reading) = true;
    return Done();
}

/// One waits for the lock of SQLite, the others for the place of that one: whoever has written goes
/// to the end of the line.
Result<qint64> Database::beginWriting()
{
    if (!m_line)
        m_line = std::make_unique<WriteLine>(folder());
    m_line->reachHead(QDeadlineTimer(lineTimeoutMs));
    auto begun = run(u"BEGIN IMMEDIATE"_s);
    m_line->leave();
    return begun;
}

Result<Done> Database::commit()
{
    auto committed = run(u"COMMIT"_s);
    if (!committed) {
        rollBack();
        return committed.error();
    }
    m_writing = false;
    const auto actions = std::exchange(m_afterCommit, {});
    for (const auto &action : actions)
        action();
    return Done();
}

void Database::rollBack()
{
    m_afterCommit.clear();
    m_writing = false;
    m_reading = false;
    // SQLite has rolled back by itself after some errors; then this one fails, and that is fine.
    const auto done = run(u"ROLLBACK"_s);
    Q_UNUSED(done)
}

Result<Database::Prepared *> Database::prepare(const QString &sql, const QVariantList &values)
{
    auto [entry, isNew] = m_statements.try_emplace(sql, Prepared{QSqlQuery(m_connection)});
    Prepared &statement = entry->second;
    Q_ASSERT(!statement.busy); // a callback of query() must not run the same statement
    if (isNew) {
        statement.query.setForwardOnly(true);
        if (!untilFree([&] { return statement.query.prepare(sql); },
                       [&] { return statement.query.lastError(); })) {
            const Error error = errorFrom(statement.query.lastError(), sql);
            m_statements.erase(entry);
            return error;
        }
    }
    for (qsizetype i = 0; i < values.size(); ++i)
        statement.query.bindValue(static_cast<int>(i), bindable(values.at(i)));
    return &statement;
}

Result<qint64> Database::run(const QString &sql, const QVariantList &values)
{
    auto prepared = prepare(sql, values);
    if (!prepared)
        return prepared.error();
    QSqlQuery &statement = (*prepared)->query;
    if (!executed(statement)) {
        const Error error = errorFrom(statement.lastError(), sql);
        statement.finish();
        return error;
    }
    const qint64 changed = statement.numRowsAffected();
    statement.finish();
    return changed;
}

Result<Done> Database::query(const QString &sql, const QVariantList &values,
                             const std::function<bool(const Row &)> &each)
{
    auto prepared = prepare(sql, values);
    if (!prepared)
        return prepared.error();
    Prepared &statement = **prepared;
    statement.busy = true;
    bool good = executed(statement.query);
    if (good) {
        while (statement.query.next()) {
            if (!each(Row(statement.query)))
                break;
        }
        good = statement.query.lastError().type() == QSqlError::NoError;
    }
    statement.busy = false;
    if (!good) {
        const Error error = errorFrom(statement.query.lastError(), sql);
        statement.query.finish();
        return error;
    }
    statement.query.finish();
    return Done();
}

Result<Done> Database::execute(const QString &sql)
{
    QSqlQuery statement(m_connection);
    if (!untilFree([&] { return statement.exec(sql); }, [&] { return statement.lastError(); }))
        return errorFrom(statement.lastError(), sql);
    return Done();
}

Error Database::errorFrom(const QSqlError &error, const QString &what) const
{
    const int code = error.nativeErrorCode().toInt();
    const QString detail = u"%1 (%2) in: %3"_s.arg(error.text(), error.nativeErrorCode(),
                                                   what.simplified().left(200));
    qCDebug(logStorage).noquote() << detail;
    switch (code & 0xff) {
    case Full:
        return storageError(u"disk-full"_s, detail);
    case IoError: {
        // The shared memory file of the WAL reports a full disk as an I/O error.
        constexpr qint64 enough = 1 << 20;
        const QStorageInfo disk(folder());
        const bool full = disk.isValid() && !disk.isReadOnly() && disk.bytesAvailable() < enough;
        return storageError(full ? u"disk-full"_s : u"io-error"_s, detail);
    }
    case ReadOnlyFile:
    case Perm:
        return storageError(u"read-only"_s, detail);
    case Busy:
    case Locked:
        return storageError(u"busy"_s, detail);
    case Corrupt:
    case NotADatabase:
        return storageError(u"corrupt"_s, detail);
    case CannotOpen:
        return storageError(u"cannot-open"_s, detail);
    case Constraint:
        return Error(Error::Kind::Internal, detail).withReason(u"constraint"_s);
    default:
        return Error(Error::Kind::Internal, detail).withReason(u"statement"_s);
    }
}

} // namespace keyway
