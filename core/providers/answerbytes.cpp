#include "core/providers/answerbytes.h"

#include "core/providers/wirejson.h"

#include <algorithm>
#include <utility>

namespace keyway {

namespace {
bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}
} // namespace

QList<SseEvent> AnswerBytes::feed(QByteArrayView bytes)
{
    if (m_shape == Shape::Events)
        return takeStream(bytes);
    m_held.append(bytes.data(), bytes.size());
    if (m_shape != Shape::Unknown)
        return {};

    QByteArrayView start(m_held);
    const QByteArrayView mark("\xEF\xBB\xBF");
    if (mark.startsWith(start))
        return {};
    if (start.startsWith(mark))
        start = start.sliced(mark.size());
    const auto first = std::find_if_not(start.begin(), start.end(), isSpace);
    if (first == start.end())
        return {};
    const Shape ofObject = m_framing == Framing::Lines ? Shape::Events : Shape::Json;
    m_shape = *first == '{' ? ofObject : *first == '<' ? Shape::Page : Shape::Events;
    m_isArray = m_framing == Framing::EventsOrArray && *first == '[';
    if (m_shape != Shape::Events)
        return {};
    const QByteArray held = std::exchange(m_held, {});
    return takeStream(m_framing == Framing::Events ? QByteArrayView(held) : start);
}

QList<SseEvent> AnswerBytes::takeStream(QByteArrayView bytes)
{
    if (m_isArray)
        return m_elements.feed(bytes);
    return m_framing == Framing::Lines ? m_lines.feed(bytes) : m_sse.feed(bytes);
}

QList<SseEvent> AnswerBytes::finish()
{
    if (m_shape != Shape::Events || m_isArray)
        return {};
    QList<SseEvent> last = m_framing == Framing::Lines ? m_lines.finish() : m_sse.finish();
    last.removeIf([](const SseEvent &event) {
        return event.data.trimmed() != "[DONE]" && !jsonObject(event.data);
    });
    return last;
}

} // namespace keyway
