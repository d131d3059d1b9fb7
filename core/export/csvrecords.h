#pragma once

#include "core/export/isotimes.h"
#include "core/export/recordwriter.h"

#include <QtCore/QLocale>

#include <optional>

namespace keyway {

/// A line an attempt, with a head. The names of the columns are a contract: other programs read
/// them. A cost that is not known is an empty cell, never 0.
class CsvRecords : public RecordWriter {
public:
    CsvRecords() = default;
    /// For spreadsheets: decimals, separator and local time as in that country, and nothing that
    /// they would take for a formula.
    explicit CsvRecords(const QLocale &country);

    void begin(QByteArray &to) override;
    void write(QByteArray &to, const EndedRecord &record) override;

private:
    class Line;
    void writeTimes(Line &line, const UsageRecord &record);

    bool m_spreadsheet = false;
    char m_separator = ',';
    char m_point = '.';
    IsoTimes m_times;
};

} // namespace keyway
