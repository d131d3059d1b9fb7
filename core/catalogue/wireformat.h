#pragma once

#include <QtCore/QLatin1StringView>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>

namespace keyway {

/// How bytes are exchanged with a service: one adapter each. A service can speak several, one for
/// each type of request, and a model one of its own.
enum class WireFormat {
    OpenAiChat,
    OpenAiResponses,
    OpenAiImages, ///< also xAI's and OpenRouter's pictures, by traits
    AnthropicMessages,
    GeminiGenerate,
    GeminiInteractions,
    CohereChat,
    OllamaChat,
    StabilityImage,
    XaiVideo,
    OpenRouterVideo,
    RunwayTask,
    LumaGeneration,
    ReplicatePrediction,
};

/// Such as `openai-chat`; in the catalogue and on the command line of tools.
QLatin1StringView nameOf(WireFormat wire);
std::optional<WireFormat> wireFormatFromName(QStringView name);
QStringList wireFormatNames();

} // namespace keyway
