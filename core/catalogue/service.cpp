#include "core/catalogue/service.h"

#include "core/catalogue/modelnames.h"

#include <algorithm>

namespace keyway {

qint64 Model::imageTokensFor(const PriceFacts &facts) const
{
    for (const ImageTokens &entry : imageTokensBy) {
        bool holds = true;
        for (auto it = entry.when.cbegin(); it != entry.when.cend(); ++it)
            holds = holds && facts.value(it.key()) == it.value();
        if (holds)
            return entry.tokens;
    }
    return imageTokens;
}

const InputRule *Model::input(QStringView kind) const
{
    const auto found = std::find_if(inputs.cbegin(), inputs.cend(),
                                    [kind](const InputRule &rule) { return rule.kind == kind; });
    return found == inputs.cend() ? nullptr : &*found;
}

WireFormat Service::wireFor(RequestType type, const Model *facts) const
{
    if (facts && facts->wire)
        return *facts->wire;
    if (type == RequestType::Image)
        return imageWire.value_or(wire);
    if (type == RequestType::Video)
        return videoWire.value_or(wire);
    return wire;
}

QString Service::defaultModelFor(RequestType type) const
{
    const QString &own = type == RequestType::Image ? defaultImageModel
        : type == RequestType::Video                ? defaultVideoModel
                                                    : defaultModel;
    if (!own.isEmpty())
        return own;
    const Model *const usual = model(defaultModel);
    return usual && usual->types.contains(type) ? defaultModel : QString();
}

std::optional<QList<PriceFactor>> Service::priceFactors(const Model *facts,
                                                        const PriceFacts &of) const
{
    PriceFactors all = factors;
    if (facts)
        all.insert(facts->factors);
    return factorsFor(all, of);
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
