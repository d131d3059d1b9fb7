#pragma once

#include "core/engine/answer.h"
#include "core/providers/provider.h"

#include <chrono>
#include <optional>

namespace keyway::engine {

/// What the table of the house says after an attempt.
enum class NextStep {
    EndRequest, ///< answered, refused, cancelled, or a mistake that every service would refuse
    AskNext, ///< surely not billed, or the user accepted a possible double bill
    StopBeforeDoubleBill ///< may have been billed without an answer: only the user can go on
};

/// How an attempt counts in the ledger. A possibly billed attempt without text is Unknown; with
/// text it is Failed, and its text is kept and priced.
Outcome outcomeOf(const Completion &completion);

/// Pure. `outcome` as of outcomeOf(); `type`: a picture or video that may have been started is
/// never sent again.
NextStep stepAfter(Outcome outcome, const std::optional<Error> &error, bool textShown,
                   RequestType type, DoubleBill doubleBill);

/// Whether a fallback costs so much more than the service that was to answer that only the user can
/// allow it: twice as much, and more than a cent. Nothing is known of an unknown cost.
bool isDearer(const std::optional<Money> &fallback, const std::optional<Money> &reference);

/// How long to wait before the same service is asked again: what it said, else 0.5 s doubling to 8
/// s with up to 25 % taken off by `jitter` (0 to 99). Nothing where the error does not allow it,
/// after two retries, or where the service asks for more than a minute (then the user decides).
std::optional<std::chrono::milliseconds> waitBeforeRetry(const Error &error, int retriesSoFar,
                                                         int jitter);

} // namespace keyway::engine
