// Rows of old months taken out: every sum stays, and what somebody waits for stays whole.

#include "core/storage/accountstore.h"
#include "core/storage/billingzone.h"
#include "core/storage/feeplans.h"
#include "core/storage/recordimport.h"
#include "core/sync/invoices.h"
#include "core/sync/thinning.h"
#include "tests/sync/syncfixture.h"

#include <QtCore/QFile>
#include <QtCore/QRandomGenerator>

using namespace keyway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString ada = u"ada@example.org"_s;

/// All that is told of money, whatever it is read from.
struct Figures {
    QList<UsageSums> months;
    QList<QMap<QDate, UsageSums>> days;
    QList<QMap<QString, UsageSums>> models;
    QMap<Id, QMap<QDate, OwnSums>> utcDays;
    QMap<Id, Money> spent;
    friend bool operator==(const Figures &, const Figures &) = default;
};

Figures figuresOf(Database &database, const QDate &from, int months)
{
    Figures figures;
    LedgerReader ledger(database);
    for (int i = 0; i < months; ++i) {
        const UsageSummary month = *ledger.month(from.addMonths(i));
        figures.months.append(month.all);
        figures.days.append(month.byDay);
        figures.models.append(month.byModel);
    }
    figures.utcDays = *ledger.utcDays(from.addDays(-1), from.addMonths(months));
    const auto spending = *ledger.spending(from);
    for (auto it = spending.cbegin(); it != spending.cend(); ++it)
        figures.spent.insert(it.key(), it->ever);
    return figures;
}

QStringList statesOf(const QList<ThinMonth> &months)
{
    QStringList states;
    for (const ThinMonth &month : months)
        states.append(month.rows.month.toString(u"yyyy-MM "_s) + nameOf(month.state));
    return states;
}

} // namespace

class TestThinning : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sumsStay();
    void onlyThinnedMonthsLoseRows();
    void runningMonthsStay();
    void whatTheAccountWaitsForStays_data();
    void whatTheAccountWaitsForStays();
};

void TestThinning::sumsStay()
{
    TemporaryDataDir dir;
    FakeClock clock(QDateTime(QDate(2026, 7, 30), QTime(1, 0), Qt::UTC));
    Records records(dir.path(), clock);
    Database &database = *records.database;
    const Catalogue catalogue;
    // A billing day is not a UTC day, and attempts go over midnight and over the end of a month.
    VERIFY_RESULT(setBillingZone(database, "Pacific/Auckland"_ba));
    const QList<Integration> integrations{records.addIntegration(u"A"_s),
                                          records.addIntegration(u"B"_s, u"anthropic"_s)};
    QRandomGenerator random(8);
    for (int i = 0; i < 400; ++i) {
        clock.advance(std::chrono::minutes(random.bounded(600)));
        const auto started
            = records.start(integrations.at(i % 2), Money::fromNano(random.bounded(9'000'000)));
        VERIFY_RESULT(started);
        UsageRecord end = Records::completed(*started, Money::fromNano(random.bounded(9'000'000)),
                                             Money::fromNano(random.bounded(1000)));
        end.durationMs = random.bounded(7'200'000);
        if (i % 9 == 1)
            end.costState = CostState::Estimated;
        if (i % 13 == 2) {
            end.outcome = Outcome::Unknown;
            end.costState = CostState::Unknown;
            end.platformCost = end.platformFee = {};
        }
        VERIFY_RESULT(records.ledger.settle(end));
        if (i % 18 == 1)
            VERIFY_RESULT(AccountStore(database).correct(
                {end.recordId, Money::fromNano(random.bounded(9'000'000)), u"test"_s}));
    }
    const QDate first(2026, 7, 1);
    const QDate today = billingDay(clock.now(), *billingZone(database));
    const Figures before = figuresOf(database, first, 6);
    QVERIFY(before.months.at(2).attempts > 50);
    QVERIFY(number(database, u"SELECT COUNT(*) FROM correction"_s) > 10);

    Thinning thinning(database, catalogue, {});
    const auto months = thinning.months(QDate(2026, 10, 1));
    VERIFY_RESULT(months);
    QCOMPARE(statesOf(*months),
             (QStringList{u"2026-07 ready"_s, u"2026-08 ready"_s, u"2026-09 ready"_s}));
    QVERIFY(figuresOf(database, first, 6) == before); // looking changes nothing
    const auto report = thinning.thin(QDate(2026, 10, 1));
    VERIFY_RESULT(report);
    QCOMPARE(number(database, u"SELECT COUNT(*) FROM attempt WHERE billing_day < '2026-10'"_s), 0);
    QCOMPARE(number(database, u"SELECT COUNT(*) FROM attempt"_s),
             number(database, u"SELECT COUNT(*) FROM request"_s));
    QVERIFY(figuresOf(database, first, 6) == before);
    QVERIFY(today >= QDate(2026, 10, 1));

    // All of it is in the backup, and nothing but the months in question went.
    const auto copy = openDatabase(report->backup, clock, Database::Access::ReadOnly);
    QCOMPARE(number(*copy, u"SELECT COUNT(*) FROM attempt"_s), 400);
    QCOMPARE(number(database, u"SELECT COUNT(*) FROM attempt"_s),
             number(*copy, u"SELECT COUNT(*) FROM attempt WHERE billing_day >= '2026-10'"_s));
    QCOMPARE(number(database, u"SELECT COUNT(*) FROM audit WHERE name = 'records.thinned'"_s), 3);
    QCOMPARE(AuditTrail(database).verify()->problem, AuditCheck::Problem::None);
    VERIFY_RESULT(database.check());

    // Again there is nothing to do, and so no backup.
    const auto again = thinning.thin(QDate(2026, 10, 1));
    VERIFY_RESULT(again);
    QCOMPARE(again->months.size(), 0);
    QVERIFY(again->backup.isEmpty());

    // What was thinned would count twice.
    UsageRecord old = records.newRecord(integrations.first());
    old.billingDay = QDate(2026, 8, 3);
    const auto taken = database.write([&] {
        return importRecord(database, {Records::completed(old, Money::fromNano(5)), {}});
    });
    QVERIFY(!taken);
    QCOMPARE(taken.error().reason(), u"month-thinned"_s);
    QVERIFY(figuresOf(database, first, 6) == before);
}

