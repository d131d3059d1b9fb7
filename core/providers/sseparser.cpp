#include "core/providers/sseparser.h"

#include <algorithm>

namespace keyway {

QList<SseEvent> SseParser::feed(QByteArrayView bytes)
{
    QList<SseEvent> events;
    while (!bytes.isEmpty() && !m_overflowed) {
        if (m_afterCarriageReturn && bytes.front() == '\n') {
            m_afterCarriageReturn = false;
            bytes = bytes.sliced(1);
            continue;
        }
        m_afterCarriageReturn = false;
        const auto end = std::find_if(bytes.begin(), bytes.end(),
                                      [](char c) { return c == '\n' || c == '\r'; });
        const qsizetype length = end - bytes.begin();
        if (m_line.size() + length > maximumSize) {
            m_overflowed = true;
            break;
        }
        if (end == bytes.end()) {
            m_line.append(bytes.data(), bytes.size());
            break;
        }
        m_afterCarriageReturn = *end == '\r';
        if (m_line.isEmpty()) {
            takeLine(bytes.first(length), events);
        } else {
            m_line.append(bytes.data(), length);
            takeLine(m_line, events);
            m_line.clear();
        }
        bytes = bytes.sliced(length + 1);
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
        m_line.clear();
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
        events.append(m_event);
    m_event = {};
    m_hasData = false;
}

} // namespace keyway
