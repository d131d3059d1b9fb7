// Pictures and films at every service, from the queue of jobs through the adapter and a socket to a
// simulator that refuses what the service would refuse, and back into files and the ledger.

#include "core/engine/attemptpolicy.h"
#include "tests/engine/services/servicechecks.h"
#include "tests/support/simulator/media.h"

#include <QtCore/QFile>
#include <QtTest/QTest>

using namespace keyway;
using namespace keyway::engine;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

class TestServicesMedia : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_bench = std::make_unique<ServiceBench>(pictureRows() + filmRows());
        // Jobs wait for most of their time.
        m_bench->begin({Situation::Success, Situation::LostAnswer, Situation::CutInBody,
                        Situation::BadKey, Situation::OutOfMoney, Situation::RateLimit,
                        Situation::Overloaded, Situation::Refusal, Situation::Redirect,
                        Situation::FailedJob, Situation::RedirectedResult});
    }
    void cleanupTestCase() { m_bench.reset(); }

    void success_data() { addRows(*m_bench, Situation::Success); }
    void success()
    {
        QFETCH(QString, row);
        const ServiceRow &at = m_bench->row(row);
        const RowEnd &end = m_bench->end(Situation::Success, row);
        QCOMPARE(end.answer.attempts.size(), 1);
        checkMade(at, end);
        checkWhatWasSent(*m_bench, at, end, 1);
        QVERIFY(!end.integration.hold);
    }

    void lostAnswer_data() { addRows(*m_bench, Situation::LostAnswer); }
    void lostAnswer() { checkUnknown(Situation::LostAnswer); }

    void cutInBody_data() { addRows(*m_bench, Situation::CutInBody); }
    void cutInBody() { checkUnknown(Situation::CutInBody); }

    void badKey_data() { addRows(*m_bench, Situation::BadKey); }
    void badKey()
    {
        QFETCH(QString, row);
        const ServiceRow &at = m_bench->row(row);
        const RowEnd &end = m_bench->end(Situation::BadKey, row);
        const AttemptReport &attempt = only(end);
        checkFree(attempt, Error::Kind::Auth);
        QCOMPARE(attempt.error->reason(), u"key"_s);
        QCOMPARE(attempt.record.httpStatus, at.badKeyStatus);
        checkNextIsAsked(attempt, end, true);
        checkWhatWasSent(*m_bench, at, end, 1);
        checkEnd(end, Outcome::Failed, 0);
    }

    void outOfMoney_data() { addRows(*m_bench, Situation::OutOfMoney); }
    void outOfMoney()
    {
        QFETCH(QString, row);
        const ServiceRow &at = m_bench->row(row);
        const RowEnd &end = m_bench->end(Situation::OutOfMoney, row);
        const AttemptReport &attempt = only(end);
        checkFree(attempt, Error::Kind::Quota);
        QCOMPARE(attempt.record.httpStatus, at.outOfMoney->fault.status);
        checkNextIsAsked(attempt, end, true);
        checkEnd(end, Outcome::Failed, 0);
    }

    void rateLimit_data() { addRows(*m_bench, Situation::RateLimit); }
    void rateLimit()
    {
        QFETCH(QString, row);
        const ServiceRow &at = m_bench->row(row);
        const RowEnd &end = m_bench->end(Situation::RateLimit, row);
        QCOMPARE(end.answer.attempts.size(), 2);
        const AttemptReport &first = end.answer.attempts.constFirst();
        checkFree(first, Error::Kind::RateLimited);
        checkNextIsAsked(first, end, false);
        checkWait(at, end);
        checkMade(at, end);
        checkWhatWasSent(*m_bench, at, end, 2);
        const auto sent = m_bench->sentWith(end.key);
        const qint64 between = sent[0].receivedAt.msecsTo(sent[1].receivedAt);
        QVERIFY2(between >= at.limited->wait.count() - 50, QByteArray::number(between));
    }

    void overloaded_data() { addRows(*m_bench, Situation::Overloaded); }
    void overloaded()
    {
        QFETCH(QString, row);
        const ServiceRow &at = m_bench->row(row);
        const RowEnd &end = m_bench->end(Situation::Overloaded, row);
        // Surely not billed, so it is tried again, twice.
        QCOMPARE(end.answer.attempts.size(), 3);
        for (const AttemptReport &attempt : end.answer.attempts) {
            checkFree(attempt, Error::Kind::Overloaded);
            checkNextIsAsked(attempt, end, false);
        }
        checkWhatWasSent(*m_bench, at, end, 3);
        checkEnd(end, Outcome::Failed, 0);
    }

    void refusal_data() { addRows(*m_bench, Situation::Refusal); }
    void refusal()
    {
        QFETCH(QString, row);
        const ServiceRow &at = m_bench->row(row);
        const RowEnd &end = m_bench->end(Situation::Refusal, row);
        const AttemptReport &attempt = only(end);
        QCOMPARE(nameOf(attempt.record.outcome), nameOf(at.refusal->outcome));
        QVERIFY(!end.integration.hold);
        if (at.refusal->outcome == Outcome::Failed) {
            checkFree(attempt, Error::Kind::Rejected);
            QCOMPARE(attempt.error->reason(), u"policy"_s);
            QVERIFY(!attempt.error->reply().words.isEmpty());
        } else {
            QVERIFY(!attempt.error);
            const TokenUsage usage = at.refusal->usage.value_or(at.usage);
            const Money priced = at.prices ? at.prices->of(usage) : Money();
            checkBill(attempt.record, usage, at.stated.value_or(priced),
                      at.refusal->costState.value_or(at.costState()));
        }
        // Stability AI gives what it blurred, and charges it.
        checkEnd(end, at.refusal->outcome, at.service == "stability"_L1 ? 1 : 0);
        checkWhatWasSent(*m_bench, at, end, 1);
    }

    void redirect_data() { addRows(*m_bench, Situation::Redirect); }
    void redirect()
    {
        QFETCH(QString, row);
        const ServiceRow &at = m_bench->row(row);
        const RowEnd &end = m_bench->end(Situation::Redirect, row);
        const AttemptReport &attempt = only(end);
        checkFree(attempt, Error::Kind::Untrusted);
        QCOMPARE(attempt.error->reason(), u"redirect"_s);
        checkNextIsAsked(attempt, end, true);
        QCOMPARE(m_bench->connectionsElsewhere(Situation::Redirect), 0);
        checkWhatWasSent(*m_bench, at, end, 1);
        checkEnd(end, Outcome::Failed, 0);
    }

    void failedJob_data() { addRows(*m_bench, Situation::FailedJob); }
    void failedJob()
    {
        QFETCH(QString, row);
        const ServiceRow &at = m_bench->row(row);
        const RowEnd &end = m_bench->end(Situation::FailedJob, row);
        const AttemptReport &attempt = only(end);
        QCOMPARE(nameOf(attempt.record.outcome), nameOf(Outcome::Failed));
        QCOMPARE(attempt.error->reason(), u"job-failed"_s);
        checkWhatWasSent(*m_bench, at, end, 1); // never sent again
        QCOMPARE(attempt.record.platformCost, Money());
        QCOMPARE(nameOf(attempt.record.costState), nameOf(CostState::Exact));
        QVERIFY(!end.integration.hold);
        checkEnd(end, Outcome::Failed, 0);
    }

    void redirectedResult_data() { addRows(*m_bench, Situation::RedirectedResult); }
    void redirectedResult()
    {
        QFETCH(QString, row);
        const ServiceRow &at = m_bench->row(row);
        const RowEnd &end = m_bench->end(Situation::RedirectedResult, row);
        // It was made and is billed; the place it is said to be at has nothing, and gets no key.
        checkBill(only(end).record, at.usage, at.cost(), at.costState());
        QVERIFY(end.job->error);
        QCOMPARE(end.job->error->reason(), u"link-expired"_s);
        QVERIFY(m_bench->connectionsElsewhere(Situation::RedirectedResult) > 0);
        for (const simulator::RecordedRequest &request : m_bench->sentElsewhere()) {
            QVERIFY(!request.hasHeader("authorization"));
            QVERIFY(!request.head.contains("sk-canary") && !request.target.contains("sk-canary"));
        }
        checkWhatWasSent(*m_bench, at, end, 1);
        checkEnd(end, Outcome::Completed, 0);
    }

