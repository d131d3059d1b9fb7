// Disks that fail, fill up, take no writes or lose power, at every call that SQLite makes of them:
// what was acknowledged stays, nothing is deleted, and what can be read can be exported.

#include "core/export/recordexport.h"
#include "core/storage/billingzone.h"
#include "tests/storage/storagefixture.h"
#include "tests/support/filebytes.h"
#include "tests/support/sqlite/faultydisk.h"

#include <QtCore/QBuffer>
#include <QtCore/QDir>
#include <QtCore/QFile>

#include <optional>
#include <sqlite3.h>

using namespace keyway;
using namespace Qt::StringLiterals;
using Call = FaultyDisk::Call;

namespace {

const QString databaseName = u"keyway.db"_s;
const QString headName = u"audit.head"_s;
constexpr qint64 pageSize = 4096;

/// What came of some attempts.
struct Work {
    QSet<Id> acknowledged;
    QList<Error> errors;
};

} // namespace

class TestFaultyDisk : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void faultsAtEveryCall_data();
    void faultsAtEveryCall();
    void faultsWhileOpening_data() { faultsAtEveryCall_data(); }
    void faultsWhileOpening();
    void faultsWhileMaking_data() { faultsAtEveryCall_data(); }
    void faultsWhileMaking();
    void whatTakesNoWritesIsExported();
    void everyDamagedPageIsTold();
    void powerCuts_data();
    void powerCuts();

private:
    static int rounds() { return qMax(1, qEnvironmentVariableIntValue("KEYWAY_TEST_ROUNDS")); }
    /// Every call in long tests; a first and a last one, and some between, in fast ones.
    static qint64 nextCall(qint64 at) { return rounds() >= 1000 || at < 4 ? at + 1 : at + 5; }

    std::unique_ptr<TemporaryDataDir> copyOfRecords() const;
    void attempt(Records &records, int attempts, Work &work);
    /// Empty where nothing is wrong with the records in the folder.
    QString faultsIn(const QString &folder, const QSet<Id> &acknowledged);
    void checkErrors(const QList<Error> &errors, const QStringList &reasons) const;

    FakeClock m_clock{QDateTime(QDate(2026, 11, 5), QTime(12, 0), Qt::UTC)};
    FaultyDisk m_disk;
    QByteArray m_records, m_head; ///< of a folder with some attempts
    QSet<Id> m_there; ///< those
};

void TestFaultyDisk::initTestCase()
{
    TemporaryDataDir dir;
    {
        Records records(dir.path(), m_clock);
        VERIFY_RESULT(setBillingZone(*records.database, "UTC"_ba));
        records.addIntegration(u"A"_s);
        Work work;
        attempt(records, 40, work);
        QCOMPARE(work.errors.size(), 0);
        m_there = work.acknowledged;
    }
    if (m_disk.calls() == 0)
        QSKIP("Qt's driver brings an SQLite of its own: FAULTS OF DISKS ARE NOT TESTED");
    m_records = bytesOf(dir.filePath(databaseName));
    m_head = bytesOf(dir.filePath(headName));
    QVERIFY(m_records.size() > 40 * pageSize);
    QCOMPARE(faultsIn(dir.path(), m_there), QString());
    QVERIFY(!faultsIn(dir.path(), m_there + QSet<Id>{Id::create(m_clock.now())}).isEmpty());
}

void TestFaultyDisk::cleanup()
{
    m_disk.mend();
    m_disk.watch({});
    m_disk.forget();
}

std::unique_ptr<TemporaryDataDir> TestFaultyDisk::copyOfRecords() const
{
    auto dir = std::make_unique<TemporaryDataDir>();
    writeBytes(dir->filePath(databaseName), m_records);
    writeBytes(dir->filePath(headName), m_head);
    return dir;
}

void TestFaultyDisk::attempt(Records &records, int attempts, Work &work)
{
    const auto one = records.integrations.byName(u"A"_s);
    if (!one) {
        work.errors.append(one.error());
        return;
    }
    for (int i = 0; i < attempts; ++i) {
        m_clock.advance(std::chrono::milliseconds(7));
        const auto started = records.start(*one, Money::fromNano(1000));
        if (!started) {
            work.errors.append(started.error());
            continue;
        }
        const auto settled = records.ledger.settle(
            Records::completed(*started, Money::fromNano(i + 1), Money::fromNano(1)));
        if (settled)
            work.acknowledged.insert(started->recordId);
        else
            work.errors.append(settled.error());
    }
}

