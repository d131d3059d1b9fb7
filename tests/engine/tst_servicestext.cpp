// Prompts at every service, from the dispatcher through the adapter and a socket to a simulator
// that refuses what the service would refuse, and back into the ledger.

#include "core/engine/attemptpolicy.h"
#include "tests/engine/services/servicechecks.h"

#include <QtTest/QTest>

using namespace keyway;
using namespace keyway::engine;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

const QString wholeAnswer = u"The provider simulator answers with these words."_s;

NextStep stepAfterThe(const AttemptReport &attempt)
{
    return stepAfter(attempt.record.outcome, attempt.error, !attempt.text.isEmpty(),
                     RequestType::Text, DoubleBill::Stop);
}

} // namespace

class TestServicesText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_bench = std::make_unique<ServiceBench>(textRows()); }
    void cleanupTestCase() { m_bench.reset(); }

    void success_data() { addRows(*m_bench, Situation::Success); }
    void success()
    {
        QFETCH(QString, row);
        const ServiceRow &at = m_bench->row(row);
        const RowEnd &end = m_bench->end(Situation::Success, row);
        checkAnswer(at, end, 0);
        QVERIFY2(end.texts > 3, "the text came in one piece");
        QCOMPARE(end.answer.attempts.size(), 1);
        if (!at.keyless)
            checkWhatWasSent(*m_bench, at, end, 1);
        QVERIFY(!end.integration.hold);
    }

    void cutInText_data() { addRows(*m_bench, Situation::CutInText); }
    void cutInText()
    {
        QFETCH(QString, row);
        const ServiceRow &at = m_bench->row(row);
        const RowEnd &end = m_bench->end(Situation::CutInText, row);
        const AttemptReport &attempt = only(end);
        QCOMPARE(attempt.record.outcome, Outcome::Failed);
        QCOMPARE(end.answer.text, wholeAnswer.left(23));
        QCOMPARE(attempt.error->kind(), Error::Kind::Network);
        QCOMPARE(attempt.error->billing(), Error::Billing::Possible);
        QCOMPARE(stepAfterThe(attempt), NextStep::EndRequest);
        QVERIFY(!waitBeforeRetry(*attempt.error, 0, 0));
        checkBill(attempt.record, at.cutUsage, at.prices ? at.prices->of(at.cutUsage) : Money(),
                  at.prices ? CostState::Estimated : CostState::Unknown);
        checkLedger(*m_bench, end);
    }

    void lostAnswer_data() { addRows(*m_bench, Situation::LostAnswer); }
    void lostAnswer()
    {
        QFETCH(QString, row);
        const ServiceRow &at = m_bench->row(row);
        const RowEnd &end = m_bench->end(Situation::LostAnswer, row);
        const AttemptReport &attempt = only(end);
        QCOMPARE(attempt.record.outcome, Outcome::Unknown);
        QCOMPARE(attempt.record.costState, CostState::Unknown);
        QCOMPARE(attempt.record.platformCost, Money());
        QCOMPARE(attempt.error->billing(), Error::Billing::Possible);
        QCOMPARE(stepAfterThe(attempt), NextStep::StopBeforeDoubleBill);
        QVERIFY(!waitBeforeRetry(*attempt.error, 0, 0));
        if (!at.keyless)
            QCOMPARE(m_bench->sentWith(end.key).size(), 1);
        checkLedger(*m_bench, end);
    }

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
        QVERIFY(!attempt.error->reply().words.contains(QString::fromLatin1(end.key)));
        checkNextIsAsked(attempt, end, true);
        checkWhatWasSent(*m_bench, at, end, 1);
        checkLedger(*m_bench, end);
    }

    void outOfMoney_data() { addRows(*m_bench, Situation::OutOfMoney); }
    void outOfMoney()
    {
        QFETCH(QString, row);
        const ServiceRow &at = m_bench->row(row);
        const RowEnd &end = m_bench->end(Situation::OutOfMoney, row);
        const AttemptReport &attempt = only(end);
        checkFree(attempt, at.outOfMoney->kind);
        QCOMPARE(attempt.error->reason(), at.outOfMoney->reason);
        QCOMPARE(attempt.record.httpStatus, at.outOfMoney->fault.status);
        QVERIFY(!attempt.error->reply().words.isEmpty());
        checkNextIsAsked(attempt, end, true);
        checkLedger(*m_bench, end);
    }

    void rateLimit_data() { addRows(*m_bench, Situation::RateLimit); }
    void rateLimit()
    {
        QFETCH(QString, row);
        const ServiceRow &at = m_bench->row(row);
        const RowEnd &end = m_bench->end(Situation::RateLimit, row);
        QCOMPARE(end.answer.attempts.size(), 2);
        const AttemptReport &first = end.answer.attempts[0];
        checkFree(first, Error::Kind::RateLimited);
        checkNextIsAsked(first, end, false);
        checkWait(at, end);
        const milliseconds asked = first.error->reply().retryAfter.value_or(milliseconds(0));
        QCOMPARE(end.waits, QList<milliseconds>{asked});
        checkAnswer(at, end, 1);
        if (at.keyless)
            return;
        const auto sent = m_bench->sentWith(end.key);
        QCOMPARE(sent.size(), 2);
        const qint64 between = sent[0].receivedAt.msecsTo(sent[1].receivedAt);
        QVERIFY2(between >= asked.count() - 50, QByteArray::number(between));
    }

    void overloaded_data() { addRows(*m_bench, Situation::Overloaded); }
    void overloaded()
    {
        QFETCH(QString, row);
        const ServiceRow &at = m_bench->row(row);
        const RowEnd &end = m_bench->end(Situation::Overloaded, row);
        const AttemptReport &attempt = only(end);
        checkFree(attempt, Error::Kind::Overloaded);
        QCOMPARE(attempt.record.httpStatus, at.overloaded->fault.status);
        checkNextIsAsked(attempt, end, false);
        QCOMPARE(waitBeforeRetry(*attempt.error, 0, 0), std::optional(milliseconds(500)));
        QCOMPARE(waitBeforeRetry(*attempt.error, 1, 0), std::optional(milliseconds(1000)));
        QVERIFY(!waitBeforeRetry(*attempt.error, 2, 0));
        checkLedger(*m_bench, end);
    }

    void refusal_data() { addRows(*m_bench, Situation::Refusal); }
    void refusal()
    {
        QFETCH(QString, row);
        const ServiceRow &at = m_bench->row(row);
        const RowEnd &end = m_bench->end(Situation::Refusal, row);
        const AttemptReport &attempt = only(end);
        QCOMPARE(nameOf(attempt.record.outcome), nameOf(at.refusal->outcome));
        QCOMPARE(stepAfterThe(attempt), NextStep::EndRequest);
        QVERIFY(!end.integration.hold);
        if (at.refusal->outcome == Outcome::Failed) {
            checkFree(attempt, Error::Kind::Rejected);
            QCOMPARE(attempt.error->reason(), u"policy"_s);
            QCOMPARE(attempt.error->reply().words, at.refusal->words);
        } else {
            QVERIFY(!attempt.error);
            // What comes in a field of its own is shown as the answer.
            if (at.refusal->outcome == Outcome::Refused && at.refusal->words == wholeAnswer)
                QCOMPARE(end.answer.text, wholeAnswer);
            const TokenUsage usage = at.refusal->usage.value_or(at.usage);
            const Money priced = at.prices ? at.prices->of(usage) : Money();
            checkBill(attempt.record, usage, at.stated.value_or(priced), at.costState());
        }
        checkLedger(*m_bench, end);
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
        if (!at.keyless)
            checkWhatWasSent(*m_bench, at, end, 1);
        checkLedger(*m_bench, end);
    }

