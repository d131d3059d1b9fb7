#pragma once

#include "core/base/result.h"
#include "core/storage/recordstream.h"

#include <QtCore/QByteArray>

namespace keyway {

/// A line of JsonRecords. Strict: every field has to be there and no other, in its type and its
/// bounds. Error: Rejected, `bad-import`; the detail names the field, never a value.
Result<EndedRecord> recordFromLine(const QByteArray &line);

} // namespace keyway
