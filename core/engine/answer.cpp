#include "core/engine/answer.h"

namespace keyway::engine {

Money Answer::platformCost() const
{
    Money sum;
    for (const AttemptReport &attempt : attempts)
        sum += attempt.record.platformCost;
    return sum;
}

Money Answer::platformFee() const
{
    Money sum;
    for (const AttemptReport &attempt : attempts)
        sum += attempt.record.platformFee;
    return sum;
}

} // namespace keyway::engine
