#include "core/storage/migrations.h"
#include "tests/storage/storagefixture.h"

#include <QtCore/QFileInfo>
#include <QtCore/QProcess>
#include <QtSql/QSqlQuery>

#include <thread>

using namespace keyway;
using namespace Qt::StringLiterals;

class TestDatabase : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<TemporaryDataDir>();
        m_path = m_dir->filePath(u"data/keyway.db"_s);
    }

    void aNewFileIsPrivateAndDurable()
    {
        const auto database = openDatabase(m_path, m_clock);
        constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
            | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        VERIFY_RESULT(SettingsStore(*database).set(u"x"_s, 1));
        for (const QString &name : {m_path, m_path + "-wal"_L1, m_path + "-shm"_L1,
                                    database->folder(), database->folder() + "/audit.head"_L1})
            QVERIFY2(!(QFile::permissions(name) & others), qPrintable(name));
        QCOMPARE(number(*database, u"PRAGMA synchronous"_s), 2);
        QCOMPARE(number(*database, u"PRAGMA foreign_keys"_s), 1);
        QCOMPARE(number(*database, u"PRAGMA journal_mode = WAL"_s), 0);
        QCOMPARE(number(*database, u"PRAGMA user_version"_s), qint64(migrations().size()));
        QVERIFY(!database->isReadOnly());
        VERIFY_RESULT(database->check());
        QCOMPARE(Database::backups(m_path), QStringList());
    }

    void anOlderFileIsBackedUpAndMigrated()
    {
        makeVersionOne({});
        const auto database = openDatabase(m_path, m_clock);
        QCOMPARE(number(*database, u"PRAGMA user_version"_s), qint64(migrations().size()));
        QCOMPARE(SettingsStore(*database).value(u"old"_s)->toString(), u"kept"_s);
        VERIFY_RESULT(ConversationStore(*database).create(u"new table"_s));
        const QStringList backups = Database::backups(m_path);
        // One before each step, newest first.
        QCOMPARE(backups.size(), migrations().size() - 1);
        QVERIFY(backups.last().endsWith("before-version-002.db"_L1));
        QCOMPARE(rawNumber(backups.last(), u"PRAGMA user_version"_s), 1);
        QCOMPARE(rawNumber(backups.last(), u"SELECT COUNT(*) FROM setting"_s), 1);
    }

    void aFailedMigrationChangesNothing()
    {
        // The second step makes this table and must fail, after its first statements worked or not.
        makeVersionOne({u"CREATE TABLE message (mine INTEGER)"_s});
        const auto opened = Database::open(m_path, Database::Access::ReadWrite, m_clock);
        QVERIFY(!opened);
        QCOMPARE(opened.error().reason(), u"migration-failed"_s);
        QCOMPARE(rawNumber(m_path, u"PRAGMA user_version"_s), 1);
        QCOMPARE(rawNumber(m_path, u"SELECT COUNT(*) FROM setting"_s), 1);
        QCOMPARE(
            rawNumber(m_path, u"SELECT COUNT(*) FROM sqlite_master WHERE name = 'conversation'"_s),
            0);
        QCOMPARE(Database::backups(m_path).size(), 1);
    }

    void anOlderFileIsNotReadUnmigrated()
    {
        makeVersionOne({});
        const auto opened = Database::open(m_path, Database::Access::ReadOnly, m_clock);
        QVERIFY(!opened);
        QCOMPARE(opened.error().reason(), u"older-database"_s);
    }

    void aNewerFileIsReadAndNeverWritten()
    {
        fill(m_path);
        rawRun(m_path, u"PRAGMA user_version = 77"_s);
        const auto database = openDatabase(m_path, m_clock);
        QVERIFY(database->isNewer());
        QVERIFY(database->isReadOnly());
        QCOMPARE(LedgerReader(*database).month(QDate(2026, 11, 1))->all.attempts, 1);
        QCOMPARE(ConversationStore(*database).list()->size(), 0);
        const auto refused = SettingsStore(*database).set(u"x"_s, 1);
        QVERIFY(!refused);
        QCOMPARE(refused.error().reason(), u"newer-database"_s);
        QVERIFY(!database->run(u"DELETE FROM setting"_s));
    }

    void aNewerFileThatCannotBeReadIsRefused()
    {
        fill(m_path);
        rawRun(m_path, u"UPDATE format SET oldest_reader = 77"_s);
        rawRun(m_path, u"PRAGMA user_version = 77"_s);
        const auto opened = Database::open(m_path, Database::Access::ReadWrite, m_clock);
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind(), Error::Kind::Storage);
        QCOMPARE(opened.error().reason(), u"newer-database"_s);
    }

    void theFileOfAnotherProgramIsLeftAlone()
    {
        QVERIFY(QDir().mkpath(QFileInfo(m_path).path()));
        rawRun(m_path, u"CREATE TABLE bookmark (x INTEGER)"_s);
        const auto opened = Database::open(m_path, Database::Access::ReadWrite, m_clock);
        QVERIFY(!opened);
        QCOMPARE(opened.error().reason(), u"not-keyway"_s);
        QCOMPARE(rawNumber(m_path, u"SELECT COUNT(*) FROM sqlite_master"_s), 1);
    }

    void aDamagedFileIsCopiedAsideOnce_data()
    {
        QTest::addColumn<qint64>("from");
        QTest::addColumn<qint64>("length");
        QTest::newRow("header") << 0LL << 100LL;
        QTest::newRow("first page") << 100LL << 3900LL;
        QTest::newRow("everything") << 0LL << 1'000'000LL;
    }
    void aDamagedFileIsCopiedAsideOnce()
    {
        QFETCH(qint64, from);
        QFETCH(qint64, length);
        fill(m_path);
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(from);
        file.write(QByteArray(qMin(length, file.size() - from), '\xA5'));
        file.seek(0);
        const QByteArray damaged = file.readAll();
        file.close();
        for (int i = 0; i < 2; ++i) {
            const auto opened = Database::open(m_path, Database::Access::ReadWrite, m_clock);
            QVERIFY(!opened);
            QCOMPARE(opened.error().reason(), u"corrupt"_s);
        }
        QCOMPARE(Database::damagedCopies(m_path).size(), 1);
        for (const QString &name : {m_path, Database::damagedCopies(m_path).first()}) {
            QFile kept(name);
            QVERIFY(kept.open(QIODevice::ReadOnly));
            QVERIFY(kept.readAll() == damaged);
        }
    }

    void damageInsideIsFoundByTheCheckAndABackupRestores()
    {
        fill(m_path);
        QString backup;
        {
            const auto database = openDatabase(m_path, m_clock);
            const auto made = database->backUp();
            VERIFY_RESULT(made);
            backup = *made;
            QCOMPARE(Database::backups(m_path).first(), backup);
            VERIFY_RESULT(SettingsStore(*database).set(u"later"_s, 1));
        }
        rawRun(m_path, u"PRAGMA journal_mode = DELETE"_s);
        const qint64 page = rawNumber(m_path,
                                      u"SELECT rootpage FROM sqlite_master "
                                      "WHERE name = 'attempt_month'"_s);
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek((page - 1) * 4096);
        file.write(QByteArray(4096, '\x5A'));
        file.close();
        {
            const auto opened = Database::open(m_path, Database::Access::ReadOnly, m_clock);
            if (opened)
                QCOMPARE((*opened)->check().error().reason(), u"corrupt"_s);
            else
                QCOMPARE(opened.error().reason(), u"corrupt"_s);
        }
        VERIFY_RESULT(Database::restore(m_path, backup, m_clock));
        const auto database = openDatabase(m_path, m_clock);
        VERIFY_RESULT(database->check());
        QCOMPARE(LedgerReader(*database).month(QDate(2026, 11, 1))->all.attempts, 1);
        QVERIFY(SettingsStore(*database).value(u"later"_s)->isNull());
        const QStringList replaced
            = QDir(database->folder()).entryList({u"keyway.db.replaced-*"_s}, QDir::Files);
        QVERIFY(!replaced.isEmpty());
    }

    void aDamagedBackupIsNotRestored()
    {
        fill(m_path);
        const QString bad = m_dir->filePath(u"bad.db"_s);
        QFile file(bad);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        QVERIFY(!Database::restore(m_path, bad, m_clock));
        const auto database = openDatabase(m_path, m_clock);
        QCOMPARE(LedgerReader(*database).month(QDate(2026, 11, 1))->all.attempts, 1);
    }

    void writersWaitForEachOtherAndThenSayBusy()
    {
        const auto first = openDatabase(m_path, m_clock);
        const auto second = openDatabase(m_path, m_clock);
        VERIFY_RESULT(first->run(u"BEGIN IMMEDIATE"_s));
        std::thread other([this] {
            const auto mine = openDatabase(m_path, m_clock);
            const auto written = SettingsStore(*mine).set(u"waited"_s, 1);
            if (!written)
                qFatal("a writer that may wait did not: %s", problemOf(written).constData());
        });
        QTest::qWait(300);
        VERIFY_RESULT(first->run(u"COMMIT"_s));
        other.join();

        VERIFY_RESULT(first->run(u"BEGIN IMMEDIATE"_s));
        const auto busy = SettingsStore(*second).set(u"x"_s, 1);
        QVERIFY(!busy);
        QCOMPARE(busy.error().reason(), u"busy"_s);
        QCOMPARE(SettingsStore(*second).value(u"waited"_s)->toInt(), 1); // reading never waits
        VERIFY_RESULT(first->run(u"ROLLBACK"_s));
        VERIFY_RESULT(SettingsStore(*second).set(u"x"_s, 1)); // and it works again
    }

    void readersSeeCommitsAndCannotWrite()
    {
        const auto writer = openDatabase(m_path, m_clock);
        const auto reader = openDatabase(m_path, m_clock, Database::Access::ReadOnly);
        QVERIFY(reader->isReadOnly());
        VERIFY_RESULT(SettingsStore(*writer).set(u"x"_s, 5));
        QCOMPARE(SettingsStore(*reader).value(u"x"_s)->toInt(), 5);
        QCOMPARE(SettingsStore(*reader).set(u"x"_s, 6).error().reason(), u"read-only"_s);
        QVERIFY(
            !Database::open(m_dir->filePath(u"none.db"_s), Database::Access::ReadOnly, m_clock));
    }

    void anErrorInsideAWriteTakesEverythingBack()
    {
        const auto database = openDatabase(m_path, m_clock);
        bool ran = false;
        const auto failed = database->write([&]() -> Result<Done> {
            database->afterCommit(u"after"_s, [&ran] { ran = true; });
            if (auto set = SettingsStore(*database).set(u"x"_s, 1); !set)
                return set;
            const auto wrong = database->run(u"INSERT INTO nowhere VALUES (1)"_s);
            return wrong.error();
        });
        QVERIFY(!failed);
        QCOMPARE(failed.error().kind(), Error::Kind::Internal);
        QVERIFY(!ran);
        QVERIFY(SettingsStore(*database).value(u"x"_s)->isNull());
        VERIFY_RESULT(SettingsStore(*database).set(u"x"_s, 2));
    }

    // The next two run this program again inside a mount namespace of its own, on a disk of two
    // megabytes, so that they are real for the system administrator, too.
    void aFullDiskLosesNothing()
    {
        if (!onSmallDisk("aFullDiskLosesNothing"))
            return;
        const QString disk = qEnvironmentVariable("KEYWAY_TEST_SMALL_DISK");
        QFile ballast(disk + "/ballast"_L1);
        QVERIFY(ballast.open(QIODevice::WriteOnly));
        QCOMPARE(ballast.write(QByteArray(600'000, 'b')), 600'000);
        ballast.close();
        QList<Id> acknowledged;
        {
            Records records(disk, m_clock);
            const Integration one = records.addIntegration(u"A"_s);
            Result<Done> settled = Done();
            Result<UsageRecord> started = records.start(one, Money::fromNano(10));
            for (int i = 0; i < 20'000 && started && settled; ++i) {
                settled = records.ledger.settle(Records::completed(*started, Money::fromNano(7)));
                if (settled) {
                    acknowledged.append(started->recordId);
                    started = records.start(one, Money::fromNano(10));
                }
            }
            const Error error = started ? settled.error() : started.error();
            QCOMPARE(error.kind(), Error::Kind::Storage);
            QCOMPARE(error.reason(), u"disk-full"_s);
            QVERIFY(!acknowledged.isEmpty());
            QCOMPARE(differences(*records.database), QString());
            QCOMPARE(records.ledger.month(QDate(2026, 11, 1))->all.attempts, acknowledged.size());

            QVERIFY(ballast.remove());
            const auto again = records.start(one, Money::fromNano(10));
            VERIFY_RESULT(again);
            VERIFY_RESULT(records.ledger.settle(Records::completed(*again, Money::fromNano(7))));
            acknowledged.append(again->recordId);
        }
        Records records(disk, m_clock);
        RecordFilter all;
        all.limit = 100'000;
        all.running = false;
        QCOMPARE(records.ledger.records(all)->size(), acknowledged.size());
        QCOMPARE(differences(*records.database), QString());
        QCOMPARE(AuditTrail(*records.database).verify()->problem, AuditCheck::Problem::None);
    }

    void aReadOnlyDiskIsRead()
    {
        if (!onSmallDisk("aReadOnlyDiskIsRead"))
            return;
        const QString disk = qEnvironmentVariable("KEYWAY_TEST_SMALL_DISK");
        fill(disk + "/keyway.db"_L1);
        QCOMPARE(QProcess::execute(u"mount"_s, {u"-o"_s, u"remount,ro"_s, disk}), 0);
        const auto database = openDatabase(disk + "/keyway.db"_L1, m_clock);
        QVERIFY(database->isReadOnly());
        QVERIFY(!database->isNewer());
        QCOMPARE(LedgerReader(*database).month(QDate(2026, 11, 1))->all.attempts, 1);
        QCOMPARE(AuditTrail(*database).verify()->problem, AuditCheck::Problem::None);
        QCOMPARE(SettingsStore(*database).set(u"x"_s, 1).error().reason(), u"read-only"_s);
        QCOMPARE(Session::begin(disk, Id::create(m_clock.now())).error().reason(), u"read-only"_s);
        const auto fresh
            = Database::open(disk + "/other/new.db"_L1, Database::Access::ReadWrite, m_clock);
        QVERIFY(!fresh);
        QCOMPARE(fresh.error().reason(), u"read-only"_s);
    }

private:
    /// True inside the namespace; else runs the test function there and passes its verdict on.
    bool onSmallDisk(const char *function)
    {
        if (qEnvironmentVariableIsSet("KEYWAY_TEST_SMALL_DISK"))
            return true;
        const QString disk = m_dir->filePath(u"disk"_s);
        QDir().mkpath(disk);
        const auto unshared = [](const QString &script, const QStringList &arguments) {
            QProcess process;
            process.setProcessChannelMode(QProcess::ForwardedChannels);
            process.start(
                u"unshare"_s,
                QStringList{u"--mount"_s, u"--map-root-user"_s, u"sh"_s, u"-c"_s, script, u"sh"_s}
                    + arguments);
            return process.waitForFinished(100'000) ? process.exitCode() : -1;
        };
        if (unshared(u"mount -t tmpfs -o size=2m tmpfs \"$1\""_s, {disk}) != 0) {
            QTest::qSkip("NOT TESTED: this system lets us have no mount namespace", __FILE__,
                         __LINE__);
            return false;
        }
        const int code = unshared(
            u"mount -t tmpfs -o size=2m tmpfs \"$1\" && "
            "KEYWAY_TEST_SMALL_DISK=\"$1\" exec \"$2\" \"$3\""_s,
            {disk, QCoreApplication::applicationFilePath(), QString::fromLatin1(function)});
        if (code != 0)
            QTest::qFail("failed on the small disk, see above", __FILE__, __LINE__);
        return false;
    }

    void fill(const QString &path)
    {
        Records records(QFileInfo(path).path(), m_clock);
        const auto started = records.start(records.addIntegration(u"A"_s));
        VERIFY_RESULT(started);
        VERIFY_RESULT(records.ledger.settle(Records::completed(*started, Money::fromCents(1))));
    }

    /// A file as the first version of Keyway wrote it.
    void makeVersionOne(const QStringList &more)
    {
        QVERIFY(QDir().mkpath(QFileInfo(m_path).path()));
        rawRun(m_path, u"PRAGMA journal_mode = WAL"_s);
        for (const QString &statement : migrations().first() + more)
            rawRun(m_path, statement);
        rawRun(m_path, uR"(INSERT INTO setting VALUES ('old', '["kept"]'))"_s);
        rawRun(m_path, u"PRAGMA application_id = 1264941431"_s);
        rawRun(m_path, u"PRAGMA user_version = 1"_s);
    }

    static qint64 raw(const QString &path, const QString &sql)
    {
        qint64 value = 0;
        {
            QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"raw"_s);
            connection.setDatabaseName(path);
            if (!connection.open())
                qFatal("raw open");
            QSqlQuery query(connection);
            if (!query.exec(sql))
                qFatal("raw: %s", qPrintable(sql));
            if (query.next())
                value = query.value(0).toLongLong();
        }
        QSqlDatabase::removeDatabase(u"raw"_s);
        return value;
    }
    static void rawRun(const QString &path, const QString &sql) { raw(path, sql); }
    static qint64 rawNumber(const QString &path, const QString &sql) { return raw(path, sql); }

    FakeClock m_clock;
    std::unique_ptr<TemporaryDataDir> m_dir;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
