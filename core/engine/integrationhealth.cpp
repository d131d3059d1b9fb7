#include "core/engine/integrationhealth.h"

#include "core/base/names.h"

#include <algorithm>

namespace keyway::engine {

using namespace Qt::StringLiterals;
using routing::ModelHealth;

namespace {

constexpr Names<Health, 8> healthNames{{
    {Health::Disabled, "disabled"_L1},
    {Health::Locked, "locked"_L1},
    {Health::KeyMissing, "key-missing"_L1},
    {Health::Held, "held"_L1},
    {Health::OverBudget, "over-budget"_L1},
    {Health::Down, "down"_L1},
    {Health::Degraded, "degraded"_L1},
    {Health::Active, "active"_L1},
}};

bool isDown(const ModelHealth &health, const QDateTime &now)
{
    return routing::circuitOf(health, now) != routing::Circuit::Closed;
}

/// The model it is set to, else the one that was measured last.
const ModelHealth *spokesman(const QString &model, const QMap<QString, ModelHealth> &models)
{
    const auto own = models.constFind(model);
    if (own != models.cend())
        return &*own;
    const auto newest = std::max_element(
        models.cbegin(), models.cend(), [](const ModelHealth &a, const ModelHealth &b) {
            const auto at = [](const ModelHealth &health) {
                return health.speed ? health.speed->measuredAt.toMSecsSinceEpoch() : 0;
            };
            return at(a) < at(b);
        });
    return newest == models.cend() ? nullptr : &*newest;
}

} // namespace

QString nameOf(Health health)
{
    return nameIn(healthNames, health);
}

Pulse pulseOf(const QString &model, const QMap<QString, ModelHealth> &models, const QDateTime &now)
{
    Pulse pulse;
    const ModelHealth *const health = spokesman(model, models);
    if (!health)
        return pulse;
    pulse.down = isDown(*health, now);
    if (pulse.down)
        pulse.downSince = health->failingSince;
    const bool otherIsDown
        = std::any_of(models.cbegin(), models.cend(),
                      [&now](const ModelHealth &other) { return isDown(other, now); });
    const bool isBusy = routing::restOf(*health, now).count() > 0;
    pulse.degraded = !pulse.down && (health->isDegraded() || isBusy || otherIsDown);
    if (const auto speed = routing::speedAt(*health, now))
        pulse.typicalFirstToken = std::chrono::milliseconds(speed->firstTokenMs);
    return pulse;
}

Health healthOf(const Integration &integration, const Pulse &pulse, KeychainState keychain,
                Money spentThisMonth)
{
    if (!integration.enabled)
        return Health::Disabled;
    const bool needsKeychain = integration.keySource == KeySource::Keychain;
    if (needsKeychain && keychain != KeychainState::Ready)
        return Health::Locked;
    if (integration.hold && integration.hold->kind == Error::Kind::Keychain)
        return Health::KeyMissing;
    const bool held = integration.hold
        && (integration.hold->model.isEmpty() || integration.hold->model == integration.model);
    if (held)
        return Health::Held;
    const bool stops = integration.limitAction != LimitAction::WarnOnly;
    if (integration.monthlyLimit && stops && spentThisMonth >= *integration.monthlyLimit)
        return Health::OverBudget;
    if (pulse.down)
        return Health::Down;
    if (pulse.degraded)
        return Health::Degraded;
    return Health::Active;
}

} // namespace keyway::engine
