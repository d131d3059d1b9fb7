#include "usageexport.h"

#include "ui/print/usagepdf.h"

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

FileExport::Order recordsOf(const ExportOrder &order)
{
    return {[order](Database &database, const QString &path, const CancelToken &cancel,
                    const ExportProgress &progress) {
        return exportToFile(database, order, path, cancel, progress);
    }};
}

FileExport::Order reportOf(const words::UsageSheet &sheet)
{
    return {[sheet](Database &, const QString &path, const CancelToken &,
                    const ExportProgress &) -> Result<ExportReport> {
                if (const Result<Done> written = print::writeUsagePdf(sheet, path); !written)
                    return written.error();
                return ExportReport();
            },
            FileExport::Kind::Report};
}

} // namespace

void UsageExport::ask(const ExportOrder &order)
{
    QString name = u"keyway"_s;
    if (order.filter.month)
        name += order.filter.month->toString(u"-yyyy-MM"_s);
    if (order.format == ExportFormat::Focus)
        name += "-focus"_L1;
    askWhere(tr("Export usage and costs"), name + u'.' + suffixOf(order.format), recordsOf(order));
}

void UsageExport::start(const ExportOrder &order, const QString &path)
{
    begin(path, recordsOf(order));
}

void UsageExport::askReport(const words::UsageSheet &sheet, const QDate &month)
{
    askWhere(tr("Export usage and costs"), month.toString(u"'keyway'-yyyy-MM'.pdf'"_s),
             reportOf(sheet));
}

void UsageExport::writeReport(const words::UsageSheet &sheet, const QString &path)
{
    begin(path, reportOf(sheet));
}

} // namespace keyway
