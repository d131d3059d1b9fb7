// Backups: written while others write, read again before they count, and put back.

#include "core/export/backup.h"
#include "core/storage/auditseals.h"
#include "tests/storage/storagefixture.h"

#include <QtCore/QFile>
#include <QtSql/QSqlDatabase>

using namespace keyway;
using namespace Qt::StringLiterals;

class TestBackup : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void everythingComesBack();
    void onlyItsOwnerMayRead();
    void readOnlyConnectionsMayWriteOne();
    void anOldBackupIsReplacedOnlyByAWholeOne();
    void sealsOfWhatWasReplacedAreTold_data();
    void sealsOfWhatWasReplacedAreTold();
    void restoringIntoAnEmptyFolder();
    void runningProgramsAreInTheWay();
    void badBackupsChangeNothing_data();
    void badBackupsChangeNothing();

private:
    void add(Records &records, const QString &name, int attempts);
    QString database() const { return m_dir->filePath(u"keyway.db"_s); }
    QString backup() const { return m_dir->filePath(u"copy.keyway"_s); }
    qint64 attempts() const
    {
        return number(*openDatabase(database(), m_clock, Database::Access::ReadOnly),
                      u"SELECT COUNT(*) FROM attempt"_s);
    }

    std::unique_ptr<TemporaryDataDir> m_dir;
    FakeClock m_clock{QDateTime(QDate(2026, 10, 5), QTime(12, 0), Qt::UTC)};
};

void TestBackup::init()
{
    m_dir = std::make_unique<TemporaryDataDir>();
}

void TestBackup::add(Records &records, const QString &name, int attempts)
{
    const Integration one = records.addIntegration(name);
    for (int i = 0; i < attempts; ++i) {
        m_clock.advance(std::chrono::seconds(30));
        const auto started = records.start(one);
        VERIFY_RESULT(started);
        VERIFY_RESULT(
            records.ledger.settle(Records::completed(*started, Money::fromNano(100 + i))));
    }
}

void TestBackup::everythingComesBack()
{
    {
        Records records(m_dir->path(), m_clock);
        add(records, u"Kept"_s, 20);
        const auto report = backUpTo(*records.database, backup());
        VERIFY_RESULT(report);
        QCOMPARE(report->records, 20);
        QCOMPARE(report->bytes, QFileInfo(backup()).size());
        add(records, u"Lost"_s, 5);
    }
    QCOMPARE(attempts(), 25);
    const auto restored = restoreFrom(backup(), database(), m_clock);
    VERIFY_RESULT(restored);
    QCOMPARE(restored->restored.records, 20);
    QCOMPARE(attempts(), 20);

    // What was there is aside, whole.
    QVERIFY(QFile::exists(restored->replaced));
    const auto old = openDatabase(restored->replaced, m_clock, Database::Access::ReadOnly);
    QCOMPARE(number(*old, u"SELECT COUNT(*) FROM attempt"_s), 25);

    // It goes on from there: sums, and an audit trail that nobody takes for cut off.
    Records records(m_dir->path(), m_clock);
    QCOMPARE(differences(*records.database), QString());
    add(records, u"New"_s, 1);
    AuditTrail trail(*records.database);
    const auto check = trail.verify();
    VERIFY_RESULT(check);
    QCOMPARE(check->problem, AuditCheck::Problem::None);
    QVERIFY(check->anchored);
    const auto entries = trail.entries(100);
    VERIFY_RESULT(entries);
    QVERIFY(std::any_of(entries->cbegin(), entries->cend(), [](const AuditEntry &entry) {
        return entry.event.name == u"database.restored"_s;
    }));
}

void TestBackup::onlyItsOwnerMayRead()
{
    Records records(m_dir->path(), m_clock);
    VERIFY_RESULT(backUpTo(*records.database, backup()));
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther;
    QVERIFY(!(QFileInfo(backup()).permissions() & others));
}

void TestBackup::readOnlyConnectionsMayWriteOne()
{
    Records records(m_dir->path(), m_clock);
    add(records, u"A"_s, 3);
    const auto reader = openDatabase(database(), m_clock, Database::Access::ReadOnly);
    const auto report = backUpTo(*reader, backup());
    VERIFY_RESULT(report);
    QCOMPARE(report->records, 3);
    QVERIFY(!reader->execute(u"DELETE FROM setting"_s)); // it still only reads
}

void TestBackup::anOldBackupIsReplacedOnlyByAWholeOne()
{
    Records records(m_dir->path(), m_clock);
    add(records, u"A"_s, 3);
    VERIFY_RESULT(backUpTo(*records.database, backup()));
    add(records, u"B"_s, 2);
    VERIFY_RESULT(backUpTo(*records.database, backup()));
    const auto now = checkBackup(backup(), m_clock);
    VERIFY_RESULT(now);
    QCOMPARE(now->records, 5);

    QVERIFY(!backUpTo(*records.database, m_dir->filePath(u"no/such/copy"_s)));
    QVERIFY(!QFileInfo::exists(m_dir->filePath(u"no"_s)));
    QVERIFY(QDir(m_dir->path()).mkdir(u"folder"_s));
    QVERIFY(!backUpTo(*records.database, m_dir->filePath(u"folder"_s)));
    const QStringList copies
        = QDir(m_dir->path())
              .entryList({u"copy.keyway*"_s, u"folder*"_s}, QDir::Files | QDir::Hidden);
    QCOMPARE(copies, QStringList{u"copy.keyway"_s}); // no parts are left
}