private:
    /// Perhaps made and billed, and never asked for again.
    void checkUnknown(Situation situation)
    {
        QFETCH(QString, row);
        const ServiceRow &at = m_bench->row(row);
        const RowEnd &end = m_bench->end(situation, row);
        const AttemptReport &attempt = only(end);
        QCOMPARE(nameOf(attempt.record.outcome), nameOf(Outcome::Unknown));
        checkBill(attempt.record, {}, Money(), CostState::Unknown);
        QCOMPARE(attempt.error->billing(), Error::Billing::Possible);
        QVERIFY(!end.integration.hold);
        checkEnd(end, Outcome::Unknown, 0);
        checkWhatWasSent(*m_bench, at, end, 1);
    }

    /// The job as it is kept says the same as the attempt, and its files are there.
    void checkEnd(const RowEnd &end, Outcome outcome, int files)
    {
        QVERIFY(end.job && end.job->hasEnded());
        const UsageRecord &record = end.answer.attempts.constLast().record;
        QCOMPARE(nameOf(end.job->outcome), nameOf(outcome));
        QCOMPARE(end.job->recordId, record.recordId);
        QCOMPARE(nameOf(end.job->costState), nameOf(record.costState));
        QCOMPARE(end.job->platformCost.nano(), record.platformCost.nano());
        QCOMPARE(end.job->files.size(), files);
        for (const JobFile &file : end.job->files) {
            QFile made(file.path);
            QVERIFY(made.open(QIODevice::ReadOnly));
            const QByteArray bytes = made.readAll();
            QCOMPARE(bytes.size(), file.bytes);
            QCOMPARE(QString::fromLatin1(simulator::mediaTypeOf(bytes)), file.mimeType);
        }
        checkLedger(*m_bench, end);
    }

    void checkMade(const ServiceRow &at, const RowEnd &end)
    {
        const AttemptReport &attempt = end.answer.attempts.constLast();
        QVERIFY2(!attempt.error,
                 qPrintable(attempt.error ? attempt.error->detail() + u' ' + attempt.error->reason()
                                    + u' ' + attempt.error->reply().words
                                          : QString()));
        QVERIFY2(!end.job->error,
                 qPrintable(end.job->error
                                ? end.job->error->detail() + u' ' + end.job->error->reason()
                                : QString()));
        const UsageRecord &record = attempt.record;
        QCOMPARE(nameOf(record.outcome), nameOf(Outcome::Completed));
        checkBill(record, at.usage, at.cost(), at.costState());
        QCOMPARE(record.statedCost.has_value(), at.stated.has_value());
        checkEnd(end, Outcome::Completed, at.files);
    }

    std::unique_ptr<ServiceBench> m_bench;
};

QTEST_GUILESS_MAIN(TestServicesMedia)
#include "tst_servicesmedia.moc"
