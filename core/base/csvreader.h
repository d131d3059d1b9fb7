#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QStringList>

#include <optional>

namespace keyway {

/// Rows of RFC 4180 in UTF-8, as other programs write them: with any line ends, with a byte order
/// mark, with empty lines, which are passed over.
class CsvReader {
public:
    explicit CsvReader(const QByteArray &bytes, char separator = ',');

    /// Nothing at the end, and where a quotation mark is never closed.
    std::optional<QStringList> next();
    /// In which line the row began that next() gave last, from 1.
    qint64 line() const { return m_rowLine; }
    /// Whether what was read is not followed by something that could not be.
    bool isWhole() const { return m_whole; }

private:
    std::optional<QString> cell();

    QString m_text;
    qsizetype m_at = 0;
    QChar m_separator;
    qint64 m_line = 1, m_rowLine = 0;
    bool m_whole = true;
};

} // namespace keyway
