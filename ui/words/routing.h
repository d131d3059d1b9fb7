#pragma once

#include "core/routing/plan.h"

#include <QtCore/QLocale>

namespace keyway::words {

/// Why a candidate stands where it stands, or why one was left out: "next in your order",
/// "takes 8,192 tokens, the prompt has 14,310". No capital, no full stop: it stands behind a name.
QString reasonWords(const routing::Reason &reason, const QLocale &locale = {});
/// The first sentence of "why this service", about the candidate that answers or is asked first.
QString whyThisService(const routing::RoutePlan &plan, const Id &answeredBy = {},
                       const QLocale &locale = {});
/// Why nobody can be asked: one sentence for a plan without candidates.
QString whyNoService(const routing::RoutePlan &plan, const QLocale &locale = {});
/// "My order", "Cheapest"
QString strategyWord(Strategy strategy);
/// What a strategy does: "asks your services in the order of the list".
QString strategyMeaning(Strategy strategy);

/// "quality 84"; where votes are a part of it: "quality 84: 80 of the catalogue, +4 from your 6
/// comparisons". Empty without a quality.
QString qualityWords(const routing::Candidate &candidate, const QLocale &locale = {});
/// "80 of the catalogue, +4 from your 6 comparisons"
QString votedWords(int listed, const routing::VoteShift &votes, const QLocale &locale = {});
/// "+4", "−4", "±0"
QString signedCount(int number, const QLocale &locale = {});

/// What a score is made of: "Score 78, the mean of: quality 88, price 62, speed 84".
QString scoreWords(const routing::Candidate &candidate, const QLocale &locale = {});

} // namespace keyway::words
