// How fast records come in over HTTP, beside how fast the database itself takes the same rows with
// the same indexes and sums: bench_ingest [records] [clients] [sqlite|postgres]. The
// bare rate is that of UsageStore on one connection, 500 rows a transaction.

#include "core/server/schema.h"
#include "core/server/usagestore.h"
#include "tests/http/testserver.h"
#include "tests/server/serverfixture.h"

#include <QtCore/QLoggingCategory>

#include <algorithm>
#include <cstdio>
#include <thread>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

constexpr int batchSize = mostRecordsInBatch;

QList<UsageMessage> madeRecords(const ServerFixture &server, int count)
{
    QList<UsageMessage> records;
    records.reserve(count);
    for (int i = 0; i < count; ++i)
        records.append(server.record(i % 5000));
    return records;
}

/// Rows a second by the same statements, 500 rows a transaction, without anything around them.
double bareRate(const server::DatabaseAddress &address, const QList<UsageMessage> &records)
{
    const auto sql = server::SqlConnection::open(address).value();
    if (!server::migrate(*sql))
        qFatal("no schema");
    server::Partitions partitions;
    if (!partitions.prepare(*sql, records.constFirst().recordId.time().date()))
        qFatal("no partition");
    const Id account = Id::create(QDateTime::currentDateTimeUtc());
    if (!sql->write([&] {
            return sql->run(u"INSERT INTO account (account_id, zone, created_at) "
                            "VALUES (?, 'UTC', 0)"_s,
                            {stored(account)});
        }))
        qFatal("no account");
    QList<QList<server::CheckedUsage>> batches;
    for (qsizetype at = 0; at < records.size(); at += batchSize) {
        QList<server::CheckedUsage> batch;
        for (const UsageMessage &record : records.mid(at, batchSize))
            batch.append({record, server::hashOf(record.canonical()), {}});
        batches.append(batch);
    }
    server::UsageStore usage(*sql);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QElapsedTimer time;
    time.start();
    qint64 sequence = 0;
    for (const QList<server::CheckedUsage> &batch : std::as_const(batches)) {
        const auto added = sql->write([&] { return usage.add(account, batch, sequence, now); });
        if (!added)
            qFatal("not added: %s", qPrintable(added.error().detail()));
        sequence += batch.size();
    }
    return double(records.size()) * 1e9 / double(time.nsecsElapsed());
}

/// Sends `bodies` one after the other on one connection; the time of each in microseconds.
std::vector<qint64> sent(quint16 port, const QByteArray &token, const QByteArrayList &bodies)
{
    std::vector<qint64> times;
    RawClient client(port);
    for (const QByteArray &body : bodies) {
        QElapsedTimer time;
        time.start();
        client.send("POST /v1/usage HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer " + token
                    + "\r\nContent-Type: application/json\r\nContent-Length: "
                    + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        const RawAnswer answer = client.receive(60'000);
        if (answer.status() != 200 || answer.body.count("\"stored\"") != batchSize)
            qFatal("a batch was not stored: %s", answer.body.left(300).constData());
        times.push_back(time.nsecsElapsed() / 1000);
    }
    return times;
}

QByteArray bodyOf(const QList<UsageMessage> &records)
{
    QByteArray body = "{\"records\":[";
    for (const UsageMessage &record : records)
        body += (body.endsWith('[') ? "" : ",") + record.canonical();
    return body + "]}";
}

void measure(TestStores &stores, const QString &engine, int count, int clients)
{
    const auto bare = stores.create(engine);
    if (!bare) {
        std::printf("%-10s not measured: %s\n", qPrintable(engine), stores.why().constData());
        return;
    }
    ServerFixture server(*stores.create(engine));
    std::vector<ServerFixture::User> users;
    for (int i = 0; i < clients; ++i)
        users.push_back(server.user(u"user%1@example.org"_s.arg(i)));
    const QList<UsageMessage> records = madeRecords(server, count);
    const double bareRows = bareRate(*bare, records);

    std::vector<QByteArrayList> bodies(static_cast<std::size_t>(clients));
    for (qsizetype at = 0, i = 0; at < records.size(); at += batchSize, ++i)
        bodies[static_cast<std::size_t>(i % clients)].append(bodyOf(records.mid(at, batchSize)));
    const qint64 before = memoryInUse();
    std::vector<std::vector<qint64>> times(bodies.size());
    std::vector<std::thread> threads;
    QElapsedTimer time;
    time.start();
    for (std::size_t i = 0; i < bodies.size(); ++i)
        threads.emplace_back([&, i] { times[i] = sent(server.port, users[i].token, bodies[i]); });
    for (std::thread &thread : threads)
        thread.join();
    const double rows = double(records.size()) * 1e9 / double(time.nsecsElapsed());

    std::vector<qint64> all;
    for (const std::vector<qint64> &some : times)
        all.insert(all.end(), some.begin(), some.end());
    std::sort(all.begin(), all.end());
    std::printf("%-10s bare %8.0f rows/s   HTTP %8.0f rows/s   ratio %.2f   batch p50 %.1f ms "
                "p99 %.1f ms   memory %+lld MB\n",
                qPrintable(engine), bareRows, rows, rows / bareRows,
                double(all[all.size() / 2]) / 1000, double(all[all.size() * 99 / 100]) / 1000,
                (memoryInUse() - before) / (1024 * 1024));
    std::fflush(stdout);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QLoggingCategory::setFilterRules(u"keyway.server.info=false"_s);
    const QStringList arguments = QCoreApplication::arguments();
    const int count = arguments.value(1, u"100000"_s).toInt() / batchSize * batchSize;
    const int clients = arguments.value(2, u"4"_s).toInt();
    if (count < batchSize || clients < 1) {
        std::fprintf(stderr, "bench_ingest [records] [clients] [sqlite|postgres]\n");
        return 2;
    }
    TestStores stores;
    for (const QString &engine : {u"sqlite"_s, u"postgres"_s}) {
        if (arguments.value(3, engine) == engine)
            measure(stores, engine, count, clients);
    }
    return 0;
}
