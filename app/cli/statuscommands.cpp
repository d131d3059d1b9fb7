#include "app/cli/serveraccount.h"
#include "app/cli/terminal.h"
#include "core/secrets/secretstore.h"
#include "ui/words/activity.h"
#include "ui/words/fees.h"
#include "ui/words/health.h"
#include "ui/words/keychain.h"

#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtNetwork/QSslSocket>

#include <algorithm>

namespace keyway::cli {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Status)
};

Exit keychainStatus(Context &context, const Arguments &)
{
    auto asking = context.workspace->keychainStatus();
    const KeychainStatus status = context.finish(std::move(asking));
    const bool hasVault = context.workspace->hasVault();
    if (context.json) {
        context.printJson(QJsonObject{{u"state"_s, keychainStateName(status.state)},
                                      {u"backend"_s, status.backend},
                                      {u"vault"_s, hasVault}});
    } else if (status.state == KeychainState::Ready) {
        print(u"%1 (%2)"_s.arg(words::keychainWord(status), words::keychainName(status)));
    } else {
        print(words::keychainMessage(status, hasVault).sentence());
        const QString reason = status.state == KeychainState::Locked ? u"locked"_s
            : hasVault                                               ? u"password-needed"_s
                                                                     : u"unavailable"_s;
        const bool commandHelps = status.state == KeychainState::Locked
            || status.state == KeychainState::Unavailable
            || status.state == KeychainState::NotCreated;
        if (commandHelps)
            print(nextCommand(Error(Error::Kind::Keychain).withReason(reason), {}));
    }
    if (status.state == KeychainState::Locked)
        return Exit::KeychainLocked;
    return status.state == KeychainState::Ready ? Exit::Done : Exit::Error;
}

Exit keychainUnlock(Context &context, const Arguments &)
{
    auto unlocking = context.workspace->unlockKeychain();
    const Result<Done> unlocked = context.finish(std::move(unlocking));
    return unlocked ? keychainStatus(context, {}) : context.fail(unlocked.error());
}

Exit createVault(Context &context, const Arguments &)
{
    QByteArray given = qgetenv("KEYWAY_VAULT_PASSWORD");
    Secret password = Secret::take(std::move(given));
    if (password.isEmpty()) {
        Result<Secret> first = readSecret(Text::tr("New master password:"));
        if (!first)
            return context.fail(first.error());
        password = std::move(*first);
        if (inputIsTerminal()) {
            const Result<Secret> second = readSecret(Text::tr("The same again:"));
            if (!second || !second->equals(password)) {
                tell(Text::tr("The two passwords differ. Nothing was made."));
                return Exit::Error;
            }
        }
    }
    auto creating = context.workspace->createVault(std::move(password));
    const Result<Done> created = context.finish(std::move(creating));
    if (!created)
        return context.fail(created.error());
    print(Text::tr("The vault is made. Nobody can open it without its password, Keyway neither."));
    return Exit::Done;
}

/// One line of the doctor's report.
struct Finding {
    QString what;
    bool good = false;
    QString words;
};

/// A computer whose keys are all in the vault or the environment needs no keychain.
QList<Finding> whereKeysAre(Context &context, const QList<engine::IntegrationSummary> &integrations)
{
    engine::Workspace &workspace = *context.workspace;
    const bool hasVault = workspace.hasVault();
    auto asking = workspace.keychainStatus();
    const KeychainStatus keychain = context.finish(std::move(asking));
    const bool ready = keychain.state == KeychainState::Ready;
    const bool wanted = std::any_of(
        integrations.cbegin(), integrations.cend(), [](const engine::IntegrationSummary &one) {
            return one.integration.enabled && one.integration.keySource == KeySource::Keychain;
        });
    const bool unused = !ready && !wanted && (hasVault || !integrations.isEmpty());
    QList<Finding> findings;
    findings.append({u"keychain"_s, ready || unused,
                     ready        ? words::keychainName(keychain)
                         : unused ? Text::tr("not used: no key of yours is in it")
                                  : words::keychainMessage(keychain, hasVault).sentence()});
    if (!hasVault)
        return findings;
    Result<Done> opened = Done{};
    if (!qEnvironmentVariableIsEmpty("KEYWAY_VAULT_PASSWORD"))
        opened = context.openVaultIfNeeded();
    auto looking = workspace.vaultStatus();
    const KeychainStatus vault = context.finish(std::move(looking));
    const bool whole = vault.state == KeychainState::Ready || vault.state == KeychainState::Locked;
    if (opened && !whole)
        opened = Error(Error::Kind::Keychain, vault.detail).withReason(u"damaged"_s);
    findings.append({u"vault"_s, opened.ok(),
                     !opened ? words::errorWords(opened.error()).sentence()
                         : vault.state == KeychainState::Ready
                         ? Text::tr("whole, and opens with its password")
                         : Text::tr("whole, and closed until its password is given")});
    return findings;
}

