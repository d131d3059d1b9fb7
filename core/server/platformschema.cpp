#include "core/server/platformschema.h"

namespace keyway::server {

using namespace Qt::StringLiterals;

namespace {

QStringList keyTables()
{
    return {
        // Tells a wrong master key before it is used.
        uR"(CREATE TABLE sealed_check (check_id {int} PRIMARY KEY, sealed {blob} NOT NULL))"_s,
        // sealed is NULL once the key is retired.
        uR"(CREATE TABLE system_key (
            key_id {id} PRIMARY KEY, service TEXT NOT NULL, label TEXT NOT NULL,
            base_url TEXT NOT NULL, sealed {blob}, fingerprint {blob} NOT NULL,
            enabled {int} NOT NULL, added_at {int} NOT NULL, rotated_at {int}, retired_at {int},
            last_used_at {int}, uses {int} NOT NULL, spent_nano {int} NOT NULL))"_s,
        u"CREATE UNIQUE INDEX system_key_once ON system_key (service, fingerprint)"_s,
        // sealed is NULL once its owner has it, or nobody came for it; the row tells a second
        // migration that this key has been moved.
        uR"(CREATE TABLE key_claim (
            account_id {id} NOT NULL, claim_id {id} NOT NULL, service TEXT NOT NULL,
            sealed {blob}, fingerprint {blob} NOT NULL, enabled {int} NOT NULL,
            added_at {int}, last_used_at {int}, spent_nano {int} NOT NULL,
            moved_at {int} NOT NULL, expires_at {int} NOT NULL, device_id {id},
            ended TEXT NOT NULL, PRIMARY KEY (account_id, claim_id)) {rows})"_s,
        uR"(CREATE UNIQUE INDEX key_claim_once
            ON key_claim (account_id, service, fingerprint))"_s,
        u"CREATE INDEX key_claim_waiting ON key_claim (expires_at) WHERE ended = ''"_s,
    };
}

QStringList relayTables()
{
    return {
        uR"(CREATE TABLE relay_month (
            account_id {id} NOT NULL, month TEXT NOT NULL, requests {int} NOT NULL,
            spent_nano {int} NOT NULL, reserved_nano {int} NOT NULL,
            PRIMARY KEY (account_id, month)) {rows})"_s,
        // What runs. record: what it is kept as when nobody hears how it ended.
        uR"(CREATE TABLE relay_attempt (
            account_id {id} NOT NULL, record_id {id} NOT NULL, month TEXT NOT NULL,
            key_id {id} NOT NULL, reserved_nano {int} NOT NULL, started_at {int} NOT NULL,
            record TEXT NOT NULL, PRIMARY KEY (account_id, record_id)) {rows})"_s,
        u"CREATE INDEX relay_attempt_started ON relay_attempt (started_at)"_s,
    };
}

QStringList adminTables()
{
    return {
        // totp_step: the last code that was used.
        uR"(CREATE TABLE admin (
            admin_id {id} PRIMARY KEY, email TEXT NOT NULL, email_key TEXT NOT NULL UNIQUE,
            password TEXT NOT NULL, role TEXT NOT NULL, totp_sealed {blob} NOT NULL,
            totp_step {int} NOT NULL, created_at {int} NOT NULL, disabled_at {int}))"_s,
        uR"(CREATE TABLE admin_session (
            admin_id {id} NOT NULL, token_hash {blob} NOT NULL, created_at {int} NOT NULL,
            seen_at {int} NOT NULL, PRIMARY KEY (admin_id, token_hash)) {rows})"_s,
        uR"(CREATE TABLE admin_audit (
            sequence {int} PRIMARY KEY, happened_at {int} NOT NULL, admin_id {id},
            actor TEXT NOT NULL, address TEXT NOT NULL, action TEXT NOT NULL,
            detail TEXT NOT NULL, hash {blob} NOT NULL))"_s,
        // Whoever adds holds this row until the entry is on the disk: one chain, without gaps.
        uR"(CREATE TABLE admin_audit_head (
            head_id {int} PRIMARY KEY, sequence {int} NOT NULL, hash {blob} NOT NULL))"_s,
    };
}

QStringList statisticsTables()
{
    return {
        // shard: accounts are spread over a few rows, so that batches do not wait for each other.
        uR"(CREATE TABLE platform_day (
            day TEXT NOT NULL, shard {int} NOT NULL, plan TEXT NOT NULL, service TEXT NOT NULL,
            type TEXT NOT NULL, requests {int} NOT NULL, attempts {int} NOT NULL,
            answered {int} NOT NULL, unknown_costs {int} NOT NULL,
            platform_cost_nano {int} NOT NULL, fee_nano {int} NOT NULL,
            PRIMARY KEY (day, shard, plan, service, type)) {rows})"_s,
        uR"(CREATE TABLE account_month (
            account_id {id} NOT NULL, month TEXT NOT NULL,
            PRIMARY KEY (account_id, month)) {rows})"_s,
        uR"(CREATE TABLE platform_month (
            month TEXT NOT NULL, shard {int} NOT NULL, accounts {int} NOT NULL,
            PRIMARY KEY (month, shard)) {rows})"_s,
        uR"(CREATE TABLE service_report (
            hour {int} NOT NULL, service TEXT NOT NULL, outcome TEXT NOT NULL,
            latency TEXT NOT NULL, reports {int} NOT NULL,
            PRIMARY KEY (hour, service, outcome, latency)) {rows})"_s,
    };
}

} // namespace

SchemaStep platformStep()
{
    SchemaStep step;
    const QStringList tables = keyTables() + relayTables() + adminTables() + statisticsTables();
    step.sqlite = tables;
    step.postgres = tables;
    for (const QString &change : {u"UPDATE"_s, u"DELETE"_s})
        step.sqlite.append(uR"(CREATE TRIGGER admin_audit_no_%1 BEFORE %1 ON admin_audit
            BEGIN SELECT RAISE(ABORT, 'what was done stays written'); END)"_s.arg(change));
    // INSERT OR REPLACE deletes without asking the triggers above.
    step.sqlite.append(uR"(CREATE TRIGGER admin_audit_is_new BEFORE INSERT ON admin_audit
        WHEN EXISTS (SELECT 1 FROM admin_audit WHERE sequence = NEW.sequence)
        BEGIN SELECT RAISE(ABORT, 'what was done stays written'); END)"_s);
    step.postgres += {
        uR"(CREATE FUNCTION admin_audit_never_changes() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'what was done stays written'; END $$)"_s,
        uR"(CREATE TRIGGER admin_audit_is_final BEFORE UPDATE OR DELETE ON admin_audit
            FOR EACH ROW EXECUTE FUNCTION admin_audit_never_changes())"_s,
        uR"(CREATE TRIGGER admin_audit_is_kept BEFORE TRUNCATE ON admin_audit
            FOR EACH STATEMENT EXECUTE FUNCTION admin_audit_never_changes())"_s,
    };
    return step;
}

} // namespace keyway::server
