#pragma once

#include "core/routing/plan.h"

#include <chrono>
#include <optional>

namespace keyway::engine {

/// One place in the queue of a request.
struct AskTurn {
    enum class Kind {
        Planned, ///< as the plan has it; its health is looked at once more
        Later, ///< not before its time
        LastResort ///< asked as it is
    };
    routing::Candidate candidate;
    Kind kind = Kind::Planned;
    int retries = 0;
    std::chrono::milliseconds notBefore{0}; ///< monotonic; for Later
    bool probes = false; ///< tries whether its service works again
    std::optional<QDateTime> failingSince = std::nullopt; ///< its service; for LastResort
};

/// Who is asked next in one request: the candidates in the plan's order; then those that may be
/// asked after a wait, the soonest first; then those of which nobody knows whether they work, the
/// one that worked last first, so that one long dead costs nothing. Each is put back by the
/// dispatcher alone, and a retry counts, so that it always comes to an end.
class AskQueue {
public:
    explicit AskQueue(const QList<routing::Candidate> &planned);

    std::optional<AskTurn> next();
    /// After a wait: it failed in a way that passes, or wants no requests now.
    void putOff(AskTurn turn, std::chrono::milliseconds notBefore);
    /// When nobody else is left; its service fails since then, or nobody knows since when.
    void standBy(AskTurn turn, const std::optional<QDateTime> &failingSince);
    /// Those that were not asked yet.
    QList<routing::Candidate> unasked() const;

private:
    QList<AskTurn> m_planned;
    QList<AskTurn> m_later;
    QList<AskTurn> m_last;
};

} // namespace keyway::engine
