#pragma once

#include "tests/support/simulator/wire.h"

#include <functional>

namespace keyway::simulator {

/// A text answer before it is written in a wire's shape.
struct Generation {
    QStringList words; ///< each with the blanks behind it
    bool lengthReached
        = false; ///< the caller's limit of output tokens cut it; a word is a token here
    Counters counters; ///< input and output are set
    qint64 totalInput() const;
    /// What the service says it charges, in nano-dollars.
    qint64 cost() const;
};

/// All text that a request gives the model, whatever the wire; what is no text counts nothing.
QString promptText(const QJsonObject &request);
/// The last text that is the user's own.
QString lastUserText(const QJsonObject &request);
Generation generate(const Exchange &exchange, std::optional<qint64> outputLimit);

/// Writes server-sent events with the line ends and comments of a behaviour.
class EventWriter {
public:
    explicit EventWriter(const Behaviour &behaviour);
    /// `name` is empty for an event without an `event:` line.
    void event(const QByteArray &name, const QByteArray &data);
    void event(const QByteArray &name, const QJsonObject &data);
    /// Bytes as they are.
    void raw(QByteArray bytes) { m_pieces.append(std::move(bytes)); }
    void comment(const QByteArray &words);
    QList<QByteArray> takePieces() { return std::move(m_pieces); }

private:
    QByteArray m_lineEnd;
    bool m_comments;
    QList<QByteArray> m_pieces;
};

/// How a stream goes on behind its words.
enum class StreamEnd { Complete, Cut, Stall, Error };

/// Gives the words one by one up to the fault of the exchange. `broken` is called where JSON has to
/// break off.
StreamEnd streamWords(const Generation &generation, const Fault &fault,
                      const std::function<void(const QString &)> &word,
                      const std::function<void()> &broken);

/// The reply for a stream, and for a body that is sent whole, with the faults of its middle.
Reply streamReply(EventWriter &events, StreamEnd end,
                  const QByteArray &type = QByteArrayLiteral("text/event-stream; charset=utf-8"));
Reply wholeReply(const Exchange &exchange, const QJsonObject &body);
/// Raw bytes with the faults of their middle; pictures have no words.
Reply bytesReply(const Exchange &exchange, const QByteArray &type, const QByteArray &bytes);
/// The JSON of a list or a job.
Reply jsonReply(int status, const QJsonObject &body);

/// Makes the bytes invalid where streamWords() or wholeText() left their mark.
QByteArray withInvalidUtf8(QByteArray bytes);
/// The words in one text, with the mark for invalid UTF-8 where the fault asks for it.
QString wholeText(const Generation &generation, const Fault &fault);

QByteArray compactJson(const QJsonObject &object);
/// Nano-dollars as the dollars that some services state. A JSON number is what they send.
double dollars(qint64 nano);

} // namespace keyway::simulator
