#include "app/cli/serveraccount.h"

#include "app/cli/terminal.h"
#include "core/engine/datadir.h"
#include "ui/words/account.h"

namespace keyway::cli {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ServerAccount)
};

} // namespace

Result<std::unique_ptr<ServerAccount>> ServerAccount::open(const Context &context)
{
    std::unique_ptr<ServerAccount> account(new ServerAccount);
    auto opened = Database::open(engine::databaseIn(context.workspace->dataDir()),
                                 Database::Access::ReadWrite, account->m_clock);
    if (!opened)
        return opened.error();
    account->m_database = std::move(*opened);
    account->m_service
        = std::make_unique<AccountService>(*account->m_database, account->m_keychain);
    return account;
}

Result<Done> ServerAccount::nameServer(const Arguments &arguments)
{
    if (!arguments.has(u"server"_s))
        return Done();
    const Result<QUrl> kept = m_service->link().setServer(arguments.value(u"server"_s));
    return kept ? Result<Done>(Done()) : kept.error();
}

Result<AccountService::Session> sessionOf(Context &context, ServerAccount &own)
{
    auto opening = own.service().session();
    return context.finish(std::move(opening));
}

Exit failOnAccount(Context &context, const Error &error)
{
    QString sentence = words::accountErrorWords(error);
    if (error.reason() == "no-server"_L1)
        sentence = Text::tr("Say which server: --server https://keyway.example.org");
    if (sentence.isEmpty())
        return context.fail(error);
    if (context.json)
        context.printJson(QJsonObject{{u"error_kind"_s, Error::kindName(error.kind())},
                                      {u"reason"_s, error.reason()},
                                      {u"message"_s, sentence}});
    tell(sentence);
    if (error.reason() == "signed-out"_L1 || error.reason() == "revoked"_L1
        || error.reason() == "expired"_L1)
        tell(Text::tr("keyway account signin EMAIL signs in."));
    if (error.reason() == "signing-key-changed"_L1)
        tell(Text::tr("keyway invoices trust-key accepts the new key."));
    if (error.reason() == "account-plan"_L1)
        tell(Text::tr("keyway plan set PLAN chooses another one."));
    if (error.reason() == "not-verified"_L1)
        tell(Text::tr("keyway account verify takes the code."));
    return exitFor(error);
}

Option serverOption()
{
    return {u"server"_s, u"URL"_s, Text::tr("the server; it is remembered")};
}

} // namespace keyway::cli
