#pragma once

#include "core/providers/jsonjobs.h"
#include "core/providers/runwayparser.h"

namespace keyway {

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
