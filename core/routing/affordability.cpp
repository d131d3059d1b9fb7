#include "core/guard/reservation.h"
#include "core/routing/choice.h"

#include <algorithm>

namespace keyway::routing {

using namespace Qt::StringLiterals;

namespace {

/// What a model writes a second where only its first word was measured.
constexpr qint64 usualMilliTokensPerSecond = 50'000;

/// The output tokens that would be asked for if money did not matter.
qint64 wantedOutputTokens(const RouteSnapshot &snapshot, const Option &option)
{
    const qint64 modelMost = option.facts ? option.facts->maxOutputTokens : 0;
    qint64 wanted = std::max<qint64>(1, snapshot.maxOutputTokens.value_or(usualMaxOutputTokens));
    if (modelMost > 0)
        wanted = std::min(wanted, modelMost);
    return wanted;
}

/// Of this user's answers: by this model where it wrote enough of them, else by all.
qint64 typicalTokens(const RouteSnapshot &snapshot, const Option &option, qint64 outputTokens)
{
    const bool known = option.health.answers >= answersForTypical;
    return std::min(known ? option.health.outputTokens : snapshot.typicalOutputTokens,
                    outputTokens);
}

qint64 imageTokens(const RouteSnapshot &snapshot, const Option &option)
{
    return option.facts ? option.facts->imageTokensFor(snapshot.priceFacts) : 0;
}

/// As long as was asked for, else as long as the model's videos usually are.
int videoSeconds(const RouteSnapshot &snapshot, const Option &option)
{
    if (snapshot.videoSeconds > 0 || !option.facts)
        return snapshot.videoSeconds;
    return option.facts->options.value(u"duration"_s).value(0).toInt();
}

std::optional<Money> textEstimate(const UnitPrices &prices, qint64 promptTokens,
                                  qint64 outputTokens)
{
    const auto input = prices.constFind(Counter::InUncached);
    const auto output = prices.constFind(Counter::OutText);
    if (input == prices.cend() || output == prices.cend())
        return std::nullopt;
    return Money::fromPico(input->times(promptTokens) + output->times(outputTokens));
}

std::optional<Money> mediaEstimate(const RouteSnapshot &snapshot, const Option &option,
                                   const UnitPrices &prices)
{
    TokenUsage usage;
    if (snapshot.type == RequestType::Image && prices.contains(Counter::Images)) {
        usage.set(Counter::Images, snapshot.imageCount);
    } else if (snapshot.type == RequestType::Image && imageTokens(snapshot, option) > 0) {
        usage.set(Counter::InUncached, snapshot.promptTokens);
        usage.set(Counter::OutImage, imageTokens(snapshot, option) * snapshot.imageCount);
    } else if (snapshot.type == RequestType::Video && prices.contains(Counter::VideoSeconds)
               && videoSeconds(snapshot, option) > 0) {
        usage.set(Counter::VideoSeconds, videoSeconds(snapshot, option));
    } else {
        return std::nullopt;
    }
    const std::optional<Cost> cost = costOf(usage, prices);
    return cost ? std::optional(cost->total) : std::nullopt;
}

guard::AttemptBounds boundsOf(const RouteSnapshot &snapshot, const Option &option)
{
    guard::AttemptBounds bounds;
    bounds.type = snapshot.type;
    bounds.promptTokens = std::max(snapshot.promptTokens, snapshot.promptTokensAtMost);
    bounds.inputPictures = static_cast<int>(snapshot.inputs.size());
    if (snapshot.type == RequestType::Text) {
        bounds.outputTokens = wantedOutputTokens(snapshot, option);
    } else {
        bounds.images = snapshot.imageCount;
        bounds.imageTokens = imageTokens(snapshot, option);
        bounds.videoSeconds = videoSeconds(snapshot, option);
    }
    return bounds;
}

std::optional<Money> worstOf(const Option &option, const guard::AttemptBounds &bounds)
{
    if (!option.price)
        return std::nullopt;
    const std::optional<PicoDollars> pico = guard::worstCost(*option.price, bounds);
    return pico ? std::optional(Money::fromPico(*pico)) : std::nullopt;
}

/// Shortens the answer until its worst cost is within `left`, but never below the shortest one.
/// False where even that costs more.
bool fitInto(Money left, const Option &option, guard::AttemptBounds &bounds, Candidate &candidate)
{
    if (bounds.type == RequestType::Text) {
        const qint64 fewest = std::min(fewestOutputTokens, bounds.outputTokens);
        const qint64 affordable
            = guard::outputTokensWithin(left, *option.price, bounds).value_or(-1);
        bounds.outputTokens = std::max(affordable, fewest);
        candidate.worstCost = worstOf(option, bounds);
    }
    return *candidate.worstCost <= left;
}

/// Whether what is left of a limit is enough. `reached`: see LimitAction.
bool fitsInto(Money left, LimitAction reached, const Option &option, guard::AttemptBounds &bounds,
              Candidate &candidate)
{
    if (reached == LimitAction::FallBack || reached == LimitAction::Ask)
        return *candidate.worstCost <= left;
    return fitInto(left, option, bounds, candidate);
}

/// Which limits are looked at. Those that ask come last: they ask about the answer as it will be,
/// when all others have shortened it.
enum class Limits { Firm, Asking };

bool isOf(Limits limits, LimitAction reached)
{
    return (reached == LimitAction::Ask) == (limits == Limits::Asking);
}

/// A limit that asks leaves nobody out: it is noted that the user's word is needed first.
std::optional<Reason> unlessAsked(Reason reason, Candidate &candidate)
{
    if (!routing::asksFirst(reason))
        return reason;
    if (!candidate.asksFirst())
        candidate.reason = std::move(reason);
    return std::nullopt;
}

/// The integration's own limit of the month.
std::optional<Reason> ownLimit(const RouteSnapshot &snapshot, Limits limits, const Option &option,
                               guard::AttemptBounds &bounds, Candidate &candidate)
{
    const Integration &integration = option.integration;
    const LimitAction reached = integration.limitAction;
    if (!integration.monthlyLimit || reached == LimitAction::WarnOnly || !isOf(limits, reached)
        || (reached == LimitAction::Ask && snapshot.mayPassLimits))
        return std::nullopt;
    const Money most = *integration.monthlyLimit;
    const Money spent = option.spentThisMonth;
    if (!candidate.worstCost) {
        return unlessAsked({ReasonCode::PriceUnknownUnderLimit,
                            overBudget(most, reached, spent, std::nullopt).values},
                           candidate);
    }
    if (!fitsInto(most - spent, reached, option, bounds, candidate))
        return unlessAsked(overBudget(most, reached, spent, candidate.worstCost), candidate);
    return std::nullopt;
}

/// The user's limits of everything, of services, of kinds, of programs. What costs nothing passes
/// them all.
std::optional<Reason> otherLimits(const RouteSnapshot &snapshot, Limits limits,
                                  const Option &option, guard::AttemptBounds &bounds,
                                  Candidate &candidate)
{
    if (candidate.worstCost && candidate.worstCost->isZero())
        return std::nullopt;
    if (snapshot.spendingStopped)
        return Reason{ReasonCode::SpendingStopped, {}};
    for (const guard::LimitUse &use : snapshot.limits) {
        const Integration &integration = option.integration;
        if (!use.limit.holds(snapshot.mayPassLimits) || !isOf(limits, use.limit.reached)
            || !use.limit.scope.concerns(
                {integration.service, integration.id, snapshot.type, snapshot.app}))
            continue;
        std::optional<Reason> reason;
        if (!candidate.worstCost) {
            reason = {ReasonCode::PriceUnknownUnderLimit, overBudget(use, std::nullopt).values};
        } else if (!fitsInto(use.left(), use.limit.reached, option, bounds, candidate)) {
            reason = overBudget(use, candidate.worstCost);
        }
        if (reason)
            reason = unlessAsked(*std::move(reason), candidate);
        if (reason)
            return reason;
    }
    return std::nullopt;
}

/// Keeps the attempt under all limits and the price that the user set for one prompt.
std::optional<Reason> limit(const RouteSnapshot &snapshot, const Option &option,
                            guard::AttemptBounds &bounds, Candidate &candidate)
{
    if (std::optional<Reason> reason = ownLimit(snapshot, Limits::Firm, option, bounds, candidate))
        return reason;
    if (std::optional<Reason> reason
        = otherLimits(snapshot, Limits::Firm, option, bounds, candidate))
        return reason;
    if (const std::optional<Money> &most = snapshot.wishes.maxPrice) {
        if (!candidate.worstCost)
            return Reason{ReasonCode::PriceUnknownUnderMaxPrice, {{u"limit_nano"_s, most->nano()}}};
        if (!fitInto(*most, option, bounds, candidate)) {
            return Reason{
                ReasonCode::AboveMaxPrice,
                {{u"limit_nano"_s, most->nano()}, {u"needed_nano"_s, candidate.worstCost->nano()}}};
        }
    }
    if (std::optional<Reason> reason
        = ownLimit(snapshot, Limits::Asking, option, bounds, candidate))
        return reason;
    return otherLimits(snapshot, Limits::Asking, option, bounds, candidate);
}

void rate(const RouteSnapshot &snapshot, const Option &option, Candidate &candidate)
{
    const bool own = !snapshot.wishes.quality.isEmpty();
    const bool voted = !snapshot.votes.isEmpty();
    const QString model
        = own || voted ? option.integration.service + u'/' + option.model : QString();
    if (own && snapshot.wishes.quality.contains(model)) {
        candidate.quality = snapshot.wishes.quality.value(model);
        return;
    }
    if (!option.facts || !option.facts->quality)
        return;
    const int listed = option.facts->quality->score;
    candidate.quality = listed;
    const auto votes = snapshot.votes.constFind(model);
    if (!voted || votes == snapshot.votes.cend())
        return;
    candidate.quality = std::clamp(listed + votes->points, 0, 100);
    candidate.votes = VoteShift{*candidate.quality - listed, votes->comparisons};
}

void expect(const RouteSnapshot &snapshot, const Option &option, qint64 outputTokens,
            Candidate &candidate)
{
    const std::optional<Speed> speed = speedAt(option.health, snapshot.now);
    if (!speed)
        return;
    candidate.firstTokenMs = speed->firstTokenMs;
    candidate.expectedMs = speed->firstTokenMs;
    if (snapshot.type != RequestType::Text)
        return;
    const qint64 pace
        = speed->milliTokensPerSecond > 0 ? speed->milliTokensPerSecond : usualMilliTokensPerSecond;
    *candidate.expectedMs += outputTokens * 1'000'000 / pace;
}

} // namespace

std::optional<Reason> whyNotAffordable(const RouteSnapshot &snapshot, const Option &option,
                                       Candidate &candidate)
{
    guard::AttemptBounds bounds = boundsOf(snapshot, option);
    const qint64 context = option.facts ? option.facts->contextTokens : 0;
    const qint64 fewest = std::min(fewestOutputTokens, bounds.outputTokens);
    if (context > 0 && snapshot.promptTokens + fewest > context) {
        return Reason{ReasonCode::PromptTooLong,
                      {{u"limit_tokens"_s, context}, {u"prompt_tokens"_s, snapshot.promptTokens}}};
    }
    if (context > 0)
        bounds.outputTokens = std::min(bounds.outputTokens, context - snapshot.promptTokens);
    // An answer that money cuts short is no quicker one.
    expect(snapshot, option, typicalTokens(snapshot, option, bounds.outputTokens), candidate);
    candidate.worstCost = worstOf(option, bounds);
    if (std::optional<Reason> reason = limit(snapshot, option, bounds, candidate))
        return reason;
    candidate.maxOutputTokens = bounds.outputTokens;
    if (option.price) {
        const UnitPrices &prices = option.price->pricesFor(snapshot.promptTokens);
        candidate.estimatedCost = snapshot.type == RequestType::Text
            ? textEstimate(prices, snapshot.promptTokens,
                           typicalTokens(snapshot, option, bounds.outputTokens))
            : mediaEstimate(snapshot, option, prices);
    }
    rate(snapshot, option, candidate);
    if (snapshot.strategy == Strategy::BestQuality && !candidate.quality && !isPinned(snapshot))
        return Reason{ReasonCode::QualityUnknown, {{u"model"_s, option.model}}};
    return std::nullopt;
}

} // namespace keyway::routing
