#pragma once

#include "tests/support/simulator/wire.h"

namespace keyway::simulator {

// What answers the calls; each is named in the tables of rules/. The request is a right one, and
// no fault before the answer was scripted.

Reply chatAnswer(const Exchange &exchange, Backstage &stage);
Reply responsesAnswer(const Exchange &exchange, Backstage &stage);
Reply inputTokensAnswer(const Exchange &exchange, Backstage &stage);
Reply openAiPictures(const Exchange &exchange, Backstage &stage);
Reply openAiCosts(const Exchange &exchange, Backstage &stage);
Reply openAiUsage(const Exchange &exchange, Backstage &stage);
Reply openAiPictureUsage(const Exchange &exchange, Backstage &stage);

Reply messagesAnswer(const Exchange &exchange, Backstage &stage);
Reply countTokensAnswer(const Exchange &exchange, Backstage &stage);
Reply anthropicUsage(const Exchange &exchange, Backstage &stage);
Reply anthropicCosts(const Exchange &exchange, Backstage &stage);

Reply modelList(const Exchange &exchange, Backstage &stage);
Reply balance(const Exchange &exchange, Backstage &stage);

Reply xaiPictures(const Exchange &exchange, Backstage &stage);
Reply xaiVideo(const Exchange &exchange, Backstage &stage);
Reply xaiVideoState(const Exchange &exchange, Backstage &stage);

Reply openRouterPictures(const Exchange &exchange, Backstage &stage);
Reply openRouterVideo(const Exchange &exchange, Backstage &stage);
Reply openRouterVideoState(const Exchange &exchange, Backstage &stage);
Reply openRouterVideoContent(const Exchange &exchange, Backstage &stage);
Reply openRouterGeneration(const Exchange &exchange, Backstage &stage);

Reply geminiAnswer(const Exchange &exchange, Backstage &stage);
Reply geminiCount(const Exchange &exchange, Backstage &stage);
Reply interactionAnswer(const Exchange &exchange, Backstage &stage);
Reply interactionState(const Exchange &exchange, Backstage &stage);
Reply interactionCancel(const Exchange &exchange, Backstage &stage);
Reply interactionDelete(const Exchange &exchange, Backstage &stage);
Reply geminiFile(const Exchange &exchange, Backstage &stage);

Reply cohereAnswer(const Exchange &exchange, Backstage &stage);
Reply ollamaAnswer(const Exchange &exchange, Backstage &stage);
Reply ollamaInfo(const Exchange &exchange, Backstage &stage);

Reply stabilityPicture(const Exchange &exchange, Backstage &stage);
Reply stabilityJob(const Exchange &exchange, Backstage &stage);
Reply stabilityResult(const Exchange &exchange, Backstage &stage);

Reply runwayTask(const Exchange &exchange, Backstage &stage);
Reply runwayTaskState(const Exchange &exchange, Backstage &stage);
Reply runwayTaskDelete(const Exchange &exchange, Backstage &stage);
Reply runwayUsage(const Exchange &exchange, Backstage &stage);

Reply lumaGeneration(const Exchange &exchange, Backstage &stage);
Reply lumaGenerationState(const Exchange &exchange, Backstage &stage);
Reply lumaGenerationDelete(const Exchange &exchange, Backstage &stage);

Reply replicatePrediction(const Exchange &exchange, Backstage &stage);
Reply replicatePredictionState(const Exchange &exchange, Backstage &stage);
Reply replicatePredictionCancel(const Exchange &exchange, Backstage &stage);

Reply fileContent(const Exchange &exchange, Backstage &stage);

} // namespace keyway::simulator
