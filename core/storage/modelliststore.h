#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/catalogue/listedmodel.h"

#include <QtCore/QDateTime>
#include <QtCore/QList>
#include <QtCore/QStringList>

#include <optional>

namespace keyway {

class Database;

/// A model of a service's own list, as it was seen there.
struct SeenModel {
    QString id;
    QString name;
    QSet<RequestType> types; ///< empty: the list does not tell
    QDateTime firstSeen;
    QDateTime lastSeen;
    std::optional<QDateTime> goneAt; ///< when it was first missing from the list
    QList<DatedPrice> prices; ///< ascending; empty where the list tells none
};

/// What a new reading of a list changed.
struct ModelListChange {
    int listed = 0;
    int priced = 0;
    QStringList added; ///< not in the list before; empty for the first reading
    QStringList gone; ///< in the list before
};

/// The lists of models that services gave to the user's integrations.
class ModelListStore {
public:
    explicit ModelListStore(Database &database);

    /// Takes over a whole list; names, kinds and prices that this reading does not tell stay. A
    /// price that is another than the one before holds from `at`'s UTC day on; the ones before
    /// stay. `service` is for the prices' source.
    Result<ModelListChange> keep(const Id &integration, const QString &service,
                                 const QList<ListedModel> &models, const QDateTime &at);
    /// By id; those that are gone, too.
    Result<QList<SeenModel>> models(const Id &integration);
    /// Empty where the list tells none.
    Result<QList<DatedPrice>> prices(const Id &integration, const QString &model);

private:
    Database &m_database;
};

} // namespace keyway
