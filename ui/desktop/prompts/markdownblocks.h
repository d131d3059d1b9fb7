#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>

namespace keyway {

/// One piece of an answer that is drawn by itself. Its size is limited (a few KiB, 100 rows),
/// except for that of a fence, so that no single block takes long to lay out.
struct MarkdownBlock {
    enum class Kind { Paragraph, Heading, ListItem, Fence, Table, Quote, Rule, Plain };
    Kind kind = Kind::Paragraph;
    QString text; ///< inline Markdown, lines joined by a line feed; of a fence: the code
    int level = 0; ///< of a heading 1 to 6; of anything else the depth inside lists
    QString marker; ///< of a list item "1." or a bullet; of a fence its language
    QList<Qt::AlignmentFlag> alignments; ///< of a table, by column
    QList<QStringList> rows; ///< of a table; the first one is the head unless `continued`
    bool continued = false; ///< goes on where the block before was cut for its size

    friend bool operator==(const MarkdownBlock &, const MarkdownBlock &) = default;
};

/// Cuts a growing Markdown text into blocks. Blocks are the same however the text arrives, whole or
/// in pieces: only whole lines (or 2,048 characters of one) decide. Raw HTML is text.
class MarkdownSplitter {
public:
    void append(const QString &piece);
    /// Nothing more comes: closes what is open.
    void finish();

    /// Those that can no longer change, since the last call.
    QList<MarkdownBlock> takeFinished();
    /// What is not finished, as it would be if the text ended here.
    QList<MarkdownBlock> open() const;

private:
    struct ListLevel {
        int indent = 0;
        bool ordered = false;
        qint64 number = 0;
    };
    void takeLine(const QString &line, bool whole);
    void insideFence(const QString &line, bool whole);
    void takeBlank();
    bool takeFenceStart(const QString &trimmed, int indent);
    bool takeHeading(const QString &trimmed);
    bool takeRule(const QString &trimmed, int indent);
    bool takeTable(const QString &trimmed);
    bool takeQuote(const QString &trimmed, int indent);
    bool takeListItem(const QString &line, int indent);
    void takeText(const QString &trimmed, int indent);
    void start(MarkdownBlock block);
    void close();
    void limitSize();

    QString m_line; ///< the one that has no end yet
    std::optional<MarkdownBlock> m_block;
    QList<MarkdownBlock> m_finished;
    QList<ListLevel> m_lists;
    QChar m_fenceMark; ///< null outside of fences
    int m_fenceLength = 0;
    int m_fenceIndent = 0;
    bool m_midLine = false; ///< the line was cut for its length, and goes on
    bool m_fenceEmpty = false;
    bool m_indentedCode = false;
};

} // namespace keyway
