#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QJsonValue>
#include <QtCore/QString>

/// The part of JSON Schema that resources/catalogue/schema.json uses. Words that it does not know
/// are refused, so that nothing in the schema goes unchecked.
class JsonSchema {
public:
    explicit JsonSchema(QJsonObject root);

    /// Empty where the value fits, else the path of the first misfit and the word that it breaks.
    QString misfit(const QJsonValue &value) const;

private:
    QString check(const QJsonObject &schema, const QJsonValue &value, const QString &path) const;
    QString checkObject(const QJsonObject &schema, const QJsonObject &value,
                        const QString &path) const;
    QString checkArray(const QJsonObject &schema, const QJsonArray &value,
                       const QString &path) const;

    QJsonObject m_root;
};
