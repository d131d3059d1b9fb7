#pragma once

#include "core/sync/uploader.h"
#include "tests/secrets/memorystore.h"
#include "tests/server/serverfixture.h"
#include "tests/storage/storagefixture.h"
#include "tests/support/await.h"

namespace keyway {

/// One computer: a data folder, a keychain, and an account it is signed in to.
class Computer {
public:
    Computer(const ServerFixture &server, quint16 port)
        : Computer(server.clock, server.catalogue(), port)
    {
    }
    Computer(const Clock &clock, const Catalogue &catalogue, quint16 port)
        : records(m_dir.path(), clock)
        , client(QUrl(QStringLiteral("http://127.0.0.1:%1").arg(port)))
        , link(*records.database, keychain)
        , uploader(*records.database, catalogue, client)
    {
        m_integration = records.addIntegration(QStringLiteral("Mine"));
    }

    Result<Done> signIn(const QString &email, std::optional<QDateTime> since = {})
    {
        auto session = await(client.signIn(email, Secret::take(QByteArray(ServerFixture::password)),
                                           QStringLiteral("laptop"), {}));
        if (!session)
            return session.error();
        const LinkedAccount account{client.server(), email, session->account,
                                    session->device, since, true};
        return await(link.link(account, std::move(session->token)));
    }

    /// Asks something, as the ledger sees it. Costs differ from one to the next.
    UsageRecord ask(int number)
    {
        const auto asked = askFor(Money::fromNano(1'000'003 + number));
        if (!asked)
            qFatal("ask: %s", qPrintable(asked.error().detail()));
        return *asked;
    }
    Result<UsageRecord> askFor(Money cost, const FeePolicy &policy = {})
    {
        const auto started = records.start(m_integration);
        if (!started)
            return started.error();
        UsageRecord record = Records::completed(*started, cost);
        record.platformFee = policy.feeFor(record);
        if (const auto settled = records.ledger.settle(record); !settled)
            return settled.error();
        return record;
    }

    Result<SyncReport> drain(CancelToken cancel = {})
    {
        const auto account = link.account();
        if (!account || !*account)
            return Error(Error::Kind::Rejected).withReason(QStringLiteral("signed-out"));
        auto token = await(link.token(**account));
        if (!token)
            return token.error();
        return await(uploader.drain(**account, std::move(*token), cancel),
                     std::chrono::seconds(60));
    }
    qint64 waiting() { return uploader.waiting(**link.account()).value(); }
    const TemporaryDataDir &dir() const { return m_dir; }

private:
    TemporaryDataDir m_dir;
    Integration m_integration;

public:
    Records records;
    MemoryStore keychain;
    ServerClient client;
    AccountLink link;
    Uploader uploader;
};

/// Sums of what the server keeps for somebody.
struct ServerSums {
    qint64 attempts = 0;
    Money cost;
    Money fee;
    friend bool operator==(const ServerSums &, const ServerSums &) = default;
};

inline ServerSums sumsAt(const ServerFixture &server, const QByteArray &token)
{
    ServerSums sums;
    const Reply reply = server.get("/v1/usage/days?from=2026-11-01&to=2026-11-30", token);
    for (const QJsonValue &value : reply.json.value(QLatin1StringView("days")).toArray()) {
        const QJsonObject day = value.toObject();
        sums.attempts += day.value(QLatin1StringView("attempts")).toInteger();
        sums.cost
            += Money::fromNano(day.value(QLatin1StringView("platform_cost_nano")).toInteger());
        sums.fee += Money::fromNano(day.value(QLatin1StringView("fee_nano")).toInteger());
    }
    return sums;
}

} // namespace keyway
