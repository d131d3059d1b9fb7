#include "tests/routing/planfixture.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

using namespace planfixture;

class TestPlanJson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void json()
    {
        RouteSnapshot snapshot = three();
        snapshot.strategy = Strategy::Cheapest;
        snapshot.options[0].price.reset();
        snapshot.options[1].integration.enabled = false;
        snapshot.options[1].model.clear();
        const RoutePlan made = plan(snapshot);
        const QByteArray text = compact(made.toJson());
        const auto read = RoutePlan::fromJson(QJsonDocument::fromJson(text).object());
        QVERIFY(read.has_value());
        QCOMPARE(compact(read->toJson()), text);
        QCOMPARE(read->strategy, Strategy::Cheapest);
        QCOMPARE(read->candidates.size(), 2);
        QCOMPARE(read->candidates[0].integrationId, made.candidates[0].integrationId);
        QCOMPARE(read->candidates[0].worstCost, made.candidates[0].worstCost);
        QVERIFY(!read->candidates[1].estimatedCost.has_value());
        QCOMPARE(read->excluded[0].reason.code, ReasonCode::Disabled);
    }

    void whatIsKnownOfACandidate()
    {
        RouteSnapshot snapshot = three();
        snapshot.strategy = Strategy::Balanced;
        snapshot.options[0].health.speed = Speed{400, 50'000, now()};
        snapshot.options[0].facts->quality = Quality{58, u"a board"_s, QDate(2026, 10, 8)};
        const RoutePlan made = plan(snapshot);
        const auto read = RoutePlan::fromJson(made.toJson());
        QVERIFY(read.has_value());
        for (qsizetype i = 0; i < made.candidates.size(); ++i) {
            QCOMPARE(read->candidates[i].terms, made.candidates[i].terms);
            QCOMPARE(read->candidates[i].quality, made.candidates[i].quality);
            QCOMPARE(read->candidates[i].firstTokenMs, made.candidates[i].firstTokenMs);
            QCOMPARE(read->candidates[i].expectedMs, made.candidates[i].expectedMs);
        }
        // As they were stored before there was any of it.
        QJsonObject json = made.toJson();
        QJsonArray old;
        const QJsonArray candidates = json[u"candidates"_s].toArray();
        for (const QJsonValue value : candidates) {
            QJsonObject entry = value.toObject();
            for (const auto &name :
                 {u"terms"_s, u"quality"_s, u"expected_ms"_s, u"first_token_ms"_s})
                entry.remove(name);
            old.append(entry);
        }
        json.insert(u"candidates"_s, old);
        QVERIFY(RoutePlan::fromJson(json).has_value());
    }

    void refusesBadJson()
    {
        const QJsonObject good = plan(three()).toJson();
        QVERIFY(RoutePlan::fromJson(good).has_value());
        const QList<std::pair<QString, QJsonValue>> bad{
            {u"strategy"_s, u"luckiest"_s},   {u"strategy"_s, 1},
            {u"candidates"_s, u"A"_s},        {u"excluded"_s, QJsonValue()},
            {u"candidates"_s, QJsonArray{1}}, {u"more"_s, 1},
        };
        for (const auto &[name, value] : bad) {
            QJsonObject json = good;
            json.insert(name, value);
            QVERIFY2(!RoutePlan::fromJson(json).has_value(), qPrintable(name));
        }
        const QJsonObject candidate = good[u"candidates"_s].toArray().at(0).toObject();
        const QList<std::pair<QString, QJsonValue>> badFields{
            {u"score"_s, 101},
            {u"integration_id"_s, u"A"_s},
            {u"reason"_s, u"luck"_s},
            {u"values"_s, 1},
            {u"worst_cost_nano"_s, -1},
            {u"model"_s, 5},
            {u"max_output_tokens"_s, -1},
            {u"prompt"_s, u"hello"_s},
            {u"quality"_s, 101},
            {u"expected_ms"_s, -1},
            {u"terms"_s, 1},
            {u"terms"_s,
             QJsonArray{QJsonObject{{u"name"_s, u"luck"_s}, {u"points"_s, 1}, {u"known"_s, true}}}},
        };
        for (const auto &[name, value] : badFields) {
            QJsonObject entry = candidate;
            entry.insert(name, value);
            QJsonObject json = good;
            json.insert(u"candidates"_s, QJsonArray{entry});
            QVERIFY2(!RoutePlan::fromJson(json).has_value(), qPrintable(name));
        }
    }

    void reasonsHaveNames()
    {
        QSet<QString> seen;
        for (int i = 0; i <= static_cast<int>(ReasonCode::Resting); ++i) {
            const auto code = static_cast<ReasonCode>(i);
            const QString name = nameOf(code);
            QVERIFY(!name.isEmpty() && !seen.contains(name));
            seen.insert(name);
            QCOMPARE(reasonCodeFromName(name), std::optional(code));
        }
        QCOMPARE(nameOf(ReasonCode::OverBudget), u"over-budget"_s);
        QVERIFY(!reasonCodeFromName(u"luck").has_value());
    }
};

QTEST_GUILESS_MAIN(TestPlanJson)
#include "tst_planjson.moc"
