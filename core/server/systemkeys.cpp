#include "core/server/systemkeys.h"

#include "core/catalogue/integration.h"
#include "core/server/accountrow.h"
#include "core/server/sealer.h"
#include "core/server/sqlconnection.h"

#include <algorithm>

namespace keyway::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestLabel = 100;

/// A header takes printable ASCII alone.
bool isKey(const Secret &key)
{
    return !key.isEmpty() && key.reveal([](QByteArrayView bytes) {
        return std::all_of(bytes.begin(), bytes.end(),
                           [](char letter) { return letter > ' ' && letter <= '~'; });
    });
}

Result<Done> oneOf(const Result<qint64> &changed)
{
    if (!changed)
        return changed.error().reason() == "conflict"_L1 ? refused(u"known-key"_s)
                                                         : changed.error();
    return *changed == 1 ? Result<Done>(Done()) : refused(u"no-such-key"_s);
}

} // namespace

QJsonObject SystemKey::toJson() const
{
    QJsonObject json{{u"key_id"_s, id.toString()},
                     {u"service"_s, service},
                     {u"label"_s, label},
                     {u"base_url"_s, baseUrl},
                     {u"fingerprint"_s, QString::fromLatin1(fingerprint.toHex())},
                     {u"enabled"_s, enabled},
                     {u"added_at"_s, addedAt.toString(Qt::ISODateWithMs)},
                     {u"uses"_s, uses},
                     {u"spent_nano"_s, spent.nano()}};
    const auto add = [&json](const QString &name, const std::optional<QDateTime> &time) {
        if (time)
            json.insert(name, time->toString(Qt::ISODateWithMs));
    };
    add(u"rotated_at"_s, rotatedAt);
    add(u"retired_at"_s, retiredAt);
    add(u"last_used_at"_s, lastUsedAt);
    return json;
}

SystemKeys::SystemKeys(SqlConnection &sql, const Sealer &sealer, const Clock &clock)
    : m_sql(sql)
    , m_sealer(sealer)
    , m_clock(clock)
{
}

QByteArray SystemKeys::placeOf(const Id &id)
{
    return "system_key/" + id.toString().toLatin1();
}

Result<Id> SystemKeys::add(const SystemKey &facts, const Secret &key, const Catalogue &catalogue)
{
    if (!isKey(key))
        return refused(u"bad-key"_s);
    if (!catalogue.service(facts.service))
        return refused(u"unknown-service"_s);
    QString baseUrl;
    if (!facts.baseUrl.isEmpty()) {
        const Result<QUrl> url = checkedBaseUrl(facts.baseUrl);
        if (!url)
            return url.error();
        baseUrl = url->toString();
    }
    const QDateTime now = m_clock.now();
    const Id id = Id::create(now);
    const QVariantList values{stored(id),
                              facts.service,
                              facts.label.left(longestLabel),
                              baseUrl,
                              m_sealer.seal(key, placeOf(id)),
                              m_sealer.fingerprint(key),
                              qint64(facts.enabled),
                              stored(facts.addedAt.isValid() ? facts.addedAt : now),
                              stored(facts.lastUsedAt),
                              facts.uses,
                              stored(facts.spent)};
    const auto added = m_sql.write([&]() -> Result<Done> {
        const Result<qint64> rows
            = m_sql.run(u"INSERT INTO system_key (key_id, service, label, base_url, sealed, "
                        "fingerprint, enabled, added_at, last_used_at, uses, spent_nano) "
                        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                        "ON CONFLICT (service, fingerprint) DO NOTHING"_s,
                        values);
        if (!rows)
            return rows.error();
        return *rows == 1 ? Result<Done>(Done()) : refused(u"known-key"_s);
    });
    if (!added)
        return added.error();
    return id;
}

Result<Done> SystemKeys::rotate(const Id &id, const Secret &key)
{
    if (!isKey(key))
        return refused(u"bad-key"_s);
    return m_sql.write([&]() -> Result<Done> {
        return oneOf(m_sql.run(u"UPDATE system_key SET sealed = ?, fingerprint = ?, "
                               "rotated_at = ? WHERE key_id = ? AND retired_at IS NULL"_s,
                               {m_sealer.seal(key, placeOf(id)), m_sealer.fingerprint(key),
                                stored(m_clock.now()), stored(id)}));
    });
}

Result<Done> SystemKeys::retire(const Id &id)
{
    return m_sql.write([&]() -> Result<Done> {
        return oneOf(m_sql.run(u"UPDATE system_key SET sealed = NULL, enabled = 0, "
                               "retired_at = ? WHERE key_id = ? AND retired_at IS NULL"_s,
                               {stored(m_clock.now()), stored(id)}));
    });
}

Result<QList<SystemKey>> SystemKeys::list()
{
    QList<SystemKey> keys;
    const auto read = m_sql.query(
        u"SELECT key_id, service, label, base_url, fingerprint, enabled, added_at, rotated_at, "
        "retired_at, last_used_at, uses, spent_nano FROM system_key ORDER BY key_id"_s,
        {}, [&keys](const Row &row) {
            keys.append({row.id(0), row.text(1), row.text(2), row.text(3), row.bytes(4),
                         row.flag(5), row.time(6), row.optionalTime(7), row.optionalTime(8),
                         row.optionalTime(9), row.number(10), row.money(11)});
            return true;
        });
    if (!read)
        return read.error();
    return keys;
}

Result<OpenedKey> SystemKeys::open(const QString &service)
{
    OpenedKey opened;
    QByteArray sealed;
    const auto read = m_sql.query(
        u"SELECT key_id, base_url, sealed FROM system_key WHERE service = ? AND enabled = 1 AND "
        "retired_at IS NULL ORDER BY COALESCE(last_used_at, 0), key_id LIMIT 1"_s,
        {service}, [&](const Row &row) {
            opened.id = row.id(0);
            opened.baseUrl = row.text(1);
            sealed = row.bytes(2);
            return false;
        });
    if (!read)
        return read.error();
    if (opened.id.isNull())
        return refused(u"no-system-key"_s);
    Result<Secret> key = m_sealer.open(sealed, placeOf(opened.id));
    if (!key)
        return key.error();
    opened.key = std::move(key).value();
    return opened;
}

Result<QStringList> SystemKeys::services()
{
    QStringList services;
    const auto read = m_sql.query(u"SELECT DISTINCT service FROM system_key WHERE enabled = 1 AND "
                                  "retired_at IS NULL ORDER BY service"_s,
                                  {}, [&services](const Row &row) {
                                      services.append(row.text(0));
                                      return true;
                                  });
    if (!read)
        return read.error();
    return services;
}

} // namespace keyway::server
