#include "core/guard/repetition.h"

#include <QtTest/QTest>

using namespace keyway::guard;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

class TestRepetition : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stops_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("everyMs");
        QTest::addColumn<int>("admitted");
        QTest::newRow("as many as may come") << 3 << 10 << 3;
        QTest::newRow("one more") << 4 << 10 << 3;
        QTest::newRow("a loop") << 1000 << 10 << 3;
        QTest::newRow("at once") << 10 << 0 << 3;
        QTest::newRow("slow enough") << 1000 << 21'000 << 1000;
        QTest::newRow("just too fast") << 1000 << 19'000 << 3;
    }
    void stops()
    {
        QFETCH(int, count);
        QFETCH(int, everyMs);
        QFETCH(int, admitted);
        Repetitions repetitions({3, 60s});
        int passed = 0;
        for (int i = 0; i < count; ++i)
            passed += repetitions.admit("mark", milliseconds(i) * everyMs);
        QCOMPARE(passed, admitted);
        QCOMPARE(repetitions.isStopped("mark"), admitted < count);
        QVERIFY(repetitions.admit("another", milliseconds(count) * everyMs));
    }

    void staysStoppedUntilItIsAllowed()
    {
        Repetitions repetitions({2, 60s});
        QVERIFY(repetitions.admit("mark", 0ms));
        QVERIFY(repetitions.admit("mark", 0ms));
        QVERIFY(!repetitions.admit("mark", 0ms));
        QVERIFY(!repetitions.admit("mark", 24h));
        repetitions.allow("mark");
        for (int i = 0; i < 100; ++i)
            QVERIFY(repetitions.admit("mark", 24h));
        QVERIFY(!repetitions.isStopped("mark"));
    }

    void forgetsWhatIsOver()
    {
        Repetitions repetitions({2, 60s});
        for (int i = 0; i < 3; ++i)
            repetitions.admit("stopped", 0ms);
        repetitions.allow("allowed");
        for (int i = 0; i < 100'000; ++i)
            QVERIFY(repetitions.admit(QByteArray::number(i), milliseconds(i) * 1000));
        QVERIFY2(repetitions.size() < 1000, qPrintable(QString::number(repetitions.size())));
        QVERIFY(repetitions.isStopped("stopped"));
        for (int i = 0; i < 5; ++i)
            QVERIFY(repetitions.admit("allowed", 48h));
    }
};

QTEST_GUILESS_MAIN(TestRepetition)
#include "tst_repetition.moc"
