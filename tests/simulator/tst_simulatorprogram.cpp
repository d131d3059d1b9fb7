#include "tests/simulator/rawclient.h"
#include "tests/simulator/requests.h"
#include "tests/support/simulator/scriptreader.h"
#include "tests/support/temporarydatadir.h"

#include <QtCore/QProcess>
#include <QtCore/QUrl>
#include <QtTest/QTest>

using namespace keyway;
using namespace keyway::simulator;
using namespace Qt::StringLiterals;

class TestSimulatorProgram : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsScripts()
    {
        const auto script = readScript(R"({
            "refused_keys": ["sk-bad"], "keyless": true, "credits": 12.5, "listed_models": ["a"],
            "bill": [{"day": "2026-11-20", "model": "m", "cost_nano": 5}],
            "default": {"answer": "hi"},
            "models": {"m": {
                "usage": {"input": 1, "cache_read": 2, "cache_write_short": 3,
                          "cache_write_long": 4, "output": 6, "reasoning": 5},
                "no_usage": true, "finish": "content_filter", "line_end": "crlf",
                "chunk_bytes": 1, "chunk_delay_ms": 7, "headers": {"x-a": "b"},
                "refused_parameters": ["top_p"], "fault_times": 2,
                "job": {"steps": 3, "step_ms": 4, "outcome": "failure", "link_life_ms": 9},
                "fault": {"kind": "status", "status": 429, "code": "slow_down",
                          "retry_after_date_s": 9}}}})");
        QVERIFY2(script.ok(), script.ok() ? "" : qPrintable(script.error().detail()));
        QCOMPARE(script->fallback.answer, u"hi"_s);
        QCOMPARE(script->refusedKeys, QStringList{u"sk-bad"_s});
        QVERIFY(script->keyless);
        const Behaviour behaviour = script->models.value(u"m"_s);
        QCOMPARE(behaviour.usage.cacheWriteLong, 4);
        QCOMPARE(behaviour.usage.output.value_or(0), 6);
        QCOMPARE(behaviour.finish, Behaviour::Finish::ContentFilter);
        QCOMPARE(behaviour.lineEnd, Behaviour::LineEnd::CrLf);
        QCOMPARE(behaviour.chunkDelay, std::chrono::milliseconds(7));
        QCOMPARE(behaviour.fault.status, 429);
        QCOMPARE(behaviour.fault.retryAfter.form, RetryAfter::Form::HttpDate);
        QCOMPARE(behaviour.fault.retryAfter.wait, std::chrono::milliseconds(9000));
        QCOMPARE(behaviour.faultTimes, 2);
        QCOMPARE(behaviour.job.steps, 3);
        QCOMPARE(behaviour.job.outcome, JobPlan::Outcome::Failure);
        QCOMPARE(behaviour.job.linkLife, std::chrono::milliseconds(9));
        QCOMPARE(script->bill.size(), 1);
        QCOMPARE(script->bill.first().cost, 5);
    }

    void refusesWrongScripts_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("place");
        QTest::newRow("no JSON") << "{"_ba << u"not JSON"_s;
        QTest::newRow("an array") << "[]"_ba << u"the script"_s;
        QTest::newRow("unknown at the top") << R"({"modells":{}})"_ba << u"modells"_s;
        QTest::newRow("unknown in a behaviour")
            << R"({"default":{"anser":"x"}})"_ba << u"default.anser"_s;
        QTest::newRow("wrong type") << R"({"default":{"answer":5}})"_ba << u"default.answer"_s;
        QTest::newRow("negative") << R"({"default":{"chunk_delay_ms":-1}})"_ba
                                  << u"default.chunk_delay_ms"_s;
        QTest::newRow("a fraction")
            << R"({"default":{"chunk_bytes":1.5}})"_ba << u"default.chunk_bytes"_s;
        QTest::newRow("unknown kind")
            << R"({"models":{"a":{"fault":{"kind":"x"}}}})"_ba << u"models.a.fault.kind"_s;
        QTest::newRow("no kind") << R"({"models":{"a":{"fault":{"status":500}}}})"_ba
                                 << u"models.a.fault.kind"_s;
        QTest::newRow("no status")
            << R"({"models":{"a":{"fault":{"kind":"status"}}}})"_ba << u"models.a.fault.status"_s;
        QTest::newRow("a redirect to nowhere")
            << R"({"models":{"a":{"fault":{"kind":"redirect","status":308}}}})"_ba
            << u"models.a.fault.location"_s;
        QTest::newRow("a redirect of 200")
            << R"({"models":{"a":{"fault":{"kind":"redirect","status":200,"location":"/"}}}})"_ba
            << u"models.a.fault.status"_s;
        QTest::newRow("two waits")
            << R"({"default":{"fault":{"kind":"status","status":429,"retry_after_s":1,)"
               R"("retry_after_ms":1}}})"_ba
            << u"default.fault.retry_after_ms"_s;
        QTest::newRow("a header with a line end")
            << R"({"default":{"headers":{"a":"b\nc: d"}}})"_ba << u"default.headers.a"_s;
        QTest::newRow("a bill without a day")
            << R"({"bill":[{"model":"m"}]})"_ba << u"bill[0].day"_s;
        QTest::newRow("reasoning above output")
            << R"({"default":{"usage":{"output":1,"reasoning":2}}})"_ba
            << u"default.usage.reasoning"_s;
    }
    void refusesWrongScripts()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, place);
        const auto script = readScript(json);
        QVERIFY(!script.ok());
        QVERIFY2(script.error().detail().startsWith(place), qPrintable(script.error().detail()));
    }

    void theExampleOfTheHelpIsGood()
    {
        const QString help = scriptHelp();
        const qsizetype at = help.indexOf("Example:\n"_L1);
        QVERIFY(at > 0);
        const auto script = readScript(help.mid(at + 9).toUtf8());
        QVERIFY2(script.ok(), script.ok() ? "" : qPrintable(script.error().detail()));
        QCOMPARE(script->models.size(), 2);
    }

    void runsAsAProgram()
    {
        const TemporaryDataDir dir;
        const QString record = dir.filePath(u"record.jsonl"_s);
        QFile script(dir.filePath(u"script.json"_s));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write(R"({"models":{"m":{"answer":"scripted"}}})");
        script.close();

        QProcess process;
        process.start(program(), {u"--script"_s, script.fileName(), u"--record"_s, record});
        QVERIFY(process.waitForReadyRead(10'000));
        const QByteArray line = process.readAllStandardOutput();
        QVERIFY2(line.startsWith("listening on http://127.0.0.1:"), line.constData());
        QCOMPARE(line.count('\n'), 1);
        RawClient client(quint16(QUrl(QString::fromLatin1(line.mid(13).trimmed())).port()));
        client.send(openAiRequest("m", false));
        QVERIFY(client.receive().body.contains("scripted"));

        QFile file(record);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject entry = QJsonDocument::fromJson(file.readAll()).object();
        QCOMPARE(entry.value("method"_L1), "POST"_L1);
        QCOMPARE(entry.value("path"_L1), "/v1/chat/completions"_L1);
        QVERIFY(entry.value("headers"_L1)
                    .toArray()
                    .contains(QJsonArray{u"Authorization"_s, u"Bearer sk-good"_s}));
        QCOMPARE(QByteArray::fromBase64(entry.value("body"_L1).toString().toLatin1()),
                 promptJson("m", false));

        process.terminate();
        QVERIFY(process.waitForFinished(10'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 0);
    }

    void listsTheServices()
    {
        QProcess process;
        process.start(program(), {u"--list-services"_s});
        QVERIFY(process.waitForFinished(10'000));
        QCOMPARE(process.exitCode(), 0);
        const QByteArray list = process.readAllStandardOutput();
        QCOMPARE(list.count('\n'), 18);
        QVERIFY2(list.contains("/openrouter/api/v1"), list.constData());
        QVERIFY2(list.contains("/azure/openai/v1"), list.constData());
        QVERIFY(!list.contains("/files"));
    }

    void complainsAndEnds_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("no such script")
            << QStringList{u"--script"_s, u"/nowhere/x.json"_s} << "/nowhere/x.json"_ba;
        QTest::newRow("wrong port") << QStringList{u"--port"_s, u"70000"_s} << "--port"_ba;
        QTest::newRow("positional") << QStringList{u"surplus"_s} << "surplus"_ba;
    }
    void complainsAndEnds()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, words);
        QProcess process;
        process.start(program(), arguments);
        QVERIFY(process.waitForFinished(10'000));
        QCOMPARE(process.exitCode(), 2);
        QVERIFY(process.readAllStandardOutput().isEmpty());
        const QByteArray complaint = process.readAllStandardError();
        QVERIFY2(complaint.contains(words), complaint.constData());
    }

private:
    static QString program()
    {
        return qEnvironmentVariable("KEYWAY_BIN_DIR") + u"/keyway-provider-simulator"_s;
    }
};

QTEST_GUILESS_MAIN(TestSimulatorProgram)
#include "tst_simulatorprogram.moc"
