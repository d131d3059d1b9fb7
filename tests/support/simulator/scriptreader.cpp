#include "tests/support/simulator/scriptreader.h"

#include <QtCore/QDate>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSet>

#include <limits>

namespace keyway::simulator {

using namespace Qt::StringLiterals;

namespace {
/// Takes members out of an object; what is wrong or left over is a problem. Only the first problem
/// of a script is kept.
class Reader {
public:
    Reader(const QJsonValue &value, QString path, QString &problem)
        : m_object(value.toObject())
        , m_path(std::move(path))
        , m_problem(problem)
    {
        if (!value.isObject())
            complain({}, u"must be an object"_s);
    }
    Q_DISABLE_COPY_MOVE(Reader)

    ~Reader()
    {
        for (const QString &name : m_object.keys()) {
            if (!m_known.contains(name))
                complain(name, u"is not known here"_s);
        }
    }

    bool has(const QString &name)
    {
        m_known.insert(name);
        return m_object.contains(name);
    }
    QJsonValue value(const QString &name) const { return m_object.value(name); }
    QString path(const QString &name) const
    {
        return m_path.isEmpty() ? name : m_path + u'.' + name;
    }
    QStringList names() const { return m_object.keys(); }
    QString &problem() { return m_problem; }

    void complain(const QString &name, const QString &what)
    {
        if (m_problem.isEmpty()) {
            const QString place = name.isEmpty() ? m_path : path(name);
            m_problem = (place.isEmpty() ? u"the script"_s : place) + u' ' + what;
        }
    }

