#include "tests/catalogue/jsonschema.h"

#include <QtCore/QJsonArray>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

bool isOfType(const QJsonValue &value, const QString &type)
{
    if (type == "object"_L1)
        return value.isObject();
    if (type == "array"_L1)
        return value.isArray();
    if (type == "string"_L1)
        return value.isString();
    if (type == "boolean"_L1)
        return value.isBool();
    return type == "integer"_L1 && value.isDouble() && value.toInteger(-1) == value.toInteger(-2);
}

const QSet<QString> &knownWords()
{
    static const QSet<QString> words{
        u"$schema"_s,     u"$defs"_s,         u"$ref"_s,          u"title"_s,
        u"description"_s, u"type"_s,          u"enum"_s,          u"pattern"_s,
        u"minLength"_s,   u"minimum"_s,       u"maximum"_s,       u"items"_s,
        u"minItems"_s,    u"uniqueItems"_s,   u"properties"_s,    u"required"_s,
        u"anyOf"_s,       u"minProperties"_s, u"propertyNames"_s, u"additionalProperties"_s};
    return words;
}

} // namespace

JsonSchema::JsonSchema(QJsonObject root)
    : m_root(std::move(root))
{
}

QString JsonSchema::misfit(const QJsonValue &value) const
{
    return check(m_root, value, u"$"_s);
}

QString JsonSchema::check(const QJsonObject &schema, const QJsonValue &value,
                          const QString &path) const
{
    for (const QString &word : schema.keys()) {
        if (!knownWords().contains(word))
            return path + u": the schema uses "_s + word;
    }
    if (schema.contains(u"$ref"_s)) {
        const QString name = schema[u"$ref"_s].toString().section(u'/', -1);
        const QJsonValue target = m_root[u"$defs"_s].toObject().value(name);
        if (!target.isObject())
            return path + u": the schema lacks "_s + name;
        const QString found = check(target.toObject(), value, path);
        if (!found.isEmpty())
            return found;
    }
    if (schema.contains(u"type"_s) && !isOfType(value, schema[u"type"_s].toString()))
        return path + u": type"_s;
    if (schema.contains(u"enum"_s) && !schema[u"enum"_s].toArray().contains(value))
        return path + u": enum"_s;
    if (schema.contains(u"pattern"_s)
        && !QRegularExpression(schema[u"pattern"_s].toString()).match(value.toString()).hasMatch())
        return path + u": pattern"_s;
    if (value.isString() && value.toString().size() < schema[u"minLength"_s].toInteger())
        return path + u": minLength"_s;
    if (schema.contains(u"minimum"_s) && value.toInteger() < schema[u"minimum"_s].toInteger())
        return path + u": minimum"_s;
    if (schema.contains(u"maximum"_s) && value.toInteger() > schema[u"maximum"_s].toInteger())
        return path + u": maximum"_s;
    if (schema.contains(u"anyOf"_s)) {
        const QJsonArray choices = schema[u"anyOf"_s].toArray();
        const bool fits
            = std::any_of(choices.begin(), choices.end(), [&](const QJsonValue &choice) {
                  return check(choice.toObject(), value, path).isEmpty();
              });
        if (!fits)
            return path + u": anyOf"_s;
    }
    if (value.isObject())
        return checkObject(schema, value.toObject(), path);
    if (value.isArray())
        return checkArray(schema, value.toArray(), path);
    return {};
}

QString JsonSchema::checkObject(const QJsonObject &schema, const QJsonObject &value,
                                const QString &path) const
{
    const QJsonArray required = schema[u"required"_s].toArray();
    for (const QJsonValue name : required) {
        if (!value.contains(name.toString()))
            return path + u'.' + name.toString() + u": required"_s;
    }
    if (value.size() < schema[u"minProperties"_s].toInteger())
        return path + u": minProperties"_s;
    const QJsonObject properties = schema[u"properties"_s].toObject();
    const QJsonValue others = schema[u"additionalProperties"_s];
    for (auto it = value.begin(); it != value.end(); ++it) {
        const QString inner = path + u'.' + it.key();
        QString found;
        if (schema.contains(u"propertyNames"_s))
            found = check(schema[u"propertyNames"_s].toObject(), it.key(), inner);
        if (found.isEmpty() && properties.contains(it.key()))
            found = check(properties[it.key()].toObject(), it.value(), inner);
        else if (found.isEmpty() && others.isObject())
            found = check(others.toObject(), it.value(), inner);
        else if (found.isEmpty() && others.isBool() && !others.toBool())
            found = inner + u": additionalProperties"_s;
        if (!found.isEmpty())
            return found;
    }
    return {};
}

QString JsonSchema::checkArray(const QJsonObject &schema, const QJsonArray &value,
                               const QString &path) const
{
    if (value.size() < schema[u"minItems"_s].toInteger())
        return path + u": minItems"_s;
    for (qsizetype i = 0; i < value.size(); ++i) {
        const QString inner = path + u"[%1]"_s.arg(i);
        for (qsizetype j = 0; schema[u"uniqueItems"_s].toBool() && j < i; ++j) {
            if (value.at(j) == value.at(i))
                return inner + u": uniqueItems"_s;
        }
        const QString found = check(schema[u"items"_s].toObject(), value.at(i), inner);
        if (!found.isEmpty())
            return found;
    }
    return {};
}
