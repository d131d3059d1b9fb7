#pragma once

#include "core/async/task.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <coroutine>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace keyway {
class Database;
}

namespace keyway::engine {

/// Lets requests wait for the disk together: what they want to write in one turn of the event loop
/// becomes one transaction, in the order in which it was asked for. While the disk works, the next
/// ones gather in their sockets. Lives on the thread of the database, and longer than what waits.
class GroupCommit : public QObject {
    Q_OBJECT
public:
    using Body = std::function<Result<Done>()>;

    explicit GroupCommit(Database &database);

    /// Runs `body` inside Database::write() and answers once it is on the disk. Error: the body's,
    /// of which nothing is written then, while the others are; or the transaction's (Storage),
    /// which takes all of them along. Where another one fails `body` runs again, so it remembers
    /// nothing outside of the database.
    Task<Done> write(Body body);

private:
    struct Entry {
        Body body;
        std::optional<Result<Done>> result;
        std::coroutine_handle<> waiter;
    };
    struct Event;

    using Entries = std::vector<std::shared_ptr<Entry>>;

    void commit();
    /// Parts that could fail alone cost SQLite a copy of every page that they touch, so first all
    /// are tried as one.
    Result<Done> commitTogether(const Entries &entries);
    Result<Done> commitApart(const Entries &entries);

    Database &m_database;
    QTimer m_timer;
    Entries m_waiting;
};

} // namespace keyway::engine
