#include "core/base/csvreader.h"

namespace keyway {

CsvReader::CsvReader(const QByteArray &bytes, char separator)
    : m_text(QString::fromUtf8(bytes))
    , m_separator(QLatin1Char(separator))
{
    if (m_text.startsWith(QChar(0xFEFF)))
        m_at = 1;
    m_text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    m_text.replace(u'\r', u'\n');
}

/// Up to the separator or the end of the line, which stay.
std::optional<QString> CsvReader::cell()
{
    QString text;
    if (m_at >= m_text.size() || m_text.at(m_at) != u'"') {
        while (m_at < m_text.size() && m_text.at(m_at) != m_separator && m_text.at(m_at) != u'\n')
            text += m_text.at(m_at++);
        return text;
    }
    for (++m_at; m_at < m_text.size(); ++m_at) {
        const QChar c = m_text.at(m_at);
        if (c == u'\n')
            ++m_line;
        if (c != u'"') {
            text += c;
            continue;
        }
        if (m_text.mid(m_at, 2) != QLatin1String("\"\"")) {
            ++m_at;
            return text;
        }
        text += c;
        ++m_at;
    }
    return std::nullopt;
}

std::optional<QStringList> CsvReader::next()
{
    while (m_at < m_text.size() && m_text.at(m_at) == u'\n') {
        ++m_at;
        ++m_line;
    }
    if (m_at >= m_text.size())
        return std::nullopt;
    m_rowLine = m_line;
    QStringList row;
    for (;;) {
        const std::optional<QString> one = cell();
        const bool ends = m_at >= m_text.size() || m_text.at(m_at) == u'\n';
        if (!one || (!ends && m_text.at(m_at) != m_separator)) {
            m_whole = false;
            m_at = m_text.size();
            return std::nullopt;
        }
        row.append(*one);
        if (ends)
            return row;
        ++m_at;
    }
}

} // namespace keyway
