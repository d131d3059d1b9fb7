#pragma once

#include "core/engine/dispatcher.h"
#include "core/storage/ledger.h"

namespace keyway::engine {

/// The state of one request on its way.
struct Dispatcher::Run {
    PromptRequest request;
    AskOptions options;
    AnswerSink sink;
    CancelGroup stop; ///< cancelled by the user, the end of the program or the deadline
    bool deadlinePassed = false;
    Answer answer;
    std::optional<RequestEntry> unwritten; ///< until it is written, with its first attempt
    std::optional<Error> cannotWrite; ///< why no attempt can be begun
    /// Why the last one that was to begin did not: a limit in requests holds it back so long.
    std::optional<std::chrono::milliseconds> heldBack;
    int attempts = 0;
    UsageRecord current; ///< the attempt that runs
    bool flatFeeCharged = false;
    JobWatch *watch = nullptr;
    bool ticketed = false; ///< a service took it as a job: no other is asked
    bool left = false; ///< the program stops, the job goes on at the service
    std::optional<Money> reference; ///< what the first one that was asked was to cost
    // Not asked without the user's word.
    QList<routing::Candidate> dearer;
    QList<routing::Candidate> pastLimit;
};

struct Dispatcher::Begun {
    UsageRecord record;
    Integration integration;
};

} // namespace keyway::engine
