#include "tests/lint/source.h"

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace keyway::lint {
namespace {

/// Blanks comments and the insides of literals, character by character.
class Blanker {
public:
    explicit Blanker(const QString &text)
        : m_text(text)
        , m_uncommented(text)
        , m_code(text)
    {
    }

    void run()
    {
        while (m_at < m_text.size()) {
            const QChar c = m_text.at(m_at);
            if (starts(u"//"))
                comment(endOf(u"\n", m_at));
            else if (starts(u"/*"))
                comment(endOf(u"*/", m_at + 2) + 2);
            else if (c == u'"' && m_at > 0 && m_text.at(m_at - 1) == u'R')
                rawString();
            else if (c == u'"' || (c == u'\'' && !isDigitSeparator()))
                literal(c);
            else
                ++m_at;
        }
    }

    QString uncommented() const { return m_uncommented; }
    QString code() const { return m_code; }

private:
    bool starts(QStringView what) const { return QStringView(m_text).mid(m_at).startsWith(what); }
    qsizetype endOf(QStringView what, qsizetype from) const
    {
        const qsizetype at = m_text.indexOf(what, from);
        return at < 0 ? m_text.size() : at;
    }
    bool isDigitSeparator() const
    {
        return m_at > 0 && m_at + 1 < m_text.size() && m_text.at(m_at - 1).isLetterOrNumber()
            && m_text.at(m_at + 1).isLetterOrNumber() && !m_text.at(m_at - 1).isLetter();
    }
    void blank(QString &view, qsizetype from, qsizetype to)
    {
        for (qsizetype i = from; i < std::min(to, view.size()); ++i) {
            if (view.at(i) != u'\n')
                view[i] = u' ';
        }
    }
    void comment(qsizetype end)
    {
        blank(m_uncommented, m_at, end);
        blank(m_code, m_at, end);
        m_at = end;
    }
    void literal(QChar quote)
    {
        const qsizetype start = m_at + 1;
        qsizetype end = start;
        while (end < m_text.size() && m_text.at(end) != quote && m_text.at(end) != u'\n')
            end += m_text.at(end) == u'\\' ? 2 : 1;
        blank(m_code, start, end);
        m_at = end + 1;
    }
    void rawString()
    {
        const qsizetype open = endOf(u"(", m_at);
        const QString close = u')' + m_text.mid(m_at + 1, open - m_at - 1) + u'"';
        const qsizetype end = endOf(close, open);
        blank(m_code, m_at + 1, end + close.size() - 1);
        m_at = end + close.size();
    }

    const QString &m_text;
    QString m_uncommented;
    QString m_code;
    qsizetype m_at = 0;
};

} // namespace

Source::Source(QString path, QString text)
    : m_path(std::move(path))
    , m_text(std::move(text))
    , m_uncommented(m_text)
    , m_code(m_text)
{
    if (isCpp()) {
        Blanker blanker(m_text);
        blanker.run();
        m_uncommented = blanker.uncommented();
        m_code = blanker.code();
    }
}

int Source::lineOf(qsizetype offset) const
{
    return 1 + static_cast<int>(QStringView(m_text).left(offset).count(u'\n'));
}

bool Source::isCpp() const
{
    return m_path.endsWith(".h"_L1) || m_path.endsWith(".cpp"_L1);
}

bool Source::isUnder(QStringView folder) const
{
    return m_path.size() > folder.size() && m_path.startsWith(folder)
        && m_path.at(folder.size()) == u'/';
}

QStringList argumentsAt(QStringView code, qsizetype open)
{
    // A comma between angle brackets does not separate arguments; brackets of comparisons do not
    // pair.
    static const QRegularExpression templateArguments(
        uR"((?<=\w)<[\w\s:,*&]*(?:<[\w\s:,*&]*>[\w\s:,*&]*)*>(?=\s*[(:&*]))"_s);
    const qsizetype begin = open + 1;
    qsizetype end = begin;
    for (int depth = 1; end < code.size(); ++end) {
        const QChar c = code.at(end);
        depth += (c == u'(' || c == u'[' || c == u'{') - (c == u')' || c == u']' || c == u'}');
        if (depth == 0)
            break;
    }
    if (end >= code.size())
        return {};
    QString inside = code.mid(begin, end - begin).toString();
    inside.remove(templateArguments);
    QStringList arguments{QString()};
    int depth = 0;
    for (const QChar c : std::as_const(inside)) {
        depth += (c == u'(' || c == u'[' || c == u'{') - (c == u')' || c == u']' || c == u'}');
        if (c == u',' && depth == 0)
            arguments.append(QString());
        else
            arguments.last().append(c);
    }
    for (QString &argument : arguments)
        argument = argument.trimmed();
    return arguments;
}

} // namespace keyway::lint
