#pragma once

#include "core/providers/provider.h"

#include <QtCore/QJsonObject>

namespace keyway {

class HttpExchange;

/// The body of POST /responses: a stream, with the cap on output tokens, and never stored by the
/// service, which would be its default.
QJsonObject openAiResponsesBody(const PromptRequest &request, const Endpoint &endpoint);

/// Speaks to POST /responses, of OpenAI and of those who offer the same.
class OpenAiResponsesProvider final : public Provider {
public:
    /// `http` must outlive this object.
    explicit OpenAiResponsesProvider(HttpExchange &http);

    QCoro::Task<Completion> complete(PromptRequest request, Endpoint endpoint, Secret key,
                                     StreamSink sink, CancelToken cancel) override;
    Task<KeyCheck> checkKey(Endpoint endpoint, Secret key, CancelToken cancel) override;

private:
    HttpExchange &m_http;
};

} // namespace keyway
