#include "core/engine/wait.h"

#include "core/secrets/wait.h"

namespace keyway::engine {

QCoro::Task<> waitFor(std::chrono::milliseconds time, CancelToken cancel)
{
    auto wait = Wait::until(QDeadlineTimer(time));
    QObject::connect(cancel.notifier(), &CancelNotifier::cancelled, wait.get(), &Wait::finish);
    if (cancel.isCancelled()) // asked after connecting: another thread may cancel at any moment
        co_return;
    auto event = wait->awaitable();
    co_await event;
}

} // namespace keyway::engine
