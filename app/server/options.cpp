#include "app/server/options.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QProcess>

namespace keyway::app {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Server)
};

Error wrong(const QString &what)
{
    return Error(Error::Kind::Rejected, what).withReason(u"bad-option"_s);
}

/// `127.0.0.1:8460`, `[::1]:8460`
Result<Done> readListen(const QString &text, ServerOptions &options)
{
    const QString host = text.section(u':', 0, -2).remove(u'[').remove(u']');
    bool ok = false;
    options.port = text.section(u':', -1).toUShort(&ok);
    if (!ok || !options.address.setAddress(host))
        return wrong(Text::tr("--listen wants an address and a port, such as 127.0.0.1:8460."));
    return Done();
}

} // namespace

Result<ServerOptions> readOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Text::tr("Accounts and usage records for Keyway."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption dataDir(
        u"data-dir"_s, Text::tr("Folder for everything the server keeps."), u"folder"_s);
    const QCommandLineOption database(
        u"database"_s,
        Text::tr("PostgreSQL instead of a file: postgresql://user@host/name. May also be given in "
                 "KEYWAY_DATABASE, which other users of the computer cannot read."),
        u"url"_s);
    const QCommandLineOption listen(
        u"listen"_s, Text::tr("Where to listen (default: 127.0.0.1:8460)."), u"address:port"_s);
    const QCommandLineOption certificate(u"tls-cert"_s, Text::tr("Certificate chain, PEM."),
                                         u"file"_s);
    const QCommandLineOption key(u"tls-key"_s, Text::tr("Its key, PEM."), u"file"_s);
    const QCommandLineOption policy(u"fee-policy"_s,
                                    Text::tr("Platform fee of all accounts, JSON."), u"file"_s);
    const QCommandLineOption mail(
        u"mail-command"_s,
        Text::tr("Program that sends the mail it gets as JSON. Without one, mails are files in the "
                 "folder mail."),
        u"command"_s);
    const QCommandLineOption printMail(
        u"print-mail"_s, Text::tr("Print mails to standard output, for development."));
    const QCommandLineOption proxy(
        u"behind-proxy"_s, Text::tr("Clients come through a reverse proxy on this computer."));
    const QCommandLineOption workers(u"workers"_s, Text::tr("Database connections (default: 4)."),
                                     u"number"_s);
    parser.addOptions(
        {dataDir, database, listen, certificate, key, policy, mail, printMail, proxy, workers});
    if (!parser.parse(arguments))
        return wrong(parser.errorText());
    if (parser.isSet(u"help"_s) || parser.isSet(u"version"_s))
        parser.process(arguments); // prints and ends

    ServerOptions options;
    options.dataDir = parser.value(dataDir);
    if (options.dataDir.isEmpty() || !parser.positionalArguments().isEmpty())
        return wrong(Text::tr("Say where to keep the data: keyway-server --data-dir FOLDER"));
    options.databaseUrl
        = parser.isSet(database) ? parser.value(database) : qEnvironmentVariable("KEYWAY_DATABASE");
    if (parser.isSet(listen)) {
        if (auto read = readListen(parser.value(listen), options); !read)
            return read.error();
    }
    options.certificateFile = parser.value(certificate);
    options.keyFile = parser.value(key);
    if (options.certificateFile.isEmpty() != options.keyFile.isEmpty())
        return wrong(Text::tr("--tls-cert and --tls-key belong together."));
    options.behindProxy = parser.isSet(proxy);
    if (options.certificateFile.isEmpty() && !options.address.isLoopback() && !options.behindProxy)
        return wrong(
            Text::tr("Without a certificate the server listens on this computer alone. Give "
                     "--tls-cert and --tls-key, or --behind-proxy."));
    options.feePolicyFile = parser.value(policy);
    options.mailCommand = QProcess::splitCommand(parser.value(mail));
    options.printMail = parser.isSet(printMail);
    if (parser.isSet(workers)) {
        options.workers = parser.value(workers).toInt();
        if (options.workers < 1 || options.workers > 64)
            return wrong(Text::tr("--workers wants a number from 1 to 64."));
    }
    return options;
}

} // namespace keyway::app
