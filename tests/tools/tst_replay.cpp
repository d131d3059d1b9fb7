#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;

/// keyway-replay as people run it.
class TestReplay : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void printsALineForEachEntry_data();
    void printsALineForEachEntry();
    void readsLooksAtJobs_data();
    void readsLooksAtJobs();
    void refusesWhatItCannotRead_data();
    void refusesWhatItCannotRead();

private:
    struct Run {
        int exitCode = -1;
        QByteArray out;
        QByteArray err;
    };
    Run run(const QByteArray &manifest, const QStringList &options = {});
};

namespace {

const QByteArray entry
    = R"({"id": "a", "service": "openai", "wire": "openai-chat", "status": 429, "stream": true,
          "headers_file": "headers", "body_file": "body", "model": null,
          "at": "2026-11-22T12:00:00Z"})";

} // namespace

TestReplay::Run TestReplay::run(const QByteArray &manifest, const QStringList &options)
{
    QTemporaryDir folder;
    const auto write = [&folder](const QString &name, const QByteArray &content) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(content);
    };
    write(u"manifest.json"_s, manifest);
    write(u"headers"_s, "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 120\r\n\r\nbody");
    write(u"body"_s, R"({"error": {"code": "rate_limit_exceeded", "message": "Slow down."}})");
    QProcess tool;
    tool.start(qEnvironmentVariable("KEYWAY_BIN_DIR") + u"/keyway-replay"_s,
               QStringList{folder.filePath(u"manifest.json"_s)} + options);
    tool.waitForFinished();
    return {tool.exitCode(), tool.readAllStandardOutput(), tool.readAllStandardError()};
}

void TestReplay::printsALineForEachEntry_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("whole") << QStringList{};
    QTest::newRow("bytes") << QStringList{u"--split"_s, u"bytes"_s};
    QTest::newRow("random") << QStringList{u"--split"_s, u"random:7"_s};
}

void TestReplay::printsALineForEachEntry()
{
    QFETCH(QStringList, options);
    const Run done = run('[' + entry + ',' + entry + ']', options);
    QCOMPARE(done.exitCode, 0);
    const QByteArrayList lines = done.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    // Two minutes are longer than a request waits, so the next service is asked.
    const QByteArray expected = R"({"id": "a", "outcome": "failed", "error_kind": "ratelimited",
        "retry": "next", "model": null, "usage": {}, "cost_state": "exact", "platform_cost_nano": 0,
        "text_sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"})";
    QCOMPARE(QJsonDocument::fromJson(lines.first()).object(),
             QJsonDocument::fromJson(expected).object());
}

void TestReplay::readsLooksAtJobs_data()
{
    QTest::addColumn<QString>("wire");
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("model");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const QString &wire, const QString &body, const QString &model,
                        const QByteArray &expected) {
        QTest::addRow("%s, %s", qPrintable(wire), qPrintable(body))
            << wire << body << model << expected;
    };
    const QString runway = u"runway-task"_s;
    const QString gen = u"gen4.5"_s;
    const QByteArray goesOn = R"({"outcome": "unknown", "error_kind": null, "retry": "never",
        "cost_state": "unknown", "platform_cost_nano": null, "usage": {}})";
    row(runway, u"runway/jobs/running"_s, gen, goesOn);
    row(runway, u"runway/jobs/succeeded"_s, gen,
        R"({"outcome": "completed", "error_kind": null, "retry": "never", "model": "gen4.5",
            "usage": {"credits": 60000}, "cost_state": "exact", "platform_cost_nano": 600000000})");
    row(runway, u"runway/jobs/failed"_s, gen,
        R"({"outcome": "failed", "error_kind": "rejected", "retry": "never",
            "cost_state": "exact", "platform_cost_nano": 0})");
    row(runway, u"runway/jobs/failed-safety"_s, gen,
        R"({"outcome": "filtered", "error_kind": null, "retry": "never",
            "cost_state": "exact", "platform_cost_nano": 600000000})");
    const QString luma = u"luma-generation"_s;
    row(luma, u"luma/jobs/queued"_s, u"ray-2"_s, goesOn);
    // Luma tells no cost, and nobody knows its prices.
    row(luma, u"luma/jobs/completed"_s, u"ray-2"_s,
        R"({"outcome": "completed", "error_kind": null, "retry": "never", "model": "ray-2",
            "usage": {"video_seconds": 5}, "cost_state": "unknown", "platform_cost_nano": null})");
    row(luma, u"luma/jobs/failed-moderation"_s, u"ray-2"_s,
        R"({"outcome": "filtered", "retry": "never", "cost_state": "unknown"})");
    const QString replicate = u"replicate-prediction"_s;
    row(replicate, u"replicate/jobs/processing"_s, u"google/veo-3.1"_s, goesOn);
    row(replicate, u"replicate/jobs/canceled"_s, u"google/veo-3.1"_s,
        R"({"outcome": "cancelled", "error_kind": "cancelled", "retry": "never"})");
    row(replicate, u"replicate/jobs/failed"_s, u"google/veo-3.1"_s,
        R"({"outcome": "failed", "error_kind": "rejected", "retry": "never"})");
    const QString gemini = u"gemini-interactions"_s;
    const QString omni = u"gemini-omni-1.2-flash"_s;
    row(gemini, u"gemini/jobs/in-progress"_s, omni, goesOn);
    // Three seconds are the model's usual length.
    row(gemini, u"gemini/jobs/completed"_s, omni,
        R"({"outcome": "completed", "error_kind": null, "retry": "never",
            "model": "gemini-omni-1.2-flash", "usage": {"video_seconds": 3},
            "cost_state": "estimated", "platform_cost_nano": 210000000})");
    row(gemini, u"gemini/interactions/json"_s, {}, R"({"outcome": "completed"})");
}

