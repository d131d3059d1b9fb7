#include "core/storage/auditseals.h"

#include "core/base/logging.h"
#include "core/storage/audittrail.h"
#include "core/storage/database.h"
#include "core/storage/row.h"
#include "core/storage/sealfile.h"
#include "core/storage/settingsstore.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>

#include <algorithm>
#include <utility>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

const QString copyKey = u"audit.seal_copy"_s;

bool beginsWith(const QList<AuditSeal> &trail, const SealLines &lines)
{
    return lines.isWhole && lines.seals == trail.first(std::min(lines.seals.size(), trail.size()));
}

Error noSealFile(const QString &path)
{
    return Error(Error::Kind::Rejected, path).withReason(u"no-seal-file"_s);
}

} // namespace

AuditSeals::AuditSeals(Database &database)
    : m_database(database)
{
}

QString AuditSeals::besidePath(const Database &database)
{
    return database.folder() + "/audit.seals"_L1;
}

Result<QList<AuditSeal>> AuditSeals::inTrail()
{
    QList<AuditSeal> seals;
    const auto read = m_database.query(
        u"SELECT sequence, subject, facts, hash FROM audit WHERE name = 'audit.sealed' "
        "ORDER BY sequence"_s,
        {}, [&seals](const Row &row) {
            const QJsonObject facts = QJsonDocument::fromJson(row.text(2).toUtf8()).object();
            seals.append(
                {row.day(1), row.number(0), row.bytes(3), facts.value("entries"_L1).toInteger()});
            return true;
        });
    if (!read)
        return read.error();
    return seals;
}

Result<QString> AuditSeals::copyPath()
{
    const auto path = SettingsStore(m_database).value(copyKey);
    if (!path)
        return path.error();
    return path->toString();
}

Result<QStringList> AuditSeals::files()
{
    const auto copy = copyPath();
    if (!copy)
        return copy.error();
    QStringList paths{besidePath(m_database)};
    if (!copy->isEmpty())
        paths.append(*copy);
    return paths;
}

Result<Done> AuditSeals::setCopy(const QString &path)
{
    if (path.isEmpty())
        return SettingsStore(m_database).remove(copyKey);
    // The entry about the setting would close a day that the new file does not have then.
    if (const auto closed = closePastDays(); !closed)
        return closed.error();
    const QString file = QFileInfo(path).absoluteFilePath();
    const auto lines = readSeals(file);
    if (!lines)
        return lines.error();
    const auto trail = inTrail();
    if (!trail)
        return trail.error();
    const bool empty = !lines->exists || QFileInfo(file).size() == 0;
    const bool fits = beginsWith(*trail, *lines) && lines->seals.size() <= trail->size();
    if (!empty && (!fits || lines->seals.isEmpty()))
        return noSealFile(file);
    if (auto written = catchUp(file, true); !written)
        return written;
    return SettingsStore(m_database).set(copyKey, file);
}

Result<AuditHead> AuditSeals::closeDay(const QDateTime &now)
{
    Result<AuditHead> last = headIn(m_database);
    if (!last || !last->at)
        return last;
    const QDate day = last->at->date();
    if (day >= now.toUTC().date())
        return last;
    const auto seals = inTrail();
    if (!seals)
        return seals.error();
    const qint64 sealedTo = seals->isEmpty() ? 0 : seals->last().sequence;
    const bool isSealed = std::any_of(seals->cbegin(), seals->cend(),
                                      [&day](const AuditSeal &seal) { return seal.day == day; });
    if (isSealed || sealedTo == last->sequence)
        return last;
    m_database.afterCommit(u"audit.seals"_s,
                           [&database = m_database] { AuditSeals(database).catchUpBeside(); });
    return addEntry(
        m_database, *last,
        {sealedEvent, day.toString(Qt::ISODate), {{u"entries"_s, last->sequence - sealedTo}}}, now);
}

Result<bool> AuditSeals::closePastDays()
{
    return m_database.write([this]() -> Result<bool> {
        const Result<AuditHead> before = headIn(m_database);
        if (!before)
            return before.error();
        const Result<AuditHead> closed = closeDay(m_database.clock().now());
        if (!closed)
            return closed.error();
        return closed->sequence > before->sequence;
    });
}

Result<Done> AuditSeals::catchUp(const QString &path, bool isNew)
{
    const auto trail = inTrail();
    if (!trail)
        return trail.error();
    const auto lines = readSeals(path);
    if (!lines)
        return lines.error();
    const bool isGone = lines->seals.isEmpty() && trail->size() > 1;
    if ((isGone && !isNew) || !beginsWith(*trail, *lines))
        return Done(); // verify() tells
    const QList<AuditSeal> missing = trail->mid(lines->seals.size());
    if (missing.isEmpty() && (lines->exists || !isNew))
        return Done();
    return addSeals(path, missing, !lines->endsLine);
}

void AuditSeals::catchUpBeside()
{
    if (const auto done = catchUp(besidePath(m_database), false); !done)
        qCWarning(logStorage) << "seal of the audit trail not written:" << done.error().detail();
}

void AuditSeals::catchUp()
{
    catchUpBeside();
    const auto copy = copyPath();
    if (!copy || copy->isEmpty())
        return;
    if (const auto done = catchUp(*copy, false); !done)
        qCWarning(logStorage) << "copy of the seals not written:" << done.error().detail();
}

Result<Done> AuditSeals::writeAnew(const QString &path)
{
    QString aside;
    for (QDateTime time = m_database.clock().now().toUTC();
         aside.isEmpty() || QFileInfo::exists(aside); time = time.addMSecs(1))
        aside = path + ".replaced-"_L1 + time.toString(u"yyyyMMdd'T'HHmmsszzz'Z'"_s);
    QFile file(path);
    if (file.exists() && !file.rename(aside))
        return Error(Error::Kind::Storage, file.errorString()).withReason(u"cannot-write"_s);
    return catchUp(path, true);
}

Result<Done> AuditSeals::renewBeside()
{
    return writeAnew(besidePath(m_database));
}

Result<Done> AuditSeals::renew()
{
    auto paths = files();
    if (!paths)
        return paths.error();
    // First the copy, whose disk may not be there: nothing is changed then.
    std::reverse(paths->begin(), paths->end());
    for (const QString &path : std::as_const(*paths)) {
        if (auto written = writeAnew(path); !written)
            return written;
    }
    return m_database.write([this, &paths]() -> Result<Done> {
        return AuditTrail(m_database)
            .append({u"audit.seals-renewed"_s, {}, {{u"files"_s, qint64(paths->size())}}});
    });
}

} // namespace keyway
