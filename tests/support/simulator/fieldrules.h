#pragma once

#include <QtCore/QHash>
#include <QtCore/QJsonObject>
#include <QtCore/QList>
#include <QtCore/QMap>
#include <QtCore/QStringList>

#include <optional>

namespace keyway::simulator {

/// What is wrong with one field of a request.
struct FieldProblem {
    QString field; ///< such as `messages[0].role`
    QString words;
    bool unknown = false; ///< the service does not know the field
    bool tag = false; ///< the `type` or `role` is that of another kind of part
};

/// One form that a value may take.
struct FieldType {
    enum class Kind {
        Any,
        Null,
        Bool,
        Text,
        Whole,
        Number,
        Word, ///< one of `words`
        Address, ///< http or https
        DataAddress, ///< data:TYPE;base64,...
        Base64, ///< without a data: prefix
        Size, ///< WIDTHxHEIGHT; with a range in steps of the first up to the second number
        Ratio, ///< such as 16:9
        Wait, ///< wait, or wait=SECONDS up to 60
        File, ///< a part of a form, of one of the media types `words`
        List,
        Map, ///< any names, each with an `item`
        Object ///< the object `name` of the rules
    };
    Kind kind = Kind::Any;
    std::optional<double> least; ///< of a number; of the length of a text or a list
    std::optional<double> most;
    QStringList words;
    QString name;
    QList<FieldType> item;
};

struct Field {
    QList<FieldType> types; ///< any of them
    bool required = false;
};
using Fields = QMap<QString, Field>;

/// The kinds of values that a service's requests are made of. They are written as words:
///
///     "! text 1..1000"          must be there, 1 to 1000 characters
///     "whole 0..100 | null"     one or the other
///     "word auto,low,high"      one of three words
///     "list 1..16 @part"        of objects or forms named `part` in the rules
///     "map text", "number 0..2", "bool", "url", "data-url", "base64", "size", "ratio", "wait",
///     "file image/png"
class FieldRules {
public:
    /// Takes the members of `types`: an object is a list of fields, a text another name for a form.
    /// What is not understood is returned, else nothing.
    [[nodiscard]] QString add(const QJsonObject &types);
    /// The fields of a call, written in the same way.
    [[nodiscard]] QString read(const QJsonObject &fields, Fields &into) const;

    std::optional<FieldProblem> check(const QJsonObject &object, const Fields &fields,
                                      const QString &path = {}) const;
    /// The same for a form, whose numbers and lists come as texts.
    std::optional<FieldProblem> checkText(const QString &name, const QByteArray &value,
                                          const QByteArray &mediaType, const Field &field) const;
    /// The names in the rules that no object or form has.
    QStringList unknownNames() const;

private:
    std::optional<FieldProblem> checkValue(const QJsonValue &value, const QList<FieldType> &types,
                                           const QString &path) const;
    std::optional<FieldProblem> checkType(const QJsonValue &value, const FieldType &type,
                                          const QString &path) const;

    QHash<QString, Fields> m_objects;
    QHash<QString, QList<FieldType>> m_forms;
    mutable QStringList m_mentioned;
};

} // namespace keyway::simulator
