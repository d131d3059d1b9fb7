#include "core/server/adminaudit.h"
#include "tests/server/adminfixture.h"

#include <QtCore/QFile>

using namespace keyway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using server::AdminRole;
using server::Permission;

namespace {

Reply signIn(const ServerFixture &fixture, const QString &email, const QByteArray &word,
             const QByteArray &code)
{
    return call(fixture.adminPort, "POST", "/v1/admin/sessions", {},
                textOf({{u"email"_s, email},
                        {u"password"_s, QString::fromLatin1(word)},
                        {u"code"_s, QString::fromLatin1(code)}}));
}

QByteArray tokenOf(const ServerFixture &fixture, const AdminPerson &person)
{
    return signIn(fixture, person.email, adminPassword, adminCodeNow(fixture, person))
        .json.value("token"_L1)
        .toString()
        .toLatin1();
}

} // namespace

/// Administrators: how they sign in, what each role may do, and what is written down of it.
class TestAdmins : public QObject {
    Q_OBJECT

    TestStores m_stores;

private Q_SLOTS:
    void initTestCase_data() { TestStores::addRows(); }

    void countsCodesAsTheStandardDoes_data()
    {
        QTest::addColumn<qint64>("time");
        QTest::addColumn<QByteArray>("code");
        // RFC 6238, appendix B, SHA-1, the last six of its eight digits.
        QTest::newRow("59") << qint64(59) << QByteArray("287082");
        QTest::newRow("1111111109") << qint64(1111111109) << QByteArray("081804");
        QTest::newRow("1111111111") << qint64(1111111111) << QByteArray("050471");
        QTest::newRow("1234567890") << qint64(1234567890) << QByteArray("005924");
        QTest::newRow("2000000000") << qint64(2000000000) << QByteArray("279037");
        QTest::newRow("20000000000") << qint64(20000000000) << QByteArray("353130");
    }
    void countsCodesAsTheStandardDoes()
    {
        QFETCH(qint64, time);
        QFETCH(QByteArray, code);
        const Secret seed = Secret::take(QByteArray("12345678901234567890"));
        QCOMPARE(server::totp::codeOf(seed, time / server::totp::stepSeconds), code);
        const QDateTime now = QDateTime::fromSecsSinceEpoch(time, Qt::UTC);
        const QString spaced
            = QString::fromLatin1(code.left(3)) + u' ' + QString::fromLatin1(code.mid(3));
        QCOMPARE(server::totp::stepOf(seed, spaced, now), time / server::totp::stepSeconds);
        QVERIFY(server::totp::stepOf(seed, spaced, now.addSecs(30)));
        QVERIFY(!server::totp::stepOf(seed, spaced, now.addSecs(90)));
        QVERIFY(!server::totp::stepOf(seed, spaced.left(6), now));
        QCOMPARE(server::totp::textOf(seed), QByteArray("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"));
    }

    void wantsPasswordAndCode()
    {
        QFETCH_GLOBAL(QString, engine);
        const auto store = m_stores.create(engine);
        if (!store)
            QSKIP(m_stores.why().constData());
        ServerFixture fixture(*store);
        const AdminPerson olga = madeAdmin(fixture, u"olga@example.org"_s, AdminRole::Owner);
        const QByteArray code = adminCodeNow(fixture, olga);
        QCOMPARE(signIn(fixture, olga.email, "a wrong password", code).code(),
                 u"bad-credentials"_s);
        QCOMPARE(signIn(fixture, olga.email, adminPassword, "000000").code(), u"bad-credentials"_s);
        QCOMPARE(signIn(fixture, u"nobody@example.org"_s, adminPassword, code).code(),
                 u"bad-credentials"_s);
        const Reply in = signIn(fixture, u" Olga@Example.org"_s, adminPassword, code);
        QCOMPARE(in.status, 201);
        QCOMPARE(in.json.value("role"_L1).toString(), u"owner"_s);
        QCOMPARE(in.json.value("permissions"_L1).toArray().size(), 10);
        const QByteArray token = in.json.value("token"_L1).toString().toLatin1();
        QCOMPARE(call(fixture.adminPort, "GET", "/v1/admin/me", token).status, 200);

        // A code that was used is refused, also by whoever looked over a shoulder.
        QCOMPARE(signIn(fixture, olga.email, adminPassword, code).code(), u"bad-credentials"_s);
        fixture.clock.advance(30s);
        QCOMPARE(signIn(fixture, olga.email, adminPassword, code).code(), u"bad-credentials"_s);
        QCOMPARE(signIn(fixture, olga.email, adminPassword, adminCodeNow(fixture, olga)).status,
                 201);

        QCOMPARE(call(fixture.adminPort, "DELETE", "/v1/admin/sessions/current", token).status,
                 204);
        QCOMPARE(call(fixture.adminPort, "GET", "/v1/admin/me", token).code(), u"bad-token"_s);
    }

