#pragma once

#include "core/client/serverconnection.h"
#include "core/wire/healthreport.h"
#include "core/wire/invoicemessage.h"
#include "core/wire/planmessage.h"
#include "core/wire/usageanswer.h"
#include "core/wire/usagemessage.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonObject>
#include <QtCore/QList>

#include <optional>

namespace keyway {

/// What this computer gets when somebody signs in on it.
struct NewSession {
    Id account;
    Id device;
    QByteArray zone; ///< the account's billing zone
    Secret token;
};

/// A computer that is, or was, signed in.
struct AccountDevice {
    Id device;
    QString name;
    QDateTime createdAt;
    QDateTime seenAt; ///< to the hour
    std::optional<QDateTime> revokedAt; ///< signed out
    bool isThisOne = false;
};

/// A page of an account's records, as another computer sent them.
struct UsagePull {
    QList<UsageMessage> records;
    qint64 next = 0; ///< ask for what is after this
    bool more = false;
};

/// A key that a former system held for this account, in a box for the BoxKey that asked.
struct WaitingKey {
    Id claim;
    QString service;
    bool enabled = true;
    QByteArray box;
};

/// Keyway's server, as this computer sees it. Never sends a key or a prompt: there is no call that
/// takes one. Core thread.
///
/// Errors: those of ServerConnection; Auth with the reasons `bad-credentials`, `not-verified`,
/// `bad-token`, `revoked`, `token-reused`, `expired`; RateLimited with `locked`, `too-fast`.
class ServerClient : public ServerConnection {
public:
    using ServerConnection::ServerConnection;

    Task<Done> signUp(QString email, Secret password, QByteArray zone, CancelToken cancel);
    Task<Done> verify(QByteArray mailToken, CancelToken cancel);
    Task<NewSession> signIn(QString email, Secret password, QString deviceName, CancelToken cancel);
    Task<Done> signOut(Secret token, CancelToken cancel);
    /// This computer, too.
    Task<Done> signOutEverywhere(Secret token, CancelToken cancel);
    Task<QList<AccountDevice>> devices(Secret token, CancelToken cancel);
    Task<Done> signOutDevice(Secret token, Id device, CancelToken cancel);
    /// Signs every other computer out.
    Task<Done> changePassword(Secret token, Secret old, Secret password, CancelToken cancel);
    /// Mails a code, if there is such an account.
    Task<Done> requestReset(QString email, CancelToken cancel);
    Task<Done> reset(QByteArray mailToken, Secret password, CancelToken cancel);
    Task<QJsonObject> account(Secret token, CancelToken cancel);
    Task<QJsonObject> exported(Secret token, CancelToken cancel);
    Task<Done> deleteAccount(Secret token, Secret password, CancelToken cancel);
    /// The token that stands in the place of this one once it has been used.
    Task<Secret> rotate(Secret token, CancelToken cancel);

    /// At most mostRecordsInBatch. One answer for each, in their order.
    Task<QList<UsageAnswer>> send(Secret token, QList<UsageMessage> records, CancelToken cancel);
    Task<UsagePull> pull(Secret token, qint64 after, CancelToken cancel);

    /// At most 200 reports. In nobody's name.
    Task<Done> tellHealth(QList<HealthReport> reports, CancelToken cancel);

    Task<PlanMessage> plan(Secret token, CancelToken cancel);
    Task<PlanMessage> choosePlan(Secret token, PlanChoice choice, CancelToken cancel);
    /// The public key that the server signs invoices with, publicKeyBytes long.
    Task<QByteArray> signingKey(CancelToken cancel);
    Task<QList<InvoiceMessage>> invoices(Secret token, CancelToken cancel);
    Task<QList<InvoiceEntry>> invoiceEntries(Secret token, QString number, CancelToken cancel);
    /// What the open month comes to so far.
    Task<Invoice> openMonth(Secret token, CancelToken cancel);
    /// The payment provider's page for an invoice: https, or on this computer.
    Task<QUrl> paymentPage(Secret token, QString number, CancelToken cancel);
    /// Keys that wait for this computer; each is this one's alone from then on.
    Task<QList<WaitingKey>> claimKeys(Secret token, QByteArray publicKey, CancelToken cancel);
    /// It is in this computer's keychain: the server deletes it.
    Task<Done> confirmClaim(Secret token, Id claim, CancelToken cancel);

private:
    Task<PlanMessage> planFrom(HttpRequest request, Secret token, CancelToken cancel);
};

} // namespace keyway
