#include "tests/support/simulator/generation.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QRegularExpression>

#include <algorithm>

namespace keyway::simulator {

using namespace Qt::StringLiterals;

namespace {
// A character of the private use area stands for the invalid bytes until the text is bytes.
constexpr QChar invalidMark(0xE0FF);

/// The text of a message's content, a part, a turn, or a list of them.
QString textOf(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    QString text;
    for (const QJsonValueConstRef part : value.toArray())
        text += textOf(part);
    if (!value.isObject())
        return text;
    for (const auto name : {"text"_L1, "parts"_L1, "content"_L1})
        text += textOf(value.toObject().value(name));
    return text;
}

/// Whether the request wants JSON and nothing else.
bool wantsJson(const QJsonObject &request)
{
    const auto type
        = [](const QJsonValue &format) { return format.toObject().value("type"_L1).toString(); };
    const QString format = type(request.value("response_format"_L1))
        + type(request.value("text"_L1).toObject().value("format"_L1))
        + type(request.value("output_config"_L1).toObject().value("format"_L1));
    return format.startsWith("json"_L1) || request.value("format"_L1) == "json"_L1
        || request.value("format"_L1).isObject()
        || request.value("generationConfig"_L1).toObject().value("responseMimeType"_L1)
        == "application/json"_L1;
}

bool isJson(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).isObject();
}

QStringList wordsOf(const QString &text)
{
    static const QRegularExpression word(u"\\s*\\S+\\s*"_s);
    QStringList words;
    auto matches = word.globalMatch(text);
    while (matches.hasNext())
        words.append(matches.next().captured());
    return words;
}
} // namespace

qint64 Generation::totalInput() const
{
    return counters.input.value_or(0) + counters.cacheRead + counters.cacheWriteShort
        + counters.cacheWriteLong;
}

qint64 Generation::cost() const
{
    return counters.cost.value_or(500 * totalInput() + 1500 * counters.output.value_or(0));
}

QString promptText(const QJsonObject &request)
{
    QString text;
    for (const auto name :
         {"system"_L1, "instructions"_L1, "systemInstruction"_L1, "system_instruction"_L1,
          "messages"_L1, "input"_L1, "contents"_L1, "prompt"_L1, "promptText"_L1})
        text += textOf(request.value(name));
    return text;
}

QString lastUserText(const QJsonObject &request)
{
    for (const auto name : {"messages"_L1, "contents"_L1, "input"_L1}) {
        const QJsonValue turns = request.value(name);
        QString text;
        bool byRole = false;
        for (const QJsonValueConstRef turn : turns.toArray()) {
            const QJsonObject object = turn.toObject();
            byRole = byRole || object.contains("role"_L1);
            if (object.value("role"_L1) == "user"_L1)
                text = textOf(object);
        }
        if (!turns.isUndefined())
            return byRole ? text : textOf(turns);
    }
    return request.value("prompt"_L1).toString() + request.value("promptText"_L1).toString();
}

Generation generate(const Exchange &exchange, std::optional<qint64> outputLimit)
{
    const QJsonObject &request = exchange.fields;
    const Behaviour &behaviour = exchange.behaviour;
    Generation generation;
    QString answer = behaviour.answer;
    answer.replace("{prompt}"_L1, lastUserText(request));
    if (wantsJson(request) && !isJson(answer))
        answer = QString::fromUtf8(compactJson({{u"answer"_s, answer}}));
    generation.words = wordsOf(answer);
    generation.lengthReached = behaviour.finish == Behaviour::Finish::Length;
    generation.counters = behaviour.usage;
    // Scripted counts are reported as they are; only the simulator's own obey the limit.
    if (outputLimit && !behaviour.usage.output) {
        const qint64 most = std::max<qint64>(0, *outputLimit - behaviour.usage.reasoning);
        if (generation.words.size() > most) {
            generation.words = generation.words.mid(0, most);
            generation.lengthReached = true;
        }
        generation.counters.reasoning = std::min(behaviour.usage.reasoning, *outputLimit);
    }
    if (!generation.counters.input) {
        generation.counters.input = std::max<qint64>(1, promptText(request).toUtf8().size() / 4);
    }
    if (!generation.counters.output)
        generation.counters.output = generation.words.size() + generation.counters.reasoning;
    return generation;
}

