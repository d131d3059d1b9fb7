#include "core/engine/routingsettings.h"

#include "core/storage/settingsstore.h"

#include <QtCore/QJsonObject>

#include <algorithm>

namespace keyway::engine {

using namespace Qt::StringLiterals;

namespace {
const QString key = u"routing"_s;
constexpr int mostPauses = 5;
constexpr int longestPauseSeconds = 3600;
} // namespace

routing::HealthPolicy RoutingSettings::healthPolicy() const
{
    routing::HealthPolicy policy;
    policy.firstPause = pause;
    policy.longestPause = pause * mostPauses;
    return policy;
}

Result<RoutingSettings> routingSettings(SettingsStore &store)
{
    const Result<QJsonValue> stored = store.value(key);
    if (!stored)
        return stored.error();
    const QJsonObject json = stored->toObject();
    RoutingSettings settings;
    settings.strategy
        = strategyFromName(json.value("strategy"_L1).toString()).value_or(settings.strategy);
    settings.wishes
        = routing::Wishes::fromJson(json.value("wishes"_L1).toObject()).value_or(settings.wishes);
    const qint64 pause = json.value("pause_seconds"_L1).toInteger(settings.pause.count());
    settings.pause = std::chrono::seconds(std::clamp<qint64>(pause, 1, longestPauseSeconds));
    return settings;
}

Result<Done> keepRoutingSettings(SettingsStore &store, const RoutingSettings &settings)
{
    return store.set(key,
                     QJsonObject{{u"strategy"_s, nameOf(settings.strategy)},
                                 {u"wishes"_s, settings.wishes.toJson()},
                                 {u"pause_seconds"_s, qint64(settings.pause.count())}});
}

} // namespace keyway::engine
