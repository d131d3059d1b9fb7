#pragma once

#include "core/routing/plan.h"

namespace keyway::routing {

// The parts of plan(), each a pure function. For core/routing only.

bool isPinned(const RouteSnapshot &snapshot);

/// What leaves an option out before anything is computed about it.
std::optional<Reason> whyNotEligible(const RouteSnapshot &snapshot, const Option &option);

/// Settles the output cap, costs, times and quality of a candidate, or says why money or size leave
/// it out.
std::optional<Reason> whyNotAffordable(const RouteSnapshot &snapshot, const Option &option,
                                       Candidate &candidate);

/// An option that may be asked, while the order is not decided yet. Smaller is better in each of
/// its numbers; they are compared in this order.
struct Standing {
    const Option *option = nullptr;
    Candidate candidate;
    int lateness = 0; ///< 0: at its place; above: behind all with less
    qint64 first = 0; ///< what the strategy looks at
    qint64 position = 0;
    qint64 cost = 0;
    qint64 time = 0;
    qint64 quality = 0; ///< below zero

    bool standsBefore(const Standing &other) const;
};

/// Whether its health puts a candidate behind the others, and why; nothing for a healthy one.
std::optional<Reason> whyStandby(const RouteSnapshot &snapshot, const Option &option);

/// Fills in the numbers that decide about the order, and the terms of the score.
void rank(const RouteSnapshot &snapshot, Standing &standing);
/// Scores and reasons, once the order stands.
void explain(const RouteSnapshot &snapshot, QList<Standing *> &standing);

} // namespace keyway::routing
