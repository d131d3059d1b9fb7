#pragma once

#include "core/base/result.h"
#include "core/server/databaseaddress.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace keyway::server {

class SqlConnection;

/// Threads that may wait: each has one connection to the database, opened when it is first needed.
class Workers {
public:
    /// Gets the thread's connection, or why there is none.
    using Job = std::function<void(Result<SqlConnection *>)>;

    Workers(DatabaseAddress address, int threads, qsizetype longestQueue);
    /// Ends the running jobs; those that wait are dropped.
    ~Workers();

    /// From any thread. False: too many are waiting already; the job is dropped.
    bool submit(Job job);
    qsizetype waiting() const;

private:
    void work();

    const DatabaseAddress m_address;
    const qsizetype m_longestQueue;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_jobs;
    bool m_stopping = false;
    std::vector<std::thread> m_threads;
};

} // namespace keyway::server
