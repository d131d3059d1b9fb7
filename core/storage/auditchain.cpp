#include "core/storage/auditchain.h"

#include "core/base/logging.h"
#include "core/storage/database.h"
#include "core/storage/row.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QtEndian>

#include <sodium.h>
#include <utility>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

void add(crypto_generichash_state &state, qint64 number)
{
    const qint64 big = qToBigEndian(number);
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char *>(&big), sizeof big);
}

void add(crypto_generichash_state &state, const QByteArray &bytes)
{
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char *>(bytes.constData()),
                              static_cast<unsigned long long>(bytes.size()));
}

QString headPath(const Database &database)
{
    return database.folder() + "/audit.head"_L1;
}

std::optional<AuditHead> parsedHead(const QByteArray &line)
{
    const QList<QByteArray> parts = line.trimmed().split(' ');
    if (parts.size() != 2)
        return std::nullopt;
    AuditHead head{parts.at(0).toLongLong(), QByteArray::fromHex(parts.at(1)), {}};
    if (head.sequence <= 0 || head.hash.size() != auditHashSize)
        return std::nullopt;
    return head;
}

/// Always of one length and written over the old one, so that it is never half of two. Not synced:
/// it may be behind.
void writeHead(const QString &path, const AuditHead &head)
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

QByteArray hashOf(const QByteArray &previous, const AuditRow &row)
{
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, auditHashSize);
    add(state, previous);
    add(state, row.sequence);
    add(state, row.at);
    for (const QByteArray *text : {&row.name, &row.subject, &row.facts}) {
        add(state, static_cast<qint64>(text->size()));
        add(state, *text);
    }
    QByteArray hash(auditHashSize, Qt::Uninitialized);
    crypto_generichash_final(&state, reinterpret_cast<unsigned char *>(hash.data()), auditHashSize);
    return hash;
}

Result<AuditHead> headIn(Database &database)
{
    AuditHead head;
    const auto read = database.query(u"SELECT h.sequence, h.hash, e.at FROM audit_head h "
                                     "LEFT JOIN audit e ON e.sequence = h.sequence"_s,
                                     {}, [&head](const Row &row) {
                                         head = {row.number(0), row.bytes(1), row.optionalTime(2)};
                                         return false;
                                     });
    if (!read)
        return read.error();
    return head;
}

std::optional<AuditHead> headBeside(const Database &database)
{
    QFile file(headPath(database));
    return file.open(QIODevice::ReadOnly) ? parsedHead(file.readAll()) : std::nullopt;
}

Result<AuditHead> addEntry(Database &database, const AuditHead &last, const AuditEvent &event,
                           const QDateTime &now)
{
    Q_ASSERT(database.isWriting());
    const QByteArray facts = QJsonDocument(event.facts).toJson(QJsonDocument::Compact);
    const AuditRow row{last.sequence + 1, now.toMSecsSinceEpoch(), event.name.toUtf8(),
                       event.subject.toUtf8(), facts};
    const AuditHead head{row.sequence, hashOf(last.hash, row), now};
    const std::pair<QString, QVariantList> changes[] = {
        {u"INSERT INTO audit (sequence, at, name, subject, facts, hash) "
         "VALUES (?, ?, ?, ?, ?, ?)"_s,
         {stored(row.sequence), stored(row.at), event.name, event.subject, QString::fromUtf8(facts),
          head.hash}},
        {u"INSERT INTO audit_head (one, sequence, hash) VALUES (1, ?, ?) ON CONFLICT (one) "
         "DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash"_s,
         {stored(head.sequence), head.hash}},
    };
    for (const auto &[sql, values] : changes) {
        if (const auto written = database.run(sql, values); !written)
            return written.error();
    }
    database.afterCommit(u"audit.head"_s,
                         [path = headPath(database), head] { writeHead(path, head); });
    return head;
}

} // namespace keyway
