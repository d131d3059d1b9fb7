// How long a person waits for the window: from starting the program to the first painted page with
// its figures, and how much memory it holds then.
//
//     build/release/benchmarks/bench_start [RECORDS] [ROUNDS]
//
// Starts the built keyway-desktop on a data folder with RECORDS (1,000) attempts of this month,
// ROUNDS (10) times, on the platform that QT_QPA_PLATFORM names. The program says "first page
// painted" in its log when it is so far.

#include "core/storage/billingzone.h"
#include "tests/storage/storagefixture.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QProcess>

#include <algorithm>
#include <cstdio>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

void fill(const QString &folder, int rows)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    FakeClock clock(
        QDateTime(QDate(now.date().year(), now.date().month(), 1), QTime(0, 1), Qt::UTC));
    Records records(folder, clock);
    if (!setBillingZone(*records.database, "UTC"_ba))
        qFatal("no billing zone");
    QList<Integration> integrations;
    for (const QString &service : {u"openai"_s, u"anthropic"_s, u"stability"_s, u"ollama"_s})
        integrations.append(records.addIntegration(service, service));
    const qint64 step = std::max<qint64>(1, clock.now().msecsTo(now) / rows);
    const Result<Done> filled = records.database->write([&]() -> Result<Done> {
        for (int i = 0; i < rows; ++i) {
            clock.advance(std::chrono::milliseconds(step));
            const auto started = records.start(integrations.at(i % 4));
            if (!started)
                return started.error();
            const UsageRecord record = Records::completed(*started, Money::fromNano(i * 1000));
            if (auto settled = records.ledger.settle(record); !settled)
                return settled;
        }
        return Done();
    });
    if (!filled)
        qFatal("cannot fill the records: %s", qPrintable(filled.error().detail()));
}

/// Proportional memory of a process in MiB, shared pages counted by share; 0 where unknown.
qint64 memoryOf(qint64 pid)
{
    QFile file(u"/proc/%1/smaps_rollup"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("Pss:"))
            return line.mid(4).simplified().split(' ').first().toLongLong() / 1024;
    }
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int rows = arguments.size() > 1 ? arguments.at(1).toInt() : 1000;
    const int rounds = arguments.size() > 2 ? arguments.at(2).toInt() : 10;
    TemporaryDataDir dir;
    fill(dir.path(), rows);

    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_LOGGING_RULES"_s, u"keyway.ui.info=true"_s);
    QList<qint64> times;
    QList<qint64> memory;
    for (int i = 0; i < rounds; ++i) {
        QProcess program;
        program.setProcessEnvironment(environment);
        program.setProcessChannelMode(QProcess::MergedChannels);
        QElapsedTimer timer;
        timer.start();
        program.start(QCoreApplication::applicationDirPath() + "/../bin/keyway-desktop"_L1,
                      {u"--data-dir"_s, dir.path()});
        QByteArray said;
        while (!said.contains("first page painted") && program.waitForReadyRead(10'000))
            said += program.readAll();
        if (!said.contains("first page painted"))
            qFatal("the window did not come: %s", said.constData());
        times.append(timer.elapsed());
        memory.append(memoryOf(program.processId()));
        program.terminate();
        if (!program.waitForFinished(5000))
            program.kill();
    }
    std::sort(times.begin(), times.end());
    std::sort(memory.begin(), memory.end());
    std::printf(
        "%d records, %d starts: first painted page after %lld ms (median), %lld ms (worst); "
        "memory %lld MiB (median), %lld MiB (worst)\n",
        rows, rounds, static_cast<long long>(times.at(rounds / 2)),
        static_cast<long long>(times.last()), static_cast<long long>(memory.at(rounds / 2)),
        static_cast<long long>(memory.last()));
    return 0;
}
