#include "core/providers/sseparser.h"

#include <cstring>
#include <utility>

namespace keyway {

namespace {

/// `end` where there is none. memchr is many times faster than a loop over bytes.
const char *firstOf(char c, const char *from, const char *end)
{
    const void *found = std::memchr(from, c, static_cast<std::size_t>(end - from));
    return found ? static_cast<const char *>(found) : end;
}

} // namespace

QList<SseEvent> SseParser::feed(QByteArrayView bytes)
{
    QList<SseEvent> events;
    const char *at = bytes.data();
    const char *const end = at + bytes.size();
    // The next line feed is looked for once, however many carriage returns stand before it.
    const char *feedAt = nullptr;
    while (at != end && !m_overflowed) {
        if (std::exchange(m_afterCarriageReturn, false) && *at == '\n') {
            ++at;
            continue;
        }
        if (!feedAt || feedAt < at)
            feedAt = firstOf('\n', at, end);
        const char *const lineEnd = firstOf('\r', at, feedAt);
        const qsizetype length = lineEnd - at;
        if (m_line.size() + length > maximumSize) {
            m_overflowed = true;
            break;
        }
        if (lineEnd == end) {
            m_line.append(at, length);
            break;
        }
        m_afterCarriageReturn = *lineEnd == '\r';
        if (m_line.isEmpty()) {
            takeLine({at, length}, events);
        } else {
            m_line.append(at, length);
            takeLine(m_line, events);
            m_line.resize(0); // keeps its memory for the next one
        }
        at = lineEnd + 1;
    }
    return events;
}

QList<SseEvent> SseParser::finish()
{
    QList<SseEvent> events;
    if (m_overflowed)
        return events;
    if (!m_line.isEmpty()) {
        takeLine(m_line, events);
        m_line.resize(0);
    }
    dispatch(events);
    return events;
}

void SseParser::takeLine(QByteArrayView line, QList<SseEvent> &events)
{
    if (m_atStart) {
        m_atStart = false;
        if (line.startsWith("\xEF\xBB\xBF"))
            line = line.sliced(3);
    }
    if (line.isEmpty()) {
        dispatch(events);
        return;
    }
    const qsizetype colon = line.indexOf(':');
    if (colon == 0)
        return;
    const QByteArrayView field = colon < 0 ? line : line.first(colon);
    QByteArrayView value = colon < 0 ? QByteArrayView() : line.sliced(colon + 1);
    if (value.startsWith(' '))
        value = value.sliced(1);
    if (field == "event") {
        m_event.name = value.toByteArray();
    } else if (field == "data") {
        if (m_event.data.size() + value.size() + 1 > maximumSize) {
            m_overflowed = true;
            return;
        }
        if (m_hasData)
            m_event.data.append('\n');
        m_event.data.append(value.data(), value.size());
        m_hasData = true;
    }
}

void SseParser::dispatch(QList<SseEvent> &events)
{
    if (m_hasData)
        events.append(std::move(m_event));
    m_event = {};
    m_hasData = false;
}

} // namespace keyway
