#include "core/storage/migrations.h"

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

QStringList ledgerStep()
{
    return {
        u"CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"_s,

        // name_key: the name as it is compared. A removed integration keeps its row and frees its
        // name.
        uR"(CREATE TABLE integration (
            id TEXT PRIMARY KEY, name TEXT NOT NULL, name_key TEXT NOT NULL,
            service TEXT NOT NULL, base_url TEXT NOT NULL, model TEXT NOT NULL,
            enabled INTEGER NOT NULL, key_source TEXT NOT NULL, key_tail TEXT NOT NULL,
            position INTEGER NOT NULL, added_at INTEGER NOT NULL, last_used_at INTEGER,
            disabled_at INTEGER, tested_at INTEGER, monthly_limit_nano INTEGER,
            limit_action TEXT NOT NULL, warn_at_percent INTEGER NOT NULL,
            first_byte_timeout_s INTEGER NOT NULL, automatic_routing INTEGER NOT NULL,
            allow_fallback INTEGER NOT NULL, own_prices TEXT NOT NULL, hold TEXT,
            total_spent_nano INTEGER NOT NULL DEFAULT 0, removed_at INTEGER) WITHOUT ROWID)"_s,
        uR"(CREATE UNIQUE INDEX integration_name ON integration (name_key)
            WHERE removed_at IS NULL)"_s,

        uR"(CREATE TABLE request (
            id TEXT PRIMARY KEY, type TEXT NOT NULL, strategy TEXT NOT NULL, app TEXT NOT NULL,
            started_at INTEGER NOT NULL, plan TEXT NOT NULL, conversation_id TEXT) WITHOUT ROWID)"_s,

        // One row an attempt. reserved_nano is set aside in `budget` while the outcome is
        // `started`, and stays as the upper bound of what the attempt may have cost.
        uR"(CREATE TABLE attempt (
            record_id TEXT NOT NULL UNIQUE, request_id TEXT NOT NULL REFERENCES request (id),
            attempt INTEGER NOT NULL, integration_id TEXT NOT NULL REFERENCES integration (id),
            integration_name TEXT NOT NULL, service TEXT NOT NULL, model TEXT NOT NULL,
            model_reported TEXT NOT NULL, type TEXT NOT NULL, strategy TEXT NOT NULL,
            app TEXT NOT NULL, started_at INTEGER NOT NULL, billing_day TEXT NOT NULL,
            outcome TEXT NOT NULL, error_kind TEXT NOT NULL, http_status INTEGER NOT NULL,
            service_code TEXT NOT NULL, service_request_id TEXT NOT NULL, cost_state TEXT NOT NULL,
            usage TEXT NOT NULL, tokens_in INTEGER NOT NULL, tokens_out INTEGER NOT NULL,
            price_version TEXT NOT NULL, platform_cost_nano INTEGER NOT NULL,
            platform_fee_nano INTEGER NOT NULL, stated_cost_nano INTEGER, first_token_ms INTEGER,
            duration_ms INTEGER NOT NULL, reserved_nano INTEGER NOT NULL, session TEXT NOT NULL,
            UNIQUE (request_id, attempt)))"_s,
        u"CREATE INDEX attempt_month ON attempt (billing_day, started_at, record_id)"_s,
        u"CREATE INDEX attempt_integration ON attempt (integration_id, billing_day, started_at)"_s,
        u"CREATE INDEX attempt_running ON attempt (session) WHERE outcome = 'started'"_s,
        uR"(CREATE TRIGGER attempt_is_kept BEFORE DELETE ON attempt
            BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END)"_s,
        uR"(CREATE TRIGGER attempt_is_final BEFORE UPDATE ON attempt WHEN OLD.outcome <> 'started'
            BEGIN SELECT RAISE(ABORT, 'settled records never change'); END)"_s,

        uR"(CREATE TABLE budget (
            integration_id TEXT NOT NULL REFERENCES integration (id), month TEXT NOT NULL,
            spent_nano INTEGER NOT NULL DEFAULT 0,
            reserved_nano INTEGER NOT NULL DEFAULT 0 CHECK (reserved_nano >= 0),
            PRIMARY KEY (integration_id, month)) WITHOUT ROWID)"_s,

        // What the cost pages read instead of the rows.
        uR"(CREATE TABLE daily (
            billing_day TEXT NOT NULL, integration_id TEXT NOT NULL, service TEXT NOT NULL,
            model TEXT NOT NULL, type TEXT NOT NULL, app TEXT NOT NULL,
            requests INTEGER NOT NULL, attempts INTEGER NOT NULL, unknown_costs INTEGER NOT NULL,
            estimated_costs INTEGER NOT NULL, tokens_in INTEGER NOT NULL,
            tokens_out INTEGER NOT NULL, platform_cost_nano INTEGER NOT NULL,
            platform_fee_nano INTEGER NOT NULL,
            PRIMARY KEY (billing_day, integration_id, service, model, type, app)) WITHOUT ROWID)"_s,

        uR"(CREATE TABLE outbox (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            record_id TEXT NOT NULL UNIQUE REFERENCES attempt (record_id)))"_s,

        uR"(CREATE TABLE audit (
            sequence INTEGER PRIMARY KEY, at INTEGER NOT NULL, name TEXT NOT NULL,
            subject TEXT NOT NULL, facts TEXT NOT NULL, hash BLOB NOT NULL))"_s,
        uR"(CREATE TABLE audit_head (
            one INTEGER PRIMARY KEY CHECK (one = 1), sequence INTEGER NOT NULL,
            hash BLOB NOT NULL))"_s,
        uR"(CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit
            BEGIN SELECT RAISE(ABORT, 'the audit trail is never cut'); END)"_s,
        uR"(CREATE TRIGGER audit_is_final BEFORE UPDATE ON audit
            BEGIN SELECT RAISE(ABORT, 'the audit trail never changes'); END)"_s,

        uR"(CREATE TABLE format (
            one INTEGER PRIMARY KEY CHECK (one = 1), oldest_reader INTEGER NOT NULL))"_s,
        u"INSERT INTO format (one, oldest_reader) VALUES (1, 1)"_s,
    };
}

