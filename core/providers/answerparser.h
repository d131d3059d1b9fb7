#pragma once

#include "core/providers/answerbytes.h"
#include "core/providers/provider.h"
#include "core/providers/wirejson.h"

#include <QtCore/QJsonObject>

namespace keyway {

/// Bytes of a successful answer, streamed or not, as it comes; at the end a Completion without the
/// facts of the transport. This is what all wire formats of JSON objects have in common: the loop
/// over events, whole answers, text whose surrogate pairs are split, and the errors `content-type`
/// (a page), `bad-json`, `too-large`, `empty` and `cut` (Network, possibly billed). A wire format
/// is a final class below it that reads single objects and says what is an end. Pure; the same
/// bytes give the same Completion however they are split.
class AnswerParser {
public:
    virtual ~AnswerParser() = default;

    /// What is new, in order. Nothing once isDone().
    QList<StreamEvent> feed(QByteArrayView bytes);
    /// Nothing that comes after is of interest: the end or an error came.
    bool isDone() const { return m_done; }
    /// The end. `whole`: the transport saw the answer end, so what is missing will never come.
    /// Called once.
    Completion finish(bool whole);

protected:
    explicit AnswerParser(AnswerBytes::Framing framing = AnswerBytes::Framing::Events)
        : m_bytes(framing)
    {
    }
    AnswerParser(const AnswerParser &) = default;
    AnswerParser(AnswerParser &&) = default;
    AnswerParser &operator=(const AnswerParser &) = default;
    AnswerParser &operator=(AnswerParser &&) = default;

    // What a wire format adds.

    /// One object of a stream. New text goes through addText(), new counters into m_completion and
    /// `out.usage`. Objects of kinds that do not exist yet carry nothing.
    virtual void takeEvent(const QJsonObject &event, StreamEvent &out) = 0;
    /// The object of an answer in one piece. False where it is neither an answer nor an error that
    /// fail() was told: then it ends as `bad-json`, with the words that stand in it.
    virtual bool takeWhole(const QJsonObject &answer, StreamEvent &out) = 0;
    /// Whether an answer that ended without end() is all there; one that is not is `cut`. Here:
    /// where the service gave a finish reason. `whole` as in finish().
    virtual bool isComplete(bool whole) const;
    /// Called before the end is judged, whole or not: an error that was held back is told now.
    virtual void closing() { }
    /// How an answer without an error ended. Called last.
    virtual Outcome outcome() const = 0;

    // What a wire format uses.

    /// A piece of the answer's text; half a surrogate pair waits for its other half.
    void addText(const QString &piece, StreamEvent &out);
    /// Something was produced beside text (thinking, a tool call), so an error after it may be
    /// billed.
    void noteContent() { m_hasContent = true; }
    /// The service's own sign of the end. `[DONE]` is one in every wire format.
    void end() { m_done = true; }
    void fail(Error error);
    /// fail() with the service's error in `body`, as far as streamError() understands it.
    void failWith(const QJsonObject &body);

    Completion m_completion;

private:
    void takeEvents(const QList<SseEvent> &events, QList<StreamEvent> &out);
    void takeJson();

    AnswerBytes m_bytes;
    WholeText m_whole;
    bool m_hasContent = false;
    bool m_sawObject = false;
    bool m_done = false;
};

} // namespace keyway
