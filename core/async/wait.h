#pragma once

#include "core/async/canceltoken.h"

#include <QCoro/QCoroTask>
#include <QtCore/QDeadlineTimer>
#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <chrono>
#include <coroutine>
#include <memory>

namespace keyway {

/// What a coroutine waits for: one event or the end of its time, whichever comes first. Resumes
/// exactly once, from the event loop of the thread that made it. (qCoro(object, signal, timeout)
/// may resume twice when the signal is already queued while the timer fires.)
///
///     auto wait = Wait::until(deadline);
///     connect(reply, &Reply::finished, wait.get(), &Wait::finish);
///     auto event = wait->awaitable();
///     const bool happened = co_await event;
class Wait final : public QObject {
    Q_OBJECT
public:
    static std::shared_ptr<Wait> until(QDeadlineTimer deadline);

    /// finish(), and whether it was still in time.
    bool tryFinish();

    /// What co_await takes; for one coroutine, which keeps the Wait alive meanwhile.
    struct Event {
        Wait *wait;
        bool await_ready() const { return wait->m_over; }
        void await_suspend(std::coroutine_handle<> waiter) const { wait->m_waiter = waiter; }
        bool await_resume() const { return wait->m_happened; }
    };
    Event awaitable() { return Event{this}; }

public Q_SLOTS:
    /// It happened. Later calls do nothing.
    void finish();

private:
    explicit Wait(QDeadlineTimer deadline);
    bool end(bool happened);

    QTimer m_timer;
    std::coroutine_handle<> m_waiter;
    bool m_happened = false;
    bool m_ending = false;
    bool m_over = false;
};

/// Sleeps on the event loop; ends early when cancelled.
QCoro::Task<> waitFor(std::chrono::milliseconds time, CancelToken cancel);

} // namespace keyway
