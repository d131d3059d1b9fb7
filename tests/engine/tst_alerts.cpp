#include "core/engine/alerts.h"
#include "core/engine/spendwatch.h"
#include "core/storage/billingzone.h"
#include "tests/engine/workspacefixture.h"
#include "tests/storage/storagefixture.h"

#include <QtCore/QDirIterator>

#include <chrono>

using namespace keyway;
using namespace keyway::engine;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using guard::Alert;

/// What is unusual while requests run.
class AlertsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<WorkspaceFixture> m_fixture;

    Workspace &workspace() { return *m_fixture->workspace; }
    QList<Alert> all() { return engine::alerts(workspace()).value(); }
    QStringList audited()
    {
        AuditFilter filter;
        filter.groups = {u"alert"_s};
        QStringList names;
        const auto entries = workspace().activity(filter);
        for (const AuditEntry &entry : *entries)
            names.prepend(entry.event.name);
        return names;
    }

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WorkspaceFixture>();
        m_fixture->start();
    }
    void cleanup() { m_fixture.reset(); }

    void theSamePromptIsStoppedUntilItWasMe()
    {
        const int most = guard::RepetitionRule().most;
        for (int i = 0; i < most; ++i)
            QCOMPARE(m_fixture->ask({}, u"Again"_s).outcome, Outcome::Completed);
        QVERIFY(all().isEmpty());
        const qsizetype asked = m_fixture->first.requests().size();
        for (int i = 0; i < 3; ++i) {
            const Answer stopped = m_fixture->ask({}, u"Again"_s);
            QVERIFY(stopped.error);
            QCOMPARE(stopped.error->kind(), Error::Kind::Budget);
            QCOMPARE(stopped.error->reason(), u"repeated-prompt"_s);
            QVERIFY(stopped.attempts.isEmpty());
        }
        QCOMPARE(m_fixture->first.requests().size(), asked);
        const QList<Alert> raised = all();
        QCOMPARE(raised.size(), 1);
        QCOMPARE(raised.first().kind, Alert::Kind::RepeatedPrompt);
        QCOMPARE(raised.first().times, most);
        // Another prompt, or the same to a model of the user's choice, is another matter.
        QCOMPARE(m_fixture->ask({}, u"Something else"_s).outcome, Outcome::Completed);
        AskOptions pinned;
        pinned.integration = m_fixture->named(u"Second"_s).id;
        QCOMPARE(m_fixture->ask(pinned, u"Again"_s).outcome, Outcome::Completed);

        QVERIFY(acknowledgeAlerts(workspace(), {raised.first().id}).ok());
        QVERIFY(all().first().acknowledgedAt);
        for (int i = 0; i < most + 2; ++i)
            QCOMPARE(m_fixture->ask({}, u"Again"_s).outcome, Outcome::Completed);
        QCOMPARE(all().size(), 1);
        QCOMPARE(audited(), QStringList({u"alert.raised"_s, u"alert.acknowledged"_s}));
    }

    void whatIsFreeMayBeRepeated()
    {
        for (const QString &name : {u"First"_s, u"Second"_s}) {
            Integration free = m_fixture->named(name);
            DatedPrice nothing;
            nothing.from = QDate(2026, 1, 1);
            nothing.version = u"own"_s;
            nothing.tiers = {{0, {{Counter::InUncached, Price()}, {Counter::OutText, Price()}}}};
            free.terms.setPrice(free.model, nothing);
            QVERIFY(workspace().updateIntegration(free).ok());
        }
        for (int i = 0; i < guard::RepetitionRule().most + 5; ++i)
            QCOMPARE(m_fixture->ask({}, u"Again"_s).outcome, Outcome::Completed);
    }

    void noTextIsKept()
    {
        const QString canary = u"canary-of-a-prompt-that-repeats"_s;
        for (int i = 0; i <= guard::RepetitionRule().most; ++i)
            m_fixture->ask({}, canary);
        QCOMPARE(all().size(), 1);
        m_fixture->workspace.reset();
        int files = 0;
        QDirIterator entries(m_fixture->dir.path(), QDir::Files, QDirIterator::Subdirectories);
        while (entries.hasNext()) {
            QFile file(entries.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains(canary.toUtf8()), qPrintable(file.fileName()));
            ++files;
        }
        QVERIFY(files > 0);
    }
};

/// What is unusual in what was spent, with a clock that a test moves.
class SpendWatchTest : public QObject {
    Q_OBJECT

    std::unique_ptr<TemporaryDataDir> m_dir;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<Records> m_records;
    std::unique_ptr<AlertStore> m_alerts;
    std::unique_ptr<SpendWatch> m_watch;
    Integration m_openai;
    int m_raised = 0; ///< alerts

