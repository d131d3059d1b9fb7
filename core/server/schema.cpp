#include "core/server/schema.h"

#include "core/server/analyticsschema.h"
#include "core/server/billingschema.h"
#include "core/server/platformschema.h"
#include "core/server/sqlconnection.h"

namespace keyway::server {

using namespace Qt::StringLiterals;

namespace {

SchemaStep accountStep()
{
    return {{
                // email and password are gone once an account is deleted; its id stays in what the
                // law keeps. last_sequence counts the usage records, in the order they came.
                uR"(CREATE TABLE account (
            account_id {id} PRIMARY KEY, email TEXT, password TEXT, zone TEXT NOT NULL,
            created_at {int} NOT NULL, verified_at {int}, deleted_at {int},
            last_sequence {int} NOT NULL DEFAULT 0))"_s,
                // The one table that is not keyed by account: it finds the account.
                uR"(CREATE TABLE account_email (
            email_key TEXT PRIMARY KEY, account_id {id} NOT NULL) {rows})"_s,
                uR"(CREATE TABLE device (
            account_id {id} NOT NULL, device_id {id} NOT NULL, name TEXT NOT NULL,
            token_hash {blob} NOT NULL, issued_at {int} NOT NULL, next_hash {blob},
            created_at {int} NOT NULL, seen_at {int} NOT NULL, revoked_at {int},
            PRIMARY KEY (account_id, device_id)) {rows})"_s,
                u"CREATE INDEX device_token ON device (account_id, token_hash)"_s,
                uR"(CREATE TABLE retired_token (
            account_id {id} NOT NULL, token_hash {blob} NOT NULL, device_id {id} NOT NULL,
            retired_at {int} NOT NULL, PRIMARY KEY (account_id, token_hash)) {rows})"_s,
                // Of addresses, with an account or without: a lock tells nobody which it is.
                uR"(CREATE TABLE signin_failure (
            email_hash {blob} PRIMARY KEY, failures {int} NOT NULL, locked_until {int} NOT NULL,
            last_at {int} NOT NULL) {rows})"_s,
                uR"(CREATE TABLE mail_token (
            account_id {id} NOT NULL, purpose TEXT NOT NULL, token_hash {blob} NOT NULL,
            expires_at {int} NOT NULL, PRIMARY KEY (account_id, purpose)) {rows})"_s,
            },
            {},
            {}};
}

SchemaStep usageStep()
{
    const QString columns
        = uR"(account_id {id} NOT NULL, record_id {id} NOT NULL, sequence {int} NOT NULL,
            received_at {int} NOT NULL, body_hash {blob} NOT NULL, standing TEXT NOT NULL,
            fee_nano {int} NOT NULL, request_id {id} NOT NULL, attempt {int} NOT NULL,
            device_id {id} NOT NULL, started_at {int} NOT NULL, billing_day TEXT NOT NULL,
            type TEXT NOT NULL, service TEXT NOT NULL, model TEXT NOT NULL, origin TEXT NOT NULL,
            strategy TEXT NOT NULL, outcome TEXT NOT NULL, error_kind TEXT NOT NULL,
            cost_state TEXT NOT NULL, usage TEXT NOT NULL, price_version TEXT NOT NULL,
            platform_cost_nano {int} NOT NULL, platform_fee_nano {int} NOT NULL,
            first_token_ms {int}, duration_ms {int} NOT NULL, app TEXT NOT NULL,
            PRIMARY KEY (account_id, record_id))"_s;
    SchemaStep step;
    step.sqlite = {
        u"CREATE TABLE usage ("_s + columns + u") {rows}"_s,
        uR"(CREATE TRIGGER usage_is_final BEFORE UPDATE ON usage
            BEGIN SELECT RAISE(ABORT, 'usage records never change'); END)"_s,
    };
    // Months are cut off whole; a record's month is in the first bits of its id.
    step.postgres = {
        u"CREATE TABLE usage ("_s + columns + u") PARTITION BY RANGE (record_id)"_s,
        uR"(CREATE FUNCTION usage_never_changes() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'usage records never change'; END $$)"_s,
        uR"(CREATE TRIGGER usage_is_final BEFORE UPDATE ON usage
            FOR EACH ROW EXECUTE FUNCTION usage_never_changes())"_s,
    };
    step.both = {
        u"CREATE INDEX usage_sequence ON usage (account_id, sequence)"_s,
        // What does not add up, as it came: never billed, shown to both sides.
        uR"(CREATE TABLE quarantine (
            account_id {id} NOT NULL, record_id {id} NOT NULL, received_at {int} NOT NULL,
            body_hash {blob} NOT NULL, reason TEXT NOT NULL, detail TEXT NOT NULL,
            body TEXT NOT NULL, PRIMARY KEY (account_id, record_id)) {rows})"_s,
        // What statistics read instead of the records; kept in the same transaction.
        uR"(CREATE TABLE usage_day (
            account_id {id} NOT NULL, billing_day TEXT NOT NULL, service TEXT NOT NULL,
            model TEXT NOT NULL, type TEXT NOT NULL, app TEXT NOT NULL, attempts {int} NOT NULL,
            unknown_costs {int} NOT NULL, unverifiable {int} NOT NULL, tokens_in {int} NOT NULL,
            tokens_out {int} NOT NULL, platform_cost_nano {int} NOT NULL, fee_nano {int} NOT NULL,
            PRIMARY KEY (account_id, billing_day, service, model, type, app)) {rows})"_s,
    };
    return step;
}

