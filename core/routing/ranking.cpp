#include "core/routing/choice.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace keyway::routing {

namespace {

constexpr qint64 unknown = std::numeric_limits<qint64>::max();
constexpr qint64 perPoint = 10'000; ///< finer than what is shown, so that few are equal

// What gets half of the points.
constexpr qint64 halfPriceNano = 10'000'000; ///< one cent for a prompt
constexpr qint64 halfTimeMs = 5'000; ///< for a whole answer

// What counts where nobody knows: a price that is not known may be any, so it is worth nothing.
constexpr qint64 unknownSpeed = 50 * perPoint;
constexpr qint64 unknownQuality = 25 * perPoint;

/// 100 points for nothing, 50 for `half`, and on towards 0; always less for more.
qint64 pointsFor(qint64 amount, qint64 half)
{
    constexpr qint64 most = 1'000'000'000'000;
    const qint64 capped = std::clamp<qint64>(amount, 0, most);
    return 100 * perPoint * half / (half + capped);
}

struct Points {
    qint64 price = 0;
    qint64 speed = unknownSpeed;
    qint64 quality = unknownQuality;

    explicit Points(const Candidate &candidate)
    {
        if (candidate.estimatedCost)
            price = pointsFor(candidate.estimatedCost->nano(), halfPriceNano);
        if (candidate.expectedMs)
            speed = pointsFor(*candidate.expectedMs, halfTimeMs);
        if (candidate.quality)
            quality = *candidate.quality * perPoint;
    }
    qint64 sum() const { return price + speed + quality; }
};

int shown(qint64 points)
{
    return static_cast<int>((points + perPoint / 2) / perPoint);
}

/// 100 for the best, less the more it is above it; at least 1 for what is known.
int share(std::optional<qint64> amount, std::optional<qint64> best)
{
    if (!amount || !best)
        return 0;
    if (*amount <= *best)
        return 100;
    const PicoDollars part = PicoDollars(*best) * 100 / *amount;
    return std::max(1, static_cast<int>(part));
}

std::optional<qint64> costOf(const Candidate &candidate)
{
    return candidate.estimatedCost ? std::optional(candidate.estimatedCost->nano()) : std::nullopt;
}

ReasonCode codeOf(Strategy strategy, const Candidate &candidate, bool isFirst)
{
    switch (strategy) {
    case Strategy::MyOrder:
        break;
    case Strategy::Cheapest:
        if (!candidate.estimatedCost)
            return ReasonCode::PriceUnknownLast;
        return isFirst ? ReasonCode::Cheapest : ReasonCode::NextCheapest;
    case Strategy::Fastest:
        if (!candidate.expectedMs)
            return ReasonCode::SpeedUnknownLast;
        return isFirst ? ReasonCode::Fastest : ReasonCode::NextFastest;
    case Strategy::BestQuality:
        return isFirst ? ReasonCode::BestQuality : ReasonCode::NextBestQuality;
    case Strategy::Balanced:
        return isFirst ? ReasonCode::BestBalance : ReasonCode::NextBestBalance;
    }
    return isFirst ? ReasonCode::FirstInOrder : ReasonCode::NextInOrder;
}

constexpr int latest = 3; ///< asked with the user's word alone

int lateness(const Reason &standby)
{
    // One that rests works; of one that is down nobody knows.
    return standby.code == ReasonCode::DownLast ? 2 : 1;
}

/// What the score of a strategy is made of. `place` counts from 0.
void score(Strategy strategy, int place, int count, const Candidate &best, Candidate &candidate)
{
    using Kind = ScoreTerm::Kind;
    const auto one = [&candidate](Kind kind, int points, bool known) {
        candidate.terms.append({kind, points, known});
        candidate.score = points;
    };
    switch (strategy) {
    case Strategy::MyOrder:
        return one(Kind::Order, 100 * (count - place) / count, true);
    case Strategy::Cheapest:
        return one(Kind::Price, share(costOf(candidate), costOf(best)),
                   candidate.estimatedCost.has_value());
    case Strategy::Fastest:
        return one(Kind::Speed, share(candidate.expectedMs, best.expectedMs),
                   candidate.expectedMs.has_value());
    case Strategy::BestQuality:
        return one(Kind::Quality, candidate.quality.value_or(0), candidate.quality.has_value());
    case Strategy::Balanced:
        break;
    }
    const Points points(candidate);
    candidate.terms.append({Kind::Quality, shown(points.quality), candidate.quality.has_value()});
    candidate.terms.append({Kind::Price, shown(points.price), candidate.estimatedCost.has_value()});
    candidate.terms.append({Kind::Speed, shown(points.speed), candidate.expectedMs.has_value()});
    candidate.score = shown(points.sum() / 3);
}

} // namespace

bool Standing::standsBefore(const Standing &other) const
{
    const auto numbers = [](const Standing &s) {
        return std::tie(s.lateness, s.first, s.position, s.cost, s.time, s.quality);
    };
    const auto mine = numbers(*this);
    const auto others = numbers(other);
    if (mine != others)
        return mine < others;
    const int names
        = candidate.integrationName.compare(other.candidate.integrationName, Qt::CaseInsensitive);
    if (names != 0)
        return names < 0;
    if (!(candidate.integrationId == other.candidate.integrationId))
        return candidate.integrationId < other.candidate.integrationId;
    return candidate.model < other.candidate.model;
}

void rank(const RouteSnapshot &snapshot, Standing &standing)
{
    const Candidate &candidate = standing.candidate;
    if (candidate.asksFirst()) {
        standing.lateness = latest;
    } else if (std::optional<Reason> standby = whyStandby(snapshot, *standing.option)) {
        standing.lateness = lateness(*standby);
        standing.candidate.reason = std::move(*standby);
    }
    standing.position = standing.option->integration.position;
    standing.cost = costOf(candidate).value_or(unknown);
    standing.time = candidate.expectedMs.value_or(unknown);
    standing.quality = candidate.quality ? -*candidate.quality : unknown;
    switch (snapshot.strategy) {
    case Strategy::MyOrder:
        standing.first = standing.position;
        break;
    case Strategy::Cheapest:
        standing.first = standing.cost;
        break;
    case Strategy::Fastest:
        standing.first = standing.time;
        break;
    case Strategy::BestQuality:
        standing.first = standing.quality;
        break;
    case Strategy::Balanced:
        standing.first = -Points(candidate).sum();
        break;
    }
}

void explain(const RouteSnapshot &snapshot, QList<Standing *> &standing)
{
    if (standing.isEmpty())
        return;
    const auto count = static_cast<int>(standing.size());
    // Of those that stand by, too: the best of all is what the others are measured by.
    const Standing *best = standing.constFirst();
    for (const Standing *one : std::as_const(standing)) {
        if (one->first < best->first)
            best = one;
    }
    const Candidate measure = best->candidate;
    for (int i = 0; i < count; ++i) {
        Candidate &candidate = standing[i]->candidate;
        score(snapshot.strategy, i, count, measure, candidate);
        if (standing[i]->lateness == 0) {
            candidate.reason.code = isPinned(snapshot)
                ? ReasonCode::Pinned
                : codeOf(snapshot.strategy, candidate, i == 0);
        }
    }
}

} // namespace keyway::routing
