#include "core/engine/wait.h"

#include <QCoro/QCoroSignal>
#include <QtCore/QTimer>

namespace keyway::engine {

QCoro::Task<> waitFor(std::chrono::milliseconds time, CancelToken cancel)
{
    QTimer timer;
    timer.setSingleShot(true);
    QObject::connect(cancel.notifier(), &CancelNotifier::cancelled, &timer,
                     [&timer] { timer.start(0); });
    timer.start(time);
    if (cancel.isCancelled()) // asked after connecting: another thread may cancel at any moment
        co_return;
    auto fired = qCoro(&timer, &QTimer::timeout);
    co_await fired;
}

} // namespace keyway::engine
