#include "core/server/relaybook.h"

#include "core/server/accounts.h"
#include "core/server/ingestion.h"
#include "core/server/schema.h"
#include "core/server/sqlconnection.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>

namespace keyway::server {

using namespace Qt::StringLiterals;

namespace {

struct Used {
    qint64 requests = 0;
    Money spent;
    Money reserved;
};

Error overLimit(const QString &reason)
{
    return Error(Error::Kind::Budget).withReason(reason);
}

Result<Used> usedOf(SqlConnection &sql, const Id &account, const QDate &month, bool hold)
{
    Used used;
    const bool locks = hold && sql.engine() == Engine::Postgres; // SQLite has one writer anyway
    const auto read = sql.query(u"SELECT requests, spent_nano, reserved_nano FROM relay_month "
                                "WHERE account_id = ? AND month = ?"_s
                                    + (locks ? u" FOR UPDATE"_s : QString()),
                                {stored(account), stored(month)}, [&used](const Row &row) {
                                    used = {row.number(0), row.money(1), row.money(2)};
                                    return false;
                                });
    if (!read)
        return read.error();
    return used;
}

RelayLeft leftOf(const Used &used, const FreeTier &tier)
{
    return {std::max<qint64>(0, tier.requests - used.requests),
            std::max(Money(), tier.spending - used.spent - used.reserved)};
}

} // namespace

RelayBook::RelayBook(SqlConnection &sql, const Clock &clock)
    : m_sql(sql)
    , m_clock(clock)
{
}

Result<RelayLeft> RelayBook::left(const Id &account, const QDate &month, const FreeTier &tier)
{
    const Result<Used> used = usedOf(m_sql, account, month, false);
    if (!used)
        return used.error();
    return leftOf(*used, tier);
}

Result<QJsonArray> RelayBook::months(const Id &account)
{
    QJsonArray months;
    const auto read
        = m_sql.query(u"SELECT month, requests, spent_nano FROM relay_month "
                      "WHERE account_id = ? ORDER BY month"_s,
                      {stored(account)}, [&months](const Row &row) {
                          months.append(QJsonObject{{u"month"_s, row.text(0).left(7)},
                                                    {u"requests"_s, row.number(1)},
                                                    {u"spending_nano"_s, row.number(2)}});
                          return true;
                      });
    if (!read)
        return read.error();
    return months;
}

Result<Done> RelayBook::reserve(RelayAttempt &attempt, const FreeTier &tier,
                                const std::function<std::optional<Money>(Money left)> &fit)
{
    const QVariant account = stored(attempt.account);
    const QVariant month = stored(attempt.month);
    return m_sql.write([&]() -> Result<Done> {
        const auto begun
            = m_sql.run(u"INSERT INTO relay_month (account_id, month, requests, spent_nano, "
                        "reserved_nano) VALUES (?, ?, 0, 0, 0) "
                        "ON CONFLICT (account_id, month) DO NOTHING"_s,
                        {account, month});
        if (!begun)
            return begun.error();
        const Result<Used> used = usedOf(m_sql, attempt.account, attempt.month, true);
        if (!used)
            return used.error();
        const RelayLeft left = leftOf(*used, tier);
        if (left.requests == 0)
            return overLimit(u"free-requests-used"_s);
        const Result<qint64> running
            = m_sql.number(u"SELECT COUNT(*) FROM relay_attempt WHERE account_id = ?"_s, {account});
        if (!running)
            return running.error();
        if (*running >= mostAtOnce)
            return Error(Error::Kind::RateLimited).withReason(u"too-many-at-once"_s);
        const std::optional<Money> most = fit(left.spending);
        if (!most || *most > left.spending)
            return overLimit(u"free-spending-used"_s);
        attempt.reserved = *most;
        const auto set
            = m_sql.run(u"UPDATE relay_month SET requests = requests + 1, "
                        "reserved_nano = reserved_nano + ? WHERE account_id = ? AND month = ? AND "
                        "requests < ? AND spent_nano + reserved_nano + ? <= ?"_s,
                        {stored(*most), account, month, qint64(tier.requests), stored(*most),
                         stored(tier.spending)});
        if (!set)
            return set.error();
        if (*set != 1)
            return overLimit(u"free-spending-used"_s);
        const auto noted = m_sql.run(
            u"INSERT INTO relay_attempt (account_id, record_id, month, key_id, "
            "reserved_nano, started_at, record) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
            {account, stored(attempt.record.recordId), month, stored(attempt.key), stored(*most),
             stored(m_clock.now()), QString::fromUtf8(attempt.record.canonical())});
        return noted ? Result<Done>(Done()) : noted.error();
    });
}

Result<Done> RelayBook::settle(const RelayAttempt &attempt, const IngestionTerms &terms,
                               const Caller &caller)
{
    const UsageMessage &record = attempt.record;
    const bool isUnknown = record.costState == CostState::Unknown;
    const Money spent = isUnknown ? attempt.reserved : record.platformCost;
    const bool answered = record.outcome == Outcome::Completed || record.outcome == Outcome::Refused
        || record.outcome == Outcome::Filtered;
    const bool cannotCount = !answered && !isUnknown && record.platformCost.isZero();
    // Outside the transaction, as it may be rolled back.
    if (auto prepared = terms.partitions.prepare(m_sql, record.recordId.time().date()); !prepared)
        return prepared;
    return m_sql.write([&]() -> Result<Done> {
        const auto ended
            = m_sql.run(u"DELETE FROM relay_attempt WHERE account_id = ? AND record_id = ?"_s,
                        {stored(attempt.account), stored(record.recordId)});
        if (!ended)
            return ended.error();
        if (*ended == 0)
            return Done(); // somebody else has settled it
        const auto counted
            = m_sql.run(u"UPDATE relay_month SET requests = requests - ?, "
                        "spent_nano = spent_nano + ?, reserved_nano = reserved_nano - ? "
                        "WHERE account_id = ? AND month = ?"_s,
                        {qint64(cannotCount), stored(spent), stored(attempt.reserved),
                         stored(attempt.account), stored(attempt.month)});
        if (!counted)
            return counted.error();
        const auto used
            = m_sql.run(u"UPDATE system_key SET uses = uses + 1, spent_nano = spent_nano + ?, "
                        "last_used_at = ? WHERE key_id = ?"_s,
                        {stored(spent), stored(m_clock.now()), stored(attempt.key)});
        if (!used)
            return used.error();
        const auto kept = ingest(m_sql, terms, caller, {record.toJson()});
        return kept ? Result<Done>(Done()) : kept.error();
    });
}

Result<QList<RelayAttempt>> RelayBook::lost()
{
    QList<RelayAttempt> lost;
    const auto read
        = m_sql.query(u"SELECT account_id, key_id, month, reserved_nano, record FROM relay_attempt "
                      "WHERE started_at < ? ORDER BY started_at LIMIT 100"_s,
                      {stored(m_clock.now().addMSecs(-lostAfterMs))}, [&lost](const Row &row) {
                          RelayAttempt attempt{row.id(0), row.id(1), row.day(2), row.money(3), {}};
                          auto record = UsageMessage::fromJson(
                              QJsonDocument::fromJson(row.text(4).toUtf8()).object());
                          if (record) {
                              attempt.record = std::move(record).value();
                              lost.append(attempt);
                          }
                          return true;
                      });
    if (!read)
        return read.error();
    return lost;
}

} // namespace keyway::server
