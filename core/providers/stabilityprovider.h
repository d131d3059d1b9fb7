#pragma once

#include "core/providers/provider.h"

namespace keyway {

class HttpExchange;
struct HttpRequest;

/// Speaks Stability AI's image API: generation, edits and upscales, by the path that the catalogue
/// gives a model. Creative upscale and relighting are jobs; they cannot be cancelled. One picture
/// for each call: a count above one is Rejected, reason `one-image-at-a-time`, so that each picture
/// is an attempt with its own price and seed.
class StabilityProvider final : public Provider, public JobProvider {
public:
    /// `http` must outlive this object.
    explicit StabilityProvider(HttpExchange &http);

    QCoro::Task<Completion> complete(PromptRequest request, Endpoint endpoint, Secret key,
                                     StreamSink sink, CancelToken cancel) override;
    int picturesAtOnce() const override { return 1; }
    JobProvider *jobsFor(const PromptRequest &request, const Endpoint &endpoint) override;
    QCoro::Task<JobStart> startJob(PromptRequest request, Endpoint endpoint, Secret key,
                                   CancelToken cancel) override;
    Task<JobState> jobState(JobTicket ticket, Endpoint endpoint, Secret key,
                            CancelToken cancel) override;
    Task<Done> cancelJob(JobTicket ticket, Endpoint endpoint, Secret key,
                         CancelToken cancel) override;
    std::chrono::milliseconds pace() const override { return std::chrono::seconds(10); }
    /// Asks for the balance, which is free; there is no list of models.
    Task<KeyCheck> checkKey(Endpoint endpoint, Secret key, CancelToken cancel) override;

private:
    HttpRequest formCall(const PromptRequest &request, const Endpoint &endpoint,
                         const QString &path) const;

    HttpExchange &m_http;
};

} // namespace keyway
