#include "core/storage/alertstore.h"
#include "core/storage/billingzone.h"
#include "core/storage/migrations.h"
#include "core/storage/spendhistory.h"
#include "tests/storage/storagefixture.h"

#include <chrono>

using namespace keyway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using guard::Alert;

/// Alerts, and the hours that they are found in.
class TestAlertStore : public QObject {
    Q_OBJECT

    std::unique_ptr<TemporaryDataDir> m_dir;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<Records> m_records;
    Integration m_openai;

    Database &database() { return *m_records->database; }
    AlertStore store() { return AlertStore(database()); }
    void spend(const QDateTime &at, qint64 cents)
    {
        m_clock->jumpTo(at);
        const auto started = m_records->start(m_openai, Money::fromCents(cents));
        VERIFY_RESULT(started);
        VERIFY_RESULT(
            m_records->ledger.settle(Records::completed(*started, Money::fromCents(cents))));
    }
    static QDateTime at(int month, int day, int hour, int minute = 0)
    {
        return QDateTime(QDate(2026, month, day), QTime(hour, minute), Qt::UTC);
    }
    Id raise(Alert::Kind kind, qint64 cents)
    {
        Alert alert;
        alert.raisedAt = m_clock->now();
        alert.id = Id::create(alert.raisedAt);
        alert.kind = kind;
        alert.since = alert.raisedAt.addSecs(-60);
        alert.spent = Money::fromCents(cents);
        alert.usual = Money::fromCents(7);
        alert.times = 3;
        alert.app = AppClass::Gateway;
        const auto raised = store().raise(alert);
        return raised ? *raised : Id();
    }
    QStringList events() { return audited(database(), u"alert"_s); }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<TemporaryDataDir>();
        m_clock = std::make_unique<FakeClock>(at(11, 18, 12));
        m_records = std::make_unique<Records>(m_dir->path(), *m_clock);
        VERIFY_RESULT(setBillingZone(database(), "Europe/Berlin"_ba));
        m_openai = m_records->addIntegration(u"A"_s);
    }
    void cleanup() { m_records.reset(); }

    void spendingByHours()
    {
        const QTimeZone berlin("Europe/Berlin");
        spend(at(8, 1, 12), 1000); // too long ago
        spend(at(11, 10, 22, 59), 1);
        spend(at(11, 10, 23), 2); // the next day in Berlin
        spend(at(11, 10, 23, 59), 4);
        spend(at(11, 11, 8), 0); // an hour of nothing
        spend(at(11, 18, 9), 8);
        spend(at(11, 18, 9, 30), 16);
        spend(at(11, 18, 10), 32);
        spend(at(11, 18, 11), 64);
        const auto running = runningSpend(database(), at(11, 18, 9, 59), berlin);
        VERIFY_RESULT(running);
        QCOMPARE(running->hour, Money::fromCents(24));
        QCOMPARE(running->day, Money()); // beside two hours
        QCOMPARE(runningSpend(database(), at(11, 18, 10), berlin)->hour, Money::fromCents(32));
        QCOMPARE(runningSpend(database(), at(11, 18, 11), berlin)->day, Money::fromCents(24));
        QCOMPARE(runningSpend(database(), at(11, 18, 12), berlin)->hour, Money());
        const auto history = spendHistory(database(), QDate(2026, 11, 18), berlin);
        VERIFY_RESULT(history);
        QCOMPARE(history->days,
                 QList<QList<Money>>({{Money::fromCents(6)}, {Money::fromCents(1)}}));
        QCOMPARE(differences(database()), QString());
    }

    void readsFourWeeksOfSpending()
    {
        // Every second day for 60 days, two hours each.
        for (int i = 60; i > 0; i -= 2) {
            spend(at(11, 18, 9).addDays(-i), i);
            spend(at(11, 18, 15).addDays(-i), i);
        }
        const auto history
            = spendHistory(database(), QDate(2026, 11, 18), QTimeZone("Europe/Berlin"));
        VERIFY_RESULT(history);
        QCOMPARE(history->days.size(), 28);
        QCOMPARE(history->days.last(), QList<Money>(2, Money::fromCents(56)));
        // After a long holiday nothing is known any more.
        const auto later = spendHistory(database(), QDate(2027, 3, 1), QTimeZone("Europe/Berlin"));
        VERIFY_RESULT(later);
        QVERIFY(later->days.isEmpty());
    }

    void hoursOfAnOlderFileAreFilledIn()
    {
        spend(at(11, 17, 9), 3);
        spend(at(11, 17, 9, 10), 4);
        VERIFY_RESULT(database().execute(u"DROP TABLE hourly"_s));
        VERIFY_RESULT(database().execute(u"DROP TABLE alert"_s));
        constexpr int versionBefore = 9; // the step that leads from there makes both
        for (const QString &statement : migrations().at(versionBefore))
            VERIFY_RESULT(database().execute(statement));
        QCOMPARE(differences(database()), QString());
        QCOMPARE(number(database(), u"SELECT platform_cost_nano FROM hourly"_s),
                 Money::fromCents(7).nano());
    }

    void oneOfAKindInAnHour()
    {
        const Id hour = raise(Alert::Kind::UnusualHour, 100);
        QCOMPARE(raise(Alert::Kind::UnusualHour, 200), hour);
        const Id day = raise(Alert::Kind::UnusualDay, 300);
        QVERIFY(day != hour);
        m_clock->advance(1h);
        const Id next = raise(Alert::Kind::UnusualHour, 400);
        QVERIFY(next != hour);
        const auto alerts = store().alerts();
        VERIFY_RESULT(alerts);
        QCOMPARE(alerts->size(), 3);
        QCOMPARE(alerts->first().id, next);
        const Alert &first = alerts->last();
        QCOMPARE(first.id, hour);
        QCOMPARE(first.spent, Money::fromCents(100));
        QCOMPARE(first.usual, Money::fromCents(7));
        QCOMPARE(first.times, 3);
        QCOMPARE(first.app, AppClass::Gateway);
        QCOMPARE(first.since, at(11, 18, 11, 59));
        QVERIFY(first.isNew());
        QCOMPARE(events(), QStringList(3, u"alert.raised"_s));
        // Each repeated prompt is a matter of its own.
        QVERIFY(raise(Alert::Kind::RepeatedPrompt, 0) != raise(Alert::Kind::RepeatedPrompt, 0));
    }

    void thatWasMe()
    {
        const Id hour = raise(Alert::Kind::UnusualHour, 100);
        const Id day = raise(Alert::Kind::UnusualDay, 300);
        const QDateTime today = at(11, 18, 0);
        const QDateTime tomorrow = at(11, 19, 0);
        // What was told today is known today.
        QCOMPARE(store().known(today)->hour, Money::fromCents(100));
        QCOMPARE(store().known(today)->day, Money::fromCents(300));
        QCOMPARE(store().known(tomorrow)->hour, Money());
        VERIFY_RESULT(store().acknowledge({hour}));
        VERIFY_RESULT(store().acknowledge({hour})); // once is enough
        QVERIFY(*store().isAcknowledged(hour));
        QVERIFY(!*store().isAcknowledged(day));
        QCOMPARE(store().known(tomorrow)->hour, Money::fromCents(100));
        QCOMPARE(store().known(tomorrow)->day, Money());
        QCOMPARE(events().mid(2), QStringList{u"alert.acknowledged"_s});
        const Id nobody = Id::create(m_clock->now());
        const auto refused = store().acknowledge({day, nobody});
        QVERIFY(!refused);
        QCOMPARE(refused.error().reason(), u"no-such-alert"_s);
        QVERIFY(!*store().isAcknowledged(day)); // all or nothing
    }

    void seenAndUnseen()
    {
        const Id hour = raise(Alert::Kind::UnusualHour, 100);
        VERIFY_RESULT(store().setSeen({hour}, true));
        QCOMPARE(*store().alerts()->first().seenAt, m_clock->now());
        QVERIFY(!store().alerts()->first().isNew());
        VERIFY_RESULT(store().setSeen({hour}, false));
        QVERIFY(store().alerts()->first().isNew());
    }
};

QTEST_GUILESS_MAIN(TestAlertStore)
#include "tst_alertstore.moc"
