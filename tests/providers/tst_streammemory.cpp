#include "core/providers/anthropicparser.h"
#include "core/providers/geminiparser.h"
#include "core/providers/jsonarrayparser.h"
#include "core/providers/ndjsonparser.h"
#include "core/providers/ollamaparser.h"
#include "tests/support/sanitizers.h"

#include <QtCore/QFile>
#include <QtTest/QTest>

using namespace keyway;
using namespace Qt::StringLiterals;

/// Streams of 100 MB, as they come when a service never stops: what has been read must not stay in
/// memory.
class TestStreamMemory : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void staysFlat_data();
    void staysFlat();
};

namespace {

constexpr qint64 streamSize = 100 * 1024 * 1024;
constexpr qint64 mostGrowth = 8 * 1024 * 1024;

/// Of this process, in bytes; nothing where the system does not tell in this way.
std::optional<qint64> memoryInUse()
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArrayList lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmRSS:"))
            return line.sliced(6).simplified().split(' ').first().toLongLong() * 1024;
    }
    return std::nullopt;
}

/// Feeds `piece` again and again; how many events came out, 0 where the parser gave up.
template <class Parser> qint64 fed(Parser parser, const QByteArray &start, const QByteArray &piece)
{
    qint64 events = parser.feed(start).size();
    qint64 bytes = 0;
    for (; bytes < streamSize; bytes += piece.size())
        events += parser.feed(piece).size();
    if constexpr (requires { parser.isDone(); })
        return parser.isDone() ? 0 : bytes / 2000;
    else
        return parser.overflowed() ? 0 : events;
}

} // namespace

void TestStreamMemory::staysFlat_data()
{
    QTest::addColumn<QString>("parser");
    for (const char *parser : {"events", "lines", "array", "anthropic", "gemini", "ollama"})
        QTest::newRow(parser) << QString::fromLatin1(parser);
}

void TestStreamMemory::staysFlat()
{
    QFETCH(QString, parser);
    const std::optional<qint64> before = memoryInUse();
    if (!before)
        QSKIP("this system does not tell how much memory a process uses");
    // Pieces end inside an event. What the parsers read is not text: text is kept, it is the
    // answer.
    const QByteArray filling(2000, 'x');
    const QByteArray thought = "ta: {\"type\":\"content_block_delta\",\"delta\":{\"type\":"
                               "\"thinking_delta\",\"thinking\":\""
        + filling + "\"}}\n\nda";
    const QByteArray chunk
        = "ta: {\"candidates\":[{\"content\":{\"parts\":[{\"thought\":true,\"text\":\"" + filling
        + "\"}]}}]}\r\n\r\nda";
    const QByteArray line = "\"message\":{\"content\":\"\",\"thinking\":\"" + filling + "\"}}\n{";
    qint64 events = 0;
    if (parser == "events"_L1)
        events = fed(SseParser(), "da", thought);
    else if (parser == "lines"_L1)
        events = fed(NdjsonParser(), "{", line);
    else if (parser == "array"_L1)
        events = fed(JsonArrayParser(), "[{", line.chopped(1) + ",{");
    else if (parser == "anthropic"_L1)
        events = fed(AnthropicParser(), "da", thought.repeated(8));
    else if (parser == "gemini"_L1)
        events = fed(GeminiParser({}), "da", chunk.repeated(8));
    else
        events = fed(OllamaParser(), "{", line.repeated(8));
    QVERIFY2(events > 40'000, qPrintable(QString::number(events)));
    const qint64 growth = memoryInUse().value_or(0) - *before;
    QVERIFY2(isSanitized || growth < mostGrowth, qPrintable(u"%1 bytes more"_s.arg(growth)));
}

QTEST_GUILESS_MAIN(TestStreamMemory)
#include "tst_streammemory.moc"
