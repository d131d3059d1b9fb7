#include "app/server/commands.h"
#include "app/server/composition.h"
#include "app/server/stopsignal.h"
#include "core/secrets/processhardening.h"
#include "core/server/logging.h"
#include "ui/words/translation.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QTranslator>

#include <chrono>
#include <cstdio>

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

void tell(std::FILE *where, const QString &text)
{
    const QByteArray line = text.toLocal8Bit() + '\n';
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), where);
    std::fflush(where);
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
        tell(stderr, options.error().detail());
        return 2;
    }
    if (!options->command.isEmpty()) {
        const Result<Done> done = runCommand(*options);
        if (!done)
            tell(
                stderr,
                Text::tr("This failed: %1 (%2)").arg(done.error().detail(), done.error().reason()));
        return done ? 0 : 1;
    }
    auto parts = ServerComposition::make(*options);
    if (!parts) {
        tell(stderr,
             Text::tr("The server cannot start: %1 (%2)")
                 .arg(parts.error().detail(), parts.error().reason()));
        return 1;
    }
    server::Backend &backend = (*parts)->backend();
    QObject::connect(&backend, &server::Backend::stopped, &application, &QCoreApplication::quit);
    onStopSignal(&application, [&backend] { backend.stop(grace); });
    const QString host = backend.address().protocol() == QAbstractSocket::IPv6Protocol
        ? u'[' + backend.address().toString() + u']'
        : backend.address().toString();
    tell(stdout, Text::tr("Listening on %1:%2").arg(host).arg(backend.port()));
    return QCoreApplication::exec();
}
