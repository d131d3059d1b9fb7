#pragma once

#include "core/client/adminvalues.h"
#include "core/client/serverconnection.h"

namespace keyway {

/// A key of the platform on its way to the server; it does not come back.
struct NewPlatformKey {
    QString service;
    QString label;
    QString baseUrl; ///< empty: the service's own
};

/// The administrators' listener of Keyway's server. It has no way to ask for a key, nobody's. Keeps
/// the session's token in memory from signIn() or resume() on; every call after that shows it.
///
/// Errors: those of ServerConnection; Auth with `bad-credentials` (one word for a wrong address,
/// password or code), `bad-token`, `expired`, and `not-your-role`; RateLimited with `locked`.
class AdminClient : public ServerConnection {
public:
    using ServerConnection::ServerConnection;

    Task<AdminIdentity> signIn(QString email, Secret password, QString code, CancelToken cancel);
    /// Goes on with a session whose token was kept.
    Task<AdminIdentity> resume(Secret token, CancelToken cancel);
    /// Who is signed in; the session's idle time begins anew.
    Task<AdminIdentity> me(CancelToken cancel);
    /// The token is forgotten whatever the server says.
    Task<Done> signOut(CancelToken cancel);
    bool isSignedIn() const { return !m_token.isEmpty(); }
    /// For keeping it; empty where nobody is signed in.
    Secret token() const { return m_token.clone(); }
    void forget() { m_token = {}; }

    /// `from` and `to` are any days of the first and the last month.
    Task<PlatformFigures> statistics(QDate from, QDate to, CancelToken cancel);
    /// `month`: any day of one that has ended. Error: Rejected, `month-not-over`.
    Task<PeopleFigures> people(QDate month, CancelToken cancel);
    Task<HealthFigures> health(int hours, CancelToken cancel);
    Task<QList<PlatformKey>> platformKeys(CancelToken cancel);
    Task<Done> addPlatformKey(NewPlatformKey facts, Secret key, CancelToken cancel);
    Task<Done> rotatePlatformKey(Id id, Secret key, CancelToken cancel);
    Task<Done> retirePlatformKey(Id id, CancelToken cancel);
    /// The newest first, below the number `before`; 0: from the end.
    Task<QList<AuditedAction>> audit(qint64 before, CancelToken cancel);
    Task<AuditVerdict> checkAudit(CancelToken cancel);

private:
    Task<QJsonObject> get(QString path, CancelToken cancel);

    Secret m_token;
};

} // namespace keyway