    void spend(qint64 cents)
    {
        const auto started = m_records->start(m_openai, Money::fromCents(cents));
        VERIFY_RESULT(started);
        UsageRecord record = Records::completed(*started, Money::fromCents(cents));
        record.billingDay = m_clock->now().date();
        VERIFY_RESULT(m_records->ledger.settle(record));
        m_watch->settled(record);
    }
    /// Ten hours of each of so many days, at ten cents.
    void liveQuietly(int days)
    {
        for (int day = 0; day < days; ++day) {
            m_clock->jumpTo(QDateTime(m_clock->now().date().addDays(1), QTime(9, 5), Qt::UTC));
            for (int hour = 0; hour < 10; ++hour) {
                spend(10);
                m_clock->advance(1h);
            }
        }
        m_clock->jumpTo(QDateTime(m_clock->now().date().addDays(1), QTime(9, 5), Qt::UTC));
    }
    QStringList told()
    {
        QStringList names;
        const auto raised = m_alerts->alerts();
        for (const Alert &alert : *raised)
            names.prepend(nameOf(alert.kind));
        return names;
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<TemporaryDataDir>();
        m_clock = std::make_unique<FakeClock>();
        m_raised = 0;
        m_records = std::make_unique<Records>(m_dir->path(), *m_clock);
        VERIFY_RESULT(setBillingZone(*m_records->database, "UTC"_ba));
        m_alerts = std::make_unique<AlertStore>(*m_records->database);
        m_watch = std::make_unique<SpendWatch>(*m_records->database, *m_alerts, *m_clock,
                                               QTimeZone::utc(), [this] { ++m_raised; });
        m_openai = m_records->addIntegration(u"A"_s);
    }
    void cleanup()
    {
        m_watch.reset();
        m_alerts.reset();
        m_records.reset();
    }

    void learnsFirst()
    {
        liveQuietly(2); // twenty hours
        spend(5000);
        QCOMPARE(told(), QStringList());
    }

    void anHourAndADay()
    {
        liveQuietly(14);
        spend(10);
        QCOMPARE(told(), QStringList());
        for (int i = 0; i < 12; ++i)
            spend(10); // $1.30 in an hour
        QCOMPARE(told(), QStringList{u"unusual-hour"_s});
        const Alert hour = m_alerts->alerts()->first();
        QCOMPARE(hour.spent, Money::fromCents(60)); // as soon as it was so much
        QCOMPARE(hour.usual, Money::fromCents(10));
        QCOMPARE(hour.since.time(), QTime(9, 0));
        m_clock->advance(1h);
        spend(75); // not another level than the hour that was told
        QCOMPARE(told().size(), 1);
        m_clock->advance(1h);
        spend(130); // above twice that hour
        QCOMPARE(told().mid(1), QStringList{u"unusual-hour"_s});
        m_clock->advance(1h);
        spend(100); // the day goes on, above twice the highest
        QCOMPARE(told().mid(2), QStringList{u"unusual-day"_s});
        const Alert day = m_alerts->alerts()->first();
        QCOMPARE(day.since.time(), QTime(0, 0));
        QCOMPARE(day.spent, Money::fromCents(175));
        QCOMPARE(day.usual, Money::fromCents(80));
        m_clock->advance(1h);
        spend(60);
        QCOMPARE(told().size(), 3);
        QCOMPARE(m_raised, 3);
        QCOMPARE(differences(*m_records->database), QString());
    }

    void thatWasMeIsRemembered()
    {
        liveQuietly(14);
        spend(150);
        QCOMPARE(told(), QStringList{u"unusual-hour"_s});
        VERIFY_RESULT(m_alerts->acknowledge({m_alerts->alerts()->first().id}));
        liveQuietly(14);
        spend(180);
        QCOMPARE(told().size(), 1);
        m_clock->advance(1h);
        spend(310); // another level
        QCOMPARE(told().mid(1), QStringList{u"unusual-hour"_s});
    }

    void oneThatStartsAnewKnowsTheSame()
    {
        liveQuietly(14);
        spend(150);
        // Another program on the same records.
        m_watch = std::make_unique<SpendWatch>(*m_records->database, *m_alerts, *m_clock,
                                               QTimeZone::utc(), [this] { ++m_raised; });
        spend(20);
        QCOMPARE(told(), QStringList{u"unusual-hour"_s});
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    AlertsTest alerts;
    SpendWatchTest watch;
    return QTest::qExec(&alerts, argc, argv) | QTest::qExec(&watch, argc, argv);
}
#include "tst_alerts.moc"
