#include "core/engine/groupcommit.h"

#include "core/storage/database.h"

#include <utility>

namespace keyway::engine {

struct GroupCommit::Event {
    Entry *entry;
    bool await_ready() const { return entry->result.has_value(); }
    void await_suspend(std::coroutine_handle<> waiter) const { entry->waiter = waiter; }
    void await_resume() const { }
};

GroupCommit::GroupCommit(Database &database)
    : m_database(database)
{
    // Timers that are due come after every socket that can be read in the same turn.
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &GroupCommit::commit);
}

Task<Done> GroupCommit::write(Body body)
{
    const auto entry = std::make_shared<Entry>(Entry{std::move(body), std::nullopt, {}});
    m_waiting.push_back(entry);
    if (!m_timer.isActive())
        m_timer.start();
    Event written{entry.get()};
    co_await written;
    co_return *entry->result;
}

void GroupCommit::commit()
{
    const Entries entries = std::exchange(m_waiting, {});
    Result<Done> committed = commitTogether(entries);
    const bool oneFailed = !committed && committed.error().kind() != Error::Kind::Storage;
    if (oneFailed && entries.size() > 1)
        committed = commitApart(entries);
    for (const auto &entry : entries) {
        if (!committed)
            entry->result = committed.error();
        else if (!entry->result)
            entry->result = Done();
    }
    for (const auto &entry : entries)
        entry->waiter.resume();
}

Result<Done> GroupCommit::commitTogether(const Entries &entries)
{
    return m_database.write([&]() -> Result<Done> {
        for (const auto &entry : entries) {
            if (const Result<Done> done = entry->body(); !done)
                return done;
        }
        return Done();
    });
}

Result<Done> GroupCommit::commitApart(const Entries &entries)
{
    return m_database.write([&]() -> Result<Done> {
        for (const auto &entry : entries) {
            entry->result = m_database.writePart(entry->body);
            // SQLite may have rolled everything back by itself.
            if (!*entry->result && entry->result->error().kind() == Error::Kind::Storage)
                return *entry->result;
        }
        return Done();
    });
}

} // namespace keyway::engine
