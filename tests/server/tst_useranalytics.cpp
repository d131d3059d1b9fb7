#include "core/server/analyticsschema.h"
#include "core/server/platformstatistics.h"
#include "core/server/schema.h"
#include "core/server/useranalytics.h"
#include "tests/server/adminfixture.h"

#include <QtCore/QRandomGenerator>

using namespace keyway;
using namespace Qt::StringLiterals;
using server::UserAnalytics;
using Counts = QMap<QString, qint64>;

namespace {

constexpr int people = 90;
const QDate lastMonth(2026, 10, 1);

server::CheckedUsage usage(const QDateTime &at, const QString &service, const QString &model,
                           qint64 cents)
{
    server::CheckedUsage one;
    one.message.startedAt = at;
    one.message.recordId = Id::create(at);
    one.message.requestId = one.message.recordId;
    one.message.billingDay = at.date();
    one.message.service = service;
    one.message.model = model;
    one.message.platformCost = Money::fromCents(cents);
    return one;
}

Counts countsIn(const QJsonValue &list)
{
    Counts counts;
    for (const QJsonValue &one : list.toArray())
        counts.insert(one["name"_L1].toString(), one["accounts"_L1].toInteger());
    return counts;
}

} // namespace

/// What may be told of groups of people; on both engines.
class TestUserAnalytics : public QObject {
    Q_OBJECT

    TestStores m_stores;
    std::optional<server::DatabaseAddress> m_store;
    std::unique_ptr<server::SqlConnection> m_sql;
    QList<Id> m_people;

    void add(const Id &who, const QList<server::CheckedUsage> &records)
    {
        const auto added = m_sql->write([&]() -> Result<Done> {
            if (auto grouped = UserAnalytics(*m_sql).add(who, records); !grouped)
                return grouped;
            return server::PlatformStatistics(*m_sql).add(who, records);
        });
        QVERIFY2(added, added ? "" : qPrintable(added.error().detail()));
    }
    QJsonObject described(const QDate &month = lastMonth)
    {
        const auto answer = UserAnalytics(*m_sql).describe(month);
        if (!answer)
            qFatal("%s", qPrintable(answer.error().detail()));
        return *answer;
    }
    static QDateTime at(int month, int day, int hour)
    {
        return {QDate(2026, month, day), QTime(hour, 30), Qt::UTC};
    }

private Q_SLOTS:
    void initTestCase_data() { TestStores::addRows(); }
    void init()
    {
        QFETCH_GLOBAL(QString, engine);
        m_store = m_stores.create(engine);
        if (!m_store)
            QSKIP(m_stores.why().constData());
        m_sql = server::SqlConnection::open(*m_store).value();
        QVERIFY(server::migrate(*m_sql));
        m_people.clear();
        for (int i = 0; i < people; ++i)
            m_people.append(Id::create(at(10, 1, 0)));
    }
    void cleanup() { m_sql.reset(); }

    void tellsNothingOfAHandful()
    {
        for (int i = 0; i < UserAnalytics::fewest - 1; ++i)
            add(m_people.at(i), {usage(at(10, 5, 9), u"openai"_s, u"gpt-4.1"_s, 10)});
        QCOMPARE(described().keys(), (QStringList{u"fewest"_s, u"month"_s}));
        add(m_people.at(50), {usage(at(10, 5, 9), u"openai"_s, u"gpt-4.1"_s, 10)});
        QCOMPARE(described().value("accounts"_L1).toInteger(), UserAnalytics::fewest);
        QCOMPARE(countsIn(described().value("services"_L1)), (Counts{{u"openai"_s, 20}}));
        QCOMPARE(countsIn(described().value("hours"_L1)), (Counts{{u"9"_s, 20}}));
        QCOMPARE(countsIn(described().value("weekdays"_L1)), (Counts{{u"1"_s, 20}}));
    }

