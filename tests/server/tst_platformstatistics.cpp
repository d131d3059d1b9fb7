#include "core/server/platformstatistics.h"
#include "core/server/servicereports.h"
#include "tests/server/serverfixture.h"

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

HealthReport reportOf(const QDateTime &hour)
{
    HealthReport report;
    report.service = u"openai"_s;
    report.latency = LatencyBucket::To1S;
    report.hour = hour;
    report.count = 3;
    return report;
}

} // namespace

/// Sums over all accounts, and how services do; on both engines.
class TestPlatformStatistics : public QObject {
    Q_OBJECT

    TestStores m_stores;

private Q_SLOTS:
    void initTestCase_data() { TestStores::addRows(); }

    void sumsUpWhatWasStoredAndNothingElse()
    {
        QFETCH_GLOBAL(QString, engine);
        const auto store = m_stores.create(engine);
        if (!store)
            QSKIP(m_stores.why().constData());
        ServerFixture fixture(*store);
        const auto ada = fixture.user(u"ada@example.org"_s);
        const auto bob = fixture.user(u"bob@example.org"_s);
        QList<UsageMessage> records{fixture.record(1), fixture.record(2), fixture.record(3)};
        records[1].attempt = 2; // a fallback
        records[1].requestId = records[0].requestId;
        records[2].outcome = Outcome::Failed;
        records[2].errorKind = Error::Kind::Overloaded;
        records[2].usage = {};
        records[2].platformCost = records[2].platformFee = {};
        fixture.send(ada.token, records);
        fixture.send(ada.token, records); // the same again counts once
        UsageMessage wrong = fixture.record(4);
        wrong.platformCost += Money::fromCents(1);
        fixture.send(ada.token, {wrong}); // put aside: not counted
        const UsageMessage other = fixture.record(5);
        fixture.send(bob.token, {other});

        const auto sql = fixture.sql();
        const auto described
            = server::PlatformStatistics(*sql).describe(QDate(2026, 10, 1), QDate(2026, 11, 1));
        QVERIFY(described);
        QCOMPARE(described->value("accounts"_L1).toInt(), 2);
        const QJsonObject total = described->value("total"_L1).toObject();
        QCOMPARE(total.value("attempts"_L1).toInt(), 4);
        QCOMPARE(total.value("requests"_L1).toInt(), 3);
        QCOMPARE(total.value("fallbacks"_L1).toInt(), 1);
        QCOMPARE(total.value("answered"_L1).toInt(), 3);
        const auto sumOf = [&sql](const QString &column) {
            return sql->number(u"SELECT CAST(SUM(%1) AS BIGINT) FROM usage"_s.arg(column)).value();
        };
        QCOMPARE(total.value("platform_cost_nano"_L1).toInteger(), sumOf(u"platform_cost_nano"_s));
        QCOMPARE(total.value("fee_nano"_L1).toInteger(), sumOf(u"fee_nano"_s));
        QVERIFY(total.value("fee_nano"_L1).toInteger() > 0);
        const QJsonArray months = described->value("months"_L1).toArray();
        QCOMPARE(months.size(), 1);
        QCOMPARE(months.first().toObject().value("month"_L1).toString(), u"2026-11"_s);
        QCOMPARE(months.first().toObject().value("active_accounts"_L1).toInt(), 2);
        const QJsonObject plan
            = months.first().toObject().value("plans"_L1).toArray().first().toObject();
        QCOMPARE(plan.value("plan"_L1).toString(), u"percent"_s);
        QCOMPARE(plan.value("fee_nano"_L1), total.value("fee_nano"_L1));
        const QJsonArray days = described->value("days"_L1).toArray();
        QCOMPARE(days.size(), 1);
        QCOMPARE(days.first().toObject().value("day"_L1).toString(),
                 records.first().billingDay.toString(Qt::ISODate));
        for (const QString &sum : total.keys())
            QCOMPARE(days.first().toObject().value(sum), total.value(sum));
        // What is forgotten of an account stays in what was everybody's.
        fixture.post("/v1/account/delete",
                     {{u"password"_s, QString::fromLatin1(ServerFixture::password)}}, bob.token);
        const auto later
            = server::PlatformStatistics(*sql).describe(QDate(2026, 11, 1), QDate(2026, 11, 1));
        QCOMPARE(later->value("total"_L1).toObject(), total);
        QCOMPARE(later->value("accounts"_L1).toInt(), 1);
    }

    void countsReportsOfNobody()
    {
        QFETCH_GLOBAL(QString, engine);
        const auto store = m_stores.create(engine);
        if (!store)
            QSKIP(m_stores.why().constData());
        ServerFixture fixture(*store);
        const QDateTime hour(QDate(2026, 11, 22), QTime(11, 0), Qt::UTC);
        const auto send = [&](const QJsonArray &reports) {
            return fixture.post("/v1/health-reports", {{u"reports"_s, reports}});
        };
        const HealthReport report = reportOf(hour);
        QCOMPARE(HealthReport::fromJson(report.toJson()).value(), report);
        QCOMPARE(send({report.toJson(), report.toJson()}).status, 202);
        HealthReport unknown = report;
        unknown.service = u"somebody"_s;
        HealthReport old = reportOf(hour.addDays(-3));
        const Reply passed = send({report.toJson(), unknown.toJson(), old.toJson()});
        QCOMPARE(passed.json.value("taken"_L1).toInt(), 1);
        const auto sql = fixture.sql();
        server::ServiceReports kept(*sql);
        const QJsonArray rows = *kept.since(hour.addDays(-10));
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().toObject().value("reports"_L1).toInt(), 9);

        QJsonObject more = report.toJson();
        more.insert(u"account_id"_s, u"x"_s);
        QCOMPARE(send({more}).code(), u"bad-report"_s);
        for (const QString &field : {u"service"_s, u"outcome"_s, u"latency"_s, u"hour"_s}) {
            QJsonObject bad = report.toJson();
            bad.insert(field, u""_s);
            QCOMPARE(send({bad}).status, 422);
        }
        QJsonObject minute = report.toJson();
        minute.insert(u"hour"_s, u"2026-11-22T11:07:00Z"_s);
        QCOMPARE(send({minute}).status, 422);
        QCOMPARE(send({}).status, 422);
        QCOMPARE(kept.since(hour.addDays(-10))->first().toObject(), rows.first().toObject());
        QVERIFY(kept.dropBefore(hour.addSecs(1)));
        QCOMPARE(kept.since(hour.addDays(-10))->size(), 0);
    }

    void bucketsTimes()
    {
        QCOMPARE(latencyBucketOf(std::nullopt), LatencyBucket::None);
        QCOMPARE(latencyBucketOf(500), LatencyBucket::To500Ms);
        QCOMPARE(latencyBucketOf(501), LatencyBucket::To1S);
        QCOMPARE(latencyBucketOf(60'000), LatencyBucket::To60S);
        QCOMPARE(latencyBucketOf(60'001), LatencyBucket::Longer);
    }
};

QTEST_GUILESS_MAIN(TestPlatformStatistics)
#include "tst_platformstatistics.moc"
