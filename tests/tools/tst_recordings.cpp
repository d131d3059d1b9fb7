#include "core/providers/wirejson.h"
#include "tests/tools/replay.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QHash>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QProcess>
#include <QtTest/QTest>

using namespace keyway;
using namespace Qt::StringLiterals;

/// Replies of real services, recorded by other projects, against usage and prices worked out by
/// other hands. They are not part of the tree: KEYWAY_RECORDINGS names the folder, which defaults
/// to one beside it. tests/tools/recordings-manifest turns their index into what is replayed.
class TestRecordings : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void replaysTheSameHoweverItComes_data();
    void replaysTheSameHoweverItComes();
    void countsWhatOthersCounted_data();
    void countsWhatOthersCounted();
    void decidesAboutErrors_data();
    void decidesAboutErrors();
    void costsWhatOthersWorkedOut_data();
    void costsWhatOthersWorkedOut();

private:
    QJsonObject lineOf(const QString &id, const replay::Splitter &splitter) const;
    const replay::Entry &entryOf(const QString &id) const;

    Catalogue m_catalogue;
    QHash<QString, QJsonObject> m_index;
    QList<replay::Entry> m_entries;
};

namespace {

QString folder()
{
    return qEnvironmentVariable("KEYWAY_RECORDINGS",
                                qEnvironmentVariable("KEYWAY_SOURCE_DIR")
                                    + u"/../shared/recordings"_s);
}

/// The counters that an index entry expects, under the names of Counter.
QJsonObject expectedUsage(const QJsonObject &entry)
{
    const QJsonObject expected = entry.value("expected"_L1).toObject();
    QJsonObject usage;
    const auto put = [&usage](const QString &name, qint64 count) {
        if (count > 0)
            usage.insert(name, count);
    };
    const auto count
        = [&expected](QLatin1StringView name) { return expected.value(name).toInteger(); };
    put(u"in_uncached"_s, count("input_uncached"_L1) + count("input_billed"_L1));
    put(u"in_cache_read"_s, count("cache_read"_L1));
    put(u"in_cache_write_a"_s, count("cache_write"_L1) + count("cache_write_5m"_L1));
    put(u"in_cache_write_b"_s, count("cache_write_1h"_L1));
    const qint64 output = count("output_total"_L1) + count("output_billed"_L1);
    const qint64 billable = entry.value("billable_output"_L1).toInteger(output);
    put(u"out_text"_s, billable);
    // Where thinking shows only as the rest of the total, it is part of what is billed.
    put(u"out_thinking"_s, count("reasoning_in_output"_L1) + billable - output);
    put(u"calls_web_search"_s, count("web_search_requests"_L1));
    return usage;
}

/// Passes beside the totals, as an index entry lists them.
QJsonArray expectedPasses(const QJsonObject &entry)
{
    QJsonArray passes;
    const QJsonArray extras = entry.value("extra_billed"_L1).toArray();
    for (const QJsonValue &value : extras) {
        const QJsonObject extra = value.toObject();
        QJsonObject usage;
        if (const qint64 in = extra.value("input_tokens"_L1).toInteger(); in > 0)
            usage.insert("in_uncached"_L1, in);
        if (const qint64 out = extra.value("output_tokens"_L1).toInteger(); out > 0)
            usage.insert("out_text"_L1, out);
        QJsonObject pass{{u"usage"_s, usage}};
        if (extra.value("model"_L1).isString())
            pass.insert("model"_L1, extra.value("model"_L1));
        passes.append(pass);
    }
    return passes;
}

/// Counters that the index does not look at. Calls of tools are billed by call.
bool isBesideTheIndex(const QString &id, const QString &counter)
{
    return counter == "calls_other"_L1
        || (counter == "calls_web_search"_L1 && !id.startsWith("anthropic/"_L1));
}

/// Why Keyway's cost is another one than the index's.
struct Difference {
    std::optional<qint64> nano; ///< what Keyway says; nothing: unknown
    const char *reason;
};

const QHash<QString, Difference> &differences()
{
    static const char noPrice[] = "the catalogue has no price for this model";
    static const QHash<QString, Difference> table{
        {u"anthropic/09-stream-messages-websearch"_s, {std::nullopt, noPrice}},
        {u"anthropic/29-vercel-anthropic-fallback-stream"_s,
         {12740000,
          "another model answered, and the refused first attempt is billed beside the totals"}},
        {u"anthropic/31-vercel-anthropic-web-search-tool.1-sync"_s, {std::nullopt, noPrice}},
        {u"anthropic/35-vercel-anthropic-compaction.1-stream"_s,
         {388510000, "the compaction pass is billed beside the totals"}},
        {u"anthropic/37-vercel-duplicate-message-start-stream"_s, {std::nullopt, noPrice}},
        {u"anthropic/39-vercel-anthropic-tool-no-args-sync"_s, {std::nullopt, noPrice}},
        {u"azure/05-vercel-azure-image-generation-tool.1-sync"_s, {std::nullopt, noPrice}},
        {u"azure/07-vercel-azure-text.1-sync"_s, {std::nullopt, noPrice}},
        {u"cohere/03-sync-chat"_s, {std::nullopt, noPrice}},
        {u"cohere/05-sync-chat-toolcall"_s, {std::nullopt, noPrice}},
        {u"deepseek/07-sync-chat"_s, {std::nullopt, noPrice}},
        {u"deepseek/15-vercel-deepseek-tool-call-sync"_s, {std::nullopt, noPrice}},
        {u"deepseek/17-vercel-deepseek-json-sync"_s, {std::nullopt, noPrice}},
        {u"gemini/03-stream-generate"_s, {std::nullopt, noPrice}},
        {u"gemini/05-stream-generate-reasoning"_s, {std::nullopt, noPrice}},
        {u"gemini/07-stream-generate-websearch"_s, {std::nullopt, noPrice}},
        {u"gemini/11-sync-chat"_s, {std::nullopt, noPrice}},
        {u"gemini/15-sync-generate"_s, {std::nullopt, noPrice}},
        {u"gemini/17-sync-generate-cacheread"_s, {std::nullopt, noPrice}},
        {u"gemini/19-sync-generate-finishreasonsafety"_s, {std::nullopt, noPrice}},
        {u"gemini/21-sync-generate-imageinput"_s, {std::nullopt, noPrice}},
        {u"gemini/23-sync-generate-reasoning"_s, {std::nullopt, noPrice}},
        {u"gemini/25-sync-generate-toolcall"_s, {std::nullopt, noPrice}},
        {u"gemini/27-sync-generate-websearch"_s, {std::nullopt, noPrice}},
        {u"gemini/31-vercel-google-reasoning-gemini3-stream"_s, {std::nullopt, noPrice}},
        {u"gemini/33-vercel-google-tool-call-gemini3-sync"_s, {std::nullopt, noPrice}},
        {u"gemini/35-vercel-google-text-sync"_s, {std::nullopt, noPrice}},
        {u"groq/13-sync-chat-imageinput"_s, {std::nullopt, noPrice}},
        {u"groq/17-sync-chat-toolcall"_s, {std::nullopt, noPrice}},
        {u"mistral/01-stream-chat"_s, {std::nullopt, noPrice}},
        {u"mistral/03-sync-chat"_s, {std::nullopt, noPrice}},
        {u"mistral/07-vercel-mistral-text-sync"_s, {std::nullopt, noPrice}},
        {u"mistral/09-vercel-mistral-reasoning-sync"_s, {std::nullopt, noPrice}},
        {u"mistral/11-vercel-mistral-tool-call-sync"_s, {std::nullopt, noPrice}},
        {u"openai/31-sync-chat-reasoning"_s, {std::nullopt, noPrice}},
        {u"openai/41-sync-responses-cachewrite"_s, {49762000, "a web search is billed by call"}},
        {u"openai/45-sync-responses-reasoning"_s, {std::nullopt, noPrice}},
        {u"openai/55-vercel-openai-phase.1-sync"_s, {std::nullopt, noPrice}},
        {u"openai/59-vercel-openai-text-sync"_s, {std::nullopt, noPrice}},
        {u"openrouter/07-sync-chat"_s, {std::nullopt, noPrice}},
        {u"openrouter/15-sync-chat-toolcall"_s, {std::nullopt, noPrice}},
        {u"openrouter/17-sync-chat-truncated"_s, {314130, "the service states its cost"}},
        {u"openrouter/19-sync-responses"_s, {25265000, "the service states its cost"}},
    };
    return table;
}

} // namespace

