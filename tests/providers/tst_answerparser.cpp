#include "core/providers/answerparser.h"
#include "tests/providers/exchanges.h"

#include <QtTest/QTest>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

/// The smallest wire format: `{"text": "a"}`, `{"end": true}`, `{"why": "stop"}`, `{"work": 1}`,
/// `{"error": {...}}`; in one piece `{"whole": "a"}`.
class SmallParser final : public AnswerParser {
public:
    explicit SmallParser(AnswerBytes::Framing framing = AnswerBytes::Framing::Events)
        : AnswerParser(framing)
    {
    }

protected:
    void takeEvent(const QJsonObject &event, StreamEvent &out) override
    {
        addText(event.value("text"_L1).toString(), out);
        if (event.contains("work"_L1))
            noteContent();
        if (event.contains("error"_L1))
            failWith(event);
        else if (event.contains("end"_L1))
            end();
        m_completion.finishReason += event.value("why"_L1).toString();
        m_completion.usageReported = event.contains("why"_L1) || event.contains("counted"_L1);
    }
    bool takeWhole(const QJsonObject &answer, StreamEvent &out) override
    {
        addText(answer.value("whole"_L1).toString(), out);
        return answer.contains("whole"_L1);
    }
    Outcome outcome() const override { return Outcome::Completed; }
};

/// What is looked at: text, and the error's reason or kind and words; `+` where it may be billed.
QString summary(const Completion &completion)
{
    if (!completion.error) {
        return completion.outcome == Outcome::Completed ? completion.text
                                                        : u"no error, no outcome"_s;
    }
    const Error &error = *completion.error;
    const bool billed = error.billing() == Error::Billing::Possible;
    const bool failed = completion.outcome == Outcome::Failed;
    return completion.text + u'|' + error.reason() + u'|' + error.reply().words
        + (billed ? u"|+"_s : u"|"_s) + (failed ? QString() : u" but did not fail"_s);
}

} // namespace

class TestAnswerParser : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void endsAsItIs_data();
    void endsAsItIs();
    void readsLinesHoweverTheyCome_data();
    void readsLinesHoweverTheyCome();
    void givesALineOutAtItsEnd();
    void limitsALine_data();
    void limitsALine();
    void hearsNothingAfterTheEnd();
    void doesNotBelieveTheCountsOfACutAnswer();
};

void TestAnswerParser::endsAsItIs_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("whole");
    QTest::addColumn<QString>("expected");
    const auto row
        = [](const char *name, const QByteArray &body, bool whole, const char *expected) {
              QTest::newRow(name) << body << whole << QString::fromUtf8(expected);
          };
    row("end", "data: {\"text\":\"a\"}\n\ndata: {\"end\":1}\n\n", true, "a");
    row("end, then the connection breaks", "data: {\"text\":\"a\"}\n\ndata: {\"end\":1}\n\n", false,
        "a");
    row("[DONE]", "data: {\"text\":\"a\"}\n\ndata: [DONE]\n\n", false, "a");
    row("[DONE] without a blank line", "data: {\"text\":\"a\"}\n\ndata: [DONE]", true, "a");
    row("a reason and no end", "data: {\"text\":\"a\",\"why\":\"stop\"}\n\n", false, "a");
    row("split pair", "data: {\"text\":\"\\ud83d\"}\n\ndata: {\"text\":\"\\ude00\",\"end\":1}\n\n",
        true, "😀");
    row("half a pair", "data: {\"text\":\"a\\ud83d\",\"end\":1}\n\n", true, "a\uFFFD");
    row("cut", "data: {\"text\":\"a\"}\n\n", false, "a|cut||+");
    row("cut, as far as the transport knows whole", "data: {\"text\":\"a\"}\n\n", true, "a|cut||+");
    row("cut inside an event", "data: {\"text\":\"a\"}\n\ndata: {\"text\":\"b", true, "a|cut||+");
    row("nothing", "", true, "|empty||+");
    row("nothing yet", "", false, "|cut||+");
    row("comments alone", ": hello\n\n", true, "|empty||+");
    row("bad event", "data: {\"text\":\"a\"}\n\ndata: {{\n\ndata: {\"text\":\"b\"}\n\n", true,
        "a|bad-json||+");
    row("no object", "data: [1]\n\n", true, "|bad-json||+");
    row("page", "  <html>no</html>", true, "|content-type||+");
    row("error", "data: {\"error\":{\"type\":\"overloaded_error\",\"message\":\"busy\"}}\n\n", true,
        "||busy|");
    row("error after thinking",
        "data: {\"work\":1}\n\ndata: "
        "{\"error\":{\"type\":\"overloaded_error\",\"message\":\"busy\"}}\n\n",
        true, "||busy|+");
    row("error after text",
        "data: {\"text\":\"a\"}\n\ndata: "
        "{\"error\":{\"type\":\"overloaded_error\",\"message\":\"busy\"}}\n\n",
        true, "a||busy|+");
    row("in one piece", " {\"whole\":\n\"a\"}", true, "a");
    row("in one piece, cut", "{\"whole\":\"a", false, "|cut||+");
    row("in one piece, short", "{\"whole\":\"a", true, "|bad-json||+");
    row("in one piece, something else", "{\"message\":\"go away\"}", true, "|bad-json|go away|+");
}

