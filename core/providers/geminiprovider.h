#pragma once

#include "core/providers/provider.h"

#include <QtCore/QJsonObject>

namespace keyway {

class HttpExchange;
struct HttpRequest;

/// The body of generateContent: text, pictures, PDFs and text files as parts, the cap on output
/// tokens, and of the user's parameters those that the model is known to take, in
/// `generationConfig` and under Gemini's names.
QJsonObject geminiBody(const PromptRequest &request, const Endpoint &endpoint);

/// A call of Google's Gemini API: `path` below the version, which the base URL may leave out; the
/// key in a header, never in the address.
HttpRequest geminiRequest(const Endpoint &endpoint, const QString &path);

/// What GET /models says about a key, for every wire format of this API. Leaves out what only
/// embeds.
Task<KeyCheck> checkGeminiKey(HttpExchange *http, Endpoint endpoint, Secret key,
                              CancelToken cancel);

/// Speaks generateContent: text as a stream, pictures in one piece, since one picture may be larger
/// than an event may be.
class GeminiProvider final : public Provider {
public:
    /// `http` must outlive this object.
    explicit GeminiProvider(HttpExchange &http);

    QCoro::Task<Completion> complete(PromptRequest request, Endpoint endpoint, Secret key,
                                     StreamSink sink, CancelToken cancel) override;
    Task<KeyCheck> checkKey(Endpoint endpoint, Secret key, CancelToken cancel) override;

private:
    HttpExchange &m_http;
};

} // namespace keyway