    void hidesGroupsAndTheirRest()
    {
        for (int i = 0; i < people; ++i) {
            QList<server::CheckedUsage> records{
                usage(at(10, 6, 9), u"openai"_s, i < 75 ? u"gpt-4.1"_s : u"o9"_s, 10)};
            if (i < 40)
                records.append(usage(at(10, 6, 10), u"anthropic"_s, u"claude"_s, 10));
            if (i < 80)
                records.append(usage(at(10, 6, 11), u"gemini"_s, u"pro"_s, 10));
            if (i < 19)
                records.append(usage(at(10, 6, 12), u"groq"_s, u"fast"_s, 10));
            add(m_people.at(i), records);
            add(m_people.at(i), {usage(at(10, 7, 9), u"openai"_s, u"gpt-4.1"_s, 1)}); // once only
        }
        // Gemini would tell that ten do not use it, o9 and groq are too few.
        QCOMPARE(countsIn(described().value("services"_L1)),
                 (Counts{{u"openai"_s, 90}, {u"anthropic"_s, 40}}));
        QCOMPARE(countsIn(described().value("models"_L1)),
                 (Counts{{u"openai/gpt-4.1"_s, 90}, {u"anthropic/claude"_s, 40}}));
        QCOMPARE(countsIn(described().value("hours"_L1)), (Counts{{u"9"_s, 90}, {u"10"_s, 40}}));
    }

