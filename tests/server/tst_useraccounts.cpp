#include "tests/server/serverfixture.h"

using namespace keyway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString ada = u"ada@example.org"_s;

QJsonObject signUpBody(const QString &email, const QString &password = u"correct horse battery"_s,
                       const QString &zone = u"UTC"_s)
{
    return {{u"email"_s, email}, {u"password"_s, password}, {u"zone"_s, zone}};
}

} // namespace

/// People sign up, come and go; on both engines.
class TestUserAccounts : public QObject {
    Q_OBJECT

    TestStores m_stores;
    std::unique_ptr<ServerFixture> m_server;

private Q_SLOTS:
    void init()
    {
        QFETCH_GLOBAL(QString, engine);
        const auto store = m_stores.create(engine);
        if (!store)
            QSKIP(m_stores.why().constData());
        m_server = std::make_unique<ServerFixture>(*store);
    }
    void cleanup() { m_server.reset(); }
    void initTestCase_data() { TestStores::addRows(); }

    void signsUpVerifiesAndSignsIn()
    {
        QCOMPARE(m_server->post("/v1/accounts", signUpBody(ada)).status, 202);
        QCOMPARE(m_server->mails.all().size(), 1);
        const server::Mail mail = m_server->mails.all().constFirst();
        QCOMPARE(mail.kind, server::Mail::Kind::Verify);
        QCOMPARE(mail.to, ada);

        const Reply early = m_server->signIn(ada);
        QCOMPARE(early.status, 403);
        QCOMPARE(early.code(), u"not-verified"_s);
        const QJsonObject token{{u"token"_s, QString::fromLatin1(mail.token)}};
        QCOMPARE(m_server->post("/v1/accounts/verify", token).status, 204);
        QCOMPARE(m_server->post("/v1/accounts/verify", token).status, 401); // works once

        const Reply in = m_server->signIn(u" ADA@Example.org "_s);
        QCOMPARE(in.status, 201);
        QCOMPARE(in.json.value("zone"_L1).toString(), u"UTC"_s);
        const Reply account
            = m_server->get("/v1/account", in.json.value("token"_L1).toString().toLatin1());
        QCOMPARE(account.status, 200);
        QCOMPARE(account.json.value("email"_L1).toString(), ada);
        QCOMPARE(account.json.value("account_id"_L1), in.json.value("account_id"_L1));
        QCOMPARE(account.json.value("rotate"_L1), QJsonValue(false));
    }

    void refusesAtSignUp_data()
    {
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<QString>("code");
        QTest::newRow("no address") << signUpBody(u"ada"_s) << u"bad-email"_s;
        QTest::newRow("two addresses") << signUpBody(u"a@b.c,d@e.f"_s) << u"bad-email"_s;
        QTest::newRow("a line in it") << signUpBody(u"a@b.c\nBcc: d@e.f"_s) << u"bad-email"_s;
        QTest::newRow("long address")
            << signUpBody(QString(250, u'a') + u"@b.cd"_s) << u"bad-email"_s;
        QTest::newRow("short password") << signUpBody(ada, u"short"_s) << u"bad-password"_s;
        QTest::newRow("long password") << signUpBody(ada, QString(201, u'p')) << u"bad-password"_s;
        QTest::newRow("no zone") << signUpBody(ada, u"correct horse"_s, u"Moon/Crater"_s)
                                 << u"bad-zone"_s;
        QJsonObject more = signUpBody(ada);
        more.insert(u"role"_s, u"admin"_s);
        QTest::newRow("more than asked") << more << u"bad-body"_s;
        QTest::newRow("less") << QJsonObject{{u"email"_s, ada}} << u"bad-body"_s;
    }
    void refusesAtSignUp()
    {
        QFETCH(QJsonObject, body);
        QFETCH(QString, code);
        const Reply reply = m_server->post("/v1/accounts", body);
        QCOMPARE(reply.status, 422);
        QCOMPARE(reply.code(), code);
        QVERIFY(m_server->mails.all().isEmpty());
    }

