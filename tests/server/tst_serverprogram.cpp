#include "core/server/sqlconnection.h"
#include "core/server/totp.h"
#include "tests/simulator/rawclient.h"
#include "tests/support/temporarydatadir.h"

#include <QtCore/QDir>
#include <QtCore/QJsonArray>
#include <QtCore/QProcess>
#include <QtNetwork/QSslSocket>
#include <QtTest/QTest>

#include <csignal>
#include <memory>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

QString program()
{
    return qEnvironmentVariable("KEYWAY_BIN_DIR") + "/keyway-server"_L1;
}

/// A running keyway-server on a free port.
class Program {
public:
    explicit Program(const QStringList &arguments)
    {
        m_process.start(program(), QStringList{u"--listen"_s, u"127.0.0.1:0"_s} + arguments);
        if (!m_process.waitForStarted(10'000))
            qFatal("keyway-server does not start");
        while (!m_process.canReadLine() && m_process.waitForReadyRead(20'000)) { }
        const QByteArray line = m_process.readLine().trimmed();
        port = line.mid(line.lastIndexOf(':') + 1).toUShort();
        if (port == 0)
            qFatal("keyway-server says: %s %s", line.constData(),
                   m_process.readAllStandardError().constData());
    }
    ~Program()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    RawAnswer call(const QByteArray &method, const QByteArray &path, const QByteArray &body = {})
    {
        RawClient client(port);
        client.send(method + ' ' + path
                    + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Type: "
                      "application/json\r\nContent-Length: "
                    + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        return client.receive(20'000);
    }
    /// Its exit code once it was asked to end.
    int stop()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(20'000))
            return -1;
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -2;
    }
    QByteArray log()
    {
        m_process.waitForReadyRead(100);
        return m_process.readAllStandardError();
    }
    QProcess &process() { return m_process; }

    quint16 port = 0;

private:
    QProcess m_process;
};

/// A command of the program, what it wrote and its exit code.
struct Ran {
    int exit = -1;
    QByteArray out;
    QByteArray err;
};

Ran run(const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(program(), arguments);
    process.write(input);
    process.closeWriteChannel();
    Ran ran;
    if (process.waitForFinished(30'000) && process.exitStatus() == QProcess::NormalExit)
        ran.exit = process.exitCode();
    ran.out = process.readAllStandardOutput();
    ran.err = process.readAllStandardError();
    return ran;
}

QByteArray signUp(const QByteArray &email)
{
    return "{\"email\":\"" + email
        + "\",\"password\":\"correct horse battery\",\"zone\":\"Europe/Berlin\"}";
}

} // namespace

/// keyway-server as an operator starts it.
class TestServerProgram : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void needsNothingButAFolder()
    {
        TemporaryDataDir dir;
        const QString data = dir.filePath(u"server"_s);
        QByteArray token;
        {
            Program server({u"--data-dir"_s, data});
            QCOMPARE(server.call("GET", "/healthz").status(), 200);
            QCOMPARE(server.call("GET", "/readyz").status(), 200);
            QCOMPARE(server.call("POST", "/v1/accounts", signUp("ada@example.org")).status(), 202);
            const QStringList mails = QDir(data + "/mail"_L1).entryList(QDir::Files);
            QCOMPARE(mails.size(), 1);
            QFile file(data + "/mail/"_L1 + mails.constFirst());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QJsonObject mail = QJsonDocument::fromJson(file.readAll()).object();
            QCOMPARE(mail.value("kind"_L1).toString(), u"verify"_s);
            token = mail.value("token"_L1).toString().toLatin1();
            QCOMPARE(server.call("POST", "/v1/accounts/verify", "{\"token\":\"" + token + "\"}")
                         .status(),
                     204);
            const QByteArray log = server.log();
            QCOMPARE(server.stop(), 0);
            for (const QByteArray &line : log.split('\n')) {
                QVERIFY(line.isEmpty() || QJsonDocument::fromJson(line).isObject());
                QVERIFY(!line.contains("ada@") && !line.contains(token) && !line.contains("horse"));
            }
            QVERIFY(log.contains("route=/v1/accounts/verify status=204"));
        }
#ifdef Q_OS_UNIX
        const auto others
            = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(data) & others));
        for (const QString &file : dir.files())
            QVERIFY2(!(QFile::permissions(dir.filePath(file)) & others), qPrintable(file));
#endif
        Program again({u"--data-dir"_s, data});
        const QByteArray signIn = "{\"email\":\"ada@example.org\",\"password\":\"correct horse "
                                  "battery\",\"device_name\":\"laptop\"}";
        QCOMPARE(again.call("POST", "/v1/sessions", signIn).status(), 201);
        QCOMPARE(again.stop(), 0);
    }

    void keepsTheKeyThatItSignsWith()
    {
        TemporaryDataDir dir;
        const QString data = dir.filePath(u"server"_s);
        const QString file = data + "/signing-key"_L1;
        QByteArray shown;
        {
            Program server({u"--data-dir"_s, data});
            shown = server.call("GET", "/v1/signing-key").body;
            QCOMPARE(server.stop(), 0);
        }
        QVERIFY2(shown.contains("\"algorithm\":\"ed25519\""), shown.constData());
        Program again({u"--data-dir"_s, data});
        QCOMPARE(again.call("GET", "/v1/signing-key").body, shown);
        QCOMPARE(again.stop(), 0);

        const auto run = [&](const QStringList &arguments) {
            QProcess process;
            process.start(program(), QStringList{u"--data-dir"_s, data} + arguments);
            process.waitForFinished(20'000);
            return std::pair(process.exitCode(), process.readAllStandardError());
        };
        const QStringList close{u"close-months"_s};
        QCOMPARE(run(close).first, 0);
        // A database has one key: a server with another one would sign what nobody trusts.
        const QString other = dir.filePath(u"other-key"_s);
        QFile second(other);
        QVERIFY(second.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                            QFile::ReadOwner | QFile::WriteOwner));
        second.write(QByteArray(32, 'k').toHex());
        second.close();
        const auto strange = run({u"--signing-key"_s, other, u"--listen"_s, u"127.0.0.1:0"_s});
        QCOMPARE(strange.first, 1);
        QVERIFY2(strange.second.contains("other-signing-key"), strange.second.constData());
#ifdef Q_OS_UNIX
        QVERIFY(QFile::setPermissions(file, QFile::ReadOwner | QFile::ReadOther));
        const auto open = run(close);
        QCOMPARE(open.first, 1);
        QVERIFY2(open.second.contains("not-private"), open.second.constData());
        QVERIFY(QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner));
#endif
        QFile damaged(file);
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write("abc");
        damaged.close();
        QVERIFY(run(close).second.contains("not-a-key"));
    }

    void endsRunningRequestsBeforeItStops()
    {
        TemporaryDataDir dir;
        Program server({u"--data-dir"_s, dir.path()});
        RawClient client(server.port);
        const QByteArray body = signUp("ada@example.org");
        client.send("POST /v1/accounts HTTP/1.1\r\nHost: h\r\nContent-Type: "
                    "application/json\r\nContent-Length: "
                    + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        QTest::qWait(20); // the password is being hashed
        server.process().terminate();
        QCOMPARE(client.receive().status(), 202);
        QVERIFY(server.process().waitForFinished(10'000));
        QCOMPARE(server.process().exitCode(), 0);
    }

    void speaksTls()
    {
        TemporaryDataDir dir;
        const QString tls = qEnvironmentVariable("KEYWAY_TEST_DATA") + "/tls/localhost"_L1;
        Program server({u"--data-dir"_s, dir.path(), u"--tls-cert"_s, tls + ".crt"_L1,
                        u"--tls-key"_s, tls + ".key"_L1});
        QSslSocket client;
        client.setPeerVerifyMode(QSslSocket::VerifyNone);
        client.connectToHostEncrypted(u"127.0.0.1"_s, server.port);
        QVERIFY(client.waitForEncrypted());
        client.write("GET /healthz HTTP/1.1\r\nHost: h\r\n\r\n");
        QVERIFY(client.waitForReadyRead(5000));
        QVERIFY(client.readAll().startsWith("HTTP/1.1 200 OK\r\n"));
    }

    void handsMailsToACommand()
    {
        TemporaryDataDir dir;
        const QString written = dir.filePath(u"mail.json"_s);
        Program server({u"--data-dir"_s, dir.path(), u"--mail-command"_s, u"tee "_s + written});
        QCOMPARE(server.call("POST", "/v1/accounts", signUp("ada@example.org")).status(), 202);
        QTRY_VERIFY(QFile(written).size() > 0);
        QFile file(written);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QJsonDocument::fromJson(file.readAll()).object().value("to"_L1).toString(),
                 u"ada@example.org"_s);
    }

    void makesAdministratorsWhoSignIn()
    {
        TemporaryDataDir dir;
        const QStringList data{u"--data-dir"_s, dir.path()};
        const QStringList create{u"admin"_s, u"create"_s, u"olga@example.org"_s, u"--role"_s,
                                 u"support"_s};
        QCOMPARE(run(data + create, "short").exit, 1);
        const Ran made = run(data + create, "a very long password\n");
        QVERIFY2(made.exit == 0, made.err.constData());
        QCOMPARE(run(data + create, "a very long password\n").exit, 1); // known already
        QCOMPARE(
            run(data + QStringList{u"admin"_s, u"create"_s, u"x@y.zz"_s, u"--role"_s, u"king"_s},
                "a very long password\n")
                .exit,
            2);
        const qsizetype at = made.out.indexOf("&secret=");
        QVERIFY(at > 0);
        const QByteArray text = made.out.mid(at + 8).trimmed();
        QCOMPARE(text.size(), 32);
        QByteArray seed;
        quint32 bits = 0;
        int have = 0;
        for (const char letter : text) {
            bits = (bits << 5U)
                | quint32(QByteArray("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567").indexOf(letter));
            have += 5;
            if (have >= 8) {
                have -= 8;
                seed += char((bits >> have) & 0xFFU);
            }
        }
        Program server(data + QStringList{u"--admin-listen"_s, u"127.0.0.1:0"_s});
        while (!server.process().canReadLine() && server.process().waitForReadyRead(5000)) { }
        const QByteArray line = server.process().readLine().trimmed();
        server.port = line.mid(line.lastIndexOf(':') + 1).toUShort();
        const QByteArray code
            = server::totp::codeOf(Secret::take(std::move(seed)),
                                   QDateTime::currentSecsSinceEpoch() / server::totp::stepSeconds);
        const RawAnswer in = server.call("POST", "/v1/admin/sessions",
                                         "{\"email\":\"olga@example.org\",\"password\":\"a very "
                                         "long password\",\"code\":\""
                                             + code + "\"}");
        QCOMPARE(in.status(), 201);
        QCOMPARE(in.json().value("role"_L1).toString(), u"support"_s);
        QCOMPARE(dir.filesContaining("a very long password"), QStringList());
        QCOMPARE(dir.filesContaining(text), QStringList());
    }

    void keepsThePlatformsKeys()
    {
        TemporaryDataDir dir;
        const QStringList data{u"--data-dir"_s, dir.path()};
        const QByteArray key = "sk-canary-on-the-console-77";
        const QStringList add{u"keys"_s, u"add"_s, u"openai"_s, u"--label"_s, u"free tier"_s};
        const Ran added = run(data + add, key + '\n');
        QVERIFY2(added.exit == 0, added.err.constData());
        QCOMPARE(run(data + add, key).exit, 1);
        QCOMPARE(run(data + QStringList{u"keys"_s, u"add"_s, u"nobody"_s}, key).exit, 1);
        const Ran listed = run(data + QStringList{u"keys"_s, u"list"_s, u"--json"_s});
        QCOMPARE(QJsonDocument::fromJson(listed.out)
                     .array()
                     .first()
                     .toObject()
                     .value("label"_L1)
                     .toString(),
                 u"free tier"_s);
        for (const QByteArray &bytes : {added.out, added.err, listed.out, listed.err})
            QVERIFY(!bytes.contains(key));
        QCOMPARE(dir.filesContaining(key), QStringList());

        // Another master key is noticed before anything is done with it.
        const Ran wrong = run(
            data
            + QStringList{u"keys"_s, u"list"_s, u"--master-key"_s, dir.filePath(u"other.key"_s)});
        QCOMPARE(wrong.exit, 1);
        QVERIFY2(wrong.err.contains("master key"), wrong.err.constData());
        QFile digits(dir.filePath(u"master.key"_s));
        QVERIFY(digits.open(QIODevice::ReadOnly));
        QCOMPARE(digits.readAll().trimmed().size(), 64);
    }

    void movesKeysFromAnotherSystem()
    {
        TemporaryDataDir dir;
        const QString old = qEnvironmentVariable("KEYWAY_TEST_DATA") + "/oldsystem/"_L1;
        const QStringList move{
            u"migrate"_s,         u"--data-dir"_s, dir.path(),  u"--users"_s,
            old + "users.csv"_L1, u"--json"_s,     u"--from"_s, old + "integrations.sqlite"_L1};
        const auto countOf = [](const Ran &ran, const QString &name) {
            return QJsonDocument::fromJson(ran.out).object().value(name).toInt(-1);
        };
        const Ran dry = run(move + QStringList{u"--dry-run"_s});
        QVERIFY2(dry.exit == 0, dry.err.constData());
        QCOMPARE(countOf(dry, u"user_keys"_s), 3);
        QCOMPARE(countOf(run(move), u"user_keys"_s), 3);
        const Ran again = run(move);
        QCOMPARE(countOf(again, u"user_keys"_s), 0);
        QCOMPARE(countOf(again, u"moved_before"_s), 5);
        QCOMPARE(dir.filesContaining("sk-ada-openai"), QStringList());

        QFile bad(dir.filePath(u"bad.csv"_s));
        QVERIFY(bad.open(QIODevice::WriteOnly));
        bad.write("user_id,service,api_key\nu-9,openai,sk-secret-of-nine\n");
        bad.close();
        const Ran some
            = run({u"migrate"_s, u"--data-dir"_s, dir.path(), u"--from"_s, bad.fileName()});
        QCOMPARE(some.exit, 3);
        QVERIFY2(some.out.contains("row 1: user_id"), some.out.constData());
        QVERIFY(!some.out.contains("sk-secret-of-nine"));
    }

    void copiesItselfWhileItRuns()
    {
        TemporaryDataDir dir;
        const QString data = dir.filePath(u"server"_s);
        Program server({u"--data-dir"_s, data});
        QCOMPARE(server.call("POST", "/v1/accounts", signUp("ada@example.org")).status(), 202);
        const QString copy = dir.filePath(u"it's a copy.db"_s);
        const QStringList backup{u"--data-dir"_s, data, u"backup"_s, copy};
        const Ran made = run(backup);
        QVERIFY2(made.exit == 0, made.err.constData());
        QCOMPARE(run(backup).exit, 1); // it is there already
        const auto others
            = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(copy) & others));
        const auto sql = server::SqlConnection::open([&] {
            auto address = server::DatabaseAddress::sqlite(dir.path());
            address.file = copy;
            return address;
        }());
        QVERIFY(sql);
        QCOMPARE((*sql)->number(u"SELECT COUNT(*) FROM account"_s).value(), 1);

        const Ran postgres = run({u"--data-dir"_s, data, u"--database"_s,
                                  u"postgresql://kw:secret@db.example.org/keyway"_s, u"backup"_s,
                                  dir.filePath(u"pg"_s)});
        QCOMPARE(postgres.exit, 2);
        QVERIFY(postgres.err.contains("pg_dump") && postgres.err.contains("db.example.org"));
        QVERIFY(!postgres.err.contains("secret"));
    }

    void tellsWhatIsWrong_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        const QStringList data{u"--data-dir"_s, u"/nonexistent/keyway"_s};
        QTest::newRow("nothing") << QStringList() << 2;
        QTest::newRow("unknown") << data + QStringList{u"--colour"_s} << 2;
        QTest::newRow("all the world in plain text")
            << data + QStringList{u"--listen"_s, u"0.0.0.0:0"_s} << 2;
        QTest::newRow("half of TLS") << data + QStringList{u"--tls-cert"_s, u"a"_s} << 2;
        QTest::newRow("no port") << data + QStringList{u"--listen"_s, u"localhost"_s} << 2;
        QTest::newRow("no command") << data + QStringList{u"dance"_s} << 2;
        QTest::newRow("no grace") << data + QStringList{u"--grace-days"_s, u"0"_s} << 2;
        QTest::newRow("no tax") << data + QStringList{u"--tax-basis-points"_s, u"x"_s} << 2;
        QTest::newRow("no prefix") << data + QStringList{u"--invoice-prefix"_s, u"a-1"_s} << 2;
        QTest::newRow("no amount")
            << data + QStringList{u"--cents"_s, u"0"_s, u"close-months"_s} << 2;
        QTest::newRow("no key") << QStringList{
            u"--data-dir"_s, QDir::tempPath() + "/keyway-none"_L1, u"--signing-key"_s,
            u"/nonexistent"_s} << 1;
        QTest::newRow("administrators in plain text")
            << data + QStringList{u"--admin-listen"_s, u"0.0.0.0:0"_s} << 2;
        QTest::newRow("no workers") << data + QStringList{u"--workers"_s, u"0"_s} << 2;
        QTest::newRow("database of others")
            << QStringList{u"--data-dir"_s, QDir::tempPath() + "/keyway-none"_L1, u"--database"_s,
                           u"mysql://a/b"_s}
            << 1;
        QTest::newRow("no certificate")
            << QStringList{u"--data-dir"_s, QDir::tempPath() + "/keyway-none"_L1,
                           u"--tls-cert"_s, u"/nonexistent"_s,
                           u"--tls-key"_s,  u"/nonexistent"_s}
            << 1;
    }
    void tellsWhatIsWrong()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QProcess process;
        process.start(program(), arguments);
        QVERIFY(process.waitForFinished(20'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), code);
        QVERIFY(!process.readAllStandardError().trimmed().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestServerProgram)
#include "tst_serverprogram.moc"
