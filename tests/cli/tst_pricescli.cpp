// Prices and models on the command line: what is listed, what a user sets, what a cost is made of.

#include "tests/cli/clifixture.h"

using namespace Qt::StringLiterals;
using namespace keyway;
using simulator::Behaviour;

namespace {

QJsonObject entryOf(const QJsonArray &list, const QString &field, const QString &value)
{
    for (const QJsonValue &entry : list) {
        if (entry[field].toString() == value)
            return entry.toObject();
    }
    return {};
}

} // namespace

class PricesCliTest : public QObject {
    Q_OBJECT

    std::unique_ptr<CliFixture> m_cli;

    /// Asks "First" and gives the one attempt.
    QJsonObject askFirst()
    {
        const CliRun asked
            = m_cli->run({u"ask"_s, u"Hello"_s, u"--integration"_s, u"First"_s, u"--json"_s});
        if (asked.exit != 0)
            qWarning() << asked.err;
        return asked.json()[u"attempts"_s].toArray().at(0).toObject();
    }

private Q_SLOTS:
    void init()
    {
        m_cli = std::make_unique<CliFixture>();
        m_cli->addBoth();
        Behaviour behaviour;
        behaviour.usage.input = 100'000;
        behaviour.usage.output = 100'000;
        m_cli->first.setDefaultBehaviour(behaviour);
    }

    void listTellsSourceAndDay()
    {
        const CliRun list = m_cli->run({u"prices"_s, u"list"_s, u"--json"_s});
        VERIFY_EXIT(list, 0);
        const QJsonObject luna = entryOf(list.list(), u"model"_s, u"gpt-6-luna"_s);
        QCOMPARE(luna[u"service"_s].toString(), u"openai"_s);
        const QJsonObject price = luna[u"price"_s].toObject();
        QCOMPARE(price[u"prices"_s][u"in_uncached"_s].toString(), u"0.1"_s);
        QCOMPARE(price[u"prices"_s][u"out_text"_s].toString(), u"0.5"_s);
        for (const QString &field : {u"from"_s, u"as_of"_s, u"source"_s, u"version"_s})
            QVERIFY2(!price[field].toString().isEmpty(), qPrintable(field));
        QCOMPARE(price[u"third_party"_s], QJsonValue(false));
        const QJsonObject core = entryOf(list.list(), u"model"_s, u"core"_s);
        QCOMPARE(core[u"price"_s][u"each"_s][u"images"_s].toString(), u"0.03"_s);

        const CliRun images = m_cli->run({u"prices"_s, u"list"_s, u"--type"_s, u"image"_s,
                                          u"--service"_s, u"stability"_s, u"--json"_s});
        QVERIFY(!images.list().isEmpty());
        for (const QJsonValue &entry : images.list())
            QCOMPARE(entry[u"service"_s].toString(), u"stability"_s);
        QVERIFY(m_cli->run({u"prices"_s, u"list"_s}).text().contains(u"openai/gpt-6-luna"_s));
    }

