#include "core/storage/sealfile.h"

#include "core/storage/auditchain.h"
#include "core/storage/databasefiles.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <algorithm>
#include <optional>
#include <sodium.h>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestFile = 64 * 1024 * 1024; // a thousand years of seals

QByteArray checkOf(const QByteArray &text)
{
    QByteArray check(crypto_generichash_BYTES_MIN, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<unsigned char *>(check.data()),
                       static_cast<size_t>(check.size()),
                       reinterpret_cast<const unsigned char *>(text.constData()),
                       static_cast<unsigned long long>(text.size()), nullptr, 0);
    return check.toHex();
}

QDate dayOf(const QByteArray &line)
{
    return QDate::fromString(QString::fromLatin1(line.left(10)), Qt::ISODate);
}

std::optional<AuditSeal> sealIn(const QByteArray &line)
{
    const QList<QByteArray> parts = line.split(' ');
    if (parts.size() != 5 || checkOf(line.left(line.lastIndexOf(' '))) != parts.at(4))
        return std::nullopt;
    const AuditSeal seal{dayOf(line), parts.at(1).toLongLong(), QByteArray::fromHex(parts.at(2)),
                         parts.at(3).toLongLong()};
    const bool sound = seal.day.isValid() && seal.sequence > 0 && seal.hash.size() == auditHashSize;
    return sound ? std::optional(seal) : std::nullopt;
}

Error fileError(const QFile &file, const QString &reason)
{
    return Error(Error::Kind::Storage, file.errorString()).withReason(reason);
}

} // namespace

QString nameOf(SealFile::State state)
{
    switch (state) {
    case SealFile::State::Fits:
        return u"fits"_s;
    case SealFile::State::Behind:
        return u"behind"_s;
    case SealFile::State::Missing:
        return u"missing"_s;
    case SealFile::State::Unreachable:
        return u"unreachable"_s;
    case SealFile::State::Unreadable:
        return u"unreadable"_s;
    case SealFile::State::Changed:
        return u"changed"_s;
    }
    return {};
}

QByteArray sealLine(const AuditSeal &seal)
{
    const QByteArray text = seal.day.toString(Qt::ISODate).toLatin1() + ' '
        + QByteArray::number(seal.sequence).rightJustified(20, '0') + ' ' + seal.hash.toHex() + ' '
        + QByteArray::number(seal.entries);
    return text + ' ' + checkOf(text) + '\n';
}

Result<SealLines> readSeals(const QString &path)
{
    SealLines found;
    QFile file(path);
    found.exists = QFileInfo::exists(path);
    if (!found.exists)
        return found;
    if (!QFileInfo(path).isFile() || file.size() > longestFile || !file.open(QIODevice::ReadOnly))
        return fileError(file, u"cannot-read"_s);
    QList<QByteArray> lines = file.readAll().split('\n');
    const QByteArray tail = lines.takeLast();
    found.endsLine = tail.isEmpty();
    const auto bad = [&found](const QByteArray &line) {
        if (found.isWhole)
            found.firstBad = dayOf(line);
        found.isWhole = false;
    };
    QList<QByteArray> torn; // until the line comes that each of them is the beginning of
    for (const QByteArray &line : std::as_const(lines)) {
        const std::optional<AuditSeal> seal = sealIn(line);
        if (!seal) {
            torn.append(line);
            continue;
        }
        for (const QByteArray &part : std::as_const(torn)) {
            if (!line.startsWith(part))
                bad(part);
        }
        torn.clear();
        if (!found.seals.contains(*seal)) // two processes may both have caught up
            found.seals.append(*seal);
    }
    if (found.endsLine)
        std::for_each(torn.cbegin(), torn.cend(), bad);
    return found;
}

Result<Done> addSeals(const QString &path, const QList<AuditSeal> &seals, bool afterTornLine)
{
    QByteArray lines = afterTornLine ? "\n"_ba : QByteArray();
    for (const AuditSeal &seal : seals)
        lines += sealLine(seal);
    QFile file(path);
    const bool written
        = file.open(QIODevice::WriteOnly | QIODevice::Append, QFile::ReadOwner | QFile::WriteOwner)
        && file.write(lines) == lines.size() && file.flush();
    if (!written)
        return fileError(file, u"cannot-write"_s);
    file.close();
    return files::sync(path);
}

} // namespace keyway
