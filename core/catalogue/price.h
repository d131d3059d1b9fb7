#pragma once

#include "core/usage/cost.h"

#include <QtCore/QDate>
#include <QtCore/QDateTime>
#include <QtCore/QList>
#include <QtCore/QMap>
#include <QtCore/QSet>
#include <QtCore/QString>

#include <optional>
#include <utility>

namespace keyway {

/// What decides about the price of an attempt beside its counters, by the names that the catalogue
/// uses: `size`, `quality`, `resolution` and `sound` as they were asked for or reported,
/// `service_tier`, `speed` and `inference_geo` as the reply names them. In the service's words.
using PriceFacts = QMap<QString, QString>;

/// What a word of a reply, an hour or a discount makes of a price, see multiplied().
struct PriceFactor {
    qint64 numerator = 1;
    qint64 denominator = 1;
    friend bool operator==(const PriceFactor &, const PriceFactor &) = default;
};

/// What is left of a price after a discount of "12.5" percent; up to four decimals. Nothing where
/// it is no plain decimal number from 0 to 100.
std::optional<PriceFactor> shareAfter(QStringView percentOff);

/// By fact and word: `service_tier` -> `priority` -> 2/1.
using PriceFactors = QMap<QString, QMap<QString, PriceFactor>>;

/// The factors of all facts, in turn; 1 for facts that `factors` does not name. Nothing where a
/// named fact has a word that is not listed: the price of such an attempt is not known.
std::optional<QList<PriceFactor>> factorsFor(const PriceFactors &factors, const PriceFacts &facts);

/// Prices of a model from a day on.
struct DatedPrice {
    /// Reprices the whole request once the prompt (cached part included) has more than
    /// `abovePromptTokens` tokens.
    struct Tier {
        qint64 abovePromptTokens = 0;
        UnitPrices prices;
        friend bool operator==(const Tier &, const Tier &) = default;
    };
    /// Prices that hold where all of its facts do, such as `resolution` = `720p`.
    struct Variant {
        PriceFacts when;
        UnitPrices prices;
        friend bool operator==(const Variant &, const Variant &) = default;
    };
    QDate from; ///< first day in UTC
    std::optional<QDate> to; ///< last day in UTC; nothing: until the next price
    QList<Tier> tiers; ///< ascending; the first is above 0 tokens, that is, always
    QList<Variant> variants; ///< the first whose facts hold is put over the tier's prices
    QString source; ///< where the price was read, for people
    QDate asOf; ///< when it was read there
    bool thirdParty = false; ///< seen on somebody else's list, not on the service's own
    QString version; ///< goes into the ledger's price_version: `<catalogue date>` or `own`

    bool holdsOn(const QDate &utcDay) const { return from <= utcDay && (!to || utcDay <= *to); }
    /// The tier of a prompt of this size, with the variant of these facts.
    UnitPrices pricesFor(qint64 promptTokens, const PriceFacts &facts = {}) const;
    friend bool operator==(const DatedPrice &, const DatedPrice &) = default;
};

/// The price that holds on a day: of those that do, the one that began last.
const DatedPrice *priceOn(const QList<DatedPrice> &prices, const QDate &utcDay);

/// The prices of the tier that a prompt of this size falls into, `otherwise` where there is none.
const UnitPrices &tierPrices(const QList<DatedPrice::Tier> &tiers, qint64 promptTokens,
                             const UnitPrices &otherwise);

/// Hours in which a service charges more.
struct PeakHours {
    PriceFactor factor;
    QSet<int> weekdays; ///< 1 is Monday
    QList<std::pair<int, int>> utcMinutes; ///< of the day: from, and until before
    QSet<QDate> except; ///< holidays, in UTC
    bool holdAt(const QDateTime &time) const;
};

/// What a user pays of a service's list prices, such as 85/100, by a contract of their own.
struct Discount {
    QDate from; ///< first day in UTC
    std::optional<QDate> to; ///< last day in UTC
    QString model; ///< empty: all models
    PriceFactor pays;
    friend bool operator==(const Discount &, const Discount &) = default;
};

/// What a user agreed with a service: prices that stand in place of the catalogue's, discounts on
/// it. Records of attempts that were priced so have `own` as their price version.
struct OwnTerms {
    QMap<QString, QList<DatedPrice>> prices; ///< by model id, ascending by day
    QList<Discount> discounts; ///< the first that holds is taken
    /// Not of the user's making: prices from the service's own list of models, by model id. They
    /// stand where the catalogue has none or an older one, are discounted as its prices are, and
    /// keep their own version. Kept apart from the terms, see ModelListStore.
    QMap<QString, QList<DatedPrice>> listed;

    bool isEmpty() const { return prices.isEmpty() && discounts.isEmpty(); }
    /// Adds a price from its first day on, in place of one that began on the same day.
    void setPrice(const QString &model, const DatedPrice &price);
    /// Adds a discount in place of one for the same models from the same day on. Those of one model
    /// stand before those of all, later ones before earlier ones.
    void setDiscount(const Discount &discount);
    /// Takes over all prices of `changed`, and its discounts where it has any.
    void merge(const OwnTerms &changed);
    const Discount *discountOn(const QString &model, const QDate &utcDay) const;
    friend bool operator==(const OwnTerms &, const OwnTerms &) = default;
};

/// The price version of own terms.
inline const QString ownPriceVersion = QStringLiteral("own");

} // namespace keyway
