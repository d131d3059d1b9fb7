#include "core/providers/openaichatparser.h"
#include "tests/providers/exchanges.h"

#include <QtTest/QTest>

using namespace keyway;
using namespace Qt::StringLiterals;

class TestOpenAiChatParser : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsAnAnswerHoweverItComes_data();
    void readsAnAnswerHoweverItComes();
    void addsThinkingWhereItIsLeftOut();
    void movesPricedPartsOut();
    void keepsUsageOfACutStreamAsAnEstimate();
    void takesAWholeAnswerWhoseConnectionBroke();
    void limitsALine();
};

void TestOpenAiChatParser::readsAnAnswerHoweverItComes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QJsonObject>("expected");
    const auto exchanges = exchangesIn(u"openai/chat"_s);
    QVERIFY(exchanges.size() > 25);
    for (const Exchange &exchange : exchanges)
        QTest::newRow(qPrintable(exchange.name)) << exchange.body << exchange.expected;
}

void TestOpenAiChatParser::readsAnAnswerHoweverItComes()
{
    QFETCH(QByteArray, body);
    QFETCH(QJsonObject, expected);
    const auto ways = waysToSplit(body.size());
    for (const auto &splits : ways) {
        const auto [completion, streamed] = parsed(OpenAiChatParser({}), body, splits);
        QCOMPARE(pretty(completion), pretty(expected));
        if (!body.trimmed().startsWith('{') && !streamed.isEmpty())
            QCOMPARE(streamed, expected.value("text"_L1).toString());
    }
}

void TestOpenAiChatParser::addsThinkingWhereItIsLeftOut()
{
    const QJsonObject usage{
        {u"prompt_tokens"_s, 10},
        {u"completion_tokens"_s, 4},
        {u"total_tokens"_s, 44},
        {u"completion_tokens_details"_s, QJsonObject{{u"reasoning_tokens"_s, 30}}}};
    const auto outside = openAiUsage(usage, {true, false, false, false});
    QCOMPARE((*outside)[Counter::OutText], 34);
    QCOMPARE(outside->outThinking(), 30);
    QJsonObject unnamed = usage;
    unnamed.remove("completion_tokens_details"_L1);
    QCOMPARE(openAiUsage(unnamed, {true, false, false, false}), outside);
    const auto inside = openAiUsage(usage, {});
    QCOMPARE((*inside)[Counter::OutText], 4);
    QCOMPARE(inside->outThinking(), 4);
}

void TestOpenAiChatParser::movesPricedPartsOut()
{
    const QJsonObject usage{
        {u"prompt_tokens"_s, 100},
        {u"completion_tokens"_s, 50},
        {u"prompt_tokens_details"_s,
         QJsonObject{{u"audio_tokens"_s, 30}, {u"image_tokens"_s, 20}, {u"cached_tokens"_s, 10}}},
        {u"completion_tokens_details"_s, QJsonObject{{u"audio_tokens"_s, 15}}}};
    const auto plain = openAiUsage(usage, {});
    QCOMPARE((*plain)[Counter::InUncached], 90);
    QCOMPARE((*plain)[Counter::OutText], 50);
    const auto priced = openAiUsage(usage, {false, true, true, true});
    QCOMPARE((*priced)[Counter::InUncached], 40);
    QCOMPARE((*priced)[Counter::InAudio], 30);
    QCOMPARE((*priced)[Counter::InImage], 20);
    QCOMPARE((*priced)[Counter::OutAudio], 15);
    QCOMPARE((*priced)[Counter::OutText], 35);
}

void TestOpenAiChatParser::keepsUsageOfACutStreamAsAnEstimate()
{
    // Some servers report their usage so far in every chunk.
    OpenAiChatParser parser({});
    const auto events
        = parser.feed("data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"}}],"
                      "\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":1}}\n\n");
    QCOMPARE(events.size(), 1);
    QVERIFY(events.first().usage);
    const Completion cut = parser.finish(false);
    QCOMPARE(cut.outcome, Outcome::Failed);
    QVERIFY(!cut.usageReported);
    QVERIFY(cut.inputReported);
    QCOMPARE(cut.usage[Counter::InUncached], 5);
}

void TestOpenAiChatParser::takesAWholeAnswerWhoseConnectionBroke()
{
    OpenAiChatParser parser({});
    parser.feed(
        "data: {\"choices\":[{\"delta\":{\"content\":\"a\"},\"finish_reason\":\"stop\"}]}\n\n");
    const Completion done = parser.finish(false);
    QCOMPARE(done.outcome, Outcome::Completed);
    QVERIFY(!done.usageReported);
}

void TestOpenAiChatParser::limitsALine()
{
    OpenAiChatParser parser({});
    parser.feed("data: {\"choices\":[{\"delta\":{\"content\":\"");
    for (int i = 0; i < 9; ++i)
        parser.feed(QByteArray(1024 * 1024, 'x'));
    QVERIFY(parser.isDone());
    const Completion done = parser.finish(false);
    QCOMPARE(done.error->reason(), u"too-large"_s);
    QCOMPARE(done.error->billing(), Error::Billing::Possible);
}

QTEST_GUILESS_MAIN(TestOpenAiChatParser)
#include "tst_openaichatparser.moc"
