#include "app/admin/console.h"
#include "core/catalogue/integration.h"
#include "core/process/secretinput.h"
#include "ui/terminal/output.h"
#include "ui/words/admin.h"

#include <QtCore/QFileInfo>

namespace keyway::app {

using namespace Qt::StringLiterals;
using cli::Exit;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(AdminSessionCommands)
};

QJsonObject identityJson(const AdminIdentity &identity, const QUrl &server)
{
    return {{u"email"_s, identity.email},
            {u"role"_s, identity.role},
            {u"permissions"_s, QJsonArray::fromStringList(identity.permissions)},
            {u"server"_s, server.toString()}};
}

/// From `--code`, for scripts: it works once; else typed.
Result<QString> codeOf(const cli::Arguments &arguments)
{
    if (arguments.has(u"code"_s))
        return arguments.value(u"code"_s);
    if (!inputIsTerminal())
        return Error(Error::Kind::Rejected).withReason(u"code-missing"_s);
    cli::tellPart(Text::tr("Code from your authenticator:") + u' ');
    QByteArray line;
    if (!readTypedLine(&line, 20))
        return Error(Error::Kind::Cancelled);
    return QString::fromLatin1(line).trimmed();
}

Exit signIn(Console &console, const cli::Arguments &arguments)
{
    if (arguments.has(u"server"_s)) {
        const Result<QUrl> server = checkedBaseUrl(arguments.value(u"server"_s));
        if (!server)
            return console.fail(server.error());
        console.settings.setText(u"server"_s, server->toString());
    }
    if (arguments.has(u"ca-file"_s)) {
        const QString file = arguments.value(u"ca-file"_s);
        console.settings.setText(
            u"ca_file"_s, file == "none"_L1 ? QString() : QFileInfo(file).absoluteFilePath());
    }
    const Result<AdminSession *> session = console.session();
    if (!session)
        return console.fail(session.error());
    const QString email = arguments.operands().first();
    Result<Secret> password = readSecret(Text::tr("Password:"));
    if (!password)
        return console.fail(password.error());
    const Result<QString> code = codeOf(arguments);
    if (!code)
        return code.error().reason() == "code-missing"_L1
            ? console.wrongUse(Text::tr("Give the code with --code where nobody can type it."))
            : console.fail(code.error());
    const Result<AdminIdentity> identity
        = cli::finish((*session)->signIn(email, std::move(*password), *code, console.stop.token()));
    if (!identity)
        return console.fail(identity.error());
    console.settings.setText(u"email"_s, identity->email);
    if (!(*session)->isKept()) {
        // A command ends here, and nobody could go on with the session.
        [[maybe_unused]] const auto left = cli::finish((*session)->signOut(console.stop.token()));
        cli::tell(Text::tr("The keychain does not keep the session, so you are signed out again. "
                           "Unlock it, or use the window."));
        return Exit::KeychainLocked;
    }
    if (console.json)
        console.printJson(identityJson(*identity, (*session)->client().server()));
    else if (!console.quiet)
        cli::print(Text::tr("%1 is signed in (%2). The session ends after 30 minutes without work.")
                       .arg(identity->email, words::adminRoleName(identity->role)));
    return Exit::Done;
}

Exit signOut(Console &console, const cli::Arguments &)
{
    if (const auto client = console.client(); !client) {
        if (client.error().reason() != "signed-out"_L1)
            return console.fail(client.error());
        cli::tell(words::adminErrorWords(client.error()));
        return Exit::Done;
    }
    const Result<Done> done = cli::finish((*console.session())->signOut(console.stop.token()));
    if (!done)
        return console.fail(done.error());
    if (!console.quiet)
        cli::print(Text::tr("Signed out."));
    return Exit::Done;
}

Exit whoAmI(Console &console, const cli::Arguments &)
{
    const Result<AdminClient *> client = console.client();
    if (!client)
        return console.fail(client.error());
    const Result<AdminIdentity> identity = cli::finish((*client)->me(console.stop.token()));
    if (!identity)
        return console.fail(identity.error());
    if (console.json)
        console.printJson(identityJson(*identity, (*client)->server()));
    else
        cli::print(Text::tr("%1 at %2 (%3)")
                       .arg(identity->email, (*client)->server().host(),
                            words::adminRoleName(identity->role)));
    return Exit::Done;
}

} // namespace

QList<AdminCommand> sessionCommands()
{
    return {
        {{u"signin"_s},
         u"EMAIL"_s,
         Text::tr("sign in; the password is typed, or comes on standard input"),
         {{u"server"_s, u"URL"_s, Text::tr("the listener for administrators; it is remembered")},
          {u"code"_s, u"CODE"_s, Text::tr("the one-time code, where nobody can type it")},
          {u"ca-file"_s, u"FILE"_s,
           Text::tr("certificates to trust beside the system's, or none; it is remembered")}},
         1,
         1,
         signIn},
        {{u"signout"_s}, {}, Text::tr("end the session"), {}, 0, 0, signOut},
        {{u"whoami"_s},
         {},
         Text::tr("who is signed in, and what the role may do"),
         {},
         0,
         0,
         whoAmI},
    };
}

} // namespace keyway::app
