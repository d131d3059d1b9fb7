#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QLatin1StringView>
#include <QtCore/QStringView>

namespace keyway {

/// Lines of RFC 4180 in UTF-8, cell by cell, at the end of some bytes.
class CsvLine {
public:
    /// `separator`: a comma, or the semicolon of countries whose decimals have the comma.
    explicit CsvLine(QByteArray &to, char separator = ',');

    void text(QStringView cell); ///< quoted where it has to be
    void number(qint64 cell);
    void plain(QLatin1StringView cell); ///< has nothing that wants quotation marks
    void empty() { next(); }
    /// A cell that the caller appends to the returned bytes, without quotation marks.
    QByteArray &next();
    void end();

private:
    QByteArray &m_to;
    char m_separator;
    bool m_first = true;
};

} // namespace keyway
