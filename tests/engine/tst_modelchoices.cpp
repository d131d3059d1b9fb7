// Which models an integration can be asked for and what they cost, from the catalogue, the
// service's own list and the user's own terms.

#include "core/engine/accounts.h"

#include <QtTest/QTest>

#include <algorithm>

using namespace keyway;
using namespace Qt::StringLiterals;
using engine::ModelChoice;

namespace {

const QDateTime now(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
const QDateTime before = now.addDays(-10);

SeenModel seen(const QString &id, const std::optional<UnitPrices> &prices = {})
{
    SeenModel model;
    model.id = id;
    model.firstSeen = before;
    model.lastSeen = now;
    if (prices)
        model.prices = {listedPrice(*prices, u"openai"_s, before.date())};
    return model;
}

UnitPrices costing(qint64 in, qint64 out)
{
    return {{Counter::InUncached, Price::fromPico(in)}, {Counter::OutText, Price::fromPico(out)}};
}

} // namespace

class TestModelChoices : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Result<Catalogue> loaded = Catalogue::load(u":/catalogue"_s);
        QVERIFY(loaded.ok());
        m_catalogue = *loaded;
        m_integration.service = u"openai"_s;
    }

    void theCatalogueAlone()
    {
        const auto choices = engine::modelChoices(m_catalogue, m_integration, {}, now);
        const QList<Model> &models = m_catalogue.service(u"openai")->models;
        QCOMPARE(choices.size(), models.size());
        for (qsizetype i = 0; i < choices.size(); ++i) {
            QCOMPARE(choices.at(i).id, models.at(i).id);
            QVERIFY(choices.at(i).inCatalogue);
            QVERIFY(!choices.at(i).missing);
            QVERIFY(!choices.at(i).firstSeen);
        }
    }

    void theServicesListIsMerged()
    {
        SeenModel gone = seen(u"gone-model"_s);
        gone.goneAt = now;
        const auto choices = engine::modelChoices(
            m_catalogue, m_integration,
            {gone, seen(u"gpt-6-luna"_s), seen(u"gpt-6-sol-2026-09-01"_s), seen(u"news"_s)}, now);
        QVERIFY(!named(choices, u"gpt-6-luna"_s).missing);
        QCOMPARE(named(choices, u"gpt-6-luna"_s).firstSeen, std::optional(before));
        // Listed by a dated name alone.
        QVERIFY(!named(choices, u"gpt-6-sol"_s).missing);
        QVERIFY(named(choices, u"gpt-6-sol-2026-09-01"_s).inCatalogue);
        QVERIFY(named(choices, u"gpt-6-sol-2026-09-01"_s).price);
        QVERIFY(named(choices, u"gpt-6-astra"_s).missing);
        QVERIFY(named(choices, u"gone-model"_s).missing);
        const ModelChoice news = named(choices, u"news"_s);
        QVERIFY(!news.inCatalogue);
        QVERIFY(!news.missing);
        QVERIFY2(!news.price, "a model without a price is unknown, not free");
    }

    void pricesOfTheList()
    {
        const auto choices = engine::modelChoices(
            m_catalogue, m_integration,
            {seen(u"news"_s, costing(7, 9)), seen(u"gpt-6-luna"_s, costing(3, 4))}, now);
        const auto news = named(choices, u"news"_s).price;
        QVERIFY(news);
        QCOMPARE(news->prices, costing(7, 9));
        QCOMPARE(news->version, u"openai 2026-11-12"_s);
        // Newer than the catalogue's of September.
        QCOMPARE(named(choices, u"gpt-6-luna"_s).price->prices, costing(3, 4));
    }

    void ownTermsWin()
    {
        Integration integration = m_integration;
        DatedPrice own;
        own.from = QDate(2026, 1, 1);
        own.tiers = {{0, costing(1, 2)}};
        own.version = ownPriceVersion;
        integration.terms.setPrice(u"news"_s, own);
        integration.terms.setPrice(u"mine"_s, own);
        integration.terms.setDiscount({QDate(2026, 1, 1), {}, u"other"_s, {1, 2}});
        const auto choices = engine::modelChoices(
            m_catalogue, integration,
            {seen(u"news"_s, costing(7, 9)), seen(u"other"_s, costing(10, 20))}, now);
        QCOMPARE(named(choices, u"news"_s).price->prices, costing(1, 2));
        QCOMPARE(named(choices, u"mine"_s).price->version, ownPriceVersion);
        QCOMPARE(named(choices, u"other"_s).price->prices, costing(5, 10));
        QCOMPARE(named(choices, u"other"_s).price->version, ownPriceVersion);
    }

    void discountsOfOneModelComeFirst()
    {
        OwnTerms terms;
        const QDate day(2026, 11, 1);
        terms.setDiscount({day, {}, {}, {90, 100}});
        terms.setDiscount({day, {}, u"a"_s, {80, 100}});
        terms.setDiscount({day.addDays(5), {}, {}, {70, 100}});
        terms.setDiscount({day, {}, {}, {60, 100}}); // in place of the first
        QCOMPARE(terms.discounts.size(), 3);
        const auto pays = [&](const QString &model, const QDate &on) {
            return terms.discountOn(model, on)->pays.numerator;
        };
        QCOMPARE(pays(u"a"_s, day.addDays(9)), 80);
        QCOMPARE(pays(u"b"_s, day), 60);
        QCOMPARE(pays(u"b"_s, day.addDays(5)), 70);
    }

private:
    static ModelChoice named(const QList<ModelChoice> &choices, const QString &id)
    {
        const auto found
            = std::find_if(choices.begin(), choices.end(),
                           [&id](const ModelChoice &choice) { return choice.id == id; });
        if (found == choices.end())
            qFatal("no choice %s", qPrintable(id));
        return *found;
    }

    Catalogue m_catalogue;
    Integration m_integration;
};

QTEST_GUILESS_MAIN(TestModelChoices)
#include "tst_modelchoices.moc"
