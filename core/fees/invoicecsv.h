#pragma once

#include "core/fees/invoice.h"

namespace keyway {

/// The lines and sums of an invoice as RFC 4180, in UTF-8, amounts in dollars with nine decimals
/// and a point. The names of the columns are a contract: other programs read them.
QByteArray invoiceCsv(const Invoice &invoice);

} // namespace keyway
