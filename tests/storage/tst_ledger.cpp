#include "core/storage/billingzone.h"
#include "tests/storage/storagefixture.h"

#include <QtCore/QRandomGenerator>

using namespace keyway;
using namespace Qt::StringLiterals;

class TestLedger : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<TemporaryDataDir>();
        m_clock = std::make_unique<FakeClock>();
        m_records = std::make_unique<Records>(m_dir->path(), *m_clock);
        VERIFY_RESULT(setBillingZone(*m_records->database, "UTC"_ba));
    }
    void cleanup()
    {
        m_records.reset();
        m_dir.reset();
    }

    void aRequestIsWrittenWithItsFirstAttemptOrNotAtAll()
    {
        const Integration one = m_records->addIntegration(u"OpenAI"_s);
        const UsageRecord record = m_records->newRecord(one);
        RequestEntry request;
        request.id = record.requestId;
        request.startedAt = record.startedAt;
        Ledger &ledger = m_records->ledger;
        const auto refused
            = ledger.beginWith(request, record, Money::fromNano(11), Money::fromNano(10));
        QVERIFY(!refused);
        QCOMPARE(refused.error().reason(), u"over-budget"_s);
        QCOMPARE(number(*m_records->database, u"SELECT COUNT(*) FROM request"_s), 0);
        VERIFY_RESULT(ledger.beginWith(request, record, Money::fromNano(10), Money::fromNano(10)));
        QCOMPARE(number(*m_records->database, u"SELECT COUNT(*) FROM request"_s), 1);
        QCOMPARE(number(*m_records->database, u"SELECT reserved_nano FROM budget"_s), 10);
        VERIFY_RESULT(ledger.settle(Records::completed(record, Money::fromNano(7))));
    }

    void aSettledAttemptIsInEverySum()
    {
        const Integration one = m_records->addIntegration(u"OpenAI"_s);
        const auto conversation = ConversationStore(*m_records->database).create(u"Hello"_s);
        VERIFY_RESULT(conversation);
        const auto started = m_records->start(one, Money::fromCents(5), {}, conversation->id);
        VERIFY_RESULT(started);
        auto spending = m_records->ledger.spending(QDate(2026, 11, 3));
        VERIFY_RESULT(spending);
        QCOMPARE(spending->value(one.id).reserved, Money::fromCents(5));
        QCOMPARE(spending->value(one.id).thisMonth, Money());

        UsageRecord record
            = Records::completed(*started, Money::fromNano(1'234'567), Money::fromNano(61'728));
        record.modelReported = u"model-a-2026"_s;
        record.statedCost = Money::fromNano(1'234'000);
        record.errorKind = Error::Kind::Timeout;
        record.serviceCode = u"code"_s;
        record.serviceRequestId = u"req-1"_s;
        VERIFY_RESULT(m_records->ledger.settle(record));

        spending = m_records->ledger.spending(QDate(2026, 11, 3));
        QCOMPARE(spending->value(one.id).reserved, Money());
        QCOMPARE(spending->value(one.id).thisMonth.nano(), 1'234'567);
        QCOMPARE(spending->value(one.id).ever.nano(), 1'234'567);
        QCOMPARE(spending->value(one.id).requestsThisMonth, 1);
        const auto summary = m_records->ledger.month(QDate(2026, 11, 30));
        VERIFY_RESULT(summary);
        QCOMPARE(summary->month, QDate(2026, 11, 1));
        QCOMPARE(summary->all.total().nano(), 1'296'295);
        QCOMPARE(summary->all.tokensIn, 100);
        QCOMPARE(summary->byService.value(u"openai"_s), summary->all);
        QCOMPARE(summary->byModel.value(u"openai/model-a"_s), summary->all);
        QCOMPARE(summary->byIntegration.value(one.id), summary->all);
        QCOMPARE(summary->byDay.value(QDate(2026, 11, 22)), summary->all);
        QCOMPARE(m_records->integrations.byId(one.id)->lastUsedAt, record.startedAt);
        const auto after = ConversationStore(*m_records->database).byId(conversation->id);
        QCOMPARE(after->total().nano(), 1'296'295);
        QCOMPARE(after->model, u"model-a"_s);
        QCOMPARE(Outbox(*m_records->database).pending()->first().recordId, record.recordId);
        QCOMPARE(differences(*m_records->database), QString());

        const auto rows = m_records->ledger.records({});
        VERIFY_RESULT(rows);
        QCOMPARE(rows->size(), 1);
        const UsageRecord &row = rows->first();
        QCOMPARE(row.billingDay, QDate(2026, 11, 22));
        QCOMPARE(row.startedAt, record.startedAt);
        QCOMPARE(row.integrationName, u"OpenAI"_s);
        QCOMPARE(row.usage, record.usage);
        QCOMPARE(row.statedCost, record.statedCost);
        QCOMPARE(row.firstTokenMs, record.firstTokenMs);
        QCOMPARE(row.errorKind, record.errorKind);
        QCOMPARE(row.modelReported, record.modelReported);
        QCOMPARE(row.serviceRequestId, record.serviceRequestId);
    }

    void settlingTwiceIsOnceAndAnotherBodyIsAMistake()
    {
        const Integration one = m_records->addIntegration(u"OpenAI"_s);
        const auto started = m_records->start(one);
        VERIFY_RESULT(started);
        UsageRecord record = Records::completed(*started, Money::fromCents(3));
        VERIFY_RESULT(m_records->ledger.settle(record));
        VERIFY_RESULT(m_records->ledger.settle(record));
        QCOMPARE(m_records->ledger.month(QDate(2026, 11, 1))->all.platformCost.cents(), 3);
        record.platformCost = Money::fromCents(4);
        const auto again = m_records->ledger.settle(record);
        QVERIFY(!again);
        QCOMPARE(again.error().reason(), u"settled-differently"_s);
        const auto stranger = m_records->ledger.settle(
            Records::completed(m_records->newRecord(one), Money::fromCents(1)));
        QCOMPARE(stranger.error().reason(), u"not-started"_s);
        QCOMPARE(m_records->ledger.settle(m_records->newRecord(one)).error().reason(),
                 u"not-ended"_s);
        QCOMPARE(differences(*m_records->database), QString());
    }

    void settledRowsCannotBeTouched()
    {
        const auto started = m_records->start(m_records->addIntegration(u"A"_s));
        VERIFY_RESULT(started);
        VERIFY_RESULT(m_records->ledger.settle(Records::completed(*started, Money::fromCents(1))));
        QVERIFY(!m_records->database->run(u"UPDATE attempt SET platform_cost_nano = 0"_s));
        QVERIFY(!m_records->database->run(u"DELETE FROM attempt"_s));
        QVERIFY(!m_records->database->run(u"DELETE FROM audit"_s));
        QCOMPARE(number(*m_records->database, u"SELECT platform_cost_nano FROM attempt"_s),
                 10'000'000);
    }

    void theCapIsNeverPassed()
    {
        const Integration one = m_records->addIntegration(u"OpenAI"_s);
        const Money cap = Money::fromCents(10);
        const auto first = m_records->start(one, Money::fromCents(6), cap);
        VERIFY_RESULT(first);
        const auto second = m_records->start(one, Money::fromCents(5), cap);
        QVERIFY(!second);
        QCOMPARE(second.error().kind(), Error::Kind::Budget);
        QCOMPARE(second.error().reason(), u"over-budget"_s);
        QCOMPARE(number(*m_records->database, u"SELECT COUNT(*) FROM attempt"_s), 1);
        VERIFY_RESULT(m_records->start(one, Money::fromCents(4), cap)); // exactly the cap
        VERIFY_RESULT(m_records->ledger.settle(Records::completed(*first, Money::fromCents(1))));
        VERIFY_RESULT(m_records->start(one, Money::fromCents(5), cap));
        QVERIFY(!m_records->start(one, Money::fromNano(1), cap));
        m_clock->jumpTo(QDateTime(QDate(2026, 12, 1), QTime(0, 0), Qt::UTC));
        VERIFY_RESULT(m_records->start(one, Money::fromCents(10), cap)); // a new month
        QCOMPARE(differences(*m_records->database), QString());
        QVERIFY(!m_records->start(one, Money::fromNano(-1), cap));
    }

    void whatACrashLeftIsResolvedOnce()
    {
        const Integration one = m_records->addIntegration(u"OpenAI"_s);
        const auto abandoned = m_records->start(one, Money::fromCents(7));
        VERIFY_RESULT(abandoned);
        const Id dead = m_records->session->id();
        QVERIFY(Session::isAlive(m_dir->path(), dead));
        m_records.reset(); // as a crash does, lets go of the lock and leaves the row

        m_records = std::make_unique<Records>(m_dir->path(), *m_clock);
        QVERIFY(!Session::isAlive(m_dir->path(), dead));
        const auto own = m_records->start(one, Money::fromCents(1));
        VERIFY_RESULT(own);
        const auto resolved = m_records->ledger.resolveAbandoned();
        VERIFY_RESULT(resolved);
        QCOMPARE(resolved->size(), 1);
        QCOMPARE(resolved->first().recordId, abandoned->recordId);
        QCOMPARE(resolved->first().outcome, Outcome::Unknown);
        QCOMPARE(resolved->first().costState, CostState::Unknown);
        QCOMPARE(m_records->ledger.resolveAbandoned()->size(), 0);
        const auto summary = m_records->ledger.month(QDate(2026, 11, 1));
        QCOMPARE(summary->all.unknownCosts, 1);
        QCOMPARE(summary->all.requests, 1);
        QCOMPARE(m_records->ledger.spending(QDate(2026, 11, 1))->value(one.id).reserved,
                 Money::fromCents(1));
        const auto events = AuditTrail(*m_records->database).entries(1);
        QCOMPARE(events->first().event.name, u"attempt.abandoned"_s);
        QCOMPARE(events->first().event.facts.value("at_most_nano"_L1).toInteger(), 70'000'000);
        QVERIFY(!QFile::exists(m_dir->filePath("sessions/"_L1 + dead.toString() + ".lock"_L1)));
        QCOMPARE(differences(*m_records->database), QString());
    }

    void anotherRunningSessionIsLeftAlone()
    {
        const Integration one = m_records->addIntegration(u"OpenAI"_s);
        Records other(m_dir->path(), *m_clock);
        VERIFY_RESULT(other.start(one));
        QCOMPARE(m_records->ledger.resolveAbandoned()->size(), 0);
        QCOMPARE(m_records->ledger.records({})->first().outcome, Outcome::Started);
    }

    void fallbacksCountOnce()
    {
        const Integration first = m_records->addIntegration(u"A"_s, u"openai"_s);
        const Integration second = m_records->addIntegration(u"B"_s, u"anthropic"_s);
        const auto failed = m_records->start(first);
        VERIFY_RESULT(failed);
        UsageRecord end = *failed;
        end.outcome = Outcome::Failed;
        end.costState = CostState::Exact;
        end.errorKind = Error::Kind::Overloaded;
        VERIFY_RESULT(m_records->ledger.settle(end));
        UsageRecord next = m_records->newRecord(second);
        next.requestId = failed->requestId;
        next.attempt = 2;
        VERIFY_RESULT(m_records->ledger.startAttempt(next, {}, {}));
        VERIFY_RESULT(m_records->ledger.settle(Records::completed(next, Money::fromCents(2))));
        const auto summary = m_records->ledger.month(QDate(2026, 11, 1));
        QCOMPARE(summary->all.requests, 1);
        QCOMPARE(summary->all.attempts, 2);
        QCOMPARE(summary->byService.value(u"openai"_s).requests, 0);
        QCOMPARE(summary->byService.value(u"anthropic"_s).requests, 1);
        RecordFilter filter;
        filter.requestId = failed->requestId;
        QCOMPARE(m_records->ledger.records(filter)->size(), 2);
        QCOMPARE(differences(*m_records->database), QString());
    }

    void plansAreKept()
    {
        RequestEntry request;
        request.id = Id::create(m_clock->now());
        request.startedAt = m_clock->now();
        routing::Candidate candidate;
        candidate.integrationId = Id::create(m_clock->now());
        candidate.integrationName = u"OpenAI"_s;
        candidate.service = u"openai"_s;
        candidate.model = u"m"_s;
        candidate.score = 93;
        candidate.worstCost = Money::fromNano(123);
        request.plan.candidates.append(candidate);
        VERIFY_RESULT(m_records->ledger.beginRequest(request));
        const auto plan = m_records->ledger.planOf(request.id);
        VERIFY_RESULT(plan);
        QVERIFY(plan->has_value());
        QCOMPARE((*plan)->candidates.first().score, 93);
        QCOMPARE((*plan)->candidates.first().worstCost, Money::fromNano(123));
        QVERIFY(!m_records->ledger.planOf(Id::create(m_clock->now()))->has_value());
    }

    void recordsComeInPages()
    {
        const Integration one = m_records->addIntegration(u"A"_s);
        const Integration two = m_records->addIntegration(u"B"_s);
        QList<Id> written;
        for (int i = 0; i < 25; ++i) {
            m_clock->advance(std::chrono::hours(24));
            const auto started = m_records->start(i % 2 ? one : two);
            VERIFY_RESULT(started);
            written.prepend(started->recordId);
        }
        QList<Id> read;
        RecordFilter filter;
        filter.limit = 10;
        for (;;) {
            const auto page = m_records->ledger.records(filter);
            VERIFY_RESULT(page);
            for (const UsageRecord &record : *page)
                read.append(record.recordId);
            if (page->size() < filter.limit)
                break;
            filter.before = page->last().recordId;
        }
        QCOMPARE(read, written);
        RecordFilter november;
        november.month = QDate(2026, 11, 1);
        QCOMPARE(m_records->ledger.records(november)->size(), 8);
        november.integrationId = one.id;
        QCOMPARE(m_records->ledger.records(november)->size(), 4);
        november.running = false;
        QCOMPARE(m_records->ledger.records(november)->size(), 0);
    }

    void filtersTakeApartWhatTheMonthAddsUp()
    {
        constexpr int attempts = 60;
        QRandomGenerator random(7);
        Ledger &ledger = m_records->ledger;
        QList<Integration> integrations;
        for (const QString &service : {u"openai"_s, u"anthropic"_s, u"my_server"_s})
            integrations.append(m_records->addIntegration(u"At "_s + service, service));
        const QDate day = m_clock->now().date();
        for (int i = 0; i < attempts; ++i) {
            m_clock->advance(std::chrono::milliseconds(1));
            UsageRecord record = m_records->newRecord(integrations.at(random.bounded(3)));
            record.app = static_cast<AppClass>(random.bounded(3));
            record.type = static_cast<RequestType>(random.bounded(3));
            record.model = i % 2 ? u"gpt_mini"_s : u"gptxmini"_s;
            RequestEntry request;
            request.id = record.requestId;
            request.startedAt = record.startedAt;
            VERIFY_RESULT(ledger.beginWith(request, record, {}, {}));
            VERIFY_RESULT(ledger.settle(
                Records::completed(record, Money::fromNano(1 + random.bounded(1'000'000)))));
        }
        const auto whole = ledger.month(day);
        VERIFY_RESULT(whole);
        QCOMPARE(whole->all.attempts, attempts);
        UsageSums parts;
        for (const Integration &integration : integrations) {
            for (int app = 0; app < 3; ++app) {
                for (int type = 0; type < 3; ++type) {
                    const UsageFilter filter{integration.service, static_cast<AppClass>(app),
                                             static_cast<RequestType>(type)};
                    const auto part = ledger.month(day, filter);
                    VERIFY_RESULT(part);
                    parts += part->all;
                    RecordFilter rows;
                    rows.month = day;
                    rows.usage = filter;
                    const auto count = ledger.countRecords(rows);
                    VERIFY_RESULT(count);
                    QCOMPARE(*count, part->all.attempts);
                    Money cost;
                    const auto read = ledger.records(rows);
                    VERIFY_RESULT(read);
                    for (const UsageRecord &record : *read)
                        cost += record.platformCost;
                    QCOMPARE(cost, part->all.platformCost);
                }
            }
        }
        QCOMPARE(parts, whole->all);
        QCOMPARE(whole->servicesOn.value(day), whole->byService);

        // Windows by their place are the same as one long list.
        RecordFilter rows;
        rows.month = day;
        QList<Id> all, pieces;
        const auto list = ledger.records(rows);
        VERIFY_RESULT(list);
        for (const UsageRecord &record : *list)
            all.append(record.recordId);
        rows.limit = 7;
        for (; rows.offset < attempts; rows.offset += rows.limit) {
            const auto window = ledger.records(rows);
            VERIFY_RESULT(window);
            for (const UsageRecord &record : *window)
                pieces.append(record.recordId);
        }
        QCOMPARE(pieces, all);
        // A word is a word: no pattern, no case.
        RecordFilter found;
        found.text = u"GPT_mini"_s;
        QCOMPARE(*ledger.countRecords(found), attempts / 2);
        found.text = u"%"_s;
        QCOMPARE(*ledger.countRecords(found), 0);
        found.text = u"at MY_"_s;
        QCOMPARE(*ledger.countRecords(found), whole->byService.value(u"my_server"_s).attempts);
    }

    void daysFollowTheBillingZone_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("at");
        QTest::addColumn<QDate>("day");
        QTest::newRow("UTC end") << "UTC"_ba << u"2026-11-30T23:59:59.999Z"_s
                                 << QDate(2026, 11, 30);
        QTest::newRow("Berlin is ahead")
            << "Europe/Berlin"_ba << u"2026-11-30T23:00:00Z"_s << QDate(2026, 12, 1);
        QTest::newRow("Berlin in summer")
            << "Europe/Berlin"_ba << u"2026-06-30T21:59:59Z"_s << QDate(2026, 6, 30);
        QTest::newRow("Berlin in summer, after")
            << "Europe/Berlin"_ba << u"2026-06-30T22:00:00Z"_s << QDate(2026, 7, 1);
        QTest::newRow("Los Angeles before the clocks go back")
            << "America/Los_Angeles"_ba << u"2026-11-01T06:59:59Z"_s << QDate(2026, 10, 31);
        QTest::newRow("Los Angeles after the clocks went back")
            << "America/Los_Angeles"_ba << u"2026-12-01T07:59:59Z"_s << QDate(2026, 11, 30);
        QTest::newRow("Kiritimati")
            << "Pacific/Kiritimati"_ba << u"2026-12-31T10:00:00Z"_s << QDate(2027, 1, 1);
        QTest::newRow("Kathmandu")
            << "Asia/Kathmandu"_ba << u"2028-02-28T18:15:00Z"_s << QDate(2028, 2, 29);
        QTest::newRow("midnight that does not exist")
            << "America/Santiago"_ba << u"2026-09-06T04:00:00Z"_s << QDate(2026, 9, 6);
    }
    void daysFollowTheBillingZone()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QString, at);
        QFETCH(QDate, day);
        VERIFY_RESULT(setBillingZone(*m_records->database, zone));
        m_clock->jumpTo(QDateTime::fromString(at, Qt::ISODateWithMs));
        const auto started = m_records->start(m_records->addIntegration(u"A"_s));
        VERIFY_RESULT(started);
        VERIFY_RESULT(m_records->ledger.settle(Records::completed(*started, Money::fromCents(1))));
        QCOMPARE(m_records->ledger.records({})->first().billingDay, day);
        QCOMPARE(m_records->ledger.month(day)->all.attempts, 1);
        QCOMPARE(m_records->ledger.month(day)->byDay.firstKey(), day);
        QCOMPARE(differences(*m_records->database), QString());
    }

    void aZoneThatDoesNotExistIsRefused()
    {
        QCOMPARE(setBillingZone(*m_records->database, "Mars/Olympus"_ba).error().reason(),
                 u"no-such-zone"_s);
        QCOMPARE(billingZone(*m_records->database)->id(), "UTC"_ba);
    }

    void rollupsEqualTheRowsWhateverHappens_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 5; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void rollupsEqualTheRowsWhateverHappens()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        QList<Integration> all;
        for (int i = 0; i < 4; ++i)
            all.append(m_records->addIntegration(u"I%1"_s.arg(i), i % 2 ? u"a"_s : u"b"_s));
        QList<UsageRecord> open;
        const QByteArray zones[] = {"UTC"_ba, "Asia/Tokyo"_ba, "America/New_York"_ba};
        for (int step = 0; step < 150; ++step) {
            m_clock->advance(std::chrono::minutes(random.bounded(1200)));
            const int what = random.bounded(20);
            if (what < 10 || open.isEmpty()) {
                const Money reservation = Money::fromNano(random.bounded(1000));
                const auto started = m_records->start(all.at(random.bounded(4)), reservation,
                                                      Money::fromNano(20'000));
                if (started)
                    open.append(*started);
                else
                    QCOMPARE(started.error().reason(), u"over-budget"_s);
            } else if (what < 17) {
                UsageRecord record = open.takeAt(random.bounded(open.size()));
                record = Records::completed(record, Money::fromNano(random.bounded(3000)),
                                            Money::fromNano(random.bounded(200)));
                const Outcome outcomes[] = {Outcome::Completed, Outcome::Failed, Outcome::Cancelled,
                                            Outcome::Unknown, Outcome::Refused};
                const CostState states[]
                    = {CostState::Exact, CostState::Estimated, CostState::Unknown};
                record.outcome = outcomes[random.bounded(5)];
                record.costState = states[random.bounded(3)];
                if (record.costState == CostState::Unknown || random.bounded(3) == 0)
                    record.platformCost = record.platformFee = Money();
                VERIFY_RESULT(m_records->ledger.settle(record));
                VERIFY_RESULT(m_records->ledger.settle(record));
            } else if (what == 17) {
                m_records.reset();
                m_records = std::make_unique<Records>(m_dir->path(), *m_clock);
                const auto resolved = m_records->ledger.resolveAbandoned();
                VERIFY_RESULT(resolved);
                QCOMPARE(resolved->size(), open.size());
                open.clear();
            } else if (what == 18) {
                VERIFY_RESULT(setBillingZone(*m_records->database, zones[random.bounded(3)]));
            } else {
                const Id id = all.at(random.bounded(4)).id;
                VERIFY_RESULT(m_records->integrations.remove(id));
                VERIFY_RESULT(m_records->integrations.restore(id));
            }
            if (step % 10 == 0)
                QCOMPARE(differences(*m_records->database), QString());
        }
        QCOMPARE(differences(*m_records->database), QString());
        QCOMPARE(AuditTrail(*m_records->database).verify()->problem, AuditCheck::Problem::None);
    }

private:
    std::unique_ptr<TemporaryDataDir> m_dir;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<Records> m_records;
};

QTEST_GUILESS_MAIN(TestLedger)
#include "tst_ledger.moc"
