#include "core/server/passwords.h"
#include "core/server/totp.h"
#include "tests/server/openapidocument.h"

#include <algorithm>

using namespace keyway;
using namespace Qt::StringLiterals;

/// The description of the server against the server.
class TestOpenApi : public QObject {
    Q_OBJECT

    TemporaryDataDir m_dir;
    std::unique_ptr<ServerFixture> m_server;
    const OpenApiDocument m_document{u"keyway-server.json"_s};
    const OpenApiDocument m_adminDocument{u"keyway-admin.json"_s};

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<ServerFixture>(server::DatabaseAddress::sqlite(m_dir.path()));
    }
    void cleanupTestCase() { m_server.reset(); }

    void describesEveryRouteAndNoOther()
    {
        QCOMPARE(m_document.mismatchOfRoutes(m_server->routes()), QString());
        QCOMPARE(m_adminDocument.mismatchOfRoutes(m_server->adminRoutes()), QString());
    }

    void describesTheFieldsOfARecord()
    {
        const QJsonValue schema
            = m_document.json().value("components"_L1)["schemas"_L1]["UsageRecord"_L1];
        QCOMPARE(m_document.mismatch(m_server->record().toJson(), schema), QString());
        QStringList required;
        for (const QJsonValue &name : schema["required"_L1].toArray())
            required.append(name.toString());
        QCOMPARE(required, m_server->record().toJson().keys());
        QJsonObject more = m_server->record().toJson();
        more.insert(u"prompt"_s, u"hello"_s);
        QVERIFY(!m_document.mismatch(more, schema).isEmpty());
    }

    void answersAsItIsDescribed()
    {
        const ServerFixture::User ada = m_server->user(u"ada@example.org"_s);
        UsageMessage wrong = m_server->record();
        wrong.platformFee = {};
        const QJsonArray records{m_server->record().toJson(), wrong.toJson(), QJsonObject()};
        const QHash<QByteArray, QJsonObject> bodies{
            {"POST /v1/usage", {{u"records"_s, records}}},
            {"POST /v1/sessions",
             {{u"email"_s, ada.email},
              {u"password"_s, QString::fromLatin1(ServerFixture::password)},
              {u"device_name"_s, u"desk"_s}}},
            {"POST /v1/accounts",
             {{u"email"_s, u"new@example.org"_s},
              {u"password"_s, u"long enough"_s},
              {u"zone"_s, u"UTC"_s}}},
            {"POST /v1/password/reset-mail", {{u"email"_s, ada.email}}},
            {"PUT /v1/plan", {{u"plan"_s, u"monthly"_s}}},
        };
        m_server->send(ada.token, {m_server->record()});
        const auto issued = m_server->close(server::DatabaseAddress::sqlite(m_dir.path()),
                                            ada.account, QDate(2027, 1, 10));
        QCOMPARE(issued.size(), 1);
        // Those that end the session come last.
        QList<server::Route> routes = m_server->routes();
        std::stable_sort(routes.begin(), routes.end(), [](const auto &a, const auto &b) {
            return std::pair(a.method == "DELETE", a.method != "POST")
                < std::pair(b.method == "DELETE", b.method != "POST");
        });
        for (const server::Route &route : std::as_const(routes)) {
            QByteArray path = route.path;
            path.replace("{device_id}", ada.device.toString().toLatin1());
            path.replace("{number}", issued.first().invoice.number.toLatin1());
            if (path == "/v1/usage/days")
                path += "?from=2026-11-01&to=2026-11-30";
            const QByteArray key = route.method + ' ' + route.path;
            const bool body = route.method == "POST" || route.method == "PUT";
            const Reply reply
                = call(m_server->port, route.method, path, ada.token,
                       body ? std::optional(textOf(bodies.value(key))) : std::nullopt);
            QString what = QString::fromLatin1(key) + u": "_s;
            what += m_document.mismatchOfAnswer(route.method, route.path, reply);
            QVERIFY2(what.endsWith(u": "_s), qPrintable(what));
            QVERIFY2(bodies.contains(key) || body || reply.status < 300 || route.method == "DELETE",
                     qPrintable(what + QString::number(reply.status)));
            const Reply stranger = call(m_server->port, route.method, path, {},
                                        body ? std::optional(QByteArray("{}")) : std::nullopt);
            what += m_document.mismatchOfAnswer(route.method, route.path, stranger);
            QVERIFY2(what.endsWith(u": "_s), qPrintable(what));
        }
    }

    void answersAdministratorsAsItIsDescribed()
    {
        const auto sql = m_server->sql();
        server::Passwords passwords;
        const auto seed
            = server::Admins(*sql, passwords, *m_server->sealer, m_server->clock)
                  .create(u"olga@example.org"_s, Secret::take(QByteArray("a very long password")),
                          server::AdminRole::Owner, {{}, u"console"_s, "here"});
        const QByteArray code = server::totp::codeOf(
            *seed, m_server->clock.now().toSecsSinceEpoch() / server::totp::stepSeconds);
        const Reply in = call(m_server->adminPort, "POST", "/v1/admin/sessions", {},
                              textOf({{u"email"_s, u"olga@example.org"_s},
                                      {u"password"_s, u"a very long password"_s},
                                      {u"code"_s, QString::fromLatin1(code)}}));
        QCOMPARE(m_adminDocument.mismatchOfAnswer("POST", "/v1/admin/sessions", in), QString());
        const QByteArray token = in.json.value("token"_L1).toString().toLatin1();
        const QByteArray add = "{\"service\":\"openai\",\"label\":\"x\",\"base_url\":\"\","
                               "\"key\":\"sk-1\"}";
        QCOMPARE(call(m_server->adminPort, "POST", "/v1/admin/system-keys", token, add).status,
                 204);
        QList<server::Route> routes = m_server->adminRoutes();
        std::stable_partition(routes.begin(), routes.end(),
                              [](const auto &route) { return route.method != "DELETE"; });
        for (const server::Route &route : std::as_const(routes)) {
            QByteArray path = route.path;
            if (path.endsWith("/statistics"))
                path += "?from=2026-10&to=2026-11";
            if (path.endsWith("/analytics"))
                path += "?month=2026-10";
            const bool body = route.method == "POST" || route.method == "PUT";
            for (const QByteArray &who : {token, QByteArray()}) {
                const Reply reply = call(m_server->adminPort, route.method, path, who,
                                         body ? std::optional(QByteArray("{}")) : std::nullopt);
                QString what = QString::fromLatin1(route.method + ' ' + route.path) + u": "_s;
                what += m_adminDocument.mismatchOfAnswer(route.method, route.path, reply);
                QVERIFY2(what.endsWith(u": "_s), qPrintable(what));
                QVERIFY2(route.method != "GET" || who.isEmpty() || reply.status == 200,
                         qPrintable(what));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestOpenApi)
#include "tst_openapi.moc"
