#include "ui/desktop/prompts/blocklayout.h"
#include "ui/theme/painting.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using Kind = keyway::MarkdownBlock::Kind;

namespace keyway {

void BlockLayout::paint(QPainter &painter, const QRectF &clip, const MarkdownLook &look,
                        BlockPosition from, BlockPosition to)
{
    paintFrame(painter, look);
    auto first = std::partition_point(m_segments.begin(), m_segments.end(), [&](const Segment &s) {
        return m_block.kind == Kind::Fence && s.at.y() + s.height < clip.top();
    });
    for (; first != m_segments.end(); ++first) {
        Segment &segment = *first;
        if (segment.at.y() > clip.bottom())
            break;
        if (!segment.layout) {
            shape(segment, look);
            breakLines(segment);
        }
        const int index = int(first - m_segments.begin());
        const int start = index < from.segment ? int(segment.content.text.size())
            : index == from.segment            ? from.offset
                                               : 0;
        const int end = index > to.segment ? 0
            : index == to.segment          ? to.offset
                                           : int(segment.content.text.size());
        QList<QTextLayout::FormatRange> selections;
        if (end > start) {
            QTextCharFormat format;
            format.setBackground(look.selection);
            format.setForeground(look.selectedText);
            selections.append({start, end - start, format});
        }
        painter.setPen(segment.secondary ? look.secondary : look.text);
        segment.layout->draw(&painter, segment.at, selections);
    }
}

void BlockLayout::paintFrame(QPainter &painter, const MarkdownLook &look) const
{
    const qreal left = indent();
    switch (m_block.kind) {
    case Kind::Rule:
        painter.fillRect(QRectF(0, 8, m_width, 1), look.border);
        break;
    case Kind::Quote:
        painter.fillRect(QRectF(left, 0, 3, m_height), look.strongBorder);
        break;
    case Kind::ListItem: {
        painter.setFont(look.body);
        painter.setPen(look.text);
        const QFontMetricsF metrics(look.body);
        const QRectF place(0, std::round((look.lineHeight - metrics.height()) / 2), left - 4,
                           metrics.height());
        painter.drawText(place, Qt::AlignRight | Qt::AlignTop | Qt::TextDontClip, m_block.marker);
        break;
    }
    case Kind::Fence: {
        paint::box(painter, {left, 0, m_width - left, m_height}, 6, look.sunken, look.border);
        painter.setFont(look.mono);
        painter.setPen(look.muted);
        painter.drawText(QRectF(left + 12, 1, m_width - left - 90, 28),
                         Qt::AlignLeft | Qt::AlignVCenter, m_block.marker);
        break;
    }
    case Kind::Table:
        paintTable(painter, look);
        break;
    default:
        break;
    }
}

void BlockLayout::paintTable(QPainter &painter, const MarkdownLook &look) const
{
    const QRectF frame(indent(), 0, m_width - indent(), m_height);
    const std::size_t columns = std::size_t(m_block.alignments.size());
    QList<qreal> tops;
    for (std::size_t i = columns; i < m_segments.size(); i += columns)
        tops.append(m_segments[i].at.y() - 4);
    const qreal head = m_block.continued ? 0 : tops.isEmpty() ? m_height : tops.first();
    if (head > 0) {
        painter.save();
        painter.setClipRect(QRectF(frame.left(), 0, frame.width(), head));
        paint::box(painter, frame, 6, look.sunken, look.border);
        painter.restore();
    }
    painter.save();
    painter.setClipRect(QRectF(frame.left(), head, frame.width(), frame.height() - head));
    paint::box(painter, frame, 6, Qt::transparent, look.border);
    painter.restore();
    for (const qreal top : tops)
        painter.fillRect(QRectF(frame.left() + 1, top - 1, frame.width() - 2, 1), look.border);
}

int BlockLayout::segmentAt(const QPointF &point) const
{
    int best = 0;
    qreal nearest = 1e9;
    for (std::size_t i = 0; i < m_segments.size(); ++i) {
        const Segment &segment = m_segments[i];
        const qreal below = point.y() - (segment.at.y() + segment.height);
        const qreal above = segment.at.y() - point.y();
        const qreal beside = std::max(
            {0.0, segment.at.x() - point.x(), point.x() - (segment.at.x() + segment.width)});
        const qreal distance = std::max({0.0, below, above}) * 1000 + beside;
        if (distance < nearest) {
            nearest = distance;
            best = int(i);
        }
    }
    return best;
}

BlockPosition BlockLayout::hit(const QPointF &point, const MarkdownLook &look)
{
    if (m_segments.empty())
        return {};
    const int index = segmentAt(point);
    Segment &segment = m_segments[std::size_t(index)];
    if (!segment.layout) {
        shape(segment, look);
        breakLines(segment);
    }
    const QPointF inside = point - segment.at;
    for (int i = 0; i < segment.layout->lineCount(); ++i) {
        const QTextLine line = segment.layout->lineAt(i);
        if (inside.y() < line.y() + line.height() || i + 1 == segment.layout->lineCount())
            return {index, line.xToCursor(inside.x())};
    }
    return {index, 0};
}

BlockPosition BlockLayout::end() const
{
    if (m_segments.empty())
        return {};
    return {int(m_segments.size()) - 1, int(m_segments.back().content.text.size())};
}

QRectF BlockLayout::caret(const MarkdownLook &look)
{
    const qreal high = std::round(QFontMetricsF(look.body).height()) - 1;
    if (m_segments.empty())
        return {0, 2, 7, high};
    Segment &segment = m_segments.back();
    if (!segment.layout) {
        shape(segment, look);
        breakLines(segment);
    }
    const int last = segment.layout->lineCount() - 1;
    if (last < 0)
        return {segment.at.x(), segment.at.y() + 2, 7, high};
    const QTextLine line = segment.layout->lineAt(last);
    const qreal x = line.cursorToX(int(segment.content.text.size()));
    return {segment.at.x() + x + 2, segment.at.y() + line.y() + (line.height() - high) / 2, 7,
            high};
}

std::pair<BlockPosition, BlockPosition> BlockLayout::wordAt(BlockPosition position) const
{
    if (m_segments.empty())
        return {};
    const QString &text = m_segments[std::size_t(position.segment)].content.text;
    int from = std::min(position.offset, int(text.size()));
    int to = from;
    while (from > 0 && text.at(from - 1).isLetterOrNumber())
        --from;
    while (to < text.size() && text.at(to).isLetterOrNumber())
        ++to;
    return {{position.segment, from}, {position.segment, to}};
}

QString BlockLayout::linkAt(const QPointF &point, const MarkdownLook &look)
{
    const bool anyLink
        = std::any_of(m_segments.begin(), m_segments.end(), [](const Segment &segment) {
              return std::any_of(segment.content.ranges.begin(), segment.content.ranges.end(),
                                 [](const InlineRange &range) { return !range.link.isEmpty(); });
          });
    if (!anyLink)
        return {};
    const BlockPosition position = hit(point, look);
    const Segment &segment = m_segments[std::size_t(position.segment)];
    const QPointF inside = point - segment.at;
    for (int i = 0; i < segment.layout->lineCount(); ++i) {
        const QTextLine line = segment.layout->lineAt(i);
        if (!line.naturalTextRect().contains(inside))
            continue;
        const int at = line.xToCursor(inside.x(), QTextLine::CursorOnCharacter);
        for (const InlineRange &range : segment.content.ranges) {
            if (!range.link.isEmpty() && at >= range.start && at < range.start + range.length)
                return range.link;
        }
    }
    return {};
}

QStringList BlockLayout::links() const
{
    QStringList links;
    for (const Segment &segment : m_segments) {
        for (const InlineRange &range : segment.content.ranges) {
            if (!range.link.isEmpty() && !links.contains(range.link))
                links.append(range.link);
        }
    }
    return links;
}

QString BlockLayout::text(BlockPosition from, BlockPosition to) const
{
    QString text;
    const qsizetype columns = std::max<qsizetype>(1, m_block.alignments.size());
    for (int i = from.segment; i <= to.segment && i < int(m_segments.size()); ++i) {
        const Segment &segment = m_segments[std::size_t(i)];
        const int start = i == from.segment ? from.offset : 0;
        const int end = i == to.segment ? to.offset : int(segment.content.text.size());
        if (i > from.segment && m_block.kind == Kind::Table)
            text += i % columns == 0 ? u'\n' : u'\t';
        else if (i > from.segment && !segment.joined)
            text += u'\n';
        if (m_block.kind == Kind::ListItem && start == 0)
            text += QString(2 * std::max(0, m_block.level - 1), u' ') + m_block.marker + u' ';
        text += segment.content.text.mid(start, end - start);
    }
    return text.replace(QChar(QChar::LineSeparator), u'\n');
}

} // namespace keyway