void TestThinning::onlyThinnedMonthsLoseRows()
{
    TemporaryDataDir dir;
    FakeClock clock(QDateTime(QDate(2026, 8, 10), QTime(12, 0), Qt::UTC));
    Records records(dir.path(), clock);
    Database &database = *records.database;
    VERIFY_RESULT(setBillingZone(database, "UTC"_ba));
    const Integration one = records.addIntegration(u"A"_s);
    for (int i = 0; i < 3; ++i) {
        const auto started = records.start(one);
        VERIFY_RESULT(started);
        VERIFY_RESULT(records.ledger.settle(Records::completed(*started, Money::fromNano(5))));
        clock.advance(31 * 24h);
    }
    const Catalogue catalogue;
    VERIFY_RESULT(Thinning(database, catalogue, {}).thin(QDate(2026, 9, 1)));
    QCOMPARE(number(database, u"SELECT COUNT(*) FROM attempt"_s), 2);
    VERIFY_RESULT(database.execute(u"PRAGMA foreign_keys = OFF"_s));
    const auto refused = database.run(u"DELETE FROM attempt"_s);
    QVERIFY(!refused);
    QVERIFY(refused.error().detail().contains(u"records are never deleted"_s));
    QCOMPARE(number(database, u"SELECT COUNT(*) FROM attempt"_s), 2);
}

