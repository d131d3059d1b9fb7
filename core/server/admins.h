#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/server/adminaudit.h"
#include "core/server/adminrole.h"
#include "core/server/signinattempts.h"

namespace keyway::server {

class Passwords;
class Sealer;
class SqlConnection;

/// An administrator who is signed in.
struct Admin {
    Id id;
    QString email;
    AdminRole role = AdminRole::Viewer;
};

/// Administrators and their sessions. A session ends after half an hour in which nothing was asked,
/// and after twelve hours. Errors: Storage; of other kinds with the reason that the answer names.
class Admins {
public:
    Admins(SqlConnection &sql, Passwords &passwords, const Sealer &sealer, const Clock &clock);

    /// The seed of the codes: the only time that it is told. Error: Rejected, `bad-email`,
    /// `bad-password` or `known-admin`.
    Result<Secret> create(const QString &email, const Secret &password, AdminRole role,
                          const AdminActor &by);
    /// A session's token. One error for a wrong address, password or code, or one that was used
    /// before: Auth, `bad-credentials`; from the fifth on RateLimited, `locked`, with its wait.
    Result<QByteArray> signIn(const QString &email, const Secret &password, const QString &code,
                              const QByteArray &address);
    /// Error: Auth, `bad-token` or `expired`.
    Result<Admin> authenticate(const QByteArray &token);
    Result<Done> signOut(const QByteArray &token);

private:
    struct Known;
    Result<std::optional<Known>> find(const QString &email);
    Result<Done> useCode(const Known &admin, const QString &code);
    Result<Done> refuse(const QByteArray &name, const std::optional<Known> &admin,
                        const QString &email, const QByteArray &address);

    SqlConnection &m_sql;
    Passwords &m_passwords;
    const Sealer &m_sealer;
    const Clock &m_clock;
    SignInAttempts m_attempts;
};

} // namespace keyway::server
