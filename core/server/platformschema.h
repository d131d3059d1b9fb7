#pragma once

#include "core/server/schema.h"

namespace keyway::server {

/// The platform's own tables: its keys, keys that wait for their owners, the free tier,
/// administrators and what they did, statistics, and how services do. What administrators did can
/// only be added to: UPDATE and DELETE fail in the database.
SchemaStep platformStep();

} // namespace keyway::server
