#include "core/catalogue/catalogue.h"
#include "tests/catalogue/jsonschema.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

const auto small = R"({
  "date": "2026-11-22", "id": "small", "name": "Small", "wire": "openai-chat",
  "base_url": "https://small.example/v1", "needs_key": true, "local": false, "types": ["text"],
  "key_prefixes": ["sm-"], "key_length": 40, "place": 7, "key_page": "https://small.example/keys",
  "image_wire": "openai-images", "video_wire": "runway-task",
  "traits": {"max_tokens_field": "max_tokens", "stream_usage_option": true, "key_header": "api-key",
    "key_prefix": "Key ", "headers": {"x-version": "1"}, "image_path": "images",
    "image_edits_as_json": true},
  "key_check_path": "key", "balance": {"path": "key", "pointer": "/data/left",
    "nano_per_unit": 10000000, "currency_pointer": "/data/currency"},
  "peak": {"factor": "2/1", "source": "its page", "weekdays": [1, 5], "except": ["2026-10-01"],
    "utc_hours": [{"from": "01:00", "until": "04:00"}, {"from": "22:30", "until": "24:00"}]},
  "inputs": {"image": {"types": ["image/png"], "max_bytes": 1000, "most": 2, "required": false}},
  "factors": {"service_tier": {"flex": "1/2"}}, "default_model": "m", "default_image_model": "n",
  "models": [
    {"id": "m", "name": "M", "types": ["text"], "aliases": ["m-latest"], "parameters": ["temperature"],
     "limits": {"context_tokens": 1000, "max_output_tokens": 100, "source": "its page"},
     "image_tokens": 5, "quality": {"score": 50, "source": "somebody", "date": "2026-11-01"},
     "retires": "2027-01-01", "endpoint": "/m", "wire": "openai-responses",
     "options": {"size": ["auto", "1024x1024"], "count": ["1", "2"]},
     "inputs": {"mask": {"required": true}}, "factors": {"speed": {"fast": "9/5"}},
     "image_tokens_by": [{"when": {"quality": "low"}, "tokens": 3}],
     "prices": [
       {"from": "2026-01-01", "as_of": "2026-01-01", "source": "its page", "third_party": true,
        "prices": {"in_uncached": "1"}, "each": {"images": "0.01"},
        "tiers": [{"above_prompt_tokens": 10, "prices": {"in_uncached": "2"}},
                  {"above_prompt_tokens": 20, "each": {"images": "0.02"}}]},
       {"from": "2026-02-01", "as_of": "2026-02-01", "source": "its page", "each": {"credits": "3"},
        "to": "2026-03-01",
        "variants": [{"when": {"quality": "low"}, "each": {"images": "0.5"}}]}]},
    {"id": "n", "types": ["image"]}]
})"_ba;

QJsonObject objectOf(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

QByteArray textOf(const QJsonValue &value)
{
    return QJsonDocument(value.toObject()).toJson();
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString sourceFolder()
{
    return qEnvironmentVariable("KEYWAY_SOURCE_DIR") + u"/resources/catalogue"_s;
}

/// Every value that differs from `value` in one place: a field left out, an unknown one added, a
/// leaf replaced by one of another kind or size.
QList<std::pair<QString, QJsonValue>> variants(const QJsonValue &value, const QString &path)
{
    QList<std::pair<QString, QJsonValue>> result;
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        QJsonObject more = object;
        more.insert(u"surprise"_s, 1);
        result.append({path + u" with a surprise"_s, more});
        for (const QString &name : object.keys()) {
            QJsonObject less = object;
            less.remove(name);
            result.append({path + u" without "_s + name, less});
            const auto inner = variants(object[name], path + u'.' + name);
            for (const auto &[what, changed] : inner) {
                QJsonObject other = object;
                other.insert(name, changed);
                result.append({what, other});
            }
        }
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        result.append({path + u" emptied"_s, QJsonArray()});
        for (qsizetype i = 0; i < array.size(); ++i) {
            const auto inner = variants(array[i], path + u"[%1]"_s.arg(i));
            for (const auto &[what, changed] : inner) {
                QJsonArray other = array;
                other.replace(i, changed);
                result.append({what, other});
            }
        }
    }
    const QList<QJsonValue> replacements{QJsonValue(),
                                         true,
                                         0,
                                         -1,
                                         1.5,
                                         3e10,
                                         u""_s,
                                         u"text"_s,
                                         u"1,5"_s,
                                         u"-1"_s,
                                         u"1e3"_s,
                                         u"0.0000000000001"_s,
                                         u"12345678"_s,
                                         u"0/1"_s,
                                         u"2026"_s,
                                         u"2026-13-01"_s,
                                         u"http://a.example"_s,
                                         QJsonArray(),
                                         QJsonObject()};
    for (const QJsonValue &replacement : replacements) {
        const QByteArray shown
            = QJsonDocument(QJsonArray{replacement}).toJson(QJsonDocument::Compact);
        result.append({path + u" = "_s + QString::fromUtf8(shown), replacement});
    }
    return result;
}

} // namespace

