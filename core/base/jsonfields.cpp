#include "core/base/jsonfields.h"

#include <limits>
#include <utility>

namespace keyway {

using namespace Qt::StringLiterals;

void JsonProblem::note(const QString &path, const QString &expected)
{
    if (text.isEmpty())
        text = path + u": expected "_s + expected;
}

JsonFields::JsonFields(const QJsonValue &value, QString path, JsonProblem &problem)
    : m_object(value.toObject())
    , m_path(std::move(path))
    , m_problem(&problem)
{
    if (!value.isObject())
        m_problem->note(m_path, u"an object"_s);
}

QString JsonFields::pathOf(QStringView name) const
{
    return m_path + u'.' + name.toString();
}

void JsonFields::expected(QStringView name, const QString &what)
{
    m_problem->note(pathOf(name), what);
}

QJsonValue JsonFields::take(QStringView name)
{
    m_asked.insert(name.toString());
    return m_object.value(name);
}

QString JsonFields::text(QStringView name)
{
    const QJsonValue value = take(name);
    if (value.toString().isEmpty())
        expected(name, u"a text that is not empty"_s);
    return value.toString();
}

QString JsonFields::optionalText(QStringView name)
{
    return has(name) ? text(name) : QString();
}

bool JsonFields::flag(QStringView name)
{
    const QJsonValue value = take(name);
    if (!value.isBool())
        expected(name, u"true or false"_s);
    return value.toBool();
}

bool JsonFields::flag(QStringView name, bool otherwise)
{
    return has(name) ? flag(name) : otherwise;
}

qint64 JsonFields::integer(QStringView name, qint64 lowest, qint64 highest)
{
    const QJsonValue value = take(name);
    constexpr qint64 notWhole = std::numeric_limits<qint64>::min();
    const qint64 number = value.toInteger(notWhole);
    if (number == notWhole || number < lowest || number > highest) {
        expected(name, u"a whole number from %1 to %2"_s.arg(lowest).arg(highest));
        return lowest;
    }
    return number;
}

qint64 JsonFields::optionalInteger(QStringView name, qint64 lowest, qint64 highest,
                                   qint64 otherwise)
{
    return has(name) ? integer(name, lowest, highest) : otherwise;
}

QJsonArray JsonFields::array(QStringView name)
{
    const QJsonValue value = take(name);
    if (value.toArray().isEmpty())
        expected(name, u"a list that is not empty"_s);
    return value.toArray();
}

QStringList JsonFields::optionalTexts(QStringView name)
{
    if (!has(name))
        return {};
    const QJsonValue value = take(name);
    if (!value.isArray()) {
        expected(name, u"a list of texts"_s);
        return {};
    }
    QStringList texts;
    const QJsonArray items = value.toArray();
    for (qsizetype i = 0; i < items.size(); ++i) {
        const QString text = items.at(i).toString();
        const QString path = pathOf(name) + u"[%1]"_s.arg(i);
        if (text.isEmpty())
            m_problem->note(path, u"a text that is not empty"_s);
        else if (texts.contains(text))
            m_problem->note(path, u"a text that is not in the list already"_s);
        texts.append(text);
    }
    return texts;
}

void JsonFields::finish()
{
    for (auto it = m_object.constBegin(); it != m_object.constEnd(); ++it) {
        if (!m_asked.contains(it.key()))
            m_problem->note(pathOf(it.key()), u"no such field"_s);
    }
}

} // namespace keyway
