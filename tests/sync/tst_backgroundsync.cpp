#include "core/http/message.h"
#include "tests/sync/desktopfixture.h"

#include <QtNetwork/QTcpServer>

using namespace keyway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Answers everything with `{}` and a date of its own.
class OtherTime : public QTcpServer {
public:
    QDateTime now;
    int calls = 0;

    OtherTime()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *const client = nextPendingConnection();
            connect(client, &QTcpSocket::readyRead, client, [this, client] {
                if (!client->readAll().contains("\r\n\r\n"))
                    return;
                ++calls;
                client->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                              "Content-Length: 2\r\nConnection: close\r\nDate: "
                              + http::dateText(now) + "\r\n\r\n{}");
                client->disconnectFromHost();
            });
            connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        });
    }
};

} // namespace

/// Records go to the server by themselves.
class TestBackgroundSync : public QObject {
    Q_OBJECT

    std::unique_ptr<DesktopAndServer> m_both;

private Q_SLOTS:
    void init() { m_both = std::make_unique<DesktopAndServer>(); }
    void cleanup() { m_both.reset(); }

    void sendsByItself()
    {
        const UsageRecord before = m_both->desktop.ask();
        QCOMPARE(m_both->desktop.status().waiting, 0); // nobody is signed in
        VERIFY_RESULT(m_both->desktop.signIn());
        const UsageRecord record = m_both->desktop.ask();
        QTRY_COMPARE(m_both->kept(), 1);
        QTRY_VERIFY(m_both->desktop.status().lastSent);
        const SyncStatus status = m_both->desktop.status();
        QCOMPARE(status.waiting, 0);
        QCOMPARE(status.earlier, 1);
        QCOMPARE(status.lastSent->records, 1);
        QCOMPARE(status.lastSent->last, record.recordId);
        QCOMPARE(status.lastRecord->recordId, record.recordId);
        QCOMPARE(status.lastRecord->platformCost, record.platformCost);
        QVERIFY(!status.error && !status.failingSince && !status.nextTry);
        // Attempts are charged by the plan that the server tells.
        const auto plan = m_both->desktop.sync->books().plan().history(m_both->user.account);
        VERIFY_RESULT(plan);
        QVERIFY(*plan);
        // Days of both are those of the account's zone now.
        QCOMPARE(m_both->desktop.workspace->parts().zone.id(), "Europe/Berlin"_ba);
        QVERIFY(before.recordId < record.recordId);
        const int requests = m_both->proxy->requests;
        QTest::qWait(300);
        QCOMPARE(int(m_both->proxy->requests), requests); // nothing to do, nothing is asked
    }

    void leavesWhatWasBeforeUntilToldOtherwise()
    {
        m_both->desktop.ask();
        VERIFY_RESULT(m_both->desktop.signIn());
        QTest::qWait(200);
        QCOMPARE(m_both->kept(), 0);
        VERIFY_RESULT(
            m_both->desktop.sync->set([](AccountLink &link) { return link.sendEarlier(); }));
        QTRY_COMPARE(m_both->kept(), 1);
        QTRY_COMPARE(m_both->desktop.status().earlier, 0);
    }

    void waitsWhileTheServerIsAway()
    {
        VERIFY_RESULT(m_both->desktop.signIn());
        m_both->server.reset();
        m_both->desktop.ask();
        QTRY_COMPARE(m_both->desktop.errorKind(), Error::Kind::Network);
        QVERIFY(m_both->desktop.status().failingSince);
        QTRY_VERIFY(m_both->desktop.status().nextTry);
        m_both->desktop.ask(2);
        QCOMPARE(m_both->desktop.status().waiting, 2);
        m_both->startServer();
        QTRY_COMPARE(m_both->kept(), 2);
        QTRY_VERIFY(!m_both->desktop.status().error);
        QVERIFY(!m_both->desktop.status().failingSince);
    }

    void goesOnAfterARestart()
    {
        VERIFY_RESULT(m_both->desktop.signIn());
        m_both->server.reset();
        m_both->desktop.ask();
        QTRY_VERIFY(m_both->desktop.status().error);
        m_both->desktop.stop();
        m_both->startServer();
        m_both->desktop.start();
        QTRY_COMPARE(m_both->kept(), 1);
        QTRY_VERIFY(m_both->desktop.status().lastSent); // the server's answer came
        m_both->desktop.stop();
        m_both->desktop.start();
        QVERIFY(m_both->desktop.status().lastSent); // it is remembered
    }

