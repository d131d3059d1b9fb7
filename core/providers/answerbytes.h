#pragma once

#include "core/providers/jsonarrayparser.h"
#include "core/providers/ndjsonparser.h"
#include "core/providers/sseparser.h"

namespace keyway {

/// The body of a successful answer as it comes, told apart by its first character: events of a
/// stream, one JSON object, or a page for browsers. That tells more than the content type, which
/// servers get wrong and which says nothing about a proxy's page.
class AnswerBytes {
public:
    /// How a stream is cut into events: server-sent events; the same or the elements of one JSON
    /// array; one JSON value a line (NDJSON), where an answer in one piece is a stream of one event
    /// and the shape is never Json.
    enum class Framing { Events, EventsOrArray, Lines };
    enum class Shape { Unknown, Events, Json, Page };

    explicit AnswerBytes(Framing framing = Framing::Events)
        : m_framing(framing)
    {
    }

    /// The events that are complete now; nothing for the other shapes.
    QList<SseEvent> feed(QByteArrayView bytes);
    /// The end of the answer: the last event where its blank line is missing and it is whole all
    /// the same, that is, `[DONE]` or a JSON object.
    QList<SseEvent> finish();
    Shape shape() const { return m_shape; }
    const QByteArray &json() const { return m_held; }
    /// A line or an event was larger than SseParser::maximumSize. Nothing comes out from then on.
    bool overflowed() const
    {
        return m_sse.overflowed() || m_lines.overflowed() || m_elements.overflowed();
    }

private:
    QList<SseEvent> takeStream(QByteArrayView bytes);

    Framing m_framing;
    Shape m_shape = Shape::Unknown;
    bool m_isArray = false;
    SseParser m_sse;
    NdjsonParser m_lines;
    JsonArrayParser m_elements;
    QByteArray m_held; ///< the start, until the shape is known; then the JSON
};

} // namespace keyway
