#include "core/server/billingschema.h"

namespace keyway::server {

using namespace Qt::StringLiterals;

SchemaStep billingStep()
{
    SchemaStep step;
    const QStringList tables{
        uR"(CREATE TABLE fee_plan (
            account_id {id} NOT NULL, month TEXT NOT NULL, policy TEXT NOT NULL,
            PRIMARY KEY (account_id, month)) {rows})"_s,
        // One row a series and year. Whoever counts on holds it until the invoice is on the disk.
        uR"(CREATE TABLE invoice_series (
            series TEXT PRIMARY KEY, last {int} NOT NULL) {rows})"_s,
        uR"(CREATE TABLE invoice_number (
            series TEXT NOT NULL, number {int} NOT NULL, account_id {id} NOT NULL,
            PRIMARY KEY (series, number)) {rows})"_s,
        // document: the signed bytes.
        uR"(CREATE TABLE invoice (
            account_id {id} NOT NULL, sequence {int} NOT NULL, number TEXT NOT NULL,
            kind TEXT NOT NULL, month TEXT NOT NULL, document TEXT NOT NULL,
            hash {blob} NOT NULL, signature {blob} NOT NULL, key_id TEXT NOT NULL,
            sum_nano {int} NOT NULL, total_cents {int} NOT NULL, carried {int} NOT NULL,
            corrects TEXT NOT NULL, PRIMARY KEY (account_id, sequence)) {rows})"_s,
        u"CREATE UNIQUE INDEX invoice_by_number ON invoice (account_id, number)"_s,
        uR"(CREATE UNIQUE INDEX invoice_month ON invoice (account_id, month)
            WHERE kind = 'invoice')"_s,
        // A record is on one invoice.
        uR"(CREATE TABLE invoice_entry (
            account_id {id} NOT NULL, record_id {id} NOT NULL, request_id {id} NOT NULL,
            sequence {int} NOT NULL, line {int} NOT NULL, fee_nano {int} NOT NULL,
            digest {blob} NOT NULL, PRIMARY KEY (account_id, record_id)) {rows})"_s,
        u"CREATE INDEX invoice_entry_request ON invoice_entry (account_id, request_id)"_s,
        u"CREATE INDEX invoice_entry_invoice ON invoice_entry (account_id, sequence)"_s,
        uR"(CREATE TABLE payment (
            account_id {id} NOT NULL, provider TEXT NOT NULL, reference TEXT NOT NULL,
            number TEXT NOT NULL, cents {int} NOT NULL, received_at {int} NOT NULL,
            PRIMARY KEY (account_id, provider, reference)) {rows})"_s,
    };
    step.sqlite = tables;
    step.postgres = tables;
    step.postgres.append(
        uR"(CREATE FUNCTION billing_never_changes() RETURNS trigger LANGUAGE plpgsql
        AS $$ BEGIN RAISE EXCEPTION 'what was billed never changes'; END $$)"_s);
    for (const QString &table :
         {u"invoice"_s, u"invoice_number"_s, u"invoice_entry"_s, u"payment"_s}) {
        for (const QString &change : {u"UPDATE"_s, u"DELETE"_s})
            step.sqlite.append(uR"(CREATE TRIGGER %1_no_%2 BEFORE %2 ON %1
                BEGIN SELECT RAISE(ABORT, 'what was billed never changes'); END)"_s.arg(table,
                                                                                        change));
        step.postgres.append(uR"(CREATE TRIGGER %1_is_final BEFORE UPDATE OR DELETE ON %1
                FOR EACH ROW EXECUTE FUNCTION billing_never_changes())"_s.arg(table));
        step.postgres.append(uR"(CREATE TRIGGER %1_is_kept BEFORE TRUNCATE ON %1
                FOR EACH STATEMENT EXECUTE FUNCTION billing_never_changes())"_s.arg(table));
    }
    // INSERT OR REPLACE deletes without asking the triggers above.
    const auto refuseReplacing = [&step](const QString &table, const QString &same) {
        step.sqlite.append(uR"(CREATE TRIGGER %1_is_new BEFORE INSERT ON %1
            WHEN EXISTS (SELECT 1 FROM %1 WHERE %2)
            BEGIN SELECT RAISE(ABORT, 'what was billed never changes'); END)"_s.arg(table, same));
    };
    refuseReplacing(u"invoice"_s, uR"(account_id = NEW.account_id AND (sequence = NEW.sequence
        OR number = NEW.number OR (kind = 'invoice' AND NEW.kind = 'invoice'
        AND month = NEW.month)))"_s);
    refuseReplacing(u"invoice_number"_s, u"series = NEW.series AND number = NEW.number"_s);
    refuseReplacing(u"invoice_entry"_s,
                    u"account_id = NEW.account_id AND record_id = NEW.record_id"_s);
    refuseReplacing(u"payment"_s, uR"(account_id = NEW.account_id AND provider = NEW.provider
        AND reference = NEW.reference)"_s);
    // Numbers go up by one and never back.
    step.sqlite.append(uR"(CREATE TRIGGER invoice_series_counts BEFORE UPDATE ON invoice_series
        WHEN NEW.last <> OLD.last + 1 OR NEW.series <> OLD.series
        BEGIN SELECT RAISE(ABORT, 'what was billed never changes'); END)"_s);
    step.sqlite.append(uR"(CREATE TRIGGER invoice_series_is_kept BEFORE DELETE ON invoice_series
        BEGIN SELECT RAISE(ABORT, 'what was billed never changes'); END)"_s);
    step.postgres.append(uR"(CREATE TRIGGER invoice_series_counts BEFORE UPDATE ON invoice_series
        FOR EACH ROW WHEN (NEW.last <> OLD.last + 1 OR NEW.series <> OLD.series)
        EXECUTE FUNCTION billing_never_changes())"_s);
    step.postgres.append(uR"(CREATE TRIGGER invoice_series_is_kept BEFORE DELETE ON invoice_series
        FOR EACH ROW EXECUTE FUNCTION billing_never_changes())"_s);
    return step;
}

SchemaStep closingStep()
{
    return {{
                // How far an account is closed: the first open month, and the number of the first
                // record that may not be on an invoice, so that nobody looks at all of them again.
                uR"(CREATE TABLE billing_mark (
            account_id {id} PRIMARY KEY, next_month TEXT NOT NULL, open_from {int} NOT NULL)
            {rows})"_s,
                // Whoever works on this database signs with this key.
                uR"(CREATE TABLE billing_key (
            one {int} PRIMARY KEY CHECK (one = 1), public_key {blob} NOT NULL) {rows})"_s,
            },
            {},
            {}};
}

} // namespace keyway::server
