#pragma once

#include "core/engine/overview.h"

namespace keyway {

/// The orders of My Integrations. Mine is the order in which routing asks.
enum class CardOrder { Mine, Cost, Name, Status };

/// The integrations whose name, service, model or key end contains `search`, in `order`; in equal
/// places the user's order decides. Pure.
QList<engine::IntegrationSummary> arranged(QList<engine::IntegrationSummary> integrations,
                                           CardOrder order, const QString &search);

} // namespace keyway
