#pragma once

#include <QtCore/QString>

#include <optional>

namespace keyway {

enum class ExportFormat {
    Csv, ///< RFC 4180: times as ISO 8601 in UTC, decimals with a point
    Spreadsheet, ///< CSV as the spreadsheets of a country open it: its decimals, local time
    JsonLines, ///< an object a line, everything that is recorded; Keyway reads it again
    Focus ///< CSV with the columns of FOCUS 1.2 (focus.finops.org), fees in rows of their own
};
QString nameOf(ExportFormat format); ///< `csv`, `spreadsheet`, `jsonl`, `focus`
std::optional<ExportFormat> exportFormatFromName(QStringView name);
QString suffixOf(ExportFormat format); ///< of its files: `csv`, `jsonl`

} // namespace keyway