void TestRecordings::initTestCase()
{
    QFile index(folder() + u"/index.json"_s);
    if (!index.open(QIODevice::ReadOnly)) {
        qWarning("NO RECORDINGS at %s: adapters are checked only against the exchanges in "
                 "tests/data",
                 qPrintable(folder()));
        QSKIP("the folder of recordings does not exist; set KEYWAY_RECORDINGS");
    }
    QProcess script;
    script.start(u"python3"_s,
                 {qEnvironmentVariable("KEYWAY_SOURCE_DIR") + u"/tests/tools/recordings-manifest"_s,
                  folder()});
    if (!script.waitForStarted())
        QSKIP("python3 is not there to read the index of the recordings");
    QVERIFY(script.waitForFinished());
    QCOMPARE(script.exitCode(), 0);
    const auto entries = replay::readManifest(script.readAllStandardOutput(), folder());
    QVERIFY2(entries.ok(), entries.ok() ? "" : qPrintable(entries.error().detail()));
    m_entries = *entries;
    QVERIFY(m_entries.size() >= 125);
    const QJsonArray listed = QJsonDocument::fromJson(index.readAll()).array();
    for (const QJsonValue &value : listed) {
        const QJsonObject entry = value.toObject();
        m_index.insert(entry.value("provider"_L1).toString() + u'/'
                           + entry.value("name"_L1).toString(),
                       entry);
    }
    const auto catalogue = Catalogue::load(u":/catalogue"_s);
    QVERIFY(catalogue.ok());
    m_catalogue = *catalogue;
}