QStringList conversationStep()
{
    // The search table has no text of its own; the triggers keep it equal to `message`.
    return {
        uR"(CREATE TABLE conversation (
            id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, created_at INTEGER NOT NULL,
            updated_at INTEGER NOT NULL, service TEXT NOT NULL, model TEXT NOT NULL,
            platform_cost_nano INTEGER NOT NULL DEFAULT 0,
            platform_fee_nano INTEGER NOT NULL DEFAULT 0, removed_at INTEGER))"_s,
        uR"(CREATE INDEX conversation_recent ON conversation (updated_at, id)
            WHERE removed_at IS NULL)"_s,
        uR"(CREATE TABLE message (
            number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
            conversation_id TEXT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
            role TEXT NOT NULL, state TEXT NOT NULL, text TEXT NOT NULL, request_id TEXT,
            partials TEXT NOT NULL, details TEXT NOT NULL, created_at INTEGER NOT NULL))"_s,
        u"CREATE INDEX message_conversation ON message (conversation_id, number)"_s,
        uR"(CREATE VIRTUAL TABLE message_search USING fts5 (text, content = 'message',
            content_rowid = 'number', tokenize = "unicode61 remove_diacritics 2"))"_s,
        uR"(CREATE TRIGGER message_added AFTER INSERT ON message BEGIN
            INSERT INTO message_search (rowid, text) VALUES (NEW.number, NEW.text); END)"_s,
        uR"(CREATE TRIGGER message_removed AFTER DELETE ON message BEGIN
            INSERT INTO message_search (message_search, rowid, text)
            VALUES ('delete', OLD.number, OLD.text); END)"_s,
        uR"(CREATE TRIGGER message_changed AFTER UPDATE OF text ON message BEGIN
            INSERT INTO message_search (message_search, rowid, text)
            VALUES ('delete', OLD.number, OLD.text);
            INSERT INTO message_search (rowid, text) VALUES (NEW.number, NEW.text); END)"_s,
        u"UPDATE format SET oldest_reader = 2"_s,
    };
}

