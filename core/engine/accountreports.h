#pragma once

#include "core/engine/accounts.h"

#include <QtCore/QMap>

namespace keyway::engine {

struct WorkspaceParts;

QDate lastOfMonth(const QDate &anyDay);

/// The admin key of an integration, unless it is for another address.
Result<std::optional<AdminKey>> usableAdminKey(WorkspaceParts &parts,
                                               const Integration &integration);

/// Sets what is kept of bills and balances beside the records of a month. `errors`: of asking now,
/// by integration.
Result<Reconciliation> accountReports(WorkspaceParts &parts, const QDate &month,
                                      const QMap<Id, Error> &errors);

} // namespace keyway::engine