    void showHasEverything()
    {
        const CliRun show
            = m_cli->run({u"prices"_s, u"show"_s, u"openai/gpt-6-sol"_s, u"--json"_s});
        VERIFY_EXIT(show, 0);
        const QJsonObject json = show.json();
        const QJsonArray prices = json[u"prices"_s].toArray();
        QVERIFY(!prices.isEmpty());
        QCOMPARE(prices.at(0)[u"tiers"_s].toArray().at(0)[u"above_prompt_tokens"_s].toInt(),
                 272'000);
        QCOMPARE(json[u"factors"_s][u"service_tier"_s][u"priority"_s].toString(), u"2/1"_s);
        QCOMPARE(json[u"integrations"_s].toArray().size(), 1);
        QVERIFY(json[u"integrations"_s].toArray().at(0)[u"now"_s].isObject());
        const QString text = m_cli->run({u"prices"_s, u"show"_s, u"openai/gpt-6-sol"_s}).text();
        QVERIFY2(text.contains(u"prompts above 272000 tokens"_s), qPrintable(text));
        QVERIFY2(text.contains(u"First pays now"_s), qPrintable(text));
    }

    void ownPriceIsWhatAnAttemptCosts()
    {
        QCOMPARE(askFirst()[u"platform_cost_nano"_s].toInteger(), 60'000'000);
        const CliRun set = m_cli->run({u"prices"_s, u"set"_s, u"First"_s, u"gpt-6-luna"_s,
                                       u"--in"_s, u"0.05"_s, u"--out"_s, u"0.25"_s, u"--json"_s});
        VERIFY_EXIT(set, 0);
        const QJsonObject own = set.json()[u"models"_s][u"gpt-6-luna"_s].toArray().at(0).toObject();
        QCOMPARE(own[u"prices"_s][u"out_text"_s].toString(), u"0.25"_s);
        QCOMPARE(own[u"prices"_s][u"in_cache_read"_s].toString(), u"0.05"_s);
        const QJsonObject attempt = askFirst();
        QCOMPARE(attempt[u"platform_cost_nano"_s].toInteger(), 30'000'000);
        QCOMPARE(attempt[u"price_version"_s].toString(), u"own"_s);

        // A price of the future changes nothing yet, and one of the past no more.
        VERIFY_EXIT(m_cli->run({u"prices"_s, u"set"_s, u"First"_s, u"gpt-6-luna"_s, u"--in"_s,
                                u"9"_s, u"--out"_s, u"9"_s, u"--from"_s, u"2099-01-01"_s}),
                    0);
        VERIFY_EXIT(m_cli->run({u"prices"_s, u"set"_s, u"First"_s, u"gpt-6-luna"_s, u"--in"_s,
                                u"8"_s, u"--out"_s, u"8"_s, u"--from"_s, u"2020-01-01"_s, u"--to"_s,
                                u"2020-12-31"_s}),
                    0);
        QCOMPARE(askFirst()[u"platform_cost_nano"_s].toInteger(), 30'000'000);
        const QJsonObject shown
            = m_cli->run({u"prices"_s, u"show"_s, u"openai/gpt-6-luna"_s, u"--json"_s}).json();
        QCOMPARE(shown[u"integrations"_s].toArray().at(0)[u"own_prices"_s].toArray().size(), 3);

        VERIFY_EXIT(m_cli->run({u"prices"_s, u"set"_s, u"First"_s, u"gpt-6-luna"_s, u"--clear"_s}),
                    0);
        const QJsonObject after = askFirst();
        QCOMPARE(after[u"platform_cost_nano"_s].toInteger(), 60'000'000);
        QVERIFY(after[u"price_version"_s].toString() != u"own"_s);
        // What was recorded stays.
        qint64 sum = 0;
        for (const QJsonValue &record : m_cli->usage()[u"records"_s].toArray())
            sum += record[u"platform_cost_nano"_s].toInteger();
        QCOMPARE(sum, 180'000'000);
    }

    void discountsAndFreeTier()
    {
        VERIFY_EXIT(m_cli->run({u"prices"_s, u"set"_s, u"First"_s, u"--discount"_s, u"12.5"_s}), 0);
        QJsonObject attempt = askFirst();
        QCOMPARE(attempt[u"platform_cost_nano"_s].toInteger(), 52'500'000);
        QCOMPARE(attempt[u"price_version"_s].toString(), u"own"_s);
        VERIFY_EXIT(m_cli->run({u"prices"_s, u"set"_s, u"First"_s, u"--discount"_s, u"50"_s,
                                u"--model"_s, u"gpt-6-luna"_s}),
                    0);
        QCOMPARE(askFirst()[u"platform_cost_nano"_s].toInteger(), 30'000'000);
        VERIFY_EXIT(m_cli->run({u"prices"_s, u"set"_s, u"First"_s, u"--clear"_s}), 0);
        const CliRun free
            = m_cli->run({u"prices"_s, u"set"_s, u"First"_s, u"--free-tier"_s, u"--json"_s});
        VERIFY_EXIT(free, 0);
        QCOMPARE(free.json()[u"discounts"_s].toArray().at(0)[u"percent"_s].toString(), u"100"_s);
        attempt = askFirst();
        QCOMPARE(attempt[u"platform_cost_nano"_s].toInteger(-1), 0);
        QCOMPARE(attempt[u"cost_state"_s].toString(), u"exact"_s);
    }

    void mistakesAreToldInWords_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const QStringList &words, const QString &said) {
            QTest::newRow(name) << words << said;
        };
        const QStringList set{u"prices"_s, u"set"_s, u"First"_s};
        const QStringList luna = set + QStringList{u"gpt-6-luna"_s};
        row("nothing", set, u"Say what to set"_s);
        row("no model", set + QStringList{u"--in"_s, u"1"_s, u"--out"_s, u"1"_s},
            u"Name the model"_s);
        row("half", luna + QStringList{u"--in"_s, u"1"_s}, u"Give both --in and --out"_s);
        row("cached alone", luna + QStringList{u"--cached"_s, u"1"_s, u"--image"_s, u"1"_s},
            u"--cached goes with"_s);
        row("no number", luna + QStringList{u"--in"_s, u"cheap"_s, u"--out"_s, u"1"_s},
            u"--in takes dollars"_s);
        row("negative", luna + QStringList{u"--in"_s, u"1"_s, u"--out=-1"_s},
            u"--out takes dollars"_s);
        row("seven decimals", luna + QStringList{u"--in"_s, u"0.0000001"_s, u"--out"_s, u"1"_s},
            u"--in takes dollars"_s);
        row("image", luna + QStringList{u"--image"_s, u"much"_s}, u"--image takes dollars"_s);
        row("day",
            luna + QStringList{u"--in"_s, u"1"_s, u"--out"_s, u"1"_s, u"--from"_s, u"22.11.2026"_s},
            u"--from takes a day such as 2026-11-22."_s);
        row("no such day",
            luna + QStringList{u"--in"_s, u"1"_s, u"--out"_s, u"1"_s, u"--to"_s, u"2026-02-30"_s},
            u"--to takes a day"_s);
        row("days the wrong way",
            luna
                + QStringList{u"--in"_s, u"1"_s, u"--out"_s, u"1"_s, u"--from"_s, u"2026-11-22"_s,
                              u"--to"_s, u"2026-11-21"_s},
            u"--to is before --from"_s);
        row("percent", set + QStringList{u"--discount"_s, u"101"_s}, u"--discount takes"_s);
        row("percent in words", set + QStringList{u"--discount"_s, u"half"_s},
            u"--discount takes"_s);
        row("two things", set + QStringList{u"--discount"_s, u"1"_s, u"--clear"_s},
            u"one thing at a time"_s);
        row("two models", luna + QStringList{u"--discount"_s, u"1"_s, u"--model"_s, u"x"_s},
            u"Two models are named"_s);
        row("nothing to clear", set + QStringList{u"--clear"_s}, u"no own prices"_s);
        row("clear with a day", set + QStringList{u"--clear"_s, u"--from"_s, u"2026-11-22"_s},
            u"--clear takes all"_s);
        row("unknown service", {u"prices"_s, u"list"_s, u"--service"_s, u"closedai"_s},
            u"It knows: "_s);
        row("unknown type", {u"prices"_s, u"list"_s, u"--type"_s, u"smell"_s},
            u"text, image or video"_s);
        row("half a model", {u"prices"_s, u"show"_s, u"gpt-6-luna"_s}, u"SERVICE/MODEL"_s);
        row("unknown model", {u"prices"_s, u"show"_s, u"openai/none"_s},
            u"There is no model none at OpenAI"_s);
    }

    void mistakesAreToldInWords()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, said);
        const CliRun run = m_cli->run(words);
        VERIFY_EXIT(run, 2);
        QVERIFY2(run.told().contains(said), run.err.constData());
        QCOMPARE(run.out, QByteArray());
    }

    void theServicesListOfModels()
    {
        simulator::Script script = m_cli->first.script();
        script.listedModels = {u"gpt-6-luna"_s, u"gpt-7-news"_s};
        m_cli->first.setScript(script);
        const QStringList refresh{u"models"_s, u"refresh"_s, u"--integration"_s, u"First"_s,
                                  u"--json"_s};
        CliRun run = m_cli->run(refresh);
        VERIFY_EXIT(run, 0);
        QCOMPARE(run.list().at(0)[u"listed"_s].toInt(), 2);
        const QStringList list{u"models"_s, u"list"_s, u"--integration"_s, u"First"_s, u"--json"_s};
        QJsonArray models = m_cli->run(list).list();
        QCOMPARE(entryOf(models, u"model"_s, u"gpt-7-news"_s)[u"price"_s], QJsonValue());
        QCOMPARE(entryOf(models, u"model"_s, u"gpt-7-news"_s)[u"in_catalogue"_s].toBool(true),
                 false);
        QCOMPARE(entryOf(models, u"model"_s, u"gpt-6-luna"_s)[u"missing"_s].toBool(true), false);
        QCOMPARE(entryOf(models, u"model"_s, u"gpt-6-astra"_s)[u"missing"_s].toBool(false), true);

        // It can be asked; what it cost nobody knows until somebody says what it costs.
        const QStringList ask{u"ask"_s, u"Hi"_s, u"--model"_s, u"openai/gpt-7-news"_s, u"--json"_s};
        run = m_cli->run(ask);
        VERIFY_EXIT(run, 0);
        QJsonObject attempt = run.json()[u"attempts"_s].toArray().at(0).toObject();
        QCOMPARE(attempt[u"cost_state"_s].toString(), u"unknown"_s);
        QVERIFY(attempt[u"platform_cost_nano"_s].isNull());
        VERIFY_EXIT(m_cli->run({u"prices"_s, u"set"_s, u"First"_s, u"gpt-7-news"_s, u"--in"_s,
                                u"1"_s, u"--out"_s, u"2"_s}),
                    0);
        attempt = m_cli->run(ask).json()[u"attempts"_s].toArray().at(0).toObject();
        QCOMPARE(attempt[u"platform_cost_nano"_s].toInteger(), 300'000'000);

        script.listedModels = {u"gpt-6-luna"_s};
        m_cli->first.setScript(script);
        run = m_cli->run(refresh);
        QCOMPARE(run.list().at(0)[u"gone"_s].toArray().at(0).toString(), u"gpt-7-news"_s);
        models = m_cli->run(list).list();
        QCOMPARE(entryOf(models, u"model"_s, u"gpt-7-news"_s)[u"missing"_s].toBool(false), true);
    }

    void aServiceThatCannotBeAskedIsTold()
    {
        m_cli->second.stop();
        const CliRun run = m_cli->run({u"models"_s, u"refresh"_s, u"--json"_s});
        VERIFY_EXIT(run, 4);
        const QJsonObject first = entryOf(run.list(), u"integration"_s, u"First"_s);
        const QJsonObject second = entryOf(run.list(), u"integration"_s, u"Second"_s);
        QVERIFY(first[u"listed"_s].toInt() > 0);
        QCOMPARE(second[u"error_kind"_s].toString(), u"network"_s);
        QVERIFY(!second[u"message"_s].toString().isEmpty());
    }

    void pricesOfOpenRoutersList()
    {
        m_cli->add({u"openrouter"_s, u"--name"_s, u"Router"_s, u"--base-url"_s,
                    m_cli->first.baseUrl(u"openrouter"_s).toString(), u"--model"_s,
                    u"vendor/unheard-of"_s});
        simulator::Script script = m_cli->first.script();
        script.listedModels = {u"vendor/unheard-of"_s};
        m_cli->first.setScript(script);
        const CliRun refreshed
            = m_cli->run({u"models"_s, u"refresh"_s, u"--integration"_s, u"Router"_s, u"--json"_s});
        VERIFY_EXIT(refreshed, 0);
        QCOMPARE(refreshed.list().at(0)[u"priced"_s].toInt(), 1);
        const QJsonArray models
            = m_cli->run({u"models"_s, u"list"_s, u"--integration"_s, u"Router"_s, u"--json"_s})
                  .list();
        const QJsonObject price
            = entryOf(models, u"model"_s, u"vendor/unheard-of"_s)[u"price"_s].toObject();
        QCOMPARE(price[u"prices"_s][u"in_uncached"_s].toString(), u"0.5"_s);
        QCOMPARE(price[u"prices"_s][u"out_text"_s].toString(), u"1.5"_s);
        QCOMPARE(price[u"prices"_s][u"in_cache_read"_s].toString(), u"0.05"_s);
        QVERIFY(price[u"version"_s].toString().startsWith(u"openrouter 20"_s));
        // Routing knows it, too.
        const QJsonObject plan = m_cli
                                     ->run({u"routing"_s, u"explain"_s, u"Hi"_s, u"--route"_s,
                                            u"cheapest"_s, u"--json"_s})
                                     .json();
        const QJsonObject candidate
            = entryOf(plan[u"candidates"_s].toArray(), u"integration"_s, u"Router"_s);
        QVERIFY(candidate[u"estimated_cost_nano"_s].toInteger() > 0);
    }
};

QTEST_GUILESS_MAIN(PricesCliTest)
#include "tst_pricescli.moc"
