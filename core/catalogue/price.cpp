#include "core/catalogue/price.h"

#include <algorithm>

namespace keyway {

std::optional<PriceFactor> shareAfter(QStringView percentOff)
{
    // A percent with four decimals is a millionth.
    const std::optional<Price> off = Price::each(percentOff);
    constexpr qint64 picoPerMillionth = 100'000'000;
    constexpr qint64 whole = 1'000'000;
    if (!off || off->pico() % picoPerMillionth != 0)
        return std::nullopt;
    const qint64 millionths = off->pico() / picoPerMillionth;
    if (millionths > whole)
        return std::nullopt;
    return PriceFactor{whole - millionths, whole};
}

std::optional<QList<PriceFactor>> factorsFor(const PriceFactors &factors, const PriceFacts &facts)
{
    QList<PriceFactor> result;
    for (auto it = facts.cbegin(); it != facts.cend(); ++it) {
        const auto words = factors.constFind(it.key());
        if (words == factors.cend() || it.value().isEmpty())
            continue;
        const auto factor = words->constFind(it.value());
        if (factor == words->cend())
            return std::nullopt;
        if (*factor != PriceFactor())
            result.append(*factor);
    }
    return result;
}

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

UnitPrices DatedPrice::pricesFor(qint64 promptTokens, const PriceFacts &facts) const
{
    UnitPrices prices = tierPrices(tiers, promptTokens, {});
    const auto holds = [&facts](const Variant &variant) {
        for (auto it = variant.when.cbegin(); it != variant.when.cend(); ++it) {
            if (facts.value(it.key()) != it.value())
                return false;
        }
        return true;
    };
    const auto variant = std::find_if(variants.cbegin(), variants.cend(), holds);
    if (variant != variants.cend())
        prices.insert(variant->prices);
    return prices;
}

const DatedPrice *priceOn(const QList<DatedPrice> &prices, const QDate &utcDay)
{
    const DatedPrice *found = nullptr;
    for (const DatedPrice &price : prices) {
        if (price.holdsOn(utcDay))
            found = &price;
    }
    return found;
}

bool PeakHours::holdAt(const QDateTime &time) const
{
    const QDateTime utc = time.toUTC();
    if (!weekdays.contains(utc.date().dayOfWeek()) || except.contains(utc.date()))
        return false;
    const int minute = utc.time().hour() * 60 + utc.time().minute();
    return std::any_of(utcMinutes.cbegin(), utcMinutes.cend(), [minute](const auto &hours) {
        return hours.first <= minute && minute < hours.second;
    });
}

void OwnTerms::setPrice(const QString &model, const DatedPrice &price)
{
    QList<DatedPrice> &dated = prices[model];
    dated.removeIf([&price](const DatedPrice &other) { return other.from == price.from; });
    const auto later = std::find_if(dated.begin(), dated.end(), [&price](const DatedPrice &other) {
        return other.from > price.from;
    });
    dated.insert(later, price);
}

void OwnTerms::setDiscount(const Discount &discount)
{
    discounts.removeIf([&discount](const Discount &other) {
        return other.model == discount.model && other.from == discount.from;
    });
    const auto standsBefore = [](const Discount &a, const Discount &b) {
        return a.model.isEmpty() != b.model.isEmpty() ? b.model.isEmpty() : a.from > b.from;
    };
    const auto after = std::find_if(discounts.begin(), discounts.end(), [&](const Discount &other) {
        return standsBefore(discount, other);
    });
    discounts.insert(after, discount);
}

void OwnTerms::merge(const OwnTerms &changed)
{
    for (auto it = changed.prices.cbegin(); it != changed.prices.cend(); ++it) {
        for (const DatedPrice &price : it.value())
            setPrice(it.key(), price);
    }
    if (!changed.discounts.isEmpty())
        discounts = changed.discounts;
}

const Discount *OwnTerms::discountOn(const QString &model, const QDate &utcDay) const
{
    const auto found
        = std::find_if(discounts.cbegin(), discounts.cend(), [&](const Discount &discount) {
              return discount.from <= utcDay && (!discount.to || utcDay <= *discount.to)
                  && (discount.model.isEmpty() || discount.model == model);
          });
    return found == discounts.cend() ? nullptr : &*found;
}

} // namespace keyway
