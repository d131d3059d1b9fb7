#pragma once

#include "core/base/clock.h"

#include <QtCore/QMutex>

namespace keyway {

/// A clock that stands still until a test moves it. Callable from any thread.
class FakeClock final : public Clock {
public:
    /// Starts at Sunday 22 November 2026, 12:00 UTC, unless told otherwise.
    explicit FakeClock(QDateTime start = QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC))
        : m_now(start.toUTC())
    {
    }

    QDateTime now() const override
    {
        const QMutexLocker lock(&m_mutex);
        return m_now;
    }
    std::chrono::milliseconds monotonic() const override
    {
        const QMutexLocker lock(&m_mutex);
        return m_monotonic;
    }

    /// Lets time pass: both times move.
    void advance(std::chrono::milliseconds by)
    {
        const QMutexLocker lock(&m_mutex);
        m_now = m_now.addMSecs(by.count());
        m_monotonic += by;
    }
    /// Sets the wall clock as a user or a time server does: the monotonic time does not move.
    void jumpTo(const QDateTime &wall)
    {
        const QMutexLocker lock(&m_mutex);
        m_now = wall.toUTC();
    }

private:
    mutable QMutex m_mutex;
    QDateTime m_now;
    // Not zero, so that code which takes zero for "never" shows itself.
    std::chrono::milliseconds m_monotonic = std::chrono::hours(1);
};

} // namespace keyway
