#include "core/http/tls.h"
#include "tests/http/testserver.h"
#include "tests/simulator/rawclient.h"

#include <QtNetwork/QSslSocket>

using namespace keyway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QByteArray post(const QByteArray &path, const QByteArray &body, const QByteArray &headers = {})
{
    return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers
        + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray get(const QByteArray &path, const QByteArray &headers = {})
{
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
}

} // namespace

/// What well-behaved clients see.
class TestHttpServer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void answersOneAfterTheOther()
    {
        TestServer server;
        RawClient client(server.port);
        for (int i = 0; i < 3; ++i) {
            client.send(post("/echo?n=" + QByteArray::number(i), "body " + QByteArray::number(i)));
            const RawAnswer answer = client.receive();
            QCOMPARE(answer.status(), 200);
            QCOMPARE(answer.body, "body " + QByteArray::number(i));
            QCOMPARE(answer.header("X-Query"), "n=" + QByteArray::number(i));
            QCOMPARE(answer.header("X-Method"), "POST"_ba);
            QCOMPARE(answer.header("Connection"), "keep-alive"_ba);
        }
    }

    void readsAnyCuts_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("sized") << post("/echo", "hello") << "hello"_ba;
        QTest::newRow("chunked") << "POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: "
                                    "chunked\r\n\r\n3\r\nhel\r\n2;x=1\r\nlo\r\n0\r\nA: b\r\n\r\n"_ba
                                 << "hello"_ba;
        QTest::newRow("empty line before") << "\r\n" + post("/echo", "hello") << "hello"_ba;
        QTest::newRow("no body") << get("/echo") << QByteArray();
    }
    void readsAnyCuts()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, body);
        TestServer server;
        RawClient client(server.port);
        client.send(bytes);
        QCOMPARE(client.receive().body, body);
        for (const char byte : std::as_const(bytes))
            client.send(QByteArray(1, byte));
        const RawAnswer answer = client.receive();
        QCOMPARE(answer.status(), 200);
        QCOMPARE(answer.body, body);
    }

    void answersInOrderWhenPipelined()
    {
        TestServer server;
        RawClient client(server.port);
        client.send(post("/later", "1") + post("/echo", "2") + get("/stream") + post("/echo", "4"));
        QCOMPARE(client.receive().body, "1"_ba);
        QCOMPARE(client.receive().body, "2"_ba);
        const RawAnswer stream = client.receive(30'000);
        QVERIFY(stream.complete);
        QCOMPARE(qint64(stream.body.size()), TestServer::streamBytes);
        QCOMPARE(client.receive().body, "4"_ba);
    }

    void closesWhereItIsAskedTo_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("closes");
        QTest::newRow("1.1") << get("/echo") << false;
        QTest::newRow("1.1 close") << get("/echo", "Connection: close\r\n") << true;
        QTest::newRow("1.0") << "GET /echo HTTP/1.0\r\n\r\n"_ba << true;
        QTest::newRow("1.0 keep-alive")
            << "GET /echo HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"_ba << false;
    }
    void closesWhereItIsAskedTo()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, closes);
        TestServer server;
        RawClient client(server.port);
        client.send(bytes);
        QCOMPARE(client.receive().status(), 200);
        QCOMPARE(client.isClosed(300), closes);
    }

    void sendsNoBodyForHead()
    {
        TestServer server;
        RawClient client(server.port);
        client.send("HEAD /none HTTP/1.1\r\nHost: h\r\n\r\n" + get("/echo"));
        const QByteArray head = client.receive(300).head;
        QVERIFY(head.startsWith("HTTP/1.1 404 Not Found\r\n"));
        QVERIFY(head.contains("Content-Length: 13\r\n"));
    }

    void asksForTheBodyThatWaits()
    {
        TestServer server;
        RawClient client(server.port);
        client.send("POST /echo HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\n"
                    "Content-Length: 2\r\n\r\n");
        QCOMPARE(client.receive().status(), 100);
        client.send("ok");
        QCOMPARE(client.receive().body, "ok"_ba);
    }

    void tellsThatTheClientWent_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("before the answer") << "/never"_ba;
        QTest::newRow("in the middle of it") << "/stream"_ba;
    }
    void tellsThatTheClientWent()
    {
        QFETCH(QByteArray, path);
        TestServer server;
        {
            RawClient client(server.port);
            client.send(get(path));
            QTRY_COMPARE(server.requests.load(), 1);
            client.abort();
        }
        QTRY_COMPARE(server.clientsGone.load(), 1);
        QTRY_COMPARE(server.connections(), 0);
        QVERIFY(server.streamed.load() < TestServer::streamBytes);
    }

    void breaksAnAnswerThatIsNotWhole()
    {
        TestServer server;
        RawClient client(server.port);
        client.send(get("/break"));
        const RawAnswer answer = client.receive(2000);
        QVERIFY(!answer.complete);
        QVERIFY(client.isClosed());
    }

    void speaksTls()
    {
        const QString folder = qEnvironmentVariable("KEYWAY_TEST_DATA") + "/tls/"_L1;
        const Result<QSslConfiguration> tls
            = http::tlsFrom(folder + "localhost.crt"_L1, folder + "localhost.key"_L1);
        QVERIFY(tls.ok());
        TestServer server({}, *tls);
        QSslSocket client;
        client.setPeerVerifyMode(QSslSocket::VerifyNone);
        client.connectToHostEncrypted(u"127.0.0.1"_s, server.port);
        QVERIFY(client.waitForEncrypted());
        client.write(post("/echo", "sealed"));
        QTRY_VERIFY(client.bytesAvailable() > 0);
        QTRY_VERIFY(client.peek(4096).endsWith("sealed"));

        RawClient plain(server.port);
        plain.send(get("/echo"));
        QVERIFY(plain.isClosed());
        QCOMPARE(server.requests.load(), 1);
    }

    void tellsWhatIsWrongWithCertificates()
    {
        const QString folder = qEnvironmentVariable("KEYWAY_TEST_DATA") + "/tls/"_L1;
        const QString certificate = folder + "localhost.crt"_L1;
        const QString key = folder + "localhost.key"_L1;
        QCOMPARE(http::tlsFrom(folder + "none"_L1, key).error().reason(), u"cannot-open"_s);
        QCOMPARE(http::tlsFrom(key, key).error().reason(), u"bad-certificate"_s);
        QCOMPARE(http::tlsFrom(certificate, certificate).error().reason(), u"bad-key"_s);
    }

    void stopsBehindTheLastAnswer()
    {
        TestServer server;
        RawClient idle(server.port);
        RawClient client(server.port);
        client.send(post("/later", "last"));
        QTRY_COMPARE(server.requests.load(), 1);
        server.stop(5s);
        QVERIFY(idle.isClosed());
        QCOMPARE(client.receive().body, "last"_ba);
        QVERIFY(client.isClosed());
        QTRY_VERIFY(server.stopped);
    }

    void stopsWithoutAnswersThatNeverCome()
    {
        TestServer server;
        RawClient client(server.port);
        client.send(get("/never"));
        QTRY_COMPARE(server.requests.load(), 1);
        server.stop(100ms);
        QTRY_VERIFY(server.stopped);
        QVERIFY(client.isClosed());
    }
};

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_httpserver.moc"
