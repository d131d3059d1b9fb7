#include "app/server/commands.h"
#include "app/server/composition.h"
#include "app/server/foundation.h"
#include "app/server/platformcommands.h"
#include "core/async/stopsignal.h"
#include "core/process/processhardening.h"
#include "core/server/logging.h"
#include "ui/words/translation.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QTranslator>

#include <chrono>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#include <sys/stat.h>
#endif

using namespace keyway;
using namespace keyway::app;
using namespace std::chrono_literals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Server)
};

constexpr auto grace = 10s;

/// What the server writes is nobody else's to read; a client is a file.
void prepareProcess()
{
#ifdef Q_OS_UNIX
    ::umask(S_IRWXG | S_IRWXO);
    rlimit files{};
    if (getrlimit(RLIMIT_NOFILE, &files) == 0) {
        files.rlim_cur = files.rlim_max;
        setrlimit(RLIMIT_NOFILE, &files);
    }
#endif
}

QString nameOf(const QHostAddress &address, quint16 port)
{
    const bool six = address.protocol() == QAbstractSocket::IPv6Protocol;
    const QString host = six ? u'[' + address.toString() + u']' : address.toString();
    return host + u':' + QString::number(port);
}

} // namespace

int main(int argc, char *argv[])
{
    server::installServerLogging();
    if (const auto hardened = hardenProcess(); !hardened)
        qCWarning(server::logServer, "%s", qPrintable(hardened.error().detail()));
    prepareProcess();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("keyway-server"));
    QCoreApplication::setApplicationVersion(QStringLiteral(KEYWAY_VERSION));
    QTranslator translator;
    words::loadTranslation(translator);
    QCoreApplication::installTranslator(&translator);

    const Result<ServerOptions> options = readOptions(application.arguments());
    if (!options) {
        tell(options.error().detail());
        return 2;
    }
    if (isPlatformCommand(options->command))
        return runPlatformCommand(*options);
    if (!options->command.isEmpty()) {
        const Result<Done> done = runCommand(*options);
        if (!done)
            tell(
                Text::tr("This failed: %1 (%2)").arg(done.error().detail(), done.error().reason()));
        return done ? 0 : 1;
    }
    auto parts = ServerComposition::make(*options);
    if (!parts) {
        tell(Text::tr("The server cannot start: %1 (%2)")
                 .arg(parts.error().detail(), parts.error().reason()));
        return 1;
    }
    server::Backend &backend = (*parts)->backend();
    QObject::connect(&backend, &server::Backend::stopped, &application, &QCoreApplication::quit);
    onStopSignal(&application, [&backend] { backend.stop(grace); });
    print(Text::tr("Listening on %1").arg(nameOf(backend.address(), backend.port())));
    if (options->admin)
        print(Text::tr("Administrators sign in on %1")
                  .arg(nameOf(options->admin->address, backend.adminPort())));
    return QCoreApplication::exec();
}