QString TestFaultyDisk::faultsIn(const QString &folder, const QSet<Id> &acknowledged)
{
    const auto opened
        = Database::open(folder + u'/' + databaseName, Database::Access::ReadWrite, m_clock);
    if (!opened)
        return QString::fromUtf8(problemOf(opened));
    Database &database = **opened;
    if (const auto good = database.check(); !good)
        return QString::fromUtf8(problemOf(good));
    QSet<Id> settled;
    const auto read = database.query(u"SELECT record_id FROM attempt WHERE outcome = 'completed'"_s,
                                     {}, [&settled](const Row &row) {
                                         settled.insert(row.id(0));
                                         return true;
                                     });
    if (!read)
        return QString::fromUtf8(problemOf(read));
    if (const qsizetype lost = (acknowledged - settled).size(); lost > 0)
        return u"%1 acknowledged records are lost"_s.arg(lost);
    const auto trail = AuditTrail(database).verify();
    if (!trail || trail->problem != AuditCheck::Problem::None)
        return trail ? nameOf(trail->problem) : QString::fromUtf8(problemOf(trail));
    return differences(database);
}

void TestFaultyDisk::checkErrors(const QList<Error> &errors, const QStringList &reasons) const
{
    for (const Error &error : errors) {
        QCOMPARE(error.kind(), Error::Kind::Storage);
        QVERIFY2(reasons.contains(error.reason()), qPrintable(error.reason() + error.detail()));
    }
}

void TestFaultyDisk::faultsAtEveryCall_data()
{
    QTest::addColumn<QList<Call>>("calls");
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("onwards");
    QTest::addColumn<QStringList>("reasons");
    const QList<Call> writing{Call::Write, Call::Truncate};
    QTest::newRow("full") << writing << SQLITE_FULL << true << QStringList{u"disk-full"_s};
    QTest::newRow("full once") << writing << SQLITE_FULL << false << QStringList{u"disk-full"_s};
    QTest::newRow("read-only") << writing << SQLITE_READONLY << true << QStringList{u"read-only"_s};
    QTest::newRow("write") << writing << SQLITE_IOERR_WRITE << false << QStringList{u"io-error"_s};
    QTest::newRow("writes") << writing << SQLITE_IOERR_WRITE << true << QStringList{u"io-error"_s};
    QTest::newRow("sync") << QList{Call::Sync} << SQLITE_IOERR_FSYNC << false
                          << QStringList{u"io-error"_s};
    QTest::newRow("read") << QList{Call::Read} << SQLITE_IOERR_READ << false
                          << QStringList{u"io-error"_s};
    QTest::newRow("reads") << QList{Call::Read} << SQLITE_IOERR_READ << true
                           << QStringList{u"io-error"_s};
    QTest::newRow("damaged") << QList{Call::Read} << SQLITE_CORRUPT << false
                             << QStringList{u"corrupt"_s};
    QTest::newRow("busy") << QList{Call::Lock} << SQLITE_BUSY << false << QStringList{u"busy"_s};
    QTest::newRow("no file") << QList{Call::Open} << SQLITE_CANTOPEN << false
                             << QStringList{u"cannot-open"_s};
}

void TestFaultyDisk::faultsAtEveryCall()
{
    QFETCH(QList<Call>, calls);
    QFETCH(int, code);
    QFETCH(bool, onwards);
    QFETCH(QStringList, reasons);
    qint64 tried = 0, refused = 0;
    bool hit = true;
    for (qint64 at = 1; hit; at = nextCall(at)) {
        const auto dir = copyOfRecords();
        Work work{m_there, {}};
        {
            Records records(dir->path(), m_clock);
            m_disk.fail(calls, code, at, onwards);
            attempt(records, 3, work);
            hit = m_disk.hasFailed();
            m_disk.mend();
            checkErrors(work.errors, reasons);
            refused += work.errors.size();
            // The same connection goes on once the disk is well.
            work.errors.clear();
            attempt(records, 2, work);
            const QByteArray left
                = work.errors.isEmpty() ? "" : problemOf(Result<Done>(work.errors.first()));
            QVERIFY2(left.isEmpty(), left + " after call " + QByteArray::number(at));
        }
        QCOMPARE(faultsIn(dir->path(), work.acknowledged), QString());
        m_disk.forget();
        ++tried;
    }
    qInfo("%lld calls failed, %lld writes refused", tried - 1, refused);
}

