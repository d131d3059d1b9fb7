#include "tests/server/serverfixture.h"

#include <QtCore/QProcess>

using namespace keyway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QStringList &injections()
{
    static const QStringList texts{u"'; DROP TABLE account; --"_s,
                                   u"' OR '1'='1"_s,
                                   u"\\'; SELECT pg_sleep(5); --"_s,
                                   u"$$; DROP TABLE usage; $$"_s,
                                   u"%27%20OR%201=1"_s,
                                   u"\"; DELETE FROM usage; --"_s,
                                   u"ada@example.org' UNION SELECT password FROM account --"_s,
                                   u"a"_s + QChar(u'\0') + u"b"_s,
                                   QString(900, u'\'')};
    return texts;
}

QByteArray encoded(const QString &text)
{
    return text.toUtf8().toPercentEncoding();
}

} // namespace

/// People who mean no good; on both engines.
class TestAttacks : public QObject {
    Q_OBJECT

    TestStores m_stores;
    std::optional<server::DatabaseAddress> m_store;
    std::unique_ptr<ServerFixture> m_server;

private Q_SLOTS:
    void init()
    {
        QFETCH_GLOBAL(QString, engine);
        m_store = m_stores.create(engine);
        if (!m_store)
            QSKIP(m_stores.why().constData());
        m_server = std::make_unique<ServerFixture>(*m_store);
    }
    void cleanup() { m_server.reset(); }
    void initTestCase_data() { TestStores::addRows(); }

    void staysWholeUnderInjections()
    {
        const ServerFixture::User ada = m_server->user(u"ada@example.org"_s);
        const UsageMessage record = m_server->record();
        m_server->send(ada.token, {record});
        const QByteArray password = ServerFixture::password;
        for (const QString &text : injections()) {
            const auto failed = [&text](const Reply &reply, const char *what) {
                // Refused, and never by a database that stumbled over it.
                if (reply.status >= 400 && reply.status < 500)
                    return true;
                qWarning("%s with %s: %d", what, qPrintable(text.left(40)), reply.status);
                return false;
            };
            QVERIFY(failed(m_server->signIn(text, u"wrong password"_s), "email"));
            QVERIFY(failed(m_server->signIn(u"bob@example.org"_s, text), "password"));
            QVERIFY(failed(m_server->post("/v1/accounts",
                                          {{u"email"_s, text},
                                           {u"password"_s, QString::fromLatin1(password)},
                                           {u"zone"_s, u"UTC"_s}}),
                           "email of sign-up"));
            QVERIFY(failed(m_server->post("/v1/accounts",
                                          {{u"email"_s, u"bob@example.org"_s},
                                           {u"password"_s, QString::fromLatin1(password)},
                                           {u"zone"_s, text}}),
                           "zone"));
            QVERIFY(failed(m_server->post("/v1/accounts/verify", {{u"token"_s, text}}), "token"));
            QVERIFY(failed(m_server->get("/v1/usage?after=" + encoded(text), ada.token), "after"));
            QVERIFY(failed(m_server->get("/v1/usage?limit=" + encoded(text), ada.token), "limit"));
            QVERIFY(failed(
                m_server->get("/v1/usage/days?from=2026-11-01&to=" + encoded(text), ada.token),
                "to"));
            QVERIFY(
                failed(call(m_server->port, "DELETE", "/v1/devices/" + encoded(text), ada.token),
                       "device"));
            // A NUL would end the header; the rest stands for itself.
            if (!text.contains(QChar(u'\0')))
                QVERIFY(failed(m_server->get("/v1/account", text.toUtf8()), "bearer"));
            for (const QString &field : record.toJson().keys()) {
                QJsonObject changed = m_server->record().toJson();
                changed.insert(field, text);
                const Reply reply
                    = m_server->post("/v1/usage", {{u"records"_s, QJsonArray{changed}}}, ada.token);
                QCOMPARE(reply.status, 200);
                const QString state = ServerFixture::statesOf(reply).constFirst();
                QVERIFY2(state == "refused/bad-record"_L1 || state == "stored"_L1
                             || state.startsWith("quarantined"_L1),
                         qPrintable(field + u' ' + state));
            }
        }
        // Names may have quotation marks; they come back as they were.
        UsageMessage quoted = m_server->record();
        quoted.model = u"'||(SELECT(1))||'"_s;
        quoted.origin = OriginClass::OwnUrl;
        QCOMPARE(ServerFixture::statesOf(m_server->send(ada.token, {quoted})),
                 QStringList{u"stored"_s});
        QVERIFY(
            m_server->get("/v1/usage?limit=1000", ada.token).body.contains("'||(SELECT(1))||'"));
        QCOMPARE(m_server->signIn(ada.email).status, 201);
    }

