#pragma once

#include "core/providers/geminivideojobs.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

namespace keyway {

/// The body of POST /interactions for text: always a stream, always with the cap on output tokens,
/// and never stored by the service. The conversation goes along as steps.
QJsonObject geminiInteractionBody(const PromptRequest &request, const Endpoint &endpoint);

/// The parts of a message as an interaction takes them: text files as text, pictures and documents
/// as they are.
QJsonArray geminiInteractionContent(const Message &message);

/// Speaks Gemini's interactions: text as a stream, videos as jobs.
class GeminiInteractionProvider final : public Provider {
public:
    /// `http` must outlive this object.
    explicit GeminiInteractionProvider(HttpExchange &http);

    QCoro::Task<Completion> complete(PromptRequest request, Endpoint endpoint, Secret key,
                                     StreamSink sink, CancelToken cancel) override;
    Task<KeyCheck> checkKey(Endpoint endpoint, Secret key, CancelToken cancel) override;
    JobProvider *jobsFor(const PromptRequest &request, const Endpoint &endpoint) override;

private:
    HttpExchange &m_http;
    GeminiVideoJobs m_videos;
};

} // namespace keyway