void TestFaultyDisk::faultsWhileOpening()
{
    QFETCH(QList<Call>, calls);
    QFETCH(int, code);
    QFETCH(bool, onwards);
    QFETCH(QStringList, reasons);
    bool hit = true;
    for (qint64 at = 1; hit; at = nextCall(at)) {
        const auto dir = copyOfRecords();
        const QString path = dir->filePath(databaseName);
        m_disk.fail(calls, code, at, onwards);
        const auto opened = Database::open(path, Database::Access::ReadWrite, m_clock);
        hit = m_disk.hasFailed();
        m_disk.mend();
        if (!opened)
            checkErrors({opened.error()}, reasons);
        QVERIFY(QFileInfo(path).size() >= m_records.size());
        QCOMPARE(faultsIn(dir->path(), m_there), QString());
        m_disk.forget();
    }
}

void TestFaultyDisk::faultsWhileMaking()
{
    QFETCH(QList<Call>, calls);
    QFETCH(int, code);
    QFETCH(bool, onwards);
    QFETCH(QStringList, reasons);
    bool hit = true;
    for (qint64 at = 1; hit; at += at < 10 || rounds() >= 1000 ? 1 : 37) {
        TemporaryDataDir dir;
        m_disk.fail(calls, code, at, onwards);
        {
            const auto opened
                = Database::open(dir.filePath(databaseName), Database::Access::ReadWrite, m_clock);
            hit = m_disk.hasFailed();
            m_disk.mend();
            if (!opened)
                checkErrors({opened.error()}, reasons);
        }
        QCOMPARE(faultsIn(dir.path(), {}), QString());
        m_disk.forget();
    }
}

void TestFaultyDisk::whatTakesNoWritesIsExported()
{
    const auto dir = copyOfRecords();
    Records records(dir->path(), m_clock);
    Work work;
    attempt(records, 5, work);
    const auto exported = [this](Database &database) {
        QByteArray bytes;
        QBuffer to(&bytes);
        to.open(QIODevice::WriteOnly);
        const auto report = exportRecords(database, {}, to, {});
        return report ? bytes : problemOf(report);
    };
    const QByteArray before = exported(*records.database);
    QCOMPARE(before.count("\r\n"), 46);
    for (const int code : {SQLITE_FULL, SQLITE_READONLY, SQLITE_IOERR_WRITE}) {
        m_disk.fail({Call::Write, Call::Truncate, Call::Sync}, code, 1, true);
        attempt(records, 2, work);
        QCOMPARE(work.errors.size(), 2);
        work.errors.clear();
        QVERIFY(exported(*records.database) == before);
        const auto reader
            = Database::open(dir->filePath(databaseName), Database::Access::ReadOnly, m_clock);
        VERIFY_RESULT(reader);
        QVERIFY(exported(**reader) == before);
        m_disk.mend();
    }
}

