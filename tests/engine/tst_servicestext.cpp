// Prompts at every service, from the dispatcher through the adapter and a socket to a simulator
// that refuses what the service would refuse, and back into the ledger.

#include "core/engine/attemptpolicy.h"
#include "tests/engine/services/servicebench.h"

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

    void success_data() { addRows(Situation::Success); }
    void success()
    {
        const ServiceRow &row = m_bench->row(QString::fromLatin1(QTest::currentDataTag()));
        const RowEnd &end = m_bench->end(Situation::Success, QLatin1String(row.name));
        checkAnswer(row, end, 0);
        QVERIFY2(end.texts > 3, "the text came in one piece");
        QCOMPARE(end.answer.attempts.size(), 1);
        if (!row.keyless)
            checkWhatWasSent(row, end, 1);
        QVERIFY(!end.integration.hold);
    }

    void cutInText_data() { addRows(Situation::CutInText); }
    void cutInText()
    {
        const ServiceRow &row = m_bench->row(QString::fromLatin1(QTest::currentDataTag()));
        const RowEnd &end = m_bench->end(Situation::CutInText, QLatin1String(row.name));
        const AttemptReport &attempt = only(end);
        QCOMPARE(attempt.record.outcome, Outcome::Failed);
        QCOMPARE(end.answer.text, wholeAnswer.left(23));
        QCOMPARE(attempt.error->kind(), Error::Kind::Network);
        QCOMPARE(attempt.error->billing(), Error::Billing::Possible);
        QCOMPARE(stepAfterThe(attempt), NextStep::EndRequest);
        QVERIFY(!waitBeforeRetry(*attempt.error, 0, 0));
        QCOMPARE(attempt.record.usage.toJson(), row.cutUsage.toJson());
        QCOMPARE(attempt.record.costState, row.prices ? CostState::Estimated : CostState::Unknown);
        QCOMPARE(attempt.record.platformCost, row.prices ? row.prices->of(row.cutUsage) : Money());
        checkLedger(end);
    }

    void lostAnswer_data() { addRows(Situation::LostAnswer); }
    void lostAnswer()
    {
        const ServiceRow &row = m_bench->row(QString::fromLatin1(QTest::currentDataTag()));
        const RowEnd &end = m_bench->end(Situation::LostAnswer, QLatin1String(row.name));
        const AttemptReport &attempt = only(end);
        QCOMPARE(attempt.record.outcome, Outcome::Unknown);
        QCOMPARE(attempt.record.costState, CostState::Unknown);
        QCOMPARE(attempt.record.platformCost, Money());
        QCOMPARE(attempt.error->billing(), Error::Billing::Possible);
        QCOMPARE(stepAfterThe(attempt), NextStep::StopBeforeDoubleBill);
        QVERIFY(!waitBeforeRetry(*attempt.error, 0, 0));
        if (!row.keyless)
            QCOMPARE(m_bench->sentWith(end.key).size(), 1);
        checkLedger(end);
    }

    void badKey_data() { addRows(Situation::BadKey); }
    void badKey()
    {
        const ServiceRow &row = m_bench->row(QString::fromLatin1(QTest::currentDataTag()));
        const RowEnd &end = m_bench->end(Situation::BadKey, QLatin1String(row.name));
        const AttemptReport &attempt = only(end);
        checkFree(attempt, Error::Kind::Auth);
        QCOMPARE(attempt.error->reason(), u"key"_s);
        QCOMPARE(attempt.record.httpStatus, row.badKeyStatus);
        QVERIFY(!attempt.error->reply().words.contains(QString::fromLatin1(end.key)));
        QCOMPARE(stepAfterThe(attempt), NextStep::AskNext);
        QVERIFY(!waitBeforeRetry(*attempt.error, 0, 0));
        QVERIFY(end.integration.hold);
        checkWhatWasSent(row, end, 1);
        checkLedger(end);
    }

    void outOfMoney_data() { addRows(Situation::OutOfMoney); }
    void outOfMoney()
    {
        const ServiceRow &row = m_bench->row(QString::fromLatin1(QTest::currentDataTag()));
        const RowEnd &end = m_bench->end(Situation::OutOfMoney, QLatin1String(row.name));
        const AttemptReport &attempt = only(end);
        checkFree(attempt, row.outOfMoney->kind);
        QCOMPARE(attempt.error->reason(), row.outOfMoney->reason);
        QCOMPARE(attempt.record.httpStatus, row.outOfMoney->fault.status);
        QVERIFY(!attempt.error->reply().words.isEmpty());
        QCOMPARE(stepAfterThe(attempt), NextStep::AskNext);
        QVERIFY2(!waitBeforeRetry(*attempt.error, 0, 0), "no wait brings money");
        QVERIFY(end.integration.hold);
        QCOMPARE(end.integration.hold->kind, Error::Kind::Quota);
        checkLedger(end);
    }

    void rateLimit_data() { addRows(Situation::RateLimit); }
    void rateLimit()
    {
        const ServiceRow &row = m_bench->row(QString::fromLatin1(QTest::currentDataTag()));
        const RowEnd &end = m_bench->end(Situation::RateLimit, QLatin1String(row.name));
        QCOMPARE(end.answer.attempts.size(), 2);
        const AttemptReport &first = end.answer.attempts[0];
        checkFree(first, Error::Kind::RateLimited);
        QCOMPARE(stepAfterThe(first), NextStep::AskNext);
        const auto asked = first.error->reply().retryAfter;
        QVERIFY(asked);
        // A date has no parts of a second, and some time passes until it is read.
        const bool isDate
            = row.limited->fault.retryAfter.form == simulator::RetryAfter::Form::HttpDate;
        QVERIFY2(isDate ? *asked <= row.limited->wait && *asked > milliseconds(0)
                        : *asked == row.limited->wait,
                 QByteArray::number(qint64(asked->count())));
        QCOMPARE(end.waits, QList<milliseconds>{*asked});
        QVERIFY(!end.integration.hold);
        checkAnswer(row, end, 1);
        if (row.keyless)
            return;
        const auto sent = m_bench->sentWith(end.key);
        QCOMPARE(sent.size(), 2);
        const qint64 between = sent[0].receivedAt.msecsTo(sent[1].receivedAt);
        QVERIFY2(between >= asked->count() - 50, QByteArray::number(between));
    }

    void overloaded_data() { addRows(Situation::Overloaded); }
    void overloaded()
    {
        const ServiceRow &row = m_bench->row(QString::fromLatin1(QTest::currentDataTag()));
        const RowEnd &end = m_bench->end(Situation::Overloaded, QLatin1String(row.name));
        const AttemptReport &attempt = only(end);
        checkFree(attempt, Error::Kind::Overloaded);
        QCOMPARE(attempt.record.httpStatus, row.overloaded->fault.status);
        QCOMPARE(stepAfterThe(attempt), NextStep::AskNext);
        QCOMPARE(waitBeforeRetry(*attempt.error, 0, 0), std::optional(milliseconds(500)));
        QCOMPARE(waitBeforeRetry(*attempt.error, 1, 0), std::optional(milliseconds(1000)));
        QVERIFY(!waitBeforeRetry(*attempt.error, 2, 0));
        QVERIFY(!end.integration.hold);
        checkLedger(end);
    }

    void refusal_data() { addRows(Situation::Refusal); }
    void refusal()
    {
        const ServiceRow &row = m_bench->row(QString::fromLatin1(QTest::currentDataTag()));
        const RowEnd &end = m_bench->end(Situation::Refusal, QLatin1String(row.name));
        const AttemptReport &attempt = only(end);
        QCOMPARE(nameOf(attempt.record.outcome), nameOf(row.refusal->outcome));
        QCOMPARE(stepAfterThe(attempt), NextStep::EndRequest);
        QVERIFY(!end.integration.hold);
        if (row.refusal->outcome == Outcome::Failed) {
            checkFree(attempt, Error::Kind::Rejected);
            QCOMPARE(attempt.error->reason(), u"policy"_s);
            QCOMPARE(attempt.error->reply().words, row.refusal->words);
        } else {
            QVERIFY(!attempt.error);
            const TokenUsage usage = row.refusal->usage.value_or(row.usage);
            QCOMPARE(attempt.record.usage.toJson(), usage.toJson());
            const Money priced = row.prices ? row.prices->of(usage) : Money();
            QCOMPARE(attempt.record.platformCost, row.stated.value_or(priced));
            QCOMPARE(attempt.record.costState, row.costState());
        }
        checkLedger(end);
    }

    void redirect_data() { addRows(Situation::Redirect); }
    void redirect()
    {
        const ServiceRow &row = m_bench->row(QString::fromLatin1(QTest::currentDataTag()));
        const RowEnd &end = m_bench->end(Situation::Redirect, QLatin1String(row.name));
        const AttemptReport &attempt = only(end);
        checkFree(attempt, Error::Kind::Untrusted);
        QCOMPARE(attempt.error->reason(), u"redirect"_s);
        QCOMPARE(stepAfterThe(attempt), NextStep::AskNext);
        QVERIFY(!waitBeforeRetry(*attempt.error, 0, 0));
        QVERIFY(end.integration.hold);
        QCOMPARE(m_bench->connectionsElsewhere(), 0);
        if (!row.keyless)
            checkWhatWasSent(row, end, 1);
        checkLedger(end);
    }