    void doesNotTellWhoHasAnAccount()
    {
        m_server->user(ada);
        const Reply again = m_server->post("/v1/accounts", signUpBody(ada, u"another password"_s));
        const Reply other = m_server->post("/v1/accounts", signUpBody(u"bob@example.org"_s));
        QCOMPARE(again.status, other.status);
        QCOMPARE(again.body, other.body);
        QCOMPARE(m_server->mails.all().at(1).kind, server::Mail::Kind::Exists);
        QCOMPARE(m_server->signIn(ada, u"another password"_s).status, 401);
        QCOMPARE(m_server->signIn(ada).status, 201);

        const Reply unknown = m_server->signIn(u"nobody@example.org"_s);
        const Reply wrong = m_server->signIn(ada, u"wrong password"_s);
        QCOMPARE(unknown.status, 401);
        QCOMPARE(unknown.body, wrong.body);
        const auto reset = [this](const QString &email) {
            return m_server->post("/v1/password/reset-mail", {{u"email"_s, email}});
        };
        QCOMPARE(reset(ada).status, 202);
        QCOMPARE(reset(u"nobody@example.org"_s).status, 202);
    }

    void locksAfterWrongPasswords_data()
    {
        QTest::addColumn<bool>("exists");
        QTest::newRow("an account") << true;
        QTest::newRow("none") << false;
    }
    void locksAfterWrongPasswords()
    {
        QFETCH(bool, exists);
        QByteArray token;
        if (exists)
            token = m_server->user(ada).token;
        for (int i = 0; i < 5; ++i)
            QCOMPARE(m_server->signIn(ada, u"wrong password"_s).status, 401);
        const Reply locked = m_server->signIn(ada);
        QCOMPARE(locked.status, 429);
        QCOMPARE(locked.code(), u"locked"_s);
        QVERIFY(locked.head.contains("Retry-After: 30\r\n"));
        if (!exists)
            return;
        QCOMPARE(m_server->get("/v1/account", token).status, 200); // who is in stays in
        m_server->clock.advance(31s);
        QCOMPARE(m_server->signIn(ada, u"wrong password"_s).status, 401);
        m_server->clock.advance(31s);
        QCOMPARE(m_server->signIn(ada).status, 429); // twice as long now
        m_server->clock.advance(31s);
        QCOMPARE(m_server->signIn(ada).status, 201);
        QCOMPARE(m_server->signIn(ada, u"wrong password"_s).status, 401);
        QCOMPARE(m_server->signIn(ada).status, 201); // counted from the start again
    }

    void rotatesTokens()
    {
        const ServerFixture::User user = m_server->user(ada);
        m_server->clock.advance(24h * 31);
        QCOMPARE(m_server->get("/v1/account", user.token).json.value("rotate"_L1),
                 QJsonValue(true));
        const auto rotate = [&](const QByteArray &token) {
            return m_server->post("/v1/sessions/rotate", {}, token)
                .json.value("token"_L1)
                .toString()
                .toLatin1();
        };
        const QByteArray lost = rotate(user.token); // its answer never came
        const QByteArray next = rotate(user.token);
        QVERIFY(!next.isEmpty() && next != lost);
        QCOMPARE(m_server->get("/v1/account", user.token).status, 200); // until the new one is used
        const Reply first = m_server->get("/v1/account", next);
        QCOMPARE(first.status, 200);
        QCOMPARE(first.json.value("rotate"_L1), QJsonValue(false));
        QCOMPARE(first.json.value("device_id"_L1).toString(), user.device.toString());
        QCOMPARE(m_server->get("/v1/account", lost).code(), u"bad-token"_s);
        QCOMPARE(m_server->get("/v1/account", next).status, 200);

        const Reply reused = m_server->get("/v1/account", user.token);
        QCOMPARE(reused.status, 401);
        QCOMPARE(reused.code(), u"token-reused"_s);
        QCOMPARE(m_server->get("/v1/account", next).code(), u"revoked"_s);
    }

    void forgetsComputersThatNeverCome()
    {
        const ServerFixture::User user = m_server->user(ada);
        m_server->clock.advance(24h * 91);
        const Reply reply = m_server->get("/v1/account", user.token);
        QCOMPARE(reply.status, 401);
        QCOMPARE(reply.code(), u"expired"_s);
    }

    void signsOut()
    {
        const ServerFixture::User one = m_server->user(ada);
        const ServerFixture::User two = m_server->device(ada);
        const ServerFixture::User three = m_server->device(ada);
        QCOMPARE(m_server->get("/v1/devices", one.token).json.value("devices"_L1).toArray().size(),
                 3);
        QCOMPARE(call(m_server->port, "DELETE", "/v1/sessions/current", one.token).status, 204);
        QCOMPARE(m_server->get("/v1/account", one.token).code(), u"revoked"_s);
        const QByteArray device = "/v1/devices/" + three.device.toString().toLatin1();
        QCOMPARE(call(m_server->port, "DELETE", device, two.token).status, 204);
        QCOMPARE(m_server->get("/v1/account", three.token).status, 401);
        QCOMPARE(m_server->get("/v1/account", two.token).status, 200);
        const ServerFixture::User four = m_server->device(ada);
        QCOMPARE(call(m_server->port, "DELETE", "/v1/sessions", two.token).status, 204);
        QCOMPARE(m_server->get("/v1/account", two.token).status, 401);
        QCOMPARE(m_server->get("/v1/account", four.token).status, 401);
    }

