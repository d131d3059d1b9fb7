#pragma once

#include "core/engine/accounts.h"

#include <QtCore/QJsonObject>

namespace keyway::cli {

QJsonObject reconciliationJson(const engine::Reconciliation &reconciliation);
void printReconciliation(const engine::Reconciliation &reconciliation);

} // namespace keyway::cli
