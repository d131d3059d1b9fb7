#pragma once

#include "core/providers/provider.h"

#include <QtCore/QJsonObject>

namespace keyway {

class HttpExchange;

/// The body of POST /chat/completions: always a stream, always with the cap on output tokens, and
/// of the user's parameters those that the model is known to take (all where the model is not
/// known).
QJsonObject openAiChatBody(const PromptRequest &request, const Endpoint &endpoint);

/// Speaks to OpenAI and to every server with its chat wire format; their differences are
/// WireTraits.
class OpenAiChatProvider final : public Provider {
public:
    /// `http` must outlive this object.
    explicit OpenAiChatProvider(HttpExchange &http);

    QCoro::Task<Completion> complete(PromptRequest request, Endpoint endpoint, Secret key,
                                     StreamSink sink, CancelToken cancel) override;
    Task<KeyCheck> checkKey(Endpoint endpoint, Secret key, CancelToken cancel) override;

private:
    HttpExchange &m_http;
};

} // namespace keyway