EventWriter::EventWriter(const Behaviour &behaviour)
    : m_comments(behaviour.comments)
{
    switch (behaviour.lineEnd) {
    case Behaviour::LineEnd::Lf:
        m_lineEnd = "\n"_ba;
        break;
    case Behaviour::LineEnd::CrLf:
        m_lineEnd = "\r\n"_ba;
        break;
    case Behaviour::LineEnd::Cr:
        m_lineEnd = "\r"_ba;
        break;
    }
}

void EventWriter::event(const QByteArray &name, const QByteArray &data)
{
    QByteArray bytes;
    if (m_comments)
        bytes += ": keep-alive" + m_lineEnd + m_lineEnd;
    if (!name.isEmpty())
        bytes += "event: " + name + m_lineEnd;
    bytes += "data: " + data + m_lineEnd + m_lineEnd;
    m_pieces.append(std::move(bytes));
}

void EventWriter::comment(const QByteArray &words)
{
    m_pieces.append(": " + words + m_lineEnd + m_lineEnd);
}

void EventWriter::event(const QByteArray &name, const QJsonObject &data)
{
    event(name, withInvalidUtf8(compactJson(data)));
}

StreamEnd streamWords(const Generation &generation, const Fault &fault,
                      const std::function<void(const QString &)> &word,
                      const std::function<void()> &broken)
{
    const qint64 count = generation.words.size();
    const qint64 at = std::min(fault.after, count);
    for (qint64 i = 0; i <= count; ++i) {
        if (i == at) {
            switch (fault.kind) {
            case Fault::Kind::CutAfterWords:
                return StreamEnd::Cut;
            case Fault::Kind::StallAfterWords:
                return StreamEnd::Stall;
            case Fault::Kind::ErrorAfterWords:
                return StreamEnd::Error;
            case Fault::Kind::BadJson:
                broken();
                break;
            case Fault::Kind::InvalidUtf8:
                word(QString(invalidMark));
                break;
            default:
                break;
            }
        }
        if (i < count)
            word(generation.words.at(i));
    }
    return StreamEnd::Complete;
}

Reply streamReply(EventWriter &events, StreamEnd end, const QByteArray &type)
{
    Reply reply;
    reply.headers.append({"Content-Type"_ba, type});
    reply.headers.append({"Cache-Control"_ba, "no-cache"_ba});
    reply.chunked = true;
    reply.pieces = events.takePieces();
    if (end == StreamEnd::Cut)
        reply.end = Reply::End::Cut;
    else if (end == StreamEnd::Stall)
        reply.end = Reply::End::Stall;
    return reply;
}

Reply bytesReply(const Exchange &exchange, const QByteArray &type, const QByteArray &bytes)
{
    const Fault &fault = exchange.behaviour.fault;
    if (fault.kind == Fault::Kind::ErrorAfterWords) {
        return errorReply(
            exchange.wire(),
            {exchange.wire() == Wire::Anthropic ? 529 : 500, fault.code, fault.message, {}, {}},
            exchange.serial);
    }
    Reply reply = Reply::of(
        200, type, fault.kind == Fault::Kind::BadJson ? bytes.left(bytes.size() / 2) : bytes);
    if (fault.kind == Fault::Kind::CutAfterWords || fault.kind == Fault::Kind::StallAfterWords) {
        reply.pieces = {bytes.left(bytes.size() / 2)};
        reply.end = fault.kind == Fault::Kind::CutAfterWords ? Reply::End::Cut : Reply::End::Stall;
    }
    return reply;
}

Reply wholeReply(const Exchange &exchange, const QJsonObject &body)
{
    return bytesReply(exchange, "application/json"_ba, withInvalidUtf8(compactJson(body)));
}

Reply jsonReply(int status, const QJsonObject &body)
{
    return Reply::of(status, "application/json"_ba, compactJson(body));
}

double dollars(qint64 nano)
{
    return double(nano) / 1e9;
}

QString wholeText(const Generation &generation, const Fault &fault)
{
    QString text;
    streamWords(
        generation, fault.kind == Fault::Kind::InvalidUtf8 ? fault : Fault(),
        [&text](const QString &word) { text += word; }, [] {});
    return text;
}

QByteArray withInvalidUtf8(QByteArray bytes)
{
    return bytes.replace(QString(invalidMark).toUtf8(), "\xC3\x28\xFF");
}

QByteArray compactJson(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace keyway::simulator
