#include "core/server/analyticsschema.h"

namespace keyway::server {

using namespace Qt::StringLiterals;

namespace {

/// The names of UserAnalytics beside what a record says of them, as SQL. Times are UTC; the first
/// of January 1970 was a Thursday.
QStringList groupsOfRecords()
{
    return {
        u"'service', service"_s,
        u"'model', service || '/' || model"_s,
        u"'type', type"_s,
        u"'hour', CAST((started_at / 3600000) % 24 AS TEXT)"_s,
        u"'weekday', CAST((started_at / 86400000 + 3) % 7 + 1 AS TEXT)"_s,
    };
}

} // namespace

SchemaStep analyticsStep()
{
    SchemaStep step;
    step.both = {
        // That an account was in a group in a month; gone with the account.
        uR"(CREATE TABLE account_group (
            account_id {id} NOT NULL, month TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,
            PRIMARY KEY (account_id, month, kind, name)) {rows})"_s,
        uR"(CREATE TABLE platform_group (
            month TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, shard {int} NOT NULL,
            accounts {int} NOT NULL, PRIMARY KEY (month, kind, name, shard)) {rows})"_s,
        // By month first, since it is read a month at a time.
        uR"(CREATE TABLE account_spend (
            month TEXT NOT NULL, account_id {id} NOT NULL, cost_nano {int} NOT NULL,
            PRIMARY KEY (month, account_id)) {rows})"_s,
        // Accounts by the month of their first record, and the months in which they came back.
        uR"(CREATE TABLE platform_cohort (
            month TEXT NOT NULL, start_month TEXT NOT NULL, shard {int} NOT NULL,
            accounts {int} NOT NULL, PRIMARY KEY (month, start_month, shard)) {rows})"_s,
    };
    for (const QString &group : groupsOfRecords())
        step.both.append(u"INSERT INTO account_group SELECT DISTINCT account_id, "
                         "substr(billing_day, 1, 7), %1 FROM usage"_s.arg(group));
    step.both += {
        u"INSERT INTO platform_group SELECT month, kind, name, 0, COUNT(*) FROM account_group "
        "GROUP BY month, kind, name"_s,
        u"INSERT INTO account_spend SELECT substr(billing_day, 1, 7), account_id, "
        "SUM(platform_cost_nano) FROM usage GROUP BY 1, 2"_s,
        u"INSERT INTO platform_cohort SELECT a.month, s.start_month, 0, COUNT(*) "
        "FROM account_month a JOIN (SELECT account_id, MIN(month) AS start_month "
        "FROM account_month GROUP BY account_id) s ON s.account_id = a.account_id "
        "GROUP BY a.month, s.start_month"_s,
    };
    return step;
}

} // namespace keyway::server