    void refusesWhatIsTooLarge()
    {
        const ServerFixture::User ada = m_server->user(u"ada@example.org"_s);
        const QByteArray big = "{\"records\":[\"" + QByteArray(1024 * 1024, 'x') + "\"]}";
        QCOMPARE(call(m_server->port, "POST", "/v1/usage", ada.token, big).status, 413);
        QCOMPARE(m_server->get("/v1/usage?after=1" + QByteArray(20'000, '0'), ada.token).status,
                 431);
        QCOMPARE(m_server->get("/v1/usage?after=99999999999999999999", ada.token).status, 422);
        QCOMPARE(m_server->get("/v1/usage?limit=1001", ada.token).status, 422);
        QCOMPARE(m_server->get("/v1/usage/days?from=0001-01-01&to=9999-12-31", ada.token).status,
                 422);
        QCOMPARE(m_server->post("/v1/accounts/verify", {{u"token"_s, QString(2000, u'x')}}).status,
                 422);
    }

    /// Somebody takes the database home.
    void keepsNoWordThatOpensAnything()
    {
        const ServerFixture::User ada = m_server->user(u"ada@example.org"_s);
        const QByteArray next = m_server->post("/v1/sessions/rotate", {}, ada.token)
                                    .json.value("token"_L1)
                                    .toString()
                                    .toLatin1();
        m_server->post("/v1/password/reset-mail", {{u"email"_s, ada.email}});
        m_server->send(ada.token, {m_server->record()});
        QList<QByteArray> words{ada.token, next, ServerFixture::password};
        for (const server::Mail &mail : m_server->mails.all())
            words.append(mail.token);

        const auto sql = server::SqlConnection::open(*m_store);
        QVERIFY(sql.ok());
        QByteArray everything;
        for (const QString &table :
             {u"account"_s, u"account_email"_s, u"device"_s, u"retired_token"_s, u"mail_token"_s,
              u"signin_failure"_s, u"usage"_s, u"quarantine"_s, u"usage_day"_s}) {
            const auto read = (*sql)->query(u"SELECT * FROM "_s + table, {}, [&](const Row &row) {
                for (int column = 0; column < 27; ++column) {
                    const QByteArray bytes = row.bytes(column);
                    everything += bytes + '\n' + bytes.toHex() + '\n' + row.text(column).toUtf8();
                }
                return true;
            });
            QVERIFY(read.ok());
        }
        QVERIFY(everything.contains("ada@example.org")); // the search finds what is there
        QVERIFY(everything.contains("$argon2id$v=19$m=19456,t=2,p=1$"));
        for (const QByteArray &word : std::as_const(words)) {
            QVERIFY(word.size() > 10);
            const QByteArray secret = word.right(43);
            QVERIFY(!everything.contains(secret));
            const QByteArray raw = QByteArray::fromBase64(secret, QByteArray::Base64UrlEncoding);
            QVERIFY(!everything.contains(raw.toHex()));
        }
        if (m_store->engine == server::Engine::Sqlite) {
            TemporaryDataDir dir;
            for (const char *end : {"", "-wal"}) {
                QFile file(m_store->file + QLatin1StringView(end));
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QByteArray bytes = file.readAll();
                for (const QByteArray &word : std::as_const(words))
                    QVERIFY(!bytes.contains(word.right(43)));
            }
        }
    }

    void doesNotLetRecordsBeChangedInTheDatabase()
    {
        const ServerFixture::User ada = m_server->user(u"ada@example.org"_s);
        m_server->send(ada.token, {m_server->record()});
        const auto sql = server::SqlConnection::open(*m_store);
        QVERIFY(sql.ok());
        QVERIFY(!(*sql)->execute(u"UPDATE usage SET platform_cost_nano = 0"_s).ok());
    }
};

QTEST_GUILESS_MAIN(TestAttacks)
#include "tst_attacks.moc"
