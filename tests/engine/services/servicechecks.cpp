#include "tests/engine/services/servicechecks.h"

#include "core/engine/attemptpolicy.h"

#include <QtTest/QTest>

namespace keyway::engine {

using std::chrono::milliseconds;

void checkFree(const AttemptReport &attempt, Error::Kind kind)
{
    QCOMPARE(nameOf(attempt.record.outcome), nameOf(Outcome::Failed));
    QVERIFY(attempt.error);
    QCOMPARE(Error::kindName(attempt.error->kind()), Error::kindName(kind));
    QCOMPARE(attempt.error->billing(), Error::Billing::SurelyNot);
    QCOMPARE(attempt.record.costState, CostState::Exact);
    QCOMPARE(attempt.record.platformCost, Money());
    QVERIFY(attempt.text.isEmpty());
}

void checkNextIsAsked(const AttemptReport &attempt, const RowEnd &end, bool leftOut)
{
    QCOMPARE(stepAfter(attempt.record.outcome, attempt.error, !attempt.text.isEmpty(),
                       attempt.record.type, DoubleBill::Stop),
             NextStep::AskNext);
    QCOMPARE(end.integration.hold.has_value(), leftOut);
    if (!leftOut)
        return;
    QCOMPARE(Error::kindName(end.integration.hold->kind), Error::kindName(attempt.error->kind()));
    QVERIFY2(!waitBeforeRetry(*attempt.error, 0, 0), "no wait mends it");
}

void checkWhatWasSent(const ServiceBench &bench, const ServiceRow &row, const RowEnd &end,
                      qsizetype prompts)
{
    const QList<simulator::RecordedRequest> sent = bench.sentWith(end.key);
    QVERIFY(!sent.isEmpty());
    qsizetype asked = 0;
    const QByteArray base = row.call.mid(row.call.indexOf('/')).split('/').value(1);
    for (const simulator::RecordedRequest &request : sent) {
        if (request.method + ' ' + request.path() == row.call)
            ++asked;
        else
            QCOMPARE(request.method, QByteArray("GET"));
        QCOMPARE(request.path().split('/').value(1), base);
        QCOMPARE(request.head.count(end.key), 1);
        QVERIFY(!request.target.contains(end.key));
        QVERIFY(!request.body.contains(end.key));
    }
    QCOMPARE(sent.constFirst().method + ' ' + sent.constFirst().path(), row.call);
    QCOMPARE(asked, prompts);
    for (const simulator::RecordedRequest &request : bench.sentElsewhere())
        QVERIFY(!request.head.contains(end.key) && !request.body.contains(end.key));
}

void checkLedger(ServiceBench &bench, const RowEnd &end)
{
    const QList<UsageRecord> kept = bench.records(end.answer.requestId);
    QCOMPARE(kept.size(), end.answer.attempts.size());
    for (const UsageRecord &record : kept) {
        const UsageRecord &told = end.answer.attempts[record.attempt - 1].record;
        QCOMPARE(nameOf(record.outcome), nameOf(told.outcome));
        QCOMPARE(record.errorKind, told.errorKind);
        QCOMPARE(nameOf(record.costState), nameOf(told.costState));
        QCOMPARE(record.platformCost.nano(), told.platformCost.nano());
        QCOMPARE(record.usage.toJson(), told.usage.toJson());
    }
}

void checkBill(const UsageRecord &record, const TokenUsage &usage, Money cost, CostState state)
{
    QCOMPARE(record.usage.toJson(), usage.toJson());
    QCOMPARE(nameOf(record.costState), nameOf(state));
    QCOMPARE(record.platformCost.nano(), cost.nano());
}

void checkWait(const ServiceRow &row, const RowEnd &end)
{
    const auto asked = end.answer.attempts.constFirst().error->reply().retryAfter;
    QVERIFY(asked);
    // A date has no parts of a second, and some time passes until it is read.
    const bool isDate = row.limited->fault.retryAfter.form == simulator::RetryAfter::Form::HttpDate;
    QVERIFY2(isDate ? *asked <= row.limited->wait && *asked > milliseconds(0)
                    : *asked == row.limited->wait,
             QByteArray::number(qint64(asked->count())));
}

const AttemptReport &only(const RowEnd &end)
{
    if (end.answer.attempts.size() != 1)
        qFatal("%d attempts", int(end.answer.attempts.size()));
    return end.answer.attempts.constFirst();
}

void addRows(const ServiceBench &bench, Situation situation)
{
    QTest::addColumn<QString>("row");
    for (const ServiceRow &row : bench.rows()) {
        if (row.knows(situation))
            QTest::newRow(row.name) << QString::fromLatin1(row.name);
    }
}

} // namespace keyway::engine
