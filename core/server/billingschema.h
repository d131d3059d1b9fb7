#pragma once

#include "core/server/schema.h"

namespace keyway::server {

/// The tables of plans, invoices and payments. What was issued or came in can only be added to:
/// UPDATE, DELETE and TRUNCATE fail in the database.
SchemaStep billingStep();
/// How far accounts are closed, and who signs.
SchemaStep closingStep();

} // namespace keyway::server
