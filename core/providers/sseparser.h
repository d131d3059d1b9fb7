#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>

namespace keyway {

/// One server-sent event: its `event:` name (empty where none was given) and its data lines joined
/// by LF.
struct SseEvent {
    QByteArray name;
    QByteArray data;
    friend bool operator==(const SseEvent &, const SseEvent &) = default;
};

/// Turns the bytes of a text/event-stream into events (WHATWG HTML, "Server-sent events"), wherever
/// the network splits them: inside a line end, a UTF-8 sequence or the byte order mark. Lines end
/// with LF, CRLF or CR. Comments, `id:`, `retry:` and unknown fields are dropped. Pure; keeps at
/// most one event.
class SseParser {
public:
    /// The largest line, and the largest sum of the data lines of one event.
    static constexpr qsizetype maximumSize = 8 * 1024 * 1024;

    QList<SseEvent> feed(QByteArrayView bytes);
    /// The end of the stream: an event without its blank line is given out all the same, since some
    /// servers leave it away after the last one.
    QList<SseEvent> finish();
    /// A line or an event was too large. Nothing comes out from then on.
    bool overflowed() const { return m_overflowed; }

private:
    void takeLine(QByteArrayView line, QList<SseEvent> &events);
    void dispatch(QList<SseEvent> &events);

    QByteArray m_line; ///< the line whose end has not come yet
    SseEvent m_event;
    bool m_hasData = false;
    bool m_atStart = true;
    bool m_afterCarriageReturn = false;
    bool m_overflowed = false;
};

} // namespace keyway
