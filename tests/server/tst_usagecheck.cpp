#include "core/server/usagecheck.h"

#include <QtTest/QTest>

using namespace keyway;
using namespace Qt::StringLiterals;
using server::checkUsage;
using server::Standing;
using server::UsageCheck;

namespace {

const QDateTime now(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);

UsageMessage message(const Catalogue &catalogue, const QString &service, const QString &model,
                     const PriceFacts &facts = {})
{
    UsageMessage m;
    m.startedAt = now.addSecs(-3600);
    m.recordId = Id::create(m.startedAt);
    m.billingDay = m.startedAt.date();
    m.service = service;
    m.model = model;
    m.outcome = Outcome::Completed;
    m.costState = CostState::Exact;
    m.usage.set(Counter::InUncached, 12'345);
    m.usage.set(Counter::OutText, 678);
    const auto quote
        = catalogue.quote({service, model, {}, m.startedAt, m.usage.tokensIn(), facts});
    if (quote) {
        m.priceVersion = quote->version;
        m.platformCost = costOf(m.usage, quote->prices).value_or(Cost()).total;
    }
    m.platformFee = FeePolicy().feeFor(recordOf(m));
    return m;
}

} // namespace

class TestUsageCheck : public QObject {
    Q_OBJECT

    Catalogue m_catalogue;

    UsageCheck check(const UsageMessage &m, const FeePolicy &policy = {}) const
    {
        return checkUsage(m, m_catalogue, {PlanHistory(policy, now.date()), now.addDays(-10), now});
    }

private Q_SLOTS:
    void initTestCase() { m_catalogue = Catalogue::load(u":/catalogue"_s).value(); }

    void worksOutEveryModelThatIsPriced()
    {
        int verified = 0;
        for (const Service &service : m_catalogue.services()) {
            for (const Model &model : service.models) {
                const UsageMessage m = message(m_catalogue, service.id, model.id);
                if (m.platformCost.isZero())
                    continue;
                const UsageCheck result = check(m);
                QVERIFY2(result.mismatch.isEmpty() && result.standing == Standing::Verified,
                         qPrintable(service.id + u'/' + model.id + u' ' + result.mismatch));
                QCOMPARE(result.fee, m.platformFee);
                ++verified;
                UsageMessage less = m;
                less.platformCost = Money::fromNano(m.platformCost.nano() - 1);
                less.platformFee = FeePolicy().feeFor(recordOf(less));
                const UsageCheck other = check(less);
                QVERIFY2(other.mismatch == "cost"_L1 || other.standing == Standing::Unverifiable,
                         qPrintable(service.id + u'/' + model.id));
            }
        }
        QVERIFY(verified > 50);
    }

    void knowsWhatPricesDependOn()
    {
        int found = 0;
        for (const Service &service : m_catalogue.services()) {
            for (const Model &model : service.models) {
                for (auto fact = service.factors.begin(); fact != service.factors.end(); ++fact) {
                    for (const QString &word : fact->keys()) {
                        const UsageMessage m
                            = message(m_catalogue, service.id, model.id, {{fact.key(), word}});
                        if (m.platformCost.isZero())
                            continue;
                        QVERIFY2(check(m).mismatch.isEmpty(), qPrintable(model.id + u' ' + word));
                        ++found;
                    }
                }
            }
        }
        QVERIFY(found > 0);
    }

