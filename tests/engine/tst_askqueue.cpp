#include "core/engine/askqueue.h"

#include <QtTest/QTest>

using namespace keyway;
using namespace keyway::engine;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

QList<routing::Candidate> candidates(const QStringList &names)
{
    QList<routing::Candidate> all;
    for (const QString &name : names) {
        routing::Candidate candidate;
        candidate.integrationName = name;
        all.append(candidate);
    }
    return all;
}

QStringList restOf(AskQueue &queue)
{
    QStringList names;
    while (const std::optional<AskTurn> turn = queue.next())
        names.append(turn->candidate.integrationName);
    return names;
}

} // namespace

class TestAskQueue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theOrderOfThePlan()
    {
        AskQueue queue(candidates({u"a"_s, u"b"_s, u"c"_s}));
        QCOMPARE(restOf(queue), QStringList({u"a"_s, u"b"_s, u"c"_s}));
        QVERIFY(!queue.next());
    }

    void thoseThatWaitComeTheSoonestFirst()
    {
        AskQueue queue(candidates({u"a"_s, u"b"_s, u"c"_s}));
        queue.putOff(*queue.next(), milliseconds(300));
        queue.putOff(*queue.next(), milliseconds(200));
        QCOMPARE(restOf(queue), QStringList({u"c"_s, u"b"_s, u"a"_s}));
    }

    void lastResortsComeTheOneThatWorkedLastFirst()
    {
        const QDateTime now(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC);
        AskQueue queue(candidates({u"long dead"_s, u"new trouble"_s, u"as new"_s, u"resting"_s}));
        queue.standBy(*queue.next(), now.addSecs(-3600));
        queue.standBy(*queue.next(), now);
        queue.standBy(*queue.next(), now);
        queue.putOff(*queue.next(), milliseconds(100));
        QCOMPARE(restOf(queue),
                 QStringList({u"resting"_s, u"new trouble"_s, u"as new"_s, u"long dead"_s}));
    }

    void unaskedAreThoseWithoutARetry()
    {
        AskQueue queue(candidates({u"failed"_s, u"put off"_s, u"left"_s}));
        AskTurn failed = *queue.next();
        ++failed.retries;
        queue.putOff(failed, milliseconds(1));
        queue.putOff(*queue.next(), milliseconds(2));
        QStringList names;
        for (const routing::Candidate &candidate : queue.unasked())
            names.append(candidate.integrationName);
        QCOMPARE(names, QStringList({u"left"_s, u"put off"_s}));
    }
};

QTEST_GUILESS_MAIN(TestAskQueue)
#include "tst_askqueue.moc"
