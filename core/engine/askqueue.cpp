#include "core/engine/askqueue.h"

#include <algorithm>
#include <utility>

namespace keyway::engine {

using std::chrono::milliseconds;

AskQueue::AskQueue(const QList<routing::Candidate> &planned)
{
    for (const routing::Candidate &candidate : planned)
        m_planned.append({candidate});
}

std::optional<AskTurn> AskQueue::next()
{
    if (!m_planned.isEmpty())
        return m_planned.takeFirst();
    if (!m_later.isEmpty()) {
        const auto soonest = std::min_element(
            m_later.cbegin(), m_later.cend(),
            [](const AskTurn &a, const AskTurn &b) { return a.notBefore < b.notBefore; });
        return m_later.takeAt(soonest - m_later.cbegin());
    }
    if (!m_last.isEmpty()) {
        const auto best = std::min_element(
            m_last.cbegin(), m_last.cend(),
            [](const AskTurn &a, const AskTurn &b) { return a.failingSince > b.failingSince; });
        return m_last.takeAt(best - m_last.cbegin());
    }
    return std::nullopt;
}

void AskQueue::putOff(AskTurn turn, milliseconds notBefore)
{
    turn.kind = AskTurn::Kind::Later;
    turn.notBefore = notBefore;
    m_later.append(std::move(turn));
}

void AskQueue::standBy(AskTurn turn, const std::optional<QDateTime> &failingSince)
{
    turn.kind = AskTurn::Kind::LastResort;
    turn.failingSince = failingSince;
    m_last.append(std::move(turn));
}

QList<routing::Candidate> AskQueue::unasked() const
{
    QList<routing::Candidate> left;
    for (const QList<AskTurn> *turns : {&m_planned, &m_later, &m_last}) {
        for (const AskTurn &turn : *turns) {
            if (turn.retries == 0)
                left.append(turn.candidate);
        }
    }
    return left;
}

} // namespace keyway::engine
