#pragma once

#include "core/catalogue/billformat.h"
#include "core/catalogue/price.h"
#include "core/catalogue/wireformat.h"
#include "core/usage/usagerecord.h"

#include <QtCore/QByteArray>
#include <QtCore/QDate>
#include <QtCore/QList>
#include <QtCore/QMap>
#include <QtCore/QSet>
#include <QtCore/QStringList>
#include <QtCore/QUrl>

#include <optional>

namespace keyway {

struct Quality {
    int score = 0; ///< 0 to 100
    QString source;
    QDate date;
};

/// One kind of thing that a prompt may have beside its text.
struct InputRule {
    QString kind; ///< `image`, `mask`, `first-frame`, `last-frame`, `pdf` or `text`
    QSet<QString> mimeTypes; ///< `image/png`; empty: any of the kind
    qint64 maxBytes = 0; ///< of one, before it is encoded; 0: no limit known
    int most = 1;
    bool required = false;
};

/// Output tokens of a usual picture with these facts, for the forecast.
struct ImageTokens {
    PriceFacts when;
    qint64 tokens = 0;
};

struct Model {
    QString id; ///< as the service names it
    QString name; ///< for people; empty: the id
    QSet<RequestType> types;
    QStringList aliases; ///< other names under which replies report it
    std::optional<WireFormat> wire; ///< where it differs from the service's
    QSet<QString> parameters; ///< `temperature`, `top_p`, `aspect_ratio`, ...; others are not sent
    /// What `size`, `quality`, `aspect_ratio`, `resolution`, `duration` (seconds), `format` and
    /// `count` may be. An option that is not named is not offered.
    QMap<QString, QStringList> options;
    QList<InputRule> inputs; ///< what it takes beside text
    qint64 contextTokens = 0; ///< 0: not known
    qint64 maxOutputTokens = 0; ///< 0: not known
    QString limitsSource; ///< where the two limits were read
    qint64 imageTokens = 0; ///< output tokens of a usual picture, for the forecast; 0: not known
    QList<ImageTokens> imageTokensBy; ///< the first whose facts hold wins over imageTokens
    std::optional<Quality> quality;
    std::optional<QDate> retires; ///< the day from which on the service refuses it
    QList<DatedPrice> prices; ///< ascending by date
    PriceFactors factors; ///< a fact named here stands in place of the service's
    QString endpoint; ///< path below the base URL where models differ in it (Stability)

    const DatedPrice *priceAt(const QDate &utcDay) const { return priceOn(prices, utcDay); }
    bool retiredOn(const QDate &utcDay) const { return retires && *retires <= utcDay; }
    qint64 imageTokensFor(const PriceFacts &facts) const;
    const InputRule *input(QStringView kind) const;
};

/// Differences between servers that speak one wire format, as data.
struct WireTraits {
    QString maxTokensField; ///< `max_completion_tokens` or `max_tokens`
    bool streamUsageOption = false; ///< understands stream_options.include_usage
    bool modelListMayBeAbsent
        = false; ///< check the key by a one-token chat where GET /models is a 404
    bool thinkingOutsideOutput = false; ///< completion tokens leave the thinking out
    QByteArray keyHeader; ///< `api-key`; empty: the wire format's own
    QByteArray keyPrefix; ///< before the key, such as `Bearer `; only with keyHeader
    QList<std::pair<QByteArray, QByteArray>> headers; ///< sent with every call
    QString imagePath; ///< of pictures below the base URL, where it is not `images/generations`
    bool modelListHasPrices = false; ///< GET models tells dollars for one token (OpenRouter)
    bool imageEditsAsJson = false; ///< source pictures as data URIs in JSON, not as a form
};

/// How a service tells what is left of the money.
struct BalanceCall {
    QString path; ///< below the base URL; the key check where it is the same
    /// To the amount, a number or a text: `/data/limit_remaining`. A `*` is each entry of a list.
    QString pointer;
    qint64 nanoPerUnit = 1'000'000'000; ///< a cent: 10'000'000
    QString currencyPointer; ///< where the reply names the currency; other than USD is no balance
};

struct Service {
    QString id; ///< `openai`
    QString name; ///< `OpenAI`
    int place = 0; ///< in lists, from 1 on; 0: after those that have one, by name
    WireFormat wire = WireFormat::OpenAiChat; ///< of text, and of what has none of its own
    std::optional<WireFormat> imageWire;
    std::optional<WireFormat> videoWire;
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
    QString keyCheckPath; ///< the cheapest call that proves the key; empty: the wire format's own
    std::optional<BalanceCall> balance;
    std::optional<BillFormat> bill; ///< where it tells what it charged
    QList<Model> models;
    QString defaultModel;
    QString defaultImageModel; ///< for pictures, where the default model makes none
    QString defaultVideoModel;
    PriceFactors factors;
    std::optional<PeakHours> peak;
    QDate date; ///< of its catalogue file

    WireFormat wireFor(RequestType type, const Model *model) const;
    /// The default model of a type of request; empty where there is none.
    QString defaultModelFor(RequestType type) const;
    /// See factorsFor(); with the model's own in place of the service's.
    std::optional<QList<PriceFactor>> priceFactors(const Model *model,
                                                   const PriceFacts &facts) const;
    const Model *model(QStringView id) const; ///< by id only
    /// Also by alias, and by a dated name such as `gpt-6-sol-2026-09-01`.
    const Model *modelReported(QStringView name) const;
};

} // namespace keyway
