#include "tests/support/simulator/requestcheck.h"

#include "tests/support/simulator/media.h"
#include "tests/support/simulator/multipart.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QUrlQuery>

#include <algorithm>

namespace keyway::simulator {

using namespace Qt::StringLiterals;

namespace {
Refusal refused(const QString &field, const QString &words, const QString &code = {})
{
    return {400, code, u"%1: %2"_s.arg(field, words), field, {}};
}

Refusal refused(const FieldProblem &problem)
{
    return refused(problem.field, problem.words,
                   problem.unknown ? u"unknown_parameter"_s : QString());
}

QByteArray keyHeader(Service::Key key)
{
    switch (key) {
    case Service::Key::Bearer:
        return "authorization"_ba;
    case Service::Key::XApiKey:
        return "x-api-key"_ba;
    case Service::Key::GoogApiKey:
        return "x-goog-api-key"_ba;
    case Service::Key::ApiKey:
        return "api-key"_ba;
    case Service::Key::None:
        break;
    }
    return {};
}

std::optional<Refusal> checkHeaders(const Exchange &exchange)
{
    static const QList<QByteArray> everywhere{"host"_ba,
                                              "user-agent"_ba,
                                              "accept"_ba,
                                              "accept-encoding"_ba,
                                              "connection"_ba,
                                              "content-type"_ba,
                                              "content-length"_ba,
                                              "accept-language"_ba,
                                              "expect"_ba,
                                              "mime-version"_ba,
                                              "transfer-encoding"_ba,
                                              "cache-control"_ba,
                                              "pragma"_ba};
    const Service &service = *exchange.route.service;
    const Call &call = *exchange.route.call;
    const QByteArray key = keyHeader(service.key);
    QStringList seen;
    for (const auto &[given, value] : exchange.request.headers) {
        const QByteArray lower = given.toLower();
        const QString name = QString::fromLatin1(lower);
        if (seen.contains(name))
            return refused(name, u"is there twice"_s);
        seen.append(name);
        if (everywhere.contains(lower) || lower == key)
            continue;
        const auto field = service.headers.constFind(name);
        if (field == service.headers.cend())
            return refused(name, u"is no header of this service"_s, u"unknown_header"_s);
        if (const auto problem = service.rules.checkText(name, value, {}, *field))
            return refused(*problem);
    }
    for (auto it = service.headers.begin(); it != service.headers.end(); ++it) {
        if (it->required && !seen.contains(it.key()))
            return refused(it.key(), u"header is required"_s);
    }
    const QString accept = QString::fromLatin1(exchange.request.header("accept"));
    if (!call.accepts.isEmpty() && !accept.isEmpty() && accept != "*/*"_L1
        && !call.accepts.contains(accept))
        return refused(u"accept"_s, u"must be one of "_s + call.accepts.join(u", "_s));
    return std::nullopt;
}

std::optional<Refusal> checkQuery(const Exchange &exchange)
{
    const Call &call = *exchange.route.call;
    const FieldRules &rules = exchange.route.service->rules;
    const QUrlQuery query(QUrl::fromEncoded(exchange.request.target).query(QUrl::FullyEncoded));
    QStringList seen;
    for (const auto &[name, value] : query.queryItems(QUrl::FullyDecoded)) {
        const auto field = call.query.constFind(name);
        if (field == call.query.cend())
            return refused(name, u"is no parameter of this address"_s, u"unknown_parameter"_s);
        if (const auto problem = rules.checkText(name, value.toUtf8(), {}, *field))
            return refused(*problem);
        seen.append(name);
    }
    for (auto it = call.query.begin(); it != call.query.end(); ++it) {
        if (it->required && !seen.contains(it.key()))
            return refused(it.key(), u"is required"_s);
    }
    return std::nullopt;
}

std::optional<Refusal> checkJson(const Exchange &exchange)
{
    const Call &call = *exchange.route.call;
    if (!exchange.request.header("content-type").startsWith("application/json"))
        return refused(u"content-type"_s, u"must be application/json"_s);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(exchange.request.body, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return refused(u"body"_s, u"We could not parse the JSON body of your request."_s);
    if (const auto problem = exchange.route.service->rules.check(document.object(), call.fields))
        return refused(*problem);
    return std::nullopt;
}

std::optional<Refusal> checkForm(const Exchange &exchange)
{
    const Fields &fields = exchange.route.call->fields;
    const auto parts = multipartParts(exchange.request);
    if (!parts)
        return refused(u"content-type"_s, u"must be multipart/form-data with a whole body"_s);
    QHash<QString, int> counts;
    for (const FormPart &part : *parts) {
        const QString name = QString::fromUtf8(part.name);
        const auto field = fields.constFind(name);
        if (field == fields.cend())
            return refused(name, u"is not known"_s, u"unknown_parameter"_s);
        const FieldType &type = field->types.first();
        const bool isList = type.kind == FieldType::Kind::List;
        const int count = ++counts[name];
        if (!isList && count > 1)
            return refused(name, u"is there twice"_s);
        if (isList && type.most && count > *type.most)
            return refused(name, u"is there more than %1 times"_s.arg(*type.most));
        const bool isFile = (isList ? type.item.first() : type).kind == FieldType::Kind::File;
        if (isFile != !part.fileName.isEmpty())
            return refused(name, isFile ? u"must be a file with a name"_s : u"is no file"_s);
        if (const auto problem
            = exchange.route.service->rules.checkText(name, part.body, part.mediaType, *field))
            return refused(*problem);
        if (isFile && mediaTypeOf(part.body) != part.mediaType)
            return refused(name, u"its bytes are not "_s + QString::fromLatin1(part.mediaType));
    }
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        if (it->required && !counts.contains(it.key()))
            return refused(it.key(), u"is required"_s);
    }
    return std::nullopt;
}

QJsonValue valueAt(const QJsonObject &object, const QString &path)
{
    QJsonValue value = object;
    for (const QString &name : path.split(u'.'))
        value = value.toObject().value(name);
    return value;
}

/// Whether a message has a part of this type.
bool hasPart(const QJsonObject &fields, const QString &type)
{
    const QJsonArray messages = fields.value("messages"_L1).toArray();
    for (const QJsonValue &message : messages) {
        const QJsonArray parts = message["content"_L1].toArray();
        for (const QJsonValue &part : parts) {
            if (part["type"_L1].toString() == type)
                return true;
        }
    }
    return false;
}

/// Whether "path" is there, or "path=value" is so; header:NAME looks at the headers, last_role at
/// the last message, part:TYPE at the parts of all.
bool holds(const QString &condition, const Exchange &exchange)
{
    const QString path = condition.section(u'=', 0, 0);
    if (path.startsWith("header:"_L1)) {
        const QByteArray name = path.mid(7).toLatin1();
        if (!condition.contains(u'='))
            return exchange.request.hasHeader(name);
        return exchange.request.header(name) == condition.section(u'=', 1).toLatin1();
    }
    if (path.startsWith("part:"_L1))
        return hasPart(exchange.fields, path.mid(5));
    QJsonValue value = valueAt(exchange.fields, path);
    if (path == "last_role"_L1)
        value = exchange.fields.value("messages"_L1).toArray().last()["role"_L1];
    if (value.isUndefined())
        return false;
    if (!condition.contains(u'='))
        return true;
    const QString wanted = condition.section(u'=', 1);
    return value.toVariant().toString() == wanted;
}

std::optional<Refusal> checkRules(const Exchange &exchange)
{
    const QString model = QString(exchange.model).replace(u'/', u'\x1f');
    for (const RefusalRule &rule : exchange.route.service->refusals) {
        if (!rule.does.isEmpty() && !rule.does.contains(exchange.route.call->does))
            continue;
        const bool isOne
            = std::any_of(rule.models.begin(), rule.models.end(),
                          [&model](const auto &name) { return name.match(model).hasMatch(); });
        if (!rule.models.isEmpty() && !isOne)
            continue;
        if (!rule.when.isEmpty() && !holds(rule.when, exchange))
            continue;
        if (!rule.unless.isEmpty() && holds(rule.unless, exchange))
            continue;
        if (rule.gone) {
            return Refusal{404,
                           {},
                           u"The model %1 is no longer available."_s.arg(exchange.model),
                           u"model"_s,
                           {}};
        }
        for (const QString &path : rule.refuses) {
            if (!holds(path, exchange))
                continue;
            const QString name = path.section(u'=', 0, 0);
            const QString given = path.section(u'=', 1);
            return refused(name,
                           given.isEmpty()
                               ? u"Unsupported parameter: it is not supported with this model."_s
                               : u"Unsupported value: '%1' is not supported here."_s.arg(given),
                           given.isEmpty() ? u"unsupported_parameter"_s : u"unsupported_value"_s);
        }
        for (const QString &path : rule.allows) {
            const QString name = path.section(u'=', 0, 0);
            const QStringList values = path.section(u'=', 1).split(u',');
            if (holds(name, exchange)
                && !values.contains(valueAt(exchange.fields, name).toString()))
                return refused(name, u"must be one of "_s + values.join(u", "_s));
        }
        for (const QString &path : rule.needs) {
            if (!holds(path, exchange))
                return refused(path.section(u'=', 0, 0), u"is required here"_s);
        }
    }
    return std::nullopt;
}

std::optional<Refusal> checkScript(const Exchange &exchange)
{
    for (const QString &name : exchange.behaviour.refusedParameters) {
        if (holds(name, exchange)) {
            return refused(
                name,
                exchange.wire() == Wire::Anthropic
                    ? u"`%1` is deprecated for this model."_s.arg(name)
                    : u"Unsupported parameter: '%1' is not supported with this model."_s.arg(name),
                u"unsupported_parameter"_s);
        }
    }
    return std::nullopt;
}
} // namespace

std::optional<Refusal> keyRefusalOf(const Route &route, const QByteArray &key, const Script &script)
{
    if (route.call && route.call->keyless)
        return std::nullopt;
    const QString text = QString::fromUtf8(key);
    if (route.call && route.call->adminKey && !key.isEmpty() && !text.contains("admin"_L1))
        return Refusal{401, {}, u"An admin key is needed."_s, {}, {}};
    const bool optional = script.keyless || route.service->keyOptional;
    if (key.isEmpty() ? optional : !script.refusedKeys.contains(text))
        return std::nullopt;
    switch (route.wire()) {
    case Wire::Gemini:
    case Wire::Interactions:
        if (key.isEmpty())
            return Refusal{403, {}, u"The request has no API key."_s, {}, {}};
        return Refusal{400, u"API_KEY_INVALID"_s, u"API key not valid."_s, {}, {}};
    case Wire::Xai:
        if (!key.isEmpty())
            return Refusal{400, {}, u"Incorrect API key provided."_s, {}, {}};
        break;
    default:
        break;
    }
    return Refusal{401, {}, {}, {}, {}};
}

Refusal unknownPath(const HttpRequest &request)
{
    return {404,
            u"unknown_url"_s,
            u"Invalid URL (%1)"_s.arg(QString::fromUtf8(request.method + ' ' + request.path())),
            {},
            {}};
}

std::optional<Refusal> refusalOf(const Exchange &exchange)
{
    std::optional<Refusal> refusal = checkHeaders(exchange);
    if (!refusal)
        refusal = checkQuery(exchange);
    if (refusal)
        return refusal;
    switch (exchange.route.call->body) {
    case Call::Body::None:
        if (!exchange.request.body.isEmpty())
            refusal = refused(u"body"_s, u"there must be none"_s);
        break;
    case Call::Body::Json:
        refusal = checkJson(exchange);
        break;
    case Call::Body::Form:
        refusal = checkForm(exchange);
        break;
    }
    if (!refusal)
        refusal = checkRules(exchange);
    if (!refusal)
        refusal = checkScript(exchange);
    return refusal;
}

} // namespace keyway::simulator
