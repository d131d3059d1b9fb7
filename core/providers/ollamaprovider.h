#pragma once

#include "core/providers/provider.h"

#include <QtCore/QJsonObject>

namespace keyway {

class HttpExchange;

/// The body of POST /api/chat. `num_ctx` is always in it: Ollama's own window is small, and it cuts
/// longer prompts without a word. `think`, `format` and `keep_alive` stand beside the options.
QJsonObject ollamaBody(const PromptRequest &request, const Endpoint &endpoint);

/// The window that a request needs: what its text may come to with the answer, rounded up to a
/// power of two, since another size makes Ollama load the model again; no more than the model has.
qint64 ollamaContext(const PromptRequest &request, const Endpoint &endpoint);

/// Speaks Ollama's own API. The base URL may end with the `/v1` of its OpenAI interface.
class OllamaProvider final : public Provider {
public:
    /// `http` must outlive this object.
    explicit OllamaProvider(HttpExchange &http);

    QCoro::Task<Completion> complete(PromptRequest request, Endpoint endpoint, Secret key,
                                     StreamSink sink, CancelToken cancel) override;
    Task<KeyCheck> checkKey(Endpoint endpoint, Secret key, CancelToken cancel) override;

private:
    HttpExchange &m_http;
};

} // namespace keyway
