#include "app/admin/console.h"

#include "core/async/stopsignal.h"
#include "core/process/secretinput.h"
#include "ui/terminal/output.h"
#include "ui/words/admin.h"

#include <QtCore/QJsonDocument>

#include <algorithm>

namespace keyway::app {

using namespace Qt::StringLiterals;
using cli::Exit;

namespace {

QList<cli::Option> commonOptions()
{
    return {
        {u"config"_s, u"DIR"_s, Console::tr("remember in this folder (or KEYWAY_ADMIN_DIR)")},
        {u"json"_s, {}, Console::tr("answer as JSON")},
        {u"quiet"_s, {}, Console::tr("only the answer")},
        {u"yes"_s, {}, Console::tr("answer every question with yes")},
        {u"help"_s, {}, Console::tr("explain this command")},
    };
}

QList<AdminCommand> allCommands()
{
    return sessionCommands() + platformCommands() + keyCommands() + auditCommands();
}

QString usageOf(const AdminCommand &command)
{
    return u"keyway-admin "_s
        + (command.words + QStringList{command.operands}).join(u' ').trimmed();
}

void printOptions(const QList<cli::Option> &options)
{
    QList<QStringList> lines;
    for (const cli::Option &option : options)
        lines.append({u"  --"_s + (option.name + u' ' + option.value).trimmed(), option.help});
    cli::printTable(lines, u"ll"_s);
}

void printHelp(const QList<AdminCommand> &commands)
{
    cli::print(Console::tr("Keyway Admin: the platform at a glance, and never a user's key."));
    cli::print(Console::tr("Without a command it opens its window."));
    cli::print({});
    QList<QStringList> lines;
    for (const AdminCommand &command : commands)
        lines.append({u"  "_s + usageOf(command), command.help});
    cli::printTable(lines, u"ll"_s);
    cli::print({});
    cli::print(Console::tr("Options of every command:"));
    printOptions(commonOptions());
}

void printHelp(const AdminCommand &command)
{
    cli::print(Console::tr("Usage: %1 [options]").arg(usageOf(command)));
    cli::print(command.help);
    printOptions(command.options + commonOptions());
}

} // namespace

Console::Console(const QString &folder)
    : settings(folder)
{
}

Result<AdminSession *> Console::session()
{
    if (m_session)
        return m_session.get();
    const QUrl server(settings.text(u"server"_s));
    if (server.isEmpty())
        return Error(Error::Kind::Rejected).withReason(u"no-server"_s);
    Result<HttpPolicy> policy = settings.policy();
    if (!policy)
        return policy.error();
    m_session = std::make_unique<AdminSession>(server, std::move(*policy));
    return m_session.get();
}

Result<AdminClient *> Console::client()
{
    const Result<AdminSession *> opened = session();
    if (!opened)
        return opened.error();
    const Result<AdminIdentity> identity = cli::finish((*opened)->resume(stop.token()));
    if (identity)
        return &(*opened)->client();
    if (identity.error().kind() == Error::Kind::Keychain)
        return Error(Error::Kind::Rejected, identity.error().detail()).withReason(u"signed-out"_s);
    return identity.error();
}

Exit Console::fail(const Error &error) const
{
    QString sentence = words::adminErrorWords(error);
    if (error.reason() == "no-server"_L1)
        sentence = tr("Say which server: keyway-admin signin EMAIL --server "
                      "https://admin.keyway.example");
    else if (error.reason() == "ca-file"_L1)
        sentence = tr("There is no certificate in %1.").arg(error.detail());
    if (json)
        printJson(QJsonObject{{u"error_kind"_s, Error::kindName(error.kind())},
                              {u"reason"_s, error.reason()},
                              {u"message"_s, sentence}});
    cli::tell(sentence);
    const bool ended = error.reason() == "signed-out"_L1 || error.reason() == "expired"_L1
        || error.reason() == "bad-token"_L1;
    if (ended)
        cli::tell(tr("keyway-admin signin EMAIL signs in."));
    return cli::exitFor(error);
}

Exit Console::wrongUse(const QString &sentence) const
{
    cli::tell(sentence);
    cli::tell(tr("keyway-admin --help lists the commands, keyway-admin COMMAND --help explains "
                 "one."));
    return Exit::WrongUse;
}

void Console::printJson(const QJsonObject &object) const
{
    cli::printBytes(QJsonDocument(object).toJson());
}

void Console::printJson(const QJsonArray &array) const
{
    cli::printBytes(QJsonDocument(array).toJson());
}

int runConsole(const QStringList &line)
{
    const QList<AdminCommand> commands = allCommands();
    const auto found = std::find_if(commands.cbegin(), commands.cend(), [&](const auto &command) {
        return line.mid(0, command.words.size()) == command.words;
    });
    if (found == commands.cend()) {
        const bool asksForHelp = line.contains(u"--help"_s) || line.value(0) == "help"_L1;
        if (!asksForHelp)
            return int(Console({}).wrongUse(
                Console::tr("There is no command %1.").arg(line.mid(0, 2).join(u' '))));
        printHelp(commands);
        return int(Exit::Done);
    }
    QString problem;
    const std::optional<cli::Arguments> arguments = cli::Arguments::parse(
        line.mid(found->words.size()), found->options + commonOptions(), &problem);
    if (!arguments)
        return int(Console({}).wrongUse(problem));
    Console console(arguments->value(u"config"_s));
    if (arguments->has(u"help"_s)) {
        printHelp(*found);
        return int(Exit::Done);
    }
    const qsizetype operands = arguments->operands().size();
    if (operands < found->leastOperands || operands > found->mostOperands)
        return int(console.wrongUse(Console::tr("Usage: %1 [options]").arg(usageOf(*found))));
    console.json = arguments->has(u"json"_s);
    console.quiet = arguments->has(u"quiet"_s);
    console.yes = arguments->has(u"yes"_s);
    setInterruptDescriptor(
        onStopSignal(QCoreApplication::instance(), [stop = console.stop] { stop.cancel(); }));
    return int(found->run(console, *arguments));
}

} // namespace keyway::app
