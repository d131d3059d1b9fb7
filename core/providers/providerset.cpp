#include "core/providers/providerset.h"

namespace keyway {

ProviderSet::ProviderSet(HttpPolicy policy)
    : m_http(std::move(policy))
    , m_openAi(m_http)
    , m_anthropic(m_http)
    , m_stability(m_http)
{
}

Provider &ProviderSet::forWire(WireFormat wire)
{
    switch (wire) {
    case WireFormat::OpenAiChat:
        return m_openAi;
    case WireFormat::AnthropicMessages:
        return m_anthropic;
    case WireFormat::StabilityImage:
        return m_stability;
    }
    Q_UNREACHABLE();
}

} // namespace keyway
