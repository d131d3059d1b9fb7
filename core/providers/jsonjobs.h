#pragma once

#include "core/providers/httpexchange.h"
#include "core/providers/jobparts.h"

#include <QtCore/QJsonObject>

namespace keyway {

/// A call with a JSON body.
HttpRequest postJsonTo(const Endpoint &endpoint, const QString &path, const QJsonObject &body);

/// The calls of a service whose jobs are JSON, whatever their fields are called: what is sent and
/// how replies are read is left to each wire format. Makes nothing but jobs.
class JsonJobs : public Provider, public JobProvider {
public:
    /// `http` must outlive this object.
    explicit JsonJobs(HttpExchange &http);

    QCoro::Task<Completion> complete(PromptRequest request, Endpoint endpoint, Secret key,
                                     StreamSink sink, CancelToken cancel) override;
    Task<KeyCheck> checkKey(Endpoint endpoint, Secret key, CancelToken cancel) override;
    JobProvider *jobsFor(const PromptRequest &, const Endpoint &) override { return this; }

    QCoro::Task<JobStart> startJob(PromptRequest request, Endpoint endpoint, Secret key,
                                   CancelToken cancel) override;
    Task<JobState> jobState(JobTicket ticket, Endpoint endpoint, Secret key,
                            CancelToken cancel) override;
    Task<Done> cancelJob(JobTicket ticket, Endpoint endpoint, Secret key,
                         CancelToken cancel) override;

protected:
    /// Error: Rejected, before anything is sent.
    virtual Result<HttpRequest> startCall(const PromptRequest &request,
                                          const Endpoint &endpoint) const = 0;
    /// An empty id: the reply has none.
    virtual JobTicket ticketIn(const QJsonObject &reply) const = 0;
    virtual HttpRequest stateCall(const JobTicket &ticket, const Endpoint &endpoint) const = 0;
    virtual JobState stateIn(const QJsonObject &reply, const Endpoint &endpoint) const = 0;
    /// Nothing: the service has no such call.
    virtual std::optional<HttpRequest> cancelCall(const JobTicket &ticket,
                                                  const Endpoint &endpoint) const;
    /// What proves the key of a service without a list of models, below the base URL, where the
    /// catalogue names no other; empty: the list.
    virtual QString keyCheckPath() const { return {}; }

private:
    HttpExchange &m_http;
};

} // namespace keyway
