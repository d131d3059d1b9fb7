#include "core/server/closer.h"
#include "core/storage/feeplans.h"
#include "core/sync/accountplan.h"
#include "core/sync/invoices.h"
#include "tests/sync/syncfixture.h"

#include <QtCore/QRandomGenerator>

using namespace keyway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString ada = u"ada@example.org"_s;

QString described(const InvoiceCheck &check)
{
    if (check.isRight())
        return u"right"_s;
    return nameOf(check.difference->where) + u'/' + check.difference->field;
}

} // namespace

/// Invoices on a computer, computed again from its own ledger.
class TestInvoices : public QObject {
    Q_OBJECT

    std::unique_ptr<TemporaryDataDir> m_serverDir;
    std::unique_ptr<ServerFixture> m_server;
    std::unique_ptr<Computer> m_computer;
    Id m_account;

    server::DatabaseAddress store() const
    {
        return server::DatabaseAddress::sqlite(m_serverDir->path());
    }
    Invoices books() { return Invoices(*m_computer->records.database, m_server->catalogue()); }
    LinkedAccount account() { return **m_computer->link.account(); }
    Secret token() { return *await(m_computer->link.token(account())); }

    Result<InvoicePull> pull(Computer &computer)
    {
        const LinkedAccount linked = **computer.link.account();
        auto word = await(computer.link.token(linked));
        Invoices invoices(*computer.records.database, m_server->catalogue());
        return await(invoices.pull(linked, computer.client, std::move(*word), {}), 60s);
    }

    /// An attempt that cost so much, at the fee of the plan that holds, on its way to the server.
    void ask(Computer &computer, Money cost)
    {
        FeePlans plans(*computer.records.database);
        const QDate day = m_server->clock.now().date();
        VERIFY_RESULT(computer.askFor(cost, plans.on(day).value()));
    }
    void month(const QDate &first)
    {
        m_server->clock.jumpTo(QDateTime(first, QTime(12, 0), Qt::UTC));
    }

    void damage(const QString &sql)
    {
        // As somebody would who opens the file with another program.
        Database &database = *m_computer->records.database;
        for (const QString &trigger : {u"attempt_is_final"_s, u"attempt_is_kept"_s})
            VERIFY_RESULT(database.execute(u"DROP TRIGGER IF EXISTS "_s + trigger));
        const auto changed = database.run(sql);
        VERIFY_RESULT(changed);
        QVERIFY2(*changed > 0, qPrintable(sql));
    }

private Q_SLOTS:
    void init()
    {
        m_serverDir = std::make_unique<TemporaryDataDir>();
        m_server = std::make_unique<ServerFixture>(store());
        m_account = m_server->user(ada).account;
        m_computer = std::make_unique<Computer>(*m_server, m_server->port);
        VERIFY_RESULT(m_computer->signIn(ada));
    }
    void cleanup()
    {
        m_computer.reset();
        m_server.reset();
        m_serverDir.reset();
    }

    /// Two months: the first too small to be asked for, a late record, a waived one.
    void twoMonths()
    {
        ask(*m_computer, Money::fromCents(400));
        ask(*m_computer, Money());
        VERIFY_RESULT(m_computer->drain());
        ask(*m_computer, Money::fromCents(100)); // sent when November is closed
        QCOMPARE(m_server->close(store(), m_account, QDate(2026, 12, 4)).size(), 1);
        month(QDate(2026, 12, 5));
        VERIFY_RESULT(m_computer->drain());
        ask(*m_computer, Money::fromCents(2000));
        VERIFY_RESULT(m_computer->drain());
        QCOMPARE(m_server->close(store(), m_account, QDate(2027, 1, 4)).size(), 1);
        month(QDate(2027, 1, 5));
        const auto pulled = pull(*m_computer);
        VERIFY_RESULT(pulled);
        QCOMPARE(pulled->fresh, 2);
        QVERIFY(pulled->changed.isEmpty());
    }

