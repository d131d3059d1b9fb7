// Proxies and certificate authorities of single integrations: real proxies and TLS servers on
// loopback. The service is called api.keyway.test, a name that nobody but the proxy knows.

#include "tests/providers/httpcalls.h"
#include "tests/providers/rawserver.h"
#include "tests/support/tunnels.h"

#include <QtCore/QTemporaryDir>
#include <QtNetwork/QSslSocket>
#include <QtTest/QTest>

using namespace keyway;
using namespace Qt::StringLiterals;
using Manner = TestProxy::Manner;

namespace {

const QByteArrayList proxyVariables{"http_proxy", "https_proxy", "all_proxy", "no_proxy",
                                    "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"};

QString authorityFile(const QString &name = u"localhost"_s)
{
    return qEnvironmentVariable("KEYWAY_TEST_DATA") + u"/tls/%1.crt"_s.arg(name);
}

ConnectionPolicy through(const QString &proxy, const QString &caFile = {})
{
    ConnectionPolicy policy;
    if (!policy.setProxy(proxy))
        qFatal("not a proxy: %s", qPrintable(proxy));
    policy.caFile = caFile;
    return policy;
}

QUrl abroad(quint16 port)
{
    return QUrl(u"https://api.keyway.test:%1/v1/x"_s.arg(port));
}

QList<RawServer::Step> answer()
{
    return {{RawServer::response("200 OK", "application/json", "{}")}};
}

} // namespace

class TestConnections : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;

    QString written(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_dir.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(file.fileName()));
        return file.fileName();
    }

