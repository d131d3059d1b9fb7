#include "core/providers/sseparser.h"
#include "tests/providers/exchanges.h"

#include <QtTest/QTest>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {
QList<SseEvent> eventsIn(const QByteArray &body, const QList<qsizetype> &splits)
{
    SseParser parser;
    QList<SseEvent> events;
    qsizetype from = 0;
    for (const qsizetype to : splits) {
        events += parser.feed(QByteArrayView(body).sliced(from, to - from));
        from = to;
    }
    events += parser.feed(QByteArrayView(body).sliced(from));
    return events + parser.finish();
}
} // namespace

class TestSseParser : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsEventsHoweverTheBytesCome_data();
    void findsEventsHoweverTheBytesCome();
    void givesAnEventOutAtItsBlankLine();
    void limitsLinesAndEvents();
    void survivesAnything();
};

void TestSseParser::findsEventsHoweverTheBytesCome_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QList<SseEvent>>("expected");
    using Events = QList<SseEvent>;
    QTest::newRow("LF") << "data: a\n\ndata: b\n\n"_ba << Events{{{}, "a"}, {{}, "b"}};
    QTest::newRow("CRLF") << "data: a\r\n\r\ndata: b\r\n\r\n"_ba << Events{{{}, "a"}, {{}, "b"}};
    QTest::newRow("CR") << "data: a\r\rdata: b\r\r"_ba << Events{{{}, "a"}, {{}, "b"}};
    QTest::newRow("mixed ends") << "data: a\r\ndata: b\rdata: c\n\r\ndata: d\n\r"_ba
                                << Events{{{}, "a\nb\nc"}, {{}, "d"}};
    QTest::newRow("named") << "event: ping\ndata: {}\n\ndata: x\n\n"_ba
                           << Events{{"ping", "{}"}, {{}, "x"}};
    QTest::newRow("comments") << ": keep-alive\n\n: OPEN\ndata: a\n:\n\n"_ba << Events{{{}, "a"}};
    QTest::newRow("one space is dropped")
        << "data:  a\n\ndata:b\n\n"_ba << Events{{{}, " a"}, {{}, "b"}};
    QTest::newRow("several data lines")
        << "data: a\ndata:\ndata: b\n\n"_ba << Events{{{}, "a\n\nb"}};
    QTest::newRow("field without colon") << "data\n\n"_ba << Events{{{}, ""}};
    QTest::newRow("other fields") << "id: 7\nretry: 10\nfoo: bar\ndata: a\n\n"_ba
                                  << Events{{{}, "a"}};
    QTest::newRow("event without data") << "event: x\n\ndata: a\n\n"_ba << Events{{{}, "a"}};
    QTest::newRow("byte order mark") << "\xEF\xBB\xBF"
                                        "data: a\n\n"_ba
                                     << Events{{{}, "a"}};
    QTest::newRow("no blank line at the end")
        << "data: a\n\ndata: [DONE]"_ba << Events{{{}, "a"}, {{}, "[DONE]"}};
    QTest::newRow("colons in data") << "data: {\"a\": 1}\n\n"_ba << Events{{{}, "{\"a\": 1}"}};
    QTest::newRow("UTF-8") << "data: \xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80\n\n"_ba
                           << Events{{{}, "\xC3\xA4\xE2\x82\xAC\xF0\x9F\x98\x80"}};
    QTest::newRow("nothing") << QByteArray() << Events{};
}

void TestSseParser::findsEventsHoweverTheBytesCome()
{
    QFETCH(QByteArray, body);
    QFETCH(QList<SseEvent>, expected);
    const auto ways = waysToSplit(body.size());
    for (const auto &splits : ways)
        QCOMPARE(eventsIn(body, splits), expected);
}

void TestSseParser::givesAnEventOutAtItsBlankLine()
{
    SseParser parser;
    QVERIFY(parser.feed("data: a\n").isEmpty());
    QCOMPARE(parser.feed("\n").size(), 1);
    QVERIFY(parser.feed("data: b\r").isEmpty());
    // A lone CR ends the line at once; a LF after it belongs to it.
    QCOMPARE(parser.feed("\r").size(), 1);
    QVERIFY(parser.feed("\n").isEmpty());
    QVERIFY(parser.finish().isEmpty());
}

void TestSseParser::limitsLinesAndEvents()
{
    const QByteArray piece(1024 * 1024, 'x');
    SseParser longLine;
    longLine.feed("data: ");
    for (int i = 0; i < 9; ++i)
        QVERIFY(longLine.feed(piece).isEmpty());
    QVERIFY(longLine.overflowed());
    QVERIFY(longLine.feed("\n\ndata: a\n\n").isEmpty());

    SseParser longEvent;
    for (int i = 0; i < 9; ++i)
        QVERIFY(longEvent.feed("data: " + piece + '\n').isEmpty());
    QVERIFY(longEvent.overflowed());

    SseParser large;
    large.feed("data: ");
    for (int i = 0; i < 7; ++i)
        large.feed(piece);
    QCOMPARE(large.feed("\n\n").size(), 1);
    QVERIFY(!large.overflowed());
}

void TestSseParser::survivesAnything()
{
    QRandomGenerator random(1);
    const QByteArray alphabet = "data: event:\r\n\0\xFF\xC3{}[]"_ba;
    for (int round = 0; round < 2000; ++round) {
        SseParser parser;
        QByteArray body;
        for (int i = random.bounded(200); i > 0; --i)
            body += alphabet.at(random.bounded(int(alphabet.size())));
        const auto whole = eventsIn(body, {});
        for (const auto &splits : waysToSplit(body.size()).mid(0, 5))
            QCOMPARE(eventsIn(body, splits), whole);
    }
}

QTEST_GUILESS_MAIN(TestSseParser)
#include "tst_sseparser.moc"
