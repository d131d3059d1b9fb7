#pragma once

#include "core/providers/jsonjobs.h"
#include "core/providers/replicateparser.h"

namespace keyway {

/// Replicate's predictions (provider facts, 16). No cost in replies: models are priced by output,
/// or by `credits`, which are seconds of their hardware here, from `metrics.predict_time`.
class ReplicateProvider final : public JsonJobs {
public:
    using JsonJobs::JsonJobs;

protected:
    Result<HttpRequest> startCall(const PromptRequest &request,
                                  const Endpoint &endpoint) const override;
    JobTicket ticketIn(const QJsonObject &reply) const override;
    HttpRequest stateCall(const JobTicket &ticket, const Endpoint &endpoint) const override;
    JobState stateIn(const QJsonObject &reply, const Endpoint &endpoint) const override
    {
        return replicateState(reply, endpoint);
    }
    std::optional<HttpRequest> cancelCall(const JobTicket &ticket,
                                          const Endpoint &endpoint) const override;
    QString keyCheckPath() const override { return QStringLiteral("account"); }
};

} // namespace keyway
