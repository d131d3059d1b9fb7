#pragma once

#include "core/guard/spendinglimit.h"
#include "core/storage/usagesummary.h"
#include "core/usage/forecast.h"

#include <QtCore/QHash>

namespace keyway::engine {

class Workspace;

/// What the running month will have cost at its end; what has no history of a week is missing.
struct MonthForecasts {
    std::optional<Forecast> all;
    QHash<QString, Forecast> services; ///< by id
    QHash<Id, Forecast> integrations;
};

/// From what the running month and the two before it cost by day, whatever came before them. On the
/// thread of the workspace. Error: Storage.
Result<MonthForecasts> forecasts(const Workspace &workspace, const UsageFilter &filter = {});

/// Workspace::spending(), where limits of a month know what is expected.
Result<guard::SpendingState> foreseenSpending(const Workspace &workspace);

} // namespace keyway::engine
