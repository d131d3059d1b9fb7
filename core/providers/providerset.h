#pragma once

#include "core/providers/httpexchange.h"
#include "core/providers/provider.h"

#include <map>
#include <memory>

namespace keyway {

/// Every provider that Keyway has, over one HttpExchange. Lives on one thread; must outlive the
/// tasks that its providers gave, or end them first with dropConnections() and let their thread's
/// events run.
class ProviderSet {
public:
    explicit ProviderSet(HttpPolicy policy = {});
    ~ProviderSet();

    /// Whether there is an adapter; a test sees to it that the catalogue names no other wire
    /// format.
    bool speaks(WireFormat wire) const { return m_providers.contains(wire); }
    Provider &forWire(WireFormat wire) { return *m_providers.at(wire); }
    HttpExchange &http() { return m_http; }
    /// See HttpExchange::dropConnections().
    void dropConnections() { m_http.dropConnections(); }

private:
    HttpExchange m_http;
    std::map<WireFormat, std::unique_ptr<Provider>> m_providers;
};

} // namespace keyway
