#include "blocklayout.h"

#include "ui/desktop/prompts/codecolours.h"
#include "ui/theme/theme.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;
using Kind = keyway::MarkdownBlock::Kind;

namespace keyway {
namespace {

constexpr qreal SmallestIndent = 20;
/// Between a number or a bullet and its text.
constexpr qreal MarkerGap = 4;
constexpr qreal FenceHead = 30;
constexpr qreal FencePadding = 12;
constexpr qsizetype LongestCodeLine = 1000;

/// Characters that all have the same width in a fixed-width font.
bool isPlainCode(const QString &text)
{
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return c.unicode() >= 32 && c.unicode() < 127; });
}

} // namespace

MarkdownLook MarkdownLook::of(const Theme &theme, bool struck)
{
    MarkdownLook look;
    look.body = theme.font(TextStyle::Body);
    look.bold = theme.font(TextStyle::Body, QFont::DemiBold);
    look.title = theme.font(TextStyle::Title);
    look.heading = theme.font(TextStyle::Heading);
    look.small = theme.font(TextStyle::Small, QFont::DemiBold);
    look.mono = theme.font(TextStyle::Mono);
    look.text = theme.color(struck ? Token::TextMuted : Token::TextPrimary);
    look.secondary = theme.color(struck ? Token::TextMuted : Token::TextSecondary);
    look.muted = theme.color(Token::TextMuted);
    look.link = theme.color(Token::AccentText);
    look.sunken = theme.color(Token::BgSunken);
    look.border = theme.color(Token::BorderSubtle);
    look.strongBorder = theme.color(Token::BorderDefault);
    look.selection = theme.color(Token::AccentFill);
    look.selectedText = theme.color(Token::TextOnAccent);
    look.keyword = theme.color(Token::AccentText);
    look.string = theme.color(Token::StatusActiveText);
    look.number = theme.color(Token::StatusDegradedText);
    look.lineHeight = std::max(std::ceil(QFontMetricsF(look.body).height()),
                               std::round(QFontMetricsF(look.body).height() * 1.25));
    look.codeLineHeight = std::ceil(QFontMetricsF(look.mono).height() * 1.2);
    look.letter = QFontMetricsF(look.body).averageCharWidth();
    look.listIndent
        = std::max(SmallestIndent,
                   std::ceil(QFontMetricsF(look.body).horizontalAdvance(u"88."_s) + MarkerGap));
    look.struck = struck;
    return look;
}

BlockLayout::BlockLayout(MarkdownBlock block, const MarkdownLook &look)
    : m_block(std::move(block))
{
    makeSegments(look);
}

void BlockLayout::setBlock(MarkdownBlock block, const MarkdownLook &look)
{
    if (block == m_block)
        return;
    const bool grownCode = block.kind == Kind::Fence && m_block.kind == Kind::Fence
        && block.text.size() >= m_block.text.size() && !m_segments.empty();
    const bool grownTable = block.kind == Kind::Table && m_block.kind == Kind::Table
        && block.rows.size() >= m_block.rows.size() && !m_block.rows.isEmpty()
        && block.continued == m_block.continued && block.alignments == m_block.alignments;
    if (grownCode) {
        // A fence only grows at its end: the last line is the one that may differ.
        const qsizetype last = m_block.text.lastIndexOf(u'\n') + 1;
        m_block = std::move(block);
        while (m_segments.size() > 1 && m_segments.back().joined)
            m_segments.pop_back();
        m_segments.pop_back();
        addCode(last);
    } else if (grownTable) {
        const qsizetype kept = m_block.rows.size() - 1;
        m_block = std::move(block);
        m_segments.resize(std::size_t(kept * m_block.alignments.size()));
        addRows(kept, look);
    } else {
        m_block = std::move(block);
        makeSegments(look);
    }
    m_laidOut = false;
}

void BlockLayout::setLook(const MarkdownLook &look)
{
    makeSegments(look);
    m_laidOut = false;
}

void BlockLayout::makeSegments(const MarkdownLook &look)
{
    m_segments.clear();
    m_indent = m_block.kind == Kind::Heading ? 0 : m_block.level * look.listIndent;
    if (m_block.kind == Kind::ListItem) {
        // A longer number moves its own text, so that it is not cut.
        const qreal marker
            = std::ceil(QFontMetricsF(look.body).horizontalAdvance(m_block.marker) + MarkerGap);
        m_indent += std::max(0.0, marker - look.listIndent);
    }
    switch (m_block.kind) {
    case Kind::Fence:
        addCode(0);
        break;
    case Kind::Table:
        addRows(0, look);
        break;
    case Kind::Rule:
        break;
    case Kind::Plain:
        addText({m_block.text, {}}, look.body, look.lineHeight);
        break;
    case Kind::Heading: {
        const QFont &font = m_block.level == 1 ? look.title
            : m_block.level == 2               ? look.heading
                                               : look.bold;
        addText(parseInline(m_block.text), font, std::ceil(QFontMetricsF(font).height() * 1.2));
        break;
    }
    case Kind::Quote:
        addText(parseInline(m_block.text), look.body, look.lineHeight);
        m_segments.back().secondary = true;
        break;
    case Kind::Paragraph:
    case Kind::ListItem:
        addText(parseInline(m_block.text), look.body, look.lineHeight);
        break;
    }
}

