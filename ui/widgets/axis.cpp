#include "axis.h"

namespace keyway {

QList<qint64> axisSteps(qint64 most)
{
    constexpr qint64 mostSteps = 5;
    qint64 step = 1;
    for (qint64 power = 1;; power *= 10) {
        bool found = false;
        for (const qint64 factor : {1, 2, 5}) {
            step = power * factor;
            found = most <= step * mostSteps;
            if (found)
                break;
        }
        if (found || power > most)
            break;
    }
    QList<qint64> steps{0};
    while (steps.last() < most || steps.size() < 2)
        steps.append(steps.last() + step);
    return steps;
}

} // namespace keyway
