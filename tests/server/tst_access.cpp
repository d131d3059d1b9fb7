#include "tests/server/serverfixture.h"

#include <QtCore/QMap>

using namespace keyway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A body that would be taken from the right caller.
QByteArray bodyFor(const QByteArray &path, const UsageMessage &record)
{
    const QJsonObject password{{u"password"_s, u"correct horse battery"_s}};
    if (path == "/v1/usage")
        return textOf({{u"records"_s, QJsonArray{record.toJson()}}});
    if (path == "/v1/account/password")
        return textOf({{u"old_password"_s, u"correct horse battery"_s},
                       {u"password"_s, u"a new password"_s}});
    if (path == "/v1/plan")
        return textOf({{u"plan"_s, u"monthly"_s}});
    if (path == "/v1/key-claims")
        return textOf({{u"public_key"_s, QString::fromLatin1(QByteArray(32, 'p').toBase64())}});
    return path == "/v1/account/delete" ? textOf(password) : QByteArray("{}");
}

bool hasBody(const QByteArray &method)
{
    return method == "POST" || method == "PUT";
}

} // namespace

/// Every route and every kind of caller; on both engines.
class TestAccess : public QObject {
    Q_OBJECT

    TestStores m_stores;

private Q_SLOTS:
    void initTestCase_data() { TestStores::addRows(); }

    void letsNobodyInWhoHasNoBusiness()
    {
        QFETCH_GLOBAL(QString, engine);
        const auto store = m_stores.create(engine);
        if (!store)
            QSKIP(m_stores.why().constData());
        ServerFixture server(*store);
        const ServerFixture::User ada = server.user(u"ada@example.org"_s);
        const ServerFixture::User gone = server.device(ada.email);
        call(server.port, "DELETE", "/v1/sessions/current", gone.token);
        ServerFixture::User old = server.device(ada.email);
        const QByteArray next = server.post("/v1/sessions/rotate", {}, old.token)
                                    .json.value("token"_L1)
                                    .toString()
                                    .toLatin1();
        server.get("/v1/account", next);

        const QMap<QString, QByteArray> strangers{
            {u"nobody"_s, QByteArray()},
            {u"an empty token"_s, " "},
            {u"a made-up token"_s,
             server::Token::create(ada.account).text}, // looks right, and is nobody's
            {u"a made-up account"_s, server::Token::create(Id::create(server.clock.now())).text},
            {u"part of a token"_s, ada.token.left(60)},
            {u"a token and more"_s, ada.token + "x"},
            {u"another letter"_s, ada.token.chopped(1) + (ada.token.endsWith('A') ? "B" : "A")},
            {u"a computer that is signed out"_s, gone.token},
            {u"a token that was replaced"_s, old.token},
        };
        const QByteArray invoice = "KW-2026-0001";
        int tried = 0;
        for (const server::Route &route : server.routes()) {
            if (route.access != server::Access::Device)
                continue;
            QByteArray path = route.path;
            path.replace("{device_id}", ada.device.toString().toLatin1());
            path.replace("{number}", invoice);
            for (auto who = strangers.begin(); who != strangers.end(); ++who) {
                const Reply reply
                    = call(server.port, route.method, path, *who,
                           hasBody(route.method) ? std::optional(bodyFor(path, server.record()))
                                                 : std::nullopt);
                const QString what = QString::fromLatin1(route.method + ' ' + path) + u" by "_s
                    + who.key() + u": "_s + QString::number(reply.status);
                QVERIFY2(reply.status == 401, qPrintable(what));
                QVERIFY2(reply.head.contains("WWW-Authenticate: Bearer"), qPrintable(what));
                ++tried;
            }
        }
        QVERIFY(tried > 100);
        QCOMPARE(server.get("/v1/account", ada.token).status, 200); // nothing of it had an effect
        QCOMPARE(server.signIn(ada.email).status, 201);
    }