void TestThinning::runningMonthsStay()
{
    TemporaryDataDir dir;
    FakeClock clock(QDateTime(QDate(2026, 8, 31), QTime(23, 59), Qt::UTC));
    Records records(dir.path(), clock);
    Database &database = *records.database;
    VERIFY_RESULT(setBillingZone(database, "UTC"_ba));
    const Integration one = records.addIntegration(u"A"_s);
    const auto august = records.start(one, Money::fromNano(7));
    VERIFY_RESULT(august);
    clock.advance(2min);
    VERIFY_RESULT(records.start(one));
    const Catalogue catalogue;
    Thinning thinning(database, catalogue, {});
    // However late the day is that was named: the month that runs is left out.
    auto report = thinning.thin(QDate(2030, 1, 1));
    VERIFY_RESULT(report);
    QCOMPARE(statesOf(report->months), QStringList{u"2026-08 running"_s});
    QVERIFY(report->backup.isEmpty());
    QCOMPARE(number(database, u"SELECT COUNT(*) FROM attempt"_s), 2);
    VERIFY_RESULT(records.ledger.settle(Records::completed(*august, Money::fromNano(5))));
    report = thinning.thin(QDate(2030, 1, 1));
    VERIFY_RESULT(report);
    QCOMPARE(statesOf(report->months), QStringList{u"2026-08 ready"_s});
    QCOMPARE(number(database, u"SELECT COUNT(*) FROM attempt"_s), 1);
}

void TestThinning::whatTheAccountWaitsForStays_data()
{
    QTest::addColumn<bool>("signedOut");
    QTest::newRow("signed in") << false;
    QTest::newRow("signed out in the end") << true;
}

void TestThinning::whatTheAccountWaitsForStays()
{
    QFETCH(bool, signedOut);
    TemporaryDataDir serverDir;
    const auto store = server::DatabaseAddress::sqlite(serverDir.path());
    ServerFixture server(store);
    const Id account = server.user(ada).account;
    Computer computer(server, server.port);
    VERIFY_RESULT(computer.signIn(ada));
    Database &database = *computer.records.database;
    const auto month = [&server](const QDate &day) {
        server.clock.jumpTo(QDateTime(day, QTime(12, 0), Qt::UTC));
    };
    const auto ask = [&](Money cost) {
        FeePlans plans(database);
        VERIFY_RESULT(computer.askFor(cost, plans.on(server.clock.now().date()).value()));
    };
    const auto states = [&] {
        Thinning thinning(database, server.catalogue(), **computer.link.account());
        return statesOf(*thinning.months(QDate(2030, 1, 1)));
    };
    ask(Money::fromCents(400));
    ask(Money());
    month(QDate(2026, 12, 2));
    QCOMPARE(states(), QStringList{u"2026-11 not-sent"_s});
    VERIFY_RESULT(computer.drain());
    QCOMPARE(states(), QStringList{u"2026-11 not-invoiced"_s});
    QCOMPARE(server.close(store, account, QDate(2026, 12, 4)).size(), 1);
    month(QDate(2026, 12, 5));
    ask(Money::fromCents(2000));
    VERIFY_RESULT(computer.drain());
    const LinkedAccount linked = **computer.link.account();
    Invoices invoices(database, server.catalogue());
    const auto pull = [&] {
        auto token = await(computer.link.token(linked));
        return await(invoices.pull(linked, computer.client, std::move(*token), {}), 60s);
    };
    VERIFY_RESULT(pull());
    QCOMPARE(states(), QStringList{u"2026-11 ready"_s});
    month(QDate(2027, 1, 5));
    QCOMPARE(states(), (QStringList{u"2026-11 ready"_s, u"2026-12 not-invoiced"_s}));

    const QString first = invoices.numbers(account)->first();
    QCOMPARE(invoices.check(account, first)->own, 2);
    const Figures before = figuresOf(database, QDate(2026, 11, 1), 3);
    // Without an account nothing of December waits for a server.
    const auto report = signedOut
        ? Thinning(database, server.catalogue(), std::nullopt).thin(QDate(2026, 12, 1))
        : Thinning(database, server.catalogue(), linked).thin(QDate(2027, 1, 1));
    VERIFY_RESULT(report);
    QCOMPARE(number(database, u"SELECT COUNT(*) FROM attempt"_s), 1);
    QVERIFY(figuresOf(database, QDate(2026, 11, 1), 3) == before);
    // The invoice is computed again from what the server has of its records.
    const auto check = invoices.check(account, first);
    VERIFY_RESULT(check);
    QVERIFY(check->isRight());
    QCOMPARE(check->own, 0);
    QCOMPARE(check->elsewhere, 2);
    VERIFY_RESULT(pull());
    QVERIFY(invoices.check(account, first)->isRight());
}

QTEST_GUILESS_MAIN(TestThinning)
#include "tst_thinning.moc"
