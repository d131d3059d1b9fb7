#pragma once

#include "core/base/result.h"
#include "core/catalogue/integration.h"

#include <QtCore/QList>

#include <optional>

namespace keyway {

class Database;

/// The user's integrations. Each change is one transaction with an audit event. Unknown ids and
/// names are Error Rejected `no-such-integration`. What they spent is in LedgerReader::spending().
class IntegrationStore {
public:
    explicit IntegrationStore(Database &database);

    /// At the end of the order. Gives it an id where it has none, and the time. Error: Rejected,
    /// `name-taken` (names are compared without case) or `name-empty`.
    Result<Integration> add(const Integration &integration);
    /// In "my order".
    Result<QList<Integration>> list();
    Result<Integration> byName(const QString &name);
    /// Nothing for one that was removed.
    Result<std::optional<Integration>> present(const Id &id);
    /// Also a removed one, so that old records can be explained.
    Result<Integration> byId(const Id &id);

    /// Writes what Configure and Replace key change: name, address, model, key source and tail,
    /// limits, timeouts, routing flags, connection, prices. Order, hold, enabled and times have
    /// functions of their own.
    Result<Done> update(const Integration &integration);
    Result<Done> setEnabled(const Id &id, bool enabled);
    /// The new "my order"; integrations that are not named follow in their old order.
    Result<Done> reorder(const QList<Id> &order);
    Result<Done> setHold(const Id &id, const Hold &hold);
    Result<Done> clearHold(const Id &id);
    /// Its key was accepted now: notes the time and clears the hold.
    Result<Done> markTested(const Id &id);
    /// Takes it out of the list and frees its name; records stay, and restore() brings it back.
    Result<Done> remove(const Id &id);
    /// Undoes remove(). Error: Rejected `name-taken` when the name is used by another one by now.
    Result<Done> restore(const Id &id);

    /// Removed ones whose key is still kept somewhere: a crash ended the time for Undo.
    Result<QList<Integration>> removedWithKey();
    /// Its key was deleted from where it was kept.
    Result<Done> noteKeyForgotten(const Id &id);

private:
    Result<Done> change(const Id &id, const QString &assignments, const QVariantList &values,
                        const QString &event, const QJsonObject &facts = {});

    Database &m_database;
};

} // namespace keyway