QString forEngine(QString sql, Engine engine)
{
    const bool sqlite = engine == Engine::Sqlite;
    sql.replace("{id}"_L1, sqlite ? "TEXT"_L1 : "UUID"_L1);
    sql.replace("{int}"_L1, sqlite ? "INTEGER"_L1 : "BIGINT"_L1);
    sql.replace("{blob}"_L1, sqlite ? "BLOB"_L1 : "BYTEA"_L1);
    sql.replace("{rows}"_L1, sqlite ? "WITHOUT ROWID"_L1 : ""_L1);
    return sql;
}

/// Other servers that start at the same time wait until this transaction ends.
Result<Done> waitForOthers(SqlConnection &sql)
{
    if (sql.engine() == Engine::Sqlite)
        return Done(); // BEGIN IMMEDIATE has done so
    return sql.query(u"SELECT pg_advisory_xact_lock(7593031)"_s, {},
                     [](const Row &) { return true; });
}

Result<Done> applyStep(SqlConnection &sql, qint64 version)
{
    const SchemaStep &step = schemaSteps().at(version);
    const QStringList own = sql.engine() == Engine::Sqlite ? step.sqlite : step.postgres;
    for (const QString &statement : own + step.both) {
        if (auto done = sql.execute(forEngine(statement, sql.engine())); !done)
            return done;
    }
    const auto noted = sql.run(u"UPDATE schema_version SET version = ?"_s, {version + 1});
    if (!noted)
        return noted.error();
    return Done();
}

/// The lowest id that carries this day's first millisecond.
QString lowestId(const QDate &day)
{
    const qint64 ms = QDateTime(day, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
    const QString digits = QString::number(ms, 16).rightJustified(12, u'0');
    return digits.left(8) + u'-' + digits.mid(8) + "-0000-0000-000000000000"_L1;
}

} // namespace

const QList<SchemaStep> &schemaSteps()
{
    static const QList<SchemaStep> steps{accountStep(), usageStep(),    billingStep(),
                                         closingStep(), platformStep(), analyticsStep()};
    return steps;
}

Result<Done> migrate(SqlConnection &sql)
{
    for (;;) {
        qint64 version = 0;
        const auto done = sql.write([&]() -> Result<Done> {
            if (auto waited = waitForOthers(sql); !waited)
                return waited;
            const auto made = sql.execute(
                forEngine(u"CREATE TABLE IF NOT EXISTS schema_version (version {int} NOT NULL)"_s,
                          sql.engine()));
            if (!made)
                return made;
            const Result<qint64> rows = sql.number(u"SELECT COUNT(*) FROM schema_version"_s);
            if (!rows)
                return rows.error();
            if (*rows == 0) {
                if (auto begun = sql.execute(u"INSERT INTO schema_version VALUES (0)"_s); !begun)
                    return begun;
            }
            const Result<qint64> found = sql.number(u"SELECT version FROM schema_version"_s);
            if (!found)
                return found.error();
            version = *found;
            if (version > schemaSteps().size())
                return Error(Error::Kind::Storage, u"schema %1"_s.arg(version))
                    .withReason(u"newer-database"_s);
            return version < schemaSteps().size() ? applyStep(sql, version) : Result<Done>(Done());
        });
        if (!done || version >= schemaSteps().size())
            return done;
    }
}

Result<Done> Partitions::prepare(SqlConnection &sql, const QDate &month)
{
    if (sql.engine() == Engine::Sqlite)
        return Done();
    const QDate first(month.year(), month.month(), 1);
    const std::lock_guard lock(m_mutex);
    if (m_known.contains(first))
        return Done();
    const QString statement
        = u"CREATE TABLE IF NOT EXISTS usage_%1 PARTITION OF usage FOR VALUES FROM ('%2') TO ('%3')"_s
              .arg(first.toString(u"yyyy_MM"_s), lowestId(first), lowestId(first.addMonths(1)));
    const auto made = sql.write([&]() -> Result<Done> {
        if (auto waited = waitForOthers(sql); !waited)
            return waited;
        return sql.execute(statement);
    });
    if (made)
        m_known.insert(first);
    return made;
}

} // namespace keyway::server
