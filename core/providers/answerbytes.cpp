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
    if (m_shape != Shape::Events)
        return {};
    const QByteArray held = std::exchange(m_held, {});
    return takeStream(m_framing == Framing::Lines ? start : QByteArrayView(held));
}

QList<SseEvent> AnswerBytes::takeStream(QByteArrayView bytes)
{
    return m_framing == Framing::Lines ? takeLines(bytes) : m_sse.feed(bytes);
}

QList<SseEvent> AnswerBytes::takeLines(QByteArrayView bytes)
{
    QList<SseEvent> lines;
    while (!m_overflowed && !bytes.isEmpty()) {
        const qsizetype end = bytes.indexOf('\n');
        const QByteArrayView piece = end < 0 ? bytes : bytes.first(end);
        m_overflowed = m_held.size() + piece.size() > SseParser::maximumSize;
        if (m_overflowed)
            break;
        m_held.append(piece.data(), piece.size());
        if (end < 0)
            break;
        bytes = bytes.sliced(end + 1);
        QByteArray line = std::exchange(m_held, {}).trimmed();
        if (!line.isEmpty())
            lines.append({{}, std::move(line)});
    }
    return lines;
}

QList<SseEvent> AnswerBytes::finish()
{
    if (m_shape != Shape::Events)
        return {};
    QList<SseEvent> last
        = m_framing == Framing::Lines ? takeLines(QByteArrayView("\n")) : m_sse.finish();
    last.removeIf([](const SseEvent &event) {
        return event.data.trimmed() != "[DONE]" && !jsonObject(event.data);
    });
    return last;
}

} // namespace keyway
