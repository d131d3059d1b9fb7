#include "core/export/backup.h"

#include "core/base/id.h"
#include "core/export/filefault.h"
#include "core/storage/auditseals.h"
#include "core/storage/audittrail.h"
#include "core/storage/database.h"
#include "core/storage/databasefiles.h"
#include "core/storage/row.h"
#include "core/storage/session.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <filesystem>
#include <system_error>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

/// The words for damaged records speak of those in use.
Error badBackup(const Error &error)
{
    const bool known = error.reason() == u"newer-database"_s || error.reason() == u"busy"_s;
    return known ? error : Error(error.kind(), error.detail()).withReason(u"bad-backup"_s);
}

Result<qint64> countOf(Database &database)
{
    qint64 records = 0;
    const auto read
        = database.query(u"SELECT COUNT(*) FROM attempt"_s, {}, [&records](const Row &row) {
              records = row.number(0);
              return false;
          });
    if (!read)
        return read.error();
    return records;
}

Result<Done> copyInto(Database &database, const QString &path)
{
    if (auto made = files::create(path); !made)
        return cannotWrite(made.error().detail());
    // The connection may be one that only reads; what is written here is another file.
    if (auto open = database.execute(u"PRAGMA query_only = OFF"_s); !open)
        return open;
    const auto copied = database.run(u"VACUUM INTO ?"_s, {path});
    if (database.isReadOnly()) {
        if (auto closed = database.execute(u"PRAGMA query_only = ON"_s); !closed)
            return closed;
    }
    if (!copied)
        return copied.error();
    return files::sync(path);
}

/// One file in the place of another, at once.
Result<Done> moveOver(const QString &from, const QString &to)
{
    std::error_code problem;
    std::filesystem::rename(QFileInfo(from).filesystemAbsoluteFilePath(),
                            QFileInfo(to).filesystemAbsoluteFilePath(), problem);
    if (problem)
        return cannotWrite(QString::fromStdString(problem.message()));
    return Done();
}

bool isInUse(const QString &folder)
{
    const QStringList locks
        = QDir(folder + "/sessions"_L1).entryList({u"*.lock"_s}, QDir::Files | QDir::Hidden);
    for (const QString &lock : locks) {
        const std::optional<Id> session = Id::fromString(lock.section(u'.', 0, 0));
        if (session && Session::isAlive(folder, *session))
            return true;
    }
    return false;
}

/// The head outside of the old records would tell that the restored ones were cut off; it goes with
/// them.
Result<Done> moveHeadAside(const QString &folder, const QString &suffix)
{
    QFile head(folder + "/audit.head"_L1);
    if (head.exists() && !head.rename(head.fileName() + suffix))
        return cannotWrite(head.errorString());
    return Done();
}

} // namespace

Result<BackupReport> backUpTo(Database &database, const QString &path)
{
    const QFileInfo target(path);
    if (!QFileInfo(target.absolutePath()).isDir() || target.isDir())
        return cannotWrite(path);
    const auto records = countOf(database);
    if (!records)
        return records.error();
    const QString part = path + u'.' + Id::create(database.clock().now()).toString();
    Result<BackupReport> report = [&]() -> Result<BackupReport> {
        if (auto copied = copyInto(database, part); !copied)
            return copied.error();
        auto good = checkBackup(part, database.clock());
        // Others may have added some meanwhile; none is ever removed.
        if (good && good->records < *records)
            return cannotWrite(u"the copy is not complete"_s);
        return good;
    }();
    if (report) {
        if (auto moved = moveOver(part, path); !moved)
            report = moved.error();
    }
    for (const QString &left : {part, part + "-journal"_L1})
        QFile::remove(left);
    return report;
}

Result<BackupReport> checkBackup(const QString &path, const Clock &clock)
{
    if (!QFileInfo(path).isReadable())
        return Error(Error::Kind::Storage, path).withReason(u"cannot-read"_s);
    const auto opened = Database::open(path, Database::Access::ReadOnly, clock);
    if (!opened)
        return badBackup(opened.error());
    Database &backup = **opened;
    if (backup.isNewer())
        return Error(Error::Kind::Storage, path).withReason(u"newer-database"_s);
    if (auto good = backup.check(); !good)
        return badBackup(good.error());
    const auto records = countOf(backup);
    if (!records)
        return records.error();
    return BackupReport{*records, QFileInfo(path).size()};
}

Result<RestoreReport> restoreFrom(const QString &backup, const QString &database,
                                  const Clock &clock)
{
    const QString folder = QFileInfo(database).absolutePath();
    if (isInUse(folder))
        return Error(Error::Kind::Storage, folder).withReason(u"in-use"_s);
    const auto good = checkBackup(backup, clock);
    if (!good)
        return good.error();
    const bool hadRecords = QFileInfo::exists(database);
    if (auto restored = Database::restore(database, backup, clock); !restored)
        return restored.error();
    RestoreReport report{*good, {}};
    QString suffix = u".replaced"_s;
    if (hadRecords) {
        const QFileInfo file(database);
        const QStringList aside = file.dir().entryList({file.fileName() + ".replaced-*Z"_L1},
                                                       QDir::Files, QDir::Name | QDir::Reversed);
        report.replaced = file.dir().filePath(aside.value(0));
        suffix = aside.value(0).mid(file.fileName().size());
    }
    if (auto moved = moveHeadAside(folder, suffix); !moved)
        return moved.error();
    const auto opened = Database::open(database, Database::Access::ReadWrite, clock);
    if (!opened)
        return opened.error();
    // A copy of the seals elsewhere stays as it is: it tells, to whoever asks, what was replaced.
    if (auto sealed = AuditSeals(**opened).renewBeside(); !sealed)
        return sealed.error();
    const auto noted = (*opened)->write([&]() -> Result<Done> {
        return AuditTrail(**opened).append(
            {u"database.restored"_s,
             QFileInfo(backup).fileName(),
             {{u"records"_s, good->records},
              {u"replaced"_s, QFileInfo(report.replaced).fileName()}}});
    });
    if (!noted)
        return noted.error();
    return report;
}

} // namespace keyway