const replay::Entry &TestRecordings::entryOf(const QString &id) const
{
    return *std::find_if(m_entries.begin(), m_entries.end(),
                         [&id](const replay::Entry &entry) { return entry.id == id; });
}

QJsonObject TestRecordings::lineOf(const QString &id, const replay::Splitter &splitter) const
{
    const replay::Entry &entry = entryOf(id);
    return replay::toJson(entry, replay::replayed(entry, m_catalogue, splitter));
}

void TestRecordings::replaysTheSameHoweverItComes_data()
{
    QTest::addColumn<QString>("id");
    for (const replay::Entry &entry : std::as_const(m_entries))
        QTest::newRow(qPrintable(entry.id)) << entry.id;
}

void TestRecordings::replaysTheSameHoweverItComes()
{
    QFETCH(QString, id);
    QVERIFY(replay::canReplay(entryOf(id).wire));
    const QJsonObject whole = lineOf(id, replay::wholeBody);
    QCOMPARE(lineOf(id, replay::byteByByte), whole);
    for (quint32 seed = 1; seed <= 100; ++seed)
        QCOMPARE(lineOf(id, replay::atRandom(seed)), whole);
}

void TestRecordings::countsWhatOthersCounted_data()
{
    QTest::addColumn<QString>("id");
    for (const replay::Entry &entry : std::as_const(m_entries)) {
        if (m_index.value(entry.id).value("expected"_L1).isObject())
            QTest::newRow(qPrintable(entry.id)) << entry.id;
    }
}

void TestRecordings::countsWhatOthersCounted()
{
    QFETCH(QString, id);
    const bool hasTraits = m_catalogue.service(entryOf(id).service);
    if (!hasTraits && entryOf(id).wire == WireFormat::OpenAiChat)
        QSKIP("the catalogue does not have this service, so its way to count is not known");
    const QJsonObject line = lineOf(id, replay::wholeBody);
    QVERIFY(line.value("error_kind"_L1).isNull());
    QJsonObject usage = line.value("usage"_L1).toObject();
    const QStringList counters = usage.keys();
    for (const QString &counter : counters) {
        if (isBesideTheIndex(id, counter))
            usage.remove(counter);
    }
    const QJsonObject entry = m_index.value(id);
    QCOMPARE(usage, expectedUsage(entry));
    if (id.startsWith("anthropic/"_L1))
        QCOMPARE(line.value("passes"_L1).toArray(), expectedPasses(entry));
    const QJsonValue stated = entry.value("expected"_L1).toObject().value("provider_cost_usd"_L1);
    if (!stated.isUndefined()) {
        const qint64 ours = line.value("platform_cost_nano"_L1).toInteger(-1);
        QVERIFY(qAbs(ours - *jsonDecimal(stated, 9)) <= 1);
    }
}