    void verifies()
    {
        twoMonths();
        Invoices invoices = books();
        const auto all = invoices.list(m_account);
        VERIFY_RESULT(all);
        QCOMPARE(all->size(), 2);
        QCOMPARE(all->first().status, InvoiceStatus::CarriedOver);
        QCOMPARE(all->last().status, InvoiceStatus::Due);
        QCOMPARE(all->last().document.invoice.totalCents, 125); // 20 + 100 + 5 cents
        for (const InvoiceMessage &message : *all) {
            const auto check = invoices.check(m_account, message.document.invoice.number);
            VERIFY_RESULT(check);
            QCOMPARE(described(*check), u"right"_s);
            QCOMPARE(check->own, 2);
            QCOMPARE(check->elsewhere, 0);
        }
        QCOMPARE(pull(*m_computer)->fresh, 0);
        QCOMPARE(invoices.check(m_account, u"KW-2027-0009"_s).error().reason(),
                 u"no-such-invoice"_s);
        QCOMPARE(*invoices.key(m_account).value(), m_server->signingKey->publicKey());
        QCOMPARE(AccountPlan(*m_computer->records.database)
                     .history(m_account)
                     .value()
                     ->on(QDate(2026, 12, 1)),
                 FeePolicy());
        // The open month, as the server sees it.
        const auto open = await(m_computer->client.openMonth(token(), {}));
        VERIFY_RESULT(open);
        QCOMPARE(open->month, QDate(2027, 1, 1));
        QVERIFY(open->lines.isEmpty());
    }

