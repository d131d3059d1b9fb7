#include "core/server/usagestore.h"

#include "core/server/accountrow.h"
#include "core/server/platformstatistics.h"
#include "core/server/sqlconnection.h"
#include "core/server/useranalytics.h"
#include "core/storage/recordrow.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QMap>

#include <algorithm>
#include <array>
#include <tuple>

namespace keyway::server {

using namespace Qt::StringLiterals;

namespace {

// Few statements for any number of rows: each of these is prepared once.
constexpr std::array rowsAtOnce{125, 25, 5, 1};
constexpr auto columns
    = "account_id, record_id, sequence, received_at, body_hash, standing, fee_nano, request_id, "
      "attempt, device_id, started_at, billing_day, type, service, model, origin, strategy, "
      "outcome, error_kind, cost_state, usage, price_version, platform_cost_nano, "
      "platform_fee_nano, first_token_ms, duration_ms, app"_L1;
constexpr int columnCount = 27;

QString placeholders(int rows, int perRow)
{
    const QString row = u'(' + u"?, "_s.repeated(perRow - 1) + u"?)"_s;
    return (row + u", "_s).repeated(rows - 1) + row;
}

/// The statement for so many rows; the texts are made once for each thread.
const QString &insertion(int rows)
{
    thread_local QHash<int, QString> statements;
    QString &statement = statements[rows];
    if (statement.isEmpty())
        statement = "INSERT INTO usage ("_L1 + columns + ") VALUES "_L1
            + placeholders(rows, columnCount)
            + " ON CONFLICT (account_id, record_id) DO NOTHING"_L1;
    return statement;
}

void appendRow(QVariantList &values, const QVariant &account, const CheckedUsage &record,
               qint64 sequence, const QVariant &now)
{
    const UsageMessage &m = record.message;
    values << account << stored(m.recordId) << sequence << now << record.hash
           << nameOf(record.check.standing) << stored(record.check.fee) << stored(m.requestId)
           << m.attempt << stored(m.deviceId) << stored(m.startedAt) << stored(m.billingDay)
           << nameOf(m.type) << m.service << m.model << nameOf(m.origin) << nameOf(m.strategy)
           << nameOf(m.outcome) << (m.errorKind ? Error::kindName(*m.errorKind) : u""_s)
           << nameOf(m.costState) << usageText(m.usage) << m.priceVersion << stored(m.platformCost)
           << stored(m.platformFee) << stored(m.firstTokenMs) << stored(m.durationMs)
           << nameOf(m.app);
}

UsageMessage messageFrom(const Row &row)
{
    UsageMessage m;
    m.recordId = row.id(0);
    m.requestId = row.id(1);
    m.attempt = row.integer(2);
    m.deviceId = row.id(3);
    m.startedAt = row.time(4);
    m.billingDay = row.day(5);
    m.type = requestTypeFromName(row.text(6)).value_or(RequestType::Text);
    m.service = row.text(7);
    m.model = row.text(8);
    m.origin = originClassFromName(row.text(9)).value_or(OriginClass::Official);
    m.strategy = strategyFromName(row.text(10)).value_or(Strategy::MyOrder);
    m.outcome = outcomeFromName(row.text(11)).value_or(Outcome::Unknown);
    m.errorKind = Error::kindFromName(row.text(12));
    m.costState = costStateFromName(row.text(13)).value_or(CostState::Unknown);
    m.usage = TokenUsage::fromJson(QJsonDocument::fromJson(row.text(14).toUtf8()).object())
                  .value_or(TokenUsage());
    m.priceVersion = row.text(15);
    m.platformCost = row.money(16);
    m.platformFee = row.money(17);
    m.firstTokenMs = row.optionalNumber(18);
    m.durationMs = row.number(19);
    m.app = appClassFromName(row.text(20)).value_or(AppClass::CommandLine);
    return m;
}

} // namespace

UsageStore::UsageStore(SqlConnection &sql)
    : m_sql(sql)
{
}

Result<qint64> UsageStore::lock(const Id &account)
{
    // SQLite has one writer anyway.
    const QString forUpdate = m_sql.engine() == Engine::Postgres ? u" FOR UPDATE"_s : u""_s;
    std::optional<qint64> last;
    const auto read = m_sql.query(u"SELECT last_sequence FROM account WHERE account_id = ? AND "
                                  "deleted_at IS NULL"_s
                                      + forUpdate,
                                  {stored(account)}, [&last](const Row &row) {
                                      last = row.number(0);
                                      return false;
                                  });
    if (!read)
        return read.error();
    if (!last)
        return notAllowed(u"bad-token"_s);
    return *last;
}

Result<QHash<Id, QByteArray>> UsageStore::kept(const Id &account, const QList<Id> &ids)
{
    QHash<Id, QByteArray> hashes;
    QStringList texts;
    texts.reserve(ids.size());
    for (const Id &id : ids)
        texts.append(id.toString());
    // All in one value: `{a,b}` and `["a","b"]`. Ids have no letter that would need care.
    const bool postgres = m_sql.engine() == Engine::Postgres;
    const QString list
        = postgres ? u'{' + texts.join(u',') + u'}' : u"[\""_s + texts.join(u"\",\""_s) + u"\"]"_s;
    const QString isListed = postgres ? u"record_id = ANY (CAST(? AS uuid[]))"_s
                                      : u"record_id IN (SELECT value FROM json_each(?))"_s;
    const QVariant owner = stored(account);
    const auto read = m_sql.query(
        "SELECT record_id, body_hash FROM usage WHERE account_id = ? AND "_L1 + isListed
            + " UNION ALL SELECT record_id, body_hash FROM quarantine WHERE account_id = ? AND "_L1
            + isListed,
        {owner, list, owner, list}, [&hashes](const Row &row) {
            hashes.insert(row.id(0), row.bytes(1));
            return true;
        });
    if (!read)
        return read.error();
    return hashes;
}

Result<Done> UsageStore::add(const Id &account, const QList<CheckedUsage> &records,
                             qint64 lastSequence, const QDateTime &now)
{
    for (qsizetype at = 0; at < records.size();) {
        const qsizetype left = records.size() - at;
        const int count = *std::find_if(rowsAtOnce.begin(), rowsAtOnce.end(),
                                        [left](int rows) { return rows <= left; });
        if (auto added = addRows(account, &records.at(at), count, lastSequence + at + 1, now);
            !added)
            return added;
        at += count;
    }
    if (auto summed = addDays(account, records); !summed)
        return summed;
    if (auto grouped = UserAnalytics(m_sql).add(account, records); !grouped)
        return grouped;
    if (auto summed = PlatformStatistics(m_sql).add(account, records); !summed)
        return summed;
    const auto counted = m_sql.run(u"UPDATE account SET last_sequence = ? WHERE account_id = ?"_s,
                                   {lastSequence + records.size(), stored(account)});
    return counted ? Result<Done>(Done()) : counted.error();
}

Result<Done> UsageStore::addRows(const Id &account, const CheckedUsage *records, int count,
                                 qint64 sequence, const QDateTime &now)
{
    QVariantList values;
    values.reserve(count * columnCount);
    const QVariant owner = stored(account);
    const QVariant time = stored(now);
    for (int i = 0; i < count; ++i)
        appendRow(values, owner, records[i], sequence + i, time);
    const Result<qint64> added = m_sql.run(insertion(count), values);
    if (!added)
        return added.error();
    if (*added != count) // lock() and kept() should have seen them
        return Error(Error::Kind::Storage, u"records came in between"_s).withReason(u"again"_s);
    return Done();
}

Result<Done> UsageStore::addDays(const Id &account, const QList<CheckedUsage> &records)
{
    struct Sum {
        qint64 attempts = 0;
        qint64 unknown = 0;
        qint64 unverifiable = 0;
        qint64 tokensIn = 0;
        qint64 tokensOut = 0;
        Money cost;
        Money fee;
    };
    // In order, so that two batches never wait for each other's rows crosswise.
    QMap<std::tuple<QDate, QString, QString, QString, QString>, Sum> sums;
    for (const CheckedUsage &record : records) {
        const UsageMessage &m = record.message;
        Sum &sum = sums[{m.billingDay, m.service, m.model, nameOf(m.type), nameOf(m.app)}];
        ++sum.attempts;
        sum.unknown += m.costState == CostState::Unknown ? 1 : 0;
        sum.unverifiable += record.check.standing == Standing::Unverifiable ? 1 : 0;
        sum.tokensIn += m.usage.tokensIn();
        sum.tokensOut += m.usage.tokensOut();
        sum.cost += m.platformCost;
        sum.fee += record.check.fee;
    }
    for (auto it = sums.constBegin(); it != sums.constEnd(); ++it) {
        const auto &[day, service, model, type, app] = it.key();
        const auto added = m_sql.run(
            u"INSERT INTO usage_day (account_id, billing_day, service, model, type, app, attempts, "
            "unknown_costs, unverifiable, tokens_in, tokens_out, platform_cost_nano, fee_nano) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (account_id, billing_day, service, model, type, app) DO UPDATE SET "
            "attempts = usage_day.attempts + excluded.attempts, "
            "unknown_costs = usage_day.unknown_costs + excluded.unknown_costs, "
            "unverifiable = usage_day.unverifiable + excluded.unverifiable, "
            "tokens_in = usage_day.tokens_in + excluded.tokens_in, "
            "tokens_out = usage_day.tokens_out + excluded.tokens_out, "
            "platform_cost_nano = usage_day.platform_cost_nano + excluded.platform_cost_nano, "
            "fee_nano = usage_day.fee_nano + excluded.fee_nano"_s,
            {stored(account), stored(day), service, model, type, app, it->attempts, it->unknown,
             it->unverifiable, it->tokensIn, it->tokensOut, stored(it->cost), stored(it->fee)});
        if (!added)
            return added.error();
    }
    return Done();
}

Result<Done> UsageStore::putAside(const Id &account, const CheckedUsage &record,
                                  const QDateTime &now)
{
    const auto added
        = m_sql.run(u"INSERT INTO quarantine (account_id, record_id, received_at, body_hash, "
                    "reason, detail, body) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
                    {stored(account), stored(record.message.recordId), stored(now), record.hash,
                     record.check.mismatch, record.check.detail,
                     QString::fromUtf8(record.message.canonical())});
    return added ? Result<Done>(Done()) : added.error();
}

Result<UsagePage> UsageStore::page(const Id &account, qint64 after, int limit)
{
    UsagePage page;
    page.next = after;
    const auto read = m_sql.query(
        u"SELECT record_id, request_id, attempt, device_id, started_at, billing_day, type, "
        u"service, "
        "model, origin, strategy, outcome, error_kind, cost_state, usage, price_version, "
        "platform_cost_nano, platform_fee_nano, first_token_ms, duration_ms, app, sequence "
        "FROM usage WHERE account_id = ? AND sequence > ? ORDER BY sequence LIMIT ?"_s,
        {stored(account), after, limit + 1}, [&](const Row &row) {
            page.more = page.records.size() == limit;
            if (page.more)
                return false;
            page.records.append(messageFrom(row));
            page.next = row.number(21);
            return true;
        });
    if (!read)
        return read.error();
    return page;
}

Result<Done> UsageStore::notInvoiced(const Id &account, const QDate &before, qint64 from,
                                     const std::function<void(const UsageMessage &)> &each)
{
    return m_sql.query(
        u"SELECT record_id, request_id, attempt, device_id, started_at, billing_day, type, "
        "service, model, origin, strategy, outcome, error_kind, cost_state, usage, "
        "price_version, platform_cost_nano, platform_fee_nano, first_token_ms, duration_ms, app "
        "FROM usage WHERE account_id = ? AND sequence >= ? AND billing_day < ? AND NOT EXISTS ("
        "SELECT 1 FROM invoice_entry e WHERE e.account_id = usage.account_id "
        "AND e.record_id = usage.record_id) ORDER BY record_id"_s,
        {stored(account), from, stored(before)}, [&each](const Row &row) {
            each(messageFrom(row));
            return true;
        });
}

Result<std::optional<qint64>> UsageStore::firstOn(const Id &account, const QDate &day, qint64 from)
{
    std::optional<qint64> first;
    const auto read = m_sql.query(
        u"SELECT sequence FROM usage WHERE account_id = ? AND sequence >= ? AND billing_day >= ? "
        "ORDER BY sequence LIMIT 1"_s,
        {stored(account), from, stored(day)}, [&first](const Row &row) {
            first = row.number(0);
            return false;
        });
    if (!read)
        return read.error();
    return first;
}

Result<QJsonArray> UsageStore::days(const Id &account, const QDate &from, const QDate &to)
{
    QJsonArray days;
    const auto read = m_sql.query(
        u"SELECT billing_day, service, model, type, app, attempts, unknown_costs, unverifiable, "
        "tokens_in, tokens_out, platform_cost_nano, fee_nano FROM usage_day "
        "WHERE account_id = ? AND billing_day >= ? AND billing_day <= ? "
        "ORDER BY billing_day, service, model, type, app"_s,
        {stored(account), stored(from), stored(to)}, [&days](const Row &row) {
            days.append(QJsonObject{{u"day"_s, row.text(0)},
                                    {u"service"_s, row.text(1)},
                                    {u"model"_s, row.text(2)},
                                    {u"type"_s, row.text(3)},
                                    {u"app"_s, row.text(4)},
                                    {u"attempts"_s, row.number(5)},
                                    {u"unknown_costs"_s, row.number(6)},
                                    {u"unverifiable"_s, row.number(7)},
                                    {u"tokens_in"_s, row.number(8)},
                                    {u"tokens_out"_s, row.number(9)},
                                    {u"platform_cost_nano"_s, row.number(10)},
                                    {u"fee_nano"_s, row.number(11)}});
            return true;
        });
    if (!read)
        return read.error();
    return days;
}

Result<QJsonArray> UsageStore::quarantine(const Id &account)
{
    QJsonArray records;
    const auto read = m_sql.query(
        u"SELECT body, reason, detail, received_at FROM quarantine WHERE account_id = ? "
        "ORDER BY record_id LIMIT 1000"_s,
        {stored(account)}, [&records](const Row &row) {
            records.append(
                QJsonObject{{u"record"_s, QJsonDocument::fromJson(row.text(0).toUtf8()).object()},
                            {u"reason"_s, row.text(1)},
                            {u"detail"_s, row.text(2)},
                            {u"received_at"_s, row.time(3).toString(Qt::ISODateWithMs)}});
            return true;
        });
    if (!read)
        return read.error();
    return records;
}

} // namespace keyway::server
