#pragma once

#include "core/base/result.h"
#include "core/storage/recordstream.h"

namespace keyway {

class Database;

/// What became of a record from a file.
enum class Imported {
    Added,
    Known ///< it is here already, the same
};

/// Takes in an attempt that was recorded elsewhere, with everything that is kept of rows; one that
/// is known changes nothing. Its integration, where it is not here, is kept as a removed one. It is
/// not sent to an account: whoever recorded it did that. Inside Database::write(). Error: Rejected,
/// `record-differs`, where another one has its id or its place in the request; `month-thinned`,
/// where the rows of its month were taken out, so that nobody can tell whether it was among them.
Result<Imported> importRecord(Database &database, const EndedRecord &ended);

/// The rows of an attempt that has ended and of its request, without anything that is kept of them.
/// Its integration is there.
Result<Done> insertEnded(Database &database, const UsageRecord &record);

} // namespace keyway
