#include "core/async/stopsignal.h"

#include <QtCore/QtGlobal>

#ifdef Q_OS_UNIX
#include <QtCore/QSocketNotifier>

#include <csignal>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace keyway {

#ifdef Q_OS_UNIX

namespace {
int signalPipe[2] = {-1, -1};
}

int onStopSignal(QObject *owner, std::function<void()> stop)
{
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, signalPipe) != 0)
        return -1;
    auto *const notifier = new QSocketNotifier(signalPipe[1], QSocketNotifier::Read, owner);
    QObject::connect(notifier, &QSocketNotifier::activated, owner, [stop = std::move(stop)] {
        char byte = 0;
        if (::read(signalPipe[1], &byte, 1) == 1)
            stop();
    });
    struct sigaction action { };
    action.sa_handler = [](int) {
        const char byte = 1;
        [[maybe_unused]] const ssize_t written = ::write(signalPipe[0], &byte, 1);
    };
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    return signalPipe[1];
}

#else

int onStopSignal(QObject *, std::function<void()>)
{
    return -1;
}

#endif

} // namespace keyway
