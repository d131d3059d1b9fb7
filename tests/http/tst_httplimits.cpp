#include "tests/http/testserver.h"
#include "tests/simulator/rawclient.h"
#include "tests/support/sanitizers.h"

#include <QtCore/QElapsedTimer>
#include <QtNetwork/QTcpSocket>

#include <algorithm>
#include <vector>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

using namespace keyway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 megabyte = 1024 * 1024;

http::Limits hurried()
{
    http::Limits limits;
    limits.headerTime = 300ms;
    limits.bodyTime = 300ms;
    limits.idleTime = 300ms;
    limits.stalledTime = 300ms;
    return limits;
}

/// Sends `piece` again and again, as long as anybody takes it; how many bytes were taken.
qint64 flood(quint16 port, const QByteArray &start, const QByteArray &piece, qint64 most,
             QByteArray *answer)
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, port);
    if (!socket.waitForConnected(5000))
        return -1;
    socket.write(start);
    qint64 sent = 0;
    while (sent < most && socket.state() == QAbstractSocket::ConnectedState) {
        sent += socket.write(piece);
        if (!socket.waitForBytesWritten(3000))
            break;
        *answer += socket.readAll();
    }
    socket.waitForReadyRead(100);
    *answer += socket.readAll();
    return sent;
}

} // namespace

