#include "core/base/jsonfields.h"
#include "core/base/names.h"
#include "core/routing/plan.h"

#include <limits>

namespace keyway::routing {

using namespace Qt::StringLiterals;

namespace {

constexpr Names<ScoreTerm::Kind, 4> termNames{{
    {ScoreTerm::Kind::Order, "order"_L1},
    {ScoreTerm::Kind::Price, "price"_L1},
    {ScoreTerm::Kind::Speed, "speed"_L1},
    {ScoreTerm::Kind::Quality, "quality"_L1},
}};

constexpr qint64 highest = std::numeric_limits<qint64>::max();
constexpr int mostPoints = 100;

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

QJsonValue numberJson(const std::optional<qint64> &number)
{
    return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
}

/// Nothing for null, and in plans that were stored before there was such a field.
std::optional<qint64> optionalNumber(JsonFields &fields, QStringView name, qint64 most)
{
    if (!fields.has(name) || fields.take(name).isNull())
        return std::nullopt;
    return fields.integer(name, 0, most);
}

void readTerms(const QJsonArray &terms, JsonProblem &problem, Candidate &candidate)
{
    for (const QJsonValue value : terms) {
        JsonFields fields(value, u"$.candidates.terms"_s, problem);
        ScoreTerm term;
        const std::optional<ScoreTerm::Kind> kind = scoreTermFromName(fields.text(u"name"));
        if (!kind)
            fields.expected(u"name", u"the name of a part of a score"_s);
        term.kind = kind.value_or(ScoreTerm::Kind::Order);
        term.points = static_cast<int>(fields.integer(u"points", 0, mostPoints));
        term.known = fields.flag(u"known");
        fields.finish();
        candidate.terms.append(term);
    }
}

QJsonArray list(JsonFields &fields, QStringView name)
{
    const QJsonValue value = fields.take(name);
    if (!value.isArray())
        fields.expected(name, u"a list"_s);
    return value.toArray();
}

} // namespace

QString nameOf(ScoreTerm::Kind kind)
{
    return nameIn(termNames, kind);
}

std::optional<ScoreTerm::Kind> scoreTermFromName(QStringView name)
{
    return valueIn(termNames, name);
}

QJsonArray termsJson(const Candidate &candidate)
{
    QJsonArray terms;
    for (const ScoreTerm &term : candidate.terms) {
        terms.append(QJsonObject{
            {u"name"_s, nameOf(term.kind)}, {u"points"_s, term.points}, {u"known"_s, term.known}});
    }
    return terms;
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
        entry.insert(u"terms"_s, termsJson(candidate));
        entry.insert(u"first_token_ms"_s, numberJson(candidate.firstTokenMs));
        entry.insert(u"expected_ms"_s, numberJson(candidate.expectedMs));
        entry.insert(u"quality"_s, numberJson(candidate.quality));
        if (candidate.votes) {
            entry.insert(u"voted_points"_s, candidate.votes->points);
            entry.insert(u"comparisons"_s, candidate.votes->comparisons);
        }
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
        candidate.score = static_cast<int>(fields.integer(u"score", 0, mostPoints));
        candidate.estimatedCost = optionalMoney(fields, u"estimated_cost_nano");
        candidate.worstCost = optionalMoney(fields, u"worst_cost_nano");
        candidate.maxOutputTokens = fields.integer(u"max_output_tokens", 0, highest);
        if (fields.has(u"terms"))
            readTerms(list(fields, u"terms"), problem, candidate);
        candidate.firstTokenMs = optionalNumber(fields, u"first_token_ms", highest);
        candidate.expectedMs = optionalNumber(fields, u"expected_ms", highest);
        if (const auto quality = optionalNumber(fields, u"quality", mostPoints))
            candidate.quality = static_cast<int>(*quality);
        if (fields.has(u"comparisons")) {
            candidate.votes
                = VoteShift{static_cast<int>(
                                fields.integer(u"voted_points", -mostVotedPoints, mostVotedPoints)),
                            static_cast<int>(fields.integer(u"comparisons", 1,
                                                            std::numeric_limits<int>::max()))};
        }
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
