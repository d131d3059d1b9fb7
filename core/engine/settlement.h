#pragma once

#include "core/catalogue/catalogue.h"
#include "core/catalogue/integration.h"
#include "core/fees/feepolicy.h"
#include "core/providers/provider.h"
#include "core/usage/cost.h"
#include "core/usage/usagerecord.h"

#include <optional>

namespace keyway::engine {

/// An estimate of tokens where no service counted: a quarter of the UTF-8 bytes, rounded up.
qint64 estimatedTokens(const QString &text);
/// The same over instructions and all turns.
qint64 estimatedPromptTokens(const PromptRequest &request);
/// A true upper bound: no tokenizer makes more tokens than there are bytes; the frame of each turn
/// is counted with it.
qint64 promptTokensAtMost(const PromptRequest &request);

/// Counts pictures and seconds that came where the service does not say what it counted: as many as
/// there are, as long as was asked for or is usual. Unchanged where there is anything reported.
void countMedia(const PromptRequest &request, const std::optional<Model> &facts,
                Completion &completion);

/// What an attempt is settled with.
struct Settlement {
    UsageRecord record;
    std::optional<Cost> cost; ///< line by line, where there is a price
};

/// Turns a started record and what came of it into the record that is kept. Pure.
/// - surely not billed: cost 0, exact;
/// - the service reported its usage: exact, or unknown without a price;
/// - cut or stopped after it was sent: counted by Keyway, estimated;
/// - no answer at all after sending: unknown.
/// `requestAlreadyCharged`: see FeePolicy::feeFor.
Settlement settle(UsageRecord started, const PromptRequest &request, const Completion &completion,
                  const Integration &integration, const Catalogue &catalogue,
                  const FeePolicy &policy, bool requestAlreadyCharged);

} // namespace keyway::engine
