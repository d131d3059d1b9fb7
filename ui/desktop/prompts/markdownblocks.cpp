#include "markdownblocks.h"

#include <QtCore/QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using Kind = keyway::MarkdownBlock::Kind;

namespace keyway {
namespace {

constexpr qsizetype LongestPiece = 2048;
constexpr qsizetype MostRows = 100;
constexpr int DeepestList = 8;

int indentOf(const QString &line)
{
    int indent = 0;
    for (const QChar c : line) {
        if (c == u' ')
            ++indent;
        else if (c == u'\t')
            indent += 4 - indent % 4;
        else
            break;
    }
    return indent;
}

/// Where a line that is too long is cut: behind its last blank, or anywhere but inside a surrogate
/// pair.
qsizetype cutOf(const QString &line)
{
    const qsizetype blank = line.lastIndexOf(u' ', LongestPiece - 1);
    if (blank > LongestPiece / 2)
        return blank + 1;
    return line.at(LongestPiece - 1).isHighSurrogate() ? LongestPiece - 1 : LongestPiece;
}

QStringList cellsOf(QString line)
{
    if (line.startsWith(u'|'))
        line.remove(0, 1);
    QStringList cells;
    QString cell;
    bool code = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line.at(i);
        if (c == u'\\' && i + 1 < line.size() && line.at(i + 1) == u'|') {
            cell += u'|';
            ++i;
        } else if (c == u'|' && !code) {
            cells.append(cell.trimmed());
            cell.clear();
        } else {
            if (c == u'`')
                code = !code;
            cell += c;
        }
    }
    if (!cell.trimmed().isEmpty())
        cells.append(cell.trimmed());
    return cells;
}

std::optional<QList<Qt::AlignmentFlag>> alignmentsOf(const QString &line)
{
    static const QRegularExpression cellPattern(uR"(\A:?-+:?\z)"_s);
    if (!line.contains(u'-') || !line.contains(u'|'))
        return {};
    QList<Qt::AlignmentFlag> alignments;
    for (const QString &cell : cellsOf(line)) {
        if (!cellPattern.match(cell).hasMatch())
            return {};
        const bool left = cell.startsWith(u':');
        const bool right = cell.endsWith(u':');
        alignments.append(left && right ? Qt::AlignHCenter
                              : right   ? Qt::AlignRight
                                        : Qt::AlignLeft);
    }
    if (alignments.isEmpty())
        return {};
    return alignments;
}

} // namespace

void MarkdownSplitter::append(const QString &piece)
{
    qsizetype from = 0;
    while (from < piece.size()) {
        const qsizetype end = piece.indexOf(u'\n', from);
        m_line += QStringView(piece).mid(from, end < 0 ? -1 : end - from);
        while (m_line.size() > LongestPiece) {
            const qsizetype cut = cutOf(m_line);
            const QString head = m_line.left(cut);
            m_line.remove(0, cut);
            takeLine(head, false);
        }
        if (end < 0)
            return;
        if (m_line.endsWith(u'\r'))
            m_line.chop(1);
        takeLine(std::exchange(m_line, {}), true);
        from = end + 1;
    }
}

void MarkdownSplitter::finish()
{
    if (!m_line.isEmpty())
        takeLine(std::exchange(m_line, {}), true);
    close();
    m_fenceMark = {};
    m_indentedCode = false;
    m_midLine = false;
    m_lists.clear();
}

QList<MarkdownBlock> MarkdownSplitter::takeFinished()
{
    return std::exchange(m_finished, {});
}

QList<MarkdownBlock> MarkdownSplitter::open() const
{
    MarkdownSplitter ended = *this;
    ended.m_finished.clear();
    ended.finish();
    return ended.m_finished;
}

void MarkdownSplitter::takeLine(const QString &line, bool whole)
{
    const bool goesOn = std::exchange(m_midLine, !whole);
    if (!m_fenceMark.isNull()) {
        if (goesOn) {
            m_block->text += line;
        } else {
            insideFence(line, whole);
        }
        return;
    }
    if (goesOn) {
        const MarkdownBlock before = m_block ? *m_block : MarkdownBlock{};
        close();
        MarkdownBlock rest;
        rest.kind = before.kind == Kind::Quote ? Kind::Quote : Kind::Paragraph;
        rest.level = before.kind == Kind::Heading ? 0 : before.level;
        rest.text = line.trimmed();
        rest.continued = true;
        start(rest);
        return;
    }
    const QString trimmed = line.trimmed();
    const int indent = indentOf(line);
    if (m_indentedCode && m_block && indent >= 4 && !trimmed.isEmpty()) {
        m_block->text += u'\n' + line.mid(4);
        return;
    }
    m_indentedCode = false;
    if (trimmed.isEmpty()) {
        takeBlank();
        return;
    }
    if (takeFenceStart(trimmed, indent) || takeHeading(trimmed) || takeRule(trimmed, indent)
        || takeTable(trimmed) || takeQuote(trimmed, indent) || takeListItem(line, indent)) {
        limitSize();
        return;
    }
    // The blank before the end is a hard break where there are two.
    takeText(line.endsWith("  "_L1) ? trimmed + "  "_L1 : trimmed, indent);
    limitSize();
}

