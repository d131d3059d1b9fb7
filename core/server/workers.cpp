#include "core/server/workers.h"

#include "core/server/sqlconnection.h"

#include <memory>
#include <utility>

namespace keyway::server {

Workers::Workers(DatabaseAddress address, int threads, qsizetype longestQueue)
    : m_address(std::move(address))
    , m_longestQueue(longestQueue)
{
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { work(); });
}

Workers::~Workers()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_jobs.clear();
    }
    m_wake.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
}

bool Workers::submit(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        if (static_cast<qsizetype>(m_jobs.size()) >= m_longestQueue)
            return false;
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
    return true;
}

qsizetype Workers::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<qsizetype>(m_jobs.size());
}

void Workers::work()
{
    std::unique_ptr<SqlConnection> connection;
    for (;;) {
        Job job;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stopping || !m_jobs.empty(); });
            if (m_stopping)
                return;
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
        }
        if (!connection) {
            Result<std::unique_ptr<SqlConnection>> opened = SqlConnection::open(m_address);
            if (!opened) {
                job(opened.error());
                continue;
            }
            connection = std::move(opened).value();
        }
        job(connection.get());
    }
}

} // namespace keyway::server
