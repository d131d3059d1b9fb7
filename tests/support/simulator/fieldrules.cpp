#include "tests/support/simulator/fieldrules.h"

#include "tests/support/simulator/fieldexpression.h"

#include <QtCore/QJsonArray>
#include <QtCore/QRegularExpression>
#include <QtCore/QUrl>

#include <algorithm>
#include <cmath>

namespace keyway::simulator {

using namespace Qt::StringLiterals;

namespace {
using Kind = FieldType::Kind;

QString joined(const QString &path, const QString &name)
{
    return path.isEmpty() ? name : path + u'.' + name;
}

QString rangeWords(const FieldType &type, const QString &of)
{
    const auto number = [](double value) { return QString::number(value, 'g', 15); };
    if (type.least && type.most)
        return u"%1 must be from %2 to %3"_s.arg(of, number(*type.least), number(*type.most));
    if (type.least)
        return u"%1 must be at least %2"_s.arg(of, number(*type.least));
    return u"%1 must be at most %2"_s.arg(of, number(type.most.value_or(0)));
}

bool inRange(const FieldType &type, double value)
{
    return (!type.least || value >= *type.least) && (!type.most || value <= *type.most);
}

bool isAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty()
        && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1);
}

bool isBase64(const QString &text)
{
    const auto decoded = QByteArray::fromBase64Encoding(
        text.toLatin1(), QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    return !text.isEmpty() && decoded.decodingStatus == QByteArray::Base64DecodingStatus::Ok;
}

bool isDataAddress(const QString &text)
{
    static const QRegularExpression head(u"^data:[a-z]+/[a-z0-9.+-]+;base64,"_s);
    const auto match = head.match(text.left(200));
    return match.hasMatch() && isBase64(text.mid(match.capturedLength()));
}

bool isMatch(const QString &text, const QString &pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text).hasMatch();
}

bool isSize(const QString &text, const FieldType &type)
{
    if (!isMatch(text, u"[1-9][0-9]{0,4}x[1-9][0-9]{0,4}"_s))
        return false;
    const int width = text.section(u'x', 0, 0).toInt();
    const int height = text.section(u'x', 1).toInt();
    const int step = int(type.least.value_or(1));
    if (width % step != 0 || height % step != 0)
        return false;
    const bool narrow = std::max(width, height) > 3 * std::min(width, height);
    return !type.most || (std::max(width, height) <= *type.most && !narrow);
}

/// The words about a text of the wrong form, empty for a right one.
QString textProblem(const QString &text, const FieldType &type)
{
    switch (type.kind) {
    case Kind::Text:
        return inRange(type, double(text.size())) ? QString() : rangeWords(type, u"its length"_s);
    case Kind::Word:
        return type.words.contains(text) ? QString()
                                         : u"must be one of "_s + type.words.join(u", "_s);
    case Kind::Address:
        return isAddress(text) ? QString() : u"must be an http(s) URL"_s;
    case Kind::DataAddress:
        return isDataAddress(text) ? QString() : u"must be a base64 data URL"_s;
    case Kind::Base64:
        return isBase64(text) ? QString() : u"must be base64 without a prefix"_s;
    case Kind::Size:
        return isSize(text, type) ? QString() : u"must be a size such as 1024x1024"_s;
    case Kind::Ratio:
        return isMatch(text, u"[1-9][0-9]*:[1-9][0-9]*"_s) ? QString()
                                                           : u"must be a ratio such as 16:9"_s;
    case Kind::Wait:
        return isMatch(text, u"wait(=([1-9]|[1-5][0-9]|60))?"_s)
            ? QString()
            : u"must be wait or wait=SECONDS up to 60"_s;
    default:
        return u"must not be a text"_s;
    }
}

QString numberProblem(double value, const FieldType &type)
{
    if (type.kind == Kind::Whole && std::floor(value) != value)
        return u"must be a whole number"_s;
    return inRange(type, value) ? QString() : rangeWords(type, u"it"_s);
}

QString kindName(Kind kind)
{
    switch (kind) {
    case Kind::Null:
        return u"null"_s;
    case Kind::Bool:
        return u"true or false"_s;
    case Kind::Whole:
        return u"a whole number"_s;
    case Kind::Number:
        return u"a number"_s;
    case Kind::List:
        return u"a list"_s;
    case Kind::Map:
    case Kind::Object:
        return u"an object"_s;
    case Kind::File:
        return u"a file"_s;
    default:
        return u"a text"_s;
    }
}
} // namespace

QString FieldRules::add(const QJsonObject &types)
{
    for (auto it = types.begin(); it != types.end(); ++it) {
        if (it.value().isString()) {
            QString problem;
            const Field form = readExpression(it.value().toString(), problem, m_mentioned);
            if (!problem.isEmpty())
                return it.key() + u": "_s + problem;
            m_forms.insert(it.key(), form.types);
            continue;
        }
        Fields fields;
        const QString problem = read(it.value().toObject(), fields);
        if (!problem.isEmpty())
            return it.key() + u'.' + problem;
        m_objects.insert(it.key(), fields);
    }
    return {};
}

