#include "app/cli/context.h"

#include "app/cli/commands.h"
#include "app/cli/terminal.h"
#include "core/engine/keyring.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

namespace keyway::cli {

using namespace Qt::StringLiterals;

Exit Context::fail(const Error &error, const words::ErrorFacts &facts)
{
    if (error.kind() == Error::Kind::Cancelled) {
        tell(tr("Stopped. Nothing was changed."));
        return Exit::Error;
    }
    const words::Message message = words::errorWords(error, facts);
    if (json) {
        printJson(QJsonObject{{u"error_kind"_s, Error::kindName(error.kind())},
                              {u"reason"_s, error.reason()},
                              {u"message"_s, message.sentence()},
                              {u"details"_s, message.details}});
    }
    const QString code = words::errorCode(error);
    tell(code.isEmpty() ? message.sentence() : u"%1 (%2)"_s.arg(message.sentence(), code));
    if (const QString next = nextCommand(error, facts.integrationName); !next.isEmpty())
        tell(next);
    return exitFor(error);
}

QString nextCommand(const Error &error, const QString &integration)
{
    const QString &reason = error.reason();
    const QString name = integration.contains(u' ') ? u'"' + integration + u'"' : integration;
    if (error.kind() == Error::Kind::Rejected) {
        if (reason == "key-missing"_L1)
            return Context::tr("Give it on standard input (keyway ... < key.txt) or type it when "
                               "asked.");
        if (reason == "no-such-integration"_L1)
            return Context::tr("keyway integrations list names those that there are.");
        return {};
    }
    if (reason.startsWith("proxy-"_L1) && !name.isEmpty())
        return Context::tr("--proxy URL names another proxy for %1, --proxy none goes without.")
            .arg(name);
    if (reason.startsWith("ca-"_L1) && !name.isEmpty())
        return Context::tr("--ca-file FILE names another file for %1, --ca-file none goes without.")
            .arg(name);
    if (reason == "tls"_L1 && !name.isEmpty())
        return Context::tr("If you trust who certified it, --ca-file FILE tells so for %1.")
            .arg(name);
    if (error.kind() == Error::Kind::Gone && !name.isEmpty())
        return Context::tr("keyway integrations set %1 --model MODEL chooses another.").arg(name);
    if (error.kind() == Error::Kind::Auth && !name.isEmpty())
        return Context::tr("keyway integrations replace-key %1 takes a new key.").arg(name);
    if (error.kind() == Error::Kind::Budget && !name.isEmpty())
        return Context::tr("keyway integrations set %1 --limit DOLLARS raises it.").arg(name);
    if (error.kind() != Error::Kind::Keychain)
        return {};
    if (reason == "locked"_L1)
        return Context::tr("keyway keychain unlock asks the system to open it.");
    if (reason == "missing-key"_L1 && !name.isEmpty())
        return Context::tr("keyway integrations replace-key %1 takes it again.").arg(name);
    if (reason == "no-variable"_L1) {
        const QString variable = engine::KeyRing::environmentVariable(integration);
        return variable.isEmpty() ? QString() : Context::tr("It is called %1.").arg(variable);
    }
    if (reason == "unavailable"_L1) {
        return Context::tr("keyway keychain create-vault makes a vault, integrations add --vault "
                           "uses it; --from-environment reads KEYWAY_KEY_<NAME>.");
    }
    if (reason == "not-created"_L1)
        return Context::tr("keyway keychain create-vault makes one.");
    if (reason == "password-needed"_L1 || reason == "wrong-password"_L1)
        return Context::tr("Set KEYWAY_VAULT_PASSWORD, or type the password in a terminal.");
    return {};
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

Result<Job> Context::jobNamed(const QString &name) const
{
    if (const std::optional<Id> id = Id::fromString(name))
        return workspace->job(*id);
    constexpr qsizetype fewest = 6;
    constexpr int lookedAt = 10'000;
    JobFilter filter;
    filter.limit = lookedAt;
    const Result<QList<Job>> jobs = workspace->jobs(filter);
    if (!jobs)
        return jobs.error();
    for (const Job &job : *jobs) {
        if (name.size() >= fewest && job.id.toString().endsWith(name))
            return job;
    }
    return Error(Error::Kind::Rejected, name).withReason(u"no-such-job"_s);
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
