#pragma once

#include "core/providers/jsonjobs.h"

namespace keyway {

/// How a task of Runway stands, by the answer of GET /v1/tasks/{id}. Pure.
JobState runwayState(const QJsonObject &reply, const Endpoint &endpoint);

/// Runway's tasks (provider facts, 14): the cost is in the reply, in credits of a cent; a task can
/// be cancelled.
class RunwayProvider final : public JsonJobs {
public:
    using JsonJobs::JsonJobs;

protected:
    Result<HttpRequest> startCall(const PromptRequest &request,
                                  const Endpoint &endpoint) const override;
    JobTicket ticketIn(const QJsonObject &reply) const override;
    HttpRequest stateCall(const JobTicket &ticket, const Endpoint &endpoint) const override;
    JobState stateIn(const QJsonObject &reply, const Endpoint &endpoint) const override
    {
        return runwayState(reply, endpoint);
    }
    std::optional<HttpRequest> cancelCall(const JobTicket &ticket,
                                          const Endpoint &endpoint) const override;
    QString keyCheckPath() const override { return QStringLiteral("v1/organization"); }
};

} // namespace keyway
