#include "core/engine/wait.h"

#include <QCoro/QCoroSignal>
#include <QtCore/QTimer>

namespace keyway::engine {

QCoro::Task<> waitFor(std::chrono::milliseconds time, CancelToken cancel)
{
    if (cancel.isCancelled())
        co_return;
    QTimer timer;
    timer.setSingleShot(true);
    QObject::connect(cancel.notifier(), &CancelNotifier::cancelled, &timer,
                     [&timer] { timer.start(0); });
    timer.start(time);
    auto fired = qCoro(&timer, &QTimer::timeout);
    co_await fired;
}

} // namespace keyway::engine