Exit doctor(Context &context, const Arguments &)
{
    QList<Finding> findings;
    engine::Workspace &workspace = *context.workspace;
    const QFileInfo folder(workspace.dataDir());
    findings.append({u"data_folder"_s, folder.isWritable(), folder.absoluteFilePath()});

    const Result<Done> intact = workspace.checkDatabase();
    findings.append({u"database"_s, intact.ok() && !workspace.isReadOnly(),
                     !intact                      ? words::errorWords(intact.error()).sentence()
                         : workspace.isReadOnly() ? Text::tr("can be read, not written")
                                                  : Text::tr("whole and writable")});
    const Result<AuditCheck> audit = workspace.verifyAudit();
    const bool auditGood = audit && audit->isVouchedFor();
    findings.append(
        {u"audit"_s, auditGood,
         auditGood
             ? Text::tr("%n entries fit one another", nullptr, static_cast<int>(audit->entries))
             : audit ? u"%1 %2"_s.arg(words::auditTitle(*audit), words::auditText(*audit))
                     : words::errorWords(audit.error()).sentence()});
    findings.append({u"prices"_s, !workspace.catalogue().services().isEmpty(),
                     Text::tr("list of %1").arg(workspace.catalogue().version())});
    findings.append({u"tls"_s, QSslSocket::supportsSsl(),
                     QSslSocket::supportsSsl() ? QSslSocket::sslLibraryVersionString()
                                               : Text::tr("no TLS library: install OpenSSL")});
    const Result<engine::Overview> view = workspace.overview();
    const QList<engine::IntegrationSummary> integrations
        = view ? view->integrations : QList<engine::IntegrationSummary>();
    findings += whereKeysAre(context, integrations);
    for (const engine::IntegrationSummary &summary : integrations) {
        const bool good = summary.health == engine::Health::Active
            || summary.health == engine::Health::Disabled;
        findings.append(
            {u"integration"_s, good,
             u"%1: %2"_s.arg(summary.integration.name, words::healthWord(summary.health))});
    }
    bool allGood = true;
    QList<QStringList> lines;
    QJsonArray array;
    for (const Finding &finding : std::as_const(findings)) {
        allGood = allGood && finding.good;
        array.append(QJsonObject{
            {u"what"_s, finding.what}, {u"good"_s, finding.good}, {u"words"_s, finding.words}});
        lines.append({finding.good ? Text::tr("ok") : Text::tr("look"),
                      QString(finding.what).replace(u'_', u' '), finding.words});
    }
    if (context.json)
        context.printJson(array);
    else
        printTable(lines, u"lll"_s);
    return allGood ? Exit::Done : Exit::Error;
}

Exit feeShow(Context &context, const Arguments &arguments)
{
    FeePolicy policy = context.workspace->feePolicy();
    if (!arguments.operands().isEmpty()) {
        const auto plan = feePlanFromName(arguments.operands().first());
        if (!plan)
            return context.wrongUse(
                Text::tr("A fee plan is none, percent, per-request, monthly or freemium."));
        policy.plan = *plan;
        const Result<Done> stored = context.workspace->setFeePolicy(policy);
        if (!stored)
            return failOnAccount(context, stored.error());
    }
    if (context.json)
        context.printJson(policy.toJson());
    else
        print(words::feeLine(policy));
    return Exit::Done;
}

} // namespace

QList<Command> statusCommands()
{
    return {
        {{u"keychain"_s, u"status"_s},
         {},
         Text::tr("Where keys are kept, and whether it is open"),
         {},
         0,
         0,
         keychainStatus},
        {{u"keychain"_s, u"unlock"_s},
         {},
         Text::tr("Ask the system to unlock the keychain"),
         {},
         0,
         0,
         keychainUnlock},
        {{u"keychain"_s, u"create-vault"_s},
         {},
         Text::tr("Make an encrypted file for keys, for computers without a keychain"),
         {},
         0,
         0,
         createVault},
        {{u"fee"_s},
         u"[PLAN]"_s,
         Text::tr("Show or choose how the platform fee is worked out"),
         {},
         0,
         1,
         feeShow},
        {{u"doctor"_s},
         {},
         Text::tr("Check everything Keyway needs on this computer"),
         {},
         0,
         0,
         doctor},
    };
}

} // namespace keyway::cli
