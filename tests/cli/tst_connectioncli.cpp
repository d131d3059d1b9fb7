// Proxies and certificate files of single integrations, from the command line to real proxies and
// TLS servers. The service is called api.keyway.test, a name that nobody but the proxy knows.

#include "tests/cli/clifixture.h"
#include "tests/providers/rawserver.h"
#include "tests/support/tunnels.h"

using namespace Qt::StringLiterals;
using namespace keyway;

namespace {

const QByteArray secretKey = "sk-test-0123456789abcdef-TAIL"_ba;

QString authorityFile()
{
    return qEnvironmentVariable("KEYWAY_TEST_DATA") + u"/tls/localhost.crt"_s;
}

QStringList openAi(const QString &name, const QString &baseUrl)
{
    return {u"openai"_s, u"--name"_s,  name,           u"--base-url"_s,
            baseUrl,     u"--model"_s, u"gpt-6-luna"_s};
}

QString home(const TlsFront &front)
{
    return u"https://localhost:%1/v1"_s.arg(front.port());
}

QString abroad(const TlsFront &front)
{
    return u"https://api.keyway.test:%1/v1"_s.arg(front.port());
}

QJsonObject listed(const CliFixture &cli, const QString &name)
{
    for (const QJsonValue &one : cli.run({u"integrations"_s, u"list"_s, u"--json"_s}).list()) {
        if (one[u"name"_s].toString() == name)
            return one.toObject();
    }
    return {};
}

CliRun ask(const CliFixture &cli, const QString &name)
{
    return cli.run({u"ask"_s, u"--integration"_s, name, u"--json"_s, u"Hello there"_s});
}

} // namespace

class ConnectionCliTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(!qEnvironmentVariableIsEmpty("KEYWAY_TEST_KEYRING_PASSWORD"),
                 "run by tests/support/with-keyring.sh");
        for (const char *name : {"http_proxy", "https_proxy", "all_proxy", "no_proxy", "HTTP_PROXY",
                                 "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"})
            qunsetenv(name);
    }

    void anOwnAuthorityIsForOneIntegration()
    {
        CliFixture cli;
        QVERIFY(cli.first.start().ok());
        TlsFront front(cli.first.port(), RawServer::tls());

        // Without the file nothing is sent and nothing is kept.
        const CliRun refused = cli.run(
            QStringList{u"integrations"_s, u"add"_s} + openAi(u"Office"_s, home(front)), secretKey);
        QVERIFY(refused.exit != 0);
        QVERIFY2(refused.told().contains(u"The certificate of"_s), refused.err.constData());
        QVERIFY2(refused.told().contains(u"--ca-file"_s), refused.err.constData());
        QVERIFY(front.heard().isEmpty());
        QVERIFY(listed(cli, u"Office"_s).isEmpty());

        const QString relative = QDir::current().relativeFilePath(authorityFile());
        cli.add(openAi(u"Office"_s, home(front)), {u"--ca-file"_s, relative}, secretKey);
        const QJsonObject office = listed(cli, u"Office"_s);
        QCOMPARE(office[u"ca_file"_s].toString(), QFileInfo(authorityFile()).absoluteFilePath());
        QCOMPARE(office[u"proxy"_s].toString(), u"none"_s);
        VERIFY_EXIT(ask(cli, u"Office"_s), 0);
        QVERIFY(front.heard().contains(secretKey));

        // Another integration at the same place does not trust it.
        cli.add(openAi(u"Other"_s, home(front)), {u"--no-test"_s}, secretKey);
        QVERIFY(listed(cli, u"Other"_s)[u"ca_file"_s].isNull());
        const qsizetype before = front.heard().size();
        const CliRun asked = ask(cli, u"Other"_s);
        QVERIFY(asked.exit != 0);
        QCOMPARE(asked.json()[u"attempts"_s][0][u"error_kind"_s].toString(), u"untrusted"_s);
        QCOMPARE(front.heard().size(), before);

        // With a file of its own it is asked again at once.
        VERIFY_EXIT(
            cli.run({u"integrations"_s, u"set"_s, u"Other"_s, u"--ca-file"_s, authorityFile()}), 0);
        VERIFY_EXIT(ask(cli, u"Other"_s), 0);
        VERIFY_EXIT(cli.run({u"integrations"_s, u"set"_s, u"Other"_s, u"--ca-file"_s, u"none"_s}),
                    0);
        QVERIFY(listed(cli, u"Other"_s)[u"ca_file"_s].isNull());
        QVERIFY(ask(cli, u"Other"_s).exit != 0);
    }

    void aProxyIsForOneIntegration_data()
    {
        QTest::addColumn<QString>("scheme");
        QTest::newRow("CONNECT") << u"http"_s;
        QTest::newRow("SOCKS") << u"socks5"_s;
    }
    void aProxyIsForOneIntegration()
    {
        QFETCH(QString, scheme);
        CliFixture cli;
        cli.addBoth();
        TlsFront front(cli.first.port(), RawServer::tls(u"proxied"_s));
        TestProxy proxy(front.port());
        const QString address = proxy.url(scheme).toString();
        cli.add(openAi(u"Office"_s, abroad(front)),
                {u"--proxy"_s, address, u"--ca-file"_s, authorityFile()}, secretKey);
        QCOMPARE(listed(cli, u"Office"_s)[u"proxy"_s].toString(), address);
        QCOMPARE(listed(cli, u"First"_s)[u"proxy"_s].toString(), u"none"_s);
        const CliRun shown = cli.run({u"integrations"_s, u"show"_s, u"Office"_s});
        QVERIFY2(shown.text().contains(address), shown.out.constData());
        QVERIFY2(shown.text().contains(authorityFile()), shown.out.constData());
        VERIFY_EXIT(ask(cli, u"Office"_s), 0);
        QVERIFY(front.heard().contains(secretKey));
        QVERIFY(!proxy.heard().contains(secretKey));
        QVERIFY(!proxy.heard().contains("Hello there"));
        const int before = proxy.connections();
        VERIFY_EXIT(ask(cli, u"First"_s), 0);
        QCOMPARE(proxy.connections(), before);

        // Without the proxy the next one is asked, and it is said why.
        proxy.stop();
        const CliRun told = cli.run({u"ask"_s, u"--integration"_s, u"Office"_s, u"Hello there"_s});
        QVERIFY(told.exit != 0);
        QVERIFY2(told.told().contains(u"The proxy of Office did not make the connection."_s),
                 told.err.constData());
        QVERIFY2(told.told().contains(u"--proxy"_s), told.err.constData());
        const CliRun gone = ask(cli, u"Office"_s);
        QVERIFY(gone.exit != 0);
        const QJsonValue attempt = gone.json()[u"attempts"_s][0];
        QCOMPARE(attempt[u"error_kind"_s].toString(), u"network"_s);
        QCOMPARE(attempt[u"total_nano"_s].toInteger(), 0);
    }

    void theSystemsProxyIsAskedWhereTold()
    {
        CliFixture cli;
        QVERIFY(cli.first.start().ok());
        TlsFront front(cli.first.port(), RawServer::tls(u"proxied"_s));
        TestProxy proxy(front.port());
        cli.environment.insert(u"https_proxy"_s, proxy.url().toString());
        cli.add(openAi(u"Office"_s, abroad(front)),
                {u"--proxy"_s, u"system"_s, u"--ca-file"_s, authorityFile()}, secretKey);
        QCOMPARE(listed(cli, u"Office"_s)[u"proxy"_s].toString(), u"system"_s);
        const int before = proxy.connections();
        VERIFY_EXIT(ask(cli, u"Office"_s), 0);
        QVERIFY(proxy.connections() > before);

        // Told otherwise, it goes by nobody's proxy.
        VERIFY_EXIT(cli.run({u"integrations"_s, u"set"_s, u"Office"_s, u"--proxy"_s, u"none"_s}),
                    0);
        const int then = proxy.connections();
        QVERIFY(ask(cli, u"Office"_s).exit != 0);
        QCOMPARE(proxy.connections(), then);
    }

    void badInputIsExplained_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("said");
        QTest::newRow("password in the address")
            << QStringList{u"--proxy"_s, u"http://me:pa55word@localhost:3128"_s}
            << u"contains a user name or a password"_s;
        QTest::newRow("no port") << QStringList{u"--proxy"_s, u"http://localhost"_s}
                                 << u"Write it with its port"_s;
        QTest::newRow("https") << QStringList{u"--proxy"_s, u"https://localhost:443"_s}
                               << u"This is not a proxy that Keyway can use."_s;
        QTest::newRow("no file") << QStringList{u"--ca-file"_s, u"/nonexistent/ca.pem"_s}
                                 << u"cannot be read"_s;
        QTest::newRow("no certificate")
            << QStringList{u"--ca-file"_s,
                           qEnvironmentVariable("KEYWAY_TEST_DATA") + u"/tls/localhost.key"_s}
            << u"holds no certificate"_s;
    }
    void badInputIsExplained()
    {
        QFETCH(QStringList, options);
        QFETCH(QString, said);
        CliFixture cli;
        QVERIFY(cli.first.start().ok());
        const QStringList plain = openAi(u"First"_s, cli.first.url(u"/v1"_s).toString());
        const CliRun added
            = cli.run(QStringList{u"integrations"_s, u"add"_s} + plain + options, secretKey);
        QVERIFY(added.exit != 0);
        QVERIFY2(added.told().contains(said), added.err.constData());
        QVERIFY(!added.told().contains(u"pa55word"_s));
        QVERIFY(listed(cli, u"First"_s).isEmpty());
        cli.add(plain, {}, secretKey);
        const QJsonObject before = listed(cli, u"First"_s);
        const CliRun set = cli.run(QStringList{u"integrations"_s, u"set"_s, u"First"_s} + options);
        QVERIFY(set.exit != 0);
        QVERIFY2(set.told().contains(said), set.err.constData());
        QCOMPARE(listed(cli, u"First"_s), before);
    }

    void aNewAddressIsTriedByTheNewWay()
    {
        CliFixture cli;
        QVERIFY(cli.first.start().ok());
        cli.add(openAi(u"Office"_s, cli.first.url(u"/v1"_s).toString()), {}, secretKey);
        TlsFront front(cli.first.port(), RawServer::tls(u"proxied"_s));
        TestProxy proxy(front.port());
        const CliRun moved = cli.run({u"integrations"_s, u"set"_s, u"Office"_s, u"--base-url"_s,
                                      abroad(front), u"--proxy"_s, proxy.url().toString(),
                                      u"--ca-file"_s, authorityFile(), u"--json"_s},
                                     secretKey);
        VERIFY_EXIT(moved, 0);
        QCOMPARE(listed(cli, u"Office"_s)[u"base_url"_s].toString(), abroad(front));
        QCOMPARE(listed(cli, u"Office"_s)[u"proxy"_s].toString(), proxy.url().toString());
        QVERIFY(proxy.connections() > 0);
        VERIFY_EXIT(ask(cli, u"Office"_s), 0);
        VERIFY_EXIT(cli.run({u"audit"_s, u"verify"_s}), 0);
    }
};

QTEST_GUILESS_MAIN(ConnectionCliTest)
#include "tst_connectioncli.moc"
