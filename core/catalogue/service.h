#pragma once

#include "core/usage/cost.h"
#include "core/usage/usagerecord.h"

#include <QtCore/QDate>
#include <QtCore/QList>
#include <QtCore/QMap>
#include <QtCore/QSet>
#include <QtCore/QStringList>
#include <QtCore/QUrl>

#include <optional>

namespace keyway {

enum class WireFormat { OpenAiChat, AnthropicMessages, StabilityImage };

/// Prices of a model from a date on. A tier reprices the whole request once the prompt (cached part
/// included) has more than `abovePromptTokens` tokens.
struct DatedPrice {
    struct Tier {
        qint64 abovePromptTokens = 0;
        UnitPrices prices;
    };
    QDate from; ///< first day in UTC
    QList<Tier> tiers; ///< ascending; the first is above 0 tokens, that is, always
    QString source; ///< where the price was read, for people
    QDate asOf; ///< when it was read there
    bool thirdParty = false; ///< seen on somebody else's list, not on the service's own
    QString version; ///< goes into the ledger's price_version: `<catalogue date>` or `own`

    /// The tier of a prompt of this size; the first one where none is given.
    const UnitPrices &pricesFor(qint64 promptTokens) const;
};

/// The prices of the tier that a prompt of this size falls into, `otherwise` where there is none.
const UnitPrices &tierPrices(const QList<DatedPrice::Tier> &tiers, qint64 promptTokens,
                             const UnitPrices &otherwise);

struct Quality {
    int score = 0; ///< 0 to 100
    QString source;
    QDate date;
};

struct Model {
    QString id; ///< as the service names it
    QString name; ///< for people; empty: the id
    QSet<RequestType> types;
    QStringList aliases; ///< other names under which replies report it
    QSet<QString> parameters; ///< `temperature`, `top_p`, `aspect_ratio`, ...; others are not sent
    qint64 contextTokens = 0; ///< 0: not known
    qint64 maxOutputTokens = 0; ///< 0: not known
    QString limitsSource; ///< where the two limits were read
    qint64 imageTokens = 0; ///< output tokens of a usual picture, for the forecast; 0: not known
    std::optional<Quality> quality;
    std::optional<QDate> retires; ///< the day from which on the service refuses it
    QList<DatedPrice> prices; ///< ascending by date
    QString endpoint; ///< path below the base URL where models differ in it (Stability)

    const DatedPrice *priceAt(const QDate &utcDay) const;
    bool retiredOn(const QDate &utcDay) const { return retires && *retires <= utcDay; }
};

/// Differences between servers that speak one wire format, as data.
struct WireTraits {
    QString maxTokensField; ///< `max_completion_tokens` or `max_tokens`
    bool streamUsageOption = false; ///< understands stream_options.include_usage
    bool modelListMayBeAbsent
        = false; ///< check the key by a one-token chat where GET /models is a 404
    bool thinkingOutsideOutput = false; ///< completion tokens leave the thinking out
};

/// What a service tier named in a reply makes of the token prices, see multiplied().
struct TierFactor {
    qint64 numerator = 1;
    qint64 denominator = 1;
    friend bool operator==(const TierFactor &, const TierFactor &) = default;
};

struct Service {
    QString id; ///< `openai`
    QString name; ///< `OpenAI`
    int place = 0; ///< in lists, from 1 on; 0: after those that have one, by name
    WireFormat wire = WireFormat::OpenAiChat;
    QUrl baseUrl; ///< empty for a service whose address the user gives
    bool needsKey = true;
    bool local = false; ///< runs on the user's computer and costs nothing unless priced by the user
    QSet<RequestType> types;
    QStringList keyPrefixes; ///< how its keys usually start; empty: no known shape
    int keyLength = 0; ///< usual length in characters; 0: varies
    QUrl keyPage;
    QUrl billingPage;
    QUrl statusPage;
    QUrl pricePage;
    WireTraits traits;
    QList<Model> models;
    QString defaultModel;
    QString defaultImageModel; ///< for pictures, where the default model makes none
    QMap<QString, TierFactor> tierFactors; ///< by the reply's word, such as `priority`
    QDate date; ///< of its catalogue file

    /// 1 for an empty word (the usual tier). Nothing for a word that the catalogue does not know:
    /// the price of such an attempt is not known either.
    std::optional<TierFactor> tierFactor(const QString &serviceTier) const;
    const Model *model(QStringView id) const; ///< by id only
    /// Also by alias, and by a dated name such as `gpt-6-sol-2026-09-01`.
    const Model *modelReported(QStringView name) const;
};

} // namespace keyway