    void take(const QString &name, QString &into)
    {
        if (!has(name))
            return;
        if (!value(name).isString())
            return complain(name, u"must be a text"_s);
        into = value(name).toString();
    }
    void take(const QString &name, bool &into)
    {
        if (!has(name))
            return;
        if (!value(name).isBool())
            return complain(name, u"must be true or false"_s);
        into = value(name).toBool();
    }
    void take(const QString &name, QStringList &into)
    {
        if (!has(name))
            return;
        const QJsonArray array = value(name).toArray();
        into.clear();
        for (const QJsonValueConstRef item : array) {
            if (!item.isString())
                return complain(name, u"must be a list of texts"_s);
            into.append(item.toString());
        }
        if (!value(name).isArray())
            complain(name, u"must be a list of texts"_s);
    }
    std::optional<qint64> number(const QString &name, qint64 least = 0,
                                 qint64 most = std::numeric_limits<qint32>::max())
    {
        if (!has(name))
            return std::nullopt;
        const qint64 given = value(name).toInteger(std::numeric_limits<qint64>::min());
        if (given < least || given > most) {
            complain(name, u"must be a whole number from %1 to %2"_s.arg(least).arg(most));
            return std::nullopt;
        }
        return given;
    }
    void take(const QString &name, qint64 &into) { into = number(name).value_or(into); }
    void take(const QString &name, int &into) { into = int(number(name).value_or(into)); }
    void take(const QString &name, std::chrono::milliseconds &into)
    {
        into = std::chrono::milliseconds(number(name).value_or(into.count()));
    }
    template <class Enum>
    void take(const QString &name, Enum &into, const QList<std::pair<QString, Enum>> &choices)
    {
        if (!has(name))
            return;
        QStringList known;
        for (const auto &[word, choice] : choices) {
            if (value(name) == word) {
                into = choice;
                return;
            }
            known.append(word);
        }
        complain(name, u"must be one of "_s + known.join(u", "_s));
    }

private:
    QJsonObject m_object;
    QString m_path;
    QString &m_problem;
    QSet<QString> m_known;
};

void readHeaders(Reader &from, HeaderList &into)
{
    const QString name = u"headers"_s;
    if (!from.has(name))
        return;
    Reader headers(from.value(name), from.path(name), from.problem());
    for (const QString &header : headers.names()) {
        QString text;
        headers.take(header, text);
        if (header.isEmpty() || (header + text).contains(u'\n') || (header + text).contains(u'\r'))
            headers.complain(header, u"is no header"_s);
        into.append({header.toLatin1(), text.toUtf8()});
    }
}

void readCounters(Reader &from, Counters &into)
{
    const QString name = u"usage"_s;
    if (!from.has(name))
        return;
    Reader usage(from.value(name), from.path(name), from.problem());
    constexpr qint64 most = 1'000'000'000'000;
    const auto counter
        = [&usage](const QString &counterName) { return usage.number(counterName, 0, most); };
    into.input = counter(u"input"_s);
    into.cacheRead = counter(u"cache_read"_s).value_or(0);
    into.cacheWriteShort = counter(u"cache_write_short"_s).value_or(0);
    into.cacheWriteLong = counter(u"cache_write_long"_s).value_or(0);
    into.output = counter(u"output"_s);
    into.reasoning = counter(u"reasoning"_s).value_or(0);
    into.toolInput = counter(u"tool_input"_s).value_or(0);
    into.imageOutput = counter(u"image_output"_s).value_or(0);
    into.webSearches = counter(u"web_searches"_s).value_or(0);
    into.cost = counter(u"cost_nano"_s);
    if (into.output && *into.output < into.reasoning)
        usage.complain(u"reasoning"_s, u"is a part of output and cannot be more"_s);
}

void readRetryAfter(Reader &from, RetryAfter &into)
{
    using Form = RetryAfter::Form;
    const std::pair<QString, Form> forms[] = {{u"retry_after_s"_s, Form::Seconds},
                                              {u"retry_after_date_s"_s, Form::HttpDate},
                                              {u"retry_after_ms"_s, Form::Milliseconds}};
    for (const auto &[name, form] : forms) {
        const auto number = from.number(name);
        if (!number)
            continue;
        if (into.form != Form::None)
            from.complain(name, u"is one way to wait too many"_s);
        into.form = form;
        into.wait
            = std::chrono::milliseconds(form == Form::Milliseconds ? *number : *number * 1000);
    }
}

void readFault(Reader &from, Fault &into)
{
    using Kind = Fault::Kind;
    const QString name = u"fault"_s;
    if (!from.has(name))
        return;
    Reader fault(from.value(name), from.path(name), from.problem());
    if (!fault.has(u"kind"_s))
        fault.complain(u"kind"_s, u"is missing"_s);
    fault.take<Kind>(u"kind"_s, into.kind,
                     {{u"none"_s, Kind::None},
                      {u"status"_s, Kind::Status},
                      {u"redirect"_s, Kind::Redirect},
                      {u"close"_s, Kind::Close},
                      {u"lose_answer"_s, Kind::LoseAnswer},
                      {u"hang"_s, Kind::Hang},
                      {u"html"_s, Kind::Html},
                      {u"bad_json"_s, Kind::BadJson},
                      {u"invalid_utf8"_s, Kind::InvalidUtf8},
                      {u"cut_after_words"_s, Kind::CutAfterWords},
                      {u"cut_after_bytes"_s, Kind::CutAfterBytes},
                      {u"stall_after_words"_s, Kind::StallAfterWords},
                      {u"error_after_words"_s, Kind::ErrorAfterWords}});
    const bool redirects = into.kind == Kind::Redirect;
    into.status
        = int(fault.number(u"status"_s, redirects ? 301 : 400, redirects ? 308 : 599).value_or(0));
    if (into.status == 0 && (redirects || into.kind == Kind::Status))
        fault.complain(u"status"_s, u"is missing"_s);
    QString location;
    fault.take(u"location"_s, location);
    into.location = location.toUtf8();
    if (redirects && (location.isEmpty() || location.contains(u'\n') || location.contains(u'\r')))
        fault.complain(u"location"_s, u"must be an address"_s);
    fault.take(u"code"_s, into.code);
    fault.take(u"message"_s, into.message);
    fault.take(u"after"_s, into.after);
    if (fault.has(u"body"_s)) {
        QString body;
        fault.take(u"body"_s, body);
        into.body = body.toUtf8();
    }
    readRetryAfter(fault, into.retryAfter);
}

void readJob(Reader &from, JobPlan &into)
{
    using Outcome = JobPlan::Outcome;
    const QString name = u"job"_s;
    if (!from.has(name))
        return;
    Reader job(from.value(name), from.path(name), from.problem());
    job.take(u"steps"_s, into.steps);
    job.take(u"step_ms"_s, into.stepTime);
    job.take<Outcome>(u"outcome"_s, into.outcome,
                      {{u"success"_s, Outcome::Success}, {u"failure"_s, Outcome::Failure}});
    job.take(u"code"_s, into.code);
    job.take(u"message"_s, into.message);
    job.take(u"link_life_ms"_s, into.linkLife);
    job.take(u"download_delay_ms"_s, into.downloadDelay);
}

void readBill(Reader &from, QList<BillLine> &into)
{
    const QString name = u"bill"_s;
    if (!from.has(name))
        return;
    if (!from.value(name).isArray())
        from.complain(name, u"must be a list"_s);
    const QJsonArray lines = from.value(name).toArray();
    for (qsizetype i = 0; i < lines.size(); ++i) {
        constexpr qint64 most = 1'000'000'000'000'000;
        Reader line(lines.at(i), u"%1[%2]"_s.arg(from.path(name)).arg(i), from.problem());
        BillLine read;
        line.take(u"day"_s, read.day);
        if (!QDate::fromString(read.day, Qt::ISODate).isValid())
            line.complain(u"day"_s, u"must be a date such as 2026-11-20"_s);
        line.take(u"model"_s, read.model);
        read.cost = line.number(u"cost_nano"_s, 0, most).value_or(0);
        read.input = line.number(u"input"_s, 0, most).value_or(0);
        read.cacheRead = line.number(u"cache_read"_s, 0, most).value_or(0);
        read.output = line.number(u"output"_s, 0, most).value_or(0);
        read.requests = line.number(u"requests"_s, 0, most).value_or(1);
        into.append(read);
    }
}

Behaviour readBehaviour(const QJsonValue &value, const QString &path, QString &problem)
{
    using Finish = Behaviour::Finish;
    using LineEnd = Behaviour::LineEnd;
    Behaviour behaviour;
    Reader from(value, path, problem);
    from.take(u"answer"_s, behaviour.answer);
    from.take(u"thinking"_s, behaviour.thinking);
    readCounters(from, behaviour.usage);
    from.take(u"no_usage"_s, behaviour.noUsage);
    from.take(u"extra_pass_input"_s, behaviour.extraPassInput);
    from.take(u"extra_pass_output"_s, behaviour.extraPassOutput);
    from.take<Finish>(u"finish"_s, behaviour.finish,
                      {{u"stop"_s, Finish::Stop},
                       {u"length"_s, Finish::Length},
                       {u"refusal"_s, Finish::Refusal},
                       {u"content_filter"_s, Finish::ContentFilter}});
    from.take(u"reported_model"_s, behaviour.reportedModel);
    from.take(u"service_tier"_s, behaviour.serviceTier);
    from.take(u"speed"_s, behaviour.speed);
    from.take(u"inference_geo"_s, behaviour.inferenceGeo);
    readJob(from, behaviour.job);
    from.take(u"refused_parameters"_s, behaviour.refusedParameters);
    from.take(u"headers_delay_ms"_s, behaviour.headersDelay);
    from.take(u"first_byte_delay_ms"_s, behaviour.firstByteDelay);
    from.take(u"chunk_delay_ms"_s, behaviour.chunkDelay);
    from.take(u"chunk_bytes"_s, behaviour.chunkBytes);
    from.take<LineEnd>(
        u"line_end"_s, behaviour.lineEnd,
        {{u"lf"_s, LineEnd::Lf}, {u"crlf"_s, LineEnd::CrLf}, {u"cr"_s, LineEnd::Cr}});
    from.take(u"comments"_s, behaviour.comments);
    readHeaders(from, behaviour.headers);
    readFault(from, behaviour.fault);
    from.take(u"fault_times"_s, behaviour.faultTimes);
    return behaviour;
}
} // namespace

Result<Script> readScript(const QByteArray &json)
{
    const auto refused = [](const QString &problem) {
        return Error(Error::Kind::Rejected, problem).withReason(u"bad-script"_s);
    };
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
    if (parseError.error != QJsonParseError::NoError) {
        return refused(
            u"not JSON: %1 at byte %2"_s.arg(parseError.errorString()).arg(parseError.offset));
    }
    Script script;
    QString problem;
    {
        const QJsonValue root
            = document.isObject() ? QJsonValue(document.object()) : QJsonValue(document.array());
        Reader from(root, {}, problem);
        if (from.has(u"default"_s))
            script.fallback = readBehaviour(from.value(u"default"_s), u"default"_s, problem);
        if (from.has(u"models"_s)) {
            const QJsonValue models = from.value(u"models"_s);
            if (!models.isObject())
                from.complain(u"models"_s, u"must be an object"_s);
            const QJsonObject entries = models.toObject();
            for (auto it = entries.begin(); it != entries.end(); ++it) {
                script.models.insert(it.key(),
                                     readBehaviour(it.value(), u"models."_s + it.key(), problem));
            }
        }
        from.take(u"refused_keys"_s, script.refusedKeys);
        from.take(u"keyless"_s, script.keyless);
        from.take(u"listed_models"_s, script.listedModels);
        readBill(from, script.bill);
        if (from.has(u"credits"_s)) {
            script.credits = from.value(u"credits"_s);
            if (!script.credits.isDouble())
                from.complain(u"credits"_s, u"must be a number"_s);
        }
    }
    if (!problem.isEmpty())
        return refused(problem);
    return script;
}

} // namespace keyway::simulator
