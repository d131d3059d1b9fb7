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
    result.modelListHasPrices = fields.flag(u"model_list_has_prices", false);
    result.thinkingOutsideOutput = fields.flag(u"thinking_outside_output", false);
    result.keyHeader = fields.optionalText(u"key_header").toLatin1();
    result.keyPrefix = fields.optionalText(u"key_prefix").toLatin1();
    if (fields.has(u"headers")) {
        JsonFields headers(fields.take(u"headers"), fields.pathOf(u"headers"), fields.problem());
        for (const QString &name : headers.names())
            result.headers.emplaceBack(name.toLatin1(), headers.text(name).toLatin1());
        headers.finish();
    }
    result.imagePath = fields.optionalText(u"image_path");
    result.imageEditsAsJson = fields.flag(u"image_edits_as_json", false);
    fields.finish();
    return result;
}

std::optional<BalanceCall> balance(JsonFields &parent)
{
    if (!parent.has(u"balance"))
        return std::nullopt;
    JsonFields fields(parent.take(u"balance"), parent.pathOf(u"balance"), parent.problem());
    BalanceCall result;
    result.path = fields.text(u"path");
    result.pointer = fields.text(u"pointer");
    result.nanoPerUnit
        = fields.optionalInteger(u"nano_per_unit", 1, 1'000'000'000'000, result.nanoPerUnit);
    result.currencyPointer = fields.optionalText(u"currency_pointer");
    fields.finish();
    return result;
}

QString modelOf(JsonFields &fields, QStringView name, RequestType type, const Service &service)
{
    const QString id = fields.optionalText(name);
    const Model *const found = service.model(id);
    if (!id.isEmpty() && !(found && found->types.contains(type)))
        fields.expected(name, u"the id of a model that makes pictures, or videos"_s);
    return id;
}

} // namespace

WireFormat wireFormat(JsonFields &fields, QStringView name)
{
    const std::optional<WireFormat> wire = wireFormatFromName(fields.take(name).toString());
    if (!wire)
        fields.expected(name, wireFormatNames().join(u", "_s));
    return wire.value_or(WireFormat::OpenAiChat);
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
    result.wire = wireFormat(fields, u"wire");
    if (fields.has(u"image_wire"))
        result.imageWire = wireFormat(fields, u"image_wire");
    if (fields.has(u"video_wire"))
        result.videoWire = wireFormat(fields, u"video_wire");
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
    result.keyCheckPath = fields.optionalText(u"key_check_path");
    result.balance = balance(fields);
    if (const QString bill = fields.optionalText(u"bill"); !bill.isEmpty()) {
        result.bill = billFormatFromName(bill);
        if (!result.bill)
            fields.expected(u"bill", u"the name of a format of bills"_s);
    }
    result.factors = priceFactors(fields);
    result.peak = peakHours(fields);
    QList<InputRule> inputs;
    if (fields.has(u"inputs"))
        inputs = inputRules(fields);
    result.models = models(fields, inputs, result.date.toString(Qt::ISODate));
    result.defaultModel = fields.optionalText(u"default_model");
    if (!result.defaultModel.isEmpty() && !result.model(result.defaultModel))
        fields.expected(u"default_model", u"the id of one of the models"_s);
    result.defaultImageModel = modelOf(fields, u"default_image_model", RequestType::Image, result);
    result.defaultVideoModel = modelOf(fields, u"default_video_model", RequestType::Video, result);
    fields.finish();
    return result;
}

} // namespace keyway::catalogueparser
