#include "markdowninline.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

bool isAllowed(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    const QString scheme = url.scheme();
    return url.isValid()
        && (scheme == "mailto"_L1
            || ((scheme == "http"_L1 || scheme == "https"_L1) && !url.host().isEmpty()));
}

/// One pass over the source. Emphasis is resolved at its end, when every mark is known.
class InlineParser {
public:
    explicit InlineParser(const QString &source)
        : m_source(source)
    {
    }

    InlineText parse()
    {
        while (m_at < m_source.size())
            step();
        return finished();
    }

private:
    struct Mark {
        QChar character;
        qsizetype at; ///< in m_text, where its characters stand
        qsizetype length;
        bool opens, closes;
    };
    struct Span {
        qsizetype start, end; ///< in m_text
        int styles;
        QString link;
    };

    QChar peek(qsizetype offset = 0) const
    {
        const qsizetype at = m_at + offset;
        return at >= 0 && at < m_source.size() ? m_source.at(at) : QChar();
    }

    void step()
    {
        const QChar c = peek();
        if (c == u'\\')
            return escape();
        if (c == u'\n')
            return lineBreak();
        if (c == u'`' && code())
            return;
        if ((c == u'[' || (c == u'!' && peek(1) == u'[')) && link())
            return;
        if (c == u'<' && bracketed())
            return;
        if (c == u'h' && bareAddress())
            return;
        if (c == u'&' && entity())
            return;
        if (c == u'*' || c == u'_' || c == u'~')
            return mark();
        m_text += c;
        ++m_at;
    }

    void escape()
    {
        const QChar next = peek(1);
        if (next == u'\n') {
            m_text += QChar(QChar::LineSeparator);
            m_at += 2;
        } else if (next.unicode() < 128 && next.isPrint() && (next.isPunct() || next.isSymbol())) {
            m_text += next;
            m_at += 2;
        } else {
            m_text += u'\\';
            ++m_at;
        }
    }

    void lineBreak()
    {
        const bool hard = m_text.endsWith("  "_L1);
        while (m_text.endsWith(u' '))
            m_text.chop(1);
        m_text += hard ? QChar(QChar::LineSeparator) : QChar(u' ');
        ++m_at;
    }

    bool code()
    {
        qsizetype length = 0;
        while (peek(length) == u'`')
            ++length;
        qsizetype end = m_at + length;
        for (;;) {
            end = m_source.indexOf(u'`', end);
            if (end < 0) {
                m_text += QString(length, u'`');
                m_at += length;
                return true;
            }
            qsizetype run = 0;
            while (end + run < m_source.size() && m_source.at(end + run) == u'`')
                ++run;
            if (run == length)
                break;
            end += run;
        }
        QString inside = m_source.mid(m_at + length, end - m_at - length).replace(u'\n', u' ');
        if (inside.size() > 2 && inside.startsWith(u' ') && inside.endsWith(u' '))
            inside = inside.mid(1, inside.size() - 2);
        addSpan(inside, InlineRange::Code, {});
        m_at = end + length;
        return true;
    }