void TestBackup::sealsOfWhatWasReplacedAreTold_data()
{
    QTest::addColumn<bool>("copied");
    QTest::addColumn<int>("daysAfter");
    QTest::newRow("beside alone") << false << 0;
    QTest::newRow("a copy, at once") << true << 0;
    QTest::newRow("a copy, later") << true << 9;
}

void TestBackup::sealsOfWhatWasReplacedAreTold()
{
    QFETCH(bool, copied);
    QFETCH(int, daysAfter);
    const auto live = [this](Records &records, const QString &name, int days) {
        for (int day = 0; day < days; ++day) {
            add(records, u"%1 %2"_s.arg(name).arg(day), 2);
            m_clock.advance(std::chrono::hours(24));
        }
    };
    {
        Records records(m_dir->path(), m_clock);
        live(records, u"Kept"_s, 3);
        if (copied)
            VERIFY_RESULT(AuditSeals(*records.database).setCopy(m_dir->filePath(u"disk.seals"_s)));
        VERIFY_RESULT(backUpTo(*records.database, backup()));
        live(records, u"Lost"_s, 3);
        AuditSeals(*records.database).catchUp();
        QVERIFY(AuditTrail(*records.database).verify()->isVouchedFor());
    }
    VERIFY_RESULT(restoreFrom(backup(), database(), m_clock));
    Records records(m_dir->path(), m_clock);
    live(records, u"After"_s, daysAfter);
    AuditSeals(*records.database).catchUp();
    const auto check = AuditTrail(*records.database).verify();
    VERIFY_RESULT(check);
    QCOMPARE(check->isVouchedFor(), !copied);
    if (!copied)
        return;
    // The copy still has the days that are gone, and the trail tells why.
    QCOMPARE(nameOf(check->problem), daysAfter == 0 ? u"cut-off"_s : u"rewritten"_s);
    QCOMPARE(check->sealedIn, m_dir->filePath(u"disk.seals"_s));
    QVERIFY(check->restoredAt > check->lastSealed);
    QCOMPARE(check->sealFiles.first().state, SealFile::State::Fits);
    VERIFY_RESULT(AuditSeals(*records.database).renew());
    QVERIFY(AuditTrail(*records.database).verify()->isVouchedFor());
}

void TestBackup::restoringIntoAnEmptyFolder()
{
    {
        Records records(m_dir->path(), m_clock);
        add(records, u"A"_s, 4);
        VERIFY_RESULT(backUpTo(*records.database, backup()));
    }
    const TemporaryDataDir other;
    const auto restored = restoreFrom(backup(), other.filePath(u"keyway.db"_s), m_clock);
    VERIFY_RESULT(restored);
    QCOMPARE(restored->replaced, QString());
    Records records(other.path(), m_clock);
    QCOMPARE(number(*records.database, u"SELECT COUNT(*) FROM attempt"_s), 4);
}

void TestBackup::runningProgramsAreInTheWay()
{
    Records records(m_dir->path(), m_clock);
    VERIFY_RESULT(backUpTo(*records.database, backup()));
    const auto restored = restoreFrom(backup(), database(), m_clock);
    QVERIFY(!restored);
    QCOMPARE(restored.error().reason(), u"in-use"_s);
}

void TestBackup::badBackupsChangeNothing_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("reason");
    QTest::newRow("not there") << u"none"_s << u"cannot-read"_s;
    QTest::newRow("empty") << u"empty"_s << u"bad-backup"_s;
    QTest::newRow("text") << u"text"_s << u"bad-backup"_s;
    QTest::newRow("damaged") << u"damaged"_s << u"bad-backup"_s;
    QTest::newRow("cut") << u"cut"_s << u"bad-backup"_s;
    QTest::newRow("another program's") << u"other"_s << u"bad-backup"_s;
}

void TestBackup::badBackupsChangeNothing()
{
    QFETCH(QString, kind);
    QFETCH(QString, reason);
    {
        Records records(m_dir->path(), m_clock);
        add(records, u"A"_s, 200);
        VERIFY_RESULT(backUpTo(*records.database, backup()));
    }
    QFile file(backup());
    if (kind == u"none"_s) {
        QVERIFY(file.remove());
    } else if (kind == u"other"_s) {
        QVERIFY(file.remove());
        {
            QSqlDatabase other = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
            other.setDatabaseName(backup());
            QVERIFY(other.open());
            other.exec(u"CREATE TABLE theirs (a)"_s);
        }
        QSqlDatabase::removeDatabase(u"other"_s);
    } else {
        QVERIFY(file.open(QIODevice::ReadWrite));
        const qint64 size = file.size();
        if (kind == u"damaged"_s) {
            QVERIFY(file.seek(size / 2));
            file.write(QByteArray(9000, '\x5a'));
        } else {
            QVERIFY(file.resize(kind == u"cut"_s ? size / 2 : 0));
        }
        if (kind == u"text"_s)
            file.write("This is no database, whatever its name says.\n");
        file.close();
    }
    const auto restored = restoreFrom(backup(), database(), m_clock);
    QVERIFY(!restored);
    QCOMPARE(restored.error().reason(), reason);
    QCOMPARE(attempts(), 200);
}

QTEST_GUILESS_MAIN(TestBackup)
#include "tst_backup.moc"
