#pragma once

#include "core/export/recordexport.h"
#include "core/storage/auditcheck.h"

namespace keyway {

/// Which entries of the audit trail are written out, and how: ExportFormat::JsonLines or Csv.
struct AuditOrder {
    ExportFormat format = ExportFormat::JsonLines;
    AuditFilter filter; ///< limit and offset are not read
};

/// Writes entries newest first, as exportRecords() writes records.
Result<ExportReport> exportAudit(Database &database, const AuditOrder &order, QIODevice &to,
                                 const CancelToken &cancel, const ExportProgress &progress = {});
/// The same into a file, as exportToFile().
Result<ExportReport> exportAuditToFile(Database &database, const AuditOrder &order,
                                       const QString &path, const CancelToken &cancel,
                                       const ExportProgress &progress = {});

/// What support wants to see of a trail that is not whole: what the check found, the entries around
/// the first bad one as they are stored, the head and the files of seals. No prompt, no key.
Result<ExportReport> exportAuditReport(Database &database, const AuditCheck &check,
                                       const QString &path);

} // namespace keyway
