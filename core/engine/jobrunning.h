#pragma once

#include "core/engine/jobrunner.h"
#include "core/engine/jobwatch.h"

namespace keyway::engine {

/// One job that this process runs: writes what happens to it into its row.
class JobRunner::Running : public JobWatch {
public:
    Running(JobRunner &runner, Job begun)
        : job(std::move(begun))
        , m_runner(runner)
    {
    }

    Result<Done> attemptStarts(const UsageRecord &record, const routing::Candidate &candidate,
                               bool ticketed) override;
    void ticketGiven(const JobTicket &ticket) override;
    void progressed(const JobState &state) override;
    void cancelRefused(const Error &error) override;
    void keepImages(const QList<GeneratedImage> &images) override;
    Result<Done> attemptEnds(const UsageRecord &record, const Completion &completion,
                             bool mayGoOn) override;

    /// Writes the row; a failure is logged, since what happens at the service goes on.
    void save();
    /// Ends it with what the request came to.
    void end(const Answer &answer);

    Job job;
    CancelSource cancel;

private:
    JobRunner &m_runner;
    std::optional<Error> m_cannotKeep; ///< why a picture that came is not in a file
};

} // namespace keyway::engine