    void stopsWhenTheSignInWasEnded()
    {
        VERIFY_RESULT(m_both->desktop.signIn());
        m_both->server->get("/v1/account", m_both->user.token);
        call(m_both->server->port, "DELETE", "/v1/sessions", m_both->user.token);
        m_both->desktop.ask();
        QTRY_COMPARE(m_both->desktop.errorKind(), Error::Kind::Auth);
        QVERIFY(!m_both->desktop.status().nextTry);
        const int requests = m_both->proxy->requests;
        m_both->desktop.ask(2);
        QTest::qWait(300);
        QCOMPARE(int(m_both->proxy->requests), requests);
        QCOMPARE(m_both->desktop.status().waiting, 2);
        // Again: nothing of what waited is lost.
        const auto before = m_both->desktop.status().account->since;
        VERIFY_RESULT(m_both->desktop.signIn());
        QCOMPARE(m_both->desktop.status().account->since, before);
        QCOMPARE(m_both->desktop.keychain.keys.size(), 1U); // the useless token is gone
        m_both->user = m_both->server->device(ada);
        QTRY_COMPARE(m_both->kept(), 2);
    }

    void sendsNothingWhileOff()
    {
        VERIFY_RESULT(m_both->desktop.signIn());
        VERIFY_RESULT(
            m_both->desktop.sync->set([](AccountLink &link) { return link.setSyncs(false); }));
        m_both->desktop.ask();
        m_both->desktop.sync->sendNow();
        QTest::qWait(300);
        QCOMPARE(m_both->kept(), 0);
        QCOMPARE(m_both->desktop.status().waiting, 1);
        VERIFY_RESULT(
            m_both->desktop.sync->set([](AccountLink &link) { return link.setSyncs(true); }));
        QTRY_COMPARE(m_both->kept(), 1);
    }

    void waitsForARightClock()
    {
        VERIFY_RESULT(m_both->desktop.signIn());
        OtherTime other;
        other.now = QDateTime::currentDateTimeUtc().addDays(-3);
        m_both->proxy->setTarget(other.serverPort());
        m_both->desktop.ask();
        const auto reason = [this] {
            const auto error = m_both->desktop.status().error;
            return error ? error->reason() : QString();
        };
        QTRY_COMPARE(reason(), u"wrong-clock"_s);
        const auto ahead = m_both->desktop.status().clockAhead;
        QVERIFY(ahead > 71h && ahead < 73h);
        QCOMPARE(m_both->desktop.status().waiting, 1);
        m_both->proxy->setTarget(m_both->server->port);
        QTRY_COMPARE(m_both->kept(), 1);
        QVERIFY(std::chrono::abs(m_both->desktop.status().clockAhead) < 1min);
    }

    void waitsForTheKeychain()
    {
        VERIFY_RESULT(m_both->desktop.signIn());
        m_both->desktop.keychain.failure = Error(Error::Kind::Keychain).withReason(u"locked"_s);
        m_both->desktop.ask();
        QTRY_COMPARE(m_both->desktop.errorKind(), Error::Kind::Keychain);
        QCOMPARE(m_both->desktop.status().waiting, 1);
        m_both->desktop.keychain.failure.reset();
        QTRY_COMPARE(m_both->kept(), 1);
    }

    void tellsWhatWasNotTaken()
    {
        VERIFY_RESULT(m_both->desktop.signIn());
        UsageRecord record
            = Records::completed(*m_both->desktop.records.start(m_both->desktop.integration),
                                 Money::fromNano(1'000'000));
        record.platformFee = Money::fromNano(7); // not what any plan makes of it
        VERIFY_RESULT(m_both->desktop.records.ledger.settle(record));
        m_both->desktop.sync->sendNow();
        QTRY_COMPARE(m_both->desktop.status().notTakenCount, 1);
        const RecordNotTaken told = m_both->desktop.status().notTaken.first();
        QCOMPARE(told.record, record.recordId);
        QCOMPARE(told.state, UsageState::Quarantined);
        QCOMPARE(told.reason, u"fee"_s);
        QCOMPARE(m_both->desktop.status().waiting, 0);
    }
};

QTEST_GUILESS_MAIN(TestBackgroundSync)
#include "tst_backgroundsync.moc"