    void changesThePassword()
    {
        const ServerFixture::User one = m_server->user(ada);
        const ServerFixture::User two = m_server->device(ada);
        const auto change = [&](const QString &old, const QString &now) {
            return call(m_server->port, "PUT", "/v1/account/password", one.token,
                        textOf({{u"old_password"_s, old}, {u"password"_s, now}}));
        };
        QCOMPARE(change(u"wrong password"_s, u"a new password"_s).status, 401);
        QCOMPARE(change(u"correct horse battery"_s, u"short"_s).status, 422);
        QCOMPARE(change(u"correct horse battery"_s, u"a new password"_s).status, 204);
        QCOMPARE(m_server->get("/v1/account", one.token).status, 200);
        QCOMPARE(m_server->get("/v1/account", two.token).status, 401);
        QCOMPARE(m_server->signIn(ada).status, 401);
        QCOMPARE(m_server->signIn(ada, u"a new password"_s).status, 201);
    }

    void resetsThePassword()
    {
        const ServerFixture::User user = m_server->user(ada);
        for (int i = 0; i < 5; ++i)
            m_server->signIn(ada, u"wrong password"_s);
        QCOMPARE(m_server->post("/v1/password/reset-mail", {{u"email"_s, ada}}).status, 202);
        const server::Mail mail = m_server->mails.all().constLast();
        QCOMPARE(mail.kind, server::Mail::Kind::Reset);
        const auto reset = [&](const QString &word) {
            return m_server->post(
                "/v1/password/reset",
                {{u"token"_s, QString::fromLatin1(mail.token)}, {u"password"_s, word}});
        };
        QCOMPARE(reset(u"short"_s).status, 422);
        QCOMPARE(reset(u"a new password"_s).status, 204);
        QCOMPARE(reset(u"another password"_s).status, 401);
        QCOMPARE(m_server->get("/v1/account", user.token).status, 401);
        QCOMPARE(m_server->signIn(ada, u"a new password"_s).status, 201); // the lock is gone, too

        QCOMPARE(m_server->post("/v1/password/reset-mail", {{u"email"_s, ada}}).status, 202);
        m_server->clock.advance(61min);
        const QByteArray late = m_server->mails.all().constLast().token;
        QCOMPARE(m_server
                     ->post("/v1/password/reset",
                            {{u"token"_s, QString::fromLatin1(late)},
                             {u"password"_s, u"much too late"_s}})
                     .status,
                 401);
    }

    void exportsAndForgets()
    {
        const ServerFixture::User user = m_server->user(ada);
        UsageMessage free = m_server->record();
        free.platformCost = free.platformFee = {};
        free.costState = CostState::Unknown;
        QCOMPARE(ServerFixture::statesOf(m_server->send(user.token, {m_server->record(), free})),
                 (QStringList{u"stored"_s, u"stored"_s}));
        const Reply exported = m_server->get("/v1/account/export", user.token);
        QCOMPARE(exported.status, 200);
        QVERIFY(exported.body.contains("ada@example.org"));
        QVERIFY(exported.body.contains("gpt-4.1"));
        QVERIFY(!exported.body.contains("kw1_") && !exported.body.contains("argon2"));

        const auto remove = [&](const QString &word) {
            return m_server->post("/v1/account/delete", {{u"password"_s, word}}, user.token);
        };
        QCOMPARE(remove(u"wrong password"_s).status, 401);
        QCOMPARE(remove(u"correct horse battery"_s).status, 204);
        QCOMPARE(m_server->get("/v1/account", user.token).status, 401);
        QCOMPARE(m_server->signIn(ada).status, 401);
        const ServerFixture::User again = m_server->user(ada); // the address is free
        QVERIFY(again.account != user.account);
        QCOMPARE(m_server->get("/v1/usage", again.token).json.value("records"_L1).toArray().size(),
                 0);
    }
};

QTEST_GUILESS_MAIN(TestUserAccounts)
#include "tst_useraccounts.moc"