void TestFaultyDisk::everyDamagedPageIsTold()
{
    const qint64 pages = m_records.size() / pageSize;
    int refused = 0, told = 0, partly = 0;
    for (qint64 page = 0; page < pages; page += rounds() >= 1000 ? 1 : 3) {
        const auto dir = copyOfRecords();
        const QString path = dir->filePath(databaseName);
        QByteArray damaged = m_records;
        damaged.replace(page * pageSize, pageSize, QByteArray(pageSize, '\xA5'));
        writeBytes(path, damaged);
        {
            const auto opened = Database::open(path, Database::Access::ReadWrite, m_clock);
            if (!opened) {
                ++refused;
                checkErrors({opened.error()}, {u"corrupt"_s});
                QCOMPARE(Database::damagedCopies(path).size(), 1);
                QVERIFY(bytesOf(Database::damagedCopies(path).first()) == damaged);
            } else {
                const auto checked = (*opened)->check();
                told += checked ? 0 : 1;
                if (!checked)
                    checkErrors({checked.error()}, {u"corrupt"_s});
                QByteArray bytes;
                QBuffer to(&bytes);
                to.open(QIODevice::WriteOnly);
                const auto report = exportRecords(**opened, {}, to, {});
                if (report)
                    ++partly;
                else
                    checkErrors({report.error()}, {u"corrupt"_s});
            }
        }
        QVERIFY(QFileInfo(path).size() >= m_records.size());
        m_disk.forget();
    }
    QVERIFY(refused > 0);
    QVERIFY(told > 0);
    qInfo("%lld pages: %d not opened, %d found by the check, %d exported all the same",
          qint64(pages), refused, told, partly);
}

void TestFaultyDisk::powerCuts_data()
{
    QTest::addColumn<QString>("synchronous");
    QTest::addColumn<bool>("safe");
    QTest::newRow("as it is") << u"FULL"_s << true;
    QTest::newRow("control: without syncs") << u"OFF"_s << false;
}

void TestFaultyDisk::powerCuts()
{
    QFETCH(QString, synchronous);
    QFETCH(bool, safe);
    QRandomGenerator random(20261105);
    const int cuts = safe ? rounds() : 30;
    int lost = 0;
    qint64 callsOfWork = 0, unsynced = 0;
    qsizetype acknowledged = 0;
    for (int cut = -1; cut < cuts; ++cut) {
        m_disk.forget();
        const auto dir = copyOfRecords();
        Work work;
        FaultyDisk::Files files;
        QByteArray head;
        QSet<Id> before;
        {
            Records records(dir->path(), m_clock);
            VERIFY_RESULT(records.database->execute("PRAGMA synchronous = "_L1 + synchronous));
            // So that it is copied back into the file every few attempts.
            VERIFY_RESULT(records.database->execute(u"PRAGMA wal_autocheckpoint = 60"_s));
            const qint64 begun = m_disk.calls();
            const qint64 at = begun + (callsOfWork > 0 ? 1 + random.bounded(callsOfWork) : 0);
            const auto cutNow = [&] {
                files = m_disk.afterPowerCut(random);
                head = bytesOf(dir->filePath(headName));
                before = work.acknowledged;
            };
            m_disk.watch([&] {
                if (m_disk.calls() == at)
                    cutNow();
            });
            attempt(records, 12, work);
            m_disk.watch({});
            if (files.isEmpty()) // it took some calls less than the first time
                cutNow();
            QCOMPARE(work.errors.size(), 0);
            if (cut < 0) { // the first round only counts
                callsOfWork = m_disk.calls() - begun;
                continue;
            }
        }
        m_disk.forget();
        TemporaryDataDir found;
        for (auto it = files.cbegin(); it != files.cend(); ++it) {
            writeBytes(found.filePath(QFileInfo(it.key()).fileName()), *it);
            unsynced += *it == bytesOf(it.key()) ? 0 : 1;
        }
        writeBytes(found.filePath(headName), head);
        const QString wrong = faultsIn(found.path(), m_there + before);
        if (safe)
            QCOMPARE(wrong, QString());
        lost += wrong.isEmpty() ? 0 : 1;
        acknowledged += before.size();
    }
    if (!safe)
        QVERIFY2(lost > 0, "this test would not see a lost record");
    QVERIFY(acknowledged > 0);
    QVERIFY(unsynced > 0);
    qInfo("%d cuts in %lld calls: %lld records acknowledged before them, %d with a fault", cuts,
          callsOfWork, qint64(acknowledged), lost);
}

int main(int argc, char *argv[])
{
    // What counts as synced is worked out here, and thousands of folders are made: waiting for the
    // real disk would prove nothing.
    if (QFileInfo(u"/dev/shm"_s).isWritable())
        qputenv("TMPDIR", "/dev/shm");
    QCoreApplication app(argc, argv);
    TestFaultyDisk test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_faultydisk.moc"
