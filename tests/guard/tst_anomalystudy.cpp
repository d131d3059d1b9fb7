#include "tests/guard/anomalystudy.h"

#include <QtTest/QTest>

using namespace keyway;
using namespace keyway::guard;
using namespace Qt::StringLiterals;

namespace {

int rounds()
{
    return std::max(20, qEnvironmentVariableIntValue("KEYWAY_TEST_ROUNDS"));
}

} // namespace

class TestAnomalyStudy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSamePersonTwice()
    {
        QCOMPARE(syntheticUser(7).hours, syntheticUser(7).hours);
        QVERIFY(syntheticUser(7).hours != syntheticUser(8).hours);
    }

    /// The figures that SECURITY.md promises.
    void isSeldomWrong()
    {
        AnomalyStudy study;
        for (int i = 0; i < rounds(); ++i)
            study.add(syntheticUser(static_cast<quint64>(i)), static_cast<quint64>(i));
        qInfo().noquote() << study.report();
        QVERIFY(study.milliAlarmDays() <= 300);
        QVERIFY(study.hourAlarms + study.dayAlarms > 0); // they are no saints
        QVERIFY(study.alarmDaysAnswered <= study.alarmDays);
        QVERIFY(study.spikes[0].percent() >= 80);
        QCOMPARE(study.spikes[1].found, study.spikes[1].tried);
        QVERIFY(study.spikes[1].tried >= rounds());
    }

    void readsAFile()
    {
        QString problem;
        const auto series = seriesFromCsv("hour,dollars\n"
                                          "2026-11-02T01:00:00Z,0.25\n"
                                          "2026-11-01T23:00:00Z,1.000000001\r\n"
                                          "\n"
                                          "2026-11-02T01:00:00Z,0.5\n",
                                          &problem);
        QVERIFY2(series, qPrintable(problem));
        QCOMPARE(series->firstDay, QDate(2026, 11, 1));
        QCOMPARE(series->days(), 2);
        QCOMPARE(series->hours.at(23), Money::fromNano(1'000'000'001));
        QCOMPARE(series->hours.at(25), Money::fromCents(75));
        QCOMPARE(series->dayUntil(24 + 1), QList<Money>({Money(), Money::fromCents(75)}));
        QVERIFY(!seriesFromCsv("2026-11-02T01:00:00Z,0.25\nlater,much\n", &problem));
        QVERIFY2(problem.contains(u"line 2"_s), qPrintable(problem));
        QVERIFY(seriesFromCsv({}, &problem)->hours.isEmpty());
    }

    void aFileIsJudgedAsAUserIs()
    {
        const SpendSeries user = syntheticUser(3);
        QByteArray csv;
        for (qsizetype i = 0; i < user.hours.size(); ++i) {
            const QDateTime at = QDateTime(user.firstDay, QTime(0, 0), Qt::UTC).addSecs(3600 * i);
            const qint64 nano = user.hours.at(i).nano();
            csv += at.toString(Qt::ISODate).toLatin1() + ','
                + QByteArray::number(nano / 1'000'000'000) + '.'
                + QByteArray::number(nano % 1'000'000'000).rightJustified(9, '0') + '\n';
        }
        QString problem;
        const auto read = seriesFromCsv(csv, &problem);
        QVERIFY2(read, qPrintable(problem));
        AnomalyStudy made, file;
        made.add(user, 3);
        file.add(*read, 3);
        QCOMPARE(file.report(), made.report());
    }
};

QTEST_GUILESS_MAIN(TestAnomalyStudy)
#include "tst_anomalystudy.moc"
