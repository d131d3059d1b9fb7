#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/server/signinattempts.h"
#include "core/server/token.h"

#include <QtCore/QJsonObject>

#include <chrono>
#include <optional>

namespace keyway::server {

class Mailer;
class Passwords;
class SqlConnection;

/// Who somebody is, as the token of the request says.
struct Caller {
    Id account;
    Id device;
    QDateTime signedUpAt;
    bool shouldRotate = false; ///< the token is older than 30 days
};

/// What a computer gets when somebody signs in on it.
struct SignedIn {
    Id account;
    Id device;
    QByteArray token; ///< the only time that it is told
    QByteArray zone; ///< the account's billing zone
};

/// An account that something waits for.
struct Invited {
    Id id;
    bool isNew = false; ///< nobody has signed up with the address yet
};

/// Accounts and who may act for them. Errors of kind Rejected, Auth or RateLimited carry the reason
/// that the answer names. Made for one request on the connection of its thread.
class Accounts {
public:
    Accounts(SqlConnection &sql, Passwords &passwords, Mailer &mailer, const Clock &clock);

    /// Mails a token that verifies the address, or word that it has an account already: whoever
    /// asks learns nothing. Error: Rejected, `bad-email`, `bad-password`, `bad-zone`.
    Result<Done> signUp(const QString &email, const Secret &password, const QByteArray &zone);
    /// Inside a transaction: the account of an address, or a new one that can be signed up for or
    /// reset by whoever gets its mail. Error: Rejected, `bad-email`.
    Result<Invited> invite(const QString &email);
    /// Error: Auth, `bad-token`.
    Result<Done> verify(const QByteArray &token);
    /// Error: Auth, `bad-credentials` or `not-verified`; RateLimited, `locked`, with its wait.
    Result<SignedIn> signIn(const QString &email, const Secret &password,
                            const QString &deviceName);
    /// Mails a token for a new password, if there is such an account.
    Result<Done> requestReset(const QString &email);
    /// Also signs out everywhere and ends a lock. Error: as verify(), signUp().
    Result<Done> reset(const QByteArray &token, const Secret &password);

    /// Whose token it is. A token that was replaced and is used again was stolen from somebody: it
    /// revokes the device. Error: Auth, `bad-token`, `revoked`, `token-reused` or `expired`.
    Result<Caller> authenticate(const QByteArray &token);

    /// Signs every other device out. Error: Auth, `bad-credentials`; Rejected, `bad-password`.
    Result<Done> changePassword(const Caller &caller, const Secret &old, const Secret &now);
    /// A new token; the old one holds until the new one is used.
    Result<QByteArray> rotate(const Caller &caller);
    Result<Done> signOut(const Id &account,
                         const Id &device); ///< Error: Rejected, `no-such-device`
    Result<Done> signOutEverywhere(const Id &account);
    Result<QJsonObject> devices(const Caller &caller);

    Result<QJsonObject> describe(const Caller &caller);
    /// Everything but the usage records, which have pages of their own.
    Result<QJsonObject> exported(const Caller &caller);
    /// Forgets who it was, every device and every record without a fee. Records with one stay under
    /// the account's id. Error: Auth, `bad-credentials`.
    Result<Done> remove(const Caller &caller, const Secret &password);

private:
    struct Known;
    Result<std::optional<Known>> find(const QString &email);
    Result<std::optional<Known>> find(const Id &account);
    Result<Done> mailToken(const Id &account, const QString &email, bool forReset);
    Result<Done> useToken(const QByteArray &text, const QString &purpose, Id *account);
    Result<Done> add(const Id &id, const QString &email, const QString &hash,
                     const QByteArray &zone);
    Result<SignedIn> addDevice(const Known &account, const QString &name);
    Result<Done> confirm(const Caller &caller, const Secret &password, Known *account);

    SqlConnection &m_sql;
    Passwords &m_passwords;
    Mailer &m_mailer;
    const Clock &m_clock;
    SignInAttempts m_attempts;
};

} // namespace keyway::server
