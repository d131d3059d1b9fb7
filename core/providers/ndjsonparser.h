#pragma once

#include "core/providers/sseparser.h"

namespace keyway {

/// Cuts newline-delimited JSON that arrives in pieces into its lines: one JSON value each, without
/// white space around it. Empty lines are dropped. Pure; keeps at most one line.
class NdjsonParser {
public:
    QList<SseEvent> feed(QByteArrayView bytes);
    /// The end of the stream: a last line without its line end is given out all the same.
    QList<SseEvent> finish();
    /// A line was larger than SseParser::maximumSize. Nothing comes out from then on.
    bool overflowed() const { return m_overflowed; }

private:
    QByteArray m_line; ///< the line whose end has not come yet
    bool m_overflowed = false;
};

} // namespace keyway
