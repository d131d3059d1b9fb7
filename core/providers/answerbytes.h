#pragma once

#include "core/providers/sseparser.h"

namespace keyway {

/// The body of a successful answer as it comes, told apart by its first character: events of a
/// stream, one JSON object, or a page for browsers. That tells more than the content type, which
/// servers get wrong and which says nothing about a proxy's page.
class AnswerBytes {
public:
    enum class Shape { Unknown, Events, Json, Page };

    /// The events that are complete now; nothing for the other shapes.
    QList<SseEvent> feed(QByteArrayView bytes);
    /// The end of the answer: the last event where its blank line is missing and it is whole all
    /// the same, that is, `[DONE]` or a JSON object.
    QList<SseEvent> finish();
    Shape shape() const { return m_shape; }
    const QByteArray &json() const { return m_held; }
    bool overflowed() const { return m_sse.overflowed(); }

private:
    Shape m_shape = Shape::Unknown;
    SseParser m_sse;
    QByteArray m_held; ///< the start, until the shape is known; then the JSON
};

} // namespace keyway