QStringList jobStep()
{
    // session: of the process that attends to it; others may when that one is gone.
    return {
        uR"(CREATE TABLE job (
            id TEXT PRIMARY KEY, request_id TEXT NOT NULL, type TEXT NOT NULL, app TEXT NOT NULL,
            stage TEXT NOT NULL, waits_at_service INTEGER NOT NULL, percent INTEGER,
            outcome TEXT NOT NULL, prompt TEXT NOT NULL, request TEXT NOT NULL,
            options TEXT NOT NULL, output TEXT NOT NULL, integration_id TEXT NOT NULL,
            integration_name TEXT NOT NULL, service TEXT NOT NULL, model TEXT NOT NULL,
            record_id TEXT NOT NULL, ticket TEXT NOT NULL, status_url TEXT NOT NULL,
            links TEXT NOT NULL, files TEXT NOT NULL, expected_nano INTEGER,
            cost_state TEXT NOT NULL, platform_cost_nano INTEGER NOT NULL,
            platform_fee_nano INTEGER NOT NULL, created_at INTEGER NOT NULL, sent_at INTEGER,
            ended_at INTEGER, error TEXT NOT NULL, words TEXT NOT NULL,
            cancel_wanted INTEGER NOT NULL, session TEXT NOT NULL, place INTEGER NOT NULL,
            removed_at INTEGER) WITHOUT ROWID)"_s,
        u"CREATE INDEX job_running ON job (place) WHERE stage <> 'ended'"_s,
        u"CREATE INDEX job_record ON job (record_id)"_s,
    };
}

/// What services say about themselves: bills and balances, lists of models, what an attempt cost in
/// the end.
QStringList accountStep()
{
    return {
        uR"(CREATE TABLE balance (
            integration_id TEXT NOT NULL REFERENCES integration (id), at INTEGER NOT NULL,
            left_nano INTEGER NOT NULL, PRIMARY KEY (integration_id, at)) WITHOUT ROWID)"_s,
        // Days are those of UTC. A day without a charge has a line of nothing.
        uR"(CREATE TABLE bill (
            integration_id TEXT NOT NULL REFERENCES integration (id), day TEXT NOT NULL,
            last_day TEXT NOT NULL, line TEXT NOT NULL, amount_nano INTEGER NOT NULL,
            fetched_at INTEGER NOT NULL,
            PRIMARY KEY (integration_id, day, last_day, line)) WITHOUT ROWID)"_s,
        // The key itself is in a keychain; it is used for this origin alone.
        uR"(CREATE TABLE admin_key (
            integration_id TEXT PRIMARY KEY REFERENCES integration (id), key_source TEXT NOT NULL,
            key_tail TEXT NOT NULL, origin TEXT NOT NULL, added_at INTEGER NOT NULL)
            WITHOUT ROWID)"_s,
        uR"(CREATE TABLE service_model (
            integration_id TEXT NOT NULL REFERENCES integration (id), model TEXT NOT NULL,
            name TEXT NOT NULL, types TEXT NOT NULL, first_seen INTEGER NOT NULL,
            last_seen INTEGER NOT NULL, gone_at INTEGER, prices TEXT NOT NULL,
            PRIMARY KEY (integration_id, model)) WITHOUT ROWID)"_s,
        // Records never change: what a service says later about one stands beside it.
        uR"(CREATE TABLE correction (
            record_id TEXT PRIMARY KEY REFERENCES attempt (record_id),
            platform_cost_nano INTEGER NOT NULL, source TEXT NOT NULL, at INTEGER NOT NULL)
            WITHOUT ROWID)"_s,
        uR"(CREATE TRIGGER correction_is_kept BEFORE DELETE ON correction
            BEGIN SELECT RAISE(ABORT, 'corrections are never deleted'); END)"_s,
        uR"(CREATE TRIGGER correction_is_final BEFORE UPDATE ON correction
            BEGIN SELECT RAISE(ABORT, 'corrections never change'); END)"_s,
    };
}

QStringList connectionStep()
{
    // Empty: directly. An older Keyway only reads such a file, so nothing of it goes past a proxy.
    return {u"ALTER TABLE integration ADD COLUMN connection TEXT NOT NULL DEFAULT ''"_s};
}

