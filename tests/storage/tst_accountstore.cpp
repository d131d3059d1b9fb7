// What services say about accounts, as it is kept: bills, balances, admin keys, lists of models,
// corrections; and the records by UTC day that bills are compared with.

#include "core/storage/accountstore.h"
#include "core/storage/billingzone.h"
#include "core/storage/modelliststore.h"
#include "tests/storage/storagefixture.h"

using namespace keyway;
using namespace Qt::StringLiterals;

class TestAccountStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<FakeClock>(at(u"2026-11-22T12:00:00Z"_s));
        m_dir = std::make_unique<TemporaryDataDir>();
        m_records = std::make_unique<Records>(m_dir->path(), *m_clock);
        m_store = std::make_unique<AccountStore>(*m_records->database);
        m_one = m_records->addIntegration(u"One"_s);
        m_other = m_records->addIntegration(u"Other"_s);
    }

    void cleanup()
    {
        m_store.reset();
        m_records.reset();
        m_dir.reset();
    }

    void balancesNewestFirst()
    {
        for (const int minute : {0, 5, 10}) {
            VERIFY_RESULT(m_store->keepBalance(
                m_one.id, {m_clock->now().addSecs(minute * 60), Money::fromCents(minute)}));
        }
        const auto readings = m_store->balances(m_one.id);
        VERIFY_RESULT(readings);
        QCOMPARE(*readings,
                 (QList<KeptBalance>{{m_clock->now().addSecs(600), Money::fromCents(10)},
                                     {m_clock->now().addSecs(300), Money::fromCents(5)}}));
        QCOMPARE(m_store->balances(m_other.id)->size(), 0);
    }

    void aBillStandsInThePlaceOfTheOneBefore()
    {
        QVERIFY(!*m_store->bill(m_one.id, day(1), day(30)));
        Bill bill{{{day(1), day(1), u"a"_s, Money::fromNano(1)},
                   {day(2), day(2), u"b"_s, Money::fromNano(2)},
                   {day(2), day(2), u"b"_s, Money::fromNano(3)},
                   {day(3), day(3), {}, Money()}},
                  day(1),
                  day(3),
                  m_clock->now()};
        VERIFY_RESULT(m_store->keepBill(m_one.id, bill));
        VERIFY_RESULT(m_store->keepBill(m_other.id, bill));
        bill.lines = {{day(2), day(2), u"c"_s, Money::fromNano(-7)}};
        bill.from = bill.to = day(2);
        bill.fetchedAt = m_clock->now().addSecs(60);
        VERIFY_RESULT(m_store->keepBill(m_one.id, bill));
        const auto read = m_store->bill(m_one.id, day(1), day(30));
        VERIFY_RESULT(read);
        QVERIFY(*read);
        QCOMPARE((*read)->lines,
                 (QList<BillLine>{{day(1), day(1), u"a"_s, Money::fromNano(1)},
                                  {day(2), day(2), u"c"_s, Money::fromNano(-7)},
                                  {day(3), day(3), {}, Money()}}));
        QCOMPARE((*read)->fetchedAt, bill.fetchedAt);
        // Two lines of one name are one.
        QCOMPARE((*m_store->bill(m_other.id, day(2), day(2)))->lines,
                 (QList<BillLine>{{day(2), day(2), u"b"_s, Money::fromNano(5)}}));
    }

    void anAdminKeyIsNotedAndForgotten()
    {
        QVERIFY(!*m_store->adminKey(m_one.id));
        AdminKey key{KeySource::Vault, u"4xQ7"_s, u"https://api.openai.com:443"_s, m_clock->now()};
        VERIFY_RESULT(m_store->noteAdminKey(m_one.id, key));
        key.source = KeySource::Keychain;
        VERIFY_RESULT(m_store->noteAdminKey(m_one.id, key));
        const auto read = m_store->adminKey(m_one.id);
        QVERIFY(*read);
        QCOMPARE((*read)->source, KeySource::Keychain);
        QCOMPARE((*read)->tail, key.tail);
        QCOMPARE((*read)->origin, key.origin);
        VERIFY_RESULT(m_store->forgetAdminKey(m_one.id));
        VERIFY_RESULT(m_store->forgetAdminKey(m_one.id));
        QVERIFY(!*m_store->adminKey(m_one.id));
        const auto trail = AuditTrail(*m_records->database).verify();
        QCOMPARE(trail->problem, AuditCheck::Problem::None);
    }

    void aRemovedIntegrationWithAnAdminKeyIsSweptLater()
    {
        auto environment = m_one;
        environment.keySource = KeySource::Environment;
        VERIFY_RESULT(m_records->integrations.update(environment));
        VERIFY_RESULT(m_records->integrations.remove(m_one.id));
        QCOMPARE(m_records->integrations.removedWithKey()->size(), 0);
        VERIFY_RESULT(m_store->noteAdminKey(m_one.id, {}));
        QCOMPARE(m_records->integrations.removedWithKey()->size(), 1);
    }

    void recordsByUtcDay()
    {
        // A zone half a day away: a billing day is not a UTC day.
        VERIFY_RESULT(setBillingZone(*m_records->database, "Pacific/Auckland"));
        attempt(u"2026-11-03T23:59:59.500Z"_s, CostState::Exact, 100, 0, 400);
        attempt(u"2026-11-03T23:59:59.500Z"_s, CostState::Exact, 1000, 0, 600); // ends on the 4th
        attempt(u"2026-11-04T00:00:00Z"_s, CostState::Exact, 20, 0, 1);
        attempt(u"2026-11-04T10:00:00Z"_s, CostState::Unknown, 0, 7000, 1);
        attempt(u"2026-11-04T11:00:00Z"_s, CostState::Estimated, 30, 90, 1);
        attempt(u"2026-11-04T12:00:00Z"_s, CostState::Exact, 0, 0,
                1); // a failure that cost nothing
        attempt(u"2026-11-05T00:00:00Z"_s, CostState::Exact, 4, 0, 1);
        const auto days = m_records->ledger.utcDays(day(3), day(4));
        VERIFY_RESULT(days);
        QCOMPARE(days->keys(), QList<Id>{m_one.id});
        OwnSums third;
        third.cost = Money::fromNano(1100);
        third.attempts = 2;
        third.acrossMidnight = Money::fromNano(1000);
        OwnSums fourth;
        fourth.cost = Money::fromNano(50);
        fourth.attempts = 3;
        fourth.unknown = 1;
        fourth.unknownAtMost = Money::fromNano(7000);
        fourth.estimated = 1;
        fourth.estimatedCost = Money::fromNano(30);
        fourth.estimatedAtMost = Money::fromNano(90);
        QCOMPARE((*days)[m_one.id].keys(), (QList<QDate>{day(3), day(4)}));
        QCOMPARE((*days)[m_one.id][day(3)], third);
        QCOMPARE((*days)[m_one.id][day(4)], fourth);
        const auto between = m_records->ledger.between(m_one.id, at(u"2026-11-04T00:00:00Z"_s),
                                                       at(u"2026-11-04T10:00:00Z"_s));
        VERIFY_RESULT(between);
        QCOMPARE(between->cost.nano(), 20);
    }

    void aCorrectionStandsBesideItsRecord()
    {
        const Id estimated = attempt(u"2026-11-04T11:00:00Z"_s, CostState::Estimated, 30, 90, 1);
        const Id unknown = attempt(u"2026-11-04T12:00:00Z"_s, CostState::Unknown, 0, 90, 1);
        attempt(u"2026-11-04T13:00:00Z"_s, CostState::Exact, 5, 0, 1);
        QCOMPARE(m_records->ledger.uncertain(m_one.id, day(4), day(4))->size(), 2);
        QCOMPARE(m_records->ledger.uncertain(m_one.id, day(5), day(5))->size(), 0);
        VERIFY_RESULT(m_store->correct({estimated, Money::fromNano(42), u"the service"_s}));
        VERIFY_RESULT(m_store->correct({estimated, Money::fromNano(43), u"the service"_s}));
        VERIFY_RESULT(m_store->correct({unknown, Money::fromNano(8), u"the service"_s}));
        QCOMPARE(m_records->ledger.uncertain(m_one.id, day(4), day(4))->size(), 0);
        const OwnSums sums = (*m_records->ledger.utcDays(day(4), day(4)))[m_one.id][day(4)];
        QCOMPARE(sums.cost.nano(), 55);
        QCOMPARE(sums.unknown, 0);
        QCOMPARE(sums.estimated, 0);
        // The record itself is as it was, and so are the sums that are kept of it.
        QCOMPARE(m_records->ledger.month(day(4))->all.platformCost.nano(), 35);
        QCOMPARE(differences(*m_records->database), QString());
        for (const QString &sql :
             {u"DELETE FROM correction"_s, u"UPDATE correction SET platform_cost_nano = 1"_s})
            QVERIFY(!m_records->database->run(sql).ok());
    }

    void listsOfModels()
    {
        ModelListStore lists(*m_records->database);
        const QDateTime first = m_clock->now();
        const UnitPrices dear{{Counter::InUncached, Price::fromPico(2'000'000)},
                              {Counter::OutText, Price::fromPico(8'000'000)}};
        const UnitPrices cheap{{Counter::InUncached, Price::fromPico(1'000'000)},
                               {Counter::OutText, Price::fromPico(4'000'000)}};
        auto change
            = lists.keep(m_one.id, u"openrouter"_s,
                         {{u"a"_s, u"Model A"_s, {RequestType::Text, RequestType::Image}, dear},
                          {u"b"_s},
                          {u"b"_s}},
                         first);
        VERIFY_RESULT(change);
        QCOMPARE(change->listed, 2);
        QCOMPARE(change->priced, 1);
        QCOMPARE(change->added, QStringList());
        QCOMPARE(change->gone, QStringList());

        const QDateTime later = first.addDays(3);
        change = lists.keep(m_one.id, u"openrouter"_s, {{u"a"_s, {}, {}, cheap}, {u"c"_s}}, later);
        VERIFY_RESULT(change);
        QCOMPARE(change->added, QStringList{u"c"_s});
        QCOMPARE(change->gone, QStringList{u"b"_s});

        const auto seen = lists.models(m_one.id);
        VERIFY_RESULT(seen);
        QCOMPARE(seen->size(), 3);
        const SeenModel &a = seen->at(0);
        QCOMPARE(a.name, u"Model A"_s);
        QCOMPARE(a.types, (QSet<RequestType>{RequestType::Text, RequestType::Image}));
        QCOMPARE(a.firstSeen, first);
        QCOMPARE(a.lastSeen, later);
        QCOMPARE(a.prices.size(), 2);
        QCOMPARE(a.prices.at(0).pricesFor(0), dear);
        QCOMPARE(a.prices.at(0).version, u"openrouter 2026-11-22"_s);
        QCOMPARE(a.prices.at(1).pricesFor(0), cheap);
        QCOMPARE(a.prices.at(1).from, QDate(2026, 11, 25));
        QCOMPARE(a.prices.at(1).asOf, QDate(2026, 11, 25));
        QVERIFY(!a.prices.at(1).thirdParty);
        QCOMPARE(seen->at(1).goneAt, std::optional(later));
        QCOMPARE(lists.prices(m_one.id, u"a"_s)->size(), 2);
        QCOMPARE(lists.prices(m_one.id, u"b"_s)->size(), 0);
        QCOMPARE(lists.prices(m_other.id, u"a"_s)->size(), 0);

        // It comes back, and a price that stays the same is no new one.
        change = lists.keep(m_one.id, u"openrouter"_s, {{u"a"_s, {}, {}, cheap}, {u"b"_s}},
                            later.addDays(1));
        QCOMPARE(change->added, QStringList{u"b"_s});
        QCOMPARE(change->gone, QStringList{u"c"_s});
        QCOMPARE(lists.prices(m_one.id, u"a"_s)->size(), 2);
        QVERIFY(!lists.models(m_one.id)->at(1).goneAt);
    }

private:
    static QDate day(int number) { return QDate(2026, 11, number); }
    static QDateTime at(const QString &time)
    {
        return QDateTime::fromString(time, Qt::ISODateWithMs);
    }

    Id attempt(const QString &time, CostState state, qint64 nano, qint64 reserved, qint64 duration)
    {
        m_clock->jumpTo(at(time));
        const auto started = m_records->start(m_one, Money::fromNano(reserved));
        if (!started)
            qFatal("start: %s", qPrintable(started.error().detail()));
        UsageRecord record = Records::completed(*started, Money::fromNano(nano));
        record.costState = state;
        record.durationMs = duration;
        if (const auto settled = m_records->ledger.settle(record); !settled)
            qFatal("settle: %s", qPrintable(settled.error().detail()));
        return record.recordId;
    }

    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<TemporaryDataDir> m_dir;
    std::unique_ptr<Records> m_records;
    std::unique_ptr<AccountStore> m_store;
    Integration m_one;
    Integration m_other;
};

QTEST_GUILESS_MAIN(TestAccountStore)
#include "tst_accountstore.moc"
