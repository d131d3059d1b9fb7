#include "core/providers/anthropicparser.h"
#include "core/providers/openaichatparser.h"
#include "core/providers/serviceerror.h"
#include "tests/providers/exchanges.h"

#include <QtCore/QJsonArray>
#include <QtTest/QTest>

using namespace keyway;
using namespace Qt::StringLiterals;

/// Replies of real services, recorded by other projects, against usage worked out by other hands.
/// They are not part of the tree: KEYWAY_RECORDINGS names the folder, which defaults to one beside
/// it.
///
/// Names there and counters here:
///     input_uncached              InUncached
///     cache_read                  InCacheRead
///     cache_write, cache_write_5m InCacheWriteA
///     cache_write_1h              InCacheWriteB
///     output_total                OutText
///     reasoning_in_output         outThinking()
///     web_search_requests         CallsWebSearch
///     reported_total              tokensIn() + tokensOut()
/// `extra_billed` lists what `expected` leaves out: Keyway's passes.
class TestRecordings : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsUsage_data();
    void readsUsage();
    void readsErrors_data();
    void readsErrors();
};

namespace {

QString folder()
{
    return qEnvironmentVariable("KEYWAY_RECORDINGS",
                                qEnvironmentVariable("KEYWAY_SOURCE_DIR")
                                    + u"/../shared/recordings"_s);
}

QByteArray content(const QString &name)
{
    QFile file(folder() + u'/' + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonArray recordings()
{
    return QJsonDocument::fromJson(content(u"index.json"_s)).array();
}

QByteArray bodyOf(const QJsonObject &entry)
{
    const QString path = entry.value("provider"_L1).toString() + u'/'
        + entry.value("name"_L1).toString() + u".body."_s;
    const QByteArray events = content(path + u"sse"_s);
    return events.isEmpty() ? content(path + u"json"_s) : events;
}

bool isAnthropic(const QJsonObject &entry)
{
    return entry.value("provider"_L1).toString() == "anthropic"_L1;
}

/// Chat completions and messages have these; the other interfaces of the same services do not.
bool isOurWire(const QJsonObject &entry)
{
    const QJsonObject raw = entry.value("raw_usage"_L1).toObject();
    return isAnthropic(entry) ? raw.contains("input_tokens"_L1) : raw.contains("prompt_tokens"_L1);
}

void skipLoudly()
{
    qWarning("NO RECORDINGS at %s: usage is checked only against the exchanges in tests/data",
             qPrintable(folder()));
    QSKIP("the folder of recordings does not exist; set KEYWAY_RECORDINGS");
}

} // namespace

void TestRecordings::readsUsage_data()
{
    if (recordings().isEmpty())
        skipLoudly();
    QTest::addColumn<QJsonObject>("entry");
    int openAi = 0;
    int anthropic = 0;
    const QJsonArray entries = recordings();
    for (const QJsonValue &value : entries) {
        const QJsonObject entry = value.toObject();
        if (!entry.value("expected"_L1).isObject() || !isOurWire(entry))
            continue;
        ++(isAnthropic(entry) ? anthropic : openAi);
        QTest::addRow("%s/%s", qPrintable(entry.value("provider"_L1).toString()),
                      qPrintable(entry.value("name"_L1).toString()))
            << entry;
    }
    QVERIFY(openAi >= 30);
    QVERIFY(anthropic >= 15);
}

void TestRecordings::readsUsage()
{
    QFETCH(QJsonObject, entry);
    const QByteArray body = bodyOf(entry);
    QVERIFY(!body.isEmpty());
    const QJsonObject expected = entry.value("expected"_L1).toObject();
    const QString provider = entry.value("provider"_L1).toString();
    OpenAiUsageRules rules;
    // Provider facts, 0.2: these two leave the thinking out of the completion tokens.
    rules.thinkingOutsideOutput = provider == "xai"_L1 || provider == "gemini"_L1;

    const QJsonArray extras = entry.value("extra_billed"_L1).toArray();
    const qint64 output = entry.contains("billable_output"_L1)
        ? entry.value("billable_output"_L1).toInteger()
        : expected.value("output_total"_L1).toInteger();

    const auto ways = waysToSplit(body.size());
    for (qsizetype way = 0; way < qMin<qsizetype>(ways.size(), 12); ++way) {
        Completion done;
        const auto run = [&](auto parser) {
            qsizetype from = 0;
            for (const qsizetype to : ways.at(way)) {
                parser.feed(QByteArrayView(body).sliced(from, to - from));
                from = to;
            }
            parser.feed(QByteArrayView(body).sliced(from));
            done = parser.finish(true);
        };
        if (isAnthropic(entry))
            run(AnthropicParser());
        else
            run(OpenAiChatParser(rules));

        QVERIFY2(!done.error, done.error ? qPrintable(done.error->reason()) : "");
        const TokenUsage &usage = done.usage;
        QCOMPARE(usage[Counter::InUncached], expected.value("input_uncached"_L1).toInteger());
        QCOMPARE(usage[Counter::InCacheRead], expected.value("cache_read"_L1).toInteger());
        QCOMPARE(usage[Counter::InCacheWriteA],
                 expected.value("cache_write"_L1).toInteger()
                     + expected.value("cache_write_5m"_L1).toInteger());
        QCOMPARE(usage[Counter::InCacheWriteB], expected.value("cache_write_1h"_L1).toInteger());
        QCOMPARE(usage[Counter::OutText], output);
        if (!entry.contains("billable_output"_L1))
            QCOMPARE(usage.outThinking(), expected.value("reasoning_in_output"_L1).toInteger());
        QCOMPARE(usage[Counter::CallsWebSearch],
                 expected.value("web_search_requests"_L1).toInteger());
        if (expected.contains("reported_total"_L1))
            QCOMPARE(usage.tokensIn() + usage.tokensOut(),
                     expected.value("reported_total"_L1).toInteger());
        QCOMPARE(done.passes.size(), extras.size());
        for (qsizetype i = 0; i < extras.size(); ++i) {
            const QJsonObject extra = extras.at(i).toObject();
            const UsagePass &pass = done.passes.at(i);
            QCOMPARE(pass.model, extra.value("model"_L1).toString());
            QCOMPARE(pass.usage.tokensIn(), extra.value("input_tokens"_L1).toInteger());
            QCOMPARE(pass.usage.tokensOut(), extra.value("output_tokens"_L1).toInteger());
        }
        QVERIFY(done.usageReported);
        QVERIFY(done.inputReported);
        if (expected.contains("provider_cost_usd"_L1)) {
            const auto cost = jsonDecimal(expected.value("provider_cost_usd"_L1), 9);
            QVERIFY(done.statedCost);
            QVERIFY(qAbs(done.statedCost->nano() - *cost) <= 1);
        }
    }
}

void TestRecordings::readsErrors_data()
{
    if (recordings().isEmpty())
        skipLoudly();
    QTest::addColumn<QJsonObject>("entry");
    const QJsonArray entries = recordings();
    for (const QJsonValue &value : entries) {
        const QJsonObject entry = value.toObject();
        if (entry.value("status"_L1).toInt() < 400)
            continue;
        QTest::addRow("%s/%s", qPrintable(entry.value("provider"_L1).toString()),
                      qPrintable(entry.value("name"_L1).toString()))
            << entry;
    }
}

void TestRecordings::readsErrors()
{
    QFETCH(QJsonObject, entry);
    HttpReply reply;
    reply.status = entry.value("status"_L1).toInt();
    reply.body = bodyOf(entry);
    const Error error = serviceError(reply, QDateTime::currentDateTimeUtc());
    QVERIFY(!error.reply().words.isEmpty());
    const Error::Kind expected = reply.status == 404 ? Error::Kind::Gone
        : reply.status == 429                        ? Error::Kind::RateLimited
                                                     : Error::Kind::Rejected;
    // A 429 may be about money.
    if (error.kind() != Error::Kind::Quota)
        QCOMPARE(Error::kindName(error.kind()), Error::kindName(expected));
    QCOMPARE(error.billing(), Error::Billing::SurelyNot);
}

QTEST_GUILESS_MAIN(TestRecordings)
#include "tst_recordings.moc"
