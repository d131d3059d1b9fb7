#pragma once

#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QThread>
#include <QtCore/QTimer>

#include <algorithm>
#include <atomic>
#include <utility>

namespace keyway {

/// The largest time between two ticks of a thread's event loop, which should be 10 ms. Time for
/// which the thread was ready and other programs had the processor does not count, where the system
/// tells.
class Pulse {
public:
    void start(QThread *thread)
    {
        auto *timer = new QTimer;
        timer->setTimerType(Qt::PreciseTimer);
        timer->moveToThread(thread);
        QObject::connect(timer, &QTimer::timeout, timer, [this] { tick(); });
        QObject::connect(thread, &QThread::finished, timer, &QObject::deleteLater);
        QMetaObject::invokeMethod(timer, [this, timer] {
            m_since.start();
            m_waited = waited();
            timer->start(10);
        });
    }
    qint64 take() { return m_largest.exchange(0); }

private:
    void tick()
    {
        const qint64 gap = m_since.restart();
        const qint64 before = std::exchange(m_waited, waited());
        m_largest = std::max<qint64>(m_largest, gap - (m_waited - before) / 1'000'000);
    }

    /// How long this thread was ready without running, in nanoseconds; zero where nobody tells.
    static qint64 waited()
    {
        QFile facts(QStringLiteral("/proc/thread-self/schedstat"));
        if (!facts.open(QIODevice::ReadOnly))
            return 0;
        return facts.readAll().split(' ').value(1).toLongLong();
    }

    QElapsedTimer m_since;
    qint64 m_waited = 0; ///< when the last tick came
    std::atomic<qint64> m_largest = 0;
};

} // namespace keyway