/// What the server bills, as this computer was told it, to be held against the records.
QStringList billingStep()
{
    return {
        // Empty: from before; worked out from the integration's address then.
        u"ALTER TABLE attempt ADD COLUMN origin TEXT NOT NULL DEFAULT ''"_s,
        // One row an account. The key is the first that its server showed.
        uR"(CREATE TABLE billing (
            account_id TEXT PRIMARY KEY, public_key BLOB, plans TEXT NOT NULL DEFAULT '',
            usage_after INTEGER NOT NULL DEFAULT 0, pulled_at INTEGER) WITHOUT ROWID)"_s,
        // place: in the account's chain, from 1.
        uR"(CREATE TABLE invoice (
            account_id TEXT NOT NULL, number TEXT NOT NULL, place INTEGER NOT NULL,
            message TEXT NOT NULL, PRIMARY KEY (account_id, number)) WITHOUT ROWID)"_s,
        uR"(CREATE TABLE invoice_entry (
            account_id TEXT NOT NULL, number TEXT NOT NULL, record_id TEXT NOT NULL,
            line INTEGER NOT NULL, fee_nano INTEGER NOT NULL, digest BLOB NOT NULL,
            PRIMARY KEY (account_id, number, record_id)) WITHOUT ROWID)"_s,
        // Records of the account's other computers that are on an invoice, as the server has them.
        uR"(CREATE TABLE other_record (
            account_id TEXT NOT NULL, record_id TEXT NOT NULL, message TEXT NOT NULL,
            PRIMARY KEY (account_id, record_id)) WITHOUT ROWID)"_s,
    };
}

/// What routing learns from attempts: a row for each model that an integration was asked with.
QStringList healthStep()
{
    // measured_at: NULL where nothing was measured. The times are NULL where they do not hold.
    return {uR"(CREATE TABLE model_health (
        integration_id TEXT NOT NULL REFERENCES integration (id), model TEXT NOT NULL,
        failures_in_a_row INTEGER NOT NULL, times_opened INTEGER NOT NULL, failing_since INTEGER,
        last_failure TEXT NOT NULL, open_until INTEGER, probe_until INTEGER, rest_until INTEGER,
        recent INTEGER NOT NULL, recent_trouble INTEGER NOT NULL, first_token_ms INTEGER NOT NULL,
        milli_tokens_per_second INTEGER NOT NULL, measured_at INTEGER, answers INTEGER NOT NULL,
        output_tokens INTEGER NOT NULL, PRIMARY KEY (integration_id, model)) WITHOUT ROWID)"_s};
}

/// Limits in money beside those of the integrations' rows, and the end of all spending.
QStringList limitStep()
{
    // Older programs would spend without them: they only read such a file.
    return {
        uR"(CREATE TABLE spending_limit (
            id TEXT PRIMARY KEY, scope TEXT NOT NULL, name TEXT NOT NULL, period TEXT NOT NULL,
            most_nano INTEGER NOT NULL, reached TEXT NOT NULL, warn_at_percent INTEGER NOT NULL,
            added_at INTEGER NOT NULL, UNIQUE (scope, name, period)) WITHOUT ROWID)"_s,
        // A row while spending is stopped.
        uR"(CREATE TABLE spending_stop (
            one INTEGER PRIMARY KEY CHECK (one = 1), since INTEGER NOT NULL))"_s,
    };
}

/// Limits in requests, and what is kept of them: monotonic times in microseconds.
QStringList rateStep()
{
    return {
        uR"(CREATE TABLE rate_limit (
            scope TEXT NOT NULL, name TEXT NOT NULL, requests INTEGER NOT NULL,
            per_ms INTEGER NOT NULL, burst INTEGER NOT NULL, at_once INTEGER NOT NULL,
            PRIMARY KEY (scope, name)) WITHOUT ROWID)"_s,
        uR"(CREATE TABLE rate_state (
            key TEXT PRIMARY KEY, due_us INTEGER NOT NULL, kept_at_us INTEGER NOT NULL)
            WITHOUT ROWID)"_s,
    };
}

