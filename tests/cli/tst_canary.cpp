// Keys and prompts that are looked for in everything the program leaves behind, writes or says,
// with every log switched on. The only place of a key is one header of each request.

#include "tests/cli/canarysearch.h"
#include "tests/cli/clifixture.h"

#include <QtCore/QStandardPaths>

using namespace Qt::StringLiterals;
using namespace keyway;
using simulator::Behaviour;
using simulator::Fault;
using simulator::RecordedRequest;

namespace {
// One that looks like a key, which the redactor of the log knows, and two that do not.
const QByteArray firstKey = "sk-proj-Zq9vT4+LmWx7/Rb2=Kc8dNf3Hs6";
const QByteArray secondKey = "Yb7kP2/QnVt5+Gd8=Xr3mJc9Lw4";
const QByteArray imageKey = "Fw6hS3+BtCz9/Mp4=Uj7nDk2Ve8";
const QByteArray newKey = "Ax8rN5/KdQm2+Ty7=Hb4vWs9Ge3";
// What a picture was made of is kept with it, for the gallery.
const QByteArray picturePrompt = "a wombat (asleep) & a wave = blue? c41d07";
const QByteArray prompt = "why does the quokka (smile) & wave = twice? 7f3a91";
} // namespace

class CanaryTest : public QObject {
    Q_OBJECT

    std::unique_ptr<CliFixture> m_cli;
    ProviderSimulator m_images;
    QByteArray m_said; ///< everything on standard error
    QByteArray m_json; ///< everything on standard output of commands with --json
    QByteArray m_out;

    CliRun run(const QStringList &arguments, const QByteArray &input = {})
    {
        const CliRun result = m_cli->run(arguments, input);
        m_said += result.err;
        m_out += result.out;
        if (arguments.contains(u"--json"_s))
            m_json += result.out;
        return result;
    }

    static QList<CanarySearch> keys()
    {
        return {CanarySearch(firstKey), CanarySearch(secondKey), CanarySearch(imageKey),
                CanarySearch(newKey)};
    }

