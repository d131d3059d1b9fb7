#include "core/base/jsonfields.h"
#include "core/routing/snapshot.h"

#include <algorithm>
#include <limits>

namespace keyway::routing {

using namespace Qt::StringLiterals;

namespace {

constexpr int bestQuality = 100;

void addNew(QStringList &names, const QStringList &more)
{
    for (const QString &name : more) {
        if (!names.contains(name, Qt::CaseInsensitive))
            names.append(name);
    }
}

} // namespace

bool Wishes::isEmpty() const
{
    return *this == Wishes();
}

Wishes Wishes::with(const Wishes &others) const
{
    Wishes both = *this;
    // Who names somebody for this prompt means them, whoever is named for all prompts.
    if (!others.only.isEmpty())
        both.only = others.only;
    addNew(both.ignore, others.ignore);
    if (others.maxPrice)
        both.maxPrice = std::min(both.maxPrice.value_or(*others.maxPrice), *others.maxPrice);
    both.localOnly = both.localOnly || others.localOnly;
    both.quality.insert(others.quality);
    return both;
}

QJsonObject Wishes::toJson() const
{
    QJsonObject scores;
    for (auto it = quality.cbegin(); it != quality.cend(); ++it)
        scores.insert(it.key(), it.value());
    return {{u"only"_s, QJsonArray::fromStringList(only)},
            {u"ignore"_s, QJsonArray::fromStringList(ignore)},
            {u"max_price_nano"_s,
             maxPrice ? QJsonValue(maxPrice->nano()) : QJsonValue(QJsonValue::Null)},
            {u"local_only"_s, localOnly},
            {u"quality"_s, scores}};
}

std::optional<Wishes> Wishes::fromJson(const QJsonObject &json)
{
    JsonProblem problem;
    JsonFields fields(json, u"$"_s, problem);
    Wishes wishes;
    wishes.only = fields.optionalTexts(u"only");
    wishes.ignore = fields.optionalTexts(u"ignore");
    if (fields.has(u"max_price_nano") && !fields.take(u"max_price_nano").isNull()) {
        wishes.maxPrice = Money::fromNano(
            fields.integer(u"max_price_nano", 0, std::numeric_limits<qint64>::max()));
    }
    wishes.localOnly = fields.flag(u"local_only", false);
    const QJsonValue own = fields.take(u"quality");
    JsonFields scores(own.isUndefined() ? QJsonObject() : own, u"$.quality"_s, problem);
    const QStringList models = scores.names();
    for (const QString &model : models)
        wishes.quality.insert(model, static_cast<int>(scores.integer(model, 0, bestQuality)));
    fields.finish();
    if (problem.found())
        return std::nullopt;
    return wishes;
}

std::optional<qint64> typicalOutputTokens(const QList<ModelHealth> &all)
{
    // A model that was asked a thousand times says no more than one that was asked twenty times.
    constexpr qint64 mostWeight = 20;
    qint64 weights = 0;
    qint64 sum = 0;
    for (const ModelHealth &one : all) {
        const qint64 weight = std::min(one.answers, mostWeight);
        weights += weight;
        sum += weight * one.outputTokens;
    }
    if (weights < answersForTypical)
        return std::nullopt;
    return std::max<qint64>(1, sum / weights);
}

} // namespace keyway::routing