    void locksAfterFiveWrongTries()
    {
        QFETCH_GLOBAL(QString, engine);
        const auto store = m_stores.create(engine);
        if (!store)
            QSKIP(m_stores.why().constData());
        ServerFixture fixture(*store);
        const AdminPerson olga = madeAdmin(fixture, u"olga@example.org"_s, AdminRole::Owner);
        for (const QString &email : {olga.email, u"nobody@example.org"_s}) {
            for (int tries = 0; tries < 5; ++tries)
                QCOMPARE(signIn(fixture, email, "a wrong password", "123456").status, 401);
            const Reply locked = signIn(fixture, email, adminPassword, adminCodeNow(fixture, olga));
            QCOMPARE(locked.code(), u"locked"_s);
            QVERIFY(locked.head.contains("Retry-After: 900"));
        }
        fixture.clock.advance(15min);
        QCOMPARE(signIn(fixture, olga.email, adminPassword, adminCodeNow(fixture, olga)).status,
                 201);
    }

    void endsIdleSessions()
    {
        QFETCH_GLOBAL(QString, engine);
        const auto store = m_stores.create(engine);
        if (!store)
            QSKIP(m_stores.why().constData());
        ServerFixture fixture(*store);
        const AdminPerson olga = madeAdmin(fixture, u"olga@example.org"_s, AdminRole::Owner);
        const QByteArray token = tokenOf(fixture, olga);
        const auto me
            = [&] { return call(fixture.adminPort, "GET", "/v1/admin/me", token).status; };
        for (int i = 0; i < 24; ++i) { // nearly twelve hours of work
            fixture.clock.advance(29min);
            QCOMPARE(me(), 200);
        }
        fixture.clock.advance(29min);
        QCOMPARE(me(), 401);
        fixture.clock.advance(1min);
        const QByteArray second = tokenOf(fixture, olga);
        fixture.clock.advance(30min);
        QCOMPARE(call(fixture.adminPort, "GET", "/v1/admin/me", second).code(), u"expired"_s);
    }

    void letsEachRoleDoItsWorkAlone()
    {
        QFETCH_GLOBAL(QString, engine);
        const auto store = m_stores.create(engine);
        if (!store)
            QSKIP(m_stores.why().constData());
        ServerFixture fixture(*store);
        const auto user = fixture.user(u"ada@example.org"_s);
        QMap<QString, QByteArray> callers{
            {u"nobody"_s, {}},
            {u"a user"_s, user.token},
            {u"a made-up token"_s, server::Token::create(user.account).text}};
        QMap<QString, AdminRole> roles;
        for (const AdminRole role : {AdminRole::Viewer, AdminRole::Support, AdminRole::Operator,
                                     AdminRole::Finance, AdminRole::Owner}) {
            const AdminPerson person
                = madeAdmin(fixture, server::nameOf(role) + "@example.org"_L1, role);
            roles.insert(server::nameOf(role), role);
            callers.insert(server::nameOf(role), tokenOf(fixture, person));
        }
        int tried = 0;
        for (const server::Route &route : fixture.adminRoutes()) {
            if (route.access != server::Access::Admin || route.path.endsWith("/current"))
                continue;
            QByteArray path = route.path;
            path.replace("{key_id}", Id::create(fixture.clock.now()).toString().toLatin1());
            const bool body = route.method == "POST" || route.method == "PUT";
            for (auto who = callers.begin(); who != callers.end(); ++who) {
                const Reply reply = call(fixture.adminPort, route.method, path, *who,
                                         body ? std::optional(QByteArray("{}")) : std::nullopt);
                int expected = 401;
                if (roles.contains(who.key())) {
                    const bool may = !route.permission
                        || server::allows(roles.value(who.key()), *route.permission);
                    expected = may ? 0 : 403;
                }
                const QString what = QString::fromLatin1(route.method + ' ' + path) + u" by "_s
                    + who.key() + u": "_s + QString::number(reply.status);
                if (expected == 0)
                    QVERIFY2(reply.status != 401 && reply.status != 403, qPrintable(what));
                else
                    QVERIFY2(reply.status == expected, qPrintable(what));
                ++tried;
            }
        }
        QVERIFY(tried >= 70);
        // The two listeners have nothing in common, and their tokens neither.
        for (const server::Route &route : fixture.adminRoutes())
            QCOMPARE(call(fixture.port, route.method, route.path, callers.value(u"owner"_s)).status,
                     404);
        for (const server::Route &route : fixture.routes()) {
            QCOMPARE(call(fixture.adminPort, route.method, route.path, user.token).status, 404);
            if (route.access == server::Access::Device)
                QCOMPARE(call(fixture.port, route.method, route.path, callers.value(u"owner"_s),
                              route.method == "POST" || route.method == "PUT"
                                  ? std::optional(QByteArray("{}"))
                                  : std::nullopt)
                             .status,
                         401);
        }
    }

