#pragma once

#include "core/providers/jsonjobs.h"
#include "core/providers/videoparser.h"

namespace keyway {

/// xAI's videos (provider facts, 6): the cost is in the reply; a video that moderation withholds is
/// billed all the same. They cannot be cancelled.
class XaiVideoProvider final : public JsonJobs {
public:
    using JsonJobs::JsonJobs;

protected:
    Result<HttpRequest> startCall(const PromptRequest &request,
                                  const Endpoint &endpoint) const override;
    JobTicket ticketIn(const QJsonObject &reply) const override;
    HttpRequest stateCall(const JobTicket &ticket, const Endpoint &endpoint) const override;
    JobState stateIn(const QJsonObject &reply, const Endpoint &endpoint) const override
    {
        return xaiVideoState(reply, endpoint);
    }
};

/// OpenRouter's videos (provider facts, 5): the cost is in the reply, the result is fetched with
/// the key. They cannot be cancelled.
class OpenRouterVideoProvider final : public JsonJobs {
public:
    using JsonJobs::JsonJobs;

protected:
    Result<HttpRequest> startCall(const PromptRequest &request,
                                  const Endpoint &endpoint) const override;
    JobTicket ticketIn(const QJsonObject &reply) const override;
    HttpRequest stateCall(const JobTicket &ticket, const Endpoint &endpoint) const override;
    JobState stateIn(const QJsonObject &reply, const Endpoint &endpoint) const override
    {
        return openRouterVideoState(reply, endpoint);
    }
    QString keyCheckPath() const override { return QStringLiteral("key"); }
};

} // namespace keyway
