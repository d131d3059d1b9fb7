#include "core/sync/syncdelay.h"
#include "tests/sync/syncfixture.h"

using namespace keyway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString ada = u"ada@example.org"_s;

Secret passwordOf(const char *word)
{
    return Secret::take(QByteArray(word));
}

} // namespace

/// A computer and a server.
class TestSync : public QObject {
    Q_OBJECT

    std::unique_ptr<TemporaryDataDir> m_serverDir;
    std::unique_ptr<ServerFixture> m_server;
    std::unique_ptr<Computer> m_computer;

private Q_SLOTS:
    void init()
    {
        m_serverDir = std::make_unique<TemporaryDataDir>();
        m_server
            = std::make_unique<ServerFixture>(server::DatabaseAddress::sqlite(m_serverDir->path()));
        m_computer = std::make_unique<Computer>(*m_server, m_server->port);
    }
    void cleanup()
    {
        m_computer.reset();
        m_server.reset();
        m_serverDir.reset();
    }

    void signsUpAndIn()
    {
        ServerClient &client = m_computer->client;
        VERIFY_RESULT(await(client.signUp(ada, passwordOf(ServerFixture::password), "UTC", {})));
        const auto early = m_computer->signIn(ada);
        QVERIFY(!early.ok());
        QCOMPARE(early.error().kind(), Error::Kind::Auth);
        QCOMPARE(early.error().reason(), u"not-verified"_s);
        VERIFY_RESULT(await(client.verify(m_server->mails.all().constLast().token, {})));
        VERIFY_RESULT(m_computer->signIn(ada));

        const auto account = m_computer->link.account();
        VERIFY_RESULT(account);
        QVERIFY(*account);
        QCOMPARE((*account)->email, ada);
        QCOMPARE((*account)->server, client.server());
        auto token = await(m_computer->link.token(**account));
        VERIFY_RESULT(token);
        const auto facts = await(client.account(token->clone(), {}));
        VERIFY_RESULT(facts);
        QCOMPARE(facts->value("device_id"_L1).toString(), (*account)->device.toString());
        // The token is in the keychain and nowhere else.
        const QByteArray word
            = token->reveal([](QByteArrayView bytes) { return bytes.toByteArray(); });
        QCOMPARE(m_computer->dir().filesContaining(word), QStringList());
        QVERIFY(!m_computer->dir().filesContaining(ada.toUtf8()).isEmpty());

        const auto next = await(client.rotate(std::move(*token), {}));
        VERIFY_RESULT(next);
        VERIFY_RESULT(await(m_computer->link.replaceToken(**account, next->clone())));
        VERIFY_RESULT(await(client.signOut(next->clone(), {})));
        QCOMPARE(await(client.account(next->clone(), {})).error().reason(), u"revoked"_s);
        VERIFY_RESULT(await(m_computer->link.unlink()));
        QVERIFY(!*m_computer->link.account());
        QVERIFY(m_computer->keychain.keys.empty());
    }

    void isNotSignedInWithoutAKeychain()
    {
        m_server->user(ada);
        m_computer->keychain.failure = Error(Error::Kind::Keychain).withReason(u"locked"_s);
        const auto in = m_computer->signIn(ada);
        QCOMPARE(in.error().reason(), u"locked"_s);
        QVERIFY(!*m_computer->link.account());
    }

    void sendsWhatWaits()
    {
        const ServerFixture::User user = m_server->user(ada);
        VERIFY_RESULT(m_computer->signIn(ada));
        ServerSums recorded;
        for (int i = 0; i < 620; ++i) { // two batches
            const UsageRecord record = m_computer->ask(i);
            ++recorded.attempts;
            recorded.cost += record.platformCost;
            recorded.fee += record.platformFee;
        }
        QCOMPARE(m_computer->waiting(), 620);
        const auto report = m_computer->drain();
        VERIFY_RESULT(report);
        QCOMPARE(report->sent, 620);
        QCOMPARE(report->lastStarted, std::optional(m_server->clock.now()));
        QCOMPARE(m_computer->waiting(), 0);
        QVERIFY(sumsAt(*m_server, user.token) == recorded);
        QCOMPARE(m_computer->drain()->sent, 0);

        Computer other(*m_server, m_server->port);
        VERIFY_RESULT(other.signIn(ada));
        auto token = await(other.link.token(**other.link.account()));
        qint64 next = 0;
        qint64 pulled = 0;
        for (bool more = true; more;) {
            const auto page = await(other.client.pull(token->clone(), next, {}));
            VERIFY_RESULT(page);
            pulled += page->records.size();
            next = page->next;
            more = page->more;
        }
        QCOMPARE(pulled, 620);
    }

    void leavesWhatWasBefore()
    {
        m_server->user(ada);
        m_computer->ask(1);
        m_server->clock.advance(1h);
        VERIFY_RESULT(m_computer->signIn(ada, m_server->clock.now()));
        m_computer->ask(2);
        QCOMPARE(m_computer->waiting(), 1);
        QCOMPARE(m_computer->drain()->sent, 1);
        QCOMPARE(number(*m_computer->records.database, u"SELECT COUNT(*) FROM outbox"_s), 1);
    }

