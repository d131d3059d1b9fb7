#pragma once

#include "ui/desktop/prompts/promptvalues.h"

#include <QtCore/QLocale>

namespace keyway {

/// What an answer costs, line by line, as it is shown: the lines add up to the total.
struct CostLines {
    struct Line {
        QString label;
        QString amount;
        QString spoken;
    };
    QList<Line> lines;
    Line total;
    bool live = false; ///< still counting, from Keyway's own estimate
    bool known = true; ///< false: the price is unknown, and there is no total
};
CostLines costLines(const AnswerValue &answer, const ServicesValue &services,
                    const QLocale &locale = {});

/// The cost of an attempt as far as it can be known: as kept, or estimated while it runs.
/// Nothing without a price.
std::optional<Cost> costSoFar(const AttemptValue &attempt);
/// What an attempt used so far; where the service has not told, a quarter of the bytes.
TokenUsage usageSoFar(const AttemptValue &attempt);

} // namespace keyway
