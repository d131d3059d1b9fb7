// What people and computers do wrong: each gets a sentence that says what to do, the right exit
// code, and nothing is lost.

#include "tests/cli/clifixture.h"

using namespace Qt::StringLiterals;
using namespace keyway;
using simulator::Fault;

class BadInputCliTest : public QObject {
    Q_OBJECT

    std::unique_ptr<CliFixture> m_cli;

    QString database() const { return m_cli->dir.filePath(u"keyway.db"_s); }

    /// In containers and chroots it is often not allowed.
    bool hasMountNamespaces() const
    {
        return inMountNamespace(u"mount --bind \"$1\" \"$1\""_s).exit == 0;
    }

    CliRun inMountNamespace(const QString &script) const
    {
        return m_cli->runProgram(u"unshare"_s,
                                 {u"--mount"_s, u"--map-root-user"_s, u"sh"_s, u"-c"_s, script,
                                  u"sh"_s, m_cli->dir.path(), CliFixture::program()});
    }

    void changeDatabase(const QByteArray &bytes, qint64 at) const
    {
        QFile file(database());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(at));
        QCOMPARE(file.write(bytes), bytes.size());
    }

private Q_SLOTS:
    void init()
    {
        if (m_cli)
            return;
        m_cli = std::make_unique<CliFixture>();
        m_cli->addBoth();
    }
    void cleanup()
    {
        // What is refused changes nothing, so these share one folder.
        const QByteArray ran = QTest::currentTestFunction();
        if (ran != "addresses" && ran != "prices" && ran != "prompts" && ran != "invalidArgument")
            m_cli.reset();
    }

    void addresses_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("said");
        const QString not_an_address = u"This is not an address that Keyway can use."_s;
        for (const char *address :
             {"nonsense", "ftp://api.example.org", "https://", "https:///v1", "https://:443/v1",
              "https://api.example.org:0/v1", "https://api.example.org:99999/v1",
              "https://api.example.org/v1?key=1", "https://api.example.org/#x",
              "file:///etc/passwd", "javascript:alert(1)", "https://exa mple.org/"})
            QTest::newRow(address) << QString::fromLatin1(address) << not_an_address;
        for (const char *address :
             {"http://api.example.org/v1", "http://192.168.1.10:8080/v1",
              "http://127.0.0.1.example.org/", "http://localhost.example.org"})
            QTest::newRow(address)
                << QString::fromLatin1(address) << u"would send your key unencrypted"_s;
        QTest::newRow("user") << u"https://me:secret@api.example.org/"_s
                              << u"contains a user name or a password"_s;
    }
    void addresses()
    {
        QFETCH(QString, address);
        QFETCH(QString, said);
        const CliRun added
            = m_cli->run({u"integrations"_s, u"add"_s, u"openai"_s, u"--base-url"_s, address},
                         "sk-test-0123456789-TAIL");
        VERIFY_EXIT(added, 1);
        QVERIFY2(added.told().contains(said), added.err.constData());
        QVERIFY(!added.err.contains("secret"));
        VERIFY_EXIT(m_cli->run({u"integrations"_s, u"set"_s, u"First"_s, u"--base-url"_s, address}),
                    1);
        QCOMPARE(m_cli->run({u"integrations"_s, u"list"_s, u"--json"_s}).list().size(), 2);
    }

    void prices_data()
    {
        QTest::addColumn<QByteArray>("json");
        const auto price = [](const QByteArray &value) {
            return R"({"models": {"m": {"from": "2026-11-01", "prices": {"in_uncached": )" + value
                + "}}}}";
        };
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("in_uncached: 2.00");
        QTest::newRow("cut") << price("\"2.00\"").chopped(3);
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("no model") << QByteArray(R"({"models": {}})");
        QTest::newRow("a number") << price("2.00");
        QTest::newRow("negative") << price("\"-2.00\"");
        QTest::newRow("words") << price("\"two\"");
        QTest::newRow("too fine") << price("\"0.0000001\"");
        QTest::newRow("too large") << price("\"99999999999999999999\"");
        QTest::newRow("unknown unit") << price("\"2.00\"").replace("in_uncached", "in_gold");
        QTest::newRow("no date") << price("\"2.00\"").replace("2026-11-01", "soon");
        QTest::newRow("binary") << QByteArray("\x00\xff\xfe\x01", 4);
    }
    void prices()
    {
        QFETCH(QByteArray, json);
        const QString path = m_cli->dir.filePath(u"prices.json"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(json);
        file.close();
        const CliRun run
            = m_cli->run({u"integrations"_s, u"set"_s, u"First"_s, u"--prices"_s, path});
        VERIFY_EXIT(run, 1);
        QVERIFY2(run.told().startsWith(u"In "_s + path), run.err.constData());
        QVERIFY2(run.err.contains("These prices cannot be used."), run.err.constData());
    }
    void noPriceFile()
    {
        const CliRun run = m_cli->run(
            {u"integrations"_s, u"set"_s, u"First"_s, u"--prices"_s, u"/nowhere/prices.json"_s});
        VERIFY_EXIT(run, 1);
        QVERIFY2(run.err.startsWith("/nowhere/prices.json cannot be read"), run.err.constData());
    }

    void prompts_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QString>("said");
        QTest::newRow("empty") << QByteArray() << u"The prompt is empty."_s;
        QTest::newRow("blank") << QByteArray(" \n\t\r\n") << u"The prompt is empty."_s;
        QTest::newRow("10 MB") << QByteArray(10'000'000, 'a') << u"too large for any service"_s;
        QTest::newRow("Latin-1") << QByteArray("caf\xe9") << u"not valid UTF-8"_s;
        QTest::newRow("cut UTF-8") << QByteArray("\xf0\x9f\x97") << u"not valid UTF-8"_s;
    }
    void prompts()
    {
        QFETCH(QByteArray, input);
        QFETCH(QString, said);
        m_cli->first.clear();
        for (const QString &command : {u"ask"_s, u"image"_s}) {
            const CliRun run = m_cli->run({command, u"-"_s}, input);
            VERIFY_EXIT(run, 1);
            QVERIFY2(run.told().contains(said), run.err.constData());
        }
        QCOMPARE(m_cli->first.connectionCount(), 0);
        QCOMPARE(m_cli->usage()[u"records"_s].toArray().size(), 0);
    }
    void invalidArgument()
    {
        // QProcess would encode it; the shell hands it on as it is.
        const CliRun run
            = m_cli->runProgram(u"sh"_s,
                                {u"-c"_s, u"exec \"$1\" ask \"$(printf 'caf\\351')\""_s, u"sh"_s,
                                 CliFixture::program()});
        VERIFY_EXIT(run, 2);
        QVERIFY2(run.err.startsWith("An argument is not valid UTF-8 text."), run.err.constData());
    }

    void wrongNames()
    {
        const CliRun integration = m_cli->run({u"ask"_s, u"Hi"_s, u"--integration"_s, u"Nobody"_s});
        VERIFY_EXIT(integration, 1);
        QVERIFY2(integration.err.contains("There is no such integration."),
                 integration.err.constData());
        QVERIFY2(integration.err.contains("keyway integrations list"), integration.err.constData());
        VERIFY_EXIT(m_cli->run({u"integrations"_s, u"test"_s, u"Nobody"_s}), 1);
        VERIFY_EXIT(m_cli->run({u"integrations"_s, u"remove"_s, u"Nobody"_s}), 1);
        // A model that its service does not have.
        m_cli->first.setBehaviour(u"gpt-nonsense"_s,
                                  failing(Fault::answers(404, u"model_not_found"_s)));
        const CliRun model
            = m_cli->run({u"ask"_s, u"Hi"_s, u"--model"_s, u"openai/gpt-nonsense"_s});
        VERIFY_EXIT(model, 4);
        QVERIFY2(model.err.contains("OpenAI does not offer gpt-nonsense."), model.err.constData());
        // It stops that model, not the integration.
        VERIFY_EXIT(m_cli->run({u"ask"_s, u"Hi"_s, u"--integration"_s, u"First"_s}), 0);
        const QJsonArray list = m_cli->run({u"integrations"_s, u"list"_s, u"--json"_s}).list();
        QCOMPARE(list.at(0)[u"health"_s], u"active"_s);
    }

    void invalidUtf8InTheStream()
    {
        m_cli->first.setDefaultBehaviour(failing(Fault::of(Fault::Kind::InvalidUtf8, 2)));
        const CliRun run = m_cli->run({u"ask"_s, u"Hi"_s, u"--json"_s});
        QVERIFY(run.exit == 0 || run.exit == 4);
        QVERIFY2(run.json()[u"answer"_s].toString().startsWith("The provider"_L1),
                 run.out.constData());
        QCOMPARE(m_cli->usage()[u"records"_s].toArray().size(), 1);
        verifySums(m_cli->usage());
    }

    void newerDatabase()
    {
        VERIFY_EXIT(m_cli->run({u"ask"_s, u"Hi"_s}), 0);
        QVERIFY(!QFile::exists(database() + u"-wal"_s));
        changeDatabase(QByteArray("\x00\x00\x03\xe7", 4), 60); // user_version is 999
        const CliRun asked = m_cli->run({u"ask"_s, u"Hi"_s});
        VERIFY_EXIT(asked, 1);
        QVERIFY2(asked.err.contains("newer Keyway"), asked.err.constData());
        QCOMPARE(asked.out, QByteArray());
        changeDatabase(QByteArray("\x00\x00\x00\x00", 4), 60);
        QVERIFY(QFile::exists(database()));
    }

    void corruptDatabase_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<qint64>("at");
        QTest::newRow("its head") << QByteArray(100, 'x') << qint64(0);
        QTest::newRow("its pages") << QByteArray(60'000, '\xff') << qint64(4096);
    }
    void corruptDatabase()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(qint64, at);
        VERIFY_EXIT(m_cli->run({u"ask"_s, u"Hi"_s}), 0);
        changeDatabase(bytes, at);
        QFile file(database());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray damaged = file.readAll();
        file.close();
        m_cli->first.clear();
        const CliRun asked = m_cli->run({u"ask"_s, u"Hi"_s});
        VERIFY_EXIT(asked, 1);
        QVERIFY2(asked.err.contains("Keyway's records could not be opened."),
                 asked.err.constData());
        QCOMPARE(m_cli->first.connectionCount(), 0);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), damaged); // never deleted, never "repaired"
    }

    void readOnlyFolder()
    {
        VERIFY_EXIT(m_cli->run({u"ask"_s, u"Hi"_s}), 0);
        m_cli->first.clear();
        const QString readOnly
            = u"mount --bind \"$1\" \"$1\" && mount -o remount,bind,ro \"$1\" && exec \"$2\" "_s;
        if (!hasMountNamespaces())
            QSKIP("NOT TESTED: this system lets us have no mount namespace");
        const CliRun usage = inMountNamespace(readOnly + u"usage --json"_s);
        VERIFY_EXIT(usage, 0); // costs can be read
        QCOMPARE(usage.json()[u"total_nano"_s], m_cli->usage()[u"total_nano"_s]);
        const CliRun asked = inMountNamespace(readOnly + u"ask Hi"_s);
        VERIFY_EXIT(asked, 1);
        QVERIFY2(asked.err.contains("Keyway may not write to its data folder."),
                 asked.err.constData());
        QCOMPARE(m_cli->first.connectionCount(), 0); // what cannot be recorded is not sent
    }

    void fullDisk()
    {
        VERIFY_EXIT(m_cli->run({u"ask"_s, u"Hi"_s}), 0);
        if (!hasMountNamespaces())
            QSKIP("NOT TESTED: this system lets us have no mount namespace");
        m_cli->first.clear();
        const qint64 before = m_cli->usage()[u"total_nano"_s].toInteger();
        const CliRun run
            = inMountNamespace(u"d=$(mktemp -d) && mount -t tmpfs -o size=4m tmpfs $d && cp "
                               u"\"$1\"/keyway.db $d || exit "
                               "99; head -c 9000000 /dev/zero >$d/ballast 2>/dev/null; "
                               "export KEYWAY_DATA_DIR=$d; \"$2\" ask Hi; code=$?; rm $d/ballast; "
                               "\"$2\" usage --json || exit 98; exit $code"_s);
        VERIFY_EXIT(run, 1);
        QVERIFY2(run.err.contains("The disk is full."), run.err.constData());
        QCOMPARE(run.json()[u"total_nano"_s].toInteger(-1), before); // nothing lost
        QCOMPARE(m_cli->first.connectionCount(), 0);
    }

    void folderThatIsNone()
    {
        QFile file(m_cli->dir.filePath(u"a file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const CliRun run = m_cli->run({u"--data-dir"_s, file.fileName(), u"usage"_s});
        VERIFY_EXIT(run, 1);
        QVERIFY2(run.err.contains("folder"), run.err.constData());
    }

    void longKey()
    {
        const CliRun run = m_cli->run({u"integrations"_s, u"add"_s, u"openai"_s, u"--base-url"_s,
                                       m_cli->first.url(u"/v1"_s).toString()},
                                      QByteArray(5000, 'k'));
        VERIFY_EXIT(run, 1);
        QVERIFY2(run.err.contains("This key is too long."), run.err.constData());
    }
};

QTEST_GUILESS_MAIN(BadInputCliTest)
#include "tst_badinputcli.moc"
