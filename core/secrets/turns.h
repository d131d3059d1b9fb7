#pragma once

#include "core/async/wait.h"

#include <QCoro/QCoroTask>

#include <deque>
#include <memory>

namespace keyway {

/// Lets one holder in at a time, in the order of asking. Lives on one thread.
class Turns : public std::enable_shared_from_this<Turns> {
public:
    /// Held until the last copy is gone.
    using Turn = std::shared_ptr<void>;

    /// Null where the turn did not come in time.
    static QCoro::Task<Turn> take(std::shared_ptr<Turns> turns, QDeadlineTimer deadline);

private:
    Turn grant();
    void pass();

    bool m_taken = false;
    std::deque<std::shared_ptr<Wait>> m_waiting;
};

} // namespace keyway
