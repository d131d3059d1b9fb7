#pragma once

#include "core/engine/overview.h"
#include "core/secrets/secretstore.h"
#include "core/usage/usagerecord.h"

#include <QtCore/QList>

namespace keyway::engine {

/// What the last attempts at an integration tell.
struct Pulse {
    bool down = false; ///< the last three failed through the service or the network
    bool degraded = false; ///< three of the last ten did
    std::optional<QDateTime> downSince; ///< the first failure of the row
    std::optional<std::chrono::milliseconds> typicalFirstToken; ///< median of answered ones
};

/// Reads a pulse from finished attempts, newest first. Pure. Refused prompts, limits and a
/// cancelled attempt say nothing about the service.
Pulse pulseOf(const QList<UsageRecord> &newestFirst);

/// The one word for an integration, the most important first. Pure.
Health healthOf(const Integration &integration, const Pulse &pulse, KeychainState keychain,
                Money spentThisMonth);

} // namespace keyway::engine
