#pragma once

#include "core/providers/jsonjobs.h"
#include "core/providers/lumaparser.h"

namespace keyway {

/// Luma's generations (provider facts, 15). Pictures only by address, so files of the user's cannot
/// go with a prompt; no cost in replies.
class LumaProvider final : public JsonJobs {
public:
    using JsonJobs::JsonJobs;

protected:
    Result<HttpRequest> startCall(const PromptRequest &request,
                                  const Endpoint &endpoint) const override;
    JobTicket ticketIn(const QJsonObject &reply) const override;
    HttpRequest stateCall(const JobTicket &ticket, const Endpoint &endpoint) const override;
    JobState stateIn(const QJsonObject &reply, const Endpoint &endpoint) const override
    {
        return lumaState(reply, endpoint);
    }
    std::optional<HttpRequest> cancelCall(const JobTicket &ticket,
                                          const Endpoint &endpoint) const override;
    QString keyCheckPath() const override { return QStringLiteral("credits"); }
};

} // namespace keyway