void TestRecordings::decidesAboutErrors_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("retry");
    struct Row {
        const char *id;
        Error::Kind kind;
        const char *retry;
    };
    const QList<Row> rows{
        {"anthropic/01-error-400-e16b", Error::Kind::Rejected, "never"},
        {"anthropic/03-error-404-337f", Error::Kind::Gone, "next"},
        {"cohere/01-error-404-fe99", Error::Kind::Gone, "next"},
        {"deepseek/01-error-400-3865", Error::Kind::Rejected, "never"},
        {"gemini/01-error-404-57e9", Error::Kind::Gone, "next"},
        {"gemini/09-sync-7lf5him5ev4iemi1yjv2gwli5bhpz3yidzejwllo", Error::Kind::Protocol, "ask"},
        {"gemini/29-vercel-google-429-retry-info-sync", Error::Kind::RateLimited, "wait"},
        {"groq/01-error-400-4fea", Error::Kind::Rejected, "never"},
        {"groq/03-error-404-781a", Error::Kind::Gone, "next"},
        {"openai/01-error-400-019a", Error::Kind::Rejected, "never"},
        {"openai/03-error-400-0ac3", Error::Kind::Rejected, "never"},
        {"openai/05-error-400-6ba3", Error::Kind::Rejected, "never"},
        {"openai/07-error-400-a3cf", Error::Kind::Rejected, "never"},
        {"openai/09-error-400-e9bc", Error::Kind::Rejected, "never"},
        {"openai/11-error-404-7c97", Error::Kind::Gone, "next"},
        {"openai/51-vercel-openai-error.1-stream", Error::Kind::Quota, "next"},
        {"openai/61-vercel-reasoning-model-legacy-parameter-error-sync", Error::Kind::Rejected,
         "never"},
        {"openrouter/01-error-429-3edd", Error::Kind::RateLimited, "wait"},
    };
    QStringList known;
    for (const Row &row : rows) {
        QTest::newRow(row.id) << QString::fromLatin1(row.id) << Error::kindName(row.kind)
                              << QString::fromLatin1(row.retry);
        known.append(QString::fromLatin1(row.id));
    }
    for (const replay::Entry &entry : std::as_const(m_entries))
        QVERIFY2(entry.reply.status < 400 || known.contains(entry.id), qPrintable(entry.id));
}

void TestRecordings::decidesAboutErrors()
{
    QFETCH(QString, id);
    QFETCH(QString, kind);
    QFETCH(QString, retry);
    const QJsonObject line = lineOf(id, replay::wholeBody);
    QCOMPARE(line.value("error_kind"_L1).toString(), kind);
    QCOMPARE(line.value("retry"_L1).toString(), retry);
    QVERIFY(line.value("usage"_L1).toObject().isEmpty());
    if (entryOf(id).reply.status >= 400) {
        QCOMPARE(line.value("outcome"_L1).toString(), u"failed"_s);
        QCOMPARE(line.value("cost_state"_L1).toString(), u"exact"_s);
        QCOMPARE(line.value("platform_cost_nano"_L1).toInteger(-1), 0);
    }
}

void TestRecordings::costsWhatOthersWorkedOut_data()
{
    QTest::addColumn<QString>("id");
    for (const replay::Entry &entry : std::as_const(m_entries)) {
        if (m_index.value(entry.id).contains("genai_prices_usd"_L1))
            QTest::newRow(qPrintable(entry.id)) << entry.id;
    }
}

void TestRecordings::costsWhatOthersWorkedOut()
{
    QFETCH(QString, id);
    const QJsonValue cost = lineOf(id, replay::wholeBody).value("platform_cost_nano"_L1);
    const QJsonObject other = m_index.value(id).value("genai_prices_usd"_L1).toObject();
    const qint64 theirs = jsonDecimal(other.value("total"_L1), 9).value_or(-1);
    QVERIFY(theirs > 0);
    const auto difference = differences().constFind(id);
    if (difference == differences().cend()) {
        QVERIFY2(cost.isDouble(), "the cost is unknown, and no reason is listed");
        // Theirs is rounded to as many decimals as a double has.
        QVERIFY2(qAbs(cost.toInteger() - theirs) <= 1,
                 qPrintable(u"%1 here, %2 there"_s.arg(cost.toInteger()).arg(theirs)));
        return;
    }
    qInfo("%s", difference->reason);
    if (difference->nano)
        QCOMPARE(cost.toInteger(), *difference->nano);
    else if (cost.isDouble())
        QVERIFY2(qAbs(cost.toInteger() - theirs) <= 1, "there is a price now, and another one");
}

QTEST_GUILESS_MAIN(TestRecordings)
#include "tst_recordings.moc"
