#include "app/server/options.h"

#include "app/server/commands.h"
#include "app/server/platformcommands.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>

#include <type_traits>

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
Result<ListenAddress> listenAddressOf(const QString &text, const QString &option)
{
    const QString host = text.section(u':', 0, -2).remove(u'[').remove(u']');
    bool ok = false;
    ListenAddress listen;
    listen.port = text.section(u':', -1).toUShort(&ok);
    if (!ok || !listen.address.setAddress(host))
        return wrong(Text::tr("%1 wants an address and a port, such as 127.0.0.1:8460.")
                         .arg("--"_L1 + option));
    return listen;
}

/// Without a certificate nobody listens to the world.
bool isPlainToTheWorld(const ServerOptions &options, const QHostAddress &address)
{
    return options.certificateFile.isEmpty() && !address.isLoopback() && !options.behindProxy;
}

/// What the options on invoices say; empty where they were not given.
struct BillingTexts {
    QString graceDays;
    QString taxBasisPoints;
    QString prefix;
    QString cents;
};

Result<Done> readBilling(const BillingTexts &texts, ServerOptions &options)
{
    const auto number = [](const QString &text, qint64 lowest, qint64 highest, auto *value) {
        if (text.isEmpty())
            return true;
        bool ok = false;
        const qint64 read = text.toLongLong(&ok);
        *value = static_cast<std::remove_pointer_t<decltype(value)>>(read);
        return ok && read >= lowest && read <= highest;
    };
    if (!number(texts.graceDays, 1, 28, &options.graceDays))
        return wrong(Text::tr("--grace-days wants a number from 1 to 28."));
    if (!number(texts.taxBasisPoints, 0, 10'000, &options.taxBasisPoints))
        return wrong(Text::tr("--tax-basis-points wants a number from 0 to 10000."));
    if (!texts.cents.isEmpty()) {
        options.cents = 0;
        if (!number(texts.cents, 1, 1'000'000'000, &*options.cents))
            return wrong(Text::tr("--cents wants a number above 0."));
    }
    if (!texts.prefix.isEmpty()) {
        static const QRegularExpression letters(u"\\A[A-Z]{1,8}\\z"_s);
        if (!letters.match(texts.prefix).hasMatch())
            return wrong(Text::tr("--invoice-prefix wants one to eight capital letters."));
        options.invoicePrefix = texts.prefix;
    }
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
    const QCommandLineOption policy(
        u"fee-policy"_s,
        Text::tr(
            "Fee plans that accounts may choose, JSON; the first one is that of new accounts."),
        u"file"_s);
    const QCommandLineOption signingKey(
        u"signing-key"_s,
        Text::tr("Key that signs invoices. Servers of one database have the same one (default: the "
                 "file signing-key in the data folder, made at first start)."),
        u"file"_s);
    const QCommandLineOption grace(
        u"grace-days"_s,
        Text::tr("Days for which a month that is over waits for late records (default: 3)."),
        u"number"_s);
    const QCommandLineOption tax(u"tax-basis-points"_s,
                                 Text::tr("Tax on invoices; 1900 is 19 % (default: 0)."),
                                 u"number"_s);
    const QCommandLineOption prefix(
        u"invoice-prefix"_s, Text::tr("Letters that invoice numbers begin with (default: KW)."),
        u"letters"_s);
    const QCommandLineOption cents(u"cents"_s, Text::tr("How much was paid (default: all)."),
                                   u"number"_s);
    const QCommandLineOption reference(
        u"reference"_s, Text::tr("What the payment is called where it came in."), u"text"_s);
    const QCommandLineOption stripeKey(
        u"stripe-key"_s,
        Text::tr("File with the key of an account at Stripe, where invoices can be paid then."),
        u"file"_s);
    const QCommandLineOption stripeNotice(
        u"stripe-webhook-secret"_s,
        Text::tr("File with the secret of the webhook that points to /v1/payments/stripe."),
        u"file"_s);
    const QCommandLineOption paymentReturn(
        u"payment-return-url"_s, Text::tr("Page for people who come back from paying."), u"url"_s);
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
    const QCommandLineOption masterKey(
        u"master-key"_s,
        Text::tr("File of the key under which the platform's own keys are sealed (default: "
                 "master.key in the data folder, made at the first start)."),
        u"file"_s);
    const QCommandLineOption admin(
        u"admin-listen"_s,
        Text::tr("Where administrators sign in, such as 127.0.0.1:8461 (default: nowhere)."),
        u"address:port"_s);
    const QCommandLineOption json(u"json"_s, Text::tr("Answer as JSON (migrate, keys list)."));
    const QCommandLineOption dryRun(u"dry-run"_s,
                                    Text::tr("Say what migrate would move, and move nothing."));
    const QCommandLineOption from(
        u"from"_s, Text::tr("What migrate reads: a .csv, .json or .sqlite file."), u"file"_s);
    const QCommandLineOption users(
        u"users"_s,
        Text::tr("E-mail addresses of the old system's users, for migrate: a CSV file with the "
                 "columns user_id and email."),
        u"file"_s);
    const QCommandLineOption platformUser(
        u"platform-user"_s,
        Text::tr("A user_id whose keys are the platform's own, for migrate; may be repeated "
                 "(always: an empty one, system, platform)."),
        u"user_id"_s);
    const QCommandLineOption role(
        u"role"_s, Text::tr("Of a new administrator: viewer, support, operator, finance or owner."),
        u"role"_s, u"owner"_s);
    const QCommandLineOption label(u"label"_s, Text::tr("What a new key is called."), u"text"_s);
    const QCommandLineOption baseUrl(
        u"base-url"_s, Text::tr("Where a new key is used, if not at the service's own address."),
        u"url"_s);
    parser.addPositionalArgument(
        u"command"_s,
        Text::tr(
            "Without one the server runs. Or: admin create EMAIL; keys add SERVICE; keys list; "
            "migrate --from FILE; backup FILE; close-months, which issues the invoices that "
            "are due; invoices mark-paid NUMBER, which notes a payment."),
        u"[command]"_s);
    parser.addOptions({dataDir,   database,   listen,       admin,        certificate,  key,
                       policy,    signingKey, grace,        tax,          prefix,       mail,
                       printMail, proxy,      workers,      masterKey,    json,         dryRun,
                       from,      users,      platformUser, role,         label,        baseUrl,
                       cents,     reference,  stripeKey,    stripeNotice, paymentReturn});
    if (!parser.parse(arguments))
        return wrong(parser.errorText());
    if (parser.isSet(u"help"_s) || parser.isSet(u"version"_s))
        parser.process(arguments); // prints and ends

    ServerOptions options;
    options.dataDir = parser.value(dataDir);
    options.command = parser.positionalArguments();
    options.masterKeyFile = parser.value(masterKey);
    options.json = parser.isSet(json);
    options.dryRun = parser.isSet(dryRun);
    options.from = parser.value(from);
    options.usersFile = parser.value(users);
    options.platformUsers = parser.values(platformUser);
    options.role = parser.value(role);
    options.label = parser.value(label);
    options.baseUrl = parser.value(baseUrl);
    const bool known = isCommand(options.command) || isPlatformCommand(options.command);
    if (options.dataDir.isEmpty() || !known)
        return wrong(Text::tr("Say where to keep the data: keyway-server --data-dir FOLDER"));
    options.databaseUrl
        = parser.isSet(database) ? parser.value(database) : qEnvironmentVariable("KEYWAY_DATABASE");
    if (parser.isSet(listen)) {
        const Result<ListenAddress> where = listenAddressOf(parser.value(listen), u"listen"_s);
        if (!where)
            return where.error();
        options.address = where->address;
        options.port = where->port;
    }
    if (parser.isSet(admin)) {
        const Result<ListenAddress> where = listenAddressOf(parser.value(admin), u"admin-listen"_s);
        if (!where)
            return where.error();
        options.admin = *where;
    }
    options.certificateFile = parser.value(certificate);
    options.keyFile = parser.value(key);
    if (options.certificateFile.isEmpty() != options.keyFile.isEmpty())
        return wrong(Text::tr("--tls-cert and --tls-key belong together."));
    options.behindProxy = parser.isSet(proxy);
    if (isPlainToTheWorld(options, options.address)
        || (options.admin && isPlainToTheWorld(options, options.admin->address)))
        return wrong(
            Text::tr("Without a certificate the server listens on this computer alone. Give "
                     "--tls-cert and --tls-key, or --behind-proxy."));
    options.feePolicyFile = parser.value(policy);
    options.signingKeyFile = parser.value(signingKey);
    options.reference = parser.value(reference);
    if (auto read = readBilling(
            {parser.value(grace), parser.value(tax), parser.value(prefix), parser.value(cents)},
            options);
        !read)
        return read.error();
    options.stripeKeyFile = parser.value(stripeKey);
    options.stripeNoticeFile = parser.value(stripeNotice);
    options.paymentReturn = QUrl(parser.value(paymentReturn), QUrl::StrictMode);
    const bool pays = !options.stripeKeyFile.isEmpty();
    if (pays == options.stripeNoticeFile.isEmpty()
        || pays != (options.paymentReturn.scheme() == "https"_L1))
        return wrong(Text::tr("--stripe-key, --stripe-webhook-secret and --payment-return-url (an "
                              "https address) belong together."));
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
