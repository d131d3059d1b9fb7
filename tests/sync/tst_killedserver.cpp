#include "tests/support/faultproxy.h"
#include "tests/sync/syncfixture.h"

#include <QtCore/QDir>
#include <QtCore/QProcess>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

/// keyway-server on a data folder, which may be killed and started again.
class KilledServer {
public:
    explicit KilledServer(QString dataDir)
        : m_dataDir(std::move(dataDir))
    {
        start();
    }
    ~KilledServer() { kill(); }

    void start()
    {
        m_process = std::make_unique<QProcess>();
        m_process->setStandardErrorFile(QProcess::nullDevice());
        m_process->start(qEnvironmentVariable("KEYWAY_BIN_DIR") + "/keyway-server"_L1,
                         {u"--data-dir"_s, m_dataDir, u"--listen"_s, u"127.0.0.1:0"_s});
        while (!m_process->canReadLine() && m_process->waitForReadyRead(30'000)) { }
        const QByteArray line = m_process->readLine().trimmed();
        port = line.mid(line.lastIndexOf(':') + 1).toUShort();
        if (port == 0)
            qFatal("keyway-server does not start: %s", line.constData());
    }
    void kill() // SIGKILL: nothing is tidied up
    {
        m_process->kill();
        m_process->waitForFinished();
    }

    quint16 port = 0;

private:
    const QString m_dataDir;
    std::unique_ptr<QProcess> m_process;
};

} // namespace

/// The server is killed while records come in, again and again; what it acknowledged it still has,
/// and nothing is there twice.
class TestKilledServer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void losesNothingAndDoublesNothing()
    {
        TemporaryDataDir dir;
        KilledServer server(dir.path());
        const QString email = u"ada@example.org"_s;
        QCOMPARE(call(server.port, "POST", "/v1/accounts", {},
                      textOf({{u"email"_s, email},
                              {u"password"_s, QString::fromLatin1(ServerFixture::password)},
                              {u"zone"_s, u"UTC"_s}}))
                     .status,
                 202);
        const QDir mails(dir.filePath(u"mail"_s));
        QFile mail(mails.filePath(mails.entryList(QDir::Files).value(0)));
        QVERIFY(mail.open(QIODevice::ReadOnly));
        const QString code = QJsonDocument::fromJson(mail.readAll())["token"_L1].toString();
        QCOMPARE(call(server.port, "POST", "/v1/accounts/verify", {}, textOf({{u"token"_s, code}}))
                     .status,
                 204);

        FaultProxy proxy(server.port, 10, 7);
        const FakeClock clock(QDateTime::currentDateTimeUtc().addSecs(1)); // after signing up
        const Catalogue catalogue = Catalogue::load(u":/catalogue"_s).value();
        Computer computer(clock, catalogue, proxy.port);
        Result<Done> in = computer.signIn(email);
        for (int tries = 0; !in && tries < 20; ++tries)
            in = computer.signIn(email);
        VERIFY_RESULT(in);

        QRandomGenerator random(7);
        QSet<Id> recorded;
        Money cost;
        constexpr int kills = 8;
        for (int round = 0; round < kills; ++round) {
            for (int i = 0; i < 250; ++i) { // 2,000 in all
                const UsageRecord record = computer.ask(round * 250 + i);
                recorded.insert(record.recordId);
                cost += record.platformCost;
            }
            // While a batch is on its way, at one moment or another.
            std::thread killer([&, wait = random.bounded(60)] {
                std::this_thread::sleep_for(std::chrono::milliseconds(wait));
                m_killing = true;
            });
            QTimer watch;
            connect(&watch, &QTimer::timeout, this, [&] {
                if (m_killing.exchange(false))
                    server.kill();
            });
            watch.start(1);
            const auto cut = computer.drain();
            Q_UNUSED(cut);
            killer.join();
            watch.stop();
            m_killing = false;
            server.kill();
            server.start();
            proxy.setTarget(server.port);
        }
        for (int tries = 0; tries < 50 && computer.waiting() > 0; ++tries)
            computer.drain().ok();
        QCOMPARE(computer.waiting(), 0);

        ServerClient client(QUrl(u"http://127.0.0.1:%1"_s.arg(server.port)));
        const auto token = await(computer.link.token(**computer.link.account()));
        VERIFY_RESULT(token);
        QSet<Id> kept;
        qint64 rows = 0;
        Money sum;
        qint64 next = 0;
        for (bool more = true; more;) {
            const auto page = await(client.pull(token->clone(), next, {}));
            VERIFY_RESULT(page);
            for (const UsageMessage &record : page->records) {
                kept.insert(record.recordId);
                sum += record.platformCost;
                ++rows;
            }
            next = page->next;
            more = page->more;
        }
        QCOMPARE(rows, recorded.size());
        QVERIFY(kept == recorded);
        QVERIFY(sum == cost);
    }

private:
    std::atomic<bool> m_killing = false;
};

QTEST_GUILESS_MAIN(TestKilledServer)
#include "tst_killedserver.moc"
