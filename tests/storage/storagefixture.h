#pragma once

#include "core/storage/audittrail.h"
#include "core/storage/conversationstore.h"
#include "core/storage/database.h"
#include "core/storage/integrationstore.h"
#include "core/storage/ledger.h"
#include "core/storage/outbox.h"
#include "core/storage/row.h"
#include "core/storage/session.h"
#include "core/storage/settingsstore.h"
#include "tests/support/fakeclock.h"
#include "tests/support/temporarydatadir.h"

#include <QtTest/QTest>

#include <memory>

// Fails the test with the error of a Result that has none of its value.
#define VERIFY_RESULT(...)                                                                         \
    do {                                                                                           \
        const QByteArray problem_ = keyway::problemOf(__VA_ARGS__);                                \
        QVERIFY2(problem_.isEmpty(), problem_.constData());                                        \
    } while (false)

namespace keyway {

/// Empty for a success.
template <class T> QByteArray problemOf(const Result<T> &result)
{
    if (result)
        return {};
    const Error &error = result.error();
    return (Error::kindName(error.kind()) + QLatin1Char(' ') + error.reason() + QLatin1Char(' ')
            + error.detail())
        .toUtf8();
}

inline std::unique_ptr<Database> openDatabase(const QString &path, const Clock &clock,
                                              Database::Access access = Database::Access::ReadWrite)
{
    auto opened = Database::open(path, access, clock);
    if (!opened)
        qFatal("open: %s %s", qPrintable(opened.error().reason()),
               qPrintable(opened.error().detail()));
    return std::move(*opened);
}

inline qint64 number(Database &database, const QString &sql, const QVariantList &values = {})
{
    qint64 value = 0;
    const auto read = database.query(sql, values, [&value](const Row &row) {
        value = row.number(0);
        return false;
    });
    if (!read)
        qFatal("%s: %s", qPrintable(sql), qPrintable(read.error().detail()));
    return value;
}

/// The names of the audited events of a group, oldest first.
inline QStringList audited(Database &database, const QString &group)
{
    AuditFilter filter;
    filter.groups = {group};
    const auto entries = AuditTrail(database).entries(filter);
    QStringList names;
    for (const AuditEntry &entry : *entries)
        names.prepend(entry.event.name);
    return names;
}

/// Empty where the sums that are kept equal the rows they are kept of; else what differs.
inline QString differences(Database &database)
{
    const std::pair<const char *, QString> checks[] = {
        {"rollup",
         QStringLiteral(
             "WITH rows AS (SELECT billing_day, integration_id, service, model, type, app, "
             "SUM(CASE WHEN outcome IN ('failed', 'cancelled') AND platform_cost_nano = 0 AND "
             "cost_state <> 'unknown' THEN 0 ELSE 1 END), COUNT(*), SUM(cost_state = 'unknown'), "
             "SUM(cost_state = 'estimated'), SUM(tokens_in), SUM(tokens_out), "
             "SUM(platform_cost_nano), SUM(platform_fee_nano) FROM attempt "
             "WHERE outcome <> 'started' GROUP BY 1, 2, 3, 4, 5, 6) "
             "SELECT (SELECT COUNT(*) FROM (SELECT * FROM rows EXCEPT SELECT * FROM daily)) + "
             "(SELECT COUNT(*) FROM (SELECT * FROM daily EXCEPT SELECT * FROM rows))")},
        {"hours",
         QStringLiteral(
             "WITH rows AS (SELECT started_at / 3600000, SUM(platform_cost_nano) FROM attempt "
             "WHERE outcome <> 'started' AND platform_cost_nano <> 0 GROUP BY 1) "
             "SELECT (SELECT COUNT(*) FROM (SELECT * FROM rows EXCEPT SELECT * FROM hourly)) + "
             "(SELECT COUNT(*) FROM (SELECT * FROM hourly EXCEPT SELECT * FROM rows))")},
        {"budget",
         QStringLiteral(
             "SELECT COUNT(*) FROM budget b WHERE spent_nano <> (SELECT "
             "IFNULL(SUM(platform_cost_nano), 0) FROM attempt a WHERE a.integration_id = "
             "b.integration_id AND substr(a.billing_day, 1, 7) = b.month AND outcome <> 'started') "
             "OR reserved_nano <> (SELECT IFNULL(SUM(reserved_nano), 0) FROM attempt a WHERE "
             "a.integration_id = b.integration_id AND substr(a.billing_day, 1, 7) = b.month AND "
             "outcome = 'started')")},
        {"total spent",
         QStringLiteral(
             "SELECT COUNT(*) FROM integration i WHERE total_spent_nano <> (SELECT "
             "IFNULL(SUM(platform_cost_nano), 0) FROM attempt a WHERE a.integration_id = "
             "i.id AND outcome <> 'started')")},
        {"outbox",
         QStringLiteral("SELECT COUNT(*) FROM attempt WHERE (outcome <> 'started') <> "
                        "(record_id IN (SELECT record_id FROM outbox))")},
        {"audit",
         QStringLiteral(
             "SELECT COUNT(*) FROM attempt WHERE (outcome <> 'started') <> (record_id IN "
             "(SELECT subject FROM audit WHERE name LIKE 'attempt.%'))")},
    };
    QStringList wrong;
    for (const auto &[name, sql] : checks) {
        if (const qint64 rows = number(database, sql))
            wrong.append(QStringLiteral("%1: %2").arg(QLatin1String(name)).arg(rows));
    }
    return wrong.join(QStringLiteral(", "));
}

/// A data folder with a database, a session and a ledger, and one integration.
class Records {
public:
    explicit Records(const QString &folder, const Clock &clock)
        : m_clock(clock)
        , database(openDatabase(folder + QStringLiteral("/keyway.db"), clock))
        , session(*Session::begin(folder, Id::create(clock.now())))
        , ledger(*database, *session)
        , integrations(*database)
    {
    }