private:
    /// A whole answer, its counts and its price, as the given attempt.
    void checkAnswer(const ServiceRow &at, const RowEnd &end, qsizetype index)
    {
        QVERIFY2(!end.answer.error,
                 qPrintable(end.answer.error
                                ? end.answer.error->reply().words + end.answer.error->detail()
                                : QString()));
        QCOMPARE(end.answer.outcome, Outcome::Completed);
        QCOMPARE(end.answer.text, wholeAnswer);
        const UsageRecord &record = end.answer.attempts[index].record;
        checkBill(record, at.usage, at.cost(), at.costState());
        QCOMPARE(record.statedCost.has_value(), at.stated.has_value());
        QCOMPARE(record.modelReported, at.model.startsWith("command"_L1) ? QString() : at.model);
        QCOMPARE(record.httpStatus, 200);
        QVERIFY(record.firstTokenMs);
        if (!at.ownPrices.isEmpty())
            QCOMPARE(record.priceVersion, ownPriceVersion);
        else
            QCOMPARE(record.priceVersion.isEmpty(), !at.prices);
        checkLedger(*m_bench, end);
    }

    std::unique_ptr<ServiceBench> m_bench;
};

QTEST_GUILESS_MAIN(TestServicesText)
#include "tst_servicestext.moc"
