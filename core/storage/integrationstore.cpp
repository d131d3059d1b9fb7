#include "core/storage/integrationstore.h"

#include "core/storage/audittrail.h"
#include "core/storage/database.h"
#include "core/storage/integrationrow.h"

#include <algorithm>
#include <optional>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

Error rejected(const QString &reason, const QString &detail)
{
    return Error(Error::Kind::Rejected, detail).withReason(reason);
}

QString selectWhere(const QString &condition)
{
    return "SELECT "_L1 + integrationColumns() + " FROM integration WHERE "_L1 + condition;
}

/// Error: `name-empty` or `name-taken` (by another one than `self`).
Result<Done> checkName(Database &database, const QString &name, const Id &self)
{
    const QString key = nameKey(name);
    if (key.isEmpty())
        return rejected(u"name-empty"_s, name);
    bool taken = false;
    const auto read = database.query(
        u"SELECT 1 FROM integration WHERE name_key = ? AND removed_at IS NULL AND id <> ?"_s,
        {key, self.toString()}, [&taken](const Row &) { return !(taken = true); });
    if (!read)
        return read;
    if (taken)
        return rejected(u"name-taken"_s, name);
    return Done();
}

Result<std::optional<Integration>> found(Database &database, const QString &condition,
                                         const QVariant &value)
{
    std::optional<Integration> found;
    const auto read = database.query(selectWhere(condition), {value}, [&found](const Row &row) {
        found = integrationFrom(row);
        return false;
    });
    if (!read)
        return read.error();
    return found;
}

Result<Integration> single(Database &database, const QString &condition, const QVariant &value)
{
    const auto one = found(database, condition, value);
    if (!one)
        return one.error();
    if (!*one)
        return rejected(u"no-such-integration"_s, value.toString());
    return **one;
}

/// Whom an integration trusts, and whom it goes through, is worth a line of the audit trail.
void noteConnection(QJsonObject &facts, const ConnectionPolicy &connection)
{
    facts.insert(u"proxy"_s, connection.proxyText());
    facts.insert(u"ca_file"_s, connection.caFile);
}

} // namespace

IntegrationStore::IntegrationStore(Database &database)
    : m_database(database)
{
}

Result<Integration> IntegrationStore::add(const Integration &wanted)
{
    return m_database.write([&]() -> Result<Integration> {
        Integration one = wanted;
        one.name = wanted.name.simplified();
        one.addedAt = m_database.clock().now();
        one.disabledAt = one.enabled ? std::nullopt : std::optional(one.addedAt);
        if (one.id.isNull())
            one.id = Id::create(one.addedAt);
        if (auto fine = checkName(m_database, one.name, one.id); !fine)
            return fine.error();
        const auto last = m_database.query(
            u"SELECT IFNULL(MAX(position), -1) FROM integration WHERE removed_at IS NULL"_s, {},
            [&one](const Row &row) {
                one.position = row.integer(0) + 1;
                return false;
            });
        if (!last)
            return last.error();
        const auto written = m_database.run(
            "INSERT INTO integration ("_L1 + integrationColumns()
                + ", name_key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                  "?, ?, NULL, ?)"_L1,
            {one.id.toString(),
             one.name,
             one.service,
             one.baseUrl.toString(QUrl::FullyEncoded),
             one.model,
             one.enabled,
             nameOf(one.keySource),
             one.keyTail,
             one.position,
             stored(one.addedAt),
             stored(one.lastUsedAt),
             stored(one.disabledAt),
             stored(one.testedAt),
             stored(one.monthlyLimit),
             nameOf(one.limitAction),
             one.warnAtPercent,
             stored(static_cast<qint64>(one.firstByteTimeout.count())),
             one.automaticRouting,
             one.allowFallback,
             termsText(one.terms),
             one.hold ? QVariant(holdText(*one.hold)) : QVariant(),
             connectionText(one.connection),
             nameKey(one.name)});
        if (!written)
            return written.error();
        QJsonObject facts{{u"name"_s, one.name}, {u"service"_s, one.service}};
        if (!one.connection.isDefault())
            noteConnection(facts, one.connection);
        const auto noted
            = AuditTrail(m_database).append({u"integration.added"_s, one.id.toString(), facts});
        if (!noted)
            return noted.error();
        return one;
    });
}

Result<QList<Integration>> IntegrationStore::list()
{
    QList<Integration> integrations;
    const auto read = m_database.query(selectWhere(u"removed_at IS NULL ORDER BY position, id"_s),
                                       {}, [&integrations](const Row &row) {
                                           integrations.append(integrationFrom(row));
                                           return true;
                                       });
    if (!read)
        return read.error();
    return integrations;
}

Result<QList<Integration>> IntegrationStore::removedWithKey()
{
    QList<Integration> integrations;
    const auto read = m_database.query(
        selectWhere(u"removed_at IS NOT NULL AND (key_source IN ('keychain', 'vault') "
                    "OR id IN (SELECT integration_id FROM admin_key))"_s),
        {}, [&integrations](const Row &row) {
            integrations.append(integrationFrom(row));
            return true;
        });
    if (!read)
        return read.error();
    return integrations;
}

Result<Done> IntegrationStore::noteKeyForgotten(const Id &id)
{
    return m_database.write([&]() -> Result<Done> {
        const auto changed = m_database.run(
            u"UPDATE integration SET key_source = 'none', key_tail = '' WHERE id = ?"_s,
            {id.toString()});
        if (!changed)
            return changed.error();
        return AuditTrail(m_database).append({u"integration.key-forgotten"_s, id.toString(), {}});
    });
}

