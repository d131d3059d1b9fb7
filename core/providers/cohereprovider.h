#pragma once

#include "core/providers/provider.h"

#include <QtCore/QJsonObject>

namespace keyway {

class HttpExchange;

/// The body of POST /v2/chat: always a stream, always with `max_tokens`, and of the user's
/// parameters those that the model is known to take, under Cohere's names.
QJsonObject cohereBody(const PromptRequest &request, const Endpoint &endpoint);

/// Speaks Cohere's chat. The base URL may end with the version of either call, `/v2` or `/v1`.
class CohereProvider final : public Provider {
public:
    /// `http` must outlive this object.
    explicit CohereProvider(HttpExchange &http);

    QCoro::Task<Completion> complete(PromptRequest request, Endpoint endpoint, Secret key,
                                     StreamSink sink, CancelToken cancel) override;
    Task<KeyCheck> checkKey(Endpoint endpoint, Secret key, CancelToken cancel) override;

private:
    HttpExchange &m_http;
};

} // namespace keyway
