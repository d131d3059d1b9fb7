#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/money/money.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QList>

#include <optional>

namespace keyway::server {

class Sealer;
class SqlConnection;

/// What a former system knew of a user's key, beside the key.
struct FormerKey {
    QString service;
    bool enabled = true;
    std::optional<QDateTime> addedAt;
    std::optional<QDateTime> lastUsedAt;
    Money spent;
};

/// A key on its way to its owner, in a box that only the asking computer opens.
struct ClaimedKey {
    Id id;
    FormerKey facts;
    QByteArray box;

    QJsonObject toJson() const;
};

/// Keys of users that a former system held, until their owner's computer takes them: once, by one
/// computer, within 30 days. There is no other way to any of them, and afterwards none at all.
/// Errors: Storage.
class KeyClaims {
public:
    static constexpr qint64 daysKept = 30;

    KeyClaims(SqlConnection &sql, const Sealer &sealer, const Clock &clock);

    /// Inside a transaction. False: this key of the account was moved before.
    Result<bool> put(const Id &account, const FormerKey &facts, const Secret &key);
    /// Those that wait, from now on for this computer alone; it may ask again until it has
    /// confirmed. Error: Rejected, `bad-public-key`.
    Result<QList<ClaimedKey>> claim(const Id &account, const Id &device,
                                    const QByteArray &publicKey);
    /// The computer has put it into its keychain: it is deleted here. Saying so twice is no error.
    /// Error: Rejected, `no-such-claim`.
    Result<Done> confirm(const Id &account, const Id &device, const Id &claim);
    /// What is known of an account's keys, those that are gone from here, too; never a key.
    static Result<QJsonArray> describe(SqlConnection &sql, const Id &account);
    /// Deletes what nobody came for; how many.
    Result<qint64> dropExpired();

private:
    static QByteArray placeOf(const Id &account, const Id &claim);

    SqlConnection &m_sql;
    const Sealer &m_sealer;
    const Clock &m_clock;
};

} // namespace keyway::server
