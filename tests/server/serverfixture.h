#pragma once

#include "core/server/backend.h"
#include "core/server/billing.h"
#include "core/server/keyfile.h"
#include "core/server/mail.h"
#include "core/server/sealer.h"
#include "core/server/sqlconnection.h"
#include "core/wire/usagemessage.h"
#include "tests/simulator/rawclient.h"
#include "tests/support/contextthread.h"
#include "tests/support/fakeclock.h"
#include "tests/support/privatepostgres.h"
#include "tests/support/temporarydatadir.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtTest/QTest>

#include <memory>
#include <mutex>

namespace keyway {

/// Keeps mails instead of sending them.
class KeptMails final : public server::Mailer {
public:
    void send(const server::Mail &mail) override
    {
        const std::lock_guard lock(m_mutex);
        m_mails.append(mail);
    }
    QList<server::Mail> all() const
    {
        const std::lock_guard lock(m_mutex);
        return m_mails;
    }

private:
    mutable std::mutex m_mutex;
    QList<server::Mail> m_mails;
};

/// An answer of the server.
struct Reply {
    int status = 0;
    QJsonObject json;
    QByteArray head;
    QByteArray body;
    QString code() const
    {
        return json.value(QLatin1StringView("error"))
            .toObject()
            .value(QLatin1StringView("code"))
            .toString();
    }
};

/// One call on a connection of its own.
inline Reply call(quint16 port, const QByteArray &method, const QByteArray &path,
                  const QByteArray &token = {}, const std::optional<QByteArray> &body = {},
                  const QByteArray &headers = {})
{
    QByteArray request = method + ' ' + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers;
    if (!token.isEmpty())
        request += "Authorization: Bearer " + token + "\r\n";
    if (body)
        request += "Content-Type: application/json\r\nContent-Length: "
            + QByteArray::number(body->size()) + "\r\n";
    RawClient client(port);
    client.send(request + "Connection: close\r\n\r\n" + body.value_or(QByteArray()));
    const RawAnswer answer = client.receive(30'000);
    return {answer.status(), answer.json(), answer.head, answer.body};
}

inline QByteArray textOf(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

/// What the files of a SQLite store say, its log included: the last rows may be there alone.
inline QByteArray bytesOf(const server::DatabaseAddress &store)
{
    QByteArray bytes;
    for (const QString &name : {store.file, store.file + QStringLiteral("-wal")}) {
        QFile file(name);
        if (file.open(QIODevice::ReadOnly))
            bytes += file.readAll();
    }
    return bytes;
}

/// Where a test's records are: `sqlite`, or `postgres` where there is one.
class TestStores {
public:
    static void addRows()
    {
        QTest::addColumn<QString>("engine");
        QTest::newRow("sqlite") << QStringLiteral("sqlite");
        QTest::newRow("postgres") << QStringLiteral("postgres");
    }

    /// A new, empty store. Nothing: why() says why not.
    std::optional<server::DatabaseAddress> create(const QString &engine)
    {
        if (engine == QLatin1StringView("sqlite")) {
            m_folders.push_back(std::make_unique<TemporaryDataDir>());
            return server::DatabaseAddress::sqlite(m_folders.back()->path());
        }
        if (!m_postgres && m_why.isEmpty())
            m_postgres = PrivatePostgres::start(&m_why);
        if (!m_postgres)
            return std::nullopt;
        auto address = server::DatabaseAddress::parse(m_postgres->createDatabase());
        return address ? std::optional(*address) : std::nullopt;
    }
    QByteArray why() const { return m_why.toUtf8(); }
    PrivatePostgres *postgres() { return m_postgres.get(); }

private:
    std::vector<std::unique_ptr<TemporaryDataDir>> m_folders;
    std::unique_ptr<PrivatePostgres> m_postgres;
    QString m_why;
};

/// A running server on a thread of its own, without limits on how often it is called unless told.
class ServerFixture {
public:
    using Change = std::function<void(server::BackendSettings &)>;

    explicit ServerFixture(const server::DatabaseAddress &store, const Change &change = {})
        : where(store)
        , m_catalogue(Catalogue::load(QStringLiteral(":/catalogue")).value())
    {
        server::BackendSettings settings;
        settings.sealer = sealer;
        settings.database = store;
        settings.signingKey = signingKey;
        settings.callsPerMinute = settings.guardedCallsPerMinute = 1'000'000;
        if (change)
            change(settings);
        m_thread.run([&] {
            m_backend = std::make_unique<server::Backend>(settings, clock, m_catalogue, mails);
            const auto started = m_backend->start(QHostAddress::LocalHost, 0);
            if (!started)
                qFatal("no server: %s %s", qPrintable(started.error().reason()),
                       qPrintable(started.error().detail()));
            port = m_backend->port();
            const auto second = m_backend->startAdmin(QHostAddress::LocalHost, 0);
            if (!second)
                qFatal("no listener for administrators");
            adminPort = m_backend->adminPort();
        });
    }
    ~ServerFixture()
    {
        m_thread.run([this] { m_backend.reset(); });
    }

    struct User {
        QString email;
        Id account;
        Id device;
        QByteArray token;
    };
    static constexpr auto password = "correct horse battery";

    Reply get(const QByteArray &path, const QByteArray &token = {}) const
    {
        return call(port, "GET", path, token);
    }
    Reply post(const QByteArray &path, const QJsonObject &body, const QByteArray &token = {}) const
    {
        return call(port, "POST", path, token, textOf(body));
    }

    Reply signIn(const QString &email, const QString &word = QString::fromLatin1(password)) const
    {
        return post("/v1/sessions",
                    {{QStringLiteral("email"), email},
                     {QStringLiteral("password"), word},
                     {QStringLiteral("device_name"), QStringLiteral("laptop")}});
    }
    /// Signs up, verifies and signs in.
    User user(const QString &email)
    {
        post("/v1/accounts",
             {{QStringLiteral("email"), email},
              {QStringLiteral("password"), QString::fromLatin1(password)},
              {QStringLiteral("zone"), QStringLiteral("Europe/Berlin")}});
        post("/v1/accounts/verify",
             {{QStringLiteral("token"), QString::fromLatin1(mails.all().constLast().token)}});
        clock.advance(std::chrono::minutes(2)); // records are of the last minute
        return device(email);
    }
    User device(const QString &email) const
    {
        const QJsonObject json = signIn(email).json;
        return {email, *Id::fromString(json.value(QLatin1StringView("account_id")).toString()),
                *Id::fromString(json.value(QLatin1StringView("device_id")).toString()),
                json.value(QLatin1StringView("token")).toString().toLatin1()};
    }

    /// A record that adds up: gpt-4.1 at its list price and 5 %.
    UsageMessage record(int number = 0) const
    {
        UsageMessage message;
        message.startedAt = clock.now().addSecs(-60);
        message.recordId = Id::create(message.startedAt);
        message.requestId = Id::create(message.startedAt);
        message.deviceId = Id::create(message.startedAt);
        message.billingDay = message.startedAt.date();
        message.service = QStringLiteral("openai");
        message.model = QStringLiteral("gpt-4.1");
        message.outcome = Outcome::Completed;
        message.costState = CostState::Exact;
        message.usage.set(Counter::InUncached, 1000 + number);
        message.usage.set(Counter::OutText, 100);
        const auto quote = m_catalogue.quote(
            {message.service, message.model, {}, message.startedAt, 1000 + number, {}});
        message.priceVersion = quote->version;
        message.platformCost = costOf(message.usage, quote->prices)->total;
        message.platformFee = FeePolicy().feeFor(recordOf(message));
        message.firstTokenMs = 200;
        message.durationMs = 900;
        return message;
    }
    Reply send(const QByteArray &token, const QList<UsageMessage> &messages) const
    {
        QJsonArray records;
        for (const UsageMessage &message : messages)
            records.append(message.toJson());
        return post("/v1/usage", {{QStringLiteral("records"), records}}, token);
    }
    /// What became of each record.
    static QStringList statesOf(const Reply &reply)
    {
        QStringList states;
        const auto answers = usageAnswersFrom(reply.json);
        if (!answers)
            return {QStringLiteral("no answers: ") + QString::fromUtf8(reply.body)};
        for (const UsageAnswer &answer : *answers)
            states.append(answer.reason.isEmpty() ? nameOf(answer.state)
                                                  : nameOf(answer.state) + u'/' + answer.reason);
        return states;
    }

    const Catalogue &catalogue() const { return m_catalogue; }
    QList<server::Route> routes() const { return m_backend->routes(); }
    QList<server::Route> adminRoutes() const { return m_backend->adminRoutes(); }

    /// Issues what is due on a day, as the server does by itself.
    QList<SignedInvoice> close(const server::DatabaseAddress &database, const Id &account,
                               const QDate &today) const
    {
        const auto sql = server::SqlConnection::open(database);
        const auto issued = sql ? server::Billing(**sql, *signingKey, {}).closeDue(account, today)
                                : Result<QList<SignedInvoice>>(sql.error());
        if (!issued)
            qFatal("close: %s", qPrintable(issued.error().detail()));
        return *issued;
    }

    /// A connection of the test's own, beside the server's.
    std::unique_ptr<server::SqlConnection> sql() const
    {
        auto opened = server::SqlConnection::open(where);
        if (!opened)
            qFatal("no connection: %s", qPrintable(opened.error().detail()));
        return std::move(*opened);
    }

    const server::DatabaseAddress where;
    const std::shared_ptr<const server::Sealer> sealer
        = std::make_shared<server::Sealer>(masterKey());
    FakeClock clock;
    KeptMails mails;
    /// The same for every server of a test, as a database has one.
    const std::shared_ptr<const SigningKey> signingKey = std::make_shared<const SigningKey>(
        *SigningKey::fromSeed(Secret::take(QByteArray(32, 's'))));
    quint16 port = 0;
    quint16 adminPort = 0;

    /// The same for every server of a test, so that one can go on where another one stopped.
    static Secret masterKey() { return Secret::take(QByteArray(server::keyBytes, 'k')); }

private:
    const Catalogue m_catalogue;
    ContextThread m_thread;
    std::unique_ptr<server::Backend> m_backend;
};

} // namespace keyway
