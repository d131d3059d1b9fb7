#pragma once

#include "tests/server/serverfixture.h"

#include <QtCore/QFile>

namespace keyway {

using namespace Qt::StringLiterals;

/// A description of routes in OpenAPI, as far as the tests of it need.
class OpenApiDocument {
public:
    /// By its name in resources/openapi.
    explicit OpenApiDocument(const QString &name)
    {
        QFile file(qEnvironmentVariable("KEYWAY_SOURCE_DIR") + QStringLiteral("/resources/openapi/")
                   + name);
        if (file.open(QIODevice::ReadOnly))
            m_document = QJsonDocument::fromJson(file.readAll()).object();
    }
    const QJsonObject &json() const { return m_document; }

    /// What stands at a place such as `#/components/schemas/Error`, references followed.
    QJsonValue resolved(const QJsonValue &value) const
    {
        const QString reference = value.toObject().value("$ref"_L1).toString();
        if (reference.isEmpty())
            return value;
        QJsonValue found = m_document;
        for (const QString &part : reference.mid(2).split(u'/'))
            found = found.toObject().value(part);
        return found;
    }

    /// Where `value` is not what `schema` says; empty where it is.
    QString mismatch(const QJsonValue &value, const QJsonValue &schemaOrReference,
                     const QString &path = u"$"_s) const
    {
        const QJsonObject schema = resolved(schemaOrReference).toObject();
        const QString type = schema.value("type"_L1).toString();
        if (schema.contains("enum"_L1) && !schema.value("enum"_L1).toArray().contains(value))
            return path + u": not one of the enum"_s;
        if (schema.contains("const"_L1) && schema.value("const"_L1) != value)
            return path + u": not the const"_s;
        if (type == "string"_L1 && !value.isString())
            return path + u": no string"_s;
        if (type == "integer"_L1 && !value.isDouble())
            return path + u": no number"_s;
        if (type == "boolean"_L1 && !value.isBool())
            return path + u": no boolean"_s;
        if (type == "array"_L1) {
            if (!value.isArray())
                return path + u": no array"_s;
            for (const QJsonValue &item : value.toArray()) {
                const QString wrong = mismatch(item, schema.value("items"_L1), path + u"[]"_s);
                if (!wrong.isEmpty())
                    return wrong;
            }
        }
        if (type != "object"_L1)
            return {};
        if (!value.isObject())
            return path + u": no object"_s;
        const QJsonObject object = value.toObject();
        const QJsonObject properties = schema.value("properties"_L1).toObject();
        for (const QJsonValue &required : schema.value("required"_L1).toArray()) {
            if (!object.contains(required.toString()))
                return path + u'.' + required.toString() + u": missing"_s;
        }
        for (auto it = object.begin(); it != object.end(); ++it) {
            const bool closed = schema.value("additionalProperties"_L1) == QJsonValue(false);
            if (!properties.contains(it.key()) && closed)
                return path + u'.' + it.key() + u": not described"_s;
            const QString wrong
                = mismatch(it.value(), properties.value(it.key()), path + u'.' + it.key());
            if (!wrong.isEmpty())
                return wrong;
        }
        return {};
    }

    QJsonObject operation(const QString &path, const QString &method) const
    {
        return m_document.value("paths"_L1)
            .toObject()
            .value(path)
            .toObject()
            .value(method)
            .toObject();
    }

    QString mismatchOfAnswer(const QByteArray &method, const QByteArray &path,
                             const Reply &reply) const
    {
        const QJsonObject described
            = operation(QString::fromLatin1(path), QString::fromLatin1(method).toLower())
                  .value("responses"_L1)
                  .toObject();
        const QString status = QString::number(reply.status);
        if (!described.contains(status))
            return u"status "_s + status + u" is not described"_s;
        const QJsonObject content
            = resolved(described.value(status)).toObject().value("content"_L1).toObject();
        if (content.isEmpty())
            return reply.body.isEmpty() ? QString() : u"a body that is not described"_s;
        const QJsonObject json = content.value("application/json"_L1).toObject();
        return json.isEmpty() ? QString() : mismatch(reply.json, json.value("schema"_L1));
    }

    /// What is wrong with the list of routes, or with what each says of who may call it.
    QString mismatchOfRoutes(const QList<server::Route> &routes) const
    {
        QStringList described;
        QStringList ids;
        const QJsonObject paths = m_document.value("paths"_L1).toObject();
        for (auto path = paths.begin(); path != paths.end(); ++path) {
            const QJsonObject methods = path->toObject();
            for (auto method = methods.begin(); method != methods.end(); ++method) {
                described.append(method.key().toUpper() + u' ' + path.key());
                ids.append(method->toObject().value("operationId"_L1).toString());
            }
        }
        QStringList served;
        for (const server::Route &route : routes) {
            const QString name = QString::fromLatin1(route.method + ' ' + route.path);
            served.append(name);
            const QJsonObject one = operation(QString::fromLatin1(route.path),
                                              QString::fromLatin1(route.method).toLower());
            const bool secured = !one.value("security"_L1).toArray().isEmpty();
            const bool needsToken
                = route.access == server::Access::Device || route.access == server::Access::Admin;
            if (secured != needsToken)
                return name + u": who may call it"_s;
            if (one.contains("requestBody"_L1) != (route.method == "POST" || route.method == "PUT"))
                return name + u": its body"_s;
        }
        described.sort();
        served.sort();
        if (described != served)
            return u"described: "_s + described.join(u", "_s);
        if (ids.removeDuplicates() != 0 || ids.contains(QString()))
            return u"operationId"_s;
        return m_document.value("openapi"_L1) == u"3.1.0"_s ? QString() : u"openapi"_s;
    }

private:
    QJsonObject m_document;
};

} // namespace keyway
