#pragma once

#include "core/providers/provider.h"
#include "core/routing/plan.h"
#include "core/usage/usagerecord.h"

namespace keyway::engine {

/// Who keeps a job hears of its way through the dispatcher. Called on the core thread.
class JobWatch {
public:
    virtual ~JobWatch() = default;
    /// Before an attempt is sent. `ticketed`: the service gives a ticket for it. An error ends the
    /// attempt: what cannot be kept is not sent.
    virtual Result<Done> attemptStarts(const UsageRecord &record,
                                       const routing::Candidate &candidate, bool ticketed)
        = 0;
    /// At once, before the first question.
    virtual void ticketGiven(const JobTicket &ticket) = 0;
    virtual void progressed(const JobState &state) = 0;
    /// The service will not stop it; it goes on.
    virtual void cancelRefused(const Error &error) = 0;
    /// Before the attempt is settled, so that no crash loses what was paid for.
    virtual void keepImages(const QList<GeneratedImage> &images) = 0;
    /// Inside the transaction that settles the attempt. `mayGoOn`: another service may be asked.
    virtual Result<Done> attemptEnds(const UsageRecord &record, const Completion &completion,
                                     bool mayGoOn)
        = 0;
};

} // namespace keyway::engine
