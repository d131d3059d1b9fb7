#pragma once

#include "core/providers/httpexchange.h"
#include "core/providers/provider.h"

#include <QtCore/QJsonObject>

namespace keyway {

class HttpExchange;

/// The body of POST /v1/messages: always a stream, always with `max_tokens`, and of the user's
/// parameters those that the model is known to take; current models refuse `temperature` and its
/// kin.
QJsonObject anthropicBody(const PromptRequest &request, const Endpoint &endpoint);

/// Starts a call of a server that speaks Anthropic's API; `path` is below `v1/`.
HttpRequest anthropicRequest(const Endpoint &endpoint, const QString &path);

/// Speaks the messages API of Anthropic and of servers that copy it. The base URL may end with
/// `/v1`.
class AnthropicProvider final : public Provider {
public:
    /// `http` must outlive this object.
    explicit AnthropicProvider(HttpExchange &http);

    QCoro::Task<Completion> complete(PromptRequest request, Endpoint endpoint, Secret key,
                                     StreamSink sink, CancelToken cancel) override;
    Task<KeyCheck> checkKey(Endpoint endpoint, Secret key, CancelToken cancel) override;

private:
    HttpExchange &m_http;
};

} // namespace keyway
