#pragma once

#include "core/providers/geminivideoparser.h"
#include "core/providers/jsonjobs.h"

namespace keyway {

/// Videos of Gemini's Omni models as interactions in the background (provider facts, 3.3 and 3.4).
/// Length and resolution are always sent, since the price goes by them and no reply repeats
/// them. Interactions of this kind are kept by the service until they are fetched.
class GeminiVideoJobs final : public JsonJobs {
public:
    using JsonJobs::JsonJobs;

protected:
    Result<HttpRequest> startCall(const PromptRequest &request,
                                  const Endpoint &endpoint) const override;
    JobTicket ticketIn(const QJsonObject &reply) const override;
    HttpRequest stateCall(const JobTicket &ticket, const Endpoint &endpoint) const override;
    JobState stateIn(const QJsonObject &reply, const Endpoint &endpoint) const override
    {
        return geminiVideoState(reply, endpoint);
    }
    std::optional<HttpRequest> cancelCall(const JobTicket &ticket,
                                          const Endpoint &endpoint) const override;
};

} // namespace keyway