    void takesKeysAndGivesNoneOut()
    {
        QFETCH_GLOBAL(QString, engine);
        const auto store = m_stores.create(engine);
        if (!store)
            QSKIP(m_stores.why().constData());
        ServerFixture fixture(*store);
        const QByteArray token
            = tokenOf(fixture, madeAdmin(fixture, u"olga@example.org"_s, AdminRole::Owner));
        constexpr auto canary = "sk-canary-through-the-front-door";
        const QJsonObject add{{u"service"_s, u"openai"_s},
                              {u"label"_s, u"free tier"_s},
                              {u"base_url"_s, QString()},
                              {u"key"_s, QString::fromLatin1(canary)}};
        const auto keys
            = [&] { return call(fixture.adminPort, "GET", "/v1/admin/system-keys", token); };
        const auto post = [&](const QJsonObject &body) {
            return call(fixture.adminPort, "POST", "/v1/admin/system-keys", token, textOf(body));
        };
        QCOMPARE(post(add).status, 204);
        QCOMPARE(post(add).code(), u"known-key"_s);
        const Reply listed = keys();
        QCOMPARE(listed.status, 200);
        QVERIFY(!listed.body.contains(canary));
        const QByteArray path = "/v1/admin/system-keys/"
            + listed.json.value("keys"_L1)
                  .toArray()
                  .first()
                  .toObject()
                  .value("key_id"_L1)
                  .toString()
                  .toLatin1();
        QCOMPARE(call(fixture.adminPort, "PUT", path, token, "{\"key\":\"sk-next\"}").status, 204);
        QCOMPARE(call(fixture.adminPort, "DELETE", path, token).status, 204);
        QCOMPARE(call(fixture.adminPort, "DELETE", path, token).status, 404);

        const Reply audit = call(fixture.adminPort, "GET", "/v1/admin/audit", token);
        QStringList actions;
        for (const QJsonValue &entry : audit.json.value("entries"_L1).toArray())
            actions.prepend(entry.toObject().value("action"_L1).toString());
        QCOMPARE(actions,
                 (QStringList{u"admin-created"_s, u"signed-in"_s, u"system-key-added"_s,
                              u"system-key-rotated"_s, u"system-key-retired"_s}));
        QVERIFY(!audit.body.contains(canary) && !audit.body.contains("sk-next"));
    }

    void keepsWhatWasDone()
    {
        QFETCH_GLOBAL(QString, engine);
        const auto store = m_stores.create(engine);
        if (!store)
            QSKIP(m_stores.why().constData());
        ServerFixture fixture(*store);
        const auto sql = fixture.sql();
        server::AdminAudit audit(*sql, fixture.clock);
        for (int i = 0; i < 5; ++i)
            QVERIFY(audit.add({{}, u"console"_s, "here"}, u"tested"_s, {{u"number"_s, i}}));
        QCOMPARE(audit.firstBroken().value(), 0);
        QVERIFY(!sql->write([&] { return sql->run(u"UPDATE admin_audit SET actor = 'x'"_s); }));
        QVERIFY(!sql->write([&] { return sql->run(u"DELETE FROM admin_audit"_s); }));
        QCOMPARE(audit.firstBroken().value(), 0);
        // Somebody who owns the database can drop its triggers, and is seen.
        const QStringList drop = engine == "sqlite"_L1
            ? QStringList{u"DROP TRIGGER admin_audit_no_UPDATE"_s,
                          u"DROP TRIGGER admin_audit_no_DELETE"_s}
            : QStringList{u"DROP TRIGGER admin_audit_is_final ON admin_audit"_s};
        for (const QString &statement : drop)
            QVERIFY(sql->execute(statement));
        QVERIFY(sql->run(u"UPDATE admin_audit SET detail = '{\"number\":9}' WHERE sequence = 3"_s));
        QCOMPARE(audit.firstBroken().value(), 3);
        QVERIFY(sql->run(u"UPDATE admin_audit SET detail = '{\"number\":2}' WHERE sequence = 3"_s));
        QCOMPARE(audit.firstBroken().value(), 0);
        QVERIFY(sql->run(u"DELETE FROM admin_audit WHERE sequence = 5"_s));
        QCOMPARE(audit.firstBroken().value(), 5);
    }

    void losesNoSeedWithTheDatabaseFile()
    {
        QFETCH_GLOBAL(QString, engine);
        if (engine != "sqlite"_L1)
            return;
        const auto store = m_stores.create(engine);
        QByteArray seed;
        QByteArray token;
        {
            ServerFixture fixture(*store);
            const AdminPerson olga = madeAdmin(fixture, u"olga@example.org"_s, AdminRole::Owner);
            seed = olga.seed.reveal([](QByteArrayView bytes) { return bytes.toByteArray(); });
            token = tokenOf(fixture, olga);
        }
        const QByteArray bytes = bytesOf(*store);
        const QByteArray text = server::totp::textOf(Secret::take(QByteArray(seed)));
        for (const QByteArray &secret :
             {seed, seed.toHex(), seed.toBase64(), text, token, QByteArray(adminPassword)})
            QVERIFY(!bytes.contains(secret));
        QVERIFY(bytes.contains("olga@example.org")); // the search would find them
    }
};

QTEST_GUILESS_MAIN(TestAdmins)
#include "tst_admins.moc"
