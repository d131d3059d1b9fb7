#include "core/guard/reservation.h"
#include "core/routing/plan.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

#include <algorithm>
#include <array>

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
            if (!oneIn(4))
                facts.quality = Quality{static_cast<int>(upTo(100)), {}, {}};
            if (oneIn(10))
                facts.retires = QDate(2026, 11, 21).addDays(upTo(2));
            result.facts = facts;
        }
        result.local = oneIn(3);
        result.health = health();
        return result;
    }

    ModelHealth health()
    {
        ModelHealth result;
        const auto around
            = [this](qint64 seconds) { return time.addSecs(upTo(2 * seconds) - seconds); };
        if (!oneIn(3))
            result.speed = Speed{upTo(10'000), upTo(500'000), time.addDays(-upTo(40))};
        result.answers = upTo(10);
        result.outputTokens = upTo(3000);
        if (oneIn(5)) {
            result.failuresInARow = 3;
            result.failingSince = around(600);
            result.lastFailure = Error::Kind::Overloaded;
            result.openUntil = around(60);
            if (oneIn(2))
                result.probeUntil = around(60);
        }
        if (oneIn(6))
            result.restUntil = around(100);
        return result;
    }

    Wishes wishes()
    {
        Wishes result;
        if (oneIn(8))
            result.ignore = QStringList{u"Service-2"_s};
        if (oneIn(8))
            result.only = QStringList{u"service-0"_s, u"SERVICE-1"_s};
        if (oneIn(6))
            result.maxPrice = Money::fromNano(upTo(1'000'000'000));
        result.localOnly = oneIn(12);
        if (oneIn(4))
            result.quality.insert(u"service-1/m-1"_s, static_cast<int>(upTo(100)));
        return result;
    }

    RouteSnapshot snapshot()
    {
        RouteSnapshot result;
        result.now = time;
        result.type = oneIn(5) ? RequestType::Image : RequestType::Text;
        result.strategy = strategy();
        result.wishes = wishes();
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

    /// One in which nearly everybody may be asked, and nearly everything is known.
    RouteSnapshot contest()
    {
        RouteSnapshot result = snapshot();
        result.type = RequestType::Text;
        result.wishes = {};
        result.pinnedIntegration.reset();
        result.pinnedService.clear();
        result.pinnedModel.clear();
        while (result.options.size() < 4)
            result.options.append(option(static_cast<int>(result.options.size())));
        for (Option &one : result.options) {
            one.integration.enabled = true;
            one.integration.automaticRouting = true;
            one.integration.allowFallback = true;
            one.integration.hold.reset();
            one.integration.monthlyLimit.reset();
            one.model = u"m-1"_s;
            one.keyAvailable = true;
            if (oneIn(20))
                continue;
            one.facts.emplace();
            one.facts->types = {RequestType::Text};
            one.facts->quality = Quality{static_cast<int>(upTo(100)), {}, {}};
            one.health.speed = Speed{upTo(10'000), upTo(500'000), time.addDays(-upTo(20))};
            one.price.emplace();
            one.price->prices = {{Counter::InUncached, price()}, {Counter::OutText, price()}};
        }
        return result;
    }

    Strategy strategy()
    {
        constexpr std::array all{Strategy::MyOrder, Strategy::Cheapest, Strategy::Fastest,
                                 Strategy::BestQuality, Strategy::Balanced};
        return all.at(static_cast<std::size_t>(upTo(all.size() - 1)));
    }

    const QDateTime time{QDate(2026, 11, 22), QTime(0, 0), Qt::UTC};

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
        const int rounds = qEnvironmentVariableIntValue("KEYWAY_TEST_ROUNDS");
        QVERIFY(rounds >= 10'000);
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
        const QSet<ReasonCode> elsewhere{ReasonCode::Removed, // happens after a plan was made
                                         ReasonCode::InputNotSupported,
                                         ReasonCode::InputTooLarge, // tst_planmedia
                                         ReasonCode::InputMissing, ReasonCode::OptionNotSupported};
        for (int i = 0; i <= static_cast<int>(ReasonCode::Resting); ++i) {
            const auto code = static_cast<ReasonCode>(i);
            if (elsewhere.contains(code))
                continue;
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

    /// One that is better in something and worse in nothing never stands behind the other.
    void theBetterOneNeverStandsBehind()
    {
        Dice dice(41);
        int better = 0;
        const int rounds = qEnvironmentVariableIntValue("KEYWAY_TEST_ROUNDS");
        for (int round = 0; round < rounds; ++round) {
            RouteSnapshot snapshot = dice.contest();
            // Twins are rare among random ones: one gets a better brother.
            Option twin = snapshot.options.at(dice.upTo(snapshot.options.size() - 1));
            twin.integration.id = *Id::fromString(u"00000000-0000-7000-8000-00000000ffff"_s);
            twin.integration.name = u"zz"_s; // not by its name
            improve(twin, dice);
            snapshot.options.append(twin);
            const RoutePlan made = plan(snapshot);
            for (qsizetype i = 0; i < made.candidates.size(); ++i) {
                for (qsizetype j = i + 1; j < made.candidates.size(); ++j) {
                    const Merits ahead(snapshot, made.candidates[i]);
                    const Merits behind(snapshot, made.candidates[j]);
                    QVERIFY2(
                        !behind.isStrictlyBetterThan(ahead),
                        qPrintable(u"%1 in round %2: %3 behind %4"_s.arg(nameOf(snapshot.strategy))
                                       .arg(round)
                                       .arg(made.candidates[j].integrationName,
                                            made.candidates[i].integrationName)));
                    better += ahead.isStrictlyBetterThan(behind);
                }
            }
        }
        QVERIFY2(better > 2 * rounds, qPrintable(QString::number(better)));
    }

    /// Whoever gets better does not move back. (Under a limit of money a cheaper one would write
    /// longer answers, and cost as much.)
    void gettingBetterNeverHurts()
    {
        Dice dice(43);
        int moved = 0;
        const int rounds = qEnvironmentVariableIntValue("KEYWAY_TEST_ROUNDS");
        for (int round = 0; round < rounds; ++round) {
            RouteSnapshot snapshot = dice.contest();
            Option &one = snapshot.options[dice.upTo(snapshot.options.size() - 1)];
            const Id id = one.integration.id;
            const qsizetype before = placeOf(plan(snapshot), id);
            improve(one, dice);
            const qsizetype after = placeOf(plan(snapshot), id);
            if (before < 0)
                continue;
            QVERIFY2(after >= 0 && after <= before, qPrintable(QString::number(round)));
            moved += after < before;
        }
        QVERIFY2(moved > rounds / 50, qPrintable(QString::number(moved)));
    }

private:
    /// What can be better or worse about a candidate.
    struct Merits {
        int lateness = 0;
        int position = 0;
        qint64 cost = 0;
        qint64 time = 0;
        int quality = 0;
        bool known = false; ///< everything; what is not known is neither better nor worse

        Merits(const RouteSnapshot &snapshot, const Candidate &candidate)
            : lateness(TestPlanProperties::lateness(candidate))
            , position(optionOf(snapshot, candidate).integration.position)
            , cost(candidate.estimatedCost.value_or(Money()).nano())
            , time(candidate.expectedMs.value_or(0))
            , quality(candidate.quality.value_or(0))
            , known(candidate.estimatedCost && candidate.expectedMs && candidate.quality)
        {
        }

        bool isStrictlyBetterThan(const Merits &other) const
        {
            const bool worse = lateness > other.lateness || position > other.position
                || cost > other.cost || time > other.time || quality < other.quality;
            const bool better = lateness < other.lateness || position < other.position
                || cost < other.cost || time < other.time || quality > other.quality;
            return known && other.known && better && !worse;
        }
    };

    static void improve(Option &option, Dice &dice)
    {
        switch (dice.upTo(4)) {
        case 0:
            option.integration.position -= 1;
            break;
        case 1:
            if (option.price) {
                halve(option.price->prices);
                for (DatedPrice::Tier &tier : option.price->tiers)
                    halve(tier.prices);
            }
            break;
        case 2:
            if (option.health.speed)
                option.health.speed->firstTokenMs /= 2;
            break;
        case 3:
            if (option.facts && option.facts->quality)
                option.facts->quality->score = std::min(100, option.facts->quality->score + 7);
            break;
        default:
            option.health.openUntil.reset();
            option.health.restUntil.reset();
            break;
        }
    }

    static void halve(UnitPrices &prices)
    {
        for (Price &price : prices)
            price = Price::fromPico(price.pico() / 2);
    }

    static qsizetype placeOf(const RoutePlan &plan, const Id &id)
    {
        for (qsizetype i = 0; i < plan.candidates.size(); ++i) {
            if (plan.candidates[i].integrationId == id)
                return i;
        }
        return -1;
    }

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
        const int late = lateness(before);
        if (late != lateness(after))
            return late < lateness(after);
        if (late == 0 && before.score < after.score)
            return false;
        const int positionBefore = optionOf(snapshot, before).integration.position;
        const int positionAfter = optionOf(snapshot, after).integration.position;
        if (snapshot.strategy == Strategy::MyOrder)
            return positionBefore <= positionAfter;
        if (snapshot.strategy == Strategy::Fastest)
            return inOrder(before.expectedMs, after.expectedMs, positionBefore <= positionAfter);
        if (snapshot.strategy == Strategy::Cheapest) {
            return inOrder(before.estimatedCost, after.estimatedCost,
                           positionBefore <= positionAfter);
        }
        if (snapshot.strategy == Strategy::BestQuality && before.quality == after.quality)
            return positionBefore <= positionAfter;
        return true; // by its score
    }

    /// The smaller first, what is not known last.
    template <class T>
    static bool inOrder(const std::optional<T> &before, const std::optional<T> &after,
                        bool otherwise)
    {
        return before == after ? otherwise : before && (!after || *before < *after);
    }

    static int lateness(const Candidate &candidate)
    {
        if (!candidate.isStandby())
            return 0;
        return candidate.reason.code == ReasonCode::DownLast ? 2 : 1;
    }
};

QTEST_GUILESS_MAIN(TestPlanProperties)
#include "tst_planproperties.moc"