QString FieldRules::read(const QJsonObject &fields, Fields &into) const
{
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        QString problem = it.value().isString() ? QString() : u"no text"_s;
        into.insert(it.key(), readExpression(it.value().toString(), problem, m_mentioned));
        if (!problem.isEmpty())
            return it.key() + u": "_s + problem;
    }
    return {};
}

QStringList FieldRules::unknownNames() const
{
    QStringList unknown;
    for (const QString &name : std::as_const(m_mentioned)) {
        if (!m_objects.contains(name) && !m_forms.contains(name))
            unknown.append(name);
    }
    return unknown;
}

std::optional<FieldProblem> FieldRules::check(const QJsonObject &object, const Fields &fields,
                                              const QString &path) const
{
    // Types and roles first: they tell which kind of part it is, of which the rest is spoken.
    for (const bool tags : {true, false}) {
        for (auto it = fields.begin(); it != fields.end(); ++it) {
            const bool isTag = (it.key() == "type"_L1 || it.key() == "role"_L1)
                && it->types.first().kind == Kind::Word;
            if (isTag != tags)
                continue;
            if (!object.contains(it.key())) {
                if (it->required)
                    return FieldProblem{joined(path, it.key()), u"is required"_s, false, isTag};
                continue;
            }
            if (auto problem
                = checkValue(object.value(it.key()), it->types, joined(path, it.key()))) {
                problem->tag = problem->tag || isTag;
                return problem;
            }
        }
    }
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!fields.contains(it.key()))
            return FieldProblem{joined(path, it.key()), u"is not known"_s, true};
    }
    return std::nullopt;
}

std::optional<FieldProblem> FieldRules::checkValue(const QJsonValue &value,
                                                   const QList<FieldType> &types,
                                                   const QString &path) const
{
    // The problem deepest inside is the most telling one.
    std::optional<FieldProblem> worst;
    for (const FieldType &type : types) {
        auto problem = checkType(value, type, path);
        if (!problem)
            return std::nullopt;
        const auto depth
            = [](const FieldProblem &of) { return of.tag ? qsizetype(-1) : of.field.size(); };
        if (!worst || depth(*problem) > depth(*worst))
            worst = std::move(problem);
    }
    return worst;
}

std::optional<FieldProblem> FieldRules::checkType(const QJsonValue &value, const FieldType &type,
                                                  const QString &path) const
{
    const auto wrong = [&](const QString &words) -> std::optional<FieldProblem> {
        if (words.isEmpty())
            return std::nullopt;
        return FieldProblem{path, words};
    };
    const auto wrongKind = [&] { return wrong(u"must be "_s + kindName(type.kind)); };
    switch (type.kind) {
    case Kind::Any:
        return std::nullopt;
    case Kind::Null:
        return value.isNull() ? std::nullopt : wrongKind();
    case Kind::Bool:
        return value.isBool() ? std::nullopt : wrongKind();
    case Kind::Whole:
    case Kind::Number:
        return value.isDouble() ? wrong(numberProblem(value.toDouble(), type)) : wrongKind();
    case Kind::List: {
        if (!value.isArray())
            return wrongKind();
        const QJsonArray array = value.toArray();
        if (!inRange(type, double(array.size())))
            return wrong(rangeWords(type, u"its length"_s));
        for (qsizetype i = 0; i < array.size(); ++i) {
            if (auto problem = checkValue(array.at(i), type.item, u"%1[%2]"_s.arg(path).arg(i)))
                return problem;
        }
        return std::nullopt;
    }
    case Kind::Map: {
        if (!value.isObject())
            return wrongKind();
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (auto problem = checkValue(it.value(), type.item, joined(path, it.key())))
                return problem;
        }
        return std::nullopt;
    }
    case Kind::Object:
        if (const auto form = m_forms.constFind(type.name); form != m_forms.cend())
            return checkValue(value, *form, path);
        if (!value.isObject())
            return wrongKind();
        return check(value.toObject(), m_objects.value(type.name), path);
    case Kind::File:
        return wrongKind();
    default:
        return value.isString() ? wrong(textProblem(value.toString(), type)) : wrongKind();
    }
}

std::optional<FieldProblem> FieldRules::checkText(const QString &name, const QByteArray &value,
                                                  const QByteArray &mediaType,
                                                  const Field &field) const
{
    QString words;
    for (const FieldType &type : field.types) {
        const FieldType &single = type.kind == Kind::List ? type.item.first() : type;
        bool ok = true;
        switch (single.kind) {
        case Kind::File:
            words = value.isEmpty() ? u"must not be empty"_s
                : single.words.contains(QString::fromLatin1(mediaType))
                ? QString()
                : u"must be a file of "_s + single.words.join(u", "_s);
            break;
        case Kind::Bool:
            words = value == "true" || value == "false" ? QString() : u"must be true or false"_s;
            break;
        case Kind::Whole:
        case Kind::Number: {
            const double number = value.toDouble(&ok);
            words = ok ? numberProblem(number, single) : u"must be a number"_s;
            break;
        }
        default:
            words = textProblem(QString::fromUtf8(value), single);
            break;
        }
        if (words.isEmpty())
            return std::nullopt;
    }
    return FieldProblem{name, words};
}

} // namespace keyway::simulator
