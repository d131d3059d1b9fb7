#pragma once

#include "core/providers/sseparser.h"

namespace keyway {

/// Cuts one JSON array that arrives in pieces into its elements: Gemini streams so where nobody
/// asks for server-sent events. Pure; keeps at most one element.
class JsonArrayParser {
public:
    /// The elements that are complete now, as bytes. Nothing after the array's end.
    QList<SseEvent> feed(QByteArrayView bytes);
    /// An element was larger than SseParser::maximumSize. Nothing comes out from then on.
    bool overflowed() const { return m_overflowed; }

private:
    void take(QList<SseEvent> &elements);

    QByteArray m_element; ///< its bytes so far, without white space around it
    int m_depth = 0; ///< 1 between elements
    bool m_inString = false;
    bool m_afterBackslash = false;
    bool m_ended = false;
    bool m_overflowed = false;
};

} // namespace keyway
