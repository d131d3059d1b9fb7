#include "core/server/accountrow.h"
#include "core/server/accounts.h"
#include "core/server/keyclaims.h"
#include "core/server/relaybook.h"
#include "core/server/sqlconnection.h"
#include "core/server/usagestore.h"
#include "core/server/useranalytics.h"

#include <QtCore/QJsonArray>

namespace keyway::server {

using namespace Qt::StringLiterals;

Result<QJsonObject> Accounts::describe(const Caller &caller)
{
    const Result<std::optional<Known>> found = find(caller.account);
    if (!found)
        return found.error();
    if (!*found)
        return notAllowed(u"bad-token"_s);
    return QJsonObject{{u"account_id"_s, caller.account.toString()},
                       {u"device_id"_s, caller.device.toString()},
                       {u"email"_s, (*found)->email},
                       {u"zone"_s, QString::fromLatin1((*found)->zone)},
                       {u"created_at"_s, (*found)->createdAt.toString(Qt::ISODateWithMs)},
                       {u"rotate"_s, caller.shouldRotate}};
}

Result<QJsonObject> Accounts::exported(const Caller &caller)
{
    Result<QJsonObject> account = describe(caller);
    if (!account)
        return account;
    const Result<QJsonObject> devices = this->devices(caller);
    if (!devices)
        return devices.error();
    UsageStore usage(m_sql);
    const Result<QJsonArray> quarantine = usage.quarantine(caller.account);
    if (!quarantine)
        return quarantine.error();
    const Result<QJsonArray> days = usage.days(caller.account, QDate(1, 1, 1), QDate(9999, 12, 31));
    if (!days)
        return days.error();
    const Result<QJsonArray> keys = KeyClaims::describe(m_sql, caller.account);
    if (!keys)
        return keys.error();
    const Result<QJsonArray> freeTier = RelayBook(m_sql, m_clock).months(caller.account);
    if (!freeTier)
        return freeTier.error();
    return QJsonObject{{u"account"_s, *account},
                       {u"devices"_s, devices->value(u"devices")},
                       {u"days"_s, *days},
                       {u"quarantine"_s, *quarantine},
                       {u"invoices"_s, u"/v1/invoices"_s},
                       {u"former_keys"_s, *keys},
                       {u"free_tier"_s, *freeTier},
                       {u"usage"_s, u"/v1/usage?after=0"_s}};
}

Result<Done> Accounts::remove(const Caller &caller, const Secret &password)
{
    Known account;
    if (auto confirmed = confirm(caller, password, &account); !confirmed)
        return confirmed;
    const QVariant id = stored(caller.account);
    return m_sql.write([&]() -> Result<Done> {
        const std::pair<QString, QVariantList> changes[] = {
            {u"UPDATE account SET email = NULL, password = NULL, deleted_at = ? "
             "WHERE account_id = ?"_s,
             {stored(m_clock.now()), id}},
            {u"DELETE FROM account_email WHERE account_id = ?"_s, {id}},
            {u"DELETE FROM device WHERE account_id = ?"_s, {id}},
            {u"DELETE FROM retired_token WHERE account_id = ?"_s, {id}},
            {u"DELETE FROM mail_token WHERE account_id = ?"_s, {id}},
            {u"DELETE FROM quarantine WHERE account_id = ?"_s, {id}},
            {u"DELETE FROM usage_day WHERE account_id = ?"_s, {id}},
            {u"DELETE FROM key_claim WHERE account_id = ?"_s, {id}},
            {u"DELETE FROM relay_attempt WHERE account_id = ?"_s, {id}},
            {u"DELETE FROM relay_month WHERE account_id = ?"_s, {id}},
            {u"DELETE FROM account_month WHERE account_id = ?"_s, {id}},
            {u"DELETE FROM usage WHERE account_id = ? AND fee_nano = 0"_s, {id}},
        };
        for (const auto &[sql, values] : changes) {
            if (const auto done = m_sql.run(sql, values); !done)
                return done.error();
        }
        for (const QString &removal : UserAnalytics::removals()) {
            if (const auto done = m_sql.run(removal, {id}); !done)
                return done.error();
        }
        return Done();
    });
}

} // namespace keyway::server