    void cannotTell_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"own", "listless", "service", "address", "newer"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }
    void cannotTell()
    {
        QFETCH(QString, what);
        UsageMessage m = message(m_catalogue, u"openai"_s, u"gpt-4.1"_s);
        m.platformCost = Money::fromNano(123'456);
        m.platformFee = FeePolicy().feeFor(recordOf(m));
        QCOMPARE(check(m).mismatch, u"cost"_s);
        if (what == "own"_L1)
            m.priceVersion = u"own"_s;
        else if (what == "listless"_L1)
            m.priceVersion.clear();
        else if (what == "service"_L1)
            m.service = u"tomorrows"_s;
        else if (what == "address"_L1)
            m.origin = OriginClass::OwnUrl;
        else if (what == "newer"_L1)
            m.priceVersion = u"2099-01-01"_s;
        const UsageCheck result = check(m);
        QCOMPARE(result.mismatch, QString());
        QCOMPARE(result.standing, Standing::Unverifiable);
        QCOMPARE(result.fee, m.platformFee);
    }

    void holdsTheFeeAgainstThePlan_data()
    {
        QTest::addColumn<int>("plan");
        QTest::addColumn<qint64>("fee");
        QTest::addColumn<QString>("mismatch");
        const auto percent = int(FeePlan::Percent);
        const auto each = int(FeePlan::PerRequest);
        QTest::newRow("none") << int(FeePlan::None) << qint64(0) << QString();
        QTest::newRow("none, claimed") << int(FeePlan::None) << qint64(1) << u"fee"_s;
        QTest::newRow("percent, nothing") << percent << qint64(0) << u"fee"_s;
        QTest::newRow("each request") << each << qint64(2'000'000) << QString();
        QTest::newRow("a further attempt of one") << each << qint64(0) << QString();
        QTest::newRow("half of it") << each << qint64(1'000'000) << u"fee"_s;
    }
    void holdsTheFeeAgainstThePlan()
    {
        QFETCH(int, plan);
        QFETCH(qint64, fee);
        QFETCH(QString, mismatch);
        FeePolicy policy;
        policy.plan = static_cast<FeePlan>(plan);
        policy.perRequest = Money::fromNano(2'000'000);
        UsageMessage m = message(m_catalogue, u"openai"_s, u"gpt-4.1"_s);
        m.platformFee = Money::fromNano(fee);
        QCOMPARE(check(m, policy).mismatch, mismatch);
    }

    void billsNothingThatFailedOrIsNotKnown()
    {
        UsageMessage m = message(m_catalogue, u"openai"_s, u"gpt-4.1"_s);
        m.outcome = Outcome::Failed;
        QCOMPARE(check(m).mismatch, u"fee"_s); // it claims one
        m.platformFee = {};
        QCOMPARE(check(m).mismatch, QString());
        m.outcome = Outcome::Unknown;
        m.costState = CostState::Unknown;
        m.platformCost = {};
        QCOMPARE(check(m).mismatch, QString());
        QCOMPARE(check(m).fee, Money());
    }

    void looksAtTheClock_data()
    {
        QTest::addColumn<QDateTime>("started");
        QTest::addColumn<QDateTime>("made");
        QTest::addColumn<QString>("mismatch");
        QTest::newRow("now") << now << now << QString();
        QTest::newRow("a day ahead") << now.addSecs(86'399) << now.addSecs(86'399) << QString();
        QTest::newRow("two days ahead") << now.addDays(2) << now.addDays(2) << u"clock"_s;
        QTest::newRow("id ahead") << now << now.addDays(2) << u"clock"_s;
        QTest::newRow("late by years") << now.addYears(-1) << now.addYears(-1) << QString();
        QTest::newRow("before Keyway") << now.addYears(-5) << now.addYears(-5) << u"clock"_s;
        QTest::newRow("id of 1970")
            << now << QDateTime::fromMSecsSinceEpoch(0, Qt::UTC) << u"clock"_s;
    }
    void looksAtTheClock()
    {
        QFETCH(QDateTime, started);
        QFETCH(QDateTime, made);
        QFETCH(QString, mismatch);
        UsageMessage m;
        m.startedAt = started;
        m.billingDay = started.date();
        m.recordId = Id::create(made);
        m.outcome = Outcome::Unknown;
        QCOMPARE(check(m).mismatch, mismatch);
        m.billingDay = started.date().addDays(1);
        QCOMPARE(check(m).mismatch, mismatch);
        m.billingDay = started.date().addDays(2);
        QVERIFY(!check(m).mismatch.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestUsageCheck)
#include "tst_usagecheck.moc"