    void givesNobodyWhatIsAnothers()
    {
        QFETCH_GLOBAL(QString, engine);
        const auto store = m_stores.create(engine);
        if (!store)
            QSKIP(m_stores.why().constData());
        ServerFixture server(*store);
        const ServerFixture::User ada = server.user(u"ada@example.org"_s);
        const ServerFixture::User eve = server.user(u"eve@example.org"_s);
        server.send(ada.token, {server.record()});
        const QByteArray invoice = server.close(*store, ada.account, QDate(2027, 1, 10))
                                       .constFirst()
                                       .invoice.number.toLatin1();
        QCOMPARE(server.get("/v1/invoices/" + invoice, ada.token).status, 200);
        for (const server::Route &route : server.routes()) {
            if (route.access != server::Access::Device || route.path == "/v1/account/delete"
                || route.path == "/v1/account/password" || route.path.startsWith("/v1/sessions")
                || route.path == "/v1/relay/text") // see tst_relay
                continue;
            QByteArray path = route.path;
            path.replace("{device_id}", ada.device.toString().toLatin1());
            path.replace("{number}", invoice);
            if (path == "/v1/usage/days")
                path += "?from=2026-11-01&to=2026-11-30";
            const bool body = hasBody(route.method);
            const Reply reply
                = call(server.port, route.method, path, eve.token,
                       body ? std::optional(bodyFor(path, server.record())) : std::nullopt);
            // Eve gets her own, never a word of Ada.
            QVERIFY2(reply.status == 200 || reply.status == 404, path);
            QVERIFY2(!reply.body.contains("ada@")
                         && !reply.body.contains(ada.account.toString().toLatin1()),
                     path);
        }
        QCOMPARE(server.get("/v1/account", ada.token).status, 200);
        QCOMPARE(server.get("/v1/usage", ada.token).json.value("records"_L1).toArray().size(), 1);
    }

    void answersOnlyWhatThereIs()
    {
        QFETCH_GLOBAL(QString, engine);
        const auto store = m_stores.create(engine);
        if (!store)
            QSKIP(m_stores.why().constData());
        ServerFixture server(*store);
        QCOMPARE(server.get("/").status, 404);
        QCOMPARE(server.get("/v1/usage/").status, 404);
        QCOMPARE(server.get("//v1/usage").status, 404);
        QCOMPARE(server.get("/v1/../v1/usage").status, 404);
        QCOMPARE(server.get("/v1/accounts").status, 405);
        QCOMPARE(call(server.port, "TRACE", "/v1/usage").status, 405);
        QCOMPARE(
            call(server.port, "OPTIONS", "/v1/usage", {}, {}, "Origin: https://a.b\r\n").status,
            405);
        const Reply plain = call(server.port, "POST", "/v1/sessions", {}, {},
                                 "Content-Type: text/plain\r\nContent-Length: 0\r\n");
        QCOMPARE(plain.status, 415);
        QCOMPARE(server.get("/healthz").status, 200);
        QCOMPARE(server.get("/readyz").status, 200);
        QCOMPARE(server.get("/metrics").status, 200);
        const Reply proxied
            = call(server.port, "GET", "/metrics", {}, {}, "X-Forwarded-For: 203.0.113.9\r\n");
        QCOMPARE(proxied.status, 404);
    }

    void slowsDownWhoCallsTooOften()
    {
        QFETCH_GLOBAL(QString, engine);
        const auto store = m_stores.create(engine);
        if (!store)
            QSKIP(m_stores.why().constData());
        ServerFixture server(*store, [](server::BackendSettings &settings) {
            settings.guardedCallsPerMinute = 6;
            settings.behindProxy = true;
        });
        const auto tryIn = [&](const QByteArray &address) {
            return call(server.port, "POST", "/v1/sessions", {},
                        "{\"email\":\"a@b.cd\",\"password\":\"wrong word\",\"device_name\":\"x\"}",
                        "X-Forwarded-For: 10.0.0.1, " + address + "\r\n")
                .status;
        };
        QCOMPARE(tryIn("203.0.113.1"), 401);
        QCOMPARE(tryIn("203.0.113.1"), 401);
        QCOMPARE(tryIn("203.0.113.1"), 401);
        QCOMPARE(tryIn("203.0.113.1"), 429);
        QCOMPARE(tryIn("203.0.113.2"), 401);
        server.clock.advance(10s);
        QCOMPARE(tryIn("203.0.113.1"), 401);
        QCOMPARE(tryIn("203.0.113.1"), 429);
    }
};

QTEST_GUILESS_MAIN(TestAccess)
#include "tst_access.moc"
