#include "core/server/keyclaims.h"

#include "core/base/sealedbox.h"
#include "core/server/accountrow.h"
#include "core/server/sealer.h"
#include "core/server/sqlconnection.h"

namespace keyway::server {

using namespace Qt::StringLiterals;

QJsonObject ClaimedKey::toJson() const
{
    QJsonObject json{{u"claim_id"_s, id.toString()},
                     {u"service"_s, facts.service},
                     {u"enabled"_s, facts.enabled},
                     {u"spent_nano"_s, facts.spent.nano()},
                     {u"box"_s, QString::fromLatin1(box.toBase64())}};
    if (facts.addedAt)
        json.insert(u"added_at"_s, facts.addedAt->toString(Qt::ISODateWithMs));
    if (facts.lastUsedAt)
        json.insert(u"last_used_at"_s, facts.lastUsedAt->toString(Qt::ISODateWithMs));
    return json;
}

KeyClaims::KeyClaims(SqlConnection &sql, const Sealer &sealer, const Clock &clock)
    : m_sql(sql)
    , m_sealer(sealer)
    , m_clock(clock)
{
}

QByteArray KeyClaims::placeOf(const Id &account, const Id &claim)
{
    return "key_claim/" + account.toString().toLatin1() + '/' + claim.toString().toLatin1();
}

Result<bool> KeyClaims::put(const Id &account, const FormerKey &facts, const Secret &key)
{
    const QDateTime now = m_clock.now();
    const Id id = Id::create(now);
    const auto added
        = m_sql.run(u"INSERT INTO key_claim (account_id, claim_id, service, sealed, fingerprint, "
                    "enabled, added_at, last_used_at, spent_nano, moved_at, expires_at, ended) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '') "
                    "ON CONFLICT (account_id, service, fingerprint) DO NOTHING"_s,
                    {stored(account), stored(id), facts.service,
                     m_sealer.seal(key, placeOf(account, id)), m_sealer.fingerprint(key),
                     qint64(facts.enabled), stored(facts.addedAt), stored(facts.lastUsedAt),
                     stored(facts.spent), stored(now), stored(now.addDays(daysKept))});
    if (!added)
        return added.error();
    return *added == 1;
}

Result<QList<ClaimedKey>> KeyClaims::claim(const Id &account, const Id &device,
                                           const QByteArray &publicKey)
{
    if (!boxed(Secret(), publicKey))
        return refused(u"bad-public-key"_s);
    struct Sealed {
        ClaimedKey key;
        QByteArray sealed;
    };
    QList<Sealed> found;
    const auto marked = m_sql.write([&]() -> Result<Done> {
        const QVariant now = stored(m_clock.now());
        const auto taken
            = m_sql.run(u"UPDATE key_claim SET device_id = ? WHERE account_id = ? AND ended = '' "
                        "AND device_id IS NULL AND expires_at > ?"_s,
                        {stored(device), stored(account), now});
        if (!taken)
            return taken.error();
        found.clear();
        return m_sql.query(
            u"SELECT claim_id, service, enabled, added_at, last_used_at, spent_nano, sealed "
            "FROM key_claim WHERE account_id = ? AND device_id = ? AND ended = '' AND "
            "expires_at > ? ORDER BY claim_id"_s,
            {stored(account), stored(device), now}, [&found](const Row &row) {
                Sealed one;
                one.key.id = row.id(0);
                one.key.facts = {row.text(1), row.flag(2), row.optionalTime(3), row.optionalTime(4),
                                 row.money(5)};
                one.sealed = row.bytes(6);
                found.append(one);
                return true;
            });
    });
    if (!marked)
        return marked.error();
    QList<ClaimedKey> keys;
    for (Sealed &one : found) {
        const Result<Secret> key = m_sealer.open(one.sealed, placeOf(account, one.key.id));
        if (!key)
            return key.error();
        one.key.box = boxed(*key, publicKey).value_or(QByteArray());
        keys.append(one.key);
    }
    return keys;
}

Result<Done> KeyClaims::confirm(const Id &account, const Id &device, const Id &claim)
{
    return m_sql.write([&]() -> Result<Done> {
        const auto ended = m_sql.run(u"UPDATE key_claim SET sealed = NULL, ended = 'claimed' "
                                     "WHERE account_id = ? AND claim_id = ? AND device_id = ? AND "
                                     "ended IN ('', 'claimed')"_s,
                                     {stored(account), stored(claim), stored(device)});
        if (!ended)
            return ended.error();
        return *ended == 1 ? Result<Done>(Done()) : refused(u"no-such-claim"_s);
    });
}

Result<QJsonArray> KeyClaims::describe(SqlConnection &sql, const Id &account)
{
    QJsonArray keys;
    const auto read = sql.query(
        u"SELECT service, moved_at, expires_at, ended FROM key_claim "
        "WHERE account_id = ? ORDER BY claim_id"_s,
        {stored(account)}, [&keys](const Row &row) {
            keys.append(QJsonObject{{u"service"_s, row.text(0)},
                                    {u"moved_at"_s, row.time(1).toString(Qt::ISODateWithMs)},
                                    {u"expires_at"_s, row.time(2).toString(Qt::ISODateWithMs)},
                                    {u"ended"_s, row.text(3)}});
            return true;
        });
    if (!read)
        return read.error();
    return keys;
}

Result<qint64> KeyClaims::dropExpired()
{
    return m_sql.write([&]() -> Result<qint64> {
        return m_sql.run(u"UPDATE key_claim SET sealed = NULL, ended = 'expired' "
                         "WHERE ended = '' AND expires_at <= ?"_s,
                         {stored(m_clock.now())});
    });
}

} // namespace keyway::server
