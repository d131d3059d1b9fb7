#include "tests/support/simulator/fieldexpression.h"

namespace keyway::simulator {

using namespace Qt::StringLiterals;

namespace {
using Kind = FieldType::Kind;

/// Reads the words of an expression one by one.
class ExpressionReader {
public:
    ExpressionReader(const QString &expression, QString &problem, QStringList &mentioned)
        : m_expression(expression)
        , m_words(expression.split(u' ', Qt::SkipEmptyParts))
        , m_problem(problem)
        , m_mentioned(mentioned)
    {
    }

    Field field()
    {
        Field field;
        if (!m_words.isEmpty() && m_words.first() == "!"_L1) {
            field.required = true;
            m_words.removeFirst();
        }
        field.types.append(type());
        while (!m_words.isEmpty() && m_words.first() == "|"_L1) {
            m_words.removeFirst();
            field.types.append(type());
        }
        if (!m_words.isEmpty())
            complain(m_words.first());
        return field;
    }

private:
    void complain(const QString &word)
    {
        if (m_problem.isEmpty())
            m_problem = u"'%1' in '%2'"_s.arg(word, m_expression);
    }

    FieldType type()
    {
        static const QHash<QString, Kind> kinds{
            {u"any"_s, Kind::Any},       {u"null"_s, Kind::Null},
            {u"bool"_s, Kind::Bool},     {u"text"_s, Kind::Text},
            {u"whole"_s, Kind::Whole},   {u"number"_s, Kind::Number},
            {u"word"_s, Kind::Word},     {u"url"_s, Kind::Address},
            {u"base64"_s, Kind::Base64}, {u"data-url"_s, Kind::DataAddress},
            {u"size"_s, Kind::Size},     {u"file"_s, Kind::File},
            {u"list"_s, Kind::List},     {u"map"_s, Kind::Map},
            {u"ratio"_s, Kind::Ratio},   {u"wait"_s, Kind::Wait}};
        FieldType type;
        if (m_words.isEmpty()) {
            complain(u"end"_s);
            return type;
        }
        const QString word = m_words.takeFirst();
        if (word.startsWith(u'@')) {
            type.kind = Kind::Object;
            type.name = word.mid(1);
            m_mentioned.append(type.name);
            return type;
        }
        if (!kinds.contains(word)) {
            complain(word);
            return type;
        }
        type.kind = kinds.value(word);
        range(type);
        if (type.kind == Kind::Word || type.kind == Kind::File)
            type.words = m_words.isEmpty() ? QStringList() : m_words.takeFirst().split(u',');
        if (type.kind == Kind::List || type.kind == Kind::Map)
            type.item.append(this->type());
        return type;
    }

    void range(FieldType &type)
    {
        if (m_words.isEmpty() || !m_words.first().contains(".."_L1))
            return;
        const QString word = m_words.takeFirst();
        const qsizetype dots = word.indexOf(".."_L1);
        const auto bound = [&](const QString &text) -> std::optional<double> {
            if (text.isEmpty())
                return std::nullopt;
            bool ok = false;
            const double number = text.toDouble(&ok);
            if (!ok)
                complain(word);
            return number;
        };
        type.least = bound(word.left(dots));
        type.most = bound(word.mid(dots + 2));
    }

    const QString m_expression;
    QStringList m_words;
    QString &m_problem;
    QStringList &m_mentioned;
};
} // namespace

Field readExpression(const QString &expression, QString &problem, QStringList &mentioned)
{
    return ExpressionReader(expression, problem, mentioned).field();
}

} // namespace keyway::simulator
