#pragma once

#include "core/catalogue/catalogue.h"
#include "core/money/money.h"

#include <optional>

namespace keyway::guard {

/// What one attempt can use at most, known before it is sent.
struct AttemptBounds {
    RequestType type = RequestType::Text;
    qint64 promptTokens = 0; ///< upper bound: the bytes of the prompt
    qint64 outputTokens = 0; ///< the cap that is sent with it
    int images = 0;
    qint64 imageTokens = 0; ///< of a usual picture of this size and quality; 0: not known
    int inputPictures = 0; ///< that go with the prompt
    int videoSeconds = 0; ///< 0: not known
};

/// What an attempt costs at most at list prices, exact. The prompt is taken at the dearest price
/// that its tokens can meet (a cache write can cost more than plain input), in every tier that a
/// prompt of up to this size can fall into. Pictures that are
/// billed by token are taken at twice the tokens of a usual one, since no request can cap them.
/// Nothing where a price is missing, or where nothing is known about the units. Uplifts that only
/// the reply tells (service tier, region) are not in it; Keyway asks for none of them.
std::optional<PicoDollars> worstCost(const PriceQuote &quote, const AttemptBounds &bounds);

/// The largest output cap, at most `bounds.outputTokens`, with which the attempt costs no more than
/// `left`; below zero where not even the prompt fits. Nothing where worstCost() is nothing.
std::optional<qint64> outputTokensWithin(Money left, const PriceQuote &quote,
                                         const AttemptBounds &bounds);

} // namespace keyway::guard
