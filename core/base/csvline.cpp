#include "core/base/csvline.h"

#include "core/base/appending.h"

#include <algorithm>

namespace keyway {

CsvLine::CsvLine(QByteArray &to, char separator)
    : m_to(to)
    , m_separator(separator)
{
}

QByteArray &CsvLine::next()
{
    if (!m_first)
        m_to += m_separator;
    m_first = false;
    return m_to;
}

void CsvLine::text(QStringView cell)
{
    next();
    const bool quoted = std::any_of(cell.begin(), cell.end(), [this](QChar c) {
        return c == u'"' || c == u'\n' || c == u'\r' || c == QLatin1Char(m_separator);
    });
    if (!quoted)
        return appendUtf8(m_to, cell);
    m_to += '"';
    m_to += cell.toUtf8().replace('"', "\"\"");
    m_to += '"';
}

void CsvLine::number(qint64 cell)
{
    appendNumber(next(), cell);
}

void CsvLine::plain(QLatin1StringView cell)
{
    next().append(cell.data(), cell.size());
}

void CsvLine::end()
{
    m_to += "\r\n";
    m_first = true;
}

} // namespace keyway
