#include "core/server/servicereports.h"
#include "core/sync/healthreporter.h"
#include "tests/sync/syncfixture.h"

#include <QtTest/QTest>

using namespace keyway;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// What the server is told of services, and what it is not.
class TestHealthReporter : public QObject {
    Q_OBJECT

    std::unique_ptr<TemporaryDataDir> m_dir;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<ServerFixture> m_server;
    std::unique_ptr<Computer> m_computer;
    std::unique_ptr<HealthReporter> m_reporter;
    Integration m_openai, m_anthropic, m_own;

    void attempt(const Integration &integration, Outcome outcome,
                 std::optional<Error::Kind> error = {}, OriginClass origin = OriginClass::Official)
    {
        Records &records = m_computer->records;
        UsageRecord record = records.newRecord(integration);
        record.origin = origin;
        RequestEntry request;
        request.id = record.requestId;
        request.startedAt = record.startedAt;
        VERIFY_RESULT(records.ledger.beginRequest(request));
        VERIFY_RESULT(records.ledger.startAttempt(record, {}, {}));
        record.outcome = outcome;
        record.errorKind = error;
        if (!error)
            record.firstTokenMs = 730;
        VERIFY_RESULT(records.ledger.settle(record));
    }
    /// `11 openai answered 1s 2`
    QStringList due()
    {
        const auto reports = m_reporter->due();
        QStringList lines;
        for (const HealthReport &report : *reports)
            lines += u"%1 %2 %3 %4 %5"_s
                         .arg(report.hour.time().toString(u"HH"_s), report.service,
                              nameOf(report.outcome), nameOf(report.latency))
                         .arg(report.count);
        return lines;
    }
    QJsonArray atServer()
    {
        const auto sql = m_server->sql();
        return *server::ServiceReports(*sql).since(m_clock->now().addDays(-3));
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<TemporaryDataDir>();
        m_clock = std::make_unique<FakeClock>();
        m_server = std::make_unique<ServerFixture>(server::DatabaseAddress::sqlite(m_dir->path()));
        m_computer = std::make_unique<Computer>(*m_clock, m_server->catalogue(), m_server->port);
        m_openai = m_computer->records.addIntegration(u"OpenAI"_s);
        m_anthropic = m_computer->records.addIntegration(u"Anthropic"_s, u"anthropic"_s);
        m_own = m_computer->records.addIntegration(u"Mine too"_s, u"nobody-knows-it"_s);
        m_reporter = std::make_unique<HealthReporter>(*m_computer->records.database,
                                                      m_server->catalogue());
    }
    void cleanup()
    {
        m_reporter.reset();
        m_computer.reset();
        m_server.reset();
    }

    void countsByServiceHourAndOutcome()
    {
        attempt(m_openai, Outcome::Completed);
        attempt(m_openai, Outcome::Refused);
        attempt(m_openai, Outcome::Failed, Error::Kind::Overloaded);
        attempt(m_anthropic, Outcome::Failed, Error::Kind::Network);
        attempt(m_anthropic, Outcome::Failed, Error::Kind::Auth);
        attempt(m_anthropic, Outcome::Cancelled, Error::Kind::Cancelled);
        QCOMPARE(due(), QStringList()); // the hour goes on
        m_clock->advance(1h);
        QCOMPARE(due(),
                 QStringList({u"12 anthropic unreachable none 1"_s, u"12 anthropic other none 1"_s,
                              u"12 openai answered 1s 2"_s, u"12 openai overloaded none 1"_s}));
    }

    void leavesOutWhatIsNobodysBusiness()
    {
        attempt(m_openai, Outcome::Completed, {}, OriginClass::OwnUrl);
        attempt(m_openai, Outcome::Completed, {}, OriginClass::Local);
        attempt(m_own, Outcome::Completed);
        m_clock->advance(1h);
        QCOMPARE(due(), QStringList());
        // Nobody answered in this hour: this computer was offline.
        attempt(m_openai, Outcome::Failed, Error::Kind::Network);
        attempt(m_anthropic, Outcome::Failed, Error::Kind::Network);
        m_clock->advance(1h);
        QCOMPARE(due(), QStringList());
        m_clock->advance(HealthReporter::oldest);
        QCOMPARE(due(), QStringList());
    }

    void tellsEachHourOnce()
    {
        attempt(m_openai, Outcome::Completed);
        m_clock->advance(1h);
        m_server->clock.jumpTo(m_clock->now());
        attempt(m_openai, Outcome::Completed);
        const auto send = [this] {
            auto sending = m_reporter->send(m_computer->client, {});
            return await(std::move(sending)).value();
        };
        QCOMPARE(send(), 1);
        QCOMPARE(send(), 0);
        QCOMPARE(atServer().size(), 1);
        m_clock->advance(1h);
        m_server->clock.jumpTo(m_clock->now());
        QCOMPARE(due().size(), 1);
        QCOMPARE(send(), 1);
        const QJsonArray kept = atServer();
        QCOMPARE(kept.size(), 2);
        QCOMPARE(kept[0].toObject().value("reports"_L1).toInt(), 1);
        // Another program begins with its own hour.
        HealthReporter later(*m_computer->records.database, m_server->catalogue());
        QVERIFY(later.due()->isEmpty());
    }

    void aServerThatIsAwayIsToldLater()
    {
        attempt(m_openai, Outcome::Completed);
        m_clock->advance(1h);
        ServerClient nobody(QUrl(u"http://127.0.0.1:9"_s));
        auto failing = m_reporter->send(nobody, {});
        QVERIFY(!await(std::move(failing)));
        QCOMPARE(due().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestHealthReporter)
#include "tst_healthreporter.moc"
