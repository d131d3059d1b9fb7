#pragma once

#include "core/async/canceltoken.h"
#include "core/base/result.h"

#include <functional>

class QIODevice;

namespace keyway {

class Database;

struct ImportReport {
    qint64 added = 0;
    qint64 known = 0; ///< were here already, the same
};

/// Takes in Keyway JSON Lines, a thousand records a transaction, so that others can write between.
/// Doing it again changes nothing, and so goes on where it was cancelled. The file is read to its
/// end first: nothing comes from one that has a bad line. `from` can be read twice. Error:
/// Cancelled; Rejected, `bad-import` (the detail tells the line) or `record-differs`; Storage.
Result<ImportReport> importRecords(Database &database, QIODevice &from, const CancelToken &cancel,
                                   const std::function<void(qint64 records)> &progress = {});

} // namespace keyway
