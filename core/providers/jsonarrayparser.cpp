#include "core/providers/jsonarrayparser.h"

#include <utility>

namespace keyway {

QList<SseEvent> JsonArrayParser::feed(QByteArrayView bytes)
{
    QList<SseEvent> elements;
    qsizetype from = 0; // of what is not in m_element yet
    const auto keepUntil = [&](qsizetype to) {
        m_overflowed = m_element.size() + (to - from) > SseParser::maximumSize;
        if (!m_overflowed)
            m_element.append(bytes.data() + from, to - from);
        from = to;
    };
    for (qsizetype i = 0; i < bytes.size() && !m_ended && !m_overflowed; ++i) {
        const char c = bytes.at(i);
        if (m_depth == 0) { // before the array
            m_depth = c == '[' ? 1 : 0;
            from = i + 1;
        } else if (m_inString) {
            m_inString = m_afterBackslash || c != '"';
            m_afterBackslash = !m_afterBackslash && c == '\\';
        } else if (c == '"') {
            m_inString = true;
        } else if (c == '[' || c == '{') {
            ++m_depth;
        } else if (c == ',' && m_depth == 1) {
            keepUntil(i);
            take(elements);
            from = i + 1;
        } else if (c == ']' || c == '}') {
            --m_depth;
            if (m_depth > 1)
                continue;
            keepUntil(m_depth == 1 ? i + 1 : i);
            take(elements);
            m_ended = m_depth == 0;
        }
    }
    if (!m_ended && !m_overflowed)
        keepUntil(bytes.size());
    return elements;
}

void JsonArrayParser::take(QList<SseEvent> &elements)
{
    QByteArray element = std::exchange(m_element, {}).trimmed();
    if (!element.isEmpty() && !m_overflowed)
        elements.append({{}, std::move(element)});
}

} // namespace keyway
