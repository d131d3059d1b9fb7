// What keeping the ledger costs beside the least that SQLite can be asked for: one row, committed.
//
//     build/release/benchmarks/bench_commits [FOLDER]
//
// FOLDER (the temporary one) is on the disk to be measured. The three kinds of commit take turns,
// so that all of them meet the same disk; medians are compared. Then 64 coroutines reserve and
// settle as fast as they can through GroupCommit.

#include "core/engine/groupcommit.h"
#include "tests/storage/storagefixture.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>

#include <algorithm>
#include <cstdio>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

constexpr int rounds = 2000;
constexpr int requestsAtOnce = 64;
constexpr int eachSettles = 100;

void must(const QByteArray &problem)
{
    if (!problem.isEmpty())
        qFatal("%s", problem.constData());
}

template <class Work> qint64 nanoseconds(Work work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return timer.nsecsElapsed();
}

double median(QList<qint64> times)
{
    std::sort(times.begin(), times.end());
    return static_cast<double>(times.at(times.size() / 2)) / 1e6;
}

void oneAfterAnother(const QString &folder, const Clock &clock)
{
    Records records(folder, clock);
    const Integration one = records.addIntegration(u"One"_s);
    // A file of its own with the same pragmas; a statement outside of a transaction commits itself.
    const auto raw = openDatabase(folder + "/raw.db"_L1, clock);
    must(problemOf(raw->execute(u"CREATE TABLE row (id INTEGER PRIMARY KEY, text TEXT)"_s)));
    const QString text(200, u'x');
    QList<qint64> rows, reserves, settles;
    for (int i = 0; i < rounds; ++i) {
        rows.append(nanoseconds(
            [&] { must(problemOf(raw->run(u"INSERT INTO row (text) VALUES (?)"_s, {text}))); }));
        const UsageRecord started = records.newRecord(one);
        RequestEntry request;
        request.id = started.requestId;
        request.startedAt = started.startedAt;
        reserves.append(nanoseconds([&] {
            must(problemOf(records.ledger.beginWith(request, started, Money::fromNano(10),
                                                    Money::fromCents(100'000'000))));
        }));
        const UsageRecord record = Records::completed(started, Money::fromNano(5));
        settles.append(nanoseconds([&] { must(problemOf(records.ledger.settle(record))); }));
    }
    const double row = median(rows), reserve = median(reserves), settle = median(settles);
    std::printf("%d rounds, medians: one row %.3f ms, reserve %.3f ms, settle %.3f ms\n", rounds,
                row, reserve, settle);
    std::printf("settle: %.2f of one row; reserve and settle: %.2f\n", settle / row,
                (reserve + settle) / row);
}

QCoro::Task<> settleAll(engine::GroupCommit &commits, Ledger &ledger, QList<UsageRecord> ended,
                        int &left)
{
    for (const UsageRecord &record : std::as_const(ended)) {
        auto writing = commits.write([&] { return ledger.settle(record); });
        const Result<Done> settled = co_await writing;
        must(problemOf(settled));
    }
    --left;
}

void together(const QString &folder, const Clock &clock)
{
    Records records(folder, clock);
    const Integration one = records.addIntegration(u"Many"_s);
    QList<QList<UsageRecord>> ended;
    for (int i = 0; i < requestsAtOnce; ++i) {
        must(problemOf(records.database->write([&]() -> Result<Done> {
            QList<UsageRecord> ofOne;
            for (int k = 0; k < eachSettles; ++k) {
                const auto started = records.start(one, Money::fromNano(10));
                if (!started)
                    return started.error();
                ofOne.append(Records::completed(*started, Money::fromNano(5)));
            }
            ended.append(ofOne);
            return Done();
        })));
    }
    engine::GroupCommit commits(*records.database);
    int left = requestsAtOnce;
    const qint64 time = nanoseconds([&] {
        for (const QList<UsageRecord> &ofOne : std::as_const(ended))
            settleAll(commits, records.ledger, ofOne, left);
        while (left > 0)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    });
    must(differences(*records.database).toUtf8());
    std::printf("%d at once: %.0f settles/s\n", requestsAtOnce,
                requestsAtOnce * eachSettles / (static_cast<double>(time) / 1e9));
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const TemporaryDataDir temporary;
    const QString folder = argc > 1 ? QString::fromLocal8Bit(argv[1]) : temporary.path();
    const FakeClock clock(QDateTime(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC));
    oneAfterAnother(folder, clock);
    together(folder, clock);
    return 0;
}
