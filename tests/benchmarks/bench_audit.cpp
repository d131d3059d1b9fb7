// How long a check of the whole audit trail takes, as the window does it every hour.
//
//     build/release/benchmarks/bench_audit [entries]
//
// Without a number the trail has 1,000,000 entries over three years, each day sealed.

#include "core/storage/auditchain.h"
#include "core/storage/auditseals.h"
#include "tests/benchmarks/must.h"
#include "tests/storage/storagefixture.h"
#include "tests/support/processortime.h"

#include <QtCore/QElapsedTimer>

#include <cstdio>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

void fill(Database &database, FakeClock &clock, qint64 entries)
{
    constexpr qint64 threeYears = 3LL * 365 * 24 * 3600 * 1000;
    const std::chrono::milliseconds step(threeYears / entries);
    AuditTrail trail(database);
    for (qint64 done = 0; done < entries;) {
        must(database.write([&]() -> Result<Done> {
            for (int i = 0; i < 10'000 && done < entries; ++i, ++done) {
                clock.advance(step);
                auto added = trail.append({u"attempt.settled"_s,
                                           Id::create(clock.now()).toString(),
                                           {{u"outcome"_s, u"completed"_s},
                                            {u"cost_state"_s, u"exact"_s},
                                            {u"platform_cost_nano"_s, 6'312'000 + done},
                                            {u"platform_fee_nano"_s, 315'600}}});
                if (!added)
                    return added;
            }
            return Done();
        }));
    }
    must(AuditSeals(database).renew()); // one writing of many days is no usual one
}

} // namespace

int main(int argc, char *argv[])
{
    const qint64 entries = argc > 1 ? QByteArray(argv[1]).toLongLong() : 1'000'000;
    const TemporaryDataDir dir;
    FakeClock clock;
    const auto database = openDatabase(dir.filePath(u"keyway.db"_s), clock);
    QElapsedTimer timer;
    timer.start();
    fill(*database, clock, entries);
    std::printf("%lld entries written in %.1f s\n", static_cast<long long>(entries),
                static_cast<double>(timer.elapsed()) / 1000);
    const auto reader = openDatabase(database->path(), clock, Database::Access::ReadOnly);
    for (int round = 0; round < 3; ++round) {
        timer.start();
        const auto busy = processorTime();
        const AuditCheck check = must(AuditTrail(*reader).verify());
        std::printf("checked %lld entries, %lld seals, %s: %.2f s, %.2f s of them busy\n",
                    static_cast<long long>(check.entries), static_cast<long long>(check.seals),
                    check.isVouchedFor() ? "all good" : "not good",
                    static_cast<double>(timer.elapsed()) / 1000,
                    std::chrono::duration<double>(processorTime() - busy).count());
    }
    return 0;
}
