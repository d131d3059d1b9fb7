#include "core/secrets/turns.h"

namespace keyway {

Turns::Turn Turns::grant()
{
    m_taken = true;
    return Turn(this, [turns = shared_from_this()](void *) { turns->pass(); });
}

void Turns::pass()
{
    while (!m_waiting.empty()) {
        const auto next = m_waiting.front();
        m_waiting.pop_front();
        if (next->tryFinish())
            return; // the turn goes on to that one; m_taken stays
    }
    m_taken = false;
}

QCoro::Task<Turns::Turn> Turns::take(std::shared_ptr<Turns> turns, QDeadlineTimer deadline)
{
    if (!turns->m_taken)
        co_return turns->grant();
    auto wait = Wait::until(deadline);
    turns->m_waiting.push_back(wait);
    auto event = wait->awaitable();
    const bool mine = co_await event;
    if (mine)
        co_return turns->grant();
    std::erase(turns->m_waiting, wait);
    co_return Turn();
}

} // namespace keyway
