#pragma once

#include "ui/desktop/prompts/promptvalues.h"

/// Answers of several models to one prompt, for pictures and tests of Prompts.
namespace keyway::sample {

QString landlordPrompt();
/// Both have answered; the second was faster and cheaper.
ComparisonValue comparisonComplete();
ComparisonValue comparisonWriting();
/// The second one was busy.
ComparisonValue comparisonFailed();
ComparisonValue comparisonKept();
ComparisonValue comparisonOfThree();
ConversationValue compared(const ComparisonValue &comparison);
PromptDraft comparingDraft(const ComparisonValue &comparison);

} // namespace keyway::sample
