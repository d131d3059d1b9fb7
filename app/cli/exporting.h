#pragma once

#include "app/cli/context.h"
#include "core/export/exportfile.h"
#include "core/export/exportrun.h"

namespace keyway::cli {

/// Runs it and waits, telling how far it is; Ctrl+C stops it, and then no file is left.
Result<ExportReport> finishExport(Context &context, ExportRun::Work work);
/// Writes to standard output.
Result<ExportReport> exportToOutput(const ExportWriting &write);
/// What is in the file, as JSON or as `sentence`; nothing where it went to standard output.
Exit tellExport(const Context &context, const QString &path, ExportFormat format,
                const ExportReport &report, const QString &sentence);

} // namespace keyway::cli
