#include "core/catalogue/catalogueparser.h"

#include <limits>

namespace keyway::catalogueparser {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 highestTokens = std::numeric_limits<qint32>::max();

void readLimits(JsonFields &parent, Model &model)
{
    if (!parent.has(u"limits"))
        return;
    JsonFields fields(parent.take(u"limits"), parent.pathOf(u"limits"), parent.problem());
    model.contextTokens = fields.optionalInteger(u"context_tokens", 1, highestTokens, 0);
    model.maxOutputTokens = fields.optionalInteger(u"max_output_tokens", 1, highestTokens, 0);
    model.limitsSource = fields.text(u"source");
    fields.finish();
}

std::optional<Quality> quality(JsonFields &parent)
{
    if (!parent.has(u"quality"))
        return std::nullopt;
    JsonFields fields(parent.take(u"quality"), parent.pathOf(u"quality"), parent.problem());
    Quality result;
    result.score = static_cast<int>(fields.integer(u"score", 0, 100));
    result.source = fields.text(u"source");
    result.date = day(fields, u"date");
    fields.finish();
    return result;
}

QList<DatedPrice> prices(JsonFields &parent, const QString &version)
{
    QList<DatedPrice> result;
    if (!parent.has(u"prices"))
        return result;
    const QJsonArray entries = parent.array(u"prices");
    for (qsizetype i = 0; i < entries.size(); ++i) {
        JsonFields fields(entries.at(i), parent.pathOf(u"prices") + u"[%1]"_s.arg(i),
                          parent.problem());
        DatedPrice price = datedPrice(fields);
        price.source = fields.text(u"source");
        price.asOf = day(fields, u"as_of");
        price.thirdParty = fields.flag(u"third_party", false);
        price.version = version;
        fields.finish();
        if (!result.isEmpty() && price.from <= result.constLast().from)
            fields.expected(u"from", u"a later day than in the price before"_s);
        result.append(price);
    }
    return result;
}

QMap<QString, QStringList> options(JsonFields &parent)
{
    QMap<QString, QStringList> result;
    if (!parent.has(u"options"))
        return result;
    JsonFields fields(parent.take(u"options"), parent.pathOf(u"options"), parent.problem());
    for (const QString &name : fields.names()) {
        static const QStringList known{u"size"_s,       u"quality"_s,    u"aspect_ratio"_s,
                                       u"resolution"_s, u"duration"_s,   u"format"_s,
                                       u"count"_s,      u"background"_s, u"sound"_s};
        if (!known.contains(name))
            fields.expected(name, known.join(u", "_s));
        const QStringList words = fields.optionalTexts(name);
        if (words.isEmpty())
            fields.expected(name, u"a list of texts that is not empty"_s);
        result.insert(name, words);
    }
    fields.finish();
    return result;
}

void readImageTokens(JsonFields &parent, Model &model)
{
    model.imageTokens = parent.optionalInteger(u"image_tokens", 1, highestTokens, 0);
    if (!parent.has(u"image_tokens_by"))
        return;
    const QJsonArray entries = parent.array(u"image_tokens_by");
    for (qsizetype i = 0; i < entries.size(); ++i) {
        JsonFields fields(entries.at(i), parent.pathOf(u"image_tokens_by") + u"[%1]"_s.arg(i),
                          parent.problem());
        ImageTokens entry;
        entry.when = priceFacts(fields, u"when");
        entry.tokens = fields.integer(u"tokens", 1, highestTokens);
        fields.finish();
        model.imageTokensBy.append(entry);
    }
}

Model model(const QJsonValue &value, const QString &path, const QList<InputRule> &inputs,
            const QString &version, JsonProblem &problem)
{
    JsonFields fields(value, path, problem);
    Model result;
    result.id = fields.text(u"id");
    result.name = fields.optionalText(u"name");
    result.types = types(fields);
    result.aliases = fields.optionalTexts(u"aliases");
    const QStringList parameters = fields.optionalTexts(u"parameters");
    result.parameters = QSet<QString>(parameters.begin(), parameters.end());
    readLimits(fields, result);
    if (fields.has(u"wire"))
        result.wire = wireFormat(fields, u"wire");
    result.options = options(fields);
    result.inputs = fields.has(u"inputs") ? inputRules(fields) : inputs;
    readImageTokens(fields, result);
    result.quality = quality(fields);
    if (fields.has(u"retires"))
        result.retires = day(fields, u"retires");
    result.endpoint = fields.optionalText(u"endpoint");
    if (!result.endpoint.isEmpty() && !result.endpoint.startsWith(u'/'))
        fields.expected(u"endpoint", u"a path that starts with a slash"_s);
    result.prices = prices(fields, version);
    result.factors = priceFactors(fields);
    fields.finish();
    return result;
}

} // namespace

QList<InputRule> inputRules(JsonFields &parent)
{
    QList<InputRule> result;
    JsonFields kinds(parent.take(u"inputs"), parent.pathOf(u"inputs"), parent.problem());
    for (const QString &kind : kinds.names()) {
        JsonFields fields(kinds.take(kind), kinds.pathOf(kind), parent.problem());
        InputRule rule;
        rule.kind = kind;
        const QStringList known{u"image"_s,      u"mask"_s, u"first-frame"_s,
                                u"last-frame"_s, u"pdf"_s,  u"text"_s};
        if (!known.contains(kind))
            kinds.expected(kind, known.join(u", "_s));
        const QStringList mimeTypes = fields.optionalTexts(u"types");
        rule.mimeTypes = QSet<QString>(mimeTypes.begin(), mimeTypes.end());
        rule.maxBytes = fields.optionalInteger(u"max_bytes", 1, highestTokens, 0);
        constexpr int mostEver = 1000;
        rule.most = static_cast<int>(fields.optionalInteger(u"most", 1, mostEver, 1));
        rule.required = fields.flag(u"required", false);
        fields.finish();
        result.append(rule);
    }
    kinds.finish();
    return result;
}

QList<Model> models(JsonFields &parent, const QList<InputRule> &inputs, const QString &version)
{
    QList<Model> result;
    const QJsonValue value = parent.take(u"models");
    if (!value.isArray())
        parent.expected(u"models", u"a list"_s);
    QSet<QString> names;
    const QJsonArray entries = value.toArray();
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const QString path = parent.pathOf(u"models") + u"[%1]"_s.arg(i);
        const Model entry = model(entries.at(i), path, inputs, version, parent.problem());
        for (const QString &name : QStringList{entry.id} + entry.aliases) {
            if (names.contains(name))
                parent.problem().note(path, u"names that no other model has, unlike "_s + name);
            names.insert(name);
        }
        result.append(entry);
    }
    return result;
}

} // namespace keyway::catalogueparser
