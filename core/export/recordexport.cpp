#include "core/export/recordexport.h"

#include "core/export/csvrecords.h"
#include "core/export/exportfile.h"
#include "core/export/focusrecords.h"
#include "core/export/jsonrecords.h"
#include "core/storage/billingzone.h"
#include "core/storage/database.h"
#include "core/storage/feeplans.h"

#include <memory>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

Result<std::unique_ptr<RecordWriter>> writerFor(Database &database, const ExportOrder &order)
{
    switch (order.format) {
    case ExportFormat::Csv:
        return std::unique_ptr<RecordWriter>(std::make_unique<CsvRecords>());
    case ExportFormat::Spreadsheet:
        return std::unique_ptr<RecordWriter>(std::make_unique<CsvRecords>(order.country));
    case ExportFormat::JsonLines:
        return std::unique_ptr<RecordWriter>(std::make_unique<JsonRecords>());
    case ExportFormat::Focus:
        break;
    }
    const auto zone = billingZone(database);
    if (!zone)
        return zone.error();
    return std::unique_ptr<RecordWriter>(std::make_unique<FocusRecords>(order.serviceNames, *zone));
}

/// The fees of the months from the first to the last that belong to no attempt. Filters choose
/// among attempts, so with any but the month there are none.
Result<Done> writeMonthlyFees(Database &database, const RecordFilter &filter, QDate first,
                              QDate last, RecordWriter &writer, QByteArray &to)
{
    if (filter.month)
        first = last = firstOfMonth(*filter.month);
    const bool everything = filter.usage == UsageFilter() && filter.text.isEmpty()
        && !filter.integrationId && !filter.requestId && !filter.before;
    if (!everything || !first.isValid())
        return Done();
    FeePlans plans(database);
    for (QDate month = first; month <= last; month = month.addMonths(1)) {
        const Result<FeePolicy> policy = plans.on(month);
        if (!policy)
            return policy.error();
        if (const Money fee = policy->fixedMonthlyFee(); !fee.isZero())
            writer.writeFee(to, {month, fee});
    }
    return Done();
}

Result<ExportReport> stream(Database &database, const ExportOrder &order, RecordWriter &writer,
                            QIODevice &to, const CancelToken &cancel,
                            const ExportProgress &progress)
{
    ExportStream out(to, cancel, progress);
    QDate first, last;
    writer.begin(out.bytes());
    const auto read = forEachEnded(database, order.filter, [&](const EndedRecord &one) {
        if (!first.isValid())
            first = firstOfMonth(one.record.billingDay);
        last = one.record.billingDay;
        return out.add([&](QByteArray &bytes) { writer.write(bytes, one); });
    });
    if (const auto good = out.soFar(read); !good)
        return good.error();
    const auto fees = writeMonthlyFees(database, order.filter, first, last, writer, out.bytes());
    if (!fees)
        return fees.error();
    return out.end();
}

} // namespace

Result<ExportReport> exportRecords(Database &database, const ExportOrder &order, QIODevice &to,
                                   const CancelToken &cancel, const ExportProgress &progress)
{
    const auto writer = writerFor(database, order);
    if (!writer)
        return writer.error();
    return exportTo(to, [&](QIODevice &device) {
        return database.read(
            [&] { return stream(database, order, **writer, device, cancel, progress); });
    });
}

Result<ExportReport> exportToFile(Database &database, const ExportOrder &order, const QString &path,
                                  const CancelToken &cancel, const ExportProgress &progress)
{
    return exportTo(path, [&](QIODevice &device) {
        return exportRecords(database, order, device, cancel, progress);
    });
}

} // namespace keyway