    void saysWhatWasChanged_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("difference");
        const QString december = u" WHERE number = 'KW-2027-0001'"_s;
        const auto replaced = [&](const char *from, const char *to) {
            return u"UPDATE invoice SET message = replace(message, '%1', '%2')"_s.arg(
                       QLatin1String(from), QLatin1String(to))
                + december;
        };
        const QString cheap = u" WHERE platform_cost_nano = 20000000000"_s;
        QTest::newRow("cost in the ledger")
            << u"UPDATE attempt SET platform_cost_nano = platform_cost_nano + 1"_s + cheap
            << u"record/changed"_s;
        QTest::newRow("model in the ledger")
            << u"UPDATE attempt SET model = 'model-b'"_s + cheap << u"record/changed"_s;
        QTest::newRow("row gone") << u"DELETE FROM attempt"_s + cheap << u"record/missing"_s;
        QTest::newRow("fee of a record") << u"UPDATE invoice_entry SET fee_nano = fee_nano + 1"_s
                + december << u"record/fee_nano"_s;
        QTest::newRow("record taken off")
            << u"DELETE FROM invoice_entry WHERE number = 'KW-2027-0001' AND fee_nano > 500000000"_s
            << u"record/line"_s;
        QTest::newRow("fee of a line")
            << replaced("\"fee_nano\":1000000000", "\"fee_nano\":1000000001") << u"line/fee_nano"_s;
        QTest::newRow("total") << replaced("\"total_cents\":125", "\"total_cents\":126")
                               << u"total/total_cents"_s;
        QTest::newRow("day") << replaced("\"issued_on\":\"2027-01-04\"",
                                         "\"issued_on\":\"2027-01-05\"")
                             << u"signature/hash"_s;
        QTest::newRow("signature")
            << u"UPDATE invoice SET message = replace(message, "
               "'\"signature\":\"', '\"signature\":\"0')"_s
                + december
            << u"document/$.signature: expected 128 hexadecimal digits in lower case"_s;
        QTest::newRow("plan") << replaced("\"basis_points\":500", "\"basis_points\":600")
                              << u"document/plans.2026-11"_s;
        QTest::newRow("invoice before")
            << u"UPDATE invoice SET message = replace(message, '\"issued_on\":\"2026-12-04\"', "
               "'\"issued_on\":\"2026-12-05\"') WHERE number = 'KW-2026-0001'"_s
            << u"chain/previous"_s;
        QTest::newRow("another key")
            << u"UPDATE billing SET public_key = x'00'"_s << u"signature/signature"_s;
    }
    void saysWhatWasChanged()
    {
        QFETCH(QString, sql);
        QFETCH(QString, difference);
        twoMonths();
        const QString number = u"KW-2027-0001"_s;
        QCOMPARE(described(books().check(m_account, number).value()), u"right"_s);
        damage(sql);
        const auto check = books().check(m_account, number);
        VERIFY_RESULT(check);
        QCOMPARE(described(*check), difference);
        if (difference == "record/changed"_L1) {
            QVERIFY(check->record);
            QCOMPARE(check->record->recordId, check->difference->recordId);
        }
    }

    void theServerCannotRewriteHistory()
    {
        twoMonths();
        // The invoice here is not the server's any more: whoever changed it, nothing is
        // overwritten.
        damage(u"UPDATE invoice SET message = replace(message, 'total_cents\":125', "
               "'total_cents\":1')"_s);
        const auto pulled = pull(*m_computer);
        VERIFY_RESULT(pulled);
        QCOMPARE(pulled->changed, QStringList{u"KW-2027-0001"_s});
        QCOMPARE(books().list(m_account)->last().document.invoice.totalCents, 1);
        VERIFY_RESULT(m_computer->records.database->run(
            u"INSERT INTO invoice SELECT account_id, 'KW-2025-0001', 9, message FROM invoice LIMIT 1"_s));
        QVERIFY(pull(*m_computer)->changed.contains(u"KW-2025-0001"_s));
        QCOMPARE(books().list(m_account).error().reason(), u"bad-invoice"_s);

        // Another key is said, and nothing is taken.
        VERIFY_RESULT(m_computer->records.database->run(u"UPDATE billing SET public_key = ?"_s,
                                                        {SigningKey::create().publicKey()}));
        const auto strange = pull(*m_computer);
        QVERIFY(!strange.ok());
        QCOMPARE(strange.error().kind(), Error::Kind::Untrusted);
        QCOMPARE(strange.error().reason(), u"signing-key-changed"_s);
        VERIFY_RESULT(books().forgetKey(m_account));
        VERIFY_RESULT(pull(*m_computer));
    }

    void takesTheServersWordForOtherComputers()
    {
        Computer other(*m_server, m_server->port);
        VERIFY_RESULT(other.signIn(ada));
        ask(*m_computer, Money::fromCents(1000));
        ask(other, Money::fromCents(1000));
        VERIFY_RESULT(m_computer->drain());
        VERIFY_RESULT(other.drain());
        const QString number
            = m_server->close(store(), m_account, QDate(2026, 12, 4)).constFirst().invoice.number;
        for (Computer *computer : {m_computer.get(), &other}) {
            VERIFY_RESULT(pull(*computer));
            Invoices invoices(*computer->records.database, m_server->catalogue());
            const auto check = invoices.check(m_account, number);
            VERIFY_RESULT(check);
            QCOMPARE(described(*check), u"right"_s);
            QCOMPARE(check->own, 1);
            QCOMPARE(check->elsewhere, 1);
        }
        QVERIFY(m_computer->records.database->execute(u"DELETE FROM other_record"_s).ok());
        QCOMPARE(described(books().check(m_account, number).value()), u"record/missing"_s);
    }

    void thePlanOfTheAccountHoldsHere()
    {
        FeePlans plans(*m_computer->records.database);
        FeePolicy own;
        own.basisPoints = 700;
        VERIFY_RESULT(plans.chooseOwn(own));
        QCOMPARE(plans.on(QDate(2026, 11, 22)).value(), own);
        Invoices invoices = books();
        AccountPlan plan(*m_computer->records.database);
        const auto chosen = await(
            plan.choose(account(), {FeePlan::Monthly, false}, m_computer->client, token(), {}));
        VERIFY_RESULT(chosen);
        QCOMPARE(chosen->offer, PlanOffer());
        QCOMPARE(plans.on(QDate(2026, 11, 22)).value(), FeePolicy());
        QCOMPARE(plans.on(QDate(2026, 12, 1)).value().plan, FeePlan::Monthly);
        QCOMPARE(plans.chooseOwn(own).error().reason(), u"account-plan"_s);
        // By which the server charges, too.
        ask(*m_computer, Money::fromCents(400));
        month(QDate(2026, 12, 5));
        ask(*m_computer, Money::fromCents(400));
        const auto sent = m_computer->drain();
        VERIFY_RESULT(sent);
        QCOMPARE(sent->quarantined, 0);
        QCOMPARE(sent->sent, 2);
        QCOMPARE(m_server->close(store(), m_account, QDate(2027, 1, 4)).size(), 2);
        month(QDate(2027, 1, 5));
        VERIFY_RESULT(pull(*m_computer));
        const auto all = invoices.list(m_account);
        QCOMPARE(all->last().document.invoice.totalCents, 320);
        for (const InvoiceMessage &message : *all)
            QCOMPARE(described(invoices.check(m_account, message.document.invoice.number).value()),
                     u"right"_s);
        const auto no
            = await(plan.choose(account(), {FeePlan::None, true}, m_computer->client, token(), {}));
        QCOMPARE(no.error().reason(), u"plan-not-offered"_s);
        // Signed out, the own choice counts again.
        VERIFY_RESULT(await(m_computer->link.unlink()));
        QCOMPARE(plans.on(QDate(2026, 12, 1)).value(), own);
    }
};

QTEST_GUILESS_MAIN(TestInvoices)
#include "tst_invoices.moc"
