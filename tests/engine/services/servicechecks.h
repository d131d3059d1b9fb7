#pragma once

#include "tests/engine/services/servicebench.h"

namespace keyway::engine {

// What is the same whatever was asked. Each fails the running test.

/// The service surely charged nothing: an error of this kind, and a cost of exactly zero.
void checkFree(const AttemptReport &attempt, Error::Kind kind);
/// Whether the next service is asked after it, and whether this one is left out from now on.
void checkNextIsAsked(const AttemptReport &attempt, const RowEnd &end, bool leftOut);
/// The key stands in one header of calls to this service, and nowhere else. The first call is the
/// prompt; `prompts` is how often it was sent.
void checkWhatWasSent(const ServiceBench &bench, const ServiceRow &row, const RowEnd &end,
                      qsizetype prompts);
/// What was told is what is kept.
void checkLedger(ServiceBench &bench, const RowEnd &end);
/// Counts, cost and how sure it is.
void checkBill(const UsageRecord &record, const TokenUsage &usage, Money cost, CostState state);
/// The wait that the service asked for, in the error and before the next attempt.
void checkWait(const ServiceRow &row, const RowEnd &end);

/// The attempt of a request that was to be tried once.
const AttemptReport &only(const RowEnd &end);

/// The test's rows: those that know the situation.
void addRows(const ServiceBench &bench, Situation situation);

} // namespace keyway::engine
