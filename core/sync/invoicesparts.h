#pragma once

#include "core/sync/invoices.h"

namespace keyway {

/// An invoice as it is in the database, where it can be read.
struct Invoices::Kept {
    QString number;
    Result<InvoiceMessage> message; ///< Error: Rejected, `bad-invoice`
};

} // namespace keyway
