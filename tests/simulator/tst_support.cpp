#include "tests/support/await.h"
#include "tests/support/fakeclock.h"
#include "tests/support/temporarydatadir.h"

#include <QCoro/QCoroCore>
#include <QtCore/QTimer>
#include <QtTest/QTest>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {
Task<int> later(int value)
{
    QTimer timer;
    timer.start(std::chrono::milliseconds(5));
    co_await timer;
    co_return value;
}
Task<int> failing()
{
    co_return Error(Error::Kind::Storage);
}
QCoro::Task<QString> plain()
{
    co_return u"plain"_s;
}
} // namespace

class TestSupport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void awaitGivesTheResult()
    {
        QCOMPARE(await(later(7)).value(), 7);
        QCOMPARE(await(failing()).error().kind(), Error::Kind::Storage);
        QCOMPARE(await(plain()), u"plain"_s);
    }

    void awaitFailsTheTestThatWaitsTooLong()
    {
        QEXPECT_FAIL("", "the time-out is what is tested", Continue);
        QTimer timer;
        timer.start(std::chrono::milliseconds(100));
        const Result<int> late = await(sleeping(&timer), std::chrono::milliseconds(5));
        QCOMPARE(late.error().reason(), u"await-timeout"_s);
        QTest::qWait(120);
    }

    void theFakeClockMovesOnlyWhenTold()
    {
        FakeClock clock;
        const QDateTime start = clock.now();
        const std::chrono::milliseconds mark = clock.monotonic();
        QTest::qWait(5);
        QCOMPARE(clock.now(), start);
        clock.advance(std::chrono::seconds(90));
        QCOMPARE(clock.now(), start.addSecs(90));
        QCOMPARE(clock.monotonic() - mark, std::chrono::milliseconds(90'000));
        clock.jumpTo(start.addDays(-1));
        QCOMPARE(clock.now(), start.addDays(-1));
        QCOMPARE(clock.monotonic() - mark, std::chrono::milliseconds(90'000));
    }

    void theDataDirFindsBytes()
    {
        QString path;
        {
            const TemporaryDataDir dir;
            path = dir.path();
            QVERIFY(QDir(path).mkpath(u"deep"_s));
            QFile file(dir.filePath(u"deep/.hidden"_s));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("some canary here");
            file.close();
            QCOMPARE(dir.filesContaining("canary"_ba), QStringList{u"deep/.hidden"_s});
            QVERIFY(dir.filesContaining("other"_ba).isEmpty());
        }
        QVERIFY(!QFile::exists(path));
    }

private:
    static Task<int> sleeping(QTimer *timer)
    {
        co_await timer;
        co_return 1;
    }
};

QTEST_GUILESS_MAIN(TestSupport)
#include "tst_support.moc"