void BlockLayout::addText(const InlineText &content, const QFont &font, qreal lineHeight)
{
    Segment segment;
    segment.content = content;
    segment.font = font;
    segment.lineHeight = lineHeight;
    m_segments.push_back(std::move(segment));
}

void BlockLayout::addCode(qsizetype from)
{
    for (;;) {
        const qsizetype end = m_block.text.indexOf(u'\n', from);
        QString line = m_block.text.mid(from, end < 0 ? -1 : end - from);
        line.replace(u'\t', "    "_L1);
        for (qsizetype at = 0; at == 0 || at < line.size(); at += LongestCodeLine) {
            Segment segment;
            segment.content.text = line.mid(at, LongestCodeLine);
            segment.joined = at > 0;
            m_segments.push_back(std::move(segment));
        }
        if (end < 0)
            return;
        from = end + 1;
    }
}

void BlockLayout::addRows(qsizetype from, const MarkdownLook &look)
{
    for (qsizetype row = from; row < m_block.rows.size(); ++row) {
        const bool head = row == 0 && !m_block.continued;
        for (qsizetype column = 0; column < m_block.alignments.size(); ++column) {
            Segment cell;
            cell.content = parseInline(m_block.rows.at(row).value(column));
            cell.font = head ? look.small : look.body;
            cell.secondary = head;
            cell.lineHeight = look.lineHeight;
            cell.alignment = m_block.alignments.at(column);
            shape(cell, look);
            cell.width = 100'000;
            cell.alignment = Qt::AlignLeft;
            breakLines(cell);
            cell.natural = std::ceil(cell.layout->maximumWidth()) + 1;
            cell.alignment = m_block.alignments.at(column);
            cell.width = 0;
            m_segments.push_back(std::move(cell));
        }
    }
}

QList<QTextLayout::FormatRange> BlockLayout::formats(const Segment &segment,
                                                     const MarkdownLook &look) const
{
    QList<QTextLayout::FormatRange> formats;
    const auto add = [&](qsizetype start, qsizetype length, const QTextCharFormat &format) {
        formats.append({int(start), int(length), format});
    };
    if (m_block.kind == Kind::Fence) {
        for (const CodeColour &colour : codeColours(segment.content.text, m_block.marker)) {
            QTextCharFormat format;
            format.setForeground(colour.kind == CodeColour::Keyword      ? look.keyword
                                     : colour.kind == CodeColour::Text   ? look.string
                                     : colour.kind == CodeColour::Number ? look.number
                                                                         : look.muted);
            add(colour.start, colour.length, format);
        }
    }
    for (const InlineRange &range : segment.content.ranges) {
        QTextCharFormat format;
        if (range.styles & InlineRange::Code) {
            format.setFont(look.mono);
            format.setBackground(look.sunken);
        }
        if (range.styles & InlineRange::Bold)
            format.setFontWeight(QFont::DemiBold);
        if (range.styles & InlineRange::Italic)
            format.setFontItalic(true);
        if (range.styles & InlineRange::Struck)
            format.setFontStrikeOut(true);
        if (!range.link.isEmpty()) {
            format.setForeground(look.link);
            format.setFontUnderline(true);
        }
        add(range.start, range.length, format);
    }
    if (look.struck) {
        QTextCharFormat format;
        format.setFontStrikeOut(true);
        add(0, segment.content.text.size(), format);
    }
    return formats;
}

void BlockLayout::shape(Segment &segment, const MarkdownLook &look) const
{
    segment.layout = std::make_unique<QTextLayout>(
        segment.content.text, m_block.kind == Kind::Fence ? look.mono : segment.font);
    segment.layout->setCacheEnabled(m_block.kind != Kind::Fence);
    segment.layout->setFormats(formats(segment, look));
}

