#include "core/storage/billingzone.h"
#include "core/storage/limitstore.h"
#include "tests/storage/storagefixture.h"

using namespace keyway;
using namespace Qt::StringLiterals;
using guard::LimitPeriod;
using guard::LimitScope;
using guard::SpendingLimit;

class TestLimitStore : public QObject {
    Q_OBJECT

    std::unique_ptr<TemporaryDataDir> m_dir;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<Records> m_records;
    Integration m_openai, m_other;

    LimitStore store() { return LimitStore(*m_records->database); }
    QDate today() const { return m_clock->now().date(); }

    void spend(const Integration &integration, qint64 cents)
    {
        const auto started = m_records->start(integration, Money::fromCents(cents));
        VERIFY_RESULT(started);
        VERIFY_RESULT(
            m_records->ledger.settle(Records::completed(*started, Money::fromCents(cents))));
    }
    Money used(const SpendingLimit &limit)
    {
        const auto use = store().use(limit, today());
        return use ? use->used() : Money::fromNano(-1);
    }
    static SpendingLimit limit(LimitScope scope, LimitPeriod period, qint64 cents,
                               LimitAction reached = LimitAction::Stop)
    {
        return {{}, std::move(scope), period, Money::fromCents(cents), reached, 80};
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<TemporaryDataDir>();
        m_clock = std::make_unique<FakeClock>(
            QDateTime(QDate(2026, 11, 18), QTime(12, 0), Qt::UTC)); // a Wednesday
        m_records = std::make_unique<Records>(m_dir->path(), *m_clock);
        VERIFY_RESULT(setBillingZone(*m_records->database, "UTC"_ba));
        m_openai = m_records->addIntegration(u"A"_s);
        m_other = m_records->addIntegration(u"B"_s, u"anthropic"_s);
    }
    void cleanup() { m_records.reset(); }

    void countsWhatIsInItsPeriodAndScope()
    {
        m_clock->jumpTo(QDateTime(QDate(2026, 10, 31), QTime(12, 0), Qt::UTC));
        spend(m_openai, 1);
        m_clock->jumpTo(QDateTime(QDate(2026, 11, 1), QTime(12, 0), Qt::UTC));
        spend(m_openai, 2);
        m_clock->jumpTo(QDateTime(QDate(2026, 11, 16), QTime(12, 0), Qt::UTC));
        spend(m_openai, 4);
        spend(m_other, 8);
        m_clock->jumpTo(QDateTime(QDate(2026, 11, 18), QTime(12, 0), Qt::UTC));
        spend(m_openai, 16);
        VERIFY_RESULT(m_records->start(m_other, Money::fromCents(32))); // runs
        using Kind = LimitScope::Kind;
        const LimitScope service{Kind::Service, u"openai"_s};
        const LimitScope integration{Kind::Integration, m_other.id.toString()};
        const struct {
            SpendingLimit limit;
            int cents;
        } cases[] = {
            {limit({}, LimitPeriod::Month, 1), 2 + 4 + 8 + 16 + 32},
            {limit({}, LimitPeriod::Week, 1), 4 + 8 + 16 + 32},
            {limit({}, LimitPeriod::Day, 1), 16 + 32},
            {limit({}, LimitPeriod::Request, 1), 0},
            {limit(service, LimitPeriod::Month, 1), 2 + 4 + 16},
            {limit(service, LimitPeriod::Day, 1), 16},
            {limit(integration, LimitPeriod::Week, 1), 8 + 32},
            {limit(integration, LimitPeriod::Day, 1), 32},
            {limit({Kind::Type, u"text"_s}, LimitPeriod::Month, 1), 2 + 4 + 8 + 16 + 32},
            {limit({Kind::Type, u"image"_s}, LimitPeriod::Month, 1), 0},
        };
        for (const auto &one : cases)
            QCOMPARE(used(one.limit), Money::fromCents(one.cents));
    }

    void oneForEachPlace()
    {
        VERIFY_RESULT(store().set(limit({}, LimitPeriod::Month, 2000)));
        VERIFY_RESULT(store().set(limit({}, LimitPeriod::Day, 300, LimitAction::WarnOnly)));
        VERIFY_RESULT(store().set(limit({}, LimitPeriod::Month, 2500, LimitAction::FallBack)));
        const auto limits = store().limits();
        VERIFY_RESULT(limits);
        QCOMPARE(limits->size(), 2);
        QCOMPARE(limits->first().most, Money::fromCents(2500));
        QCOMPARE(limits->first().reached, LimitAction::FallBack);
        VERIFY_RESULT(store().remove(limits->first()));
        VERIFY_RESULT(store().remove(limits->first()));
        QCOMPARE(store().limits()->size(), 1);
        const auto events = AuditTrail(*m_records->database).entries(4);
        QCOMPARE(events->size(), 4);
        QCOMPARE(events->first().event.name, u"limit.removed"_s); // once
        QCOMPARE(events->at(1).event.facts.value("most_nano"_L1).toInteger(),
                 Money::fromCents(2500).nano());
    }

