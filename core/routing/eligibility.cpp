#include "core/routing/choice.h"
#include "core/routing/inputs.h"

#include <algorithm>

namespace keyway::routing {

using namespace Qt::StringLiterals;

namespace {

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

bool isNamed(const Option &option, const QStringList &names)
{
    const Integration &integration = option.integration;
    return std::any_of(names.begin(), names.end(), [&](const QString &name) {
        const auto same = [&name](const QString &other) {
            return name.compare(other, Qt::CaseInsensitive) == 0;
        };
        return same(integration.name) || same(integration.service)
            || same(integration.service + u'/' + option.model);
    });
}

std::optional<Reason> whyNotWished(const RouteSnapshot &snapshot, const Option &option)
{
    const Wishes &wishes = snapshot.wishes;
    // Who names one means it, whatever was said of all prompts; privacy holds all the same.
    if (!isPinned(snapshot)) {
        if (isNamed(option, wishes.ignore))
            return Reason{ReasonCode::Ignored, {}};
        if (!wishes.only.isEmpty() && !isNamed(option, wishes.only))
            return Reason{ReasonCode::NotAmongOnly, {}};
    }
    if (wishes.localOnly && !option.local)
        return Reason{ReasonCode::NotLocal, {}};
    return std::nullopt;
}

std::optional<Reason> whyHeld(const Option &option)
{
    const std::optional<Hold> &hold = option.integration.hold;
    if (!hold || !(hold->model.isEmpty() || hold->model == option.model))
        return std::nullopt;
    QJsonObject values{{u"error_kind"_s, Error::kindName(hold->kind)},
                       {u"since"_s, hold->since.toUTC().toString(Qt::ISODate)}};
    if (!hold->model.isEmpty())
        values.insert(u"model"_s, hold->model);
    return Reason{ReasonCode::Held, values};
}

} // namespace

bool isPinned(const RouteSnapshot &snapshot)
{
    return snapshot.pinnedIntegration || !snapshot.pinnedService.isEmpty()
        || !snapshot.pinnedModel.isEmpty();
}

std::optional<Reason> whyNotEligible(const RouteSnapshot &snapshot, const Option &option)
{
    const Integration &integration = option.integration;
    if (!isChosen(snapshot, option))
        return Reason{ReasonCode::NotChosen, {}};
    if (!integration.enabled && !(snapshot.pinnedIntegration && snapshot.evenDisabled))
        return Reason{ReasonCode::Disabled, {}};
    if (!integration.automaticRouting && !isPinned(snapshot))
        return Reason{ReasonCode::NotInAutomaticRouting, {}};
    if (std::optional<Reason> reason = whyNotWished(snapshot, option))
        return reason;
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
    if (std::optional<Reason> reason = whyHeld(option))
        return reason;
    const auto rest = restOf(option.health, snapshot.now, snapshot.healthPolicy);
    if (rest > longestWait)
        return restingReason(ReasonCode::Resting, snapshot.now, rest);
    return std::nullopt;
}

std::optional<Reason> whyStandby(const RouteSnapshot &snapshot, const Option &option)
{
    if (snapshot.pinnedIntegration)
        return std::nullopt; // nobody else would be asked before it
    const ModelHealth &health = option.health;
    const auto rest = restOf(health, snapshot.now, snapshot.healthPolicy);
    if (rest.count() > 0)
        return restingReason(ReasonCode::RestingLast, snapshot.now, rest);
    const Circuit circuit = circuitOf(health, snapshot.now, snapshot.healthPolicy);
    if (circuit == Circuit::Closed)
        return std::nullopt;
    QJsonObject values;
    if (health.failingSince)
        values.insert(u"since"_s, health.failingSince->toUTC().toString(Qt::ISODate));
    if (health.lastFailure)
        values.insert(u"error_kind"_s, Error::kindName(*health.lastFailure));
    if (circuit == Circuit::Open) {
        values.insert(u"until"_s, health.openUntil->toUTC().toString(Qt::ISODate));
        return Reason{ReasonCode::DownLast, values};
    }
    if (isProbed(health, snapshot.now, snapshot.healthPolicy))
        return Reason{ReasonCode::ProbedLast, values};
    return std::nullopt;
}

} // namespace keyway::routing
