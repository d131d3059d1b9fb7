#pragma once

#include "core/catalogue/integration.h"
#include "core/money/money.h"
#include "core/usage/usagerecord.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonObject>
#include <QtCore/QList>

#include <optional>

namespace keyway::routing {

/// Why a candidate stands where it stands, or why one was left out. ui/words makes the sentence.
enum class ReasonCode {
    // of candidates
    FirstInOrder,
    NextInOrder,
    Cheapest,
    NextCheapest,
    Pinned,
    PriceUnknownLast,
    // of excluded ones
    Disabled,
    NotInAutomaticRouting,
    NotAsFallback,
    Held,
    KeyUnavailable,
    OverBudget,
    NoModel,
    TypeNotSupported,
    PromptTooLong,
    ModelRetired,
    NotChosen,
    Removed, ///< between the plan and its turn; plan() never gives it
    PriceUnknownUnderLimit,
    InputNotSupported,
    InputTooLarge,
    InputMissing,
    OptionNotSupported,
};
/// Such as `over-budget`.
QString nameOf(ReasonCode code);
std::optional<ReasonCode> reasonCodeFromName(QStringView name);

struct Reason {
    ReasonCode code = ReasonCode::FirstInOrder;
    QJsonObject
        values; ///< facts for the sentence, such as {"limit_tokens": 8192, "prompt_tokens": 14310}
};

/// Everything known about one integration with one model when the plan is made.
struct Option {
    Integration integration;
    QString serviceName;
    QSet<RequestType> serviceTypes; ///< what the service does; decides for a model without facts
    QString model;
    std::optional<Model> facts; ///< nothing for a model that the catalogue does not know
    std::optional<PriceQuote> price;
    bool keyAvailable = true;
    Money spentThisMonth; ///< reservations included
};

/// Something that goes with the prompt.
struct RouteInput {
    QString kind; ///< as in InputRule: `image`, `mask`, `pdf`, ...
    QString mimeType; ///< by its first bytes
    qint64 bytes = 0;
};

struct RouteSnapshot {
    QDateTime now;
    RequestType type = RequestType::Text;
    Strategy strategy = Strategy::MyOrder;
    qint64 promptTokens = 0; ///< estimate
    qint64 promptTokensAtMost = 0; ///< upper bound: the bytes of the prompt
    qint64 typicalOutputTokens = 400; ///< for the estimate
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
    QList<Option> options;
};

struct Candidate {
    Id integrationId;
    QString integrationName;
    QString service;
    QString model;
    int score = 0; ///< 0 to 100
    std::optional<Money> estimatedCost; ///< typical; nothing without a price
    std::optional<Money> worstCost; ///< what is reserved: upper bound of prompt and output
    qint64 maxOutputTokens = 0; ///< the cap that is sent and that worstCost was computed from
    Reason reason;
};

struct Excluded {
    Id integrationId;
    QString integrationName;
    QString service;
    QString model;
    Reason reason;
};

/// In the order in which they will be asked. Stored with the request.
struct RoutePlan {
    Strategy strategy = Strategy::MyOrder;
    QList<Candidate> candidates;
    QList<Excluded> excluded;

    /// Moves a candidate that cannot be asked after all to the excluded ones.
    void exclude(const Candidate &candidate, const Reason &reason);

    QJsonObject toJson() const;
    static std::optional<RoutePlan> fromJson(const QJsonObject &json);
};

/// OverBudget with its facts. `spent`: of the month, reservations included; `needed`: what the
/// attempt may cost.
Reason overBudget(Money limit, Money spent, std::optional<Money> needed);

/// The output cap where the user names none and the model allows as much.
inline constexpr qint64 usualMaxOutputTokens = 4096;
/// A budget never shortens an answer below this; the integration is left out instead.
inline constexpr qint64 fewestOutputTokens = 16;

/// Decides. Pure: the same snapshot gives the same plan. Every option is in exactly one of the two
/// lists. A plan without candidates is a value, not an error.
RoutePlan plan(const RouteSnapshot &snapshot);

} // namespace keyway::routing