void BlockLayout::breakLines(Segment &segment) const
{
    QTextOption option(segment.alignment);
    option.setWrapMode(m_block.kind == Kind::Fence ? QTextOption::WrapAnywhere
                                                   : QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(m_block.kind == Kind::Fence ? Qt::LeftToRight
                                                        : Qt::LayoutDirectionAuto);
    segment.layout->setTextOption(option);
    segment.layout->beginLayout();
    qreal y = 0;
    for (;;) {
        QTextLine line = segment.layout->createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(segment.width);
        const qreal room = std::max(segment.lineHeight, line.height());
        line.setPosition({0, y + std::round((room - line.height()) / 2)});
        y += room;
    }
    segment.layout->endLayout();
    segment.height = std::max(y, segment.lineHeight);
}

qreal BlockLayout::textLeft() const
{
    return indent() + (m_block.kind == Kind::Quote ? 14 : 0);
}

qreal BlockLayout::estimate(qreal width, const MarkdownLook &look) const
{
    if (m_laidOut)
        return m_height;
    if (m_block.kind == Kind::Table)
        return qreal(m_block.rows.size()) * (look.lineHeight + 9);
    if (m_block.kind == Kind::Fence)
        return qreal(m_segments.size()) * look.codeLineHeight + FenceHead + FencePadding;
    const qreal lines = std::ceil(qreal(m_block.text.size() + 1) * look.letter
                                  / std::max(width - indent(), 40.0));
    return std::max(lines, 1.0) * look.lineHeight;
}

void BlockLayout::layOut(qreal width, const MarkdownLook &look)
{
    if (m_laidOut && m_width == width)
        return;
    m_width = width;
    switch (m_block.kind) {
    case Kind::Rule:
        m_height = 17;
        break;
    case Kind::Fence:
        layOutCode(width, look);
        break;
    case Kind::Table:
        layOutTable(width, look);
        break;
    default:
        layOutText(width, look);
    }
    m_laidOut = true;
}

void BlockLayout::layOutText(qreal width, const MarkdownLook &look)
{
    Segment &segment = m_segments.front();
    if (!segment.layout)
        shape(segment, look);
    segment.at = {textLeft(), 0};
    segment.width = std::max(width - textLeft(), 40.0);
    breakLines(segment);
    m_height = segment.height;
}

void BlockLayout::layOutCode(qreal width, const MarkdownLook &look)
{
    const qreal room = std::max(width - indent() - 2 * FencePadding, 40.0);
    const qreal letter = QFontMetricsF(look.mono).horizontalAdvance(u'm');
    const auto letters = std::max<qsizetype>(1, qsizetype(room / letter));
    qreal y = FenceHead;
    for (Segment &segment : m_segments) {
        segment.at = {indent() + FencePadding, y};
        segment.lineHeight = look.codeLineHeight;
        if (segment.width != room) {
            segment.layout.reset();
            segment.width = room;
            if (isPlainCode(segment.content.text)) {
                const qsizetype rows
                    = std::max<qsizetype>(1, (segment.content.text.size() + letters - 1) / letters);
                segment.height = qreal(rows) * look.codeLineHeight;
            } else {
                shape(segment, look);
                breakLines(segment);
            }
        }
        y += segment.height;
    }
    m_height = y + FencePadding;
}

QList<qreal> BlockLayout::columnWidths(qreal width) const
{
    const qsizetype columns = m_block.alignments.size();
    QList<qreal> natural(columns, 12);
    for (std::size_t i = 0; i < m_segments.size(); ++i) {
        qreal &column = natural[qsizetype(i) % columns];
        column = std::max(column, m_segments[i].natural);
    }
    // Inside of the frame: 14 at both ends, 20 between two columns.
    const qreal room = std::max(width - 28 - 20 * qreal(columns - 1), qreal(columns) * 12);
    const qreal wanted = std::accumulate(natural.cbegin(), natural.cend(), 0.0);
    if (wanted <= room) {
        for (qreal &column : natural)
            column = std::floor(column + (room - wanted) * column / wanted);
        return natural;
    }
    // Narrow columns keep what they need, the others share the rest.
    QList<qreal> widths(columns, -1);
    qreal left = room;
    qsizetype open = columns;
    for (bool again = true; again && open > 0;) {
        again = false;
        const qreal share = left / qreal(open);
        for (qsizetype i = 0; i < columns; ++i) {
            if (widths.at(i) < 0 && natural.at(i) <= share) {
                widths[i] = natural.at(i);
                left -= natural.at(i);
                --open;
                again = true;
            }
        }
    }
    for (qreal &column : widths) {
        if (column < 0)
            column = std::floor(left / qreal(open));
    }
    return widths;
}

void BlockLayout::layOutTable(qreal width, const MarkdownLook &look)
{
    const qsizetype columns = m_block.alignments.size();
    const QList<qreal> widths = columnWidths(width - indent());
    qreal y = 0;
    for (qsizetype row = 0; row < m_block.rows.size(); ++row) {
        qreal x = indent() + 14;
        qreal highest = look.lineHeight;
        for (qsizetype column = 0; column < columns; ++column) {
            Segment &cell = m_segments[std::size_t(row * columns + column)];
            cell.at = {x, y + 4};
            if (cell.width != widths.at(column)) {
                cell.width = widths.at(column);
                breakLines(cell);
            }
            highest = std::max(highest, cell.height);
            x += widths.at(column) + 20;
        }
        y += highest + 9;
    }
    m_height = y;
}

qreal BlockLayout::gapAbove(const BlockLayout *above) const
{
    if (!above || m_block.continued || m_block.kind == Kind::Plain)
        return 0;
    const Kind before = above->m_block.kind;
    if (m_block.kind == Kind::ListItem && before == Kind::ListItem)
        return 3;
    if (m_block.kind == Kind::Heading)
        return 14;
    return before == Kind::Heading ? 7 : 10;
}

} // namespace keyway
