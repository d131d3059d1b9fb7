#include "tests/simulator/rawclient.h"
#include "tests/simulator/requests.h"
#include "tests/support/simulator/providersimulator.h"

#include <QtCore/QLocale>
#include <QtTest/QTest>

using namespace keyway;
using namespace keyway::simulator;
using namespace Qt::StringLiterals;

using Outcome = HttpConnection::Outcome;
using Ms = std::chrono::milliseconds;

class TestSimulatorFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_provider.start().ok()); }
    void init()
    {
        m_provider.setScript({});
        m_provider.clear();
    }

    void statusesTakeTheWiresShape_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QStringList>("path");
        QTest::addColumn<QString>("expected");
        const QByteArray openAi = openAiRequest("m", true);
        const QByteArray anthropic = anthropicRequest("m", true);
        const QByteArray stability = stabilityRequest("core");
        const auto row = [](const char *name, const QByteArray &request, int status,
                            const QString &code, const char *path, const QString &expected) {
            QTest::newRow(name) << request << status << code
                                << QString::fromLatin1(path).split(u'.') << expected;
        };
        row("OpenAI 401", openAi, 401, {}, "error.code", u"invalid_api_key"_s);
        row("OpenAI 403", openAi, 403, {}, "error.type", u"request_forbidden"_s);
        row("OpenAI 404", openAi, 404, {}, "error.code", u"model_not_found"_s);
        row("OpenAI 429", openAi, 429, {}, "error.code", u"rate_limit_exceeded"_s);
        row("OpenAI 429 no money", openAi, 429, u"insufficient_quota"_s, "error.type",
            u"insufficient_quota"_s);
        row("OpenAI 500", openAi, 500, {}, "error.type", u"server_error"_s);
        row("OpenAI 503", openAi, 503, {}, "error.code", u"server_is_overloaded"_s);
        row("Anthropic 401", anthropic, 401, {}, "error.type", u"authentication_error"_s);
        row("Anthropic 402", anthropic, 402, {}, "error.type", u"billing_error"_s);
        row("Anthropic 429", anthropic, 429, {}, "error.type", u"rate_limit_error"_s);
        row("Anthropic 429 no money", anthropic, 429, u"enforced_spend_limit_reached"_s,
            "error.details.error_code", u"enforced_spend_limit_reached"_s);
        row("Anthropic 500", anthropic, 500, {}, "error.type", u"api_error"_s);
        row("Anthropic 502", anthropic, 502, {}, "type", u"error"_s);
        row("Anthropic 529", anthropic, 529, {}, "error.type", u"overloaded_error"_s);
        row("Stability AI 402", stability, 402, {}, "name", u"payment_required"_s);
        row("Stability AI 403", stability, 403, {}, "name", u"content_moderation"_s);
        row("Stability AI 429", stability, 429, {}, "name", u"rate_limit_exceeded"_s);
        row("Stability AI 500", stability, 500, {}, "name", u"internal_error"_s);
    }
    void statusesTakeTheWiresShape()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        QFETCH(QString, code);
        QFETCH(QStringList, path);
        QFETCH(QString, expected);
        setFault(Fault::answers(status, code));
        const RawAnswer answer = ask(request);
        QCOMPARE(answer.status(), status);
        QCOMPARE(answer.header("content-type"), "application/json"_ba);
        QJsonValue value = answer.json();
        for (const QString &name : path)
            value = value.toObject().value(name);
        QCOMPARE(value.toString(), expected);
    }

    void asksToWaitInThreeWays()
    {
        setFault(Fault::answers(429, {}, {RetryAfter::Form::Seconds, Ms(2500)}));
        QCOMPARE(ask(openAiRequest("m", true)).header("retry-after"), "3"_ba);
        setFault(Fault::answers(429, {}, {RetryAfter::Form::Milliseconds, Ms(250)}));
        const RawAnswer milliseconds = ask(openAiRequest("m", true));
        QCOMPARE(milliseconds.header("retry-after-ms"), "250"_ba);
        QVERIFY(milliseconds.header("retry-after").isEmpty());
        setFault(Fault::answers(429, {}, {RetryAfter::Form::HttpDate, Ms(60'000)}));
        const QString text
            = QString::fromLatin1(ask(openAiRequest("m", true)).header("retry-after"));
        QDateTime until = QLocale::c().toDateTime(text, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
        QVERIFY2(until.isValid(), qPrintable(text));
        until.setTimeSpec(Qt::UTC);
        QVERIFY(qAbs(QDateTime::currentDateTimeUtc().secsTo(until) - 60) <= 5);
    }

    void failsTheFirstTimesThenWorks()
    {
        Behaviour behaviour;
        behaviour.fault = Fault::answers(529);
        behaviour.faultTimes = 2;
        m_provider.setBehaviour(u"m"_s, behaviour);
        QList<int> statuses;
        for (int i = 0; i < 4; ++i)
            statuses.append(ask(openAiRequest("m", true)).status());
        QCOMPARE(statuses, (QList<int>{529, 529, 200, 200}));
        QCOMPARE(ask(openAiRequest("other", true)).status(), 200);
        m_provider.setBehaviour(u"m"_s, behaviour);
        QCOMPARE(ask(openAiRequest("m", true)).status(), 529);
    }

    void redirects_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {301, 302, 303, 307, 308})
            QTest::addRow("%d", status) << status;
    }
    void redirects()
    {
        QFETCH(int, status);
        setFault(Fault::redirects(status, "http://127.0.0.1:9/elsewhere"_ba));
        for (const QByteArray &request : {openAiRequest("m", true), stabilityRequest("core")}) {
            const RawAnswer answer = ask(request);
            QCOMPARE(answer.status(), status);
            QCOMPARE(answer.header("location"), "http://127.0.0.1:9/elsewhere"_ba);
        }
    }

    void cutsAfterWords_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::newRow("OpenAI") << openAiRequest("m", true);
        QTest::newRow("Anthropic") << anthropicRequest("m", true);
    }
    void cutsAfterWords()
    {
        QFETCH(QByteArray, request);
        setFault(Fault::of(Fault::Kind::CutAfterWords, 2), u"alpha beta gamma delta"_s);
        RawClient client(m_provider.port());
        client.send(request);
        const RawAnswer answer = client.receive();
        QVERIFY(client.isClosed());
        QVERIFY(!answer.complete);
        QVERIFY(answer.body.contains("beta"));
        QVERIFY(!answer.body.contains("gamma"));
        QCOMPARE(m_provider.requests().last().outcome, Outcome::Broken);
    }

    void cutsAfterBytes_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::newRow("stream") << openAiRequest("m", true);
        QTest::newRow("whole") << anthropicRequest("m", false);
        QTest::newRow("picture") << stabilityRequest("core");
    }
    void cutsAfterBytes()
    {
        QFETCH(QByteArray, request);
        for (const int bytes : {0, 1, 77}) {
            setFault(Fault::of(Fault::Kind::CutAfterBytes, bytes));
            RawClient client(m_provider.port());
            client.send(request);
            const RawAnswer answer = client.receive();
            QCOMPARE(answer.status(), 200);
            QVERIFY(client.isClosed());
            QVERIFY(!answer.complete);
            QCOMPARE(answer.body.size(), bytes);
        }
    }

    void closesWithoutAnAnswer()
    {
        setFault(Fault::of(Fault::Kind::Close));
        RawClient client(m_provider.port());
        client.send(openAiRequest("m", true));
        QVERIFY(client.receive().head.isEmpty());
        QVERIFY(client.isClosed());
        QCOMPARE(m_provider.requests().last().outcome, Outcome::Broken);
    }

    void hangsAndNoticesThatTheClientLeft()
    {
        setFault(Fault::of(Fault::Kind::Hang));
        RawClient client(m_provider.port());
        client.send(openAiRequest("m", true));
        QVERIFY(client.receive(200).head.isEmpty());
        QVERIFY(!client.isClosed(50));
        QCOMPARE(m_provider.requests().last().outcome, Outcome::Pending);
        client.abort();
        QTRY_COMPARE(m_provider.requests().last().outcome, Outcome::Abandoned);
    }

    void stallsAfterWords()
    {
        setFault(Fault::of(Fault::Kind::StallAfterWords, 1), u"alpha beta"_s);
        RawClient client(m_provider.port());
        client.send(anthropicRequest("m", true));
        const RawAnswer answer = client.receive(300);
        QVERIFY(answer.body.contains("alpha"));
        QVERIFY(!answer.body.contains("beta"));
        QVERIFY(!answer.complete);
        QVERIFY(!client.isClosed(50));
    }

    void errorsInsideAStream()
    {
        setFault(Fault::of(Fault::Kind::ErrorAfterWords, 1), u"alpha beta"_s);
        RawAnswer answer = ask(anthropicRequest("m", true));
        QCOMPARE(answer.status(), 200);
        QVERIFY(answer.complete);
        QVERIFY(answer.body.contains("alpha"));
        QVERIFY(!answer.body.contains("beta"));
        QVERIFY(answer.body.contains("event: error\n"));
        QVERIFY(answer.body.contains(R"("type":"overloaded_error")"));
        QVERIFY(!answer.body.contains("message_stop"));

        answer = ask(openAiRequest("m", true));
        QVERIFY(answer.body.contains(R"(data: {"error":{)"));
        QVERIFY(!answer.body.contains("[DONE]"));
        QCOMPARE(ask(openAiRequest("m", false)).status(), 500);
    }

    void sendsWhatNoParserShouldTrust_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::newRow("OpenAI stream") << openAiRequest("m", true);
        QTest::newRow("OpenAI whole") << openAiRequest("m", false);
        QTest::newRow("Anthropic stream") << anthropicRequest("m", true);
        QTest::newRow("Anthropic whole") << anthropicRequest("m", false);
    }
    void sendsWhatNoParserShouldTrust()
    {
        QFETCH(QByteArray, request);
        const bool streams = request.contains(R"("stream":true)");
        setFault(Fault::of(Fault::Kind::Html));
        RawAnswer answer = ask(request);
        QCOMPARE(answer.status(), 200);
        QVERIFY(answer.header("content-type").startsWith("text/html"));

        setFault(Fault::of(Fault::Kind::BadJson));
        answer = ask(request);
        QVERIFY(answer.complete);
        int broken = 0;
        for (const QByteArray &line : answer.body.split('\n')) {
            const QByteArray data = streams ? line.mid(6) : line;
            if ((streams && !line.startsWith("data: ")) || data == "[DONE]")
                continue;
            broken += QJsonDocument::fromJson(data).isNull();
        }
        QCOMPARE(broken, 1);

        setFault(Fault::of(Fault::Kind::InvalidUtf8));
        answer = ask(request);
        QVERIFY(answer.complete);
        QVERIFY(answer.body.contains("\xC3\x28\xFF"));
    }

    void answersWithABodyAndHeadersOfTheTestsOwn()
    {
        Behaviour behaviour;
        behaviour.fault = Fault::answers(502);
        behaviour.fault.body = "<h1>Bad gateway</h1>"_ba;
        behaviour.headers = {{"x-should-retry"_ba, "false"_ba}};
        m_provider.setBehaviour(u"m"_s, behaviour);
        const RawAnswer answer = ask(openAiRequest("m", true));
        QCOMPARE(answer.status(), 502);
        QCOMPARE(answer.body, "<h1>Bad gateway</h1>"_ba);
        QCOMPARE(answer.header("x-should-retry"), "false"_ba);
    }

    void delays()
    {
        Behaviour behaviour;
        behaviour.answer = u"a b c d"_s;
        behaviour.headersDelay = Ms(120);
        behaviour.firstByteDelay = Ms(120);
        behaviour.chunkDelay = Ms(20);
        m_provider.setBehaviour(u"m"_s, behaviour);
        const RawAnswer answer = ask(openAiRequest("m", true));
        QVERIFY(answer.complete);
        QCOMPARE(answer.chunks, 7); // role, four words, finish, [DONE]
        // Lower bounds alone: a slow machine may be late, never early.
        QVERIFY2(answer.headMs >= 115, qPrintable(QString::number(answer.headMs)));
        QVERIFY2(answer.bodyMs >= 235, qPrintable(QString::number(answer.bodyMs)));
        QVERIFY2(answer.endMs >= 355, qPrintable(QString::number(answer.endMs)));
    }

    void recordsRequestsAsTheyCame()
    {
        const QByteArray first = openAiRequest("m", false, R"(,"metadata":{"note":"Grüße"})");
        RawClient client(m_provider.port());
        // In single bytes, and two on one connection.
        for (const char byte : first)
            client.send(QByteArray(1, byte));
        QCOMPARE(client.receive().status(), 200);
        client.send(
            get("/v1/models?limit=3", "X-API-KEY: sk-second\r\nanthropic-version: 2023-06-01\r\n"));
        QCOMPARE(client.receive().status(), 200);

        const QList<RecordedRequest> requests = m_provider.requests();
        QCOMPARE(requests.size(), 2);
        const qsizetype split = first.indexOf("\r\n\r\n") + 4;
        QCOMPARE(requests.at(0).head, first.left(split));
        QCOMPARE(requests.at(0).body, first.mid(split));
        QCOMPARE(requests.at(0).key, "sk-good"_ba);
        QCOMPARE(requests.at(0).model, u"m"_s);
        QCOMPARE(requests.at(0).outcome, Outcome::Answered);
        QCOMPARE(requests.at(1).target, "/v1/models?limit=3"_ba);
        QCOMPARE(requests.at(1).header("x-api-key"), "sk-second"_ba);
        QVERIFY(requests.at(1).head.contains("X-API-KEY: "));
        QCOMPARE(requests.at(1).connection, requests.at(0).connection);
        QCOMPARE(m_provider.connectionCount(), 1);
        m_provider.clear();
        QVERIFY(m_provider.requests().isEmpty());
    }

    void theOutcomeIsKnownWhenTheClientHasTheAnswer()
    {
        for (int i = 0; i < 200; ++i) {
            QVERIFY(ask(openAiRequest("m", i % 2 == 0)).complete);
            QCOMPARE(m_provider.requests().last().outcome, Outcome::Answered);
        }
    }

    void takesChunkedBodies()
    {
        const QByteArray body = promptJson("m", false);
        QByteArray request = "POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\n"
                             "Authorization: Bearer k\r\nContent-Type: application/json\r\n"
                             "Transfer-Encoding: chunked\r\n\r\n";
        for (qsizetype at = 0; at < body.size(); at += 7) {
            const QByteArray part = body.mid(at, 7);
            request += QByteArray::number(part.size(), 16) + "\r\n" + part + "\r\n";
        }
        QCOMPARE(ask(request + "0\r\n\r\n").status(), 200);
        QCOMPARE(m_provider.requests().last().body, body);
    }

    void answersPipelinedRequestsInOrder()
    {
        Behaviour slow;
        slow.answer = u"slow"_s;
        slow.headersDelay = Ms(100);
        m_provider.setBehaviour(u"slow"_s, slow);
        Behaviour fast;
        fast.answer = u"fast"_s;
        m_provider.setBehaviour(u"fast"_s, fast);
        RawClient client(m_provider.port());
        client.send(openAiRequest("slow", false) + openAiRequest("fast", false));
        QVERIFY(client.receive().body.contains("slow"));
        QVERIFY(client.receive().body.contains("fast"));
    }

    void refusesWhatIsNoHttp()
    {
        RawClient client(m_provider.port());
        client.send("this is no request\r\n\r\n");
        QCOMPARE(client.receive().status(), 400);
        QVERIFY(client.isClosed());
        QVERIFY(m_provider.requests().isEmpty());
    }

    void stopsInTheMiddleOfAnAnswerAndStartsAgain()
    {
        setFault(Fault::of(Fault::Kind::Hang));
        ProviderSimulator provider;
        QVERIFY(provider.start().ok());
        provider.setScript(m_provider.script());
        const quint16 port = provider.port();
        RawClient client(port);
        client.send(openAiRequest("m", true));
        QTRY_COMPARE(provider.requests().size(), 1);
        provider.stop();
        QVERIFY(client.isClosed());
        QCOMPARE(provider.requests().last().outcome, Outcome::Broken);
        QTcpSocket refused;
        refused.connectToHost(u"127.0.0.1"_s, port);
        QVERIFY(!refused.waitForConnected(2000));
        QVERIFY(provider.start(port).ok());
        QCOMPARE(provider.port(), port);
        QCOMPARE(ProviderSimulator().start(port).error().kind(), Error::Kind::Network);
    }

    void serves64StreamsAtOnce()
    {
        Behaviour behaviour;
        behaviour.chunkDelay = Ms(2);
        m_provider.setDefaultBehaviour(behaviour);
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 64; ++i) {
            clients.push_back(std::make_unique<RawClient>(m_provider.port()));
            clients.back()->send(openAiRequest("m", true));
        }
        for (const auto &client : clients)
            QVERIFY(client->receive().complete);
        QCOMPARE(m_provider.connectionCount(), 64);
    }

private:
    void setFault(Fault fault, const QString &answer = u"one two three"_s)
    {
        Behaviour behaviour;
        behaviour.answer = answer;
        behaviour.fault = std::move(fault);
        m_provider.setDefaultBehaviour(behaviour);
    }
    RawAnswer ask(const QByteArray &request)
    {
        RawClient client(m_provider.port());
        client.send(request);
        return client.receive();
    }

    ProviderSimulator m_provider;
};

QTEST_GUILESS_MAIN(TestSimulatorFaults)
#include "tst_simulatorfaults.moc"
