#include "core/providers/ndjsonparser.h"

#include <utility>

namespace keyway {

QList<SseEvent> NdjsonParser::feed(QByteArrayView bytes)
{
    QList<SseEvent> lines;
    while (!m_overflowed && !bytes.isEmpty()) {
        const qsizetype end = bytes.indexOf('\n');
        const QByteArrayView piece = end < 0 ? bytes : bytes.first(end);
        m_overflowed = m_line.size() + piece.size() > SseParser::maximumSize;
        if (m_overflowed)
            break;
        m_line.append(piece.data(), piece.size());
        if (end < 0)
            break;
        bytes = bytes.sliced(end + 1);
        QByteArray line = std::exchange(m_line, {}).trimmed();
        if (!line.isEmpty())
            lines.append({{}, std::move(line)});
    }
    return lines;
}

QList<SseEvent> NdjsonParser::finish()
{
    return feed(QByteArrayView("\n"));
}

} // namespace keyway
