#include "core/fees/recomputation.h"
#include "core/server/billing.h"
#include "core/server/closer.h"
#include "core/server/plans.h"
#include "core/server/schema.h"
#include "core/server/usagestore.h"
#include "tests/server/serverfixture.h"

#include <QtCore/QRandomGenerator>

#include <array>
#include <atomic>
#include <thread>

using namespace keyway;
using namespace Qt::StringLiterals;
using server::Billing;
using server::SqlConnection;

namespace {

QDateTime noonOf(const QDate &day)
{
    return QDateTime(day, QTime(12, 0), Qt::UTC);
}

/// An answered request that cost $10.00, so that 5 % are 50 cents.
UsageMessage usageOn(const QDate &day)
{
    UsageMessage message;
    message.startedAt = noonOf(day);
    message.recordId = Id::create(message.startedAt);
    message.requestId = Id::create(message.startedAt);
    message.deviceId = Id::create(message.startedAt);
    message.billingDay = day;
    message.service = u"openai"_s;
    message.model = u"gpt-4.1"_s;
    message.outcome = Outcome::Completed;
    message.costState = CostState::Exact;
    message.usage.set(Counter::InUncached, 1000);
    message.priceVersion = u"2026-09-01"_s;
    message.platformCost = Money::fromCents(1000);
    message.platformFee = Money::fromCents(50);
    message.durationMs = 900;
    return message;
}

/// Of that month or the one before it; sometimes another attempt of an earlier request.
UsageMessage randomUsage(QRandomGenerator &random, const QDate &month,
                         const QList<UsageMessage> &before)
{
    constexpr std::array outcomes{Outcome::Completed, Outcome::Completed, Outcome::Failed,
                                  Outcome::Refused,   Outcome::Cancelled, Outcome::Unknown};
    const QDate first = random.bounded(6) == 0 ? month.addMonths(-1) : month;
    UsageMessage message = usageOn(first.addDays(random.bounded(28)));
    if (!before.isEmpty() && random.bounded(4) == 0) {
        message.requestId = before.at(random.bounded(int(before.size()))).requestId;
        message.attempt = 2 + random.bounded(3);
    }
    message.service = QStringList{u"openai"_s, u"anthropic"_s, u"ollama"_s}.at(random.bounded(3));
    message.outcome = outcomes.at(std::size_t(random.bounded(int(outcomes.size()))));
    message.origin = static_cast<OriginClass>(random.bounded(3));
    message.costState = random.bounded(8) == 0 ? CostState::Unknown : CostState::Exact;
    const bool free = message.costState == CostState::Unknown || random.bounded(8) == 0;
    message.platformCost = Money::fromNano(free ? 0 : random.bounded(2'000'000'000));
    message.priceVersion = random.bounded(5) == 0 ? u"own"_s : u"2026-09-01"_s;
    return message;
}

QString reasonOf(const Error &error)
{
    return error.reason() + u' ' + error.detail();
}

} // namespace

/// Months, invoices and payments; on both engines.
class TestBilling : public QObject {
    Q_OBJECT

    TestStores m_stores;
    std::optional<server::DatabaseAddress> m_store;
    std::unique_ptr<SqlConnection> m_sql;
    std::unique_ptr<server::Partitions> m_partitions;
    const SigningKey m_key = SigningKey::create();
    const PlanOffer m_offer;

    Id account(const QDate &signedUp)
    {
        const Id id = Id::create(noonOf(signedUp));
        const auto made = m_sql->run(u"INSERT INTO account (account_id, email, password, zone, "
                                     "created_at) VALUES (?, ?, '', 'UTC', ?)"_s,
                                     {stored(id), id.toString(), stored(noonOf(signedUp))});
        Q_ASSERT(made.ok());
        return id;
    }

    void receive(const Id &account, const QList<UsageMessage> &messages)
    {
        server::UsageStore store(*m_sql);
        QList<server::CheckedUsage> records;
        for (const UsageMessage &message : messages) {
            QVERIFY(m_partitions->prepare(*m_sql, message.recordId.time().date()).ok());
            server::UsageCheck check;
            check.standing = server::Standing::Verified;
            records.append({message, QByteArray(32, 'h'), check});
        }
        const auto kept = m_sql->write([&]() -> Result<Done> {
            const Result<qint64> last = store.lock(account);
            if (!last)
                return last.error();
            return store.add(account, records, *last, noonOf(QDate(2026, 11, 1)));
        });
        QVERIFY2(kept.ok(), qPrintable(kept ? QString() : reasonOf(kept.error())));
    }

    /// Everything that was issued is what the records come to.
    void verify(const Id &account, const QList<UsageMessage> &messages)
    {
        Billing billing(*m_sql, m_key, {});
        const auto invoices = billing.invoices(account, QDate(2027, 1, 1));
        QVERIFY(invoices.ok());
        InvoiceEvidence evidence;
        evidence.signature = [this](const QByteArray &bytes, const QByteArray &signature) {
            return verifies(bytes, signature, m_key.publicKey());
        };
        evidence.plans = server::Plans(*m_sql, m_offer).of(account).value();
        for (const UsageMessage &message : messages)
            evidence.records.append(recordOf(message));
        for (const InvoiceMessage &message : *invoices) {
            const SignedInvoice &document = message.document;
            evidence.entries = billing.entries(account, document.invoice.number).value();
            const auto difference = recompute(document, evidence);
            QVERIFY2(!difference,
                     qPrintable(difference ? nameOf(difference->where) + u' ' + difference->field
                                        + u' ' + difference->expected + u'|' + difference->found
                                           : QString()));
            evidence.previous = document;
            if (document.invoice.carried)
                evidence.carried = document;
        }
    }

private Q_SLOTS:
    void initTestCase_data() { TestStores::addRows(); }
    void init()
    {
        QFETCH_GLOBAL(QString, engine);
        m_store = m_stores.create(engine);
        if (!m_store)
            QSKIP(m_stores.why().constData());
        m_sql = SqlConnection::open(*m_store).value();
        QVERIFY(server::migrate(*m_sql).ok());
        m_partitions = std::make_unique<server::Partitions>();
    }
    void cleanup() { m_sql.reset(); }

    void monthsCloseOnceAndInOrder()
    {
        const Id ada = account(QDate(2026, 8, 20));
        Billing billing(*m_sql, m_key, {});
        UsageMessage small = usageOn(QDate(2026, 9, 2));
        small.platformCost = Money::fromCents(100);
        QList<UsageMessage> all{small, usageOn(QDate(2026, 10, 1)), usageOn(QDate(2026, 10, 31))};
        receive(ada, all);
        QCOMPARE(billing.openMonth(ada).value().month, QDate(2026, 8, 1));

        // August had nothing; September is over and still waits for three days.
        QCOMPARE(billing.closeDue(ada, QDate(2026, 10, 3)).value().size(), 0);
        const auto september = billing.closeDue(ada, QDate(2026, 10, 4));
        QVERIFY2(september.ok(), qPrintable(september ? QString() : reasonOf(september.error())));
        QCOMPARE(september->size(), 1);
        QVERIFY(september->first().invoice.carried);
        QCOMPARE(september->first().invoice.number, u"KW-2026-0001"_s);
        QCOMPARE(billing.closeDue(ada, QDate(2026, 10, 4)).value().size(), 0);
        QCOMPARE(billing.openMonth(ada).value().totalCents, 105);

        // What comes late is an adjustment; what was carried is asked for now.
        all.append(usageOn(QDate(2026, 9, 30)));
        receive(ada, {all.last()});
        const auto october = billing.closeDue(ada, QDate(2026, 11, 4));
        QCOMPARE(october->size(), 1);
        const Invoice &invoice = october->first().invoice;
        QCOMPARE(invoice.lines.size(), 3);
        QCOMPARE(invoice.lines.at(0).fee, Money::fromCents(100));
        QCOMPARE(invoice.lines.at(1).month, QDate(2026, 9, 1));
        QCOMPARE(invoice.lines.at(1).fee, Money::fromCents(50));
        QCOMPARE(invoice.lines.at(2).kind, InvoiceLine::Kind::Carried);
        QCOMPARE(invoice.lines.at(2).refersTo, u"KW-2026-0001"_s);
        QCOMPARE(invoice.totalCents, 155);
        verify(ada, all);

        UsageMessage changed = all.at(1);
        changed.platformCost += Money::fromNano(1);
        InvoiceEvidence evidence;
        evidence.entries = billing.entries(ada, invoice.number).value();
        for (const UsageMessage &message : {changed, all.at(2), all.at(3)})
            evidence.records.append(recordOf(message));
        const auto difference = recompute(october->first(), evidence);
        QVERIFY(difference && difference->recordId == changed.recordId);
        QCOMPARE(billing.entries(ada, u"KW-2026-9999"_s).error().reason(), u"no-such-invoice"_s);
        QCOMPARE(billing.invoices(account(QDate(2026, 8, 1)), QDate(2026, 12, 1))->size(), 0);
    }

    void aLateAttemptOfAChargedRequestIsADuplicate()
    {
        const Id ada = account(QDate(2026, 9, 1));
        server::BillingRules rules;
        FeePolicy perRequest;
        perRequest.plan = FeePlan::PerRequest;
        perRequest.perRequest = Money::fromCents(60);
        rules.offer = PlanOffer(perRequest);
        Billing billing(*m_sql, m_key, rules);
        const UsageMessage first = usageOn(QDate(2026, 9, 2));
        receive(ada, {first});
        QCOMPARE(billing.closeDue(ada, QDate(2026, 10, 4))->first().invoice.totalCents, 60);
        UsageMessage again = usageOn(QDate(2026, 9, 2));
        again.requestId = first.requestId;
        again.attempt = 2;
        receive(ada, {again, usageOn(QDate(2026, 10, 2))});
        const Invoice october = billing.closeDue(ada, QDate(2026, 11, 4))->first().invoice;
        QCOMPARE(october.totalCents, 60);
        QCOMPARE(october.lines.at(1).waiver, std::optional(Waiver::Duplicate));
    }

    void plansChangeFromTheNextMonth()
    {
        const Id ada = account(QDate(2026, 9, 1));
        Billing billing(*m_sql, m_key, {});
        server::Plans plans(*m_sql, m_offer);
        const auto choose = [&](FeePlan plan, const QDate &day) {
            return plans.choose(ada, {plan, false}, noonOf(day)).ok();
        };
        QVERIFY(choose(FeePlan::Monthly, QDate(2026, 9, 30)));
        QCOMPARE(plans.of(ada)->on(QDate(2026, 9, 30)).plan, FeePlan::Percent);
        QCOMPARE(plans.of(ada)->on(QDate(2026, 10, 1)).plan, FeePlan::Monthly);
        QVERIFY(choose(FeePlan::Percent, QDate(2026, 9, 30))); // back again
        QCOMPARE(plans.of(ada)->on(QDate(2026, 10, 1)).plan, FeePlan::Percent);
        QVERIFY(choose(FeePlan::Monthly, QDate(2026, 9, 30)));
        QVERIFY(choose(FeePlan::Percent, QDate(2026, 10, 1)));
        const auto issued = billing.closeDue(ada, QDate(2026, 12, 4));
        QCOMPARE(issued->size(), 1); // October; September and November had nothing
        QCOMPARE(issued->first().invoice.month, QDate(2026, 10, 1));
        QCOMPARE(issued->first().invoice.totalCents, 300);
        QCOMPARE(plans.of(Id::create(noonOf(QDate(2026, 9, 1)))).error().reason(), u"bad-token"_s);
        QCOMPARE(plans.choose(ada, {FeePlan::Monthly, true}, noonOf(QDate(2026, 12, 4)))
                     .error()
                     .reason(),
                 u"plan-not-offered"_s);
    }

    void theFirstPlanStaysWhateverIsOfferedLater()
    {
        const Id ada = account(QDate(2026, 9, 1));
        QCOMPARE(server::Plans(*m_sql, m_offer).of(ada)->on(QDate(2026, 9, 1)), FeePolicy());
        FeePolicy dearer;
        dearer.basisPoints = 1000;
        const PlanOffer later(dearer);
        server::Plans plans(*m_sql, later);
        QCOMPARE(plans.of(ada)->on(QDate(2027, 9, 1)), FeePolicy());
        QCOMPARE(plans.of(account(QDate(2026, 9, 1)))->on(QDate(2026, 9, 1)), dearer);
        // Far in the west it is still the month before.
        const Id west = account(QDate(2026, 9, 1));
        QVERIFY(
            m_sql
                ->run(u"UPDATE account SET zone = 'Pacific/Pago_Pago', created_at = ? "
                      "WHERE account_id = ?"_s,
                      {stored(QDateTime(QDate(2026, 9, 1), QTime(3, 0), Qt::UTC)), stored(west)})
                .ok());
        QVERIFY(plans
                    .choose(west, {FeePlan::Monthly, false},
                            QDateTime(QDate(2026, 9, 1), QTime(4, 0), Qt::UTC))
                    .ok());
        QCOMPARE(plans.of(west)->on(QDate(2026, 8, 31)), dearer);
        QCOMPARE(plans.of(west)->on(QDate(2026, 9, 1)).plan, FeePlan::Monthly);
    }

    void looksOnlyAtWhatMayBeOpen()
    {
        const Id ada = account(QDate(2026, 9, 1));
        Billing billing(*m_sql, m_key, {});
        const auto openFrom = [&] {
            return m_sql
                ->number(u"SELECT open_from FROM billing_mark WHERE account_id = ?"_s,
                         {stored(ada)})
                .value();
        };
        QList<UsageMessage> all{usageOn(QDate(2026, 9, 2)), usageOn(QDate(2026, 10, 1)),
                                usageOn(QDate(2026, 9, 30)), usageOn(QDate(2026, 9, 30))};
        receive(ada, all);
        QCOMPARE(billing.closeDue(ada, QDate(2026, 10, 4))->size(), 1);
        QCOMPARE(openFrom(), 2); // October's came second
        all.append(usageOn(QDate(2026, 9, 30))); // late
        receive(ada, {all.last()});
        QCOMPARE(billing.openMonth(ada)->lines.size(), 2);
        QCOMPARE(billing.closeDue(ada, QDate(2026, 11, 4))->size(), 1);
        QCOMPARE(openFrom(), 6);
        QCOMPARE(m_sql->number(u"SELECT COUNT(*) FROM invoice_entry"_s).value(), 5);
        verify(ada, all);
        // Nobody who is closed is looked at before the next month is due.
        const auto round = [&](const QDate &today) {
            return server::closeAccounts(*m_sql, m_key, {}, today, {}, 10).value();
        };
        QVERIFY(round(QDate(2026, 11, 30)).last.isNull());
        QCOMPARE(round(QDate(2026, 12, 4)).last, ada);
        QVERIFY(round(QDate(2026, 12, 5)).last.isNull());
    }

    void smallSumsWaitWithoutAnInvoiceEachMonth()
    {
        const Id ada = account(QDate(2026, 9, 1));
        Billing billing(*m_sql, m_key, {});
        UsageMessage small = usageOn(QDate(2026, 9, 2));
        small.platformCost = Money::fromCents(100);
        QList<UsageMessage> all{small};
        receive(ada, all);
        const auto first = billing.closeDue(ada, QDate(2027, 2, 4));
        QCOMPARE(first->size(), 1); // September; nothing was in the four months after
        all.append(usageOn(QDate(2027, 2, 10)));
        receive(ada, {all.last()});
        const auto second = billing.closeDue(ada, QDate(2027, 3, 4));
        QCOMPARE(second->size(), 1);
        QCOMPARE(second->first().invoice.totalCents, 55);
        QCOMPARE(second->first().invoice.lines.last().refersTo, first->first().invoice.number);
        verify(ada, all);
    }

    void paymentsAndCredits()
    {
        const Id ada = account(QDate(2026, 9, 1));
        Billing billing(*m_sql, m_key, {});
        const QList<UsageMessage> all{usageOn(QDate(2026, 9, 2)), usageOn(QDate(2026, 9, 3))};
        receive(ada, all);
        const QDate issuedOn(2026, 10, 4);
        const QString number = billing.closeDue(ada, issuedOn)->first().invoice.number;
        const auto status = [&](int days) {
            return nameOf(billing.invoices(ada, issuedOn.addDays(days))->first().status);
        };
        QCOMPARE(status(0), u"issued"_s);
        QCOMPARE(status(1), u"due"_s);
        QCOMPARE(status(14), u"overdue"_s);
        const QDateTime now = noonOf(issuedOn.addDays(5));
        const server::Payment part{number, 40, u"manual"_s, u"transfer 1"_s};
        QVERIFY(billing.recordPayment(ada, part, now).ok());
        QVERIFY(billing.recordPayment(ada, part, now).ok()); // told twice, counted once
        QCOMPARE(billing.invoices(ada, issuedOn)->first().account.paidCents, 40);
        QCOMPARE(status(14), u"overdue"_s);
        QVERIFY(billing.recordPayment(ada, {number, 60, u"manual"_s, u"transfer 2"_s}, now).ok());
        QCOMPARE(status(14), u"paid"_s);
        QCOMPARE(
            billing.recordPayment(ada, {u"KW-1"_s, 1, u"manual"_s, u"x"_s}, now).error().reason(),
            u"no-such-invoice"_s);
        QCOMPARE(billing.recordPayment(ada, {number, 0, u"manual"_s, u"x"_s}, now).error().reason(),
                 u"bad-amount"_s);

        const auto credit = [&](Money amount) {
            return billing.credit(ada, number, amount, u"agreed"_s, issuedOn.addDays(9));
        };
        QVERIFY(credit(Money::fromCents(30)).ok());
        QCOMPARE(credit(Money::fromCents(71)).error().reason(), u"too-much-credited"_s);
        const auto rest = credit(Money::fromCents(70));
        QVERIFY(rest.ok());
        QCOMPARE(rest->invoice.number, u"KW-2026-0003"_s);
        QCOMPARE(status(14), u"credited"_s);
        verify(ada, all);
    }

    void whatWasBilledCannotBeChanged()
    {
        const Id ada = account(QDate(2026, 9, 1));
        Billing billing(*m_sql, m_key, {});
        receive(ada, {usageOn(QDate(2026, 9, 2))});
        const QString number = billing.closeDue(ada, QDate(2026, 10, 4))->first().invoice.number;
        QVERIFY(
            billing
                .recordPayment(ada, {number, 10, u"manual"_s, u"1"_s}, noonOf(QDate(2026, 10, 5)))
                .ok());
        QStringList attacks;
        for (const QString &table : {u"invoice"_s, u"invoice_number"_s, u"invoice_entry"_s,
                                     u"payment"_s, u"invoice_series"_s})
            attacks += u"DELETE FROM "_s + table;
        for (const QString &set :
             {u"invoice SET total_cents = 0"_s, u"invoice SET document = ''"_s,
              u"invoice_number SET number = 7"_s, u"invoice_entry SET fee_nano = 0"_s,
              u"payment SET cents = 1000"_s, u"invoice_series SET last = 0"_s,
              u"invoice_series SET last = last + 2"_s})
            attacks += u"UPDATE "_s + set;
        if (m_sql->engine() == server::Engine::Postgres) {
            attacks += u"TRUNCATE invoice"_s;
        } else {
            attacks += u"INSERT OR REPLACE INTO invoice SELECT account_id, sequence, number, kind, "
                       "month, '', hash, signature, key_id, 0, 0, carried, corrects FROM invoice"_s;
            attacks += u"INSERT OR REPLACE INTO payment SELECT account_id, provider, reference, "
                       "number, 1000, received_at FROM payment"_s;
        }
        for (const QString &attack : std::as_const(attacks)) {
            const auto done = m_sql->execute(attack);
            QVERIFY2(!done.ok(), qPrintable(attack));
            // Said by a trigger, not by a mistake in the statement.
            const QString code
                = m_sql->engine() == server::Engine::Postgres ? u"P0001:"_s : u"1811:"_s;
            QVERIFY2(done.error().detail().contains(code),
                     qPrintable(attack + u" | "_s + done.error().detail()));
        }
        QCOMPARE(billing.invoices(ada, QDate(2026, 10, 5))->first().account.paidCents, 10);
        // The control: what may change does.
        QVERIFY(m_sql->execute(u"UPDATE account SET zone = 'Europe/Berlin'"_s).ok());
    }

    void randomAccountsComeOutTheSame()
    {
        const int rounds = qMax(15, qEnvironmentVariableIntValue("KEYWAY_TEST_ROUNDS"));
        QRandomGenerator random(20261123);
        const QList<FeePolicy> plans = m_offer.plans();
        for (int round = 0; round < rounds; ++round) {
            const QDate signedUp(2026, 1 + random.bounded(6), 1 + random.bounded(28));
            const Id who = account(signedUp);
            Billing billing(*m_sql, m_key, {});
            QList<UsageMessage> all;
            for (QDate today = monthOf(signedUp); today < QDate(2026, 11, 1);
                 today = today.addMonths(1)) {
                if (random.bounded(3) == 0)
                    QVERIFY(server::Plans(*m_sql, m_offer)
                                .choose(who, {plans.at(random.bounded(5)).plan, false},
                                        noonOf(qMax(today, signedUp)))
                                .ok());
                QList<UsageMessage> came;
                for (int left = random.bounded(9); left > 0; --left)
                    came.append(randomUsage(random, today, all + came));
                receive(who, came);
                all += came;
                const auto issued = billing.closeDue(who, today.addMonths(1).addDays(3));
                QVERIFY2(issued.ok(), qPrintable(issued ? QString() : reasonOf(issued.error())));
            }
            verify(who, all);
            if (QTest::currentTestFailed())
                return;
            const auto invoices = billing.invoices(who, QDate(2027, 1, 1));
            for (const InvoiceMessage &message : *invoices) {
                Money sum;
                for (const InvoiceLine &line : message.document.invoice.lines)
                    sum += line.fee;
                QCOMPARE(sum, message.document.invoice.sum);
            }
        }
    }

    void manyClosersLeaveNoGap()
    {
        constexpr int closers = 32;
        constexpr int accounts = 24;
        QList<Id> ids;
        QHash<Id, QList<UsageMessage>> messages;
        for (int i = 0; i < accounts; ++i) {
            const Id id = account(QDate(2026, 9, 1));
            messages[id] = {usageOn(QDate(2026, 9, 2)), usageOn(QDate(2026, 9, 30)),
                            usageOn(QDate(2026, 10, 2))};
            receive(id, messages.value(id));
            ids.append(id);
        }
        std::atomic<int> issued = 0;
        std::atomic<int> failed = 0;
        std::vector<std::thread> threads;
        for (int t = 0; t < closers; ++t) {
            threads.emplace_back([&, t] {
                auto sql = SqlConnection::open(*m_store);
                if (!sql) {
                    ++failed;
                    return;
                }
                Billing billing(**sql, m_key, {});
                for (int i = 0; i < accounts; ++i) {
                    const auto closed
                        = billing.closeDue(ids.at((i + t) % accounts), QDate(2026, 11, 4));
                    failed += closed ? 0 : 1;
                    issued += closed ? int(closed->size()) : 0;
                }
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(failed.load(), 0);
        QCOMPARE(issued.load(), accounts * 2);
        // Numbers 1 to n, each once; and each on an invoice.
        const auto count = [this](const QString &sql) { return m_sql->number(sql).value(); };
        QCOMPARE(count(u"SELECT COUNT(*) FROM invoice_number"_s), accounts * 2);
        QCOMPARE(count(u"SELECT MAX(number) FROM invoice_number"_s), accounts * 2);
        QCOMPARE(count(u"SELECT COUNT(DISTINCT number) FROM invoice"_s), accounts * 2);
        QCOMPARE(count(u"SELECT COUNT(*) FROM invoice_entry"_s), accounts * 3);
        for (const Id &id : std::as_const(ids))
            verify(id, messages.value(id));
    }
};

QTEST_GUILESS_MAIN(TestBilling)
#include "tst_billing.moc"