    Integration addIntegration(const QString &name,
                               const QString &service = QStringLiteral("openai"))
    {
        Integration wanted;
        wanted.name = name;
        wanted.service = service;
        wanted.baseUrl = QUrl(QStringLiteral("https://api.example.com/v1"));
        wanted.model = QStringLiteral("model-a");
        auto added = integrations.add(wanted);
        if (!added)
            qFatal("add: %s", qPrintable(added.error().detail()));
        return *added;
    }

    UsageRecord newRecord(const Integration &integration)
    {
        UsageRecord record;
        record.startedAt = m_clock.now();
        record.recordId = Id::create(record.startedAt);
        record.requestId = Id::create(record.startedAt);
        record.integrationId = integration.id;
        record.integrationName = integration.name;
        record.service = integration.service;
        record.model = integration.model;
        return record;
    }

    /// Request and started attempt; the record as it is in the ledger then.
    Result<UsageRecord> start(const Integration &integration, Money reservation = {},
                              std::optional<Money> cap = {}, std::optional<Id> conversation = {})
    {
        const UsageRecord record = newRecord(integration);
        RequestEntry request;
        request.id = record.requestId;
        request.startedAt = record.startedAt;
        request.conversationId = conversation;
        if (auto begun = ledger.beginRequest(request); !begun)
            return begun.error();
        if (auto started = ledger.startAttempt(record, reservation, cap); !started)
            return started.error();
        return record;
    }

    static UsageRecord completed(UsageRecord record, Money cost, Money fee = {})
    {
        record.outcome = Outcome::Completed;
        record.costState = CostState::Exact;
        record.httpStatus = 200;
        record.platformCost = cost;
        record.platformFee = fee;
        record.usage.set(Counter::InUncached, 100);
        record.usage.set(Counter::OutText, 20);
        record.priceVersion = QStringLiteral("2026-11-01");
        record.durationMs = 900;
        record.firstTokenMs = 120;
        return record;
    }

private:
    const Clock &m_clock;

public:
    std::unique_ptr<Database> database;
    std::unique_ptr<Session> session;
    Ledger ledger;
    IntegrationStore integrations;
};

} // namespace keyway
