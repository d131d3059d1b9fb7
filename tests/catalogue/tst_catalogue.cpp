#include "core/catalogue/catalogue.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtTest/QTest>

#include <algorithm>

using namespace keyway;
using namespace Qt::StringLiterals;

class TestCatalogue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Result<Catalogue> loaded = Catalogue::load(u":/catalogue"_s);
        QVERIFY2(loaded.ok(), loaded.ok() ? "" : qPrintable(loaded.error().detail()));
        m_catalogue = *loaded;
    }

    void shipsEveryService()
    {
        QStringList ids;
        for (const Service &service : m_catalogue.services())
            ids.append(service.id);
        ids.sort();
        const QStringList expected{u"anthropic"_s, u"azure"_s,      u"cohere"_s,    u"custom"_s,
                                   u"deepseek"_s,  u"gemini"_s,     u"groq"_s,      u"llamacpp"_s,
                                   u"lmstudio"_s,  u"luma"_s,       u"mistral"_s,   u"ollama"_s,
                                   u"openai"_s,    u"openrouter"_s, u"replicate"_s, u"runway"_s,
                                   u"stability"_s, u"vllm"_s,       u"xai"_s};
        QCOMPARE(ids, expected);
    }

    void servicesStandInTheirOrder()
    {
        const QList<Service> &services = m_catalogue.services();
        QCOMPARE(services.value(0).name, u"OpenAI"_s);
        QCOMPARE(services.value(1).name, u"Anthropic"_s);
        QCOMPARE(services.value(2).name, u"Stability AI"_s);
        QCOMPARE(services.last().id, u"custom"_s);
        QStringList names;
        bool local = false;
        for (const Service &service : services.mid(3, services.size() - 4)) {
            QCOMPARE(service.place, 0);
            QVERIFY(service.local >= local); // none of the network after one of this computer
            if (service.local != local)
                names.clear();
            local = service.local;
            names.append(service.name.toCaseFolded());
            QVERIFY(std::is_sorted(names.cbegin(), names.cend()));
        }
        QVERIFY(local);
    }

    void everyPriceIsSound()
    {
        QVERIFY(QDate::fromString(m_catalogue.version(), Qt::ISODate).isValid());
        const QDate asOf(2026, 11, 22);
        int prices = 0;
        for (const Service &service : m_catalogue.services()) {
            QCOMPARE(service.baseUrl.isEmpty(),
                     service.id == u"custom"_s || service.id == u"azure"_s);
            QCOMPARE(service.needsKey, !service.local && service.id != u"custom"_s);
            QVERIFY(!service.local || service.baseUrl.host() == "127.0.0.1"_L1);
            if (!service.defaultModel.isEmpty()) {
                const Model *model = service.model(service.defaultModel);
                QVERIFY(model && !model->retires && model->priceAt(asOf));
            }
            if (!service.defaultImageModel.isEmpty())
                QVERIFY(service.model(service.defaultImageModel)->priceAt(asOf));
            for (const Model &model : service.models) {
                for (const RequestType type : model.types)
                    QVERIFY(service.types.contains(type));
                // Retired models stay so that Keyway can say why they fail; nobody pays for them.
                if (model.retiredOn(asOf))
                    continue;
                for (const DatedPrice &price : model.prices) {
                    ++prices;
                    QVERIFY2(isSound(price), qPrintable(service.id + u'/' + model.id));
                }
            }
        }
        QVERIFY(prices > 40);
    }

    void knowsWhichModelsTakeATemperature_data()
    {
        QTest::addColumn<QString>("service");
        QTest::addColumn<QString>("model");
        QTest::addColumn<bool>("takes");
        QTest::newRow("GPT-6 Sol") << u"openai"_s << u"gpt-6-sol"_s << false;
        QTest::newRow("GPT-6 Luna") << u"openai"_s << u"gpt-6-luna"_s << false;
        QTest::newRow("o3") << u"openai"_s << u"o3"_s << false;
        QTest::newRow("GPT-4o") << u"openai"_s << u"gpt-4o"_s << true;
        QTest::newRow("Sonnet 5.5") << u"anthropic"_s << u"claude-sonnet-5-5"_s << false;
        QTest::newRow("Opus 4.7") << u"anthropic"_s << u"claude-opus-4-7"_s << false;
        QTest::newRow("Opus 4.6") << u"anthropic"_s << u"claude-opus-4-6"_s << true;
        QTest::newRow("Haiku 4.5") << u"anthropic"_s << u"claude-haiku-4-5"_s << true;
    }
    void knowsWhichModelsTakeATemperature()
    {
        QFETCH(QString, service);
        QFETCH(QString, model);
        QFETCH(bool, takes);
        const Model *found = m_catalogue.service(service)->model(model);
        QVERIFY(found);
        QCOMPARE(found->parameters.contains(u"temperature"_s), takes);
    }

    void knowsDearHours_data()
    {
        QTest::addColumn<QDateTime>("time");
        QTest::addColumn<qint64>("picoForInput");
        const auto at = [](int month, int day, int hour, int minute) {
            return QDateTime(QDate(2026, month, day), QTime(hour, minute), Qt::UTC);
        };
        QTest::newRow("Friday, before") << at(11, 20, 0, 59) << qint64(150'000);
        QTest::newRow("Friday, morning") << at(11, 20, 1, 0) << qint64(300'000);
        QTest::newRow("Friday, noon") << at(11, 20, 4, 0) << qint64(150'000);
        QTest::newRow("Friday, afternoon") << at(11, 20, 9, 59) << qint64(300'000);
        QTest::newRow("Friday, evening") << at(11, 20, 10, 0) << qint64(150'000);
        QTest::newRow("Saturday") << at(11, 21, 7, 0) << qint64(150'000);
        QTest::newRow("National Day") << at(10, 1, 7, 0) << qint64(150'000);
        QTest::newRow("the day after it") << at(10, 8, 7, 0) << qint64(300'000);
    }
    void knowsDearHours()
    {
        QFETCH(QDateTime, time);
        QFETCH(qint64, picoForInput);
        const auto quote
            = m_catalogue.quote({u"deepseek"_s, u"deepseek-v4-flash"_s, {}, time, 100, {}});
        QVERIFY(quote);
        QCOMPARE(quote->prices[Counter::InUncached].pico(), picoForInput);
        QCOMPARE(quote->prices[Counter::InCacheRead].pico() * 50, picoForInput);
    }

    void knowsWhenPricesRise()
    {
        const auto inputOn = [&](const char *model, const QDate &day) {
            const QDateTime time(day, QTime(12, 0), Qt::UTC);
            const auto quote
                = m_catalogue.quote({u"gemini"_s, QString::fromLatin1(model), {}, time, 100, {}});
            return quote ? quote->prices[Counter::InUncached].pico() : -1;
        };
        QCOMPARE(inputOn("gemini-4-argon", QDate(2026, 11, 30)), 2'000'000);
        QCOMPARE(inputOn("gemini-4-argon", QDate(2026, 12, 1)), 4'000'000);
        QCOMPARE(inputOn("gemini-3.8-flash", QDate(2026, 12, 31)), 750'000);
        QCOMPARE(inputOn("gemini-3.8-flash", QDate(2027, 1, 1)), 1'500'000);
    }

    void knowsWhereLongPromptsBegin()
    {
        const QDateTime now(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
        const auto outputOf = [&](qint64 promptTokens) {
            const auto quote
                = m_catalogue.quote({u"xai"_s, u"grok-4.6"_s, {}, now, promptTokens, {}});
            return quote->prices[Counter::OutText].pico();
        };
        QCOMPARE(outputOf(199'999), 6'000'000);
        QCOMPARE(outputOf(200'000), 12'000'000);
    }

    void knowsWhenModelsEnd()
    {
        const Service &openai = *m_catalogue.service(u"openai");
        QVERIFY(openai.model(u"gpt-4o")->retires == QDate(2027, 1, 14));
        QVERIFY(openai.model(u"gpt-5")->retires == QDate(2026, 12, 11));
        QVERIFY(openai.model(u"o1")->retiredOn(QDate(2026, 11, 22)));
        QVERIFY(!openai.model(u"gpt-6-luna")->retires.has_value());
        QVERIFY(m_catalogue.service(u"anthropic")->model(u"claude-sonnet-4-5")->retires
                == QDate(2026, 11, 30));
    }

    void findsReportedNames_data()
    {
        QTest::addColumn<QString>("reported");
        QTest::addColumn<QString>("id");
        QTest::newRow("id") << u"gpt-4o"_s << u"gpt-4o"_s;
        QTest::newRow("dated") << u"gpt-4o-2024-08-06"_s << u"gpt-4o"_s;
        QTest::newRow("dated, an entry of its own")
            << u"gpt-4o-2024-05-13"_s << u"gpt-4o-2024-05-13"_s;
        QTest::newRow("dated, short") << u"gpt-5.5-20260423"_s << u"gpt-5.5"_s;
        QTest::newRow("dated twice") << u"gpt-4o-2024-08-06-2024-08-06"_s << QString();
        QTest::newRow("no such day") << u"gpt-4o-2024-02-30"_s << QString();
        QTest::newRow("only a date") << u"-2024-08-06"_s << QString();
        QTest::newRow("a word after it") << u"gpt-4o-latest"_s << QString();
        QTest::newRow("part of a name") << u"gpt-4"_s + u"o-min"_s << QString();
        QTest::newRow("capitals") << u"GPT-4o"_s << QString();
        QTest::newRow("empty") << QString() << QString();
    }
    void findsReportedNames()
    {
        QFETCH(QString, reported);
        QFETCH(QString, id);
        const Model *found = m_catalogue.service(u"openai")->modelReported(reported);
        QCOMPARE(found ? found->id : QString(), id);
    }

    void findsAliases()
    {
        const auto service = Catalogue::parseService(
            "{\"date\":\"2026-11-22\",\"id\":\"s\",\"name\":\"S\",\"wire\":\"openai-chat\","
            "\"needs_key\":true,\"local\":false,\"types\":[\"text\"],\"models\":[{\"id\":\"big\","
            "\"types\":[\"text\"],\"aliases\":[\"big-latest\"]}]}"_ba);
        QVERIFY(service.ok());
        QVERIFY(!service->model(u"big-latest"));
        QCOMPARE(service->modelReported(u"big-latest"), service->model(u"big"));
        QCOMPARE(service->modelReported(u"big-latest-20260901"), service->model(u"big"));
    }

    void tellsKeysApart()
    {
        const auto idOf = [this](QStringView start) {
            const Service *found = m_catalogue.serviceByKeyPrefix(start);
            return found ? found->id : QString();
        };
        QCOMPARE(idOf(u"sk-ant-api03-abc"), u"anthropic"_s);
        QCOMPARE(idOf(u"sk-proj-abc"), u"openai"_s);
        QCOMPARE(idOf(u"sk-or-v1-abc"), u"openrouter"_s);
        QCOMPARE(idOf(u"xai-abc"), u"xai"_s);
        QCOMPARE(idOf(u"gsk_abc"), u"groq"_s);
        QCOMPARE(idOf(u"sk-abc"), QString()); // OpenAI's old keys and Stability's look alike
        QCOMPARE(idOf(u"abc"), QString());
        QCOMPARE(idOf(u""), QString());
    }

    void quotes()
    {
        const QDateTime now(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
        const auto inputOf = [&](const char *service, const char *model, const char *reported,
                                 const OwnTerms &own = {}) -> qint64 {
            const auto quote = m_catalogue.quote({QString::fromLatin1(service),
                                                  QString::fromLatin1(model),
                                                  QString::fromLatin1(reported),
                                                  now,
                                                  100,
                                                  {}},
                                                 own);
            return quote ? quote->prices.value(Counter::InUncached, Price::fromPico(-1)).pico()
                         : -1;
        };
        // The reported model decides where it is known.
        QCOMPARE(inputOf("openai", "gpt-6-sol", ""), 2'000'000);
        QCOMPARE(inputOf("openai", "gpt-6-sol", "gpt-6-luna-2026-09-01"), 100'000);
        QCOMPARE(inputOf("openai", "gpt-6-sol", "something-new"), 2'000'000);
        QCOMPARE(inputOf("openai", "something-new", "gpt-6-sol"), 2'000'000);
        QCOMPARE(inputOf("openai", "gpt-6-sol", "o1"), -1); // known, and its price is not

        // Own prices win, under the reported name, the catalogue's name, the undated or the asked
        // one.
        const auto own = Catalogue::parseOwnTerms(
            "{\"models\": {\"gpt-6-sol\": {\"from\": \"2026-11-01\", \"prices\": {\"in_uncached\": "
            "\"7\"}},"
            "\"mine\": {\"from\": \"2026-11-01\", \"prices\": {\"in_uncached\": \"8\"}},"
            "\"later\": {\"from\": \"2026-12-01\", \"prices\": {\"in_uncached\": \"9\"}}}}"_ba);
        QVERIFY(own.ok());
        QCOMPARE(inputOf("openai", "gpt-6-sol", "", *own), 7'000'000);
        QCOMPARE(inputOf("openai", "gpt-6-sol", "gpt-6-sol-2026-09-01", *own), 7'000'000);
        QCOMPARE(inputOf("openai", "gpt-6-sol", "gpt-6-luna", *own), 100'000);
        QCOMPARE(inputOf("custom", "mine", "", *own), 8'000'000);
        QCOMPARE(inputOf("custom", "mine", "mine-20260901", *own), 8'000'000);
        QCOMPARE(inputOf("custom", "mine", "/models/mine.gguf", *own), 8'000'000);
        QCOMPARE(inputOf("custom", "later", "", *own), -1);
        QCOMPARE(inputOf("custom", "other", "", *own), -1);
        QCOMPARE(inputOf("nobody", "mine", "", *own), 8'000'000);

        // Local servers cost nothing unless the user says so.
        QCOMPARE(inputOf("ollama", "llama3", ""), 0);
        QCOMPARE(inputOf("ollama", "mine", "", *own), 8'000'000);
        QCOMPARE(inputOf("ollama", "later", "", *own), 0);
    }

    void quotesSayWhereTheyCameFrom()
    {
        const QDateTime now(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
        const auto quote
            = m_catalogue.quote({u"anthropic"_s, u"claude-haiku-5-5"_s, {}, now, 100'001, {}});
        QVERIFY(quote.has_value());
        QCOMPARE(quote->version, u"2026-11-22"_s);
        QCOMPARE(quote->from, QDate(2026, 10, 1));
        QCOMPARE(quote->source, u"Anthropic price list"_s);
        QCOMPARE(quote->tiers.size(), 2);
        QCOMPARE(quote->prices, quote->pricesFor(100'001));
        QCOMPARE(quote->pricesFor(5)[Counter::InUncached].pico(), 100'000);
        const auto local = m_catalogue.quote({u"vllm"_s, u"m"_s, {}, now, 1, {}});
        QCOMPARE(local->source, u"local"_s);
        QCOMPARE(local->prices.size(), counterCount);
    }

private:
    /// Every counter of the first tier is in the later ones and not cheaper there; a token is not
    /// dearer than any that was ever sold; reading a cache does not cost more than the input.
    static bool isSound(const DatedPrice &price)
    {
        if (price.source.isEmpty() || !price.asOf.isValid() || price.version != "2026-11-22"_L1)
            return false;
        const UnitPrices &first = price.tiers.constFirst().prices;
        for (const DatedPrice::Tier &tier : price.tiers) {
            if (tier.prices.keys() != first.keys())
                return false;
            for (auto it = tier.prices.cbegin(); it != tier.prices.cend(); ++it) {
                if (it.value() < first[it.key()] || it.value() <= Price())
                    return false;
                if (isTokenCounter(it.key()) && it.value() > *Price::perMillion(u"200"))
                    return false;
            }
            if (tier.prices.value(Counter::InCacheRead) > tier.prices.value(Counter::InUncached))
                return false;
        }
        return true;
    }

    Catalogue m_catalogue;
};

QTEST_GUILESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
