#pragma once

#include <QtCore/QElapsedTimer>
#include <QtCore/QThread>
#include <QtCore/QTimer>

#include <algorithm>
#include <atomic>

namespace keyway {

/// The largest time between two ticks of a thread's event loop, which should be 10 ms.
class Pulse {
public:
    void start(QThread *thread)
    {
        auto *timer = new QTimer;
        timer->setTimerType(Qt::PreciseTimer);
        timer->moveToThread(thread);
        QObject::connect(timer, &QTimer::timeout, timer,
                         [this] { m_largest = std::max<qint64>(m_largest, m_since.restart()); });
        QObject::connect(thread, &QThread::finished, timer, &QObject::deleteLater);
        QMetaObject::invokeMethod(timer, [this, timer] {
            m_since.start();
            timer->start(10);
        });
    }
    qint64 take() { return m_largest.exchange(0); }

private:
    QElapsedTimer m_since;
    std::atomic<qint64> m_largest = 0;
};

} // namespace keyway
