#include "core/export/exportformat.h"

#include "core/base/names.h"

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr Names<ExportFormat, 4> formatNames{{
    {ExportFormat::Csv, "csv"_L1},
    {ExportFormat::Spreadsheet, "spreadsheet"_L1},
    {ExportFormat::JsonLines, "jsonl"_L1},
    {ExportFormat::Focus, "focus"_L1},
}};

} // namespace

QString nameOf(ExportFormat format)
{
    return nameIn(formatNames, format);
}

std::optional<ExportFormat> exportFormatFromName(QStringView name)
{
    return valueIn(formatNames, name);
}

QString suffixOf(ExportFormat format)
{
    return format == ExportFormat::JsonLines ? u"jsonl"_s : u"csv"_s;
}

} // namespace keyway
