#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/routing/health.h"

#include <QtCore/QHash>
#include <QtCore/QMap>
#include <QtCore/QString>

namespace keyway {

class Database;

/// How the models of the user's integrations did of late: one row for each that was asked, however
/// often. Every process reads and writes the same rows, so that a circuit that one of them opened
/// is open for all, and half-open for one request alone.
class HealthStore {
public:
    explicit HealthStore(Database &database);

    /// By integration and model.
    Result<QHash<Id, QMap<QString, routing::ModelHealth>>> all();
    /// A fresh value for a model that was never asked.
    Result<routing::ModelHealth> of(const Id &integration, const QString &model);
    /// Takes over what an attempt told. A part of the transaction that settles it.
    Result<Done> note(const Id &integration, const QString &model, const routing::AttemptNews &news,
                      const routing::HealthPolicy &policy);
    /// False where the circuit is not half-open any more, or another request tries it already. The
    /// probe ends with note().
    Result<bool> takeProbe(const Id &integration, const QString &model, const QDateTime &now,
                           const routing::HealthPolicy &policy);
    /// The probe was not sent after all.
    Result<Done> giveProbeBack(const Id &integration, const QString &model);
    /// The integration was tested and works: its circuits close, what was measured stays.
    Result<Done> noteTest(const Id &integration);

private:
    Result<Done> put(const Id &integration, const QString &model,
                     const routing::ModelHealth &health);

    Database &m_database;
};

} // namespace keyway
