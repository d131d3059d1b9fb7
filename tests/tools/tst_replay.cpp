#include <QtCore/QFile>
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