void TestAnswerParser::endsAsItIs()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, whole);
    QFETCH(QString, expected);
    const auto ways = waysToSplit(body.size());
    for (const auto &splits : ways) {
        SmallParser parser;
        qsizetype from = 0;
        for (const qsizetype to : splits) {
            parser.feed(QByteArrayView(body).sliced(from, to - from));
            from = to;
        }
        parser.feed(QByteArrayView(body).sliced(from));
        QCOMPARE(summary(parser.finish(whole)), expected);
    }
}

void TestAnswerParser::readsLinesHoweverTheyCome_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &body, const char *expected) {
        QTest::newRow(name) << body << QString::fromUtf8(expected);
    };
    row("LF", "{\"text\":\"a\"}\n{\"text\":\"b\"}\n{\"end\":1}\n", "ab");
    row("CRLF and empty lines", "\r\n{\"text\":\"a\"}\r\n\r\n{\"end\":1}\r\n", "a");
    row("byte order mark", "\xEF\xBB\xBF{\"text\":\"a\",\"end\":1}\n", "a");
    row("last line without its end", "{\"text\":\"a\"}\n{\"text\":\"b\",\"end\":1}", "ab");
    row("in one piece", "{\"text\":\"a\",\"end\":1}", "a");
    row("cut inside a line", "{\"text\":\"a\"}\n{\"text\":\"b", "a|cut||+");
    row("bad line", "{\"text\":\"a\"}\nno\n", "a|bad-json||+");
    row("page", "<html>\n</html>", "|content-type||+");
    row("error", "{\"error\":{\"message\":\"no\"}}\n", "||no|");
    row("nothing", "\n\n", "|empty||+");
}

void TestAnswerParser::readsLinesHoweverTheyCome()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, expected);
    const auto ways = waysToSplit(body.size());
    for (const auto &splits : ways) {
        SmallParser parser(AnswerBytes::Framing::Lines);
        qsizetype from = 0;
        for (const qsizetype to : splits) {
            parser.feed(QByteArrayView(body).sliced(from, to - from));
            from = to;
        }
        parser.feed(QByteArrayView(body).sliced(from));
        QCOMPARE(summary(parser.finish(true)), expected);
    }
}

void TestAnswerParser::givesALineOutAtItsEnd()
{
    SmallParser parser(AnswerBytes::Framing::Lines);
    QVERIFY(parser.feed("{\"text\":\"a\"}").isEmpty());
    const auto events = parser.feed("\n{\"text\":");
    QCOMPARE(events.size(), 1);
    QCOMPARE(events.first().text, u"a"_s);
    QCOMPARE(parser.feed("\"b\"}\n{\"text\":\"c\"}\n").size(), 2);
}

void TestAnswerParser::limitsALine_data()
{
    QTest::addColumn<bool>("lines");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("events") << false << "data: {\"text\":\"a\"}\n\ndata: {\"text\":\""_ba;
    QTest::newRow("lines") << true << "{\"text\":\"a\"}\n{\"text\":\""_ba;
}

void TestAnswerParser::limitsALine()
{
    QFETCH(bool, lines);
    QFETCH(QByteArray, start);
    SmallParser parser(lines ? AnswerBytes::Framing::Lines : AnswerBytes::Framing::Events);
    parser.feed(start);
    const QByteArray more(1024 * 1024, 'x');
    for (qsizetype sent = more.size(); sent < SseParser::maximumSize; sent += more.size())
        parser.feed(more);
    QVERIFY(!parser.isDone());
    parser.feed(more);
    parser.feed(more);
    QVERIFY(parser.isDone());
    QCOMPARE(summary(parser.finish(false)), u"a|too-large||+"_s);
}

void TestAnswerParser::hearsNothingAfterTheEnd()
{
    SmallParser parser;
    const auto events
        = parser.feed("data: {\"text\":\"a\"}\n\ndata: {\"end\":1}\n\ndata: {\"text\":\"b\"}\n\n");
    QCOMPARE(events.size(), 1);
    QVERIFY(parser.isDone());
    QVERIFY(parser.feed("data: {\"text\":\"c\"}\n\n").isEmpty());
    QCOMPARE(summary(parser.finish(true)), u"a"_s);
}

void TestAnswerParser::doesNotBelieveTheCountsOfACutAnswer()
{
    SmallParser parser;
    parser.feed("data: {\"text\":\"a\",\"counted\":1}\n\n");
    QVERIFY(!parser.finish(true).usageReported);
    SmallParser ended;
    ended.feed("data: {\"text\":\"a\",\"why\":\"stop\"}\n\n");
    QVERIFY(ended.finish(true).usageReported);
}

QTEST_GUILESS_MAIN(TestAnswerParser)
#include "tst_answerparser.moc"
