#include "core/catalogue/catalogueparser.h"

#include "core/catalogue/integration.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QRegularExpression>

#include <algorithm>
#include <limits>
#include <utility>

namespace keyway::catalogueparser {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 highestTokens = std::numeric_limits<qint32>::max();

WireFormat wire(JsonFields &fields)
{
    const QString name = fields.take(u"wire").toString();
    if (name == "openai-chat"_L1)
        return WireFormat::OpenAiChat;
    if (name == "anthropic-messages"_L1)
        return WireFormat::AnthropicMessages;
    if (name == "stability-image"_L1)
        return WireFormat::StabilityImage;
    fields.expected(u"wire", u"openai-chat, anthropic-messages or stability-image"_s);
    return WireFormat::OpenAiChat;
}

QSet<RequestType> types(JsonFields &fields)
{
    QSet<RequestType> result;
    const QStringList names = fields.optionalTexts(u"types");
    for (const QString &name : names) {
        if (const std::optional<RequestType> type = requestTypeFromName(name))
            result.insert(*type);
        else
            fields.expected(u"types", u"text, image or video"_s);
    }
    if (result.isEmpty())
        fields.expected(u"types", u"a list that is not empty"_s);
    return result;
}

QUrl page(JsonFields &fields, QStringView name)
{
    if (!fields.has(name))
        return {};
    const QUrl url(fields.text(name), QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != "https"_L1 || url.host().isEmpty())
        fields.expected(name, u"an https address"_s);
    return url;
}

WireTraits traits(JsonFields &parent)
{
    WireTraits result;
    if (!parent.has(u"traits"))
        return result;
    JsonFields fields(parent.take(u"traits"), parent.pathOf(u"traits"), parent.problem());
    result.maxTokensField = fields.optionalText(u"max_tokens_field");
    result.streamUsageOption = fields.flag(u"stream_usage_option", false);
    result.modelListMayBeAbsent = fields.flag(u"model_list_may_be_absent", false);
    result.thinkingOutsideOutput = fields.flag(u"thinking_outside_output", false);
    fields.finish();
    return result;
}

QMap<QString, TierFactor> tierFactors(JsonFields &parent)
{
    QMap<QString, TierFactor> result;
    if (!parent.has(u"tier_factors"))
        return result;
    JsonFields fields(parent.take(u"tier_factors"), parent.pathOf(u"tier_factors"),
                      parent.problem());
    for (const QString &name : fields.names()) {
        const QStringList parts = fields.take(name).toString().split(u'/');
        const TierFactor factor{parts.value(0).toLongLong(), parts.value(1).toLongLong()};
        constexpr qint64 highest = 1000;
        if (parts.size() != 2 || factor.numerator < 1 || factor.numerator > highest
            || factor.denominator < 1 || factor.denominator > highest)
            fields.expected(name, u"a fraction such as \"1/2\""_s);
        result.insert(name, factor);
    }
    fields.finish();
    return result;
}

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

Model model(const QJsonValue &value, const QString &path, const QString &version,
            JsonProblem &problem)
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
    result.imageTokens = fields.optionalInteger(u"image_tokens", 1, highestTokens, 0);
    result.quality = quality(fields);
    if (fields.has(u"retires"))
        result.retires = day(fields, u"retires");
    result.endpoint = fields.optionalText(u"endpoint");
    if (!result.endpoint.isEmpty() && !result.endpoint.startsWith(u'/'))
        fields.expected(u"endpoint", u"a path that starts with a slash"_s);
    result.prices = prices(fields, version);
    fields.finish();
    return result;
}

QList<Model> models(JsonFields &parent, const QString &version)
{
    QList<Model> result;
    const QJsonValue value = parent.take(u"models");
    if (!value.isArray())
        parent.expected(u"models", u"a list"_s);
    QSet<QString> names;
    const QJsonArray entries = value.toArray();
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const QString path = parent.pathOf(u"models") + u"[%1]"_s.arg(i);
        const Model entry = model(entries.at(i), path, version, parent.problem());
        for (const QString &name : QStringList{entry.id} + entry.aliases) {
            if (names.contains(name))
                parent.problem().note(path, u"names that no other model has, unlike "_s + name);
            names.insert(name);
        }
        result.append(entry);
    }
    return result;
}

} // namespace

QJsonValue document(const QByteArray &json, JsonProblem &problem)
{
    QJsonParseError error;
    const QJsonDocument parsed = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError) {
        problem.note(u"$"_s,
                     u"JSON, but at byte %1: %2"_s.arg(error.offset).arg(error.errorString()));
        return {};
    }
    return parsed.isObject() ? QJsonValue(parsed.object()) : QJsonValue(parsed.array());
}

Service service(const QJsonValue &value, JsonProblem &problem)
{
    JsonFields fields(value, u"$"_s, problem);
    Service result;
    if (fields.has(u"$schema"))
        fields.text(u"$schema");
    result.date = day(fields, u"date");
    result.id = fields.text(u"id");
    static const QRegularExpression plainId(u"^[a-z][a-z0-9-]*$"_s);
    if (!plainId.match(result.id).hasMatch())
        fields.expected(u"id", u"lower-case letters, digits and hyphens"_s);
    result.name = fields.text(u"name");
    constexpr qint64 lastPlace = 100;
    result.place = static_cast<int>(fields.optionalInteger(u"place", 1, lastPlace, 0));
    result.wire = wire(fields);
    result.needsKey = fields.flag(u"needs_key");
    result.local = fields.flag(u"local");
    if (fields.has(u"base_url")) {
        const Result<QUrl> url = checkedBaseUrl(fields.text(u"base_url"));
        if (url)
            result.baseUrl = *url;
        else
            fields.expected(u"base_url", u"an https address, or http on this computer"_s);
    }
    result.types = types(fields);
    result.keyPrefixes = fields.optionalTexts(u"key_prefixes");
    constexpr qint64 longestKey = 2000;
    result.keyLength = static_cast<int>(fields.optionalInteger(u"key_length", 1, longestKey, 0));
    result.keyPage = page(fields, u"key_page");
    result.billingPage = page(fields, u"billing_page");
    result.statusPage = page(fields, u"status_page");
    result.pricePage = page(fields, u"price_page");
    result.traits = traits(fields);
    result.tierFactors = tierFactors(fields);
    result.models = models(fields, result.date.toString(Qt::ISODate));
    result.defaultModel = fields.optionalText(u"default_model");
    if (!result.defaultModel.isEmpty() && !result.model(result.defaultModel))
        fields.expected(u"default_model", u"the id of one of the models"_s);
    result.defaultImageModel = fields.optionalText(u"default_image_model");
    const Model *const imageModel = result.model(result.defaultImageModel);
    if (!result.defaultImageModel.isEmpty()
        && !(imageModel && imageModel->types.contains(RequestType::Image)))
        fields.expected(u"default_image_model", u"the id of a model that makes pictures"_s);
    fields.finish();
    return result;
}

} // namespace keyway::catalogueparser
