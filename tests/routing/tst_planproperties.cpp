#include "core/guard/reservation.h"
#include "core/routing/plan.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

using namespace keyway;
using namespace keyway::routing;
using namespace Qt::StringLiterals;

namespace {

class Dice {
public:
    explicit Dice(quint32 seed)
        : m_random(seed)
    {
    }
    bool oneIn(int times) { return m_random.bounded(times) == 0; }
    qint64 upTo(qint64 highest) { return m_random.bounded(highest + 1); }

    UnitPrices prices()
    {
        UnitPrices result;
        if (!oneIn(15))
            result.insert(Counter::InUncached, price());
        if (!oneIn(15))
            result.insert(Counter::OutText, price());
        for (const Counter counter : {Counter::InCacheRead, Counter::InCacheWriteA,
                                      Counter::InCacheWriteB, Counter::Images, Counter::OutImage}) {
            if (oneIn(2))
                result.insert(counter, price());
        }
        return result;
    }

    std::optional<PriceQuote> quote()
    {
        if (oneIn(8))
            return std::nullopt;
        PriceQuote result;
        result.prices = prices();
        if (oneIn(2)) {
            result.tiers.append({0, result.prices});
            result.tiers.append({1 + upTo(20'000), prices()});
            if (oneIn(2))
                result.tiers.append({30'000 + upTo(300'000), prices()});
        }
        return result;
    }

    Option option(int number)
    {
        Option result;
        Integration &integration = result.integration;
        integration.id = *Id::fromString(
            u"00000000-0000-7000-8000-%1"_s.arg(QString::number(number).rightJustified(12, u'0')));
        integration.name = u"integration %1"_s.arg(upTo(20));
        integration.service = u"service-%1"_s.arg(upTo(2));
        integration.position = static_cast<int>(upTo(5));
        integration.enabled = !oneIn(12);
        integration.automaticRouting = !oneIn(12);
        integration.allowFallback = !oneIn(6);
        if (oneIn(12))
            integration.hold
                = Hold{Error::Kind::Auth, QDateTime(), oneIn(2) ? u"m-1"_s : QString()};
        if (oneIn(2)) {
            integration.monthlyLimit = Money::fromNano(upTo(2'000'000'000));
            result.spentThisMonth = Money::fromNano(upTo(2'000'000'000));
            integration.limitAction = oneIn(4) ? LimitAction::WarnOnly : LimitAction::Stop;
        }
        result.model = oneIn(20) ? QString() : u"m-%1"_s.arg(upTo(2));
        result.keyAvailable = !oneIn(15);
        result.price = quote();
        if (!oneIn(5)) {
            Model facts;
            facts.types = {RequestType::Text};
            if (oneIn(3))
                facts.types.insert(RequestType::Image);
            facts.contextTokens = oneIn(2) ? 0 : 1 + upTo(100'000);
            facts.maxOutputTokens = oneIn(2) ? 0 : 1 + upTo(10'000);
            facts.imageTokens = oneIn(2) ? 0 : 1000;
            if (oneIn(10))
                facts.retires = QDate(2026, 11, 21).addDays(upTo(2));
            result.facts = facts;
        }
        return result;
    }

    RouteSnapshot snapshot()
    {
        RouteSnapshot result;
        result.now = QDateTime(QDate(2026, 11, 22), QTime(0, 0), Qt::UTC);
        result.type = oneIn(5) ? RequestType::Image : RequestType::Text;
        result.strategy = oneIn(2) ? Strategy::Cheapest : Strategy::MyOrder;
        result.promptTokens = upTo(50'000);
        result.promptTokensAtMost = result.promptTokens + upTo(150'000);
        result.typicalOutputTokens = upTo(2000);
        result.imageCount = static_cast<int>(1 + upTo(9));
        if (oneIn(3))
            result.maxOutputTokens = 1 + upTo(20'000);
        const qint64 count = upTo(12);
        for (int i = 0; i < count; ++i)
            result.options.append(option(i));
        if (oneIn(8) && count > 0)
            result.pinnedIntegration = result.options.constFirst().integration.id;
        if (oneIn(10)) {
            result.pinnedService = u"service-1"_s;
            result.pinnedModel = u"m-1"_s;
        }
        return result;
    }

private:
    Price price() { return Price::fromPico(oneIn(10) ? 0 : upTo(60'000'000)); }
    QRandomGenerator m_random;
};

} // namespace

class TestPlanProperties : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holdForRandomSnapshots()
    {
        Dice dice(20261122);
        QMap<ReasonCode, int> seen;
        int shortened = 0;
        constexpr int rounds = 10'000;
        for (int round = 0; round < rounds; ++round) {
            const RouteSnapshot snapshot = dice.snapshot();
            const RoutePlan made = plan(snapshot);

            const QJsonObject json = made.toJson();
            QCOMPARE(plan(snapshot).toJson(), json);
            const std::optional<RoutePlan> read = RoutePlan::fromJson(json);
            QVERIFY(read.has_value());
            QCOMPARE(read->toJson(), json);

            QSet<QString> ids;
            for (const Candidate &candidate : made.candidates)
                ids.insert(candidate.integrationId.toString());
            for (const Excluded &entry : made.excluded)
                ids.insert(entry.integrationId.toString());
            QCOMPARE(made.candidates.size() + made.excluded.size(), snapshot.options.size());
            QCOMPARE(ids.size(), snapshot.options.size());

            for (const Excluded &entry : made.excluded) {
                QVERIFY(entry.reason.code >= ReasonCode::Disabled);
                ++seen[entry.reason.code];
            }
            for (qsizetype i = 0; i < made.candidates.size(); ++i) {
                const Candidate &candidate = made.candidates[i];
                QVERIFY(candidate.reason.code < ReasonCode::Disabled);
                ++seen[candidate.reason.code];
                QVERIFY(candidate.score >= 0 && candidate.score <= 100);
                if (candidate.estimatedCost && candidate.worstCost)
                    QVERIFY(*candidate.worstCost >= *candidate.estimatedCost);
                QVERIFY(withinItsLimit(snapshot, candidate));
                if (snapshot.type == RequestType::Text) {
                    QVERIFY(candidate.maxOutputTokens >= 1);
                    if (snapshot.maxOutputTokens)
                        QVERIFY(candidate.maxOutputTokens <= *snapshot.maxOutputTokens);
                    shortened += candidate.maxOutputTokens < 1000;
                }
                if (i > 0)
                    QVERIFY(inOrder(snapshot, made.candidates[i - 1], candidate));
            }
        }
        // The snapshots reached every case.
        for (int i = 0; i <= static_cast<int>(ReasonCode::PriceUnknownUnderLimit); ++i) {
            const auto code = static_cast<ReasonCode>(i);
            if (code == ReasonCode::Removed)
                continue; // happens after a plan was made
            QVERIFY2(seen[code] > 20, qPrintable(nameOf(code)));
        }
        QVERIFY(shortened > 100);
    }

    /// Whatever the attempt turns out to use within its bounds costs no more than was reserved.
    void nothingCostsMoreThanTheWorst()
    {
        Dice dice(7);
        int checked = 0;
        for (int round = 0; round < 20'000; ++round) {
            const std::optional<PriceQuote> quote = dice.quote();
            if (!quote)
                continue;
            guard::AttemptBounds bounds;
            bounds.promptTokens = dice.upTo(400'000);
            bounds.outputTokens = dice.upTo(10'000);
            const std::optional<PicoDollars> worst = guard::worstCost(*quote, bounds);
            if (!worst)
                continue;
            TokenUsage usage;
            qint64 left = dice.upTo(bounds.promptTokens);
            for (const Counter counter : {Counter::InCacheRead, Counter::InCacheWriteA,
                                          Counter::InCacheWriteB, Counter::InUncached}) {
                const qint64 part = counter == Counter::InUncached ? left : dice.upTo(left);
                usage.set(counter, part);
                left -= part;
            }
            usage.set(Counter::OutText, dice.upTo(bounds.outputTokens));
            const UnitPrices &prices = quote->pricesFor(usage.tokensIn());
            for (const Counter counter :
                 {Counter::InCacheRead, Counter::InCacheWriteA, Counter::InCacheWriteB}) {
                if (prices.contains(counter))
                    continue;
                usage.add(Counter::InUncached, usage[counter]);
                usage.set(counter, 0);
            }
            const std::optional<Cost> cost = costOf(usage, prices);
            QVERIFY(cost.has_value());
            QVERIFY(cost->total <= Money::fromPico(*worst));

            const Money budget = Money::fromNano(dice.upTo(30'000'000'000));
            const qint64 tokens = *guard::outputTokensWithin(budget, *quote, bounds);
            QVERIFY(tokens <= bounds.outputTokens);
            if (tokens >= 0) {
                guard::AttemptBounds fitting = bounds;
                fitting.outputTokens = tokens;
                QVERIFY(Money::fromPico(*guard::worstCost(*quote, fitting)) <= budget);
            }
            ++checked;
        }
        QVERIFY(checked > 5000);
    }

private:
    static const Option &optionOf(const RouteSnapshot &snapshot, const Candidate &candidate)
    {
        return *std::find_if(
            snapshot.options.begin(), snapshot.options.end(),
            [&](const Option &entry) { return entry.integration.id == candidate.integrationId; });
    }

    static bool withinItsLimit(const RouteSnapshot &snapshot, const Candidate &candidate)
    {
        const Option &option = optionOf(snapshot, candidate);
        const Integration &integration = option.integration;
        if (!integration.monthlyLimit || integration.limitAction != LimitAction::Stop)
            return true;
        return candidate.worstCost
            && option.spentThisMonth + *candidate.worstCost <= *integration.monthlyLimit;
    }

    static bool inOrder(const RouteSnapshot &snapshot, const Candidate &before,
                        const Candidate &after)
    {
        if (before.score < after.score)
            return false;
        const int positionBefore = optionOf(snapshot, before).integration.position;
        const int positionAfter = optionOf(snapshot, after).integration.position;
        if (snapshot.strategy == Strategy::MyOrder)
            return positionBefore <= positionAfter;
        if (before.estimatedCost != after.estimatedCost) {
            return before.estimatedCost
                && (!after.estimatedCost || *before.estimatedCost < *after.estimatedCost);
        }
        return positionBefore <= positionAfter;
    }
};

QTEST_GUILESS_MAIN(TestPlanProperties)
#include "tst_planproperties.moc"