private Q_SLOTS:
    void init()
    {
        for (const QByteArray &name : proxyVariables)
            qunsetenv(name.constData());
    }

    void tunnelsThroughAProxy_data()
    {
        QTest::addColumn<QString>("scheme");
        QTest::addColumn<QByteArray>("verb");
        QTest::newRow("CONNECT") << u"http"_s << "CONNECT "_ba;
        QTest::newRow("SOCKS") << u"socks5"_s << "SOCKS "_ba;
    }
    void tunnelsThroughAProxy()
    {
        QFETCH(QString, scheme);
        QFETCH(QByteArray, verb);
        RawServer server(answer(), RawServer::tls(u"proxied"_s));
        TestProxy proxy(server.port());
        HttpExchange http;
        const auto policy = through(proxy.url(scheme).toString(), authorityFile());
        const HttpReply reply = send(http, postTo(abroad(server.port()), policy));
        QCOMPARE(kindOf(reply), u"none"_s);
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.sent);
        const QByteArray place = "api.keyway.test:" + QByteArray::number(server.port());
        QCOMPARE(proxy.targets(), QByteArrayList{verb + place});
        // The service got it all, and the proxy nothing that it could read.
        QVERIFY(server.received().contains("Authorization: Bearer " + testKeyText));
        QVERIFY(server.received().contains("canary"));
        QVERIFY(proxy.heard().size() > server.received().size());
        for (const char *secret : {testKeyText.constData(), "canary", "Authorization", "POST"})
            QVERIFY2(!proxy.heard().contains(secret), secret);
        QVERIFY(!proxy.heard().contains("Proxy-Authorization"));
    }

    void refusesThroughAProxyWhomItCannotTrust_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<bool>("authorityKnown");
        QTest::addColumn<bool>("old");
        QTest::addColumn<QString>("reason");
        QTest::newRow("unknown authority") << u"proxied"_s << false << false << u"tls"_s;
        QTest::newRow("wrong host") << u"localhost"_s << true << false << u"tls-host"_s;
        QTest::newRow("expired, wrong host") << u"expired"_s << true << false << u"tls"_s;
        QTest::newRow("TLS 1.1") << u"proxied"_s << true << true << u"tls-handshake"_s;
    }
    void refusesThroughAProxyWhomItCannotTrust()
    {
        QFETCH(QString, certificate);
        QFETCH(bool, authorityKnown);
        QFETCH(bool, old);
        QFETCH(QString, reason);
        QSslConfiguration tls = RawServer::tls(certificate);
        if (old)
            RawServer::speakOnlyTls11(tls);
        RawServer server(answer(), tls);
        TestProxy proxy(server.port());
        HttpExchange http;
        const auto policy
            = through(proxy.url().toString(), authorityKnown ? authorityFile() : QString());
        const HttpReply reply = send(http, postTo(abroad(server.port()), policy));
        QCOMPARE(kindOf(reply), u"untrusted/"_s + reason);
        QVERIFY(!reply.sent);
        QVERIFY(!reply.error->allowsRetry());
        QVERIFY(reply.error->excludesIntegration());
        QVERIFY(!proxy.targets().isEmpty());
        QTest::qWait(50);
        QCOMPARE(server.received().size(), 0);
    }

    void trustsAFileForItsIntegrationAlone()
    {
        RawServer server(answer(), RawServer::tls());
        const QUrl url = server.url(u"/v1/x"_s, u"https"_s);
        const auto own = through(u"none"_s, authorityFile());
        HttpExchange http;
        QCOMPARE(kindOf(send(http, postTo(url))), u"untrusted/tls"_s);
        QCOMPARE(kindOf(send(http, postTo(url, own))), u"none"_s);
        // The connection that is open now is not for others, whatever its origin.
        const int before = server.connections();
        QCOMPARE(kindOf(send(http, postTo(url))), u"untrusted/tls"_s);
        const auto other = through(u"none"_s, authorityFile(u"proxied"_s));
        QCOMPARE(kindOf(send(http, postTo(url, other))), u"untrusted/tls"_s);
        QCOMPARE(kindOf(send(http, postTo(url, own))), u"none"_s);
        QCOMPARE(server.requests(), 2);
        QCOMPARE(server.connections(), before); // its own one was used again
    }

    void refusesWhomAFileDoesNotMend_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<bool>("old");
        QTest::addColumn<QString>("reason");
        QTest::newRow("expired") << u"expired"_s << false << u"tls-date"_s;
        QTest::newRow("not yet valid") << u"future"_s << false << u"tls-date"_s;
        QTest::newRow("wrong host") << u"otherhost"_s << false << u"tls-host"_s;
        QTest::newRow("TLS 1.1") << u"localhost"_s << true << u"tls-handshake"_s;
    }
    void refusesWhomAFileDoesNotMend()
    {
        QFETCH(QString, certificate);
        QFETCH(bool, old);
        QFETCH(QString, reason);
        QSslConfiguration tls = RawServer::tls(certificate);
        if (old)
            RawServer::speakOnlyTls11(tls);
        RawServer server(answer(), tls);
        HttpExchange http;
        const HttpReply reply = send(
            http, postTo(server.url(u"/v1/x"_s, u"https"_s), through(u"none"_s, authorityFile())));
        QCOMPARE(kindOf(reply), u"untrusted/"_s + reason);
        QVERIFY(!reply.sent);
        QTest::qWait(50);
        QCOMPARE(server.received().size(), 0);
    }

    void sendsNothingWithoutTheFile_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("reason");
        const QByteArray pem = RawServer::testData(u"tls/localhost.crt"_s);
        QTest::newRow("missing") << m_dir.filePath(u"missing"_s) << u"ca-unreadable"_s;
        QTest::newRow("folder") << m_dir.path() << u"ca-unreadable"_s;
        QTest::newRow("endless") << u"/dev/zero"_s << u"ca-unreadable"_s;
        QTest::newRow("empty") << written(u"empty"_s, {}) << u"ca-not-pem"_s;
        QTest::newRow("text") << written(u"text"_s, "hello\n") << u"ca-not-pem"_s;
        QTest::newRow("cut") << written(u"cut"_s, pem.left(pem.size() / 2)) << u"ca-not-pem"_s;
        QTest::newRow("DER") << written(u"der"_s, QSslCertificate(pem).toDer()) << u"ca-not-pem"_s;
        QTest::newRow("a key") << authorityFile().replace(u".crt"_s, u".key"_s) << u"ca-not-pem"_s;
        QTest::newRow("huge") << written(u"huge"_s, pem + QByteArray(1024 * 1024, '\n'))
                              << u"ca-not-pem"_s;
    }
    void sendsNothingWithoutTheFile()
    {
        QFETCH(QString, path);
        QFETCH(QString, reason);
        RawServer server(answer(), RawServer::tls());
        HttpExchange http;
        const HttpReply reply
            = send(http, postTo(server.url(u"/v1/x"_s, u"https"_s), through(u"none"_s, path)));
        QCOMPARE(kindOf(reply), u"untrusted/"_s + reason);
        QVERIFY(!reply.sent);
        QCOMPARE(server.connections(), 0);
    }

    void readsSeveralAuthorities()
    {
        const QString file
            = written(u"bundle"_s,
                      "# Of the office\n" + RawServer::testData(u"tls/otherhost.crt"_s) + "and\n"
                          + RawServer::testData(u"tls/localhost.crt"_s));
        const auto both = readAuthorities(file);
        QVERIFY(both.ok());
        QCOMPARE(both->size(), 2);
        RawServer server(answer(), RawServer::tls());
        HttpExchange http;
        QCOMPARE(kindOf(send(http,
                             postTo(server.url(u"/v1/x"_s, u"https"_s), through(u"none"_s, file)))),
                 u"none"_s);
    }

    void aChangedFileHoldsAtOnce()
    {
        RawServer server(answer(), RawServer::tls());
        const QUrl url = server.url(u"/v1/x"_s, u"https"_s);
        const QString file = written(u"changing"_s, RawServer::testData(u"tls/localhost.crt"_s));
        const auto policy = through(u"none"_s, file);
        HttpExchange http;
        QCOMPARE(kindOf(send(http, postTo(url, policy))), u"none"_s);
        written(u"changing"_s, RawServer::testData(u"tls/otherhost.crt"_s));
        QCOMPARE(kindOf(send(http, postTo(url, policy))), u"untrusted/tls"_s);
    }

    void aProxyIsForItsIntegrationAlone()
    {
        RawServer server(answer(), RawServer::tls(u"proxied"_s));
        TestProxy one(server.port());
        TestProxy two(server.port());
        HttpExchange http;
        const QUrl url = abroad(server.port());
        const auto byOne = through(one.url().toString(), authorityFile());
        const auto byTwo = through(two.url().toString(), authorityFile());
        QCOMPARE(kindOf(send(http, postTo(url, byOne))), u"none"_s);
        QCOMPARE(one.connections(), 1);
        QCOMPARE(two.connections(), 0);
        QCOMPARE(kindOf(send(http, postTo(url, byTwo))), u"none"_s);
        QCOMPARE(one.connections(), 1);
        QCOMPARE(two.connections(), 1);
        HttpRequest without = postTo(url, through(u"none"_s, authorityFile()));
        without.connectTimeout = std::chrono::milliseconds(2'000);
        QVERIFY(!send(http, without).isSuccess()); // nobody else knows the name
        QCOMPARE(one.connections(), 1);
        QCOMPARE(two.connections(), 1);
        QCOMPARE(server.requests(), 2);
    }

    void thisComputerNeedsNoProxy_data()
    {
        QTest::addColumn<QString>("host");
        for (const char *host : {"localhost", "127.0.0.1"})
            QTest::addRow("%s", host) << QString::fromLatin1(host);
    }
    void thisComputerNeedsNoProxy()
    {
        QFETCH(QString, host);
        RawServer server(answer(), RawServer::tls());
        TestProxy proxy(server.port());
        HttpExchange http;
        QUrl url = server.url(u"/v1/x"_s, u"https"_s);
        url.setHost(host);
        const auto policy = through(proxy.url().toString(), authorityFile());
        QCOMPARE(kindOf(send(http, postTo(url, policy))), u"none"_s);
        QCOMPARE(proxy.connections(), 0);
    }

    void saysWhatIsWrongWithAProxy_data()
    {
        QTest::addColumn<int>("manner"); // -1: there is none
        QTest::addColumn<QString>("scheme");
        QTest::addColumn<QString>("reason");
        for (const QString &scheme : {u"http"_s, u"socks5"_s}) {
            const auto row = [&](const char *name, int manner, const QString &reason) {
                QTest::addRow("%s, %s", name, qPrintable(scheme)) << manner << scheme << reason;
            };
            row("gone", -1, u"proxy-failed"_s);
            row("password", int(Manner::AsksForPassword), u"proxy-password"_s);
            row("forbidden", int(Manner::Forbids), u"proxy-failed"_s);
            row("cannot reach it", int(Manner::CannotReach), u"proxy-failed"_s);
            row("closes", int(Manner::Closes), u"proxy-failed"_s);
            row("silent", int(Manner::IsSilent), u"proxy-failed"_s);
            row("nonsense", int(Manner::SpeaksNonsense), u"proxy-failed"_s);
        }
    }
    void saysWhatIsWrongWithAProxy()
    {
        QFETCH(int, manner);
        QFETCH(QString, scheme);
        QFETCH(QString, reason);
        RawServer server(answer(), RawServer::tls(u"proxied"_s));
        TestProxy proxy(server.port(), manner < 0 ? Manner::Tunnels : Manner(manner));
        if (manner < 0)
            proxy.stop();
        HttpExchange http;
        HttpRequest request
            = postTo(abroad(server.port()), through(proxy.url(scheme).toString(), authorityFile()));
        request.connectTimeout = std::chrono::milliseconds(1'500);
        const HttpReply reply = send(http, request);
        QVERIFY2(kindOf(reply) == u"network/"_s + reason,
                 qPrintable(kindOf(reply) + u' ' + (reply.error ? reply.error->detail() : u""_s)));
        QVERIFY(!reply.sent);
        QCOMPARE(reply.error->billing(), Error::Billing::SurelyNot);
        QVERIFY(reply.error->allowsFallback());
        QVERIFY(!proxy.heard().contains(testKeyText));
        QCOMPARE(server.connections(), 0);
    }

    void asksTheEnvironmentWhereTold_data()
    {
        QTest::addColumn<QByteArray>("variable");
        QTest::addColumn<QByteArray>("exempt");
        QTest::addColumn<bool>("used");
        QTest::newRow("https_proxy") << "https_proxy"_ba
                                     << ""_ba << true;
        QTest::newRow("for http alone") << "http_proxy"_ba
                                        << "api.keyway.test"_ba << false;
        QTest::newRow("exempt") << "https_proxy"_ba
                                << "api.keyway.test"_ba << false;
        QTest::newRow("another is exempt") << "https_proxy"_ba
                                           << "keyway.invalid"_ba << true;
    }
    void asksTheEnvironmentWhereTold()
    {
        QFETCH(QByteArray, variable);
        QFETCH(QByteArray, exempt);
        QFETCH(bool, used);
        RawServer server(answer(), RawServer::tls(u"proxied"_s));
        TestProxy proxy(server.port());
        qputenv(variable.constData(), proxy.url().toEncoded());
        if (!exempt.isEmpty())
            qputenv("no_proxy", exempt);
        HttpExchange http;
        HttpRequest request = postTo(abroad(server.port()), through(u"system"_s, authorityFile()));
        request.connectTimeout = std::chrono::milliseconds(2'000);
        const HttpReply reply = send(http, request);
        QCOMPARE(reply.isSuccess(), used);
        QCOMPARE(proxy.connections(), used ? 1 : 0);
        // Who was not told so goes directly.
        request.connection = through(u"none"_s, authorityFile());
        QVERIFY(!send(http, request).isSuccess());
        QCOMPARE(proxy.connections(), used ? 1 : 0);
    }

    void aLostProxyIsNotGoneAround()
    {
        RawServer server(answer(), RawServer::tls(u"proxied"_s));
        ConnectionPolicy policy;
        policy.way = ConnectionPolicy::Way::Proxy;
        HttpExchange http;
        const HttpReply reply = send(http, postTo(abroad(server.port()), policy));
        QCOMPARE(kindOf(reply), u"rejected/bad-proxy"_s);
        QVERIFY(!reply.sent);
    }
};

QTEST_GUILESS_MAIN(TestConnections)
#include "tst_connections.moc"
