#include "core/storage/usagesummary.h"

namespace keyway {

bool countsAsRequest(const UsageRecord &record)
{
    const bool fruitless
        = record.outcome == Outcome::Failed || record.outcome == Outcome::Cancelled;
    const bool free = record.platformCost.isZero() && record.costState != CostState::Unknown;
    return !(fruitless && free);
}

UsageSums &UsageSums::operator+=(const UsageSums &other)
{
    requests += other.requests;
    attempts += other.attempts;
    unknownCosts += other.unknownCosts;
    estimatedCosts += other.estimatedCosts;
    tokensIn += other.tokensIn;
    tokensOut += other.tokensOut;
    platformCost += other.platformCost;
    platformFee += other.platformFee;
    return *this;
}

} // namespace keyway