    bool link()
    {
        static const QRegularExpression pattern(
            uR"(\G!?\[((?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]\(\s*<?((?:[^\s()<>]|\([^\s()]*\))*)>?(?:\s+"[^"]*")?\s*\))"_s);
        if (m_source.indexOf("]("_L1, m_at) < 0)
            return false;
        const auto match = pattern.match(m_source, m_at);
        if (!match.hasMatch())
            return false;
        const QString address = match.captured(2);
        QString words = match.captured(1);
        const bool allowed = isAllowed(address);
        if (words.isEmpty())
            words = address;
        // What stands between the brackets may be emphasised or code itself.
        const InlineText inner = parseInline(words);
        const qsizetype start = m_text.size();
        m_text += inner.text;
        for (const InlineRange &range : inner.ranges)
            m_spans.append(
                {start + range.start, start + range.start + range.length, range.styles, {}});
        if (allowed)
            m_spans.append({start, m_text.size(), 0, address});
        else if (!address.isEmpty() && address != words)
            m_text += " ("_L1 + address + u')';
        m_at = match.capturedEnd();
        return true;
    }

    bool bracketed()
    {
        static const QRegularExpression pattern(uR"(\G<((?:https?://|mailto:)[^\s<>]+)>)"_s);
        const auto match = pattern.match(m_source, m_at);
        if (!match.hasMatch() || !isAllowed(match.captured(1)))
            return false;
        addSpan(match.captured(1), 0, match.captured(1));
        m_at = match.capturedEnd();
        return true;
    }

    bool bareAddress()
    {
        static const QRegularExpression pattern(uR"(\Ghttps?://[^\s<>"`\]]+)"_s);
        if (m_at > 0 && m_source.at(m_at - 1).isLetterOrNumber())
            return false;
        const auto match = pattern.match(m_source, m_at);
        if (!match.hasMatch())
            return false;
        QString address = match.captured();
        while (!address.isEmpty()
               && (u".,;:!?*_~'"_s.contains(address.back())
                   || (address.endsWith(u')') && address.count(u'(') < address.count(u')'))))
            address.chop(1);
        if (!isAllowed(address))
            return false;
        addSpan(address, 0, address);
        m_at += address.size();
        return true;
    }

    bool entity()
    {
        static const std::pair<QLatin1StringView, QChar> known[]
            = {{"&amp;"_L1, u'&'},  {"&lt;"_L1, u'<'},   {"&gt;"_L1, u'>'},
               {"&quot;"_L1, u'"'}, {"&#39;"_L1, u'\''}, {"&nbsp;"_L1, QChar(QChar::Nbsp)}};
        for (const auto &[name, character] : known) {
            if (QStringView(m_source).mid(m_at).startsWith(name)) {
                m_text += character;
                m_at += name.size();
                return true;
            }
        }
        return false;
    }

    void mark()
    {
        const QChar c = peek();
        qsizetype length = 0;
        while (peek(length) == c)
            ++length;
        const QChar before = peek(-1);
        const QChar after = peek(length);
        bool opens = !after.isNull() && !after.isSpace();
        bool closes = !before.isNull() && !before.isSpace();
        if (opens && after.isPunct() && closes && !before.isPunct() && c != u'~')
            opens = false;
        if (closes && before.isPunct() && !after.isNull() && !after.isSpace() && !after.isPunct())
            closes = false;
        if (c == u'_') {
            opens = opens && !before.isLetterOrNumber();
            closes = closes && !after.isLetterOrNumber();
        }
        if (c == u'~' && length != 2)
            opens = closes = false;
        if (opens || closes)
            m_marks.append({c, m_text.size(), length, opens, closes});
        m_text += QString(length, c);
        m_at += length;
    }

    void addSpan(const QString &text, int styles, const QString &link)
    {
        m_spans.append({m_text.size(), m_text.size() + text.size(), styles, link});
        m_text += text;
    }

    /// Pairs opening and closing marks; the characters that were used go, the others stay as text.
    InlineText finished()
    {
        QList<std::pair<qsizetype, qsizetype>> gone; // position and length in m_text
        QList<Mark> open;
        for (Mark closer : m_marks) {
            if (closer.closes) {
                for (qsizetype i = open.size() - 1; i >= 0 && closer.length > 0; --i) {
                    Mark &opener = open[i];
                    if (opener.character != closer.character)
                        continue;
                    while (opener.length > 0 && closer.length > 0) {
                        const qsizetype used = opener.length >= 2 && closer.length >= 2 ? 2 : 1;
                        const int style = closer.character == u'~' ? InlineRange::Struck
                            : used == 2                            ? InlineRange::Bold
                                                                   : InlineRange::Italic;
                        opener.length -= used;
                        gone.append({opener.at + opener.length, used});
                        gone.append({closer.at, used});
                        m_spans.append({opener.at + opener.length + used, closer.at, style, {}});
                        closer.at += used;
                        closer.length -= used;
                    }
                    // Openers between the two found no partner.
                    open.resize(opener.length > 0 ? i + 1 : i);
                }
            }
            if (closer.opens && closer.length > 0)
                open.append(closer);
        }
        return without(gone);
    }

    InlineText without(QList<std::pair<qsizetype, qsizetype>> gone)
    {
        QList<bool> drop(m_text.size(), false);
        for (const auto &[at, length] : gone) {
            for (qsizetype i = at; i < at + length; ++i)
                drop[i] = true;
        }
        // Styles by character, then runs of equal ones.
        QList<int> styles(m_text.size(), 0);
        QList<qsizetype> links(m_text.size(), -1);
        for (qsizetype s = 0; s < m_spans.size(); ++s) {
            for (qsizetype i = m_spans.at(s).start; i < m_spans.at(s).end; ++i) {
                styles[i] |= m_spans.at(s).styles;
                if (!m_spans.at(s).link.isEmpty())
                    links[i] = s;
            }
        }
        InlineText result;
        result.text.reserve(m_text.size());
        qsizetype lastLink = -1;
        for (qsizetype i = 0; i < m_text.size(); ++i) {
            if (drop.at(i))
                continue;
            const qsizetype at = result.text.size();
            result.text += m_text.at(i);
            if (styles.at(i) == 0 && links.at(i) < 0)
                continue;
            InlineRange *last = result.ranges.isEmpty() ? nullptr : &result.ranges.last();
            if (last && last->start + last->length == at && last->styles == styles.at(i)
                && lastLink == links.at(i)) {
                ++last->length;
            } else {
                result.ranges.append({at, 1, styles.at(i),
                                      links.at(i) < 0 ? QString() : m_spans.at(links.at(i)).link});
                lastLink = links.at(i);
            }
        }
        while (result.text.endsWith(u' '))
            result.text.chop(1);
        for (InlineRange &range : result.ranges)
            range.length = std::min(range.length, result.text.size() - range.start);
        result.ranges.removeIf([](const InlineRange &range) { return range.length <= 0; });
        return result;
    }

    const QString &m_source;
    qsizetype m_at = 0;
    QString m_text;
    QList<Mark> m_marks;
    QList<Span> m_spans;
};

} // namespace

InlineText parseInline(const QString &markdown)
{
    return InlineParser(markdown).parse();
}

} // namespace keyway