void TestReplay::readsLooksAtJobs()
{
    QFETCH(QString, wire);
    QFETCH(QString, body);
    QFETCH(QString, model);
    QFETCH(QByteArray, expected);
    const QJsonObject look{
        {u"id"_s, u"a"_s},
        {u"service"_s, wire.section(u'-', 0, 0)},
        {u"wire"_s, wire},
        {u"status"_s, 200},
        {u"stream"_s, false},
        {u"headers_file"_s, QJsonValue()},
        {u"body_file"_s, qEnvironmentVariable("KEYWAY_TEST_DATA") + u'/' + body + u".body"_s},
        {u"model"_s, model.isEmpty() ? QJsonValue() : QJsonValue(model)},
        {u"at"_s, u"2026-11-22T12:00:00Z"_s}};
    const Run done = run(QJsonDocument(QJsonArray{look}).toJson());
    QVERIFY2(done.exitCode == 0, done.err.constData());
    const QJsonObject line = QJsonDocument::fromJson(done.out).object();
    const QJsonObject wanted = QJsonDocument::fromJson(expected).object();
    QVERIFY(!wanted.isEmpty());
    for (auto it = wanted.begin(); it != wanted.end(); ++it)
        QVERIFY2(line.value(it.key()) == it.value(), done.out.constData());
}

void TestReplay::refusesWhatItCannotRead_data()
{
    QTest::addColumn<QByteArray>("manifest");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("words");
    const auto changed = [](const char *before, const char *after) {
        return '[' + QByteArray(entry).replace(before, after) + ']';
    };
    QTest::newRow("no JSON") << "["_ba << QStringList{} << "manifest.json"_ba;
    QTest::newRow("no array") << "{}"_ba << QStringList{} << "expected an array"_ba;
    QTest::newRow("unknown wire") << changed("openai-chat", "smoke") << QStringList{}
                                  << "one of openai-chat"_ba;
    QTest::newRow("no such file") << changed("\"body\"", "\"none\"") << QStringList{}
                                  << "body_file"_ba;
    QTest::newRow("no time") << changed("2026-11-22T12:00:00Z", "today") << QStringList{}
                             << "a time such as"_ba;
    QTest::newRow("unknown split")
        << "[]"_ba << QStringList{u"--split"_s, u"words"_s} << "usage:"_ba;
}

void TestReplay::refusesWhatItCannotRead()
{
    QFETCH(QByteArray, manifest);
    QFETCH(QStringList, options);
    QFETCH(QByteArray, words);
    const Run done = run(manifest, options);
    QCOMPARE(done.exitCode, 2);
    QVERIFY(done.out.isEmpty());
    QVERIFY2(done.err.contains(words), done.err.constData());
}

QTEST_GUILESS_MAIN(TestReplay)
#include "tst_replay.moc"
