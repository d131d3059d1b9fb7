#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QJsonObject>
#include <QtCore/QString>

#include <chrono>
#include <optional>

namespace keyway::routing {

/// Why a candidate stands where it stands, or why one was left out. ui/words makes the sentence.
enum class ReasonCode {
    // of candidates
    FirstInOrder,
    NextInOrder,
    Cheapest,
    NextCheapest,
    Fastest,
    NextFastest,
    BestQuality,
    NextBestQuality,
    BestBalance,
    NextBestBalance,
    Pinned,
    PriceUnknownLast,
    SpeedUnknownLast,
    DownLast, ///< asked when nobody else is left: its last attempts failed
    ProbedLast, ///< the same, while another request tries whether it works again
    RestingLast, ///< the same, when the time is over for which it wants no requests
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
    Ignored, ///< by the user's wish
    NotAmongOnly, ///< the user wished only others
    NotLocal, ///< the prompt is to stay on this computer
    AboveMaxPrice,
    PriceUnknownUnderMaxPrice,
    QualityUnknown, ///< under Strategy::BestQuality
    Resting, ///< wants no requests for longer than anybody would wait
    SpendingStopped, ///< by the user, for everything that costs money
    OverRate, ///< a limit of the user's own in requests; plan() never gives it
};
/// Such as `over-budget`.
QString nameOf(ReasonCode code);
std::optional<ReasonCode> reasonCodeFromName(QStringView name);

struct Reason {
    ReasonCode code = ReasonCode::FirstInOrder;
    /// Facts for the sentence that the entry itself does not have, such as
    /// {"limit_tokens": 8192, "prompt_tokens": 14310}.
    QJsonObject values;
};

/// A reason of `Resting` or `RestingLast`: wants no requests for so long.
Reason restingReason(ReasonCode code, const QDateTime &now, std::chrono::milliseconds rest);

} // namespace keyway::routing
