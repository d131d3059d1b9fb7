#include "core/engine/settlement.h"

#include <QtTest/QTest>

using namespace keyway;
using namespace keyway::engine;
using namespace Qt::StringLiterals;

class TestSettlement : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Result<Catalogue> loaded = Catalogue::load(u":/catalogue"_s);
        QVERIFY2(loaded.ok(), loaded.ok() ? "" : qPrintable(loaded.error().detail()));
        m_catalogue = *loaded;
    }

    void exactWhereTheServiceCounted()
    {
        // claude-sonnet-5-5 in November 2026: 2 / 2.5 / 4 / 0.10 / 10 dollars per million.
        Completion completion = answered();
        completion.usage.set(Counter::InUncached, 1000);
        completion.usage.set(Counter::InCacheRead, 10'000);
        completion.usage.set(Counter::InCacheWriteA, 200);
        completion.usage.set(Counter::InCacheWriteB, 30);
        completion.usage.set(Counter::OutText, 500);
        completion.usage.setOutThinking(400);
        const Settlement result = settled(completion);
        QCOMPARE(result.record.costState, CostState::Exact);
        // 2,000,000 + 1,000,000 + 500,000 + 120,000 + 5,000,000 nano-dollars
        QCOMPARE(result.record.platformCost.nano(), 8'620'000);
        QCOMPARE(result.record.platformFee.nano(), 431'000);
        QCOMPARE(result.cost->lines.size(), 5);
        QVERIFY(!result.record.priceVersion.isEmpty());
    }

    void nothingWhereItWasSurelyNotBilled()
    {
        Completion completion;
        completion.outcome = Outcome::Failed;
        completion.error = Error(Error::Kind::RateLimited);
        completion.sent = true;
        completion.httpStatus = 429;
        const Settlement result = settled(completion);
        QCOMPARE(result.record.outcome, Outcome::Failed);
        QCOMPARE(result.record.costState, CostState::Exact);
        QCOMPARE(result.record.platformCost, Money());
        QCOMPARE(result.record.platformFee, Money());
        QCOMPARE(result.record.httpStatus, 429);
    }

    void unknownWhereItMayHaveBeenBilledWithoutAnAnswer()
    {
        Completion completion;
        completion.outcome = Outcome::Failed;
        completion.error = Error(Error::Kind::Timeout).withBilling(Error::Billing::Possible);
        completion.sent = true;
        const Settlement result = settled(completion);
        QCOMPARE(result.record.outcome, Outcome::Unknown);
        QCOMPARE(result.record.costState, CostState::Unknown);
        QCOMPARE(result.record.platformFee, Money());
    }

    void estimatedWhereTheStreamWasCut()
    {
        Completion completion;
        completion.outcome = Outcome::Failed;
        completion.error = Error(Error::Kind::Network).withBilling(Error::Billing::Possible);
        completion.sent = true;
        completion.text = QString(400, u'x'); // 100 tokens, as Keyway counts
        const Settlement result = settled(completion);
        QCOMPARE(result.record.outcome, Outcome::Failed);
        QCOMPARE(result.record.costState, CostState::Estimated);
        QCOMPARE(result.record.usage[Counter::OutText], 100);
        QCOMPARE(result.record.usage[Counter::InUncached], 3); // "Hello there"
        QCOMPARE(result.record.platformCost.nano(), 100 * 10'000 + 3 * 2'000);
    }

    void keepsTheServicesInputCountWhenTheStreamWasCut()
    {
        Completion completion;
        completion.outcome = Outcome::Cancelled;
        completion.error = Error(Error::Kind::Cancelled);
        completion.sent = true;
        completion.inputReported = true;
        completion.usage.set(Counter::InUncached, 77);
        completion.usage.set(Counter::OutText, 1); // a small provisional number
        completion.text = QString(40, u'y');
        const Settlement result = settled(completion);
        QCOMPARE(result.record.outcome, Outcome::Cancelled);
        QCOMPARE(result.record.costState, CostState::Estimated);
        QCOMPARE(result.record.usage[Counter::InUncached], 77);
        QCOMPARE(result.record.usage[Counter::OutText], 10);
    }

    void unknownAndNotZeroWithoutAPrice()
    {
        Completion completion = answered();
        completion.usage.set(Counter::InUncached, 10);
        completion.usage.set(Counter::OutText, 10);
        UsageRecord record = started();
        record.model = u"nobody-knows-this"_s;
        const Settlement result
            = settle(record, request(), completion, Integration(), m_catalogue, FeePolicy(), false);
        QCOMPARE(result.record.outcome, Outcome::Completed);
        QCOMPARE(result.record.costState, CostState::Unknown);
        QCOMPARE(result.record.platformFee, Money());
        QVERIFY(!result.cost);
    }

    void tiersOfTheReplyChangeListPricesOnly()
    {
        const auto costAt
            = [this](const QString &service, const QString &model, const QString &tier) {
                  Completion completion = answered();
                  completion.priceFacts.insert(u"service_tier"_s, tier);
                  completion.usage.set(Counter::InUncached, 1000);
                  completion.usage.set(Counter::OutText, 100);
                  UsageRecord record = started();
                  record.service = service;
                  record.model = model;
                  return settle(record, request(), completion, Integration(), m_catalogue,
                                FeePolicy(), false)
                      .record;
              };
        const UsageRecord usual = costAt(u"openai"_s, u"gpt-6-luna"_s, u"default"_s);
        QCOMPARE(usual.platformCost.nano(), 1000 * 100 + 100 * 500);
        QCOMPARE(costAt(u"openai"_s, u"gpt-6-luna"_s, u"priority"_s).platformCost.nano(),
                 2 * usual.platformCost.nano());
        const UsageRecord strange = costAt(u"openai"_s, u"gpt-6-luna"_s, u"never-heard-of"_s);
        QCOMPARE(strange.costState, CostState::Unknown);
        const UsageRecord local = costAt(u"ollama"_s, u"llama3.1:8b"_s, u"default"_s);
        QCOMPARE(local.costState, CostState::Exact);
        QCOMPARE(local.platformCost, Money());
    }

    void passesBesideTheTotalsAreBilledAtTheirOwnModel()
    {
        const auto settled = [this](const QString &model) {
            Completion completion = answered();
            completion.usage.set(Counter::InUncached, 1000);
            completion.usage.set(Counter::OutText, 100);
            TokenUsage own;
            own.set(Counter::InUncached, 60'000);
            TokenUsage other;
            other.set(Counter::OutText, 10);
            completion.passes = {{QString(), own}, {model, other}};
            UsageRecord record = started();
            record.service = u"anthropic"_s;
            record.model = u"claude-sonnet-5-5"_s;
            return settle(record, request(), completion, Integration(), m_catalogue, FeePolicy(),
                          false);
        };
        // 2 dollars in, 10 out; Opus 5.5 takes 20 for a million out.
        const Settlement known = settled(u"claude-opus-5-5"_s);
        QCOMPARE(known.record.costState, CostState::Exact);
        QCOMPARE(known.record.platformCost.nano(), 61'000 * 2000 + 100 * 10'000 + 10 * 20'000);
        QCOMPARE(known.record.usage[Counter::InUncached], 61'000);
        QCOMPARE(known.record.usage[Counter::OutText], 110);
        QCOMPARE(known.cost->lines.size(), 4);
        const Settlement strange = settled(u"never-heard-of"_s);
        QCOMPARE(strange.record.costState, CostState::Unknown);
        QCOMPARE(strange.record.usage[Counter::OutText], 110);
    }

    void discountsAndRegionsAreInThePrice()
    {
        const auto costOf = [this](const PriceFacts &facts, const Integration &integration) {
            Completion completion = answered();
            completion.priceFacts = facts;
            completion.usage.set(Counter::InUncached, 1000);
            UsageRecord record = started();
            record.service = u"anthropic"_s;
            record.model = u"claude-sonnet-5-5"_s;
            return settle(record, request(), completion, integration, m_catalogue, FeePolicy(),
                          false)
                .record;
        };
        QCOMPARE(costOf({{u"inference_geo"_s, u"us"_s}}, {}).platformCost.nano(), 2'200'000);
        QCOMPARE(costOf({{u"speed"_s, u"warp"_s}}, {}).costState, CostState::Unknown);
        Integration contract;
        contract.terms.discounts = {{QDate(2026, 1, 1), std::nullopt, {}, {85, 100}}};
        const UsageRecord paid = costOf({{u"inference_geo"_s, u"us"_s}}, contract);
        QCOMPARE(paid.platformCost.nano(), 1'870'000);
        QCOMPARE(paid.priceVersion, u"own"_s);
    }

    void thePriceTheUserEnteredWins()
    {
        const auto own = Catalogue::parseOwnTerms(
            R"({"models": {"claude-sonnet-5-5": {"from": "2026-01-01",
                "prices": {"in_uncached": "1.00", "out_text": "2.00"}}}})");
        QVERIFY2(own.ok(), own.ok() ? "" : qPrintable(own.error().detail()));
        Integration integration;
        integration.terms = *own;
        Completion completion = answered();
        completion.usage.set(Counter::InUncached, 1'000'000);
        completion.usage.set(Counter::OutText, 500'000);
        const Settlement result = settle(started(), request(), completion, integration, m_catalogue,
                                         FeePolicy(), false);
        QCOMPARE(result.record.platformCost.nano(), 2'000'000'000);
        QCOMPARE(result.record.priceVersion, u"own"_s);
    }

    void whatTheServiceSaysItCostsWins()
    {
        Completion completion = answered();
        completion.usage.set(Counter::InUncached, 1000);
        completion.usage.set(Counter::OutText, 1000);
        completion.statedCost = Money::fromNano(123'456);
        const Settlement result = settled(completion);
        QCOMPARE(result.record.platformCost.nano(), 123'456);
        QCOMPARE(result.record.costState, CostState::Exact);
        QVERIFY(result.cost); // our own figure is kept beside it
    }

    void theUpperBoundHolds()
    {
        PromptRequest asked = request();
        asked.instructions = u"Überall Umlaute: äöü"_s;
        QVERIFY(promptTokensAtMost(asked) > asked.instructions.toUtf8().size());
        QVERIFY(promptTokensAtMost(asked) > estimatedPromptTokens(asked));
    }

private:
    static PromptRequest request()
    {
        PromptRequest request;
        request.messages = {{Message::Role::User, u"Hello there"_s}};
        return request;
    }
    static UsageRecord started()
    {
        UsageRecord record;
        record.service = u"anthropic"_s;
        record.model = u"claude-sonnet-5-5"_s;
        record.startedAt = QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
        return record;
    }
    static Completion answered()
    {
        Completion completion;
        completion.outcome = Outcome::Completed;
        completion.usageReported = true;
        completion.sent = true;
        completion.text = u"Fine."_s;
        completion.httpStatus = 200;
        return completion;
    }
    Settlement settled(const Completion &completion) const
    {
        return settle(started(), request(), completion, Integration(), m_catalogue, FeePolicy(),
                      false);
    }

    Catalogue m_catalogue;
};

QTEST_GUILESS_MAIN(TestSettlement)
#include "tst_settlement.moc"
