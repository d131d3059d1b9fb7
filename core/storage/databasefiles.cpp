#include "core/storage/databasefiles.h"

#include "core/storage/database.h"
#include "core/storage/migrations.h"
#include "core/storage/row.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QStorageInfo>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
constexpr QFile::Permissions ownerFolder = ownerOnly | QFile::ExeOwner;

Error fileError(const QFile &file)
{
    // Qt tells little more than "could not open" or "could not copy".
    constexpr qint64 enough = 1 << 16;
    const QStorageInfo disk(QFileInfo(file.fileName()).absolutePath());
    const bool full = disk.isValid() && !disk.isReadOnly() && disk.bytesAvailable() < enough;
    const bool refused = file.error() == QFile::PermissionsError || file.error() == QFile::OpenError
        || file.error() == QFile::CopyError || file.error() == QFile::RenameError;
    const QString reason = full ? u"disk-full"_s : refused ? u"read-only"_s : u"io-error"_s;
    return Error(Error::Kind::Storage, file.errorString()).withReason(reason);
}

Result<Done> makeFolder(const QString &folder)
{
    if (QFileInfo(folder).isDir())
        return Done();
    if (!QDir().mkpath(folder))
        return Error(Error::Kind::Storage, u"cannot make the folder"_s).withReason(u"read-only"_s);
    QFile::setPermissions(folder, ownerFolder);
    return Done();
}

QString stamp(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyyMMdd'T'HHmmsszzz'Z'"_s);
}

/// Files beside `path` (or in `folder`) whose names match, newest first; the time is in their
/// names.
QStringList listed(const QDir &folder, const QString &pattern)
{
    QStringList paths;
    const QStringList names = folder.entryList({pattern}, QDir::Files, QDir::Name | QDir::Reversed);
    for (const QString &name : names) {
        if (!name.endsWith("-wal"_L1) && !name.endsWith("-shm"_L1) && !name.endsWith("-journal"_L1))
            paths.append(folder.filePath(name));
    }
    return paths;
}

Result<Done> copyFile(const QString &from, const QString &to)
{
    QFile file(from);
    if (!file.copy(to))
        return fileError(file);
    QFile::setPermissions(to, ownerOnly);
    return files::sync(to);
}

} // namespace

namespace files {

Result<Done> create(const QString &path)
{
    if (QFileInfo::exists(path))
        return Done();
    if (auto made = makeFolder(QFileInfo(path).absolutePath()); !made)
        return made;
    QFile file(path);
    // SQLite gives its WAL the same mode.
    if (!file.open(QIODevice::ReadWrite | QIODevice::Append, ownerOnly))
        return fileError(file);
    return Done();
}

Result<QString> copyAside(const QString &path)
{
    const QString copy = path + ".damaged-"_L1 + stamp(QFileInfo(path).lastModified());
    for (const QString &part : {QString(), u"-wal"_s}) {
        if (!QFileInfo::exists(path + part) || QFileInfo::exists(copy + part))
            continue;
        if (auto copied = copyFile(path + part, copy + part); !copied)
            return copied.error();
    }
    return copy;
}

Result<Done> sync(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        return fileError(file);
#ifdef Q_OS_UNIX
    if (::fsync(file.handle()) != 0)
        return Error(Error::Kind::Storage, u"fsync"_s).withReason(u"io-error"_s);
#endif
    return Done();
}

} // namespace files

Result<QString> Database::backUp()
{
    return backUpAs(u"copy"_s);
}

Result<QString> Database::backUpAs(const QString &name)
{
    const QDir target(folder() + "/backups"_L1);
    if (auto made = makeFolder(target.path()); !made)
        return made.error();
    const QString base = QFileInfo(m_path).completeBaseName();
    QString copy;
    for (int number = 0; copy.isEmpty() || QFileInfo::exists(copy); ++number) {
        const QDateTime time = m_clock.now().addMSecs(number);
        copy = target.filePath(u"%1-%2-%3.db"_s.arg(base, stamp(time), name));
    }
    const auto version = number(u"PRAGMA user_version"_s);
    const auto attempts = number(u"SELECT COUNT(*) FROM attempt"_s);
    if (!version || !attempts)
        return version ? attempts.error() : version.error();
    if (auto made = files::create(copy); !made)
        return made.error();
    if (auto made = run(u"VACUUM INTO ?"_s, {copy}); !made)
        return made.error();
    if (auto safe = files::sync(copy); !safe)
        return safe.error();
    if (auto good = verifyCopy(copy, *version, *attempts); !good)
        return good.error();
    return copy;
}

/// A backup counts only after it was opened and read.
Result<Done> Database::verifyCopy(const QString &copy, qint64 version, qint64 attempts)
{
    Database other(copy, m_clock);
    if (auto connected = other.connect(true, true); !connected)
        return connected;
    if (auto good = other.checkWith(u"PRAGMA quick_check(1)"_s); !good)
        return good;
    const auto copied = other.number(u"PRAGMA user_version"_s);
    const auto rows = other.number(u"SELECT COUNT(*) FROM attempt"_s);
    // Another process may have added rows between the count and the copy; none is ever removed.
    if (!copied || *copied != version || !rows || *rows < attempts)
        return Error(Error::Kind::Storage, u"the backup is not complete"_s)
            .withReason(u"io-error"_s);
    return Done();
}

Result<Done> Database::check()
{
    return checkWith(u"PRAGMA integrity_check(1)"_s);
}

Result<Done> Database::checkWith(const QString &pragma)
{
    QString finding;
    const auto read = query(pragma, {}, [&finding](const Row &row) {
        finding = row.text(0);
        return false;
    });
    if (!read)
        return read;
    if (finding != u"ok"_s)
        return Error(Error::Kind::Storage, finding).withReason(u"corrupt"_s);
    return Done();
}

QStringList Database::backups(const QString &path)
{
    const QFileInfo file(path);
    return listed(QDir(file.absolutePath() + "/backups"_L1), file.completeBaseName() + "-*.db"_L1);
}

QStringList Database::damagedCopies(const QString &path)
{
    const QFileInfo file(path);
    return listed(file.absoluteDir(), file.fileName() + ".damaged-*"_L1);
}

Result<Done> Database::restore(const QString &path, const QString &backup, const Clock &clock)
{
    const QString file = QFileInfo(path).absoluteFilePath();
    {
        Database source(QFileInfo(backup).absoluteFilePath(), clock);
        if (auto connected = source.connect(true, true); !connected)
            return connected;
        if (auto good = source.checkWith(u"PRAGMA integrity_check(1)"_s); !good)
            return good;
        if (auto known = source.recognise(); !known)
            return known;
    }
    const QString fresh = file + ".restored-"_L1 + stamp(clock.now());
    if (auto copied = copyFile(backup, fresh); !copied)
        return copied;
    const QString old = file + ".replaced-"_L1 + stamp(clock.now());
    for (const QString &part : {u"-wal"_s, u"-shm"_s, QString()}) {
        QFile present(file + part);
        if (present.exists() && !present.rename(old + part))
            return fileError(present);
    }
    QFile restored(fresh);
    if (!restored.rename(file))
        return fileError(restored);
    return Done();
}

} // namespace keyway