Result<Integration> IntegrationStore::byName(const QString &name)
{
    return single(m_database, u"name_key = ? AND removed_at IS NULL"_s, nameKey(name));
}

Result<std::optional<Integration>> IntegrationStore::present(const Id &id)
{
    return found(m_database, u"id = ? AND removed_at IS NULL"_s, id.toString());
}

Result<Integration> IntegrationStore::byId(const Id &id)
{
    return single(m_database, u"id = ?"_s, id.toString());
}

Result<Done> IntegrationStore::change(const Id &id, const QString &assignments,
                                      const QVariantList &values, const QString &event,
                                      const QJsonObject &facts)
{
    return m_database.write([&]() -> Result<Done> {
        QVariantList all = values;
        all.append(id.toString());
        const auto changed = m_database.run("UPDATE integration SET "_L1 + assignments
                                                + " WHERE id = ? AND removed_at IS NULL"_L1,
                                            all);
        if (!changed)
            return changed.error();
        if (*changed == 0)
            return rejected(u"no-such-integration"_s, id.toString());
        return AuditTrail(m_database).append({event, id.toString(), facts});
    });
}

Result<Done> IntegrationStore::update(const Integration &one)
{
    return m_database.write([&]() -> Result<Done> {
        if (auto fine = checkName(m_database, one.name, one.id); !fine)
            return fine;
        const auto before = byId(one.id);
        if (!before)
            return before.error();
        QJsonObject facts{{u"name"_s, one.name.simplified()}};
        if (before->baseUrl != one.baseUrl)
            facts.insert(u"base_url"_s, one.baseUrl.toString(QUrl::FullyEncoded));
        if (before->keyTail != one.keyTail || before->keySource != one.keySource)
            facts.insert(u"key"_s, u"replaced"_s);
        if (before->monthlyLimit != one.monthlyLimit)
            facts.insert(u"monthly_limit_nano"_s,
                         one.monthlyLimit ? QJsonValue(one.monthlyLimit->nano()) : QJsonValue());
        if (before->connection != one.connection)
            noteConnection(facts, one.connection);
        return change(
            one.id,
            u"name = ?, name_key = ?, base_url = ?, model = ?, key_source = ?, key_tail = ?, "
            "monthly_limit_nano = ?, limit_action = ?, warn_at_percent = ?, "
            "first_byte_timeout_s = ?, automatic_routing = ?, allow_fallback = ?, own_prices = ?, "
            "connection = ?"_s,
            {one.name.simplified(), nameKey(one.name), one.baseUrl.toString(QUrl::FullyEncoded),
             one.model, nameOf(one.keySource), one.keyTail, stored(one.monthlyLimit),
             nameOf(one.limitAction), one.warnAtPercent,
             stored(static_cast<qint64>(one.firstByteTimeout.count())), one.automaticRouting,
             one.allowFallback, termsText(one.terms), connectionText(one.connection)},
            u"integration.changed"_s, facts);
    });
}

Result<Done> IntegrationStore::setEnabled(const Id &id, bool enabled)
{
    const QVariant since = enabled ? QVariant() : stored(m_database.clock().now());
    return change(id, u"enabled = ?, disabled_at = ?"_s, {enabled, since},
                  enabled ? u"integration.enabled"_s : u"integration.disabled"_s);
}

Result<Done> IntegrationStore::reorder(const QList<Id> &order)
{
    return m_database.write([&]() -> Result<Done> {
        const auto present = list();
        if (!present)
            return present.error();
        QList<Id> whole;
        for (const Id &id : order) {
            const bool known = std::any_of(present->cbegin(), present->cend(),
                                           [&id](const Integration &one) { return one.id == id; });
            if (!known)
                return rejected(u"no-such-integration"_s, id.toString());
            if (!whole.contains(id))
                whole.append(id);
        }
        for (const Integration &one : *present) {
            if (!whole.contains(one.id))
                whole.append(one.id);
        }
        for (qsizetype i = 0; i < whole.size(); ++i) {
            const auto placed
                = m_database.run(u"UPDATE integration SET position = ? WHERE id = ?"_s,
                                 {stored(qint64(i)), whole.at(i).toString()});
            if (!placed)
                return placed.error();
        }
        return AuditTrail(m_database).append({u"integration.reordered"_s, {}, {}});
    });
}

Result<Done> IntegrationStore::setHold(const Id &id, const Hold &hold)
{
    return change(id, u"hold = ?"_s, {holdText(hold)}, u"integration.held"_s,
                  {{u"kind"_s, Error::kindName(hold.kind)}});
}

Result<Done> IntegrationStore::clearHold(const Id &id)
{
    return change(id, u"hold = NULL"_s, {}, u"integration.released"_s);
}

Result<Done> IntegrationStore::markTested(const Id &id)
{
    return change(id, u"tested_at = ?, hold = NULL"_s, {stored(m_database.clock().now())},
                  u"integration.tested"_s);
}

Result<Done> IntegrationStore::remove(const Id &id)
{
    return change(id, u"removed_at = ?"_s, {stored(m_database.clock().now())},
                  u"integration.removed"_s);
}

Result<Done> IntegrationStore::restore(const Id &id)
{
    return m_database.write([&]() -> Result<Done> {
        const auto one = byId(id);
        if (!one)
            return one.error();
        if (auto fine = checkName(m_database, one->name, id); !fine)
            return fine;
        const auto restored = m_database.run(
            u"UPDATE integration SET removed_at = NULL WHERE id = ? AND removed_at IS NOT NULL"_s,
            {id.toString()});
        if (!restored)
            return restored.error();
        if (*restored == 0)
            return Done();
        return AuditTrail(m_database).append({u"integration.restored"_s, id.toString(), {}});
    });
}

} // namespace keyway
