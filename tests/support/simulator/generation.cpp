#include "tests/support/simulator/generation.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QRegularExpression>

#include <algorithm>

namespace keyway::simulator {

using namespace Qt::StringLiterals;

namespace {
// A character of the private use area stands for the invalid bytes until the text is bytes.
constexpr QChar invalidMark(0xE0FF);

QString textOf(const QJsonValue &content)
{
    if (content.isString())
        return content.toString();
    QString text;
    for (const QJsonValueConstRef part : content.toArray())
        text += part.toObject().value("text"_L1).toString();
    return text;
}

QString lastUserText(const QJsonObject &request)
{
    QString text;
    for (const QJsonValueConstRef message : request.value("messages"_L1).toArray()) {
        if (message.toObject().value("role"_L1) == "user"_L1)
            text = textOf(message.toObject().value("content"_L1));
    }
    return text;
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

QString promptText(const QJsonObject &request)
{
    QString text = textOf(request.value("system"_L1));
    for (const QJsonValueConstRef message : request.value("messages"_L1).toArray())
        text += textOf(message.toObject().value("content"_L1));
    return text;
}

Generation generate(const Exchange &exchange, std::optional<qint64> outputLimit)
{
    const QJsonObject request = exchange.request.json();
    const Behaviour &behaviour = exchange.behaviour;
    Generation generation;
    QString answer = behaviour.answer;
    generation.words = wordsOf(answer.replace("{prompt}"_L1, lastUserText(request)));
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

Reply streamReply(EventWriter &events, StreamEnd end)
{
    Reply reply;
    reply.headers.append({"Content-Type"_ba, "text/event-stream; charset=utf-8"_ba});
    reply.headers.append({"Cache-Control"_ba, "no-cache"_ba});
    reply.chunked = true;
    reply.pieces = events.takePieces();
    if (end == StreamEnd::Cut)
        reply.end = Reply::End::Cut;
    else if (end == StreamEnd::Stall)
        reply.end = Reply::End::Stall;
    return reply;
}

Reply wholeReply(Wire wire, const Exchange &exchange, const QJsonObject &body)
{
    const Fault &fault = exchange.behaviour.fault;
    QByteArray bytes = withInvalidUtf8(compactJson(body));
    if (fault.kind == Fault::Kind::ErrorAfterWords) {
        return errorReply(wire, wire == Wire::Anthropic ? 529 : 500, fault.code, fault.message,
                          exchange.serial);
    }
    if (fault.kind == Fault::Kind::BadJson)
        bytes.truncate(bytes.size() / 2);
    Reply reply = Reply::of(200, "application/json"_ba, bytes);
    if (fault.kind == Fault::Kind::CutAfterWords || fault.kind == Fault::Kind::StallAfterWords) {
        reply.pieces = {bytes.left(bytes.size() / 2)};
        reply.end = fault.kind == Fault::Kind::CutAfterWords ? Reply::End::Cut : Reply::End::Stall;
    }
    return reply;
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
