#include "core/sync/backgroundsync.h"

#include "core/storage/billingzone.h"
#include "core/storage/outbox.h"
#include "core/sync/sentrecords.h"
#include "core/sync/syncdelay.h"
#include "core/sync/uploader.h"

#include <QtCore/QLoggingCategory>
#include <QtCore/QRandomGenerator>

#include <memory>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(logSync, "keyway.sync", QtWarningMsg)

/// How often the server is asked whether the token should be replaced.
constexpr std::chrono::milliseconds tokenIsGood = std::chrono::hours(24);
constexpr std::chrono::milliseconds planIsGood = std::chrono::hours(24);

const QString wrongClock = u"wrong-clock"_s;

} // namespace

BackgroundSync *BackgroundSync::attach(engine::Workspace &workspace, SyncPace pace)
{
    auto sync = std::make_unique<BackgroundSync>(workspace, std::move(pace));
    BackgroundSync *made = sync.get();
    workspace.adopt(std::move(sync));
    return made;
}

BackgroundSync::BackgroundSync(engine::Workspace &workspace, SyncPace pace)
    : m_workspace(workspace)
    , m_parts(workspace.parts())
    , m_pace(std::move(pace))
    , m_account(*m_parts.database, m_parts.keys->keychain())
    , m_books(m_account, *m_parts.database, m_parts.catalogue)
    , m_health(*m_parts.database, m_parts.catalogue)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { run(); });
    connect(&workspace, &engine::Workspace::changed, this, &BackgroundSync::look);
    connect(&workspace, &engine::Workspace::keychainChanged, this,
            [this](const KeychainStatus &keychain) {
                const bool waits = m_error && m_error->kind() == Error::Kind::Keychain;
                if (waits && keychain.state == KeychainState::Ready)
                    plan(m_pace.afterCommit);
            });
    look();
    if (m_timer.isActive())
        plan(m_pace.afterStart);
}

BackgroundSync::~BackgroundSync() = default;

bool BackgroundSync::mayTry(const LinkedAccount &account) const
{
    const bool ended = m_error && m_error->kind() == Error::Kind::Auth;
    return account.syncs && !ended && !m_workspace.isReadOnly() && !m_parts.closing.isCancelled();
}

void BackgroundSync::look()
{
    const Result<std::optional<LinkedAccount>> account = m_account.link().account();
    if (!account) {
        qCWarning(logSync) << "The account cannot be read:" << account.error().detail();
        return;
    }
    const std::optional<Id> device = *account ? std::optional((*account)->device) : std::nullopt;
    if (device != m_device) {
        // Somebody else: what was known is about the one before.
        m_device = device;
        m_log.reset();
        if (device)
            m_log.emplace(*m_parts.database, *device);
        m_error.reset();
        m_failingSince.reset();
        m_nextTry.reset();
        m_tokenSeen.reset();
        m_planSeen.reset();
        m_failures = 0;
        m_timer.stop();
        if (const Result<QTimeZone> zone = billingZone(*m_parts.database))
            m_parts.zone = *zone;
    }
    if (!*account || !mayTry(**account)) {
        m_timer.stop();
        m_nextTry.reset();
        m_stop.cancel();
    } else if (!m_timer.isActive() && !m_running) {
        const Result<ServerClient *> server = m_account.client();
        const Result<qint64> waiting = server
            ? Uploader(*m_parts.database, m_parts.catalogue, **server).waiting(**account)
            : server.error();
        if (waiting && (*waiting > 0 || wantsPlan()))
            plan(m_pace.afterCommit);
    }
    Q_EMIT changed();
}

void BackgroundSync::plan(std::chrono::milliseconds wait)
{
    m_timer.start(wait);
}

void BackgroundSync::sendNow()
{
    m_again = m_running;
    if (!m_running)
        run();
}

Task<Done> BackgroundSync::run()
{
    m_timer.stop();
    const Result<LinkedAccount> account = m_account.account();
    if (!account)
        co_return account.error();
    if (m_running || !account->syncs || m_workspace.isReadOnly())
        co_return Done();
    m_stop = CancelSource();
    const engine::Working working(m_parts, m_stop.token());
    m_running = true;
    m_nextTry.reset();
    Q_EMIT changed();
    auto sending = send(*account, working.token());
    const auto report = co_await sending;
    m_running = false;
    ended(*account, report);
    co_return Done();
}

bool BackgroundSync::wantsPlan() const
{
    return !m_planSeen || m_parts.clock.monotonic() - *m_planSeen >= planIsGood;
}

Task<Secret> BackgroundSync::token(LinkedAccount account, ServerClient *server, CancelToken cancel)
{
    const auto now = m_parts.clock.monotonic();
    const bool wrong = m_error && m_error->reason() == wrongClock;
    if (m_tokenSeen && now - *m_tokenSeen < tokenIsGood && !wrong) {
        auto reading = m_account.link().token(account);
        auto known = co_await reading;
        co_return known;
    }
    auto asking = m_account.link().currentToken(account, *server, cancel);
    auto token = co_await asking;
    if (token)
        m_tokenSeen = now;
    co_return token;
}

