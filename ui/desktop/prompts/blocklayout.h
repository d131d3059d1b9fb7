#pragma once

#include "ui/desktop/prompts/markdownblocks.h"
#include "ui/desktop/prompts/markdowninline.h"

#include <QtCore/QRectF>
#include <QtGui/QColor>
#include <QtGui/QFont>
#include <QtGui/QTextLayout>

#include <memory>
#include <vector>

class QPainter;

namespace keyway {

class Theme;

/// Fonts and colours of an answer, taken from the theme once for all of its blocks.
struct MarkdownLook {
    QFont body, bold, title, heading, small, mono;
    QColor text, secondary, muted, link, sunken, border, strongBorder, selection, selectedText;
    QColor keyword, string, number;
    qreal lineHeight = 20; ///< of body text; others in proportion
    qreal codeLineHeight = 18;
    qreal letter = 7; ///< width of a usual one
    qreal listIndent = 20; ///< of each depth: room for a number of two digits
    bool struck = false; ///< text that no longer holds

    static MarkdownLook of(const Theme &theme, bool struck);
};

/// A place between two characters: the part of the block, and the characters before it there.
struct BlockPosition {
    int segment = 0;
    int offset = 0;
    friend auto operator<=>(const BlockPosition &, const BlockPosition &) = default;
};

/// One block, laid out for a width and painted. Texts are shaped when they are first needed: the
/// lines of a long fence when they are painted, everything else when it is laid out.
class BlockLayout {
public:
    BlockLayout(MarkdownBlock block, const MarkdownLook &look);

    const MarkdownBlock &block() const { return m_block; }
    /// The open block has grown. What is unchanged in it is kept.
    void setBlock(MarkdownBlock block, const MarkdownLook &look);
    /// Everything anew, for another theme or font.
    void setLook(const MarkdownLook &look);

    bool isLaidOut() const { return m_laidOut; }
    void invalidate() { m_laidOut = false; }
    /// A guess that costs nothing, until layOut() knows.
    qreal estimate(qreal width, const MarkdownLook &look) const;
    void layOut(qreal width, const MarkdownLook &look);
    qreal height() const { return m_height; }
    qreal gapAbove(const BlockLayout *above) const;

    /// `clip` in the coordinates of the block; from and to are what is selected of it.
    void paint(QPainter &painter, const QRectF &clip, const MarkdownLook &look, BlockPosition from,
               BlockPosition to);
    BlockPosition hit(const QPointF &point, const MarkdownLook &look);
    BlockPosition end() const;
    /// Where the caret is drawn behind the last character.
    QRectF caret(const MarkdownLook &look);
    /// The word around a position, as a double click selects it.
    std::pair<BlockPosition, BlockPosition> wordAt(BlockPosition position) const;
    QString linkAt(const QPointF &point, const MarkdownLook &look);
    QStringList links() const;
    /// As it is copied: with list markers, table cells parted by tabs.
    QString text(BlockPosition from, BlockPosition to) const;
    QString plainText() const { return text({}, end()); }

private:
    struct Segment {
        InlineText content;
        QFont font;
        QPointF at;
        qreal width = 0, height = 0, lineHeight = 20, natural = 0;
        Qt::Alignment alignment = Qt::AlignLeft;
        bool secondary = false;
        bool joined = false; ///< to the one before, with nothing between
        std::unique_ptr<QTextLayout> layout;
    };
    void makeSegments(const MarkdownLook &look);
    void addText(const InlineText &content, const QFont &font, qreal lineHeight);
    void addCode(qsizetype from);
    void addRows(qsizetype from, const MarkdownLook &look);
    void shape(Segment &segment, const MarkdownLook &look) const;
    void breakLines(Segment &segment) const;
    QList<QTextLayout::FormatRange> formats(const Segment &segment, const MarkdownLook &look) const;
    void layOutText(qreal width, const MarkdownLook &look);
    void layOutCode(qreal width, const MarkdownLook &look);
    void layOutTable(qreal width, const MarkdownLook &look);
    QList<qreal> columnWidths(qreal width) const;
    void paintFrame(QPainter &painter, const MarkdownLook &look) const;
    void paintTable(QPainter &painter, const MarkdownLook &look) const;
    int segmentAt(const QPointF &point) const;
    qreal indent() const { return m_indent; }
    qreal textLeft() const;

    MarkdownBlock m_block;
    std::vector<Segment> m_segments;
    qreal m_indent = 0; ///< of the text, or of what frames it
    qreal m_width = 0, m_height = 0;
    bool m_laidOut = false;
};

} // namespace keyway
