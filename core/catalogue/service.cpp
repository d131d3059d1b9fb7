#include "core/catalogue/service.h"

#include "core/catalogue/modelnames.h"

#include <algorithm>

namespace keyway {

const UnitPrices &tierPrices(const QList<DatedPrice::Tier> &tiers, qint64 promptTokens,
                             const UnitPrices &otherwise)
{
    const UnitPrices *found = &otherwise;
    for (const DatedPrice::Tier &tier : tiers) {
        if (tier.abovePromptTokens == 0 || promptTokens > tier.abovePromptTokens)
            found = &tier.prices;
    }
    return *found;
}

const UnitPrices &DatedPrice::pricesFor(qint64 promptTokens) const
{
    static const UnitPrices none;
    return tierPrices(tiers, promptTokens, none);
}

const DatedPrice *Model::priceAt(const QDate &utcDay) const
{
    const DatedPrice *found = nullptr;
    for (const DatedPrice &price : prices) {
        if (price.from <= utcDay)
            found = &price;
    }
    return found;
}

std::optional<TierFactor> Service::tierFactor(const QString &serviceTier) const
{
    if (serviceTier.isEmpty())
        return TierFactor();
    const auto found = tierFactors.constFind(serviceTier);
    return found == tierFactors.cend() ? std::nullopt : std::optional(*found);
}

const Model *Service::model(QStringView modelId) const
{
    const auto found = std::find_if(models.begin(), models.end(),
                                    [modelId](const Model &entry) { return entry.id == modelId; });
    return found == models.end() ? nullptr : &*found;
}

const Model *Service::modelReported(QStringView reported) const
{
    const auto named = [this](QStringView wanted) -> const Model * {
        if (const Model *found = model(wanted))
            return found;
        const auto found = std::find_if(models.begin(), models.end(), [wanted](const Model &entry) {
            return entry.aliases.contains(wanted);
        });
        return found == models.end() ? nullptr : &*found;
    };
    if (const Model *found = named(reported))
        return found;
    const QString undated = withoutDate(reported);
    return undated.isEmpty() ? nullptr : named(undated);
}

} // namespace keyway
