#include "core/engine/attemptpolicy.h"

#include <QtTest/QTest>

using namespace keyway;
using namespace keyway::engine;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

Q_DECLARE_METATYPE(keyway::Error::Kind)
Q_DECLARE_METATYPE(keyway::engine::NextStep)

/// The table of what is tried again, a row each.
class TestAttemptPolicy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theNextStep_data()
    {
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<bool>("maybeBilled");
        QTest::addColumn<QString>("textShown");
        QTest::addColumn<int>("type");
        QTest::addColumn<bool>("doubleBillAllowed");
        QTest::addColumn<int>("outcome");
        QTest::addColumn<NextStep>("step");
        using K = Error::Kind;
        constexpr int text = int(RequestType::Text);
        constexpr int image = int(RequestType::Image);
        constexpr int failed = int(Outcome::Failed);
        constexpr int unknown = int(Outcome::Unknown);
        const QString none;
        const QString some = u"Of 212 comments"_s;
        const auto row = [](const char *name, K kind, bool maybeBilled, const QString &shown,
                            int type, bool allowed, int outcome, NextStep step) {
            QTest::newRow(name) << kind << maybeBilled << shown << type << allowed << outcome
                                << step;
        };
        row("connect failure", K::Network, false, none, text, false, failed, NextStep::AskNext);
        row("429 rate", K::RateLimited, false, none, text, false, failed, NextStep::AskNext);
        row("500 529", K::Overloaded, false, none, text, false, failed, NextStep::AskNext);
        row("no first byte in time", K::Timeout, true, none, text, false, unknown,
            NextStep::StopBeforeDoubleBill);
        row("no first byte, allowed", K::Timeout, true, none, text, true, unknown,
            NextStep::AskNext);
        row("cut before text", K::Network, true, none, text, false, unknown,
            NextStep::StopBeforeDoubleBill);
        row("cut before text, allowed", K::Network, true, none, text, true, unknown,
            NextStep::AskNext);
        row("cut after text", K::Network, true, some, text, true, failed, NextStep::EndRequest);
        row("error event after text", K::Overloaded, true, some, text, true, failed,
            NextStep::EndRequest);
        row("picture possibly started", K::Timeout, true, none, image, true, unknown,
            NextStep::EndRequest);
        row("picture surely not started", K::Network, false, none, image, false, failed,
            NextStep::AskNext);
        row("bad request, too long, policy", K::Rejected, false, none, text, true, failed,
            NextStep::EndRequest);
        row("bad key", K::Auth, false, none, text, false, failed, NextStep::AskNext);
        row("out of money", K::Quota, false, none, text, false, failed, NextStep::AskNext);
        row("model gone", K::Gone, false, none, text, false, failed, NextStep::AskNext);
        row("certificate or redirect", K::Untrusted, false, none, text, false, failed,
            NextStep::AskNext);
        row("limit reached", K::Budget, false, none, text, false, failed, NextStep::AskNext);
        row("key not readable", K::Keychain, false, none, text, false, failed, NextStep::AskNext);
        row("answer not understood", K::Protocol, true, none, text, false, unknown,
            NextStep::StopBeforeDoubleBill);
        row("disk", K::Storage, false, none, text, true, failed, NextStep::EndRequest);
        row("our mistake", K::Internal, false, none, text, true, failed, NextStep::EndRequest);
    }
    void theNextStep()
    {
        QFETCH(Error::Kind, kind);
        QFETCH(bool, maybeBilled);
        QFETCH(QString, textShown);
        QFETCH(int, type);
        QFETCH(bool, doubleBillAllowed);
        QFETCH(int, outcome);
        QFETCH(NextStep, step);
        Completion completion;
        completion.outcome = Outcome::Failed;
        completion.text = textShown;
        completion.error = Error(kind).withBilling(maybeBilled ? Error::Billing::Possible
                                                               : Error::Billing::SurelyNot);
        QCOMPARE(int(outcomeOf(completion)), outcome);
        QCOMPARE(stepAfter(Outcome(outcome), completion.error, !textShown.isEmpty(),
                           RequestType(type),
                           doubleBillAllowed ? DoubleBill::Allow : DoubleBill::Stop),
                 step);
    }

    void answersEndTheRequest_data()
    {
        QTest::addColumn<int>("outcome");
        QTest::newRow("completed") << int(Outcome::Completed);
        QTest::newRow("refused") << int(Outcome::Refused);
        QTest::newRow("filtered") << int(Outcome::Filtered);
        QTest::newRow("cancelled") << int(Outcome::Cancelled);
    }
    void answersEndTheRequest()
    {
        QFETCH(int, outcome);
        Completion completion;
        completion.outcome = Outcome(outcome);
        if (completion.outcome == Outcome::Cancelled)
            completion.error = Error(Error::Kind::Cancelled).withBilling(Error::Billing::Possible);
        QCOMPARE(int(outcomeOf(completion)), outcome);
        QCOMPARE(stepAfter(Outcome(outcome), completion.error, false, RequestType::Text,
                           DoubleBill::Allow),
                 NextStep::EndRequest);
    }

    void waitsAsLongAsTheServiceSays()
    {
        Error::ServiceReply reply;
        reply.retryAfter = milliseconds(1500);
        const Error busy = Error(Error::Kind::RateLimited).withReply(reply);
        QCOMPARE(waitBeforeRetry(busy, 0, 50), milliseconds(1500));
        QCOMPARE(waitBeforeRetry(busy, 1, 50), milliseconds(1500));
        QCOMPARE(waitBeforeRetry(busy, 2, 50), std::nullopt);
        reply.retryAfter = milliseconds(61'000);
        QCOMPARE(waitBeforeRetry(Error(Error::Kind::RateLimited).withReply(reply), 0, 0),
                 std::nullopt);
    }

    void backsOffWithJitter()
    {
        const Error busy(Error::Kind::Overloaded);
        QCOMPARE(waitBeforeRetry(busy, 0, 0), milliseconds(500));
        QCOMPARE(waitBeforeRetry(busy, 1, 0), milliseconds(1000));
        const std::optional<milliseconds> shortened = waitBeforeRetry(busy, 0, 99);
        QVERIFY(shortened && *shortened >= milliseconds(375) && *shortened < milliseconds(500));
    }

    void neverRepeatsWhatMayHaveBeenBilledOrCannotHelp()
    {
        const Error cut = Error(Error::Kind::Network).withBilling(Error::Billing::Possible);
        QCOMPARE(waitBeforeRetry(cut, 0, 0), std::nullopt);
        for (const Error::Kind kind : {Error::Kind::Auth, Error::Kind::Quota, Error::Kind::Gone,
                                       Error::Kind::Untrusted, Error::Kind::Budget})
            QCOMPARE(waitBeforeRetry(Error(kind), 0, 0), std::nullopt);
    }

    void dearerIsTwiceAsMuchAndMoreThanACent()
    {
        const auto cents = [](qint64 tenths) { return Money::fromNano(tenths * 1'000'000); };
        QVERIFY(!isDearer(cents(9), cents(1))); // nine tenths of a cent
        QVERIFY(!isDearer(cents(10), cents(0)));
        QVERIFY(isDearer(cents(11), cents(0)));
        QVERIFY(!isDearer(cents(60), cents(30)));
        QVERIFY(isDearer(cents(61), cents(30)));
        QVERIFY(!isDearer(std::nullopt, cents(30)));
        QVERIFY(!isDearer(cents(61), std::nullopt));
    }
};

QTEST_GUILESS_MAIN(TestAttemptPolicy)
#include "tst_attemptpolicy.moc"