    void putsSmallBandsTogether()
    {
        // 5 spent nothing, 30 up to a dollar, 30 up to five, 25 up to eighty.
        for (int i = 0; i < people; ++i) {
            const qint64 cents = i < 5 ? 0 : i < 35 ? 90 : i < 65 ? 400 : 7'000;
            add(m_people.at(i), {usage(at(10, 6, 9), u"openai"_s, u"gpt-4.1"_s, cents)});
        }
        const QJsonArray bands = described().value("spending"_L1).toArray();
        QList<std::pair<qint64, qint64>> told;
        for (const QJsonValue &band : bands)
            told.append({band["to_cents"_L1].toInteger(-1), band["accounts"_L1].toInteger()});
        QCOMPARE(told, (QList<std::pair<qint64, qint64>>{{100, 35}, {500, 30}, {8'000, 25}}));
        for (int i = 0; i < 3; ++i) // three spend more than all others
            add(m_people.at(80 + i), {usage(at(10, 7, 9), u"openai"_s, u"gpt-4.1"_s, 90'000)});
        const QJsonObject last = described().value("spending"_L1).toArray().last().toObject();
        QCOMPARE(last.value("accounts"_L1).toInteger(), 25);
        QVERIFY(!last.contains("to_cents"_L1));
    }

    void followsWhoComesBack()
    {
        for (int i = 0; i < people; ++i) {
            const int start = i < 50 ? 8 : 9;
            add(m_people.at(i), {usage(at(start, 6, 9), u"openai"_s, u"gpt-4.1"_s, 10)});
            if (i < 30 || (i >= 50 && i < 80))
                add(m_people.at(i), {usage(at(10, 6, 9), u"openai"_s, u"gpt-4.1"_s, 10)});
        }
        const auto cells = [this] {
            QMap<QString, Counts> told;
            for (const QJsonValue &cohort : described().value("cohorts"_L1).toArray()) {
                for (const QJsonValue &cell : cohort["months"_L1].toArray())
                    told[cohort["start"_L1].toString()].insert(cell["month"_L1].toString(),
                                                               cell["accounts"_L1].toInteger());
            }
            return told;
        };
        // Of the 40 of September 30 came back: that ten did not is not told, and neither is what
        // would tell it by a difference to all of October.
        QCOMPARE(cells(),
                 (QMap<QString, Counts>{{u"2026-08"_s, {{u"2026-08"_s, 50}, {u"2026-10"_s, 30}}},
                                        {u"2026-09"_s, {{u"2026-09"_s, 40}}}}));
        // A late record from July moves where somebody started.
        for (int i = 0; i < 25; ++i)
            add(m_people.at(i), {usage(at(7, 6, 9), u"openai"_s, u"gpt-4.1"_s, 10)});
        QCOMPARE(cells().value(u"2026-07"_s).value(u"2026-07"_s), 25);
        QVERIFY(!cells().value(u"2026-08"_s).contains(u"2026-10"_s)); // five of them are left
    }

    void isTheSameFromEarlierRecords()
    {
        ServerFixture fixture(*m_store);
        const auto ada = fixture.user(u"ada@example.org"_s);
        fixture.send(ada.token, {fixture.record(1), fixture.record(2)});
        const auto state = [this] {
            QStringList rows;
            const QStringList queries{
                u"SELECT month, kind, name, CAST(SUM(accounts) AS BIGINT) FROM platform_group "
                "GROUP BY 1, 2, 3 ORDER BY 2, 3"_s,
                u"SELECT month, CAST(account_id AS TEXT), '', cost_nano FROM account_spend"_s,
                u"SELECT month, start_month, '', CAST(SUM(accounts) AS BIGINT) "
                "FROM platform_cohort GROUP BY 1, 2"_s,
                u"SELECT month, kind, name, 0 FROM account_group ORDER BY 2, 3"_s};
            for (const QString &query : queries) {
                const auto read = m_sql->query(query, {}, [&rows](const Row &row) {
                    rows.append(row.text(0) + u' ' + row.text(1) + u' ' + row.text(2) + u' '
                                + QString::number(row.number(3)));
                    return true;
                });
                if (!read)
                    rows.append(read.error().detail());
            }
            return rows;
        };
        const QStringList kept = state();
        QVERIFY(kept.size() >= 12);
        for (const QString &table :
             {u"account_group"_s, u"platform_group"_s, u"account_spend"_s, u"platform_cohort"_s})
            QVERIFY(m_sql->execute(u"DELETE FROM "_s + table));
        for (const QString &statement : server::analyticsStep().both) {
            if (statement.startsWith("INSERT"_L1))
                QVERIFY(m_sql->execute(statement));
        }
        QCOMPARE(state(), kept);
        // What is left of an account that is gone says nothing of it.
        fixture.post("/v1/account/delete",
                     {{u"password"_s, QString::fromLatin1(ServerFixture::password)}}, ada.token);
        QCOMPARE(m_sql->number(u"SELECT COUNT(*) FROM account_group"_s).value(), 0);
        QCOMPARE(m_sql->number(u"SELECT COUNT(*) FROM account_spend"_s).value(), 0);
    }

    void answersForMonthsThatHaveEnded()
    {
        ServerFixture fixture(*m_store);
        const AdminPerson vera
            = madeAdmin(fixture, u"vera@example.org"_s, server::AdminRole::Viewer);
        const QByteArray token
            = call(fixture.adminPort, "POST", "/v1/admin/sessions", {},
                   textOf({{u"email"_s, vera.email},
                           {u"password"_s, QString::fromLatin1(adminPassword)},
                           {u"code"_s, QString::fromLatin1(adminCodeNow(fixture, vera))}}))
                  .json.value("token"_L1)
                  .toString()
                  .toLatin1();
        const auto ask = [&](const QByteArray &month) {
            return call(fixture.adminPort, "GET", "/v1/admin/analytics?month=" + month, token);
        };
        QCOMPARE(ask("2026-10").status, 200);
        QCOMPARE(ask("2026-11").code(), u"month-not-over"_s);
        QCOMPARE(ask("").code(), u"bad-query"_s);
    }

    /// Whatever the groups are: nothing told is a handful, nor is what a difference leaves.
    void givesNobodyAwayByADifference()
    {
        QFETCH_GLOBAL(QString, engine);
        if (engine != "sqlite"_L1)
            return; // it is arithmetic
        QRandomGenerator random(7);
        int hidden = 0;
        for (int round = 0; round < 20'000; ++round) {
            Counts parts;
            qint64 all = 0;
            const int count = random.bounded(1, 9);
            for (int i = 0; i < count; ++i) {
                const qint64 some
                    = random.bounded(0, 3) == 0 ? random.bounded(0, 25) : random.bounded(0, 200);
                parts.insert(QString::number(i), some);
                all += some;
            }
            qint64 left = all;
            const Counts told = server::tellableParts(parts, all);
            for (const qint64 some : told) {
                QVERIFY(some >= UserAnalytics::fewest);
                QVERIFY(all == some || all - some >= UserAnalytics::fewest);
                left -= some;
            }
            QVERIFY2(told.isEmpty() || left == 0 || left >= UserAnalytics::fewest,
                     qPrintable(QString::number(left)));
            hidden += left > 0 ? 1 : 0;
        }
        QVERIFY(hidden > 1'000);
    }
};

QTEST_GUILESS_MAIN(TestUserAnalytics)
#include "tst_useranalytics.moc"
