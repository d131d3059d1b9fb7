#include "tests/support/simulator/servicetable.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QUrl>

namespace keyway::simulator {

using namespace Qt::StringLiterals;

namespace {
struct Tables {
    QList<Service> services;
    QStringList problems;
};

Wire wireNamed(const QString &name, QString &problem)
{
    static const QHash<QString, Wire> wires{{u"openai"_s, Wire::OpenAi},
                                            {u"openrouter"_s, Wire::OpenRouter},
                                            {u"xai"_s, Wire::Xai},
                                            {u"mistral"_s, Wire::Mistral},
                                            {u"deepseek"_s, Wire::DeepSeek},
                                            {u"groq"_s, Wire::Groq},
                                            {u"azure"_s, Wire::Azure},
                                            {u"local"_s, Wire::Local},
                                            {u"anthropic"_s, Wire::Anthropic},
                                            {u"stability"_s, Wire::Stability},
                                            {u"gemini"_s, Wire::Gemini},
                                            {u"interactions"_s, Wire::Interactions},
                                            {u"cohere"_s, Wire::Cohere},
                                            {u"ollama"_s, Wire::Ollama},
                                            {u"runway"_s, Wire::Runway},
                                            {u"luma"_s, Wire::Luma},
                                            {u"replicate"_s, Wire::Replicate},
                                            {u"files"_s, Wire::Files}};
    if (!wires.contains(name))
        problem = u"no wire '%1'"_s.arg(name);
    return wires.value(name);
}

Service::Key keyNamed(const QString &name, QString &problem)
{
    static const QHash<QString, Service::Key> keys{{u"bearer"_s, Service::Key::Bearer},
                                                   {u"x-api-key"_s, Service::Key::XApiKey},
                                                   {u"x-goog-api-key"_s, Service::Key::GoogApiKey},
                                                   {u"api-key"_s, Service::Key::ApiKey},
                                                   {u"none"_s, Service::Key::None}};
    if (!keys.contains(name))
        problem = u"no key '%1'"_s.arg(name);
    return keys.value(name);
}

QStringList texts(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().split(u' ', Qt::SkipEmptyParts);
    QStringList list;
    for (const QJsonValueConstRef item : value.toArray())
        list.append(item.toString());
    return list;
}

/// "/models/{model}:generateContent" as an expression with named groups.
QString patternOf(const QString &path)
{
    QString pattern;
    const QStringList parts = path.split(u'{');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (i == 0) {
            pattern += QRegularExpression::escape(parts.at(i));
            continue;
        }
        const qsizetype end = parts.at(i).indexOf(u'}');
        pattern += u"(?<%1>[^/:]+)"_s.arg(parts.at(i).left(end))
            + QRegularExpression::escape(parts.at(i).mid(end + 1));
    }
    return pattern;
}

RefusalRule ruleOf(const QJsonObject &json)
{
    RefusalRule rule;
    for (const QString &name : texts(json.value("models"_L1)))
        rule.models.append(QRegularExpression(
            QRegularExpression::wildcardToRegularExpression(QString(name).replace(u'/', u'\x1f'))));
    rule.does = texts(json.value("does"_L1));
    rule.when = json.value("when"_L1).toString();
    rule.unless = json.value("unless"_L1).toString();
    rule.refuses = texts(json.value("refuses"_L1));
    rule.needs = texts(json.value("needs"_L1));
    rule.allows = texts(json.value("allows"_L1));
    rule.gone = json.value("gone"_L1).toBool();
    return rule;
}

QJsonObject readObject(const QString &name, QStringList &problems)
{
    QFile file(u":/keyway/simulator/rules/%1.json"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        problems.append(name + u": cannot be read"_s);
        return {};
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (error.error != QJsonParseError::NoError) {
        problems.append(u"%1: %2 at %3"_s.arg(name, error.errorString()).arg(error.offset));
    }
    return document.object();
}

/// Reads one service; the members are explained at Service and Call.
class ServiceReader {
public:
    ServiceReader(const QString &id, QStringList &problems)
        : m_json(readObject(id, problems))
        , m_id(id)
        , m_problems(problems)
    {
    }

    Service read()
    {
        Service service;
        QString problem;
        service.id = m_id;
        service.name = m_json.value("name"_L1).toString();
        service.base = m_json.value("base"_L1).toString();
        service.url = m_json.value("url"_L1).toString(service.base);
        service.wire = wireNamed(m_json.value("wire"_L1).toString(), problem);
        note(problem);
        service.key = keyNamed(m_json.value("key"_L1).toString(u"bearer"_s), problem);
        note(problem);
        service.keyOptional = m_json.value("key_optional"_L1).toBool();
        service.idHeader = m_json.value("id_header"_L1).toString(u"x-request-id"_s);
        service.models = texts(m_json.value("lists"_L1));
        const QJsonObject answers = m_json.value("answer_headers"_L1).toObject();
        for (auto it = answers.begin(); it != answers.end(); ++it)
            service.answerHeaders.append({it.key().toLatin1(), it.value().toString().toLatin1()});
        for (const QString &name : texts(m_json.value("uses"_L1))) {
            const QJsonObject shared = readObject(name, m_problems);
            note(service.rules.add(shared.value("types"_L1).toObject()));
            addSets(shared);
        }
        note(service.rules.add(m_json.value("types"_L1).toObject()));
        addSets(m_json);
        note(service.rules.read(m_json.value("headers"_L1).toObject(), service.headers));
        for (const QJsonValueConstRef rule : m_json.value("rules"_L1).toArray())
            service.refusals.append(ruleOf(rule.toObject()));
        const QJsonObject calls = m_json.value("calls"_L1).toObject();
        for (auto it = calls.begin(); it != calls.end(); ++it)
            service.calls.append(callOf(it.key(), it.value().toObject(), service));
        for (const QString &name : service.rules.unknownNames())
            note(u"@"_s + name);
        return service;
    }

private:
    void note(const QString &problem)
    {
        if (!problem.isEmpty())
            m_problems.append(m_id + u": "_s + problem);
    }

    void addSets(const QJsonObject &from)
    {
        const QJsonObject sets = from.value("sets"_L1).toObject();
        for (auto it = sets.begin(); it != sets.end(); ++it)
            m_sets.insert(it.key(), it.value());
    }

    Call callOf(const QString &name, const QJsonObject &json, const Service &service)
    {
        Call call;
        QString problem;
        call.method = name.section(u' ', 0, 0).toLatin1();
        call.path = name.section(u' ', 1);
        call.pattern.setPattern(u"^%1$"_s.arg(patternOf(service.base + call.path)));
        const QString bare = call.path.startsWith("/v1/"_L1) ? call.path.mid(3) : call.path;
        call.suffix.setPattern(patternOf(bare) + u'$');
        call.does = json.value("does"_L1).toString();
        call.wire = json.contains("wire"_L1) ? wireNamed(json.value("wire"_L1).toString(), problem)
                                             : service.wire;
        note(problem);
        const QString body = json.value("body"_L1).toString();
        call.body = body == "json"_L1 ? Call::Body::Json
            : body == "form"_L1       ? Call::Body::Form
                                      : Call::Body::None;
        call.generates = json.value("generates"_L1).toBool();
        call.keyless = json.value("keyless"_L1).toBool();
        call.adminKey = json.value("admin_key"_L1).toBool();
        call.accepts = texts(json.value("accepts"_L1));
        for (const QString &set : texts(json.value("with"_L1))) {
            if (!m_sets.contains(set))
                note(u"no set '%1'"_s.arg(set));
            note(service.rules.read(m_sets.value(set).toObject(), call.fields));
        }
        for (const QString &without : texts(json.value("without"_L1))) {
            if (call.fields.remove(without) == 0)
                note(u"'%1' is without '%2' anyway"_s.arg(name, without));
        }
        note(service.rules.read(json.value("fields"_L1).toObject(), call.fields));
        note(service.rules.read(json.value("query"_L1).toObject(), call.query));
        return call;
    }

    const QJsonObject m_json;
    const QString m_id;
    QStringList &m_problems;
    QJsonObject m_sets;
};

const Tables &tables()
{
    static const Tables read = [] {
        Tables made;
        for (const QString &id :
             {u"openai"_s, u"anthropic"_s, u"stability"_s, u"openrouter"_s, u"xai"_s, u"mistral"_s,
              u"deepseek"_s, u"groq"_s, u"azure"_s, u"cohere"_s, u"gemini"_s, u"ollama"_s,
              u"llamacpp"_s, u"lmstudio"_s, u"vllm"_s, u"runway"_s, u"luma"_s, u"replicate"_s,
              u"files"_s})
            made.services.append(ServiceReader(id, made.problems).read());
        return made;
    }();
    return read;
}

/// The one of the three services that are reached by their paths alone, below any base.
const Service &byPath(const HttpRequest &request)
{
    const QByteArray path = request.path();
    const QList<Service> &all = services();
    if (path.contains("/v2beta/") || path.endsWith("/user/balance")
        || path.endsWith("/user/account"))
        return all.at(2);
    if (path.endsWith("/messages") || path.endsWith("/messages/count_tokens")
        || path.contains("/organizations/"))
        return all.at(1);
    if (path.endsWith("/models")
        && (request.hasHeader("x-api-key") || request.hasHeader("anthropic-version")))
        return all.at(1);
    return all.at(0);
}

bool matches(const Call &call, const QRegularExpression &expression, const QByteArray &method,
             const QString &path, Route &route)
{
    if (call.method != method)
        return false;
    const QRegularExpressionMatch match = expression.match(path);
    if (!match.hasMatch())
        return false;
    route.call = &call;
    for (const QString &name : expression.namedCaptureGroups()) {
        if (!name.isEmpty()) {
            route.captures.insert(name, QUrl::fromPercentEncoding(match.captured(name).toUtf8()));
        }
    }
    return true;
}
} // namespace

const QList<Service> &services()
{
    return tables().services;
}

QStringList serviceTableProblems()
{
    return tables().problems;
}

Route routeOf(const HttpRequest &request)
{
    const QString path = QString::fromUtf8(request.path());
    const QString first = u'/' + path.section(u'/', 1, 1);
    Route route;
    for (const Service &service : services()) {
        if (service.base.section(u'/', 1, 1) != first.mid(1))
            continue;
        route.service = &service;
        for (const Call &call : service.calls) {
            if (matches(call, call.pattern, request.method, path, route))
                return route;
        }
        return route;
    }
    route.service = &byPath(request);
    for (const Call &call : route.service->calls) {
        if (matches(call, call.suffix, request.method, path, route))
            return route;
    }
    return route;
}

} // namespace keyway::simulator
