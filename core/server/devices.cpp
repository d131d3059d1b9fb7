#include "core/server/accountrow.h"
#include "core/server/accounts.h"
#include "core/server/sqlconnection.h"

#include <QtCore/QJsonArray>

namespace keyway::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 rotateAfterDays = 30;
constexpr qint64 expireAfterDays = 90; ///< of not being used
constexpr qint64 seenEveryMs = 3600'000;

} // namespace

Result<Caller> Accounts::authenticate(const QByteArray &text)
{
    const std::optional<Token> token = Token::parse(text);
    if (!token)
        return notAllowed(u"bad-token"_s);
    struct Found {
        Caller caller;
        QByteArray current;
        bool isNext = false;
        bool revoked = false;
        QDateTime seenAt;
    };
    std::optional<Found> found;
    const QDateTime now = m_clock.now();
    const auto read = m_sql.query(
        u"SELECT d.device_id, d.token_hash, d.issued_at, d.seen_at, d.revoked_at, a.created_at "
        "FROM device d JOIN account a ON a.account_id = d.account_id "
        "WHERE d.account_id = ? AND (d.token_hash = ? OR d.next_hash = ?) AND "
        "a.deleted_at IS NULL"_s,
        {stored(token->account), token->hash, token->hash}, [&](const Row &row) {
            Found one;
            one.caller = {token->account, row.id(0), row.time(5),
                          row.time(2).daysTo(now) >= rotateAfterDays};
            one.current = row.bytes(1);
            one.isNext = one.current != token->hash;
            one.revoked = !row.isNull(4);
            one.seenAt = row.time(3);
            found = one;
            return false;
        });
    if (!read)
        return read.error();

    if (!found) {
        Id device;
        const auto retired = m_sql.query(
            u"SELECT device_id FROM retired_token WHERE account_id = ? AND token_hash = ?"_s,
            {stored(token->account), token->hash}, [&device](const Row &row) {
                device = row.id(0);
                return false;
            });
        if (!retired)
            return retired.error();
        if (device.isNull())
            return notAllowed(u"bad-token"_s);
        // Two hold tokens of one device, and one of them is a thief.
        const auto revoked = m_sql.write([&]() -> Result<qint64> {
            return m_sql.run(u"UPDATE device SET revoked_at = ? WHERE account_id = ? AND "
                             "device_id = ? AND revoked_at IS NULL"_s,
                             {stored(now), stored(token->account), stored(device)});
        });
        if (!revoked)
            return revoked.error();
        return notAllowed(u"token-reused"_s);
    }
    if (found->revoked)
        return notAllowed(u"revoked"_s);
    if (found->seenAt.daysTo(now) >= expireAfterDays)
        return notAllowed(u"expired"_s);

    const QVariantList key{stored(token->account), stored(found->caller.device)};
    if (found->isNext) {
        found->caller.shouldRotate = false;
        const auto replaced = m_sql.write([&]() -> Result<Done> {
            const auto changed
                = m_sql.run(u"UPDATE device SET token_hash = ?, next_hash = NULL, issued_at = ?, "
                            "seen_at = ? WHERE account_id = ? AND device_id = ? AND "
                            "next_hash = ?"_s,
                            QVariantList{token->hash, stored(now), stored(now)} + key
                                + QVariantList{token->hash});
            if (!changed)
                return changed.error();
            if (*changed == 0)
                return Done(); // another request of the same device was quicker
            const auto kept
                = m_sql.run(u"INSERT INTO retired_token (account_id, token_hash, device_id, "
                            "retired_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"_s,
                            {stored(token->account), found->current, stored(found->caller.device),
                             stored(now)});
            return kept ? Result<Done>(Done()) : kept.error();
        });
        if (!replaced)
            return replaced.error();
    } else if (found->seenAt.msecsTo(now) >= seenEveryMs) {
        const auto seen = m_sql.write([&]() -> Result<qint64> {
            return m_sql.run(u"UPDATE device SET seen_at = ? WHERE account_id = ? AND "
                             "device_id = ?"_s,
                             QVariantList{stored(now)} + key);
        });
        if (!seen)
            return seen.error();
    }
    return found->caller;
}

Result<QByteArray> Accounts::rotate(const Caller &caller)
{
    const Token token = Token::create(caller.account);
    const auto written = m_sql.write([&]() -> Result<qint64> {
        return m_sql.run(u"UPDATE device SET next_hash = ? WHERE account_id = ? AND device_id = ? "
                         "AND revoked_at IS NULL"_s,
                         {token.hash, stored(caller.account), stored(caller.device)});
    });
    if (!written)
        return written.error();
    if (*written == 0)
        return notAllowed(u"revoked"_s);
    return token.text;
}

Result<Done> Accounts::signOut(const Id &account, const Id &device)
{
    const auto revoked = m_sql.write([&]() -> Result<qint64> {
        return m_sql.run(u"UPDATE device SET revoked_at = COALESCE(revoked_at, ?), "
                         "next_hash = NULL WHERE account_id = ? AND device_id = ?"_s,
                         {stored(m_clock.now()), stored(account), stored(device)});
    });
    if (!revoked)
        return revoked.error();
    if (*revoked == 0)
        return refused(u"no-such-device"_s);
    return Done();
}

Result<Done> Accounts::signOutEverywhere(const Id &account)
{
    const auto revoked = m_sql.write([&]() -> Result<qint64> {
        return m_sql.run(u"UPDATE device SET revoked_at = ?, next_hash = NULL "
                         "WHERE account_id = ? AND revoked_at IS NULL"_s,
                         {stored(m_clock.now()), stored(account)});
    });
    if (!revoked)
        return revoked.error();
    return Done();
}

Result<QJsonObject> Accounts::devices(const Caller &caller)
{
    QJsonArray devices;
    const auto read = m_sql.query(
        u"SELECT device_id, name, created_at, seen_at, revoked_at FROM device "
        "WHERE account_id = ? ORDER BY created_at, device_id"_s,
        {stored(caller.account)}, [&](const Row &row) {
            QJsonObject device{{u"device_id"_s, row.text(0)},
                               {u"name"_s, row.text(1)},
                               {u"created_at"_s, row.time(2).toString(Qt::ISODateWithMs)},
                               {u"seen_at"_s, row.time(3).toString(Qt::ISODateWithMs)},
                               {u"this_device"_s, row.id(0) == caller.device}};
            if (const auto revoked = row.optionalTime(4))
                device.insert(u"revoked_at"_s, revoked->toString(Qt::ISODateWithMs));
            devices.append(device);
            return true;
        });
    if (!read)
        return read.error();
    return QJsonObject{{u"devices"_s, devices}};
}

} // namespace keyway::server