    /// The folders of this session, which with-keyring.sh made.
    static QStringList homes()
    {
        QStringList folders;
        for (const char *variable : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME",
                                     "XDG_STATE_HOME", "XDG_RUNTIME_DIR"})
            folders.append(qEnvironmentVariable(variable));
        return folders;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(!qEnvironmentVariableIsEmpty("KEYWAY_TEST_KEYRING_PASSWORD"),
                 "run by tests/support/with-keyring.sh");
        m_cli = std::make_unique<CliFixture>();
        QProcessEnvironment &environment = m_cli->environment;
        environment.insert(u"QT_LOGGING_RULES"_s, u"*=true"_s);
        environment.insert(u"QT_DEBUG_PLUGINS"_s, u"1"_s);
        environment.insert(u"QT_LOGGING_TO_CONSOLE"_s, u"1"_s);
        environment.insert(u"G_MESSAGES_DEBUG"_s, u"all"_s);
        environment.insert(u"TMPDIR"_s, m_cli->dir.filePath(u"tmp"_s));
        QVERIFY(QDir().mkpath(m_cli->dir.filePath(u"tmp"_s)));
        QVERIFY(m_cli->first.start().ok());
        QVERIFY(m_cli->second.start().ok());
        QVERIFY(m_images.start().ok());
    }

    void everySpellingIsFound_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const CanarySearch search(firstKey);
        for (const Spelling &spelling : search.spellings())
            QTest::addRow("%s", qPrintable(spelling.name)) << spelling.bytes;
        for (int before = 0; before < 4; ++before) {
            const QByteArray around = QByteArray(before, '{') + firstKey + "\"}";
            QTest::addRow("base64 behind %d", before) << around.toBase64();
            QTest::addRow("hex behind %d", before) << around.toHex();
        }
        QString text = u"a text "_s + QString::fromLatin1(firstKey);
        QTest::newRow("a QString")
            << QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
        QTest::newRow("a form") << "key=" + firstKey.toPercentEncoding() + "&x=1";
    }
    void everySpellingIsFound()
    {
        QFETCH(QByteArray, bytes);
        TemporaryDataDir dir;
        QVERIFY(QDir().mkpath(dir.filePath(u"a/.b"_s)));
        QFile file(dir.filePath(u"a/.b/planted"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("before" + bytes + "behind");
        file.close();
        QVERIFY(!CanarySearch(firstKey).below(dir.path()).isEmpty());
        QCOMPARE(CanarySearch(secondKey).below(dir.path()), QStringList());
    }

    void useEverything()
    {
        ProviderSimulator &first = m_cli->first;
        ProviderSimulator &second = m_cli->second;
        const QString question = QString::fromUtf8(prompt);
        const QString scene = QString::fromUtf8(picturePrompt);
        VERIFY_EXIT(run({u"integrations"_s, u"add"_s, u"openai"_s, u"--name"_s, u"First"_s,
                         u"--base-url"_s, first.url(u"/v1"_s).toString()},
                        firstKey + '\n'),
                    0);
        VERIFY_EXIT(run({u"integrations"_s, u"add"_s, u"anthropic"_s, u"--name"_s, u"Second"_s,
                         u"--json"_s, u"--base-url"_s, second.url().toString()},
                        secondKey + '\n'),
                    0);
        VERIFY_EXIT(run({u"integrations"_s, u"add"_s, u"stability"_s, u"--name"_s, u"Third"_s,
                         u"--base-url"_s, m_images.url().toString()},
                        imageKey + '\n'),
                    0);
        VERIFY_EXIT(run({u"ask"_s, question}), 0);
        VERIFY_EXIT(run({u"ask"_s, u"--json"_s, u"-"_s}, prompt), 0);
        VERIFY_EXIT(run({u"image"_s, scene, u"--integration"_s, u"Third"_s, u"--output"_s,
                         m_cli->dir.filePath(u"picture.png"_s)}),
                    0);
        VERIFY_EXIT(run({u"image"_s, scene, u"--json"_s, u"--integration"_s, u"Third"_s,
                         u"--output"_s, m_cli->dir.filePath(u"picture2.png"_s)}),
                    0);
        using Kind = Fault::Kind;
        // What services say back must not carry a key to the log either.
        Fault echo = Fault::answers(400);
        echo.message = u"cannot use Bearer "_s + QString::fromLatin1(firstKey.left(8)) + u"..."_s;
        const QList<Fault> faults{
            Fault::answers(500),
            Fault::answers(429),
            Fault::answers(402),
            Fault::answers(401),
            Fault::redirects(301, second.url(u"/v1/chat/completions"_s).toEncoded()),
            Fault::redirects(307, second.url(u"/v1/chat/completions"_s).toEncoded()),
            Fault::redirects(308, second.url(u"/v1/messages"_s).toEncoded()),
            Fault::of(Kind::Html),
            Fault::of(Kind::Close),
            Fault::of(Kind::BadJson),
            Fault::of(Kind::InvalidUtf8),
            Fault::of(Kind::CutAfterWords, 2),
            Fault::of(Kind::ErrorAfterWords, 2),
            echo};
        for (const Fault &fault : faults) {
            first.setDefaultBehaviour(failing(fault));
            run({u"ask"_s, question});
            run({u"ask"_s, u"--json"_s, u"--allow-double-bill"_s, question});
            run({u"integrations"_s, u"test"_s, u"First"_s});
            first.setDefaultBehaviour({});
            VERIFY_EXIT(run({u"integrations"_s, u"test"_s, u"First"_s, u"--json"_s}), 0);
        }
        first.setBehaviour(u"/v1/models"_s, failing(Fault::answers(401)));
        VERIFY_EXIT(run({u"integrations"_s, u"replace-key"_s, u"First"_s}, newKey), 1);
        first.setBehaviour(u"/v1/models"_s, {});
        VERIFY_EXIT(run({u"integrations"_s, u"replace-key"_s, u"First"_s}, newKey), 0);
        VERIFY_EXIT(run({u"ask"_s, question}), 0);
        first.stop();
        VERIFY_EXIT(run({u"ask"_s, question}), 0);
        VERIFY_EXIT(run({u"integrations"_s, u"test"_s, u"First"_s, u"--json"_s}), 4);
        VERIFY_EXIT(run({u"integrations"_s, u"list"_s, u"--json"_s}), 0);
        VERIFY_EXIT(run({u"integrations"_s, u"show"_s, u"First"_s, u"--json"_s}), 0);
        VERIFY_EXIT(run({u"routing"_s, u"explain"_s, u"--json"_s, question}), 0);
        VERIFY_EXIT(run({u"usage"_s, u"--records"_s}), 0);
        VERIFY_EXIT(run({u"usage"_s, u"--records"_s, u"--json"_s}), 0);
        VERIFY_EXIT(run({u"audit"_s, u"verify"_s, u"--json"_s}), 0);
        run({u"keychain"_s, u"status"_s, u"--json"_s});
        run({u"doctor"_s, u"--json"_s});
    }

    void theLogsWereOn()
    {
        QVERIFY2(m_said.size() > 100'000, qPrintable(QString::number(m_said.size())));
        QVERIFY(m_said.contains("qt.core.library"));
        // What libraries say while the program ends passes the redactor too.
        QVERIFY(!m_said.contains("QRegularExpression"));
        QVERIFY(m_json.contains("\"key_tail\""));
        qInfo("searched %lld bytes of standard error, %lld of standard output",
              qint64(m_said.size()), qint64(m_out.size()));
    }

    void noKeyIsSaid()
    {
        for (const CanarySearch &key : keys()) {
            QCOMPARE(key.in(m_said), QStringList());
            QCOMPARE(key.in(m_out), QStringList());
        }
    }

    void noKeyIsInAFile()
    {
        QVERIFY(m_cli->dir.files().contains(u"keyway.db"_s));
        for (const CanarySearch &key : keys()) {
            QCOMPARE(key.below(m_cli->dir.path()), QStringList());
            for (const QString &home : homes())
                QCOMPARE(key.below(home, {u"/keyrings/"_s}), QStringList());
        }
    }

    void noPromptIsKeptOrLogged()
    {
        const CanarySearch search(prompt);
        QCOMPARE(search.in(m_said), QStringList());
        QCOMPARE(search.below(m_cli->dir.path()), QStringList());
        for (const QString &home : homes())
            QCOMPARE(search.below(home), QStringList());
        const CanarySearch picture(picturePrompt);
        QCOMPARE(picture.in(m_said), QStringList());
        QVERIFY(!picture.below(m_cli->dir.path()).isEmpty());
        for (const QString &home : homes())
            QCOMPARE(picture.below(home), QStringList());
        // The answer is as private.
        const CanarySearch answer("The provider simulator answers with these words.");
        QCOMPARE(answer.below(m_cli->dir.path()), QStringList());
        QCOMPARE(answer.in(m_said), QStringList());
        QVERIFY(!answer.in(m_out).isEmpty());
    }

    void everyRequestHasItsKeyInOneHeader()
    {
        struct Service {
            const ProviderSimulator &simulator;
            QByteArrayList keys;
            QByteArrayList others;
            QByteArray header;
        };
        const QList<Service> services{
            {m_cli->first, {firstKey, newKey}, {secondKey, imageKey}, "authorization"},
            {m_cli->second, {secondKey}, {firstKey, newKey, imageKey}, "x-api-key"},
            {m_images, {imageKey}, {firstKey, newKey, secondKey}, "authorization"}};
        int requests = 0;
        for (const Service &service : services) {
            QVERIFY(!service.simulator.requests().isEmpty());
            for (const RecordedRequest &request : service.simulator.requests()) {
                const QByteArray all = request.head + request.body;
                qsizetype times = 0;
                for (const QByteArray &key : service.keys)
                    times += all.count(key);
                QCOMPARE(times, 1);
                QVERIFY(
                    service.keys.contains(request.header(service.header).replace("Bearer ", "")));
                for (const QByteArray &other : service.others)
                    QCOMPARE(CanarySearch(other).in(all), QStringList());
                // Found in no other spelling beside the one header.
                QByteArray rest = all;
                for (const QByteArray &key : service.keys)
                    rest.replace(key, QByteArray());
                for (const QByteArray &key : service.keys)
                    QCOMPARE(CanarySearch(key).in(rest), QStringList());
                ++requests;
            }
        }
        // The positive control: the same search finds each key where it belongs.
        const RecordedRequest request = m_cli->first.requests().first();
        QVERIFY(CanarySearch(firstKey).in(request.head).contains(u"raw"_s));
        qInfo("%d requests", requests);
    }

    void aRunningProcessShowsNoKey()
    {
        QVERIFY(m_cli->first.start(m_cli->first.port()).ok());
        Behaviour slow;
        slow.chunkDelay = std::chrono::milliseconds(150);
        m_cli->first.setDefaultBehaviour(slow);
        m_cli->first.clear();
        QProcess asking;
        asking.setProcessEnvironment(m_cli->environment);
        asking.start(CliFixture::program(), {u"ask"_s, u"-"_s, u"--integration"_s, u"First"_s});
        asking.write(prompt);
        asking.closeWriteChannel();
        while (!asking.readAllStandardOutput().contains("The"))
            QVERIFY(asking.waitForReadyRead(20'000));
        QCOMPARE(m_cli->first.requests().size(), 1);
        QCOMPARE(asking.state(), QProcess::Running);
        const QString process = u"/proc/%1/"_s.arg(asking.processId());
        QFile commandLine(process + "cmdline"_L1);
        QVERIFY(commandLine.open(QIODevice::ReadOnly));
        const QByteArray words = commandLine.readAll();
        QVERIFY(words.contains("--integration"));
        QFile variables(process + "environ"_L1);
        const bool readable = variables.open(QIODevice::ReadOnly);
        const QByteArray environment = readable ? variables.readAll() : QByteArray();
        qInfo("environ: %s",
              readable ? "readable, as to an administrator" : "shut to its own user");
        for (const CanarySearch &key : keys()) {
            QCOMPARE(key.in(words), QStringList());
            QCOMPARE(key.in(environment), QStringList());
        }
        QCOMPARE(CanarySearch(prompt).in(words + environment), QStringList());
        VERIFY_EXIT(CliFixture::finish(asking), 0);
    }
};

QTEST_GUILESS_MAIN(CanaryTest)
#include "tst_canary.moc"