void MarkdownSplitter::insideFence(const QString &line, bool whole)
{
    const QString trimmed = line.trimmed();
    if (whole && trimmed.size() >= m_fenceLength && indentOf(line) <= m_fenceIndent + 3
        && std::all_of(trimmed.begin(), trimmed.end(),
                       [this](QChar c) { return c == m_fenceMark; })) {
        m_fenceMark = {};
        close();
        return;
    }
    qsizetype blanks = 0;
    while (blanks < m_fenceIndent && blanks < line.size() && line.at(blanks) == u' ')
        ++blanks;
    if (!std::exchange(m_fenceEmpty, false))
        m_block->text += u'\n';
    m_block->text += QStringView(line).mid(blanks);
}

void MarkdownSplitter::takeBlank()
{
    close();
}

bool MarkdownSplitter::takeFenceStart(const QString &trimmed, int indent)
{
    const QChar mark = trimmed.at(0);
    if (mark != u'`' && mark != u'~')
        return false;
    int length = 0;
    while (length < trimmed.size() && trimmed.at(length) == mark)
        ++length;
    const QString info = trimmed.mid(length).trimmed();
    if (length < 3 || (mark == u'`' && info.contains(u'`')))
        return false;
    if (indent < 2)
        m_lists.clear();
    MarkdownBlock fence;
    fence.kind = Kind::Fence;
    fence.level = int(m_lists.size());
    fence.marker = info.section(u' ', 0, 0);
    start(fence);
    m_fenceMark = mark;
    m_fenceLength = length;
    m_fenceIndent = indent;
    m_fenceEmpty = true;
    return true;
}

bool MarkdownSplitter::takeHeading(const QString &trimmed)
{
    int level = 0;
    while (level < trimmed.size() && trimmed.at(level) == u'#')
        ++level;
    if (level < 1 || level > 6 || (level < trimmed.size() && !trimmed.at(level).isSpace()))
        return false;
    static const QRegularExpression closing(uR"(\s+#+\s*\z)"_s);
    MarkdownBlock heading;
    heading.kind = Kind::Heading;
    heading.level = level;
    heading.text = trimmed.mid(level).trimmed().remove(closing);
    m_lists.clear();
    start(heading);
    if (!m_midLine)
        close();
    return true;
}

bool MarkdownSplitter::takeRule(const QString &trimmed, int indent)
{
    const QChar mark = trimmed.at(0);
    if (mark != u'-' && mark != u'*' && mark != u'_' && mark != u'=')
        return false;
    qsizetype marks = 0;
    for (const QChar c : trimmed) {
        if (c == mark)
            ++marks;
        else if (!c.isSpace())
            return false;
    }
    const bool underline = m_block && m_block->kind == Kind::Paragraph && m_block->level == 0
        && indent < 4 && marks == trimmed.size() && (mark == u'=' || mark == u'-') && marks >= 3;
    if (underline) {
        m_block->kind = Kind::Heading;
        m_block->level = mark == u'=' ? 1 : 2;
        close();
        return true;
    }
    if (mark == u'=' || marks < 3)
        return false;
    MarkdownBlock rule;
    rule.kind = Kind::Rule;
    m_lists.clear();
    start(rule);
    close();
    return true;
}

bool MarkdownSplitter::takeTable(const QString &trimmed)
{
    if (m_block && m_block->kind == Kind::Table) {
        if (!trimmed.contains(u'|'))
            return false;
        if (m_block->rows.size() >= MostRows) {
            MarkdownBlock next;
            next.kind = Kind::Table;
            next.level = m_block->level;
            next.alignments = m_block->alignments;
            next.continued = true;
            start(next);
        }
        QStringList cells = cellsOf(trimmed);
        cells.resize(m_block->alignments.size());
        m_block->rows.append(cells);
        return true;
    }
    const bool text
        = m_block && (m_block->kind == Kind::Paragraph || m_block->kind == Kind::ListItem);
    if (!text || m_midLine)
        return false;
    const auto alignments = alignmentsOf(trimmed);
    const QString head = m_block->text.section(u'\n', -1);
    if (!alignments || !head.contains(u'|'))
        return false;
    QStringList cells = cellsOf(head.trimmed());
    if (cells.size() != alignments->size())
        return false;
    const int level = m_block->level;
    m_block->text.chop(head.size());
    if (m_block->text.isEmpty() && m_block->kind == Kind::Paragraph)
        m_block.reset();
    else if (m_block->text.endsWith(u'\n'))
        m_block->text.chop(1);
    MarkdownBlock table;
    table.kind = Kind::Table;
    table.level = level;
    table.alignments = *alignments;
    table.rows = {cells};
    start(table);
    return true;
}

