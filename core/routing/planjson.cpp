#include "core/base/jsonfields.h"
#include "core/base/names.h"
#include "core/routing/plan.h"

#include <limits>

namespace keyway::routing {

using namespace Qt::StringLiterals;

namespace {

constexpr Names<ReasonCode, 23> codeNames{{
    {ReasonCode::FirstInOrder, "first-in-order"_L1},
    {ReasonCode::NextInOrder, "next-in-order"_L1},
    {ReasonCode::Cheapest, "cheapest"_L1},
    {ReasonCode::NextCheapest, "next-cheapest"_L1},
    {ReasonCode::Pinned, "pinned"_L1},
    {ReasonCode::PriceUnknownLast, "price-unknown-last"_L1},
    {ReasonCode::Disabled, "disabled"_L1},
    {ReasonCode::NotInAutomaticRouting, "not-in-automatic-routing"_L1},
    {ReasonCode::NotAsFallback, "not-as-fallback"_L1},
    {ReasonCode::Held, "held"_L1},
    {ReasonCode::KeyUnavailable, "key-unavailable"_L1},
    {ReasonCode::OverBudget, "over-budget"_L1},
    {ReasonCode::NoModel, "no-model"_L1},
    {ReasonCode::TypeNotSupported, "type-not-supported"_L1},
    {ReasonCode::PromptTooLong, "prompt-too-long"_L1},
    {ReasonCode::ModelRetired, "model-retired"_L1},
    {ReasonCode::NotChosen, "not-chosen"_L1},
    {ReasonCode::Removed, "removed"_L1},
    {ReasonCode::PriceUnknownUnderLimit, "price-unknown-under-limit"_L1},
    {ReasonCode::InputNotSupported, "input-not-supported"_L1},
    {ReasonCode::InputTooLarge, "input-too-large"_L1},
    {ReasonCode::InputMissing, "input-missing"_L1},
    {ReasonCode::OptionNotSupported, "option-not-supported"_L1},
}};

constexpr qint64 highest = std::numeric_limits<qint64>::max();

/// What candidates and excluded options have in common.
template <class Entry> QJsonObject entryJson(const Entry &entry)
{
    return {{u"integration_id"_s, entry.integrationId.toString()},
            {u"integration"_s, entry.integrationName},
            {u"service"_s, entry.service},
            {u"model"_s, entry.model},
            {u"reason"_s, nameOf(entry.reason.code)},
            {u"values"_s, entry.reason.values}};
}

QString textOrEmpty(JsonFields &fields, QStringView name)
{
    const QJsonValue value = fields.take(name);
    if (!value.isString())
        fields.expected(name, u"a text"_s);
    return value.toString();
}

template <class Entry> void readEntry(JsonFields &fields, Entry &entry)
{
    const QString idText = textOrEmpty(fields, u"integration_id");
    if (!idText.isEmpty()) {
        const std::optional<Id> id = Id::fromString(idText);
        if (!id)
            fields.expected(u"integration_id", u"an id"_s);
        entry.integrationId = id.value_or(Id());
    }
    entry.integrationName = textOrEmpty(fields, u"integration");
    entry.service = textOrEmpty(fields, u"service");
    entry.model = textOrEmpty(fields, u"model");
    const std::optional<ReasonCode> code = reasonCodeFromName(fields.text(u"reason"));
    if (!code)
        fields.expected(u"reason", u"the name of a reason"_s);
    const QJsonValue values = fields.take(u"values");
    if (!values.isObject())
        fields.expected(u"values", u"an object"_s);
    entry.reason = {code.value_or(ReasonCode::FirstInOrder), values.toObject()};
}

std::optional<Money> optionalMoney(JsonFields &fields, QStringView name)
{
    if (fields.take(name).isNull())
        return std::nullopt;
    return Money::fromNano(fields.integer(name, 0, highest));
}

QJsonValue moneyJson(const std::optional<Money> &money)
{
    return money ? QJsonValue(money->nano()) : QJsonValue(QJsonValue::Null);
}

QJsonArray list(JsonFields &fields, QStringView name)
{
    const QJsonValue value = fields.take(name);
    if (!value.isArray())
        fields.expected(name, u"a list"_s);
    return value.toArray();
}

} // namespace

QString nameOf(ReasonCode code)
{
    return nameIn(codeNames, code);
}

std::optional<ReasonCode> reasonCodeFromName(QStringView wanted)
{
    return valueIn(codeNames, wanted);
}

QJsonObject RoutePlan::toJson() const
{
    QJsonArray candidateList;
    for (const Candidate &candidate : candidates) {
        QJsonObject entry = entryJson(candidate);
        entry.insert(u"score"_s, candidate.score);
        entry.insert(u"estimated_cost_nano"_s, moneyJson(candidate.estimatedCost));
        entry.insert(u"worst_cost_nano"_s, moneyJson(candidate.worstCost));
        entry.insert(u"max_output_tokens"_s, candidate.maxOutputTokens);
        candidateList.append(entry);
    }
    QJsonArray excludedList;
    for (const Excluded &entry : excluded)
        excludedList.append(entryJson(entry));
    return {{u"strategy"_s, keyway::nameOf(strategy)},
            {u"candidates"_s, candidateList},
            {u"excluded"_s, excludedList}};
}

std::optional<RoutePlan> RoutePlan::fromJson(const QJsonObject &json)
{
    JsonProblem problem;
    JsonFields root(json, u"$"_s, problem);
    RoutePlan result;
    const std::optional<Strategy> strategy = strategyFromName(root.text(u"strategy"));
    if (!strategy)
        root.expected(u"strategy", u"the name of a strategy"_s);
    result.strategy = strategy.value_or(Strategy::MyOrder);
    const QJsonArray candidateList = list(root, u"candidates");
    for (const QJsonValue value : candidateList) {
        JsonFields fields(value, u"$.candidates"_s, problem);
        Candidate candidate;
        readEntry(fields, candidate);
        candidate.score = static_cast<int>(fields.integer(u"score", 0, 100));
        candidate.estimatedCost = optionalMoney(fields, u"estimated_cost_nano");
        candidate.worstCost = optionalMoney(fields, u"worst_cost_nano");
        candidate.maxOutputTokens = fields.integer(u"max_output_tokens", 0, highest);
        fields.finish();
        result.candidates.append(candidate);
    }
    const QJsonArray excludedList = list(root, u"excluded");
    for (const QJsonValue value : excludedList) {
        JsonFields fields(value, u"$.excluded"_s, problem);
        Excluded entry;
        readEntry(fields, entry);
        fields.finish();
        result.excluded.append(entry);
    }
    root.finish();
    if (problem.found())
        return std::nullopt;
    return result;
}

} // namespace keyway::routing
