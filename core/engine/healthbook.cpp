#include "core/engine/healthbook.h"

#include <algorithm>

namespace keyway::engine {

using namespace Qt::StringLiterals;

namespace {

bool isAnswer(const UsageRecord &record)
{
    return record.outcome == Outcome::Completed || record.outcome == Outcome::Refused
        || record.outcome == Outcome::Filtered;
}

/// Whether the service, or the way to it, is to blame.
bool isServiceFailure(const UsageRecord &record)
{
    if (record.outcome != Outcome::Failed && record.outcome != Outcome::Unknown)
        return false;
    if (!record.errorKind)
        return false; // left behind by a crash of ours
    switch (*record.errorKind) {
    case Error::Kind::Timeout:
    case Error::Kind::Network:
    case Error::Kind::Untrusted:
    case Error::Kind::RateLimited:
    case Error::Kind::Overloaded:
    case Error::Kind::Protocol:
        return true;
    default:
        return false;
    }
}

} // namespace

QString nameOf(Health health)
{
    switch (health) {
    case Health::Disabled:
        return u"disabled"_s;
    case Health::Locked:
        return u"locked"_s;
    case Health::KeyMissing:
        return u"key-missing"_s;
    case Health::Held:
        return u"held"_s;
    case Health::OverBudget:
        return u"over-budget"_s;
    case Health::Down:
        return u"down"_s;
    case Health::Degraded:
        return u"degraded"_s;
    case Health::Active:
        break;
    }
    return u"active"_s;
}

Pulse pulseOf(const QList<UsageRecord> &newestFirst)
{
    constexpr int watched = 10;
    constexpr int failuresForDown = 3;
    constexpr int failuresForDegraded = 3;
    Pulse pulse;
    int seen = 0;
    int failures = 0;
    int inARow = 0;
    bool unbroken = true;
    QList<qint64> firstTokens;
    for (const UsageRecord &record : newestFirst) {
        const bool failure = isServiceFailure(record);
        if (!failure && !isAnswer(record))
            continue;
        if (++seen > watched)
            break;
        unbroken = unbroken && failure;
        if (failure) {
            ++failures;
            if (unbroken) {
                ++inARow;
                pulse.downSince = record.startedAt;
            }
        } else if (record.firstTokenMs) {
            firstTokens.append(*record.firstTokenMs);
        }
    }
    pulse.down = inARow >= failuresForDown;
    pulse.degraded = !pulse.down && failures >= failuresForDegraded;
    if (!pulse.down)
        pulse.downSince.reset();
    if (!firstTokens.isEmpty()) {
        const auto middle = firstTokens.begin() + firstTokens.size() / 2;
        std::nth_element(firstTokens.begin(), middle, firstTokens.end());
        pulse.typicalFirstToken = std::chrono::milliseconds(*middle);
    }
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
    const bool stops = integration.limitAction == LimitAction::Stop;
    if (integration.monthlyLimit && stops && spentThisMonth >= *integration.monthlyLimit)
        return Health::OverBudget;
    if (pulse.down)
        return Health::Down;
    if (pulse.degraded)
        return Health::Degraded;
    return Health::Active;
}

} // namespace keyway::engine
