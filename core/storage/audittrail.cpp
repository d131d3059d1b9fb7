#include "core/storage/audittrail.h"

#include "core/base/logging.h"
#include "core/storage/database.h"
#include "core/storage/row.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QtEndian>

#include <sodium.h>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype hashSize = 32;

struct Head {
    qint64 sequence = 0;
    QByteArray hash = QByteArray(hashSize, '\0'); ///< what the first entry is chained to
};

template <class Number> void add(crypto_generichash_state &state, Number number)
{
    const Number big = qToBigEndian(number);
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char *>(&big), sizeof big);
}

void add(crypto_generichash_state &state, const QByteArray &bytes)
{
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char *>(bytes.constData()),
                              static_cast<unsigned long long>(bytes.size()));
}

/// Numbers as 64 bits big-endian, texts as UTF-8 behind their length: no two rows look the same.
QByteArray hashOf(const QByteArray &previous, qint64 sequence, qint64 at, const QString &name,
                  const QString &subject, const QString &facts)
{
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, hashSize);
    add(state, previous);
    add(state, sequence);
    add(state, at);
    for (const QString &text : {name, subject, facts}) {
        const QByteArray bytes = text.toUtf8();
        add(state, static_cast<qint64>(bytes.size()));
        add(state, bytes);
    }
    QByteArray hash(hashSize, Qt::Uninitialized);
    crypto_generichash_final(&state, reinterpret_cast<unsigned char *>(hash.data()), hashSize);
    return hash;
}

Result<Head> headIn(Database &database)
{
    Head head;
    const auto read
        = database.query(u"SELECT sequence, hash FROM audit_head"_s, {}, [&head](const Row &row) {
              head = {row.number(0), row.bytes(1)};
              return false;
          });
    if (!read)
        return read.error();
    return head;
}

QString headPath(const Database &database)
{
    return database.folder() + "/audit.head"_L1;
}

std::optional<Head> parsedHead(const QByteArray &line)
{
    const QList<QByteArray> parts = line.trimmed().split(' ');
    if (parts.size() != 2)
        return std::nullopt;
    Head head{parts.at(0).toLongLong(), QByteArray::fromHex(parts.at(1))};
    if (head.sequence <= 0 || head.hash.size() != hashSize)
        return std::nullopt;
    return head;
}

/// Always of one length and written over the old one, so that it is never half of two. Not synced:
/// it may be behind.
void writeHead(const QString &path, const Head &head)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite, QFile::ReadOwner | QFile::WriteOwner)) {
        qCWarning(logStorage) << "audit head not written:" << file.errorString();
        return;
    }
    const auto present = parsedHead(file.readAll());
    if (present && present->sequence >= head.sequence)
        return; // another process was there first, with a later one
    file.seek(0);
    const QByteArray number = QByteArray::number(head.sequence).rightJustified(20, '0');
    file.write(number + ' ' + head.hash.toHex() + '\n');
}

} // namespace

QString nameOf(AuditCheck::Problem problem)
{
    switch (problem) {
    case AuditCheck::Problem::None:
        return u"none"_s;
    case AuditCheck::Problem::Changed:
        return u"changed"_s;
    case AuditCheck::Problem::Missing:
        return u"missing"_s;
    case AuditCheck::Problem::CutOff:
        return u"cut-off"_s;
    }
    return {};
}

AuditTrail::AuditTrail(Database &database)
    : m_database(database)
{
}

Result<Done> AuditTrail::append(const AuditEvent &event)
{
    Q_ASSERT(m_database.isWriting());
    const auto last = headIn(m_database);
    if (!last)
        return last.error();
    const qint64 at = m_database.clock().now().toMSecsSinceEpoch();
    const QString facts
        = QString::fromUtf8(QJsonDocument(event.facts).toJson(QJsonDocument::Compact));
    Head head{last->sequence + 1, {}};
    head.hash = hashOf(last->hash, head.sequence, at, event.name, event.subject, facts);
    auto written = m_database.run(
        u"INSERT INTO audit (sequence, at, name, subject, facts, hash) VALUES (?, ?, ?, ?, ?, ?)"_s,
        {stored(head.sequence), stored(at), event.name, event.subject, facts, head.hash});
    if (!written)
        return written.error();
    written = m_database.run(u"INSERT INTO audit_head (one, sequence, hash) VALUES (1, ?, ?) "
                             "ON CONFLICT (one) DO UPDATE SET sequence = excluded.sequence, "
                             "hash = excluded.hash"_s,
                             {stored(head.sequence), head.hash});
    if (!written)
        return written.error();
    m_database.afterCommit(u"audit.head"_s, [path = headPath(m_database), head] { writeHead(path, head); });
    return Done();
}

Result<AuditCheck> AuditTrail::verify()
{
    // Read before the trail: what is committed meanwhile is in the trail then, and never the other
    // way.
    std::optional<Head> outside;
    QFile file(headPath(m_database));
    if (file.open(QIODevice::ReadOnly))
        outside = parsedHead(file.readAll());

    return m_database.read([&]() -> Result<AuditCheck> {
        AuditCheck check;
        check.anchored = outside.has_value();
        Head last;
        const auto fail = [&check](AuditCheck::Problem problem, qint64 sequence) {
            check.problem = problem;
            check.firstBad = sequence;
            return false;
        };
        const auto read = m_database.query(
            u"SELECT sequence, at, name, subject, facts, hash FROM audit ORDER BY sequence"_s, {},
            [&](const Row &row) {
                const qint64 sequence = row.number(0);
                if (sequence != last.sequence + 1)
                    return fail(sequence > last.sequence ? AuditCheck::Problem::Missing
                                                         : AuditCheck::Problem::Changed,
                                last.sequence + 1);
                const QByteArray hash = hashOf(last.hash, sequence, row.number(1), row.text(2),
                                               row.text(3), row.text(4));
                if (hash != row.bytes(5))
                    return fail(AuditCheck::Problem::Changed, sequence);
                if (outside && outside->sequence == sequence && outside->hash != hash)
                    return fail(AuditCheck::Problem::Changed, sequence);
                last = {sequence, hash};
                ++check.entries;
                return true;
            });
        if (!read)
            return read.error();
        if (check.problem != AuditCheck::Problem::None)
            return check;
        const auto inside = headIn(m_database);
        if (!inside)
            return inside.error();
        if (inside->sequence > last.sequence || (outside && outside->sequence > last.sequence))
            fail(AuditCheck::Problem::CutOff, last.sequence + 1);
        else if (inside->sequence < last.sequence)
            fail(AuditCheck::Problem::Changed, inside->sequence + 1);
        else if (inside->hash != last.hash)
            fail(AuditCheck::Problem::Changed, last.sequence);
        return check;
    });
}

} // namespace keyway
