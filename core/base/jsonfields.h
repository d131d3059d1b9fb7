#pragma once

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QJsonValue>
#include <QtCore/QSet>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>

namespace keyway {

/// The first thing that was wrong in a JSON text: where and what was expected, in words for the log
/// and for the person who wrote the file. Empty: nothing yet.
struct JsonProblem {
    QString text;
    bool found() const { return !text.isEmpty(); }
    void note(const QString &path, const QString &expected);
};

/// Reads one JSON object strictly: fields that nobody asked for, missing ones and wrong types are
/// problems. Getters return an empty value once something is wrong, so callers read on and look at
/// the problem once at the end.
class JsonFields {
public:
    JsonFields(const QJsonValue &value, QString path, JsonProblem &problem);

    bool has(QStringView name) const { return m_object.contains(name); }
    QStringList names() const { return m_object.keys(); }
    QString pathOf(QStringView name) const;
    JsonProblem &problem() const { return *m_problem; }

    /// A field as it is, asked for and so known.
    QJsonValue take(QStringView name);
    QString text(QStringView name); ///< required, not empty
    QString optionalText(QStringView name);
    bool flag(QStringView name, bool otherwise);
    bool flag(QStringView name); ///< required
    qint64 integer(QStringView name, qint64 lowest, qint64 highest); ///< required
    qint64 optionalInteger(QStringView name, qint64 lowest, qint64 highest, qint64 otherwise);
    QJsonArray array(QStringView name); ///< required, not empty
    QStringList optionalTexts(QStringView name); ///< a list of texts that are not empty and differ

    void expected(QStringView name, const QString &what);
    /// Notes the first field that was not asked for. Call it last.
    void finish();

private:
    QJsonObject m_object;
    QString m_path;
    JsonProblem *m_problem;
    QSet<QString> m_asked;
};

} // namespace keyway
