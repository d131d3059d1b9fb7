#include "core/storage/auditchain.h"
#include "core/storage/auditseals.h"
#include "core/storage/audittrail.h"
#include "core/storage/database.h"
#include "core/storage/row.h"
#include "core/storage/sealfile.h"

#include <QtCore/QFileInfo>

#include <algorithm>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

using Problem = AuditCheck::Problem;

constexpr qint64 entriesBetweenLooks = 1024;

/// A seal as a file has it.
struct KeptSeal {
    AuditSeal seal;
    QString path;
};

/// What is outside of the database. Read before the trail: what is committed meanwhile is in the
/// trail then, and never the other way.
struct Outside {
    std::optional<AuditHead> head;
    QStringList paths;
    QList<std::optional<SealLines>> lines; ///< of each path; nothing: cannot be read
    QList<KeptSeal> seals; ///< of all files, in the order of the trail
};

Result<Outside> readOutside(Database &database, const QStringList &more)
{
    Outside outside;
    outside.head = headBeside(database);
    const auto paths = AuditSeals(database).files();
    if (!paths)
        return paths.error();
    outside.paths = *paths + more;
    for (const QString &path : outside.paths) {
        const auto lines = readSeals(path);
        outside.lines.append(lines ? std::optional(*lines) : std::nullopt);
        if (!lines)
            continue;
        for (const AuditSeal &seal : lines->seals)
            outside.seals.append({seal, path});
    }
    std::stable_sort(
        outside.seals.begin(), outside.seals.end(),
        [](const KeptSeal &a, const KeptSeal &b) { return a.seal.sequence < b.seal.sequence; });
    return outside;
}

SealFile stateOf(const QString &path, const std::optional<SealLines> &lines,
                 const QList<AuditSeal> &trail)
{
    using State = SealFile::State;
    if (!lines)
        return {path, State::Unreadable, {}};
    if (!lines->isWhole)
        return {path, State::Changed, lines->firstBad};
    if (trail.isEmpty())
        return {path, State::Fits, {}};
    if (lines->seals.isEmpty()) {
        if (!QFileInfo(QFileInfo(path).absolutePath()).isDir())
            return {path, State::Unreachable, {}};
        return {path, trail.size() == 1 ? State::Behind : State::Missing, {}};
    }
    const qsizetype both = std::min(lines->seals.size(), trail.size());
    for (qsizetype i = 0; i < both; ++i) {
        if (lines->seals.at(i) != trail.at(i))
            return {path, State::Changed, trail.at(i).day};
    }
    return {path, lines->seals.size() < trail.size() ? State::Behind : State::Fits, {}};
}

/// One reading of the trail from its first entry on.
class Verification {
public:
    Verification(const Outside &outside, const std::function<bool()> &stopped)
        : m_outside(outside)
        , m_stopped(stopped)
    {
        m_check.anchored = outside.head.has_value();
    }

    Result<AuditCheck> run(Database &database)
    {
        // As bytes: turning texts into QString and back is half of the time.
        const auto read
            = database.query(u"SELECT sequence, at, CAST(name AS BLOB), CAST(subject AS BLOB), "
                             "CAST(facts AS BLOB), hash FROM audit ORDER BY sequence"_s,
                             {}, [this](const Row &row) { return look(row); });
        if (!read)
            return read.error();
        if (m_isStopped)
            return Error(Error::Kind::Cancelled);
        const auto inside = headIn(database);
        if (!inside)
            return inside.error();
        if (m_check.isIntact())
            lookAtEnd(*inside);
        return m_check;
    }

private:
    bool look(const Row &row)
    {
        const qint64 sequence = row.number(0);
        if (sequence != m_last.sequence + 1)
            return fail(sequence > m_last.sequence ? Problem::Missing : Problem::Changed,
                        m_last.sequence + 1);
        const QByteArray hash = hashOf(
            m_last.hash, {sequence, row.number(1), row.bytes(2), row.bytes(3), row.bytes(4)});
        if (hash != row.bytes(5))
            return fail(Problem::Changed, sequence);
        for (; m_next < m_outside.seals.size(); ++m_next) {
            const KeptSeal &kept = m_outside.seals.at(m_next);
            if (kept.seal.sequence != sequence)
                break;
            if (kept.seal.hash != hash)
                return failSeal(Problem::Rewritten, sequence, kept);
            m_check.seals += m_check.lastSealed == sequence ? 0 : 1;
            m_check.lastSealed = sequence;
        }
        const std::optional<AuditHead> &head = m_outside.head;
        if (head && head->sequence == sequence && head->hash != hash)
            return fail(Problem::Changed, sequence);
        if (!m_check.since.isValid())
            m_check.since = row.time(1);
        m_last = {sequence, hash, {}};
        ++m_check.entries;
        m_isStopped = m_stopped && sequence % entriesBetweenLooks == 0 && m_stopped();
        return !m_isStopped;
    }

