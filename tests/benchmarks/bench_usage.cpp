// How long Usage & Costs and the exports take in a long history.
//
//     cmake --build --preset release --target bench_usage
//     build/release/benchmarks/bench_usage [--rows 1000000] [--keep FOLDER]
//
// The month that is looked at has 30,000 attempts, whatever the rows; the rest is history. A folder
// that is kept is filled once.

#include "core/engine/datadir.h"
#include "core/export/recordexport.h"
#include "core/storage/ledger.h"
#include "core/storage/recordrows.h"
#include "tests/benchmarks/history.h"
#include "tests/benchmarks/must.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

/// The memory that the process has used at most, in megabytes.
qint64 peakMegabytes()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.simplified().split(' ').value(1).toLongLong() / 1024;
    }
    return 0;
}

/// Median of some rounds, in microseconds.
template <class Work> void measure(const char *name, Work work, int rounds = 15)
{
    std::vector<qint64> times;
    for (int i = 0; i < rounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        times.push_back(timer.nsecsElapsed() / 1000);
    }
    std::sort(times.begin(), times.end());
    std::printf("%-34s median %8.2f ms   worst %8.2f ms\n", name,
                double(times[times.size() / 2]) / 1000, double(times.back()) / 1000);
}

void measureExports(Database &database, const QString &folder, qint64 rows)
{
    for (const ExportFormat format : {ExportFormat::Csv, ExportFormat::Spreadsheet,
                                      ExportFormat::JsonLines, ExportFormat::Focus}) {
        ExportOrder order;
        order.format = format;
        QElapsedTimer timer;
        timer.start();
        const ExportReport report
            = must(exportToFile(database, order, folder + "/export."_L1 + suffixOf(format), {}));
        const qint64 ms = std::max<qint64>(1, timer.elapsed());
        std::printf("export %-12s %9lld rows/s   %7lld MB   peak memory %lld MB\n",
                    qPrintable(nameOf(format)), static_cast<long long>(rows * 1000 / ms),
                    static_cast<long long>(report.bytes / 1'000'000),
                    static_cast<long long>(peakMegabytes()));
    }
}

void measureViews(Database &database, const History &history)
{
    LedgerReader reader(database);
    UsageFilter some;
    some.service = u"anthropic"_s;
    measure("sums of the month", [&] { must(reader.month(history.lastMonth)); });
    measure("sums of one service", [&] { must(reader.month(history.lastMonth, some)); });

    RecordRows rows(database);
    RecordFilter month;
    month.month = history.lastMonth;
    const auto view = [&](const RecordFilter &filter, const RecordOrder &order, bool end) {
        const QList<RecordKey> keys = must(rows.keys(filter, order));
        must(rows.records(end ? keys.last(100) : keys.first(100)));
    };
    measure("the month's newest 100", [&] { view(month, {}, false); });
    RecordFilter filtered = month;
    filtered.usage = some;
    measure("filter: a service", [&] { view(filtered, {}, false); });
    RecordFilter found = month;
    found.text = u"haiku"_s;
    measure("find: a word", [&] { view(found, {}, false); });
    measure("sort: cost", [&] { view(month, {RecordColumn::Cost}, false); });
    measure("sort: model", [&] { view(month, {RecordColumn::Model, Qt::AscendingOrder}, false); });
    const QList<RecordKey> keys = must(rows.keys(month));
    std::printf("%-34s %lld\n", "attempts of the month", static_cast<long long>(keys.size()));
    measure("jump to the end", [&] { must(rows.records(keys.last(100))); });
    const UsageRecord last = must(rows.records(keys.last(1))).first();
    measure("details: record and plan", [&] {
        must(rows.records(keys.last(1)));
        must(reader.planOf(last.requestId));
    });
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addOption({u"rows"_s, u"attempts in the history"_s, u"count"_s, u"1000000"_s});
    parser.addOption({u"keep"_s, u"folder of the database, filled once"_s, u"folder"_s});
    parser.process(app);
    const QTemporaryDir temporary;
    const QString folder = parser.isSet(u"keep"_s) ? parser.value(u"keep"_s) : temporary.path();
    const SystemClock clock;
    History history;
    history.rows = parser.value(u"rows"_s).toLongLong();
    const QString path = engine::databaseIn(folder);
    const bool there = QFile::exists(path);
    QElapsedTimer timer;
    timer.start();
    const auto database = Database::open(path, Database::Access::ReadWrite, clock);
    must(database);
    if (!there)
        must(fill(**database, history));
    std::printf("%lld attempts, filled in %lld s\n", static_cast<long long>(history.rows),
                static_cast<long long>(timer.elapsed() / 1000));
    measureViews(**database, history);
    measureExports(**database, folder, history.rows);
    return 0;
}
