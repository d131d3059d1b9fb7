#include "core/providers/providerset.h"

#include "core/providers/anthropicprovider.h"
#include "core/providers/cohereprovider.h"
#include "core/providers/geminiinteractionprovider.h"
#include "core/providers/geminiprovider.h"
#include "core/providers/ollamaprovider.h"
#include "core/providers/openaichatprovider.h"
#include "core/providers/openaiimagesprovider.h"
#include "core/providers/openairesponsesprovider.h"
#include "core/providers/stabilityprovider.h"

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
}

ProviderSet::~ProviderSet() = default;

} // namespace keyway
