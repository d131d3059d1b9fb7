#include "tests/support/simulator/providersimulator.h"
#include "tests/support/simulator/scriptreader.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QSocketNotifier>

#include <cstdio>
#include <memory>

#ifdef Q_OS_UNIX
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#endif

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {
int complain(const QString &message)
{
    std::fprintf(stderr, "keyway-provider-simulator: %s\n", qPrintable(message));
    return 2;
}

QByteArray recordLine(const simulator::RecordedRequest &request)
{
    QJsonArray headers;
    for (const auto &[name, value] : request.headers)
        headers.append(QJsonArray{QString::fromLatin1(name), QString::fromLatin1(value)});
    const QJsonObject line{{u"method"_s, QString::fromLatin1(request.method)},
                           {u"path"_s, QString::fromLatin1(request.target)},
                           {u"model"_s, request.model},
                           {u"headers"_s, headers},
                           {u"body"_s, QString::fromLatin1(request.body.toBase64())}};
    return QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
}

/// A line for each service that has calls of its own: id, base, name.
QString serviceLines()
{
    QString lines;
    for (const simulator::Service &service : simulator::services()) {
        if (service.wire != simulator::Wire::Files) {
            lines += u"  %1%2%3\n"_s.arg(service.id, -12).arg(service.url, -24).arg(service.name);
        }
    }
    return lines;
}

#ifdef Q_OS_UNIX
int signalPipe[2] = {-1, -1};

extern "C" void onSignal(int)
{
    const char byte = 0;
    [[maybe_unused]] const auto written = ::write(signalPipe[1], &byte, 1);
}

/// Turns SIGTERM and SIGINT into a quit of the event loop, so that records are whole.
void quitOnSignals(QCoreApplication &app)
{
    if (::pipe(signalPipe) != 0)
        return;
    ::fcntl(signalPipe[1], F_SETFL, O_NONBLOCK);
    auto *notifier = new QSocketNotifier(signalPipe[0], QSocketNotifier::Read, &app);
    QObject::connect(notifier, &QSocketNotifier::activated, &app, &QCoreApplication::quit);
    std::signal(SIGTERM, onSignal);
    std::signal(SIGINT, onSignal);
}
#else
void quitOnSignals(QCoreApplication &) { }
#endif
} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"keyway-provider-simulator"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(KEYWAY_VERSION));
    quitOnSignals(app);

    QCommandLineParser options;
    options.setApplicationDescription(
        u"Answers on 127.0.0.1 as the services do, strictly, and misbehaves as told.\n"
        "It is for tests and demonstrations; no request leaves this computer.\n"
        "Prints one line, \"listening on http://127.0.0.1:PORT\"; SIGTERM ends it.\n\n"
        "Base URLs, each behind http://127.0.0.1:PORT:\n"_s
        + serviceLines()
        + u"OpenAI, Anthropic and Stability AI answer below any other path too.\n\n"_s
        + simulator::scriptHelp());
    options.addHelpOption();
    options.addVersionOption();
    const QCommandLineOption port(u"port"_s, u"Listen on this port (default: a free one)."_s,
                                  u"N"_s, u"0"_s);
    const QCommandLineOption scriptFile(u"script"_s, u"Behave as this file says."_s, u"FILE"_s);
    const QCommandLineOption recordFile(
        u"record"_s,
        u"Append one JSON line per request: method, path, model, headers as [name, value] pairs, "
        "body in base64. Keys are recorded too."_s,
        u"FILE"_s);
    const QCommandLineOption listServices(u"list-services"_s,
                                          u"Print id, base and name of every service, and end."_s);
    options.addOptions({port, scriptFile, recordFile, listServices});
    options.process(app);
    if (options.isSet(listServices)) {
        std::printf("%s", qPrintable(serviceLines()));
        return 0;
    }
    if (!options.positionalArguments().isEmpty())
        return complain(u"unexpected argument "_s + options.positionalArguments().first());

    bool portOk = false;
    const quint16 number = options.value(port).toUShort(&portOk);
    if (!portOk)
        return complain(u"--port must be a number from 0 to 65535"_s);

    ProviderSimulator provider;
    if (options.isSet(scriptFile)) {
        QFile file(options.value(scriptFile));
        if (!file.open(QIODevice::ReadOnly))
            return complain(file.fileName() + u": "_s + file.errorString());
        auto script = simulator::readScript(file.readAll());
        if (!script)
            return complain(file.fileName() + u": "_s + script.error().detail());
        provider.setScript(std::move(*script));
    }

    const auto record = std::make_shared<QFile>(options.value(recordFile));
    if (options.isSet(recordFile)) {
        if (!record->open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
            return complain(record->fileName() + u": "_s + record->errorString());
        provider.setRecorder([record](const simulator::RecordedRequest &request) {
            record->write(recordLine(request));
        });
    }

    const auto started = provider.start(number);
    if (!started)
        return complain(u"port %1: %2"_s.arg(number).arg(started.error().detail()));
    std::printf("listening on %s\n", provider.url().toEncoded().constData());
    std::fflush(stdout);
    return QCoreApplication::exec();
}
