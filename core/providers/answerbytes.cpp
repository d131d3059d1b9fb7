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
        return m_sse.feed(bytes);
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
    m_shape = *first == '{' ? Shape::Json : *first == '<' ? Shape::Page : Shape::Events;
    if (m_shape != Shape::Events)
        return {};
    const QByteArray held = std::exchange(m_held, {});
    return m_sse.feed(held);
}

QList<SseEvent> AnswerBytes::finish()
{
    if (m_shape != Shape::Events)
        return {};
    QList<SseEvent> last = m_sse.finish();
    last.removeIf([](const SseEvent &event) {
        return event.data.trimmed() != "[DONE]" && !jsonObject(event.data);
    });
    return last;
}

} // namespace keyway
