#include "core/async/wait.h"

#include <QtCore/QMetaObject>

#include <algorithm>
#include <limits>
#include <utility>

namespace keyway {

Wait::Wait(QDeadlineTimer deadline)
    : m_timer(this)
{
    if (deadline.isForever())
        return;
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { end(false); });
    const qint64 longest = std::numeric_limits<int>::max();
    m_timer.start(static_cast<int>(std::min(deadline.remainingTime(), longest)));
}

std::shared_ptr<Wait> Wait::until(QDeadlineTimer deadline)
{
    return std::shared_ptr<Wait>(new Wait(deadline), [](Wait *wait) { wait->deleteLater(); });
}

void Wait::finish()
{
    tryFinish();
}

bool Wait::tryFinish()
{
    return end(true);
}

bool Wait::end(bool happened)
{
    if (m_ending)
        return false;
    m_ending = true;
    m_happened = happened;
    m_timer.stop();
    // Not from inside the signal: its sender may be deleted by what runs next.
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_over = true;
            if (m_waiter)
                std::exchange(m_waiter, {}).resume();
        },
        Qt::QueuedConnection);
    return true;
}

QCoro::Task<> waitFor(std::chrono::milliseconds time, CancelToken cancel)
{
    auto wait = Wait::until(QDeadlineTimer(time));
    QObject::connect(cancel.notifier(), &CancelNotifier::cancelled, wait.get(), &Wait::finish);
    if (cancel.isCancelled()) // asked after connecting: another thread may cancel at any moment
        co_return;
    auto event = wait->awaitable();
    co_await event;
}

} // namespace keyway
