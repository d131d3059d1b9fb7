#include "core/async/canceltoken.h"
#include "core/async/spawn.h"

#include <QtCore/QThread>
#include <QtTest/QTest>

using namespace keyway;

namespace {
Task<int> answerOf(int value)
{
    co_return value;
}
Task<int> failing()
{
    co_return Error(Error::Kind::Storage);
}
} // namespace

class TestSpawn : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_thread.start();
        m_worker.moveToThread(&m_thread);
    }
    void cleanupTestCase()
    {
        m_thread.quit();
        m_thread.wait();
    }

    void deliversOnTheContextsThread()
    {
        QObject context;
        std::optional<int> got;
        QThread *ranOn = nullptr;
        QThread *deliveredOn = nullptr;
        spawn(
            &m_worker,
            [&ranOn] {
                ranOn = QThread::currentThread();
                return answerOf(42);
            },
            &context,
            [&](Result<int> result) {
                got = result.value();
                deliveredOn = QThread::currentThread();
            });
        QTRY_VERIFY(got.has_value());
        QCOMPARE(*got, 42);
        QCOMPARE(ranOn, &m_thread);
        QCOMPARE(deliveredOn, QThread::currentThread());
    }

    void deliversErrors()
    {
        QObject context;
        std::optional<Error::Kind> kind;
        spawn(
            &m_worker, [] { return failing(); }, &context,
            [&kind](Result<int> result) { kind = result.error().kind(); });
        QTRY_VERIFY(kind.has_value());
        QCOMPARE(*kind, Error::Kind::Storage);
    }

    void deliversWhatAPlainFunctionReturns()
    {
        QObject context;
        std::optional<int> got;
        QThread *ranOn = nullptr;
        call(
            &m_worker,
            [&ranOn] {
                ranOn = QThread::currentThread();
                return 7;
            },
            &context, [&got](int value) { got = value; });
        QTRY_VERIFY(got.has_value());
        QCOMPARE(*got, 7);
        QCOMPARE(ranOn, &m_thread);
    }

    void dropsTheValueWhenTheContextIsGone()
    {
        bool called = false;
        {
            QObject context;
            spawn(
                &m_worker, [] { return answerOf(1); }, &context,
                [&called](Result<int>) { called = true; });
        }
        QObject later;
        bool flushed = false;
        spawn(
            &m_worker, [] { return answerOf(2); }, &later,
            [&flushed](Result<int>) { flushed = true; });
        QTRY_VERIFY(flushed);
        QVERIFY(!called);
    }

    void cancelReachesTheOtherThreadOnce()
    {
        const CancelSource source;
        const CancelToken token = source.token();
        int count = 0;
        connect(token.notifier(), &CancelNotifier::cancelled, this, [&count] { ++count; });
        QVERIFY(!token.isCancelled());
        QMetaObject::invokeMethod(&m_worker, [source] {
            source.cancel();
            source.cancel();
        });
        QTRY_COMPARE(count, 1);
        QVERIFY(token.isCancelled());
        QVERIFY(!CancelToken().isCancelled());
    }

private:
    QThread m_thread;
    QObject m_worker;
};

QTEST_GUILESS_MAIN(TestSpawn)
#include "tst_spawn.moc"