    void refuses_data()
    {
        QTest::addColumn<int>("period");
        QTest::addColumn<QString>("service");
        QTest::addColumn<int>("most");
        QTest::addColumn<int>("reached");
        QTest::addColumn<bool>("refused");
        const auto row = [](const char *name, LimitPeriod period, const QString &service, int most,
                            LimitAction reached, bool refused) {
            QTest::newRow(name) << static_cast<int>(period) << service << most
                                << static_cast<int>(reached) << refused;
        };
        // 10 cents are spent today, and 5 more are wanted of openai.
        row("fits", LimitPeriod::Day, {}, 15, LimitAction::Stop, false);
        row("a cent too much", LimitPeriod::Day, {}, 14, LimitAction::Stop, true);
        row("the same, falling back", LimitPeriod::Day, {}, 14, LimitAction::FallBack, true);
        row("the same, only warned", LimitPeriod::Day, {}, 14, LimitAction::WarnOnly, false);
        row("of the week", LimitPeriod::Week, {}, 14, LimitAction::Stop, true);
        row("of the month", LimitPeriod::Month, {}, 14, LimitAction::Stop, true);
        row("of a request", LimitPeriod::Request, {}, 5, LimitAction::Stop, false);
        row("of a request, too dear", LimitPeriod::Request, {}, 4, LimitAction::Stop, true);
        row("of this service", LimitPeriod::Day, u"openai"_s, 14, LimitAction::Stop, true);
        row("of another service", LimitPeriod::Day, u"anthropic"_s, 0, LimitAction::Stop, false);
    }
    void refuses()
    {
        QFETCH(int, period);
        QFETCH(QString, service);
        QFETCH(int, most);
        QFETCH(int, reached);
        QFETCH(bool, refused);
        spend(m_openai, 10);
        LimitScope scope;
        if (!service.isEmpty())
            scope = {LimitScope::Kind::Service, service};
        VERIFY_RESULT(store().set(limit(scope, static_cast<LimitPeriod>(period), most,
                                        static_cast<LimitAction>(reached))));
        const qint64 rows = number(*m_records->database, u"SELECT COUNT(*) FROM attempt"_s);
        const auto started = m_records->start(m_openai, Money::fromCents(5));
        QCOMPARE(started.ok(), !refused);
        QCOMPARE(number(*m_records->database, u"SELECT COUNT(*) FROM attempt"_s),
                 rows + (refused ? 0 : 1));
        QCOMPARE(differences(*m_records->database), QString());
        if (refused) {
            QCOMPARE(started.error().kind(), Error::Kind::Budget);
            QCOMPARE(started.error().reason(), u"over-limit"_s);
            QCOMPARE(started.error().detail(), store().limits()->first().id.toString());
        }
        VERIFY_RESULT(m_records->start(m_openai)); // what costs nothing goes on
    }

    void aRequestCountsAllItsAttempts()
    {
        VERIFY_RESULT(store().set(limit({}, LimitPeriod::Request, 10)));
        const auto first = m_records->start(m_openai, Money::fromCents(6));
        VERIFY_RESULT(first);
        UsageRecord second = m_records->newRecord(m_other);
        second.requestId = first->requestId;
        second.attempt = 2;
        QVERIFY(!m_records->ledger.startAttempt(second, Money::fromCents(6), {}));
        UsageRecord unknown = *first; // may have cost all of it
        unknown.outcome = Outcome::Unknown;
        unknown.costState = CostState::Unknown;
        VERIFY_RESULT(m_records->ledger.settle(unknown));
        QVERIFY(!m_records->ledger.startAttempt(second, Money::fromCents(6), {}));
        VERIFY_RESULT(m_records->ledger.startAttempt(second, Money::fromCents(4), {}));
    }

    void stopsEverythingThatCosts()
    {
        VERIFY_RESULT(store().setStopped(true));
        const auto since = store().stoppedSince();
        QCOMPARE(*since, m_clock->now());
        m_clock->advance(std::chrono::hours(1));
        VERIFY_RESULT(store().setStopped(true)); // it stays stopped since then
        QCOMPARE(*store().stoppedSince(), **since);
        const auto refused = m_records->start(m_openai, Money::fromNano(1));
        QVERIFY(!refused);
        QCOMPARE(refused.error().reason(), u"spending-stopped"_s);
        VERIFY_RESULT(m_records->start(m_openai));
        VERIFY_RESULT(store().setStopped(false));
        QVERIFY(!store().stoppedSince()->has_value());
        VERIFY_RESULT(m_records->start(m_openai, Money::fromNano(1)));
    }
};

QTEST_GUILESS_MAIN(TestLimitStore)
#include "tst_limitstore.moc"
