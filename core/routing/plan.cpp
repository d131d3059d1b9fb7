#include "core/routing/plan.h"

#include "core/guard/reservation.h"
#include "core/routing/inputs.h"

#include <algorithm>
#include <utility>

namespace keyway::routing {

using namespace Qt::StringLiterals;

namespace {

/// An option that may be asked, while the order is not decided yet.
struct Standing {
    const Option *option = nullptr;
    Candidate candidate;
};

bool isPinned(const RouteSnapshot &snapshot)
{
    return snapshot.pinnedIntegration || !snapshot.pinnedService.isEmpty()
        || !snapshot.pinnedModel.isEmpty();
}

bool isChosen(const RouteSnapshot &snapshot, const Option &option)
{
    if (snapshot.pinnedIntegration && *snapshot.pinnedIntegration != option.integration.id)
        return false;
    if (!snapshot.pinnedService.isEmpty() && snapshot.pinnedService != option.integration.service)
        return false;
    return snapshot.pinnedModel.isEmpty() || snapshot.pinnedModel == option.model;
}

bool does(const Option &option, RequestType type)
{
    if (option.facts)
        return option.facts->types.contains(type);
    // A model that nobody described writes text, unless its service does not.
    const bool servesText
        = option.serviceTypes.isEmpty() || option.serviceTypes.contains(RequestType::Text);
    return servesText ? type == RequestType::Text : option.serviceTypes.contains(type);
}

bool hasHardLimit(const Integration &integration)
{
    return integration.monthlyLimit && integration.limitAction == LimitAction::Stop;
}

/// What leaves an option out before anything is computed about it.
std::optional<Reason> exclusion(const RouteSnapshot &snapshot, const Option &option)
{
    const Integration &integration = option.integration;
    if (!isChosen(snapshot, option))
        return Reason{ReasonCode::NotChosen, {}};
    if (!integration.enabled && !(snapshot.pinnedIntegration && snapshot.evenDisabled))
        return Reason{ReasonCode::Disabled, {}};
    if (!integration.automaticRouting && !isPinned(snapshot))
        return Reason{ReasonCode::NotInAutomaticRouting, {}};
    if (option.model.isEmpty())
        return Reason{ReasonCode::NoModel, {}};
    if (option.facts && option.facts->retiredOn(snapshot.now.toUTC().date())) {
        return Reason{ReasonCode::ModelRetired,
                      {{u"model"_s, option.model},
                       {u"retired_on"_s, option.facts->retires->toString(Qt::ISODate)}}};
    }
    if (!does(option, snapshot.type)) {
        return Reason{ReasonCode::TypeNotSupported,
                      {{u"model"_s, option.model}, {u"type"_s, nameOf(snapshot.type)}}};
    }
    if (option.facts) {
        if (std::optional<Reason> reason = whyNotTaken(snapshot, *option.facts))
            return reason;
    }
    if (!option.keyAvailable)
        return Reason{ReasonCode::KeyUnavailable, {}};
    const std::optional<Hold> &hold = integration.hold;
    if (hold && (hold->model.isEmpty() || hold->model == option.model)) {
        QJsonObject values{{u"error_kind"_s, Error::kindName(hold->kind)},
                           {u"since"_s, hold->since.toUTC().toString(Qt::ISODate)}};
        if (!hold->model.isEmpty())
            values.insert(u"model"_s, hold->model);
        return Reason{ReasonCode::Held, values};
    }
    return std::nullopt;
}

/// The output tokens that would be asked for if money did not matter.
qint64 wantedOutputTokens(const RouteSnapshot &snapshot, const Option &option)
{
    const qint64 modelMost = option.facts ? option.facts->maxOutputTokens : 0;
    qint64 wanted = std::max<qint64>(1, snapshot.maxOutputTokens.value_or(usualMaxOutputTokens));
    if (modelMost > 0)
        wanted = std::min(wanted, modelMost);
    return wanted;
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

std::optional<Money> estimate(const RouteSnapshot &snapshot, const Option &option,
                              qint64 outputTokens)
{
    if (!option.price)
        return std::nullopt;
    const UnitPrices &prices = option.price->pricesFor(snapshot.promptTokens);
    TokenUsage usage;
    if (snapshot.type == RequestType::Text) {
        usage.set(Counter::InUncached, snapshot.promptTokens);
        usage.set(Counter::OutText, std::min(snapshot.typicalOutputTokens, outputTokens));
        if (!prices.contains(Counter::InUncached) || !prices.contains(Counter::OutText))
            return std::nullopt;
    } else if (snapshot.type == RequestType::Image && prices.contains(Counter::Images)) {
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

Reason overBudget(const Option &option, const std::optional<Money> &needed)
{
    return routing::overBudget(*option.integration.monthlyLimit, option.spentThisMonth, needed);
}

/// Settles the output cap and the costs of a candidate, or says why money or size leave it out.
std::optional<Reason> settle(const RouteSnapshot &snapshot, const Option &option,
                             Candidate &candidate)
{
    guard::AttemptBounds bounds;
    bounds.type = snapshot.type;
    bounds.promptTokens = std::max(snapshot.promptTokens, snapshot.promptTokensAtMost);
    bounds.images = snapshot.imageCount;
    bounds.imageTokens = imageTokens(snapshot, option);
    bounds.inputPictures = static_cast<int>(snapshot.inputs.size());
    bounds.videoSeconds = videoSeconds(snapshot, option);
    const qint64 context = option.facts ? option.facts->contextTokens : 0;
    if (snapshot.type == RequestType::Text)
        bounds.outputTokens = wantedOutputTokens(snapshot, option);
    const qint64 fewest = std::min(fewestOutputTokens, bounds.outputTokens);
    if (context > 0 && snapshot.promptTokens + fewest > context) {
        return Reason{ReasonCode::PromptTooLong,
                      {{u"limit_tokens"_s, context}, {u"prompt_tokens"_s, snapshot.promptTokens}}};
    }
    if (context > 0)
        bounds.outputTokens = std::min(bounds.outputTokens, context - snapshot.promptTokens);

    const auto worst = [&]() -> std::optional<Money> {
        if (!option.price)
            return std::nullopt;
        const std::optional<PicoDollars> pico = guard::worstCost(*option.price, bounds);
        return pico ? std::optional(Money::fromPico(*pico)) : std::nullopt;
    };
    candidate.worstCost = worst();
    if (hasHardLimit(option.integration)) {
        const Money left = *option.integration.monthlyLimit - option.spentThisMonth;
        if (!candidate.worstCost)
            return Reason{ReasonCode::PriceUnknownUnderLimit, overBudget(option, {}).values};
        if (snapshot.type == RequestType::Text) {
            const qint64 affordable
                = guard::outputTokensWithin(left, *option.price, bounds).value_or(-1);
            bounds.outputTokens = affordable < fewest ? fewest : affordable;
            candidate.worstCost = worst();
        }
        if (*candidate.worstCost > left)
            return overBudget(option, candidate.worstCost);
    }
    candidate.maxOutputTokens = bounds.outputTokens;
    candidate.estimatedCost = estimate(snapshot, option, bounds.outputTokens);
    return std::nullopt;
}

bool comesFirstInMyOrder(const Standing &a, const Standing &b)
{
    if (a.option->integration.position != b.option->integration.position)
        return a.option->integration.position < b.option->integration.position;
    const int names
        = a.candidate.integrationName.compare(b.candidate.integrationName, Qt::CaseInsensitive);
    if (names != 0)
        return names < 0;
    if (!(a.candidate.integrationId == b.candidate.integrationId))
        return a.candidate.integrationId < b.candidate.integrationId;
    return a.candidate.model < b.candidate.model;
}

bool isCheaper(const Standing &a, const Standing &b)
{
    const std::optional<Money> &costA = a.candidate.estimatedCost;
    const std::optional<Money> &costB = b.candidate.estimatedCost;
    if (costA && costB)
        return *costA < *costB;
    return costA.has_value() && !costB.has_value();
}

int priceScore(const std::optional<Money> &cost, const std::optional<Money> &cheapest)
{
    if (!cost || !cheapest)
        return 0;
    if (cost->nano() <= cheapest->nano())
        return 100;
    const PicoDollars share = PicoDollars(cheapest->nano()) * 100 / cost->nano();
    return std::max(1, static_cast<int>(share));
}

/// Scores and reasons, once the order stands.
void explain(const RouteSnapshot &snapshot, QList<Standing> &standing)
{
    const bool byPrice = snapshot.strategy == Strategy::Cheapest;
    const auto count = static_cast<int>(standing.size());
    const std::optional<Money> cheapest
        = standing.isEmpty() ? std::nullopt : standing.constFirst().candidate.estimatedCost;
    for (int i = 0; i < count; ++i) {
        Candidate &candidate = standing[i].candidate;
        const std::optional<Money> &cost = candidate.estimatedCost;
        candidate.score = byPrice ? priceScore(cost, cheapest) : 100 * (count - i) / count;
        Reason &reason = candidate.reason;
        reason.values.insert(u"place"_s, i + 1);
        if (isPinned(snapshot)) {
            reason.code = ReasonCode::Pinned;
        } else if (!byPrice) {
            reason.code = i == 0 ? ReasonCode::FirstInOrder : ReasonCode::NextInOrder;
        } else if (!cost) {
            reason.code = ReasonCode::PriceUnknownLast;
        } else {
            reason.code = i == 0 ? ReasonCode::Cheapest : ReasonCode::NextCheapest;
            reason.values.insert(u"estimated_cost_nano"_s, cost->nano());
            reason.values.insert(u"cheapest_cost_nano"_s, cheapest->nano());
        }
    }
}

} // namespace

Reason overBudget(Money limit, Money spent, std::optional<Money> needed)
{
    QJsonObject values{{u"limit_nano"_s, limit.nano()},
                       {u"spent_nano"_s, spent.nano()},
                       {u"left_nano"_s, std::max(limit - spent, Money()).nano()}};
    if (needed)
        values.insert(u"needed_nano"_s, needed->nano());
    return {ReasonCode::OverBudget, values};
}

void RoutePlan::exclude(const Candidate &candidate, const Reason &reason)
{
    // By value: the argument may be the entry that goes.
    const Excluded out{candidate.integrationId, candidate.integrationName, candidate.service,
                       candidate.model, reason};
    candidates.removeIf([&out](const Candidate &one) {
        return one.integrationId == out.integrationId && one.model == out.model;
    });
    excluded.append(out);
}

RoutePlan plan(const RouteSnapshot &snapshot)
{
    RoutePlan result;
    result.strategy = snapshot.strategy;
    const auto exclude = [&result](const Option &option, const Reason &reason) {
        result.excluded.append({option.integration.id, option.integration.name,
                                option.integration.service, option.model, reason});
    };

    QList<Standing> standing;
    for (const Option &option : snapshot.options) {
        if (const std::optional<Reason> reason = exclusion(snapshot, option)) {
            exclude(option, *reason);
            continue;
        }
        Standing entry;
        entry.option = &option;
        entry.candidate.integrationId = option.integration.id;
        entry.candidate.integrationName = option.integration.name;
        entry.candidate.service = option.integration.service;
        entry.candidate.model = option.model;
        if (const std::optional<Reason> reason = settle(snapshot, option, entry.candidate))
            exclude(option, *reason);
        else
            standing.append(entry);
    }

    std::stable_sort(standing.begin(), standing.end(), comesFirstInMyOrder);
    if (snapshot.strategy == Strategy::Cheapest)
        std::stable_sort(standing.begin(), standing.end(), isCheaper);
    for (qsizetype i = 1; i < standing.size();) {
        const Option &option = *standing.at(i).option;
        if (option.integration.allowFallback) {
            ++i;
            continue;
        }
        exclude(option,
                {ReasonCode::NotAsFallback,
                 {{u"first"_s, standing.constFirst().candidate.integrationName}}});
        standing.removeAt(i);
    }
    explain(snapshot, standing);
    for (Standing &entry : standing)
        result.candidates.append(std::move(entry.candidate));
    return result;
}

} // namespace keyway::routing