    void lookAtEnd(const AuditHead &inside)
    {
        if (m_next < m_outside.seals.size())
            failSeal(Problem::CutOff, m_last.sequence + 1, m_outside.seals.at(m_next));
        else if (inside.sequence > m_last.sequence
                 || (m_outside.head && m_outside.head->sequence > m_last.sequence))
            fail(Problem::CutOff, m_last.sequence + 1);
        else if (inside.sequence < m_last.sequence)
            fail(Problem::Changed, inside.sequence + 1);
        else if (inside.hash != m_last.hash)
            fail(Problem::Changed, m_last.sequence);
    }

    bool fail(Problem problem, qint64 sequence)
    {
        m_check.problem = problem;
        m_check.firstBad = sequence;
        return false;
    }

    bool failSeal(Problem problem, qint64 sequence, const KeptSeal &kept)
    {
        m_check.seal = kept.seal;
        m_check.sealedIn = kept.path;
        return fail(problem, sequence);
    }

    const Outside &m_outside;
    const std::function<bool()> &m_stopped;
    AuditCheck m_check;
    AuditHead m_last;
    qsizetype m_next = 0; ///< the first seal that was not come by
    bool m_isStopped = false;
};

/// What people can look at: the two entries that do not fit, and a backup that may be why.
Result<Done> explain(Database &database, AuditCheck &check)
{
    AuditFilter both;
    both.before = check.firstBad + 1;
    both.limit = 2;
    const auto entries = AuditTrail(database).entries(both);
    if (!entries)
        return entries.error();
    for (const AuditEntry &entry : *entries) {
        if (entry.sequence >= check.firstBad - 1)
            check.around.prepend(entry);
    }
    if (!check.seal)
        return Done();
    return database.query(u"SELECT MIN(sequence) FROM audit WHERE name = 'database.restored' "
                          "AND sequence > ? AND sequence <= ?"_s,
                          {stored(check.lastSealed), stored(check.firstBad)},
                          [&check](const Row &row) {
                              check.restoredAt = row.number(0);
                              return false;
                          });
}

} // namespace

Result<AuditCheck> AuditTrail::verify(const std::function<bool()> &stopped,
                                      const QStringList &sealFiles)
{
    const Result<Outside> outside = readOutside(m_database, sealFiles);
    if (!outside)
        return outside.error();
    return m_database.read([&]() -> Result<AuditCheck> {
        Result<AuditCheck> check = Verification(*outside, stopped).run(m_database);
        if (!check)
            return check;
        const auto trail = AuditSeals(m_database).inTrail();
        if (!trail)
            return trail.error();
        for (qsizetype i = 0; i < outside->paths.size(); ++i)
            check->sealFiles.append(stateOf(outside->paths.at(i), outside->lines.at(i), *trail));
        if (!check->isIntact()) {
            if (const auto explained = explain(m_database, *check); !explained)
                return explained.error();
        }
        return check;
    });
}

} // namespace keyway
