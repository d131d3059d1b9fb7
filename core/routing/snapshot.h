#pragma once

#include "core/catalogue/integration.h"
#include "core/guard/spendinglimit.h"
#include "core/money/money.h"
#include "core/routing/health.h"
#include "core/routing/votes.h"
#include "core/usage/usagerecord.h"

#include <QtCore/QDateTime>
#include <QtCore/QList>
#include <QtCore/QMap>
#include <QtCore/QSet>

#include <optional>

namespace keyway::routing {

/// Everything known about one integration with one model when the plan is made.
struct Option {
    Integration integration;
    QString serviceName;
    QSet<RequestType> serviceTypes; ///< what the service does; decides for a model without facts
    QString model;
    std::optional<Model> facts; ///< nothing for a model that the catalogue does not know
    std::optional<PriceQuote> price;
    bool keyAvailable = true;
    bool local = false; ///< runs on this computer: no prompt leaves it
    Money spentThisMonth; ///< reservations included
    ModelHealth health;
};

/// Something that goes with the prompt.
struct RouteInput {
    QString kind; ///< as in InputRule: `image`, `mask`, `pdf`, ...
    QString mimeType; ///< by its first bytes
    qint64 bytes = 0;
};

/// What the user wants of every choice, whatever the strategy. Names are compared without case and
/// mean an integration (`My OpenAI`), a service (`openai`) or a model (`openai/gpt-6-sol`).
struct Wishes {
    QStringList only; ///< empty: anybody
    QStringList ignore;
    std::optional<Money> maxPrice; ///< no attempt may cost more, not even at its worst
    bool localOnly = false; ///< prompts stay on this computer
    QMap<QString, int> quality; ///< own scores, 0 to 100, by `service/model`

    bool isEmpty() const;
    /// These, with `others` on top: lists of both, the lower price, the others' scores first.
    Wishes with(const Wishes &others) const;
    QJsonObject toJson() const;
    /// Nothing for what no version of Keyway wrote.
    static std::optional<Wishes> fromJson(const QJsonObject &json);
    friend bool operator==(const Wishes &, const Wishes &) = default;
};

struct RouteSnapshot {
    QDateTime now;
    RequestType type = RequestType::Text;
    AppClass app = AppClass::Window; ///< which program asks
    Strategy strategy = Strategy::MyOrder;
    qint64 promptTokens = 0; ///< estimate
    qint64 promptTokensAtMost = 0; ///< upper bound: the bytes of the prompt
    qint64 typicalOutputTokens = 400; ///< of this user's answers, for the estimate
    std::optional<qint64> maxOutputTokens; ///< as the user asked
    int imageCount = 1;
    int videoSeconds = 0; ///< 0: the model's usual length
    QList<RouteInput> inputs;
    QMap<QString, QString> wanted; ///< what was asked for, by the names of Model::options
    PriceFacts priceFacts;
    std::optional<Id> pinnedIntegration;
    bool evenDisabled = false; ///< the pinned one may be disabled
    QString pinnedService; ///< with pinnedModel: `--model service/model`
    QString pinnedModel;
    Wishes wishes;
    VoteShifts votes; ///< of this user, on the kind of request
    HealthPolicy healthPolicy;
    QList<guard::LimitUse> limits; ///< beside those of the integrations
    bool mayPassLimits = false; ///< those that ask: the user gave the word
    bool spendingStopped = false; ///< only what surely costs nothing may be asked
    QList<Option> options;
};

/// Answers that must have been seen before their length counts as usual.
inline constexpr int answersForTypical = 5;
/// The usual length of this user's answers over all models, from what each of them measured;
/// nothing while there are too few.
std::optional<qint64> typicalOutputTokens(const QList<ModelHealth> &all);

} // namespace keyway::routing
