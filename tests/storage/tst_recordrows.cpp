// Tables of records: which rows there are, sorted by any column, and their windows.

#include "core/storage/recordrows.h"
#include "core/storage/recordstream.h"
#include "tests/storage/storagefixture.h"

#include <QtCore/QRandomGenerator>

#include <algorithm>

using namespace keyway;
using namespace Qt::StringLiterals;

class TestRecordRows : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyColumn_data();
    void everyColumn();
    void filters_data();
    void filters();
    void windows();
    void unknownAmountsAreLeast();
    void streamIsOldestFirst();

private:
    QList<UsageRecord> sorted(const RecordOrder &order, const RecordFilter &filter = {})
    {
        RecordRows rows(*m_records->database);
        const auto keys = rows.keys(filter, order);
        if (!keys)
            qFatal("%s", problemOf(keys).constData());
        const auto records = rows.records(*keys);
        if (!records)
            qFatal("%s", problemOf(records).constData());
        return *records;
    }

    static constexpr int attempts = 400;
    TemporaryDataDir m_dir;
    FakeClock m_clock{QDateTime(QDate(2026, 9, 25), QTime(1, 0), Qt::UTC)};
    std::unique_ptr<Records> m_records;
};

void TestRecordRows::initTestCase()
{
    m_records = std::make_unique<Records>(m_dir.path(), m_clock);
    QRandomGenerator random(5);
    const QList<Integration> integrations{m_records->addIntegration(u"A"_s),
                                          m_records->addIntegration(u"b"_s, u"anthropic"_s)};
    for (int i = 0; i < attempts; ++i) {
        m_clock.advance(std::chrono::milliseconds(random.bounded(3'000'000)));
        Integration one = integrations.at(random.bounded(2));
        one.model = u"Model %1"_s.arg(random.bounded(3));
        const auto started = m_records->start(one);
        VERIFY_RESULT(started);
        if (i % 40 == 0)
            continue; // runs
        UsageRecord end
            = Records::completed(*started, Money::fromNano(random.bounded(50) * 1'000'000));
        end.durationMs = random.bounded(20) * 100;
        end.usage.set(Counter::OutText, random.bounded(10));
        if (i % 17 == 0) {
            end.costState = CostState::Unknown;
            end.platformCost = {};
        }
        VERIFY_RESULT(m_records->ledger.settle(end));
    }
}

void TestRecordRows::everyColumn_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<bool>("upwards");
    for (int column = 0; column <= int(RecordColumn::StatedCost); ++column) {
        QTest::addRow("%d upwards", column) << column << true;
        QTest::addRow("%d downwards", column) << column << false;
    }
}

void TestRecordRows::everyColumn()
{
    QFETCH(int, column);
    QFETCH(bool, upwards);
    const auto what = static_cast<RecordColumn>(column);
    const auto compared = [what](const UsageRecord &a, const UsageRecord &b) -> int {
        const auto order = [](const auto &x, const auto &y) { return x < y ? -1 : y < x ? 1 : 0; };
        const auto amount = [](const UsageRecord &r) {
            return r.costState == CostState::Unknown ? -1 : r.platformCost.nano();
        };
        switch (what) {
        case RecordColumn::Time:
            return order(a.startedAt, b.startedAt);
        case RecordColumn::Service:
            return order(a.service, b.service);
        case RecordColumn::Model:
            return order(a.model, b.model);
        case RecordColumn::TokensIn:
            return order(a.usage.tokensIn(), b.usage.tokensIn());
        case RecordColumn::TokensOut:
            return order(a.usage.tokensOut(), b.usage.tokensOut());
        case RecordColumn::Duration:
            return order(a.durationMs, b.durationMs);
        case RecordColumn::Cost:
            return order(amount(a), amount(b));
        default:
            return 0; // the same in all of them
        }
    };
    const QList<UsageRecord> records
        = sorted({what, upwards ? Qt::AscendingOrder : Qt::DescendingOrder});
    QCOMPARE(records.size(), attempts);
    for (qsizetype i = 1; i < records.size(); ++i) {
        const int order = compared(records.at(i - 1), records.at(i));
        QVERIFY2(upwards ? order <= 0 : order >= 0, qPrintable(QString::number(i)));
        // Where they are the same, the newest first.
        if (order == 0 && what != RecordColumn::Time)
            QVERIFY(records.at(i - 1).startedAt >= records.at(i).startedAt);
    }
}

void TestRecordRows::filters_data()
{
    QTest::addColumn<RecordFilter>("filter");
    QTest::addColumn<QString>("where");
    RecordFilter filter;
    QTest::newRow("all") << filter << u"1"_s;
    filter.month = QDate(2026, 9, 12);
    QTest::newRow("a month") << filter << u"billing_day LIKE '2026-09-%'"_s;
    filter.usage.service = u"anthropic"_s;
    QTest::newRow("and a service")
        << filter << u"billing_day LIKE '2026-09-%' AND service = 'anthropic'"_s;
    filter = {};
    filter.text = u"MODEL 1"_s;
    QTest::newRow("a word") << filter << u"model = 'Model 1'"_s;
    filter = {};
    filter.running = false;
    QTest::newRow("ended") << filter << u"outcome <> 'started'"_s;
    filter = {};
    filter.limit = 3;
    filter.offset = 9;
    QTest::newRow("no limit") << filter << u"1"_s;
}

void TestRecordRows::filters()
{
    QFETCH(RecordFilter, filter);
    QFETCH(QString, where);
    const auto keys = RecordRows(*m_records->database).keys(filter);
    VERIFY_RESULT(keys);
    QCOMPARE(keys->size(),
             number(*m_records->database, u"SELECT COUNT(*) FROM attempt WHERE "_s + where));
    QVERIFY(!keys->isEmpty());
}

void TestRecordRows::windows()
{
    RecordRows rows(*m_records->database);
    const auto keys = rows.keys({}, {RecordColumn::Cost, Qt::AscendingOrder});
    VERIFY_RESULT(keys);
    const QList<UsageRecord> all = sorted({RecordColumn::Cost, Qt::AscendingOrder});
    const auto window = rows.records(keys->mid(100, 20));
    VERIFY_RESULT(window);
    QCOMPARE(window->size(), 20);
    for (qsizetype i = 0; i < window->size(); ++i)
        QCOMPARE(window->at(i).recordId, all.at(100 + i).recordId);
    const auto nothing = rows.records({});
    VERIFY_RESULT(nothing);
    QVERIFY(nothing->isEmpty());
}

void TestRecordRows::unknownAmountsAreLeast()
{
    const QList<UsageRecord> records = sorted({RecordColumn::Cost, Qt::DescendingOrder});
    QCOMPARE(records.last().costState, CostState::Unknown);
    QVERIFY(std::is_partitioned(records.cbegin(), records.cend(), [](const UsageRecord &r) {
        return r.costState != CostState::Unknown;
    }));
}

void TestRecordRows::streamIsOldestFirst()
{
    QList<QDateTime> times;
    VERIFY_RESULT(forEachEnded(*m_records->database, {}, [&times](const EndedRecord &one) {
        times.append(one.record.startedAt);
        return true;
    }));
    QCOMPARE(times.size(), attempts - attempts / 40);
    QVERIFY(std::is_sorted(times.cbegin(), times.cend()));
    int told = 0;
    VERIFY_RESULT(forEachEnded(*m_records->database, {},
                               [&told](const EndedRecord &) { return ++told < 3; }));
    QCOMPARE(told, 3);
}

QTEST_GUILESS_MAIN(TestRecordRows)
#include "tst_recordrows.moc"