bool MarkdownSplitter::takeQuote(const QString &trimmed, int indent)
{
    if (!trimmed.startsWith(u'>'))
        return false;
    static const QRegularExpression marks(uR"(\A(?:>\s?)+)"_s);
    static const QRegularExpression item(uR"(\A(?:[-*+]|\d{1,9}[.)])\s)"_s);
    const QString words = QString(trimmed).remove(marks);
    if (m_block && m_block->kind == Kind::Quote) {
        if (words.isEmpty())
            m_block->text += "\\\n\\"_L1;
        else
            m_block->text += (item.match(words).hasMatch() ? "\\\n"_L1 : "\n"_L1) + words;
        return true;
    }
    if (indent < 2)
        m_lists.clear();
    MarkdownBlock quote;
    quote.kind = Kind::Quote;
    quote.level = int(m_lists.size());
    quote.text = words;
    start(quote);
    return true;
}

bool MarkdownSplitter::takeListItem(const QString &line, int indent)
{
    static const QRegularExpression pattern(uR"(\A\s*(?:([-*+])|(\d{1,9})[.)])(?:\s+(.*))?\z)"_s,
                                            QRegularExpression::DotMatchesEverythingOption);
    const auto match = pattern.match(line);
    if (!match.hasMatch())
        return false;
    const bool ordered = match.captured(1).isEmpty();
    const qint64 number = match.captured(2).toLongLong();
    const bool inText = m_block && m_block->kind == Kind::Paragraph;
    const QString words = match.captured(3);
    if (words.isEmpty() && (inText || !line.back().isSpace()))
        return false;
    if (m_lists.isEmpty() && inText && ordered && number != 1)
        return false;
    if (m_lists.isEmpty() && indent >= 4 && inText)
        return false;
    while (!m_lists.isEmpty() && indent < m_lists.last().indent + 2) {
        // The same level, or one further out.
        if (m_lists.size() == 1 || indent > m_lists.last().indent - 2)
            break;
        m_lists.removeLast();
    }
    if (m_lists.isEmpty()
        || (indent >= m_lists.last().indent + 2 && m_lists.size() < DeepestList)) {
        m_lists.append({indent, ordered, number});
    } else {
        ListLevel &level = m_lists.last();
        level.number = ordered && level.ordered ? level.number + 1 : number;
        level.ordered = ordered;
    }
    MarkdownBlock block;
    block.kind = Kind::ListItem;
    block.level = int(m_lists.size());
    block.marker = ordered ? QString::number(m_lists.last().number) + u'.' : u"•"_s;
    block.text = words.trimmed();
    start(block);
    return true;
}

void MarkdownSplitter::takeText(const QString &trimmed, int indent)
{
    if (m_block
        && (m_block->kind == Kind::Paragraph || m_block->kind == Kind::ListItem
            || m_block->kind == Kind::Quote)) {
        if (!m_block->text.isEmpty())
            m_block->text += u'\n';
        m_block->text += trimmed;
        return;
    }
    if (indent < 2)
        m_lists.clear();
    MarkdownBlock block;
    if (indent >= 4 && m_lists.isEmpty()) {
        block.kind = Kind::Fence;
        block.text = QString(indent - 4, u' ') + trimmed;
        start(block);
        m_indentedCode = true;
        return;
    }
    block.level = int(m_lists.size());
    block.text = trimmed;
    start(block);
}

void MarkdownSplitter::start(MarkdownBlock block)
{
    close();
    m_block = std::move(block);
}

void MarkdownSplitter::close()
{
    if (m_block && (m_block->kind != Kind::Paragraph || !m_block->text.isEmpty()))
        m_finished.append(*m_block);
    m_block.reset();
    m_indentedCode = false;
}

void MarkdownSplitter::limitSize()
{
    if (!m_block || m_midLine || m_block->text.size() <= LongestPiece
        || (m_block->kind != Kind::Paragraph && m_block->kind != Kind::ListItem
            && m_block->kind != Kind::Quote))
        return;
    MarkdownBlock next;
    next.kind = m_block->kind == Kind::Quote ? Kind::Quote : Kind::Paragraph;
    next.level = m_block->level;
    next.continued = true;
    start(next);
}

} // namespace keyway