/// What is unusual: spending by hours, to be held against itself, and what the user was told.
QStringList alertStep()
{
    return {
        // hour: since 1970, in UTC. Filled from as many days as are ever looked at.
        uR"(CREATE TABLE hourly (
            hour INTEGER PRIMARY KEY, platform_cost_nano INTEGER NOT NULL))"_s,
        uR"(INSERT INTO hourly SELECT started_at / 3600000, SUM(platform_cost_nano) FROM attempt
            WHERE billing_day >= (SELECT date(MAX(billing_day), '-91 days') FROM attempt)
            AND outcome <> 'started' AND platform_cost_nano <> 0 GROUP BY 1)"_s,
        // hour: in which it was raised, `2026-11-18T13`: at most one of a kind. Of a repeated
        // prompt its own id, for there may be many.
        uR"(CREATE TABLE alert (
            id TEXT PRIMARY KEY, kind TEXT NOT NULL, hour TEXT NOT NULL, since INTEGER NOT NULL,
            raised_at INTEGER NOT NULL, spent_nano INTEGER NOT NULL, usual_nano INTEGER NOT NULL,
            times INTEGER NOT NULL, app TEXT NOT NULL, seen_at INTEGER, acknowledged_at INTEGER,
            UNIQUE (kind, hour)) WITHOUT ROWID)"_s,
        u"CREATE INDEX alert_recent ON alert (raised_at, id)"_s,
    };
}

/// Months whose rows were taken out for their room; what they came to stays.
QStringList thinningStep()
{
    return {
        uR"(CREATE TABLE thinned_month (
            month TEXT PRIMARY KEY, thinned_at INTEGER NOT NULL, records INTEGER NOT NULL,
            platform_cost_nano INTEGER NOT NULL, platform_fee_nano INTEGER NOT NULL)
            WITHOUT ROWID)"_s,
        // By days of UTC, which bills are compared with; `daily` has those of the billing zone.
        uR"(CREATE TABLE thinned_day (
            integration_id TEXT NOT NULL, month TEXT NOT NULL, day INTEGER NOT NULL,
            cost_nano INTEGER NOT NULL, attempts INTEGER NOT NULL, unknown INTEGER NOT NULL,
            unknown_at_most_nano INTEGER NOT NULL, estimated INTEGER NOT NULL,
            estimated_cost_nano INTEGER NOT NULL, estimated_at_most_nano INTEGER NOT NULL,
            across_midnight_nano INTEGER NOT NULL,
            PRIMARY KEY (integration_id, month, day)) WITHOUT ROWID)"_s,
        u"DROP TRIGGER attempt_is_kept"_s,
        uR"(CREATE TRIGGER attempt_is_kept BEFORE DELETE ON attempt
            WHEN NOT EXISTS (SELECT 1 FROM thinned_month
                             WHERE month = substr(OLD.billing_day, 1, 7))
            BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END)"_s,
        u"DROP TRIGGER correction_is_kept"_s,
        uR"(CREATE TRIGGER correction_is_kept BEFORE DELETE ON correction
            WHEN NOT EXISTS (SELECT 1 FROM attempt a JOIN thinned_month m
                             ON m.month = substr(a.billing_day, 1, 7)
                             WHERE a.record_id = OLD.record_id)
            BEGIN SELECT RAISE(ABORT, 'corrections are never deleted'); END)"_s,
    };
}

/// The few entries that close a day, and those of some days, are found without reading the others.
QStringList sealStep()
{
    return {u"CREATE INDEX IF NOT EXISTS audit_seals ON audit (sequence) "
            "WHERE name = 'audit.sealed'"_s,
            u"CREATE INDEX IF NOT EXISTS audit_at ON audit (at)"_s};
}

/// Which of two answers the user kept: names of models and ids of requests.
QStringList voteStep()
{
    return {
        uR"(CREATE TABLE vote (
            id TEXT PRIMARY KEY, type TEXT NOT NULL, winner TEXT NOT NULL, loser TEXT NOT NULL,
            winner_request TEXT NOT NULL, loser_request TEXT NOT NULL, at INTEGER NOT NULL)
            WITHOUT ROWID)"_s,
        u"CREATE INDEX vote_recent ON vote (at)"_s,
    };
}

} // namespace

const QList<QStringList> &migrations()
{
    static const QList<QStringList> steps{
        ledgerStep(),   conversationStep(), jobStep(),   accountStep(), connectionStep(),
        billingStep(),  healthStep(),       limitStep(), rateStep(),    alertStep(),
        thinningStep(), sealStep(),         voteStep()};
    return steps;
}

} // namespace keyway
