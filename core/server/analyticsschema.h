#pragma once

#include "core/server/schema.h"

namespace keyway::server {

/// What UserAnalytics reads, and what earlier records come to in it.
SchemaStep analyticsStep();

} // namespace keyway::server
