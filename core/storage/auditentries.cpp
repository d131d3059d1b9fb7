#include "core/storage/audittrail.h"
#include "core/storage/database.h"
#include "core/storage/row.h"
#include "core/usage/usagerecord.h"

#include <QtCore/QJsonDocument>

#include <limits>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

AuditEntry entryFrom(const Row &row)
{
    AuditEntry entry;
    entry.sequence = row.number(0);
    entry.at = row.time(1);
    entry.event
        = {row.text(2), row.text(3), QJsonDocument::fromJson(row.text(4).toUtf8()).object()};
    entry.hash = row.bytes(5);
    return entry;
}

struct Conditions {
    QString sql;
    QVariantList values;
};

Conditions conditionsOf(const AuditFilter &filter)
{
    QStringList texts;
    QVariantList values;
    if (!filter.groups.isEmpty()) {
        QStringList marks;
        for (const QString &group : filter.groups) {
            marks.append(u"?"_s);
            values.append(group);
        }
        texts.append("substr(e.name, 1, instr(e.name, '.') - 1) IN ("_L1 + marks.join(u", "_s)
                     + u')');
    }
    if (!filter.text.isEmpty()) {
        const QString wanted = filter.text.toLower();
        texts.append(u"(instr(lower(e.name), ?) OR instr(e.subject, ?) OR instr(lower(e.facts), ?) "
                     "OR instr(lower(IFNULL(i.name, '')), ?) "
                     "OR instr(lower(IFNULL(a.integration_name, '')), ?) "
                     "OR instr(lower(IFNULL(a.model, '')), ?))"_s);
        for (int i = 0; i < 6; ++i)
            values.append(wanted);
    }
    if (filter.before) {
        texts.append(u"e.sequence < ?"_s);
        values.append(stored(*filter.before));
    }
    if (filter.from) {
        texts.append(u"e.at >= ?"_s);
        values.append(stored(*filter.from));
    }
    if (filter.until) {
        texts.append(u"e.at < ?"_s);
        values.append(stored(*filter.until));
    }
    if (filter.by == "sync"_L1) {
        texts.append(u"e.name > 'sync.' AND e.name < 'sync/'"_s);
    } else if (appClassFromName(filter.by)) {
        texts.append(u"a.app = ?"_s);
        values.append(filter.by);
    } else if (!filter.by.isEmpty()) {
        texts.append(u"? IN (i.name, i.service, a.integration_name, a.service)"_s);
        values.append(filter.by);
    }
    return {texts.isEmpty() ? QString() : " WHERE "_L1 + texts.join(" AND "_L1), values};
}

struct Span {
    qint64 first = 1;
    qint64 last = 0; ///< none: before the first
};

/// The entries of the filter's time; others may be among them, for clocks go back.
Result<Span> spanOf(Database &database, const AuditFilter &filter)
{
    constexpr qint64 ever = std::numeric_limits<qint64>::max();
    const QVariant from = filter.from ? stored(*filter.from) : stored(-ever);
    const QVariant until = filter.until ? stored(*filter.until) : stored(ever);
    Span span;
    const auto read = database.query(
        u"SELECT MIN(sequence), MAX(sequence) FROM audit WHERE at >= ? AND at < ?"_s, {from, until},
        [&span](const Row &row) {
            if (!row.isNull(0))
                span = {row.number(0), row.number(1)};
            return false;
        });
    if (!read)
        return read.error();
    return span;
}

QString joins()
{
    return u" FROM audit e LEFT JOIN attempt a ON a.record_id = e.subject "
           "LEFT JOIN integration i ON i.id = e.subject"_s;
}

QString namedEntries(const QString &conditions)
{
    return "SELECT e.sequence, e.at, e.name, e.subject, e.facts, e.hash, "
           "IFNULL(i.name, IFNULL(a.integration_name, '')), IFNULL(a.model, ''), "
           "IFNULL(a.app, '')"_L1
        + joins() + conditions + " ORDER BY e.sequence DESC"_L1;
}

AuditEntry namedEntryFrom(const Row &row)
{
    AuditEntry entry = entryFrom(row);
    entry.integrationName = row.text(6);
    entry.model = row.text(7);
    entry.app = row.text(8);
    return entry;
}

} // namespace

QJsonObject toJson(const AuditEntry &entry)
{
    return {
        {u"entry"_s, entry.sequence},    {u"at"_s, entry.at.toUTC().toString(Qt::ISODateWithMs)},
        {u"name"_s, entry.event.name},   {u"subject"_s, entry.event.subject},
        {u"facts"_s, entry.event.facts}, {u"mark"_s, QString::fromLatin1(entry.hash.toHex())}};
}

Result<QList<AuditEntry>> AuditTrail::entries(int limit, std::optional<qint64> before)
{
    QList<AuditEntry> entries;
    const auto read = m_database.query(
        u"SELECT sequence, at, name, subject, facts, hash FROM audit WHERE sequence < ? "
        "ORDER BY sequence DESC LIMIT ?"_s,
        {stored(before.value_or(std::numeric_limits<qint64>::max())), limit},
        [&entries](const Row &row) {
            entries.append(entryFrom(row));
            return true;
        });
    if (!read)
        return read.error();
    return entries;
}

Result<QList<AuditEntry>> AuditTrail::entries(const AuditFilter &filter)
{
    Conditions where = conditionsOf(filter);
    QList<AuditEntry> entries;
    if (filter.from || filter.until) {
        // Else SQLite reads on to the first entry ever where the time has fewer than are asked for.
        const auto span = spanOf(m_database, filter);
        if (!span)
            return span.error();
        where.sql += u" AND e.sequence BETWEEN ? AND ?"_s;
        where.values.append({stored(span->first), stored(span->last)});
    }
    where.values.append({filter.limit, stored(filter.offset)});
    const auto read = m_database.query(namedEntries(where.sql) + " LIMIT ? OFFSET ?"_L1,
                                       where.values, [&entries](const Row &row) {
                                           entries.append(namedEntryFrom(row));
                                           return true;
                                       });
    if (!read)
        return read.error();
    return entries;
}

Result<Done> AuditTrail::forEach(const AuditFilter &filter,
                                 const std::function<bool(const AuditEntry &)> &each)
{
    const Conditions where = conditionsOf(filter);
    return m_database.query(namedEntries(where.sql), where.values,
                            [&each](const Row &row) { return each(namedEntryFrom(row)); });
}

Result<qint64> AuditTrail::count(const AuditFilter &filter)
{
    const Conditions where = conditionsOf(filter);
    qint64 count = 0;
    const auto read = m_database.query(
        "SELECT COUNT(*)"_L1
            + (filter.text.isEmpty() && filter.by.isEmpty() ? u" FROM audit e"_s : joins())
            + where.sql,
        where.values, [&count](const Row &row) {
            count = row.number(0);
            return false;
        });
    if (!read)
        return read.error();
    return count;
}

} // namespace keyway
