#include "core/client/servicehealth.h"

#include <QtTest/QTest>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now(QDate(2026, 11, 22), QTime(12, 20), Qt::UTC);

HealthReport report(int hoursAgo, ServiceOutcome outcome, qint64 count,
                    LatencyBucket latency = LatencyBucket::To1S)
{
    HealthReport one;
    one.service = u"openai"_s;
    one.outcome = outcome;
    one.latency = outcome == ServiceOutcome::Answered ? latency : LatencyBucket::None;
    one.hour = QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC).addSecs(-3600 * hoursAgo);
    one.count = count;
    return one;
}

} // namespace

Q_DECLARE_METATYPE(keyway::ServiceState)

/// What reports say about a service.
class TestServiceHealth : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tellsTheStateOfNow_data()
    {
        using enum ServiceOutcome;
        QTest::addColumn<QList<HealthReport>>("reports");
        QTest::addColumn<ServiceState>("state");
        using Reports = QList<HealthReport>;
        QTest::newRow("all answered") << Reports{report(0, Answered, 100)} << ServiceState::Working;
        QTest::newRow("one in ten fails")
            << Reports{report(0, Answered, 90), report(0, Overloaded, 10)} << ServiceState::Working;
        QTest::newRow("one in five fails")
            << Reports{report(0, Answered, 80), report(1, NoAnswer, 20)} << ServiceState::Degraded;
        QTest::newRow("half fail")
            << Reports{report(0, Answered, 50), report(0, Unreachable, 50)} << ServiceState::Down;
        QTest::newRow("users' own matters do not count")
            << Reports{report(0, Answered, 10), report(0, Other, 500)} << ServiceState::Working;
        QTest::newRow("few reports are no outage")
            << Reports{report(0, Answered, 1), report(0, Overloaded, 3)} << ServiceState::Working;
        QTest::newRow("few, and none answered")
            << Reports{report(0, Overloaded, 3)} << ServiceState::Degraded;
        QTest::newRow("trouble that is over")
            << Reports{report(5, Overloaded, 100), report(0, Answered, 100)}
            << ServiceState::Working;
        QTest::newRow("not asked lately")
            << Reports{report(5, Answered, 100)} << ServiceState::Unheard;
        QTest::newRow("slow") << Reports{report(5, Answered, 100, LatencyBucket::To500Ms),
                                         report(0, Answered, 10, LatencyBucket::To5S)}
                              << ServiceState::Slow;
        QTest::newRow("always like that") << Reports{report(5, Answered, 100, LatencyBucket::To5S),
                                                     report(0, Answered, 10, LatencyBucket::To5S)}
                                          << ServiceState::Working;
    }
    void tellsTheStateOfNow()
    {
        QFETCH(QList<HealthReport>, reports);
        const QList<ServiceHealth> health = serviceHealth({now.addDays(-1), reports}, now);
        QCOMPARE(health.size(), 1);
        QTEST(health.first().state, "state");
        QCOMPARE(health.first().hours.size(), 25); // the first one is not whole
        QCOMPARE(health.first().hours.constLast().hour.time(), QTime(12, 0));
    }

    void countsAnswersAndTimes()
    {
        const HealthFigures figures{
            now.addDays(-1),
            {report(3, ServiceOutcome::Answered, 60, LatencyBucket::To500Ms),
             report(2, ServiceOutcome::Answered, 34, LatencyBucket::To2S),
             report(2, ServiceOutcome::Answered, 6, LatencyBucket::Longer),
             report(2, ServiceOutcome::RateLimited, 7), report(1, ServiceOutcome::Other, 9),
             report(40, ServiceOutcome::Overloaded, 500)}}; // before the period
        const ServiceHealth health = serviceHealth(figures, now).first();
        QCOMPARE(health.reports, 107);
        QCOMPARE(health.answered, 100);
        QCOMPARE(health.median, LatencyBucket::To500Ms);
        QCOMPARE(health.slowest, LatencyBucket::Longer);
        QCOMPARE(health.outcomes.value(ServiceOutcome::RateLimited), 7);
        QCOMPARE(health.outcomes.value(ServiceOutcome::Other), 9);
        QVERIFY(!health.outcomes.contains(ServiceOutcome::Overloaded));
        QVERIFY(serviceHealth({now, {}}, now).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestServiceHealth)
#include "tst_servicehealth.moc"
