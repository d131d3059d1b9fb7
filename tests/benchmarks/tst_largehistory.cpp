// Usage & Costs in a long history: right, and as fast as in a short one. The month that is looked
// at is equally large in both.

#include "core/storage/recordrows.h"
#include "tests/benchmarks/history.h"
#include "tests/storage/storagefixture.h"
#include "tests/support/processortime.h"

#include <algorithm>
#include <vector>

using namespace keyway;
using namespace Qt::StringLiterals;

class TestLargeHistory : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void sumsFitTheRows();
    void doesNotGrowWithTheHistory_data();
    void doesNotGrowWithTheHistory();

private:
    using Look = std::function<void(Database &)>;
    static qint64 microseconds(Database &database, const Look &look);

    TemporaryDataDir m_shortDir, m_longDir;
    SystemClock m_clock;
    History m_history;
    std::unique_ptr<Database> m_short, m_long;
};

void TestLargeHistory::initTestCase()
{
    m_history.rows = qEnvironmentVariableIntValue("KEYWAY_TEST_ROWS");
    if (m_history.rows == 0)
        m_history.rows = 20'000;
    m_history.rowsOfMonth = m_history.rows < 1'000'000 ? 1000 : 30'000;
    m_long = openDatabase(m_longDir.filePath(u"keyway.db"_s), m_clock);
    VERIFY_RESULT(fill(*m_long, m_history));
    History shorter = m_history;
    shorter.rows = std::max(m_history.rows / 10, m_history.rowsOfMonth * 3);
    m_short = openDatabase(m_shortDir.filePath(u"keyway.db"_s), m_clock);
    VERIFY_RESULT(fill(*m_short, shorter));
}

void TestLargeHistory::sumsFitTheRows()
{
    QCOMPARE(number(*m_long, u"SELECT COUNT(*) FROM attempt"_s), m_history.rows);
    // Nothing of it went the way of the ledger: neither outbox nor audit trail know it.
    QCOMPARE(differences(*m_long), u"outbox: %1, audit: %1"_s.arg(m_history.rows));
    RecordFilter month;
    month.month = m_history.lastMonth;
    const auto keys = RecordRows(*m_long).keys(month);
    VERIFY_RESULT(keys);
    QCOMPARE(keys->size(), m_history.rowsOfMonth);
}

qint64 TestLargeHistory::microseconds(Database &database, const Look &look)
{
    std::vector<qint64> times;
    for (int i = 0; i < 11; ++i) {
        const auto start = processorTime();
        look(database);
        times.push_back((processorTime() - start).count());
    }
    std::sort(times.begin(), times.end());
    return times.at(times.size() / 2);
}

void TestLargeHistory::doesNotGrowWithTheHistory_data()
{
    QTest::addColumn<RecordFilter>("filter");
    QTest::addColumn<int>("column");
    RecordFilter month;
    month.month = m_history.lastMonth;
    const auto row = [](const char *name, const RecordFilter &filter, RecordColumn column) {
        QTest::newRow(name) << filter << static_cast<int>(column);
    };
    row("newest", month, RecordColumn::Time);
    row("dearest", month, RecordColumn::Cost);
    row("by model", month, RecordColumn::Model);
    RecordFilter service = month;
    service.usage.service = u"anthropic"_s;
    row("a service", service, RecordColumn::Time);
    RecordFilter word = month;
    word.text = u"haiku"_s;
    row("a word", word, RecordColumn::Time);
}

void TestLargeHistory::doesNotGrowWithTheHistory()
{
    QFETCH(RecordFilter, filter);
    QFETCH(int, column);
    const Look look = [&](Database &database) {
        RecordRows rows(database);
        const auto keys
            = rows.keys(filter, {static_cast<RecordColumn>(column), Qt::DescendingOrder});
        VERIFY_RESULT(keys);
        const qsizetype window = std::min<qsizetype>(100, keys->size());
        VERIFY_RESULT(rows.records(keys->first(window)));
        VERIFY_RESULT(rows.records(keys->last(window))); // the jump to the end
        VERIFY_RESULT(LedgerReader(database).month(m_history.lastMonth, filter.usage));
    };
    // Who else uses the caches slows one of the two down for a while: the best try counts.
    qint64 least = std::numeric_limits<qint64>::max();
    for (int tries = 0; tries < 5 && least > 1500; ++tries) {
        const qint64 shorter = microseconds(*m_short, look);
        const qint64 longer = microseconds(*m_long, look);
        qInfo("%lld us in the short history, %lld us in the long one",
              static_cast<long long>(shorter), static_cast<long long>(longer));
        least = std::min(least, longer * 1000 / shorter);
    }
    QVERIFY2(least <= 1500, qPrintable(QString::number(least))); // thousandths
}

QTEST_GUILESS_MAIN(TestLargeHistory)
#include "tst_largehistory.moc"