private:
    void addRows(Situation situation)
    {
        QTest::addColumn<bool>("dummy");
        for (const ServiceRow &row : m_bench->rows()) {
            if (row.knows(situation))
                QTest::newRow(row.name) << true;
        }
    }

    static const AttemptReport &only(const RowEnd &end)
    {
        if (end.answer.attempts.size() != 1)
            qFatal("%d attempts", int(end.answer.attempts.size()));
        return end.answer.attempts.constFirst();
    }

    /// A whole answer, its counts and its price, as the given attempt.
    void checkAnswer(const ServiceRow &row, const RowEnd &end, qsizetype index)
    {
        QVERIFY2(!end.answer.error,
                 qPrintable(end.answer.error
                                ? end.answer.error->reply().words + end.answer.error->detail()
                                : QString()));
        QCOMPARE(end.answer.outcome, Outcome::Completed);
        QCOMPARE(end.answer.text, wholeAnswer);
        const UsageRecord &record = end.answer.attempts[index].record;
        QCOMPARE(record.usage.toJson(), row.usage.toJson());
        QCOMPARE(nameOf(record.costState), nameOf(row.costState()));
        QCOMPARE(record.platformCost.nano(), row.cost().nano());
        QCOMPARE(record.statedCost.has_value(), row.stated.has_value());
        QCOMPARE(record.modelReported, row.model.startsWith("command"_L1) ? QString() : row.model);
        QCOMPARE(record.httpStatus, 200);
        QVERIFY(record.firstTokenMs);
        if (!row.ownPrices.isEmpty())
            QCOMPARE(record.priceVersion, ownPriceVersion);
        else
            QCOMPARE(record.priceVersion.isEmpty(), !row.prices);
        checkLedger(end);
    }

    static void checkFree(const AttemptReport &attempt, Error::Kind kind)
    {
        QCOMPARE(attempt.record.outcome, Outcome::Failed);
        QVERIFY(attempt.error);
        QCOMPARE(Error::kindName(attempt.error->kind()), Error::kindName(kind));
        QCOMPARE(attempt.error->billing(), Error::Billing::SurelyNot);
        QCOMPARE(attempt.record.costState, CostState::Exact);
        QCOMPARE(attempt.record.platformCost, Money());
        QVERIFY(attempt.text.isEmpty());
    }

    /// The key stands in one header of calls to this service, and nowhere else.
    void checkWhatWasSent(const ServiceRow &row, const RowEnd &end, qsizetype count)
    {
        const auto sent = m_bench->sentWith(end.key);
        QCOMPARE(sent.size(), count);
        for (const simulator::RecordedRequest &request : sent) {
            QCOMPARE(request.method + ' ' + request.path(), row.call);
            QCOMPARE(request.head.count(end.key), 1);
            QVERIFY(!request.target.contains(end.key));
            QVERIFY(!request.body.contains(end.key));
        }
    }

    /// What was told is what is kept.
    void checkLedger(const RowEnd &end)
    {
        const QList<UsageRecord> kept = m_bench->records(end.answer.requestId);
        QCOMPARE(kept.size(), end.answer.attempts.size());
        for (const UsageRecord &record : kept) {
            const UsageRecord &told = end.answer.attempts[record.attempt - 1].record;
            QCOMPARE(record.outcome, told.outcome);
            QCOMPARE(record.errorKind, told.errorKind);
            QCOMPARE(record.costState, told.costState);
            QCOMPARE(record.platformCost, told.platformCost);
            QCOMPARE(record.usage.toJson(), told.usage.toJson());
        }
    }

    std::unique_ptr<ServiceBench> m_bench;
};

QTEST_GUILESS_MAIN(TestServicesText)
#include "tst_servicestext.moc"
