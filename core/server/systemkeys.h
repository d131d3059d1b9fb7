#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/catalogue/catalogue.h"
#include "core/money/money.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonObject>
#include <QtCore/QList>

#include <optional>

namespace keyway::server {

class Sealer;
class SqlConnection;

/// What is known of one of the platform's own keys; never the key.
struct SystemKey {
    Id id;
    QString service;
    QString label;
    QString baseUrl; ///< empty: the service's own
    QByteArray fingerprint;
    bool enabled = true;
    QDateTime addedAt;
    std::optional<QDateTime> rotatedAt;
    std::optional<QDateTime> retiredAt; ///< the key itself is deleted then
    std::optional<QDateTime> lastUsedAt;
    qint64 uses = 0;
    Money spent;

    QJsonObject toJson() const;
};

/// A key on its way to the one call that it is for.
struct OpenedKey {
    Id id;
    QString baseUrl;
    Secret key;
};

/// The platform's own keys ("system integrations"), used for the free tier alone. They go in and
/// are used; nothing gives one out again but open(), for the relay. Errors: Storage.
class SystemKeys {
public:
    SystemKeys(SqlConnection &sql, const Sealer &sealer, const Clock &clock);

    /// Facts are those of `facts` but for id and fingerprint. Error: Rejected, `known-key` where
    /// the service has it already, `bad-key`, `unknown-service`, or as of checkedBaseUrl().
    Result<Id> add(const SystemKey &facts, const Secret &key, const Catalogue &catalogue);
    /// Another key in its place. Error: Rejected, `no-such-key`, `known-key`, `bad-key`.
    Result<Done> rotate(const Id &id, const Secret &key);
    /// Deletes the key; what it was used for stays. Error: Rejected, `no-such-key`.
    Result<Done> retire(const Id &id);
    Result<QList<SystemKey>> list();

    /// The key of a service that was used the longest ago. Error: Rejected, `no-system-key`.
    Result<OpenedKey> open(const QString &service);
    Result<QStringList> services(); ///< those that have a key

private:
    static QByteArray placeOf(const Id &id);

    SqlConnection &m_sql;
    const Sealer &m_sealer;
    const Clock &m_clock;
};

} // namespace keyway::server
