#pragma once

#include "core/engine/commitsignal.h"
#include "core/sync/backgroundsync.h"
#include "tests/secrets/lentstore.h"
#include "tests/support/faultproxy.h"
#include "tests/sync/syncfixture.h"

namespace keyway {

inline const QString ada = QStringLiteral("ada@example.org");

inline Secret passwordOf(const char *word = ServerFixture::password)
{
    return Secret::take(QByteArray(word));
}

/// A computer whose workspace is open, with a ledger that another process writes into.
class Desktop {
public:
    Desktop()
        : records(m_dir.path(), m_clock)
        , integration(records.addIntegration(QStringLiteral("Mine")))
    {
        start();
    }
    ~Desktop() { stop(); }

    void start()
    {
        engine::WorkspaceOptions options;
        options.dataDir = m_dir.path();
        options.makeKeychain = [this] { return std::make_unique<Lent>(keychain); };
        auto opened = engine::Workspace::open(options);
        if (!opened)
            qFatal("workspace: %s", qPrintable(opened.error().detail()));
        workspace = std::move(*opened);
        sync = BackgroundSync::attach(
            *workspace,
            {std::chrono::milliseconds(10), std::chrono::milliseconds(10),
             [](int, const Error &) { return std::chrono::milliseconds(100); }});
    }
    void stop()
    {
        if (workspace && !await(workspace->close()))
            qFatal("the workspace does not close");
        workspace.reset();
    }
    void connectTo(quint16 port)
    {
        const auto set = sync->set([port](AccountLink &link) -> Result<Done> {
            const auto kept = link.setServer(QStringLiteral("http://127.0.0.1:%1").arg(port));
            return kept ? Result<Done>(Done()) : kept.error();
        });
        if (!set)
            qFatal("server: %s", qPrintable(set.error().detail()));
    }
    Result<Done> signIn(bool withEarlier = false)
    {
        return await(sync->change([withEarlier](AccountService &account, CancelToken cancel) {
            return account.signIn({ada, QStringLiteral("desk"), withEarlier}, passwordOf(), cancel);
        }));
    }
    /// Asked by another process, which tells as processes do.
    UsageRecord ask(int number = 1)
    {
        UsageRecord record
            = Records::completed(*records.start(integration), Money::fromNano(1'000'000 + number));
        record.platformFee = FeePolicy().feeFor(record);
        if (const auto settled = records.ledger.settle(record); !settled)
            qFatal("settle: %s", qPrintable(settled.error().detail()));
        engine::CommitSignal(m_dir.path()).announce();
        return record;
    }
    SyncStatus status() const
    {
        const Result<SyncStatus> read = sync->status();
        if (!read)
            qFatal("status: %s", qPrintable(read.error().detail()));
        return *read;
    }
    Error::Kind errorKind() const
    {
        const auto error = status().error;
        return error ? error->kind() : Error::Kind::Internal;
    }
    const TemporaryDataDir &dir() const { return m_dir; }

private:
    TemporaryDataDir m_dir;
    SystemClock m_clock;

public:
    MemoryStore keychain;
    Records records;
    Integration integration;
    std::unique_ptr<engine::Workspace> workspace;
    BackgroundSync *sync = nullptr;
};

/// A server, a proxy before it so that it may move, and a desktop of somebody with an account.
class DesktopAndServer {
public:
    DesktopAndServer()
    {
        startServer();
        proxy = std::make_unique<FaultProxy>(server->port, 0, 1);
        user = server->user(ada);
        desktop.connectTo(proxy->port);
    }

    void startServer()
    {
        server
            = std::make_unique<ServerFixture>(server::DatabaseAddress::sqlite(m_serverDir.path()));
        server->clock.jumpTo(QDateTime::currentDateTimeUtc());
        if (proxy)
            proxy->setTarget(server->port);
    }
    /// How many records it keeps.
    qint64 kept() const
    {
        const QJsonObject page = server->get("/v1/usage?after=0", user.token).json;
        return page.value(QLatin1StringView("records")).toArray().size();
    }
    template <class Start> auto ask(Start start)
    {
        return await(desktop.sync->ask(std::move(start)));
    }
    template <class Start> auto change(Start start)
    {
        return await(desktop.sync->change(std::move(start)));
    }

private:
    TemporaryDataDir m_serverDir;

public:
    std::unique_ptr<ServerFixture> server;
    std::unique_ptr<FaultProxy> proxy;
    ServerFixture::User user; ///< the same person at another computer
    Desktop desktop;
};

} // namespace keyway
