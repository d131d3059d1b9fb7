#pragma once

#include "core/providers/provider.h"

namespace keyway {

class HttpExchange;

/// Speaks Stability AI's image API. One picture for each call: a count above one is Rejected,
/// reason `one-image-at-a-time`, so that each picture is an attempt with its own price and seed.
class StabilityProvider final : public Provider {
public:
    /// `http` must outlive this object.
    explicit StabilityProvider(HttpExchange &http);

    QCoro::Task<Completion> complete(PromptRequest request, Endpoint endpoint, Secret key,
                                     StreamSink sink, CancelToken cancel) override;
    int picturesAtOnce() const override { return 1; }
    /// Asks for the balance, which is free; there is no list of models.
    Task<KeyCheck> checkKey(Endpoint endpoint, Secret key, CancelToken cancel) override;

private:
    HttpExchange &m_http;
};

} // namespace keyway
