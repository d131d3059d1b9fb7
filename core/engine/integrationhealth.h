#pragma once

#include "core/engine/overview.h"
#include "core/routing/health.h"
#include "core/secrets/secretstore.h"

#include <QtCore/QMap>

namespace keyway::engine {

/// What the last attempts at an integration tell.
struct Pulse {
    bool down = false; ///< it failed three times in a row, and has not answered since
    bool degraded = false; ///< three of its last ten attempts had trouble, or it is busy
    std::optional<QDateTime> downSince; ///< the first failure of the row
    std::optional<std::chrono::milliseconds> typicalFirstToken; ///< as measured lately
};

/// Reads a pulse from the health of the models that were asked; the one that the integration is set
/// to counts most. Pure.
Pulse pulseOf(const QString &model, const QMap<QString, routing::ModelHealth> &models,
              const QDateTime &now);

/// The one word for an integration, the most important first. Pure.
Health healthOf(const Integration &integration, const Pulse &pulse, KeychainState keychain,
                Money spentThisMonth);

} // namespace keyway::engine
