#pragma once

#include "core/base/result.h"
#include "core/routing/snapshot.h"

namespace keyway {
class SettingsStore;
} // namespace keyway

namespace keyway::engine {

/// What the user set about routing, for every request and every program of theirs.
struct RoutingSettings {
    Strategy strategy = Strategy::MyOrder; ///< where a request names none
    routing::Wishes wishes;
    /// A failing service is left alone so long, and up to five times as long where it goes on.
    std::chrono::seconds pause{60};

    routing::HealthPolicy healthPolicy() const;
    friend bool operator==(const RoutingSettings &, const RoutingSettings &) = default;
};

/// What is stored; the usual where nothing is, or nothing that can be read. Error: Storage.
Result<RoutingSettings> routingSettings(SettingsStore &store);
Result<Done> keepRoutingSettings(SettingsStore &store, const RoutingSettings &settings);

} // namespace keyway::engine
