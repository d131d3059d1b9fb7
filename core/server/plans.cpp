#include "core/server/plans.h"

#include "core/server/accountrow.h"
#include "core/server/sqlconnection.h"
#include "core/server/usagestore.h"
#include "core/storage/billingzone.h"

#include <QtCore/QJsonDocument>

#include <utility>

namespace keyway::server {

using namespace Qt::StringLiterals;

namespace {

const QString monthFormat = u"yyyy-MM"_s;

QString textOf(const FeePolicy &policy)
{
    return QString::fromUtf8(QJsonDocument(policy.toJson()).toJson(QJsonDocument::Compact));
}

} // namespace

Plans::Plans(SqlConnection &sql, const PlanOffer &offer)
    : m_sql(sql)
    , m_offer(offer)
{
}

Result<std::optional<PlanHistory>> Plans::written(const Id &account)
{
    std::optional<PlanHistory> history;
    std::optional<Error> damaged;
    const auto read
        = m_sql.query(u"SELECT month, policy FROM fee_plan WHERE account_id = ? ORDER BY month"_s,
                      {stored(account)}, [&](const Row &row) {
                          const QDate month = QDate::fromString(row.text(0), monthFormat);
                          const auto policy = FeePolicy::fromJson(
                              QJsonDocument::fromJson(row.text(1).toUtf8()).object());
                          if (!policy)
                              damaged = policy.error();
                          else if (history)
                              history->choose(*policy, month.addMonths(-1));
                          else
                              history = PlanHistory(*policy, month);
                          return !damaged;
                      });
    if (!read)
        return read.error();
    if (damaged)
        return *damaged;
    return history;
}

Result<Plans::Holder> Plans::holder(const Id &account)
{
    std::optional<Holder> found;
    const auto read = m_sql.query(u"SELECT created_at, zone FROM account WHERE account_id = ?"_s,
                                  {stored(account)}, [&found](const Row &row) {
                                      found = {row.time(0), QTimeZone(row.text(1).toLatin1())};
                                      return false;
                                  });
    if (!read)
        return read.error();
    return found ? Result<Holder>(*found) : notAllowed(u"bad-token"_s);
}

Result<Done> Plans::begin(const Id &account)
{
    const Result<Holder> owner = holder(account);
    if (!owner)
        return owner.error();
    const QDate first = billingDay(owner->signedUp, owner->zone);
    const auto kept
        = m_sql.run(u"INSERT INTO fee_plan (account_id, month, policy) "
                    "VALUES (?, ?, ?) ON CONFLICT (account_id, month) DO NOTHING"_s,
                    {stored(account), first.toString(monthFormat), textOf(m_offer.first())});
    return kept ? Result<Done>(Done()) : kept.error();
}

Result<PlanHistory> Plans::of(const Id &account)
{
    Result<std::optional<PlanHistory>> known = written(account);
    if (known && !*known) {
        if (const auto begun = m_sql.write([&] { return begin(account); }); !begun)
            return begun.error();
        known = written(account);
    }
    if (!known)
        return known.error();
    if (!*known)
        return Error(Error::Kind::Storage, u"a plan that was written is gone"_s)
            .withReason(u"again"_s);
    return **known;
}

Result<PlanHistory> Plans::choose(const Id &account, const PlanChoice &choice, const QDateTime &now)
{
    const std::optional<FeePolicy> policy = m_offer.chosen(choice.plan, choice.paid);
    if (!policy)
        return refused(u"plan-not-offered"_s);
    return m_sql.write([&]() -> Result<PlanHistory> {
        if (const auto locked = UsageStore(m_sql).lock(account); !locked)
            return locked.error();
        const Result<Holder> owner = holder(account);
        if (!owner)
            return owner.error();
        const QDate today = billingDay(now, owner->zone);
        Result<PlanHistory> history = of(account);
        if (!history)
            return history;
        history->choose(*policy, today);
        const auto dropped = m_sql.run(u"DELETE FROM fee_plan WHERE account_id = ? AND month > ?"_s,
                                       {stored(account), today.toString(monthFormat)});
        if (!dropped)
            return dropped.error();
        if (const auto coming = history->coming(today)) {
            const auto kept = m_sql.run(
                u"INSERT INTO fee_plan (account_id, month, policy) VALUES (?, ?, ?)"_s,
                {stored(account), coming->first.toString(monthFormat), textOf(coming->second)});
            if (!kept)
                return kept.error();
        }
        return history;
    });
}

} // namespace keyway::server
