#include "core/providers/providerset.h"

#include "core/providers/anthropicprovider.h"
#include "core/providers/cohereprovider.h"
#include "core/providers/geminiinteractionprovider.h"
#include "core/providers/geminiprovider.h"
#include "core/providers/lumaprovider.h"
#include "core/providers/ollamaprovider.h"
#include "core/providers/openaichatprovider.h"
#include "core/providers/openaiimagesprovider.h"
#include "core/providers/openairesponsesprovider.h"
#include "core/providers/replicateprovider.h"
#include "core/providers/runwayprovider.h"
#include "core/providers/stabilityprovider.h"
#include "core/providers/videojobs.h"

#include <utility>

namespace keyway {

ProviderSet::ProviderSet(HttpPolicy policy)
    : m_http(std::move(policy))
{
    const auto add = [this](WireFormat wire, std::unique_ptr<Provider> provider) {
        m_providers.emplace(wire, std::move(provider));
    };
    add(WireFormat::OpenAiChat, std::make_unique<OpenAiChatProvider>(m_http));
    add(WireFormat::OpenAiImages, std::make_unique<OpenAiImagesProvider>(m_http));
    add(WireFormat::OpenAiResponses, std::make_unique<OpenAiResponsesProvider>(m_http));
    add(WireFormat::AnthropicMessages, std::make_unique<AnthropicProvider>(m_http));
    add(WireFormat::GeminiGenerate, std::make_unique<GeminiProvider>(m_http));
    add(WireFormat::GeminiInteractions, std::make_unique<GeminiInteractionProvider>(m_http));
    add(WireFormat::CohereChat, std::make_unique<CohereProvider>(m_http));
    add(WireFormat::OllamaChat, std::make_unique<OllamaProvider>(m_http));
    add(WireFormat::StabilityImage, std::make_unique<StabilityProvider>(m_http));
    add(WireFormat::XaiVideo, std::make_unique<XaiVideoProvider>(m_http));
    add(WireFormat::OpenRouterVideo, std::make_unique<OpenRouterVideoProvider>(m_http));
    add(WireFormat::RunwayTask, std::make_unique<RunwayProvider>(m_http));
    add(WireFormat::LumaGeneration, std::make_unique<LumaProvider>(m_http));
    add(WireFormat::ReplicatePrediction, std::make_unique<ReplicateProvider>(m_http));
}

ProviderSet::~ProviderSet() = default;

} // namespace keyway
