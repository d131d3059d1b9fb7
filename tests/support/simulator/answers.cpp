#include "tests/support/simulator/answers.h"

namespace keyway::simulator {

using namespace Qt::StringLiterals;

Answer answerOf(const QString &does)
{
    static const QHash<QString, Answer> answers{
        {u"chat"_s, chatAnswer},
        {u"responses"_s, responsesAnswer},
        {u"input-tokens"_s, inputTokensAnswer},
        {u"openai-pictures"_s, openAiPictures},
        {u"openai-costs"_s, openAiCosts},
        {u"openai-usage"_s, openAiUsage},
        {u"openai-picture-usage"_s, openAiPictureUsage},
        {u"messages"_s, messagesAnswer},
        {u"count-tokens"_s, countTokensAnswer},
        {u"anthropic-usage"_s, anthropicUsage},
        {u"anthropic-costs"_s, anthropicCosts},
        {u"models"_s, modelList},
        {u"balance"_s, balance},
        {u"xai-pictures"_s, xaiPictures},
        {u"xai-video"_s, xaiVideo},
        {u"xai-video-state"_s, xaiVideoState},
        {u"openrouter-pictures"_s, openRouterPictures},
        {u"openrouter-video"_s, openRouterVideo},
        {u"openrouter-video-state"_s, openRouterVideoState},
        {u"openrouter-video-content"_s, openRouterVideoContent},
        {u"openrouter-generation"_s, openRouterGeneration},
        {u"gemini"_s, geminiAnswer},
        {u"gemini-count"_s, geminiCount},
        {u"gemini-file"_s, geminiFile},
        {u"interaction"_s, interactionAnswer},
        {u"interaction-state"_s, interactionState},
        {u"interaction-cancel"_s, interactionCancel},
        {u"interaction-delete"_s, interactionDelete},
        {u"cohere"_s, cohereAnswer},
        {u"ollama"_s, ollamaAnswer},
        {u"ollama-info"_s, ollamaInfo},
        {u"stability-picture"_s, stabilityPicture},
        {u"stability-job"_s, stabilityJob},
        {u"stability-result"_s, stabilityResult},
        {u"runway-task"_s, runwayTask},
        {u"runway-usage"_s, runwayUsage},
        {u"runway-task-state"_s, runwayTaskState},
        {u"runway-task-delete"_s, runwayTaskDelete},
        {u"luma-generation"_s, lumaGeneration},
        {u"luma-generation-state"_s, lumaGenerationState},
        {u"luma-generation-delete"_s, lumaGenerationDelete},
        {u"replicate-prediction"_s, replicatePrediction},
        {u"replicate-prediction-state"_s, replicatePredictionState},
        {u"replicate-prediction-cancel"_s, replicatePredictionCancel},
        {u"file"_s, fileContent}};
    return answers.value(does, nullptr);
}

} // namespace keyway::simulator