/// What those see that are not.
class TestHttpLimits : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        const QByteArray host = "Host: h\r\n";
        const QByteArray start = "POST /echo HTTP/1.1\r\n" + host;
        QTest::newRow("no HTTP") << "hello there\r\n\r\n"_ba << 400;
        QTest::newRow("TLS to a plain port") << QByteArray::fromHex("16030100050100") + "\r\n\r\n"
                                             << 400;
        QTest::newRow("HTTP/2") << "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"_ba << 505;
        QTest::newRow("HTTP/1.2") << "GET /echo HTTP/1.2\r\n" + host + "\r\n" << 505;
        QTest::newRow("no host") << "GET /echo HTTP/1.1\r\n\r\n"_ba << 400;
        QTest::newRow("two hosts") << "GET /echo HTTP/1.1\r\n" + host + host + "\r\n" << 400;
        QTest::newRow("two lengths")
            << start + "Content-Length: 2\r\nContent-Length: 2\r\n\r\nok" << 400;
        QTest::newRow("list of lengths") << start + "Content-Length: 2, 2\r\n\r\nok" << 400;
        QTest::newRow("length below nothing") << start + "Content-Length: -2\r\n\r\nok" << 400;
        QTest::newRow("length of letters") << start + "Content-Length: two\r\n\r\nok" << 400;
        QTest::newRow("length beside chunks")
            << start + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
            << 400;
        QTest::newRow("two encodings")
            << start + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n"
            << 400;
        QTest::newRow("gzip") << start + "Transfer-Encoding: gzip, chunked\r\n\r\n" << 501;
        QTest::newRow("unknown encoding") << start + "Transfer-Encoding: xchunked\r\n\r\n" << 501;
        QTest::newRow("chunks in 1.0")
            << "POST /echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"_ba << 400;
        QTest::newRow("bad chunk") << start + "Transfer-Encoding: chunked\r\n\r\nzz\r\n" << 400;
        QTest::newRow("address of a proxy") << "GET http://example.org/ HTTP/1.1\r\n" + host
                + "\r\n" << 400;
        QTest::newRow("space in a name") << start + "Content -Length: 2\r\n\r\nok" << 400;
        QTest::newRow("bare line feeds") << "GET /echo HTTP/1.1\nHost: h\n\n"_ba << 505;
        QTest::newRow("nul in a header") << start + "A: b" + QByteArray(1, '\0') + "\r\n\r\n"
                                         << 400;
        QTest::newRow("expects more") << start + "Expect: tea\r\nContent-Length: 2\r\n\r\n" << 400;
        QTest::newRow("large header") << start + "A: " + QByteArray(17'000, 'a') + "\r\n\r\n"
                                      << 431;
        QTest::newRow("long path") << "GET /" + QByteArray(17'000, 'a') << 431;
        QTest::newRow("large body") << start + "Content-Length: 1048577\r\n\r\n" << 413;
        QTest::newRow("body without end") << start + "Content-Length: 99999999999999999999\r\n\r\n"
                                          << 400;
        QTest::newRow("large chunk") << start + "Transfer-Encoding: chunked\r\n\r\n7fffffff\r\n"
                                     << 413;
        QTest::newRow("long chunk line")
            << start + "Transfer-Encoding: chunked\r\n\r\n1;" + QByteArray(40'000, 'x') << 400;
    }
    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        TestServer server(hurried());
        RawClient client(server.port);
        client.send(bytes);
        const RawAnswer answer = client.receive(1500);
        QCOMPARE(answer.status(), status);
        QCOMPARE(answer.header("Connection"), "close"_ba);
        QCOMPARE(server.requests.load(), 0);
    }

    void cutsTheSlow_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        QTest::newRow("says nothing") << QByteArray() << 0;
        QTest::newRow("half a header") << "GET /echo HTTP/1.1\r\nHos"_ba << 408;
        QTest::newRow("half a body")
            << "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\n12345"_ba << 408;
        QTest::newRow("idle") << "GET /echo HTTP/1.1\r\nHost: h\r\n\r\n"_ba << 200;
    }
    void cutsTheSlow()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        TestServer server(hurried());
        RawClient client(server.port);
        QElapsedTimer time;
        time.start();
        client.send(bytes);
        QCOMPARE(client.receive(1000).status(), status);
        QVERIFY(client.isClosed(3000));
        QVERIFY2(time.elapsed() >= 250, QByteArray::number(time.elapsed()));
    }

    void cutsWhoDripsBytes()
    {
        TestServer server(hurried());
        RawClient client(server.port);
        QElapsedTimer time;
        time.start();
        client.send("GET /echo HTTP/1.1\r\nHost: h\r\n");
        while (time.elapsed() < 5000 && !client.isClosed(20))
            client.send("A: b\r\n");
        QVERIFY2(time.elapsed() < 3000, QByteArray::number(time.elapsed()));
        QCOMPARE(server.requests.load(), 0);
    }

    void refusesFloodsEarlyAndInLittleMemory_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<int>("status");
        const QByteArray host = "Host: h\r\n";
        QTest::newRow("64 MB of headers") << "GET /echo HTTP/1.1\r\n" + host + "A: " << 431;
        QTest::newRow("200 MB body")
            << "POST /echo HTTP/1.1\r\n" + host + "Content-Length: 209715200\r\n\r\n"
            << 413;
        QTest::newRow("200 MB in chunks")
            << "POST /echo HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\nC800000\r\n"
            << 413;
    }
    void refusesFloodsEarlyAndInLittleMemory()
    {
        QFETCH(QByteArray, start);
        QFETCH(int, status);
        TestServer server;
        const QByteArray piece(256 * 1024, 'a');
        const qint64 before = memoryInUse();
        QByteArray answer;
        const qint64 taken = flood(server.port, start, piece, 64 * megabyte, &answer);
        QVERIFY2(taken < 24 * megabyte, QByteArray::number(taken));
        QVERIFY2(memoryInUse() - before < 24 * megabyte,
                 QByteArray::number(memoryInUse() - before));
        QCOMPARE(server.requests.load(), 0);
        QVERIFY2(answer.isEmpty() || answer.startsWith("HTTP/1.1 " + QByteArray::number(status)),
                 answer);
        QTRY_COMPARE(server.connections(), 0);
    }

    void holdsBackForWhoDoesNotRead_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("a source that listens") << "/stream"_ba;
        QTest::newRow("one that does not") << "/deaf"_ba;
    }
    void holdsBackForWhoDoesNotRead()
    {
        QFETCH(QByteArray, path);
        http::Limits limits;
        limits.stalledTime = 600ms;
        TestServer server(limits);
        const qint64 before = memoryInUse();
        QTcpSocket client;
        client.setReadBufferSize(1024);
        client.connectToHost(u"127.0.0.1"_s, server.port);
        QVERIFY(client.waitForConnected(5000));
        client.write("GET " + path + " HTTP/1.1\r\nHost: h\r\n\r\n");
        QVERIFY(client.waitForBytesWritten(5000));
        QTRY_COMPARE_WITH_TIMEOUT(server.clientsGone.load(), 1, 5000);
        QVERIFY2(server.streamed.load() < 24 * megabyte, QByteArray::number(server.streamed));
        QVERIFY2(memoryInUse() - before < 24 * megabyte,
                 QByteArray::number(memoryInUse() - before));
    }

    void doesNotReadAheadOfItsAnswers()
    {
        TestServer server;
        QTcpSocket client;
        client.connectToHost(u"127.0.0.1"_s, server.port);
        QVERIFY(client.waitForConnected(5000));
        const QByteArray body(500'000, 'b');
        const QByteArray one = "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 500000\r\n\r\n";
        client.setReadBufferSize(1024);
        const qint64 before = memoryInUse();
        for (int i = 0; i < 100; ++i) {
            client.write(one + body);
            if (!client.waitForBytesWritten(200))
                break;
        }
        QVERIFY2(server.requests.load() < 40, QByteArray::number(server.requests));
        const qint64 mine = client.bytesToWrite();
        QVERIFY(memoryInUse() - before - mine < 24 * megabyte);
    }

    void makesRoomForNewcomers()
    {
        http::Limits limits;
        limits.connections = 5;
        TestServer server(limits);
        std::vector<std::unique_ptr<RawClient>> idle;
        for (int i = 0; i < 5; ++i) {
            idle.push_back(std::make_unique<RawClient>(server.port));
            QTRY_COMPARE(server.connections(), i + 1);
            QTest::qWait(2);
        }
        RawClient client(server.port);
        client.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nok");
        QCOMPARE(client.receive().body, "ok"_ba);
        QCOMPARE(server.connections(), 5);
        QVERIFY(idle.front()->isClosed());
        QVERIFY(!idle.back()->isClosed(50));
    }

    void servesTheHonestAmongTheSlow()
    {
#ifdef Q_OS_UNIX
        rlimit files{};
        getrlimit(RLIMIT_NOFILE, &files);
        files.rlim_cur = std::min<rlim_t>(files.rlim_max, 8192);
        setrlimit(RLIMIT_NOFILE, &files);
        if (files.rlim_cur < 3000)
            QSKIP("the system allows too few open files");
#endif
        TestServer server;
        std::vector<std::unique_ptr<QTcpSocket>> slow;
        for (int i = 0; i < 1000; ++i) {
            slow.push_back(std::make_unique<QTcpSocket>());
            slow.back()->connectToHost(u"127.0.0.1"_s, server.port);
            QVERIFY(slow.back()->waitForConnected(5000));
            slow.back()->write("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Le");
            QVERIFY(slow.back()->waitForBytesWritten(5000));
        }
        const qint64 before = memoryInUse();
        RawClient client(server.port);
        std::vector<qint64> times;
        for (int i = 0; i < 400; ++i) {
            QElapsedTimer time;
            time.start();
            client.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nok");
            QCOMPARE(client.receive().body, "ok"_ba);
            times.push_back(time.nsecsElapsed() / 1000);
            if (i % 100 == 0)
                slow[static_cast<std::size_t>(i)]->write("n");
        }
        std::sort(times.begin(), times.end());
        const qint64 p99 = times[times.size() * 99 / 100];
        qInfo("p99 beside 1,000 slow sockets: %lld us, memory %lld MB", p99,
              memoryInUse() / megabyte);
        QVERIFY(isSanitized || memoryInUse() - before < 20 * megabyte);
        QVERIFY(isSanitized || memoryInUse() < 100 * megabyte);
        QCOMPARE(server.connections(), 1001);
        QVERIFY2(p99 < 500'000, QByteArray::number(p99));
    }
};

QTEST_GUILESS_MAIN(TestHttpLimits)
#include "tst_httplimits.moc"
