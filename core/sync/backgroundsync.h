#pragma once

#include "core/engine/workspaceparts.h"
#include "core/sync/accountbooks.h"
#include "core/sync/healthreporter.h"
#include "core/sync/syncstatus.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <chrono>
#include <functional>
#include <optional>
#include <type_traits>
#include <utility>

namespace keyway {

struct SyncReport;

/// How soon things are done; tests are in a hurry.
struct SyncPace {
    std::chrono::milliseconds afterStart{3000};
    /// From a commit to sending: records that come together go together.
    std::chrono::milliseconds afterCommit{5000};
    /// As syncDelay().
    std::function<std::chrono::milliseconds(int failures, const Error &error)> afterFailure;
};

/// Takes records to the server by itself, as long as somebody is signed in and sending is on. It
/// begins when a commit of any process is told, so nothing is polled; after a failure it waits
/// longer and longer. What waits is in the database, so it goes on after a restart, and nothing
/// here is ever waited for by a prompt. Core thread.
class BackgroundSync : public QObject {
    Q_OBJECT
public:
    /// More than this between two clocks, and the server would put records aside.
    static constexpr std::chrono::hours mostSkew{24};

    /// Made on the core thread; goes with the workspace.
    static BackgroundSync *attach(engine::Workspace &workspace, SyncPace pace = {});

    explicit BackgroundSync(engine::Workspace &workspace, SyncPace pace = {});
    ~BackgroundSync() override;

    /// What a person does, while the workspace stays open. `start` makes the task.
    template <class Start>
    auto ask(Start start) -> std::invoke_result_t<Start &, AccountService &, CancelToken>;
    /// The same for what changes who is signed in: everybody is told.
    template <class Start>
    auto change(Start start) -> std::invoke_result_t<Start &, AccountService &, CancelToken>;
    /// Settings of the account, told to everybody.
    Result<Done> set(const std::function<Result<Done>(AccountLink &link)> &change);

    AccountBooks &books() { return m_books; }

    Result<SyncStatus> status();
    /// Without waiting for anything that would be waited for.
    void sendNow();

Q_SIGNALS:
    /// status() may be another one.
    void changed();

private:
    void look();
    void plan(std::chrono::milliseconds wait);
    Task<Done> run();
    Task<SyncReport> send(LinkedAccount account, CancelToken cancel);
    /// Whether the server has not told its plan for long: attempts are charged by it.
    bool wantsPlan() const;
    Task<Secret> token(LinkedAccount account, ServerClient *server, CancelToken cancel);
    void ended(const LinkedAccount &account, const Result<SyncReport> &result);
    bool mayTry(const LinkedAccount &account) const;

    engine::Workspace &m_workspace;
    engine::WorkspaceParts &m_parts;
    const SyncPace m_pace;
    AccountService m_account;
    AccountBooks m_books;
    HealthReporter m_health;
    QTimer m_timer; ///< to the next run
    bool m_running = false;
    CancelSource m_stop; ///< of the run that goes on
    bool m_again = false; ///< asked for while one ran
    int m_failures = 0;
    std::optional<Error> m_error;
    std::optional<QDateTime> m_failingSince;
    std::optional<QDateTime> m_nextTry;
    std::optional<Id> m_device; ///< of the account that the facts above are about
    std::optional<SyncLog> m_log; ///< of m_device
    std::optional<std::chrono::milliseconds> m_tokenSeen; ///< monotonic
    std::optional<std::chrono::milliseconds> m_planSeen;
};

template <class Start>
auto BackgroundSync::ask(Start start)
    -> std::invoke_result_t<Start &, AccountService &, CancelToken>
{
    const engine::Working working(m_parts);
    auto task = start(m_account, working.token());
    auto result = co_await task;
    co_return result;
}

template <class Start>
auto BackgroundSync::change(Start start)
    -> std::invoke_result_t<Start &, AccountService &, CancelToken>
{
    auto task = ask(std::move(start));
    auto result = co_await task;
    m_parts.announce();
    co_return result;
}

} // namespace keyway