Task<SyncReport> BackgroundSync::send(LinkedAccount account, CancelToken cancel)
{
    const Result<ServerClient *> server = m_account.client();
    if (!server)
        co_return server.error();
    auto reading = token(account, *server, cancel);
    auto token = co_await reading;
    if (!token)
        co_return token.error();
    const std::chrono::seconds ahead = (*server)->clockAhead().value_or(std::chrono::seconds(0));
    if (ahead > mostSkew || ahead < -mostSkew)
        co_return Error(Error::Kind::Rejected).withReason(wrongClock);
    if (wantsPlan()) {
        auto asking = m_books.plan().pull(account, **server, token->clone(), cancel);
        const auto plan = co_await asking;
        if (!plan)
            co_return plan.error();
        m_planSeen = m_parts.clock.monotonic();
    }
    Uploader uploader(*m_parts.database, m_parts.catalogue, **server);
    auto sending = uploader.drain(account, std::move(*token), cancel);
    const auto report = co_await sending;
    if (report && account.tellsHealth) {
        auto telling = m_health.send(**server, cancel);
        const auto told = co_await telling;
        if (!told) // nobody's loss
            qCInfo(logSync) << "How services answered was not told:" << told.error().reason();
    }
    co_return report;
}

void BackgroundSync::ended(const LinkedAccount &account, const Result<SyncReport> &result)
{
    const bool again = std::exchange(m_again, false);
    if (m_parts.closing.isCancelled())
        return;
    if (m_device != account.device) {
        look(); // the result is about somebody who has left
        return;
    }
    if (result) {
        m_error.reset();
        m_failingSince.reset();
        m_failures = 0;
        const bool wrote
            = result->sent + result->alreadyThere + result->quarantined + result->refused > 0;
        if (again)
            run();
        // Looks for what came meanwhile, and tells the other windows.
        else if (wrote)
            m_parts.announce();
        else
            look();
        return;
    }
    const Error &error = result.error();
    if (error.kind() == Error::Kind::Cancelled) {
        look(); // it was switched off, and may be on again
        return;
    }
    qCInfo(logSync) << "Records wait:" << Error::kindName(error.kind()) << error.reason();
    if (!m_failingSince)
        m_failingSince = m_parts.clock.now();
    m_error = error;
    ++m_failures;
    if (mayTry(account)) {
        const auto wait = m_pace.afterFailure
            ? m_pace.afterFailure(m_failures, error)
            : syncDelay(m_failures, error, QRandomGenerator::global()->generate());
        m_nextTry = m_parts.clock.now().addMSecs(wait.count());
        plan(wait);
    }
    Q_EMIT changed();
}

Result<Done> BackgroundSync::set(const std::function<Result<Done>(AccountLink &link)> &change)
{
    const Result<Done> done = change(m_account.link());
    if (done)
        m_parts.announce();
    return done;
}

Result<SyncStatus> BackgroundSync::status()
{
    return m_parts.database->read([&]() -> Result<SyncStatus> {
        SyncStatus status;
        const Result<std::optional<QUrl>> named = m_account.link().server();
        if (!named)
            return named.error();
        status.server = *named;
        const Result<std::optional<LinkedAccount>> account = m_account.link().account();
        if (!account)
            return account.error();
        if (!*account) {
            const Result<qint64> all = Outbox(*m_parts.database).count();
            if (!all)
                return all.error();
            status.earlier = *all;
            return status;
        }
        status.account = *account;
        const LinkedAccount &linked = **account;
        status.server = linked.server;
        const Result<ServerClient *> server = m_account.client();
        if (!server)
            return server.error();
        Uploader uploader(*m_parts.database, m_parts.catalogue, **server);
        const Result<qint64> waiting = uploader.waiting(linked);
        const Result<qint64> earlier = uploader.earlier(linked);
        if (!waiting || !earlier)
            return waiting ? earlier.error() : waiting.error();
        status.waiting = *waiting;
        status.earlier = *earlier;
        status.clockAhead = (*server)->clockAhead().value_or(std::chrono::seconds(0));
        if (m_device == linked.device) {
            status.running = m_running;
            status.error = m_error;
            status.failingSince = m_failingSince;
            status.nextTry = m_nextTry;
        }
        if (!m_log || m_device != linked.device)
            return status;
        if (const Result<Done> read = m_log->read(); !read)
            return read.error();
        status.lastSent = m_log->lastSent();
        status.notTaken = m_log->notTaken();
        status.notTakenCount = m_log->notTakenCount();
        if (status.lastSent) {
            const auto last = SentRecords(*m_parts.database, m_parts.catalogue)
                                  .find(status.lastSent->last, linked.device);
            if (!last)
                return last.error();
            status.lastRecord = *last;
        }
        return status;
    });
}

} // namespace keyway
