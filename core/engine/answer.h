#pragma once

#include "core/base/error.h"
#include "core/providers/provider.h"
#include "core/routing/plan.h"
#include "core/usage/cost.h"
#include "core/usage/usagerecord.h"

#include <chrono>
#include <functional>
#include <optional>
#include <variant>

namespace keyway::engine {

/// What may be done after an attempt that was perhaps billed without giving an answer.
enum class DoubleBill {
    Stop, ///< end the request; see Answer::notAsked and AskOptions::alreadyAsked to go on
    Allow ///< ask the next service: the user accepted that both may charge
};

/// What a request did not do without the user's word.
enum class StoppedBefore {
    Nothing,
    DoubleBill, ///< the last attempt may have been billed, and DoubleBill::Stop holds
    DearerService, ///< all that are left cost much more, see AskOptions::allowDearer
    PassedLimit ///< all that are left could pass a limit that asks, see AskOptions::mayPassLimits
};

/// How a request is to be answered, beside what it asks.
struct AskOptions {
    Strategy strategy = Strategy::MyOrder;
    std::optional<Id> integration; ///< ask only this one
    bool evenDisabled = false; ///< with `integration`: although the user disabled it
    QString service; ///< with `model`: ask only this model
    QString model;
    DoubleBill doubleBill = DoubleBill::Stop;
    /// A fallback may cost much more than the service that was to answer, see isDearer().
    bool allowDearer = false;
    bool mayPassLimits = false; ///< limits that ask (LimitAction::Ask) let it through
    routing::Wishes wishes; ///< for this request, on top of the user's own
    std::optional<Id> conversation; ///< where the answer is kept, if anywhere
    std::chrono::milliseconds deadline{600'000}; ///< for the whole request
    int attemptBudget = 8; ///< for the whole request
    /// Integrations that were asked already, when a request goes on after a stop; their attempts
    /// count.
    QList<Id> alreadyAsked;
    int attemptsSoFar = 0;
};

// What is told while a request runs, in this order: Planned, then for each attempt AttemptStarted,
// any number of TextArrived, AttemptEnded; Waiting between attempts at the same service.

struct Planned {
    Id requestId;
    routing::RoutePlan plan;
};
struct AttemptStarted {
    UsageRecord record;
    std::optional<UnitPrices> prices; ///< for the live cost; nothing without a price
    qint64 promptTokens = 0; ///< estimate
};
struct TextArrived {
    QString text; ///< to be appended
    std::optional<TokenUsage> usage; ///< so far, where the service tells
};
struct AttemptEnded {
    UsageRecord record; ///< as it stands in the ledger now
    std::optional<Error> error;
    bool textShown = false;
};
struct Waiting {
    QString integrationName;
    std::chrono::milliseconds wait{0};
};
using AnswerEvent = std::variant<Planned, AttemptStarted, TextArrived, AttemptEnded, Waiting>;
/// Called on the core thread.
using AnswerSink = std::function<void(const AnswerEvent &)>;

struct AttemptReport {
    UsageRecord record;
    std::optional<Error> error;
    QString text; ///< what this attempt wrote, complete or not
    std::optional<Cost> cost; ///< line by line, where it is known
};

/// How a request ended.
struct Answer {
    Id requestId;
    Outcome outcome = Outcome::Failed; ///< of the last attempt; Failed where none was made
    QString text;
    QList<GeneratedImage> images;
    /// As stored. A candidate that could not be asked when its turn came (limit reached, removed)
    /// was moved to the excluded ones.
    routing::RoutePlan plan;
    QList<AttemptReport> attempts; ///< one for each row of the ledger, numbered without a gap
    std::optional<Error> error; ///< why there is no (whole) answer
    /// Services that were not asked; `stoppedBefore` says why.
    QList<routing::Candidate> notAsked;
    StoppedBefore stoppedBefore = StoppedBefore::Nothing;

    Money platformCost() const;
    Money platformFee() const;
};

} // namespace keyway::engine