    void notesWhatTheServerDoesNotTake()
    {
        const ServerFixture::User user = m_server->user(ada);
        VERIFY_RESULT(m_computer->signIn(ada));
        const UsageRecord taken = m_computer->ask(1);
        // The same id with other contents, from elsewhere.
        UsageMessage changed = messageOf(taken, user.device, OriginClass::OwnUrl);
        changed.billingDay = changed.startedAt.date();
        changed.durationMs += 1;
        QCOMPARE(ServerFixture::statesOf(m_server->send(user.token, {changed})),
                 QStringList{u"stored"_s});
        const QDateTime now = m_server->clock.now();
        m_server->clock.advance(24h * 3); // the computer's clock is wrong for a while
        m_computer->ask(2);
        m_server->clock.jumpTo(now);
        const auto report = m_computer->drain();
        VERIFY_RESULT(report);
        QCOMPARE(report->refused, 1);
        QCOMPARE(report->quarantined, 1);
        QCOMPARE(m_computer->waiting(), 0);
        QStringList noted;
        const auto entries = AuditTrail(*m_computer->records.database).entries(10);
        VERIFY_RESULT(entries);
        for (const AuditEntry &entry : *entries) {
            if (entry.event.name.startsWith("sync."_L1))
                noted.append(entry.event.name + u' '
                             + entry.event.facts.value("reason"_L1).toString());
        }
        noted.sort();
        QCOMPARE(noted, (QStringList{u"sync.conflict changed"_s, u"sync.quarantined clock"_s}));
    }

    void keepsEverythingWhileTheServerIsAway()
    {
        m_server->user(ada);
        VERIFY_RESULT(m_computer->signIn(ada));
        m_computer->ask(1);
        ServerClient away(QUrl(u"http://127.0.0.1:1"_s));
        Uploader uploader(*m_computer->records.database, m_server->catalogue(), away);
        const LinkedAccount account = **m_computer->link.account();
        const auto report = await(uploader.drain(account, passwordOf("kw1_x"), {}));
        QVERIFY(!report.ok());
        QCOMPARE(report.error().kind(), Error::Kind::Network);
        QCOMPARE(m_computer->waiting(), 1);
        QCOMPARE(m_computer->drain()->sent, 1);
    }

    void tellsSignedOutFromAway()
    {
        const ServerFixture::User user = m_server->user(ada);
        VERIFY_RESULT(m_computer->signIn(ada));
        m_computer->ask(1);
        call(m_server->port, "DELETE", "/v1/sessions", user.token);
        const auto report = m_computer->drain();
        QCOMPARE(report.error().kind(), Error::Kind::Auth);
        QCOMPARE(report.error().reason(), u"revoked"_s);
        QCOMPARE(m_computer->waiting(), 1);
    }

    void tellsAStrangerFromAKeywayServer()
    {
        ServerClient client(QUrl(u"http://127.0.0.1:%1/elsewhere"_s.arg(m_server->port)));
        const auto lost = await(client.account(passwordOf("kw1_x"), {}));
        QCOMPARE(lost.error().reason(), u"no-such-path"_s);
        ServerClient plain(QUrl(u"http://example.org"_s));
        const auto refused = await(plain.account(passwordOf("kw1_x"), {}));
        QVERIFY(!refused.ok());
        QVERIFY(refused.error().kind() != Error::Kind::Network); // nothing was tried
    }

    void deletesAndExports()
    {
        m_server->user(ada);
        VERIFY_RESULT(m_computer->signIn(ada));
        auto token = await(m_computer->link.token(**m_computer->link.account()));
        const auto exported = await(m_computer->client.exported(token->clone(), {}));
        VERIFY_RESULT(exported);
        QCOMPARE(exported->value("account"_L1).toObject().value("email"_L1).toString(), ada);
        ServerClient &client = m_computer->client;
        QCOMPARE(await(client.deleteAccount(token->clone(), passwordOf("wrong password"), {}))
                     .error()
                     .reason(),
                 u"bad-credentials"_s);
        VERIFY_RESULT(
            await(client.deleteAccount(token->clone(), passwordOf(ServerFixture::password), {})));
        QCOMPARE(m_computer->signIn(ada).error().reason(), u"bad-credentials"_s);
    }

    void waitsLongerAndLonger_data()
    {
        QTest::addColumn<int>("failures");
        QTest::addColumn<qint64>("least");
        QTest::addColumn<qint64>("most");
        QTest::newRow("1") << 1 << qint64(2'500) << qint64(7'500);
        QTest::newRow("2") << 2 << qint64(5'000) << qint64(15'000);
        QTest::newRow("5") << 5 << qint64(40'000) << qint64(120'000);
        QTest::newRow("many") << 1000 << qint64(450'000) << qint64(1'350'000);
    }
    void waitsLongerAndLonger()
    {
        QFETCH(int, failures);
        QFETCH(qint64, least);
        QFETCH(qint64, most);
        const Error away(Error::Kind::Network);
        qint64 lowest = most;
        qint64 highest = 0;
        for (quint32 random = 0; random < 4'000'000'000U; random += 7'654'321U) {
            const qint64 delay = syncDelay(failures, away, random).count();
            lowest = std::min(lowest, delay);
            highest = std::max(highest, delay);
        }
        QVERIFY2(lowest >= least && lowest < least * 11 / 10, QByteArray::number(lowest));
        QVERIFY2(highest < most && highest > most * 9 / 10, QByteArray::number(highest));
        Error::ServiceReply asks;
        asks.retryAfter = 1h;
        QCOMPARE(syncDelay(failures, Error(Error::Kind::Overloaded).withReply(asks), 0), 1h);
    }
};

QTEST_GUILESS_MAIN(TestSync)
#include "tst_sync.moc"
