// How long people wait for their records: one settle, one month, one page of rows, one start.
//
//     build/release/benchmarks/bench_ledger
//
// The larger file has 1,000,000 attempts over three years; making it takes about a minute.

#include "core/storage/billingzone.h"
#include "tests/storage/storagefixture.h"

#include <benchmark/benchmark.h>
#include <map>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

void must(const QByteArray &problem)
{
    if (!problem.isEmpty())
        qFatal("%s", problem.constData());
}

/// A data folder with `rows` settled attempts, made once for all benchmarks that ask for this size.
/// The rows are written through the ledger, many to a transaction.
class Filled {
public:
    explicit Filled(qint64 rows)
        : clock(QDateTime(QDate(2024, 1, 1), QTime(0, 0), Qt::UTC))
    {
        Records records(dir.path(), clock);
        must(problemOf(setBillingZone(*records.database, "UTC"_ba)));
        QList<Integration> integrations;
        for (int i = 0; i < 6; ++i)
            integrations.append(
                records.addIntegration(u"I%1"_s.arg(i), u"service %1"_s.arg(i % 4)));
        const qint64 step = QDateTime(QDate(2024, 1, 1), QTime(0, 0), Qt::UTC)
                                .msecsTo(QDateTime(QDate(2026, 12, 31), QTime(0, 0), Qt::UTC))
            / rows;
        for (qint64 done = 0; done < rows;) {
            must(problemOf(records.database->write([&]() -> Result<Done> {
                for (int i = 0; i < 5000 && done < rows; ++i, ++done) {
                    clock.advance(std::chrono::milliseconds(step));
                    Integration one = integrations.at(done % 6);
                    one.model = u"model %1"_s.arg(done % 3);
                    const auto started = records.start(one);
                    if (!started)
                        return started.error();
                    const UsageRecord record = Records::completed(*started, Money::fromNano(done));
                    if (auto settled = records.ledger.settle(record); !settled)
                        return settled;
                }
                return Done();
            })));
        }
    }

    static Filled &of(qint64 rows)
    {
        static std::map<qint64, std::unique_ptr<Filled>> all;
        std::unique_ptr<Filled> &one = all[rows];
        if (!one)
            one = std::make_unique<Filled>(rows);
        return *one;
    }

    QString path() const { return dir.filePath(u"keyway.db"_s); }

    TemporaryDataDir dir;
    FakeClock clock;
};

const QDate someMonth(2026, 11, 1);

void settle(benchmark::State &state)
{
    Filled &filled = Filled::of(state.range(0));
    Records records(filled.dir.path(), filled.clock);
    const Integration one = *records.integrations.byName(u"I0"_s);
    for (auto _ : state) {
        state.PauseTiming();
        const auto started = records.start(one, Money::fromNano(10), Money::fromCents(100'000'000));
        must(problemOf(started));
        const UsageRecord record = Records::completed(*started, Money::fromNano(5));
        state.ResumeTiming();
        must(problemOf(records.ledger.settle(record)));
    }
}

/// The same without waiting for the disk: what Keyway and SQLite themselves need.
void settleWithoutDisk(benchmark::State &state)
{
    Filled &filled = Filled::of(state.range(0));
    Records records(filled.dir.path(), filled.clock);
    must(problemOf(records.database->execute(u"PRAGMA synchronous = OFF"_s)));
    const Integration one = *records.integrations.byName(u"I0"_s);
    for (auto _ : state) {
        state.PauseTiming();
        const auto started = records.start(one, Money::fromNano(10));
        must(problemOf(started));
        const UsageRecord record = Records::completed(*started, Money::fromNano(5));
        state.ResumeTiming();
        must(problemOf(records.ledger.settle(record)));
    }
}

void reserve(benchmark::State &state)
{
    Filled &filled = Filled::of(state.range(0));
    Records records(filled.dir.path(), filled.clock);
    const Integration one = *records.integrations.byName(u"I0"_s);
    for (auto _ : state)
        must(problemOf(records.start(one, Money::fromNano(10), Money::fromCents(100'000'000))));
    state.SetLabel("request and attempt: two transactions");
}

void month(benchmark::State &state)
{
    Filled &filled = Filled::of(state.range(0));
    const auto database = openDatabase(filled.path(), filled.clock, Database::Access::ReadOnly);
    LedgerReader reader(*database);
    for (auto _ : state)
        must(problemOf(reader.month(someMonth)));
}

void spending(benchmark::State &state)
{
    Filled &filled = Filled::of(state.range(0));
    const auto database = openDatabase(filled.path(), filled.clock, Database::Access::ReadOnly);
    LedgerReader reader(*database);
    for (auto _ : state)
        must(problemOf(reader.spending(someMonth)));
}

void newestRecords(benchmark::State &state)
{
    Filled &filled = Filled::of(state.range(0));
    const auto database = openDatabase(filled.path(), filled.clock, Database::Access::ReadOnly);
    LedgerReader reader(*database);
    RecordFilter filter;
    filter.month = someMonth;
    for (auto _ : state)
        must(problemOf(reader.records(filter)));
    state.SetLabel("100 rows");
}

void open(benchmark::State &state)
{
    Filled &filled = Filled::of(state.range(0));
    for (auto _ : state) {
        const auto database = openDatabase(filled.path(), filled.clock);
        const auto session = Session::begin(filled.dir.path(), Id::create(filled.clock.now()));
        must(problemOf(session));
        Ledger ledger(*database, **session);
        must(problemOf(ledger.resolveAbandoned()));
    }
    state.SetLabel("with session and look for abandoned attempts");
}

void verifyAudit(benchmark::State &state)
{
    Filled &filled = Filled::of(state.range(0));
    const auto database = openDatabase(filled.path(), filled.clock, Database::Access::ReadOnly);
    AuditTrail trail(*database);
    for (auto _ : state)
        must(problemOf(trail.verify()));
}

constexpr qint64 few = 1'000;
constexpr qint64 many = 1'000'000;

BENCHMARK(open)->Arg(few)->Arg(many)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(month)->Arg(few)->Arg(many)->Unit(benchmark::kMillisecond);
BENCHMARK(spending)->Arg(few)->Arg(many)->Unit(benchmark::kMillisecond);
BENCHMARK(newestRecords)->Arg(few)->Arg(many)->Unit(benchmark::kMillisecond);
BENCHMARK(verifyAudit)->Arg(few)->Arg(many)->Unit(benchmark::kMillisecond);
BENCHMARK(settle)
    ->Arg(few)
    ->Arg(many)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime()
    ->Iterations(300);
BENCHMARK(settleWithoutDisk)
    ->Arg(few)
    ->Arg(many)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime()
    ->Iterations(1000);
BENCHMARK(reserve)
    ->Arg(few)
    ->Arg(many)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime()
    ->Iterations(200);

} // namespace

BENCHMARK_MAIN();
