#pragma once

#include "ui/desktop/fileexport.h"
#include "ui/words/usagesheet.h"

namespace keyway {

/// Exports of usage and costs: records, or a month as PDF. GUI thread.
class UsageExport : public FileExport {
    Q_OBJECT
public:
    using FileExport::FileExport;

    void ask(const ExportOrder &order);
    void start(const ExportOrder &order, const QString &path);
    void askReport(const words::UsageSheet &sheet, const QDate &month);
    void writeReport(const words::UsageSheet &sheet, const QString &path);
};

} // namespace keyway
