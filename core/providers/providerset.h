#pragma once

#include "core/providers/anthropicprovider.h"
#include "core/providers/httpexchange.h"
#include "core/providers/openaichatprovider.h"
#include "core/providers/stabilityprovider.h"

namespace keyway {

/// Every provider that Keyway has, over one HttpExchange. Lives on one thread; must outlive the
/// tasks that its providers gave, or end them first with dropConnections() and let their thread's
/// events run.
class ProviderSet {
public:
    explicit ProviderSet(HttpPolicy policy = {});

    Provider &forWire(WireFormat wire);
    /// See HttpExchange::dropConnections().
    void dropConnections() { m_http.dropConnections(); }

private:
    HttpExchange m_http;
    OpenAiChatProvider m_openAi;
    AnthropicProvider m_anthropic;
    StabilityProvider m_stability;
};

} // namespace keyway
