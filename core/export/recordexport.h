#pragma once

#include "core/async/canceltoken.h"
#include "core/base/result.h"
#include "core/export/exportformat.h"
#include "core/storage/usagesummary.h"

#include <QtCore/QHash>
#include <QtCore/QLocale>

#include <functional>

class QIODevice;

namespace keyway {

class Database;

/// What is written out, and how.
struct ExportOrder {
    ExportFormat format = ExportFormat::Csv;
    RecordFilter filter; ///< limit, offset and running are not read: attempts that have ended
    QLocale country; ///< for ExportFormat::Spreadsheet
    QHash<QString, QString> serviceNames; ///< for people, by id; for ExportFormat::Focus
};

struct ExportReport {
    qint64 records = 0;
    qint64 bytes = 0;
};

/// Told after every thousand records.
using ExportProgress = std::function<void(qint64 records)>;

/// Writes records oldest first, from one snapshot of the database and with memory that does not
/// grow. The same records give the same bytes. Error: Cancelled; Storage, `cannot-write` and those
/// of Database.
Result<ExportReport> exportRecords(Database &database, const ExportOrder &order, QIODevice &to,
                                   const CancelToken &cancel, const ExportProgress &progress = {});

/// The same into a file. It is there when all of it is; on an error nothing is left behind and what
/// was at `path` stays.
Result<ExportReport> exportToFile(Database &database, const ExportOrder &order, const QString &path,
                                  const CancelToken &cancel, const ExportProgress &progress = {});

} // namespace keyway