class TestCatalogueFormat : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shippedFilesFitTheSchema()
    {
        const JsonSchema schema(objectOf(contentOf(sourceFolder() + u"/schema.json"_s)));
        const QStringList files = QDir(sourceFolder()).entryList({u"*.json"_s});
        QVERIFY(files.size() > 8);
        for (const QString &name : files) {
            if (name == "schema.json"_L1)
                continue;
            const QByteArray text = contentOf(sourceFolder() + u'/' + name);
            const QString misfit = schema.misfit(objectOf(text));
            QVERIFY2(misfit.isEmpty(), qPrintable(name + u' ' + misfit));
            const Result<Service> service = Catalogue::parseService(text);
            QVERIFY2(service.ok(), service.ok() ? "" : qPrintable(service.error().detail()));
            QCOMPARE(service->id + u".json"_s, name);
            // Nothing is forgotten in the list of what goes into the programs.
            QCOMPARE(contentOf(u":/catalogue/"_s + name), text);
        }
    }

    /// The schema is a document and the loader is code: over a thousand small changes they may
    /// differ only in rules that a schema cannot say.
    void schemaAndLoaderAgree()
    {
        const JsonSchema schema(objectOf(contentOf(sourceFolder() + u"/schema.json"_s)));
        QVERIFY(schema.misfit(objectOf(small)).isEmpty());
        const QStringList loaderAlone{
            u"$.base_url"_s, // which addresses are safe
            u"$.default_model"_s, // has to be there
            u"$.default_image_model"_s,
            u"$.models[1].types"_s, // and make pictures
            u"$.models[0].prices[1].to"_s, // is not before `from`
            u"$.models[0].prices[1].from"_s,
            u"$.peak.utc_hours[0]"_s, // ends after it began
            u"$.peak.utc_hours[1]"_s,
            u"$.models emptied"_s,
            u"$.models = [[]]"_s,
            u"$.models[0].id"_s,
            u"$.models[1].id"_s, // then it is not
        };
        int accepted = 0;
        int refused = 0;
        const auto all = variants(objectOf(small), u"$"_s);
        for (const auto &[what, changed] : all) {
            const bool fits = schema.misfit(changed).isEmpty();
            const bool loads = Catalogue::parseService(textOf(changed)).ok();
            const bool excused
                = std::any_of(loaderAlone.begin(), loaderAlone.end(),
                              [&](const QString &start) { return what.startsWith(start); });
            if (fits != loads && !(fits && excused))
                QFAIL(qPrintable(
                    what
                    + (fits ? u": only the schema takes it"_s : u": only the loader takes it"_s)));
            ++(loads ? accepted : refused);
        }
        QVERIFY(accepted > 20);
        QVERIFY(refused > 1000);
    }

    void refusesBadFiles_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("problem");
        const auto row
            = [](const char *name, const QByteArray &from, const QByteArray &to,
                 const QString &problem) { QTest::newRow(name) << from << to << problem; };
        row("unknown field", "\"id\": \"n\""_ba, "\"id\": \"n\", \"cost\": 1"_ba,
            u"$.models[1].cost: expected no such field"_s);
        row("bad number", "\"in_uncached\": \"1\""_ba, "\"in_uncached\": \"1,5\""_ba,
            u"$.models[0].prices[0].prices.in_uncached: expected dollars per million units"_s);
        row("a price as a number", "\"in_uncached\": \"1\""_ba, "\"in_uncached\": 1"_ba,
            u"$.models[0].prices[0].prices.in_uncached: expected dollars per million units"_s);
        row("unknown counter", "\"in_uncached\": \"1\""_ba, "\"in\": \"1\""_ba,
            u"$.models[0].prices[0].prices.in: expected the name of a counter"_s);
        row("bad piece", "\"images\": \"0.01\""_ba, "\"images\": \"1.\""_ba,
            u"$.models[0].prices[0].each.images: expected dollars a piece"_s);
        row("tokens by the piece", "\"images\": \"0.01\""_ba, "\"out_text\": \"0.01\""_ba,
            u"$.models[0].prices[0].each.out_text: expected tokens to be priced per million"_s);
        row("priced twice", "\"in_uncached\": \"1\""_ba, "\"images\": \"1\""_ba,
            u"$.models[0].prices[0].each.images: expected a counter to be priced once"_s);
        row("no day", "\"retires\": \"2027-01-01\""_ba, "\"retires\": \"soon\""_ba,
            u"$.models[0].retires: expected a day such as"_s);
        row("30 February", "\"retires\": \"2027-01-01\""_ba, "\"retires\": \"2027-02-30\""_ba,
            u"$.models[0].retires: expected a day such as"_s);
        row("days not ascending", "\"from\": \"2026-02-01\""_ba, "\"from\": \"2026-01-01\""_ba,
            u"$.models[0].prices[1].from: expected a later day"_s);
        row("tiers not ascending", "\"above_prompt_tokens\": 20"_ba,
            "\"above_prompt_tokens\": 10"_ba,
            u"$.models[0].prices[0].tiers[1].above_prompt_tokens: expected more than"_s);
        row("an id twice", "\"id\": \"n\""_ba, "\"id\": \"m\""_ba,
            u"$.models[1]: expected names that no other model has, unlike m"_s);
        row("an alias twice", "\"id\": \"n\""_ba, "\"id\": \"m-latest\""_ba,
            u"$.models[1]: expected names that no other model has, unlike m-latest"_s);
        row("no such default", "\"default_model\": \"m\""_ba, "\"default_model\": \"x\""_ba,
            u"$.default_model: expected the id of one of the models"_s);
        row("no pictures", "\"default_image_model\": \"n\""_ba, "\"default_image_model\": \"m\""_ba,
            u"$.default_image_model: expected the id of a model that makes pictures"_s);
        row("unknown wire", "\"openai-chat\""_ba, "\"smtp\""_ba,
            u"$.wire: expected openai-chat, openai-responses"_s);
        row("plain address", "https://small.example/v1"_ba, "http://small.example/v1"_ba,
            u"$.base_url: expected an https address"_s);
        row("plain page", "https://small.example/keys"_ba, "javascript:alert(1)"_ba,
            u"$.key_page: expected an https address"_s);
        row("factor", "\"1/2\""_ba, "\"0.5\""_ba,
            u"$.factors.service_tier.flex: expected a fraction"_s);
        row("capitals", "\"id\": \"small\""_ba, "\"id\": \"Small\""_ba,
            u"$.id: expected lower-case"_s);
        row("a text where a flag belongs", "\"local\": false"_ba, "\"local\": \"no\""_ba,
            u"$.local: expected true or false"_s);
        row("cut short", "]}]"_ba, ""_ba, u"$: expected JSON, but at byte"_s);
        row("a list", small, "[1]"_ba, u"$: expected an object"_s);
        row("empty", small, ""_ba, u"$: expected JSON, but at byte 0"_s);
    }
    void refusesBadFiles()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, problem);
        QByteArray text = small;
        QVERIFY(Catalogue::parseService(text).ok());
        QVERIFY(text.contains(from));
        text.replace(from, to);
        const Result<Service> service = Catalogue::parseService(text);
        QVERIFY(!service.ok());
        QCOMPARE(service.error().kind(), Error::Kind::Storage);
        QCOMPARE(service.error().reason(), u"bad-catalogue"_s);
        QVERIFY2(service.error().detail().startsWith(problem),
                 qPrintable(service.error().detail()));
    }

    void loadingNamesTheFile()
    {
        QTemporaryDir folder;
        const auto write = [&folder](const QString &name, const QByteArray &text) {
            QFile file(folder.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
        };
        const auto problem = [&folder] {
            const Result<Catalogue> loaded = Catalogue::load(folder.path());
            if (!loaded && loaded.error().reason() != "bad-catalogue"_L1)
                return u"another reason"_s;
            return loaded ? QString() : loaded.error().detail();
        };
        QVERIFY(problem().endsWith(u": expected catalogue files"_s));
        QVERIFY(write(u"small.json"_s, small));
        QVERIFY(write(u"schema.json"_s, "{}"_ba)); // is not read
        QCOMPARE(problem(), QString());
        QVERIFY(write(u"twin.json"_s, small));
        QCOMPARE(problem(), u"twin.json: $.id: expected an id that no other file has"_s);
        QVERIFY(write(u"twin.json"_s, "{"_ba));
        QVERIFY(problem().startsWith(u"twin.json: $: expected JSON, but at byte 1"_s));
        QVERIFY(!Catalogue::load(folder.filePath(u"missing"_s)).ok());
    }

    void readsEverything()
    {
        const Result<Service> service = Catalogue::parseService(small);
        QVERIFY(service.ok());
        QCOMPARE(service->keyLength, 40);
        QCOMPARE(service->place, 7);
        QCOMPARE(service->date, QDate(2026, 11, 22));
        QVERIFY(service->traits.streamUsageOption && !service->traits.modelListMayBeAbsent);
        const QString fact = u"service_tier"_s;
        QCOMPARE(service->priceFactors(nullptr, {{fact, u"flex"_s}}),
                 std::optional(QList{PriceFactor{1, 2}}));
        QCOMPARE(service->priceFactors(nullptr, {{fact, {}}, {u"mood"_s, u"good"_s}}),
                 std::optional(QList<PriceFactor>()));
        QVERIFY(!service->priceFactors(nullptr, {{fact, u"turbo"_s}}).has_value());
        const Model &model = *service->model(u"m");
        QCOMPARE(model.contextTokens, 1000);
        QCOMPARE(model.maxOutputTokens, 100);
        QCOMPARE(model.limitsSource, u"its page"_s);
        QCOMPARE(model.quality->score, 50);
        QCOMPARE(model.retires, std::optional(QDate(2027, 1, 1)));
        QVERIFY(model.retiredOn(QDate(2027, 1, 1)) && !model.retiredOn(QDate(2026, 12, 31)));
        QCOMPARE(service->wireFor(RequestType::Text, nullptr), WireFormat::OpenAiChat);
        QCOMPARE(service->wireFor(RequestType::Image, nullptr), WireFormat::OpenAiImages);
        QCOMPARE(service->wireFor(RequestType::Video, nullptr), WireFormat::RunwayTask);
        QCOMPARE(service->wireFor(RequestType::Text, &model), WireFormat::OpenAiResponses);
        QCOMPARE(service->traits.keyHeader, "api-key"_ba);
        QCOMPARE(service->traits.keyPrefix, "Key "_ba);
        QCOMPARE(service->traits.headers.size(), 1);
        QCOMPARE(service->traits.imagePath, u"images"_s);
        QVERIFY(service->traits.imageEditsAsJson);
        QCOMPARE(service->keyCheckPath, u"key"_s);
        QCOMPARE(service->balance->nanoPerUnit, 10'000'000);
        QCOMPARE(model.options.value(u"count"_s), (QStringList{u"1"_s, u"2"_s}));
        QCOMPARE(model.inputs.size(), 1);
        QVERIFY(model.input(u"mask") && model.input(u"mask")->required && !model.input(u"image"));
        QCOMPARE(service->model(u"n")->input(u"image")->maxBytes, 1000);
        QCOMPARE(service->model(u"n")->input(u"image")->most, 2);
        QCOMPARE(model.imageTokensFor({}), 5);
        QCOMPARE(model.imageTokensFor({{u"quality"_s, u"low"_s}, {u"size"_s, u"big"_s}}), 3);
        QCOMPARE(model.prices.size(), 2);
        QCOMPARE(model.priceAt(QDate(2026, 3, 1)), &model.prices[1]);
        QCOMPARE(model.priceAt(QDate(2026, 3, 2)), &model.prices[0]);
        QCOMPARE(model.prices[1].pricesFor(5, {{u"quality"_s, u"low"_s}}).size(), 2);
        QCOMPARE(model.prices[1].pricesFor(5, {{u"quality"_s, u"high"_s}}).size(), 1);
        const DatedPrice &price = model.prices[0];
        QVERIFY(price.thirdParty);
        QCOMPARE(price.asOf, QDate(2026, 1, 1));
        QCOMPARE(price.version, u"2026-11-22"_s);
        QCOMPARE(price.tiers.size(), 3);
        QCOMPARE(price.pricesFor(0)[Counter::Images].pico(), 10'000'000'000);
        QCOMPARE(price.pricesFor(10)[Counter::InUncached].pico(), 1'000'000);
        QCOMPARE(price.pricesFor(11)[Counter::InUncached].pico(), 2'000'000);
        QCOMPARE(price.pricesFor(21)[Counter::Images].pico(), 20'000'000'000);
        QVERIFY(!price.pricesFor(21).contains(Counter::InUncached));
        QVERIFY(DatedPrice().pricesFor(5).isEmpty());
        QVERIFY(!model.priceAt(QDate(2025, 12, 31)));
        QCOMPARE(model.priceAt(QDate(2026, 1, 31)), &model.prices[0]);
        QCOMPARE(model.priceAt(QDate(2026, 2, 1)), &model.prices[1]);
        QVERIFY(!service->model(u"n")->priceAt(QDate(2026, 2, 1)));
    }

    void ownPrices()
    {
        const auto read = Catalogue::parseOwnTerms(
            "{\"models\": {\"a\": {\"from\": \"2026-11-01\", \"prices\": {\"in_uncached\": "
            "\"2.00\","
            "\"out_text\": \"0\"}}, \"b\": {\"from\": \"2026-11-02\", \"each\": {\"images\": \"0.5\"}}}}"_ba);
        QVERIFY(read.ok());
        QCOMPARE(read->prices.size(), 2);
        const DatedPrice price = read->prices[u"a"_s].first();
        QCOMPARE(price.from, QDate(2026, 11, 1));
        QCOMPARE(price.version, u"own"_s);
        QCOMPARE(price.pricesFor(1)[Counter::InUncached].pico(), 2'000'000);
        QCOMPARE(price.pricesFor(1)[Counter::OutText].pico(), 0);
        QCOMPARE(read->prices[u"b"_s].first().pricesFor(0)[Counter::Images].pico(),
                 500'000'000'000);
    }

    void peakHours_data()
    {
        QTest::addColumn<QString>("time");
        QTest::addColumn<bool>("peak");
        QTest::newRow("a Monday in it") << u"2026-11-23T01:00:00Z"_s << true;
        QTest::newRow("its last moment") << u"2026-11-23T03:59:59.999Z"_s << true;
        QTest::newRow("after it") << u"2026-11-23T04:00:00Z"_s << false;
        QTest::newRow("before it") << u"2026-11-23T00:59:59.999Z"_s << false;
        QTest::newRow("another zone") << u"2026-11-23T05:30:00+03:00"_s << true;
        QTest::newRow("at the end of a day") << u"2026-11-23T23:59:59.999Z"_s << true;
        QTest::newRow("a Tuesday") << u"2026-11-24T02:00:00Z"_s << false;
        QTest::newRow("a Thursday, and a holiday") << u"2026-10-01T02:00:00Z"_s << false;
    }
    void peakHours()
    {
        QFETCH(QString, time);
        QFETCH(bool, peak);
        const Result<Service> service = Catalogue::parseService(small);
        QVERIFY(service.ok());
        const QDateTime at = QDateTime::fromString(time, Qt::ISODateWithMs);
        QVERIFY(at.isValid());
        QCOMPARE(service->peak->holdAt(at), peak);
    }

    void ownTerms()
    {
        const auto read = Catalogue::parseOwnTerms(R"({
            "models": {"a": [{"from": "2026-11-01", "to": "2026-11-30",
                              "prices": {"in_uncached": "2"}},
                             {"from": "2026-12-01", "prices": {"in_uncached": "1"}}]},
            "discounts": [{"from": "2026-01-01", "percent": "12.5", "model": "b"},
                          {"from": "2026-01-01", "to": "2026-06-30", "percent": "0"},
                          {"from": "2026-11-01", "percent": "100"}]})"_ba);
        QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().detail()));
        const QList<DatedPrice> dated = read->prices.value(u"a"_s);
        QCOMPARE(dated.size(), 2);
        QCOMPARE(priceOn(dated, QDate(2026, 10, 31)), nullptr);
        QCOMPARE(priceOn(dated, QDate(2026, 11, 30)), &dated[0]);
        QCOMPARE(priceOn(dated, QDate(2027, 1, 1)), &dated[1]);
        const auto paid = [&](const QString &model, const QDate &day) {
            const Discount *found = read->discountOn(model, day);
            return found ? found->pays.numerator * 1000 / found->pays.denominator : -1;
        };
        QCOMPARE(paid(u"b"_s, QDate(2026, 7, 1)), 875);
        QCOMPARE(paid(u"c"_s, QDate(2026, 6, 30)), 1000);
        QCOMPARE(paid(u"c"_s, QDate(2026, 7, 1)), -1);
        QCOMPARE(paid(u"c"_s, QDate(2026, 11, 1)), 0);
    }

    void termsAreMerged()
    {
        const auto at = [](int month, qint64 price) {
            DatedPrice dated;
            dated.from = QDate(2026, month, 1);
            dated.tiers = {{0, {{Counter::InUncached, Price::fromPico(price)}}}};
            return dated;
        };
        OwnTerms terms;
        terms.setPrice(u"a"_s, at(3, 3));
        terms.setPrice(u"a"_s, at(1, 1));
        OwnTerms changed;
        changed.prices[u"a"_s] = {at(2, 2), at(3, 33)};
        terms.merge(changed);
        const QList<DatedPrice> dated = terms.prices.value(u"a"_s);
        QCOMPARE(dated.size(), 3);
        const qint64 wanted[] = {1, 2, 33};
        for (int i = 0; i < 3; ++i)
            QCOMPARE(dated.at(i).pricesFor(0).value(Counter::InUncached).pico(), wanted[i]);
    }

    void refusesBadOwnPrices_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("problem");
        const auto model = [](const QByteArray &fields) {
            return "{\"models\": {\"m\": "_ba + fields + "}}"_ba;
        };
        QTest::newRow("not JSON") << "in: 2"_ba << u"$: expected JSON, but at byte"_s;
        QTest::newRow("empty") << ""_ba << u"$: expected JSON, but at byte 0"_s;
        QTest::newRow("a list") << "[]"_ba << u"$: expected an object"_s;
        QTest::newRow("no models") << "{}"_ba << u"$.models: expected an object"_s;
        QTest::newRow("no model") << "{\"models\": {}}"_ba
                                  << u"$.models: expected at least one model"_s;
        QTest::newRow("unknown field outside") << "{\"models\": {}, \"currency\": \"EUR\"}"_ba
                                               << u"$.currency: expected no such field"_s;
        QTest::newRow("wrong type") << model("5"_ba) << u"$.models.m: expected an object"_s;
        QTest::newRow("missing from") << model("{\"prices\": {\"in_uncached\": \"2\"}}"_ba)
                                      << u"$.models.m.from: expected a day"_s;
        QTest::newRow("bad from") << model(
            "{\"from\": \"1.11.2026\", \"prices\": {\"in_uncached\": \"2\"}}"_ba)
                                  << u"$.models.m.from: expected a day"_s;
        QTest::newRow("no prices") << model("{\"from\": \"2026-11-01\"}"_ba)
                                   << u"$.models.m.prices: expected at least one price"_s;
        QTest::newRow("prices as a list") << model("{\"from\": \"2026-11-01\", \"prices\": [2]}"_ba)
                                          << u"$.models.m.prices: expected an object"_s;
        QTest::newRow("bad number")
            << model("{\"from\": \"2026-11-01\", \"prices\": {\"in_uncached\": \"2,00\"}}"_ba)
            << u"$.models.m.prices.in_uncached: expected dollars per million units"_s;
        QTest::newRow("negative")
            << model("{\"from\": \"2026-11-01\", \"prices\": {\"in_uncached\": \"-2\"}}"_ba)
            << u"$.models.m.prices.in_uncached: expected dollars per million units"_s;
        QTest::newRow("unknown counter")
            << model("{\"from\": \"2026-11-01\", \"prices\": {\"input\": \"2\"}}"_ba)
            << u"$.models.m.prices.input: expected the name of a counter"_s;
        QTest::newRow("unknown field") << model(
            "{\"from\": \"2026-11-01\", \"prices\": {\"in_uncached\": \"2\"}, \"vat\": 19}"_ba)
                                       << u"$.models.m.vat: expected no such field"_s;
        QTest::newRow("empty name") << "{\"models\": {\"\": {\"from\": \"2026-11-01\", \"prices\": "
                                       "{\"in_uncached\": \"2\"}}}}"_ba
                                    << u"$.models.: expected the id of a model"_s;
    }
    void refusesBadOwnPrices()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, problem);
        const auto read = Catalogue::parseOwnTerms(json);
        QVERIFY(!read.ok());
        QCOMPARE(read.error().kind(), Error::Kind::Rejected);
        QCOMPARE(read.error().reason(), u"bad-price-file"_s);
        QVERIFY2(read.error().detail().startsWith(problem), qPrintable(read.error().detail()));
    }
};

QTEST_GUILESS_MAIN(TestCatalogueFormat)
#include "tst_catalogueformat.moc"
