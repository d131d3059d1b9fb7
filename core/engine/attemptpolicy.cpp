#include "core/engine/attemptpolicy.h"

#include <algorithm>

namespace keyway::engine {

Outcome outcomeOf(const Completion &completion)
{
    const bool failed
        = completion.outcome == Outcome::Failed || completion.outcome == Outcome::Unknown;
    if (!failed)
        return completion.outcome;
    const bool possiblyBilled
        = completion.error && completion.error->billing() == Error::Billing::Possible;
    return possiblyBilled && completion.text.isEmpty() ? Outcome::Unknown : Outcome::Failed;
}

NextStep stepAfter(Outcome outcome, const std::optional<Error> &error, bool textShown,
                   RequestType type, DoubleBill doubleBill)
{
    const bool failed = outcome == Outcome::Failed || outcome == Outcome::Unknown;
    if (!failed || !error || textShown)
        return NextStep::EndRequest;
    if (!error->allowsFallback())
        return NextStep::EndRequest;
    if (outcome == Outcome::Failed)
        return NextStep::AskNext;
    if (type != RequestType::Text)
        return NextStep::EndRequest;
    return doubleBill == DoubleBill::Allow ? NextStep::AskNext : NextStep::StopBeforeDoubleBill;
}

bool isDearer(const std::optional<Money> &fallback, const std::optional<Money> &reference)
{
    if (!fallback || !reference)
        return false;
    return *fallback > std::max(reference->scaled(2, 1), Money::fromCents(1));
}

std::optional<std::chrono::milliseconds> waitBeforeRetry(const Error &error, int retriesSoFar,
                                                         int jitter)
{
    using std::chrono::milliseconds;
    constexpr int mostRetries = 2;
    constexpr milliseconds longestBackoff{8'000};
    if (!error.allowsRetry() || retriesSoFar >= mostRetries)
        return std::nullopt;
    if (const std::optional<milliseconds> asked = error.reply().retryAfter) {
        if (*asked > routing::longestWait)
            return std::nullopt;
        return std::max(*asked, milliseconds(0));
    }
    const milliseconds backoff = std::min(milliseconds(500 << retriesSoFar), longestBackoff);
    return backoff - backoff * std::clamp(jitter, 0, 99) / 400;
}

} // namespace keyway::engine
