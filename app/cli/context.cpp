#include "app/cli/context.h"

#include "app/cli/commands.h"
#include "app/cli/terminal.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

namespace keyway::cli {

using namespace Qt::StringLiterals;

Exit exitFor(const Error &error)
{
    switch (error.kind()) {
    case Error::Kind::Budget:
        return Exit::LimitReached;
    case Error::Kind::Keychain:
        return error.reason() == "locked"_L1 ? Exit::KeychainLocked : Exit::Error;
    default:
        return Exit::Error;
    }
}

Exit Context::fail(const Error &error, const words::ErrorFacts &facts)
{
    const words::Message message = words::errorWords(error, facts);
    if (json) {
        printJson(QJsonObject{{u"error_kind"_s, Error::kindName(error.kind())},
                              {u"reason"_s, error.reason()},
                              {u"message"_s, message.sentence()},
                              {u"details"_s, message.details}});
    }
    const QString code = words::errorCode(error);
    tell(code.isEmpty() ? message.sentence() : u"%1 (%2)"_s.arg(message.sentence(), code));
    return exitFor(error);
}

Exit Context::wrongUse(const QString &sentence)
{
    tell(sentence);
    tell(tr("keyway --help lists the commands, keyway COMMAND --help explains one."));
    return Exit::WrongUse;
}

void Context::printJson(const QJsonArray &array) const
{
    printBytes(QJsonDocument(array).toJson());
}

void Context::printJson(const QJsonObject &object) const
{
    printBytes(QJsonDocument(object).toJson());
}

Result<Integration> Context::named(const QString &name) const
{
    Result<Integration> found = workspace->integrationByName(name);
    if (found || found.error().kind() != Error::Kind::Rejected)
        return found;
    if (const std::optional<Id> id = Id::fromString(name))
        return workspace->integration(*id);
    return found;
}

words::ErrorFacts Context::factsOf(const Integration &integration) const
{
    words::ErrorFacts facts;
    facts.integrationName = integration.name;
    facts.keyTail = integration.keyTail;
    facts.model = integration.model;
    facts.host = integration.baseUrl.host();
    if (const Service *service = workspace->catalogue().service(integration.service)) {
        facts.serviceName = service->name;
        facts.local = service->local;
        facts.usualKeyLength = service->keyLength;
    }
    facts.limit = integration.monthlyLimit;
    return facts;
}

Result<Done> Context::openVaultIfNeeded()
{
    if (!workspace->hasVault() || workspace->isVaultOpen())
        return Done{};
    QByteArray given = qgetenv("KEYWAY_VAULT_PASSWORD");
    Secret password = Secret::take(std::move(given));
    if (password.isEmpty()) {
        if (!inputIsTerminal())
            return Error(Error::Kind::Keychain).withReason(u"password-needed"_s);
        Result<Secret> typed = readSecret(tr("Master password of the vault:"));
        if (!typed)
            return typed.error();
        password = std::move(*typed);
    }
    return finish(workspace->openVault(std::move(password)));
}

} // namespace keyway::cli
