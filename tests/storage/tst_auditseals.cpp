// The days of the audit trail, closed and kept outside of the database: also when somebody writes
// trail, heads and files anew.

#include "core/storage/auditchain.h"
#include "core/storage/auditseals.h"
#include "core/storage/sealfile.h"
#include "tests/storage/storagefixture.h"
#include "tests/support/filebytes.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QProcess>

#include <ctime>
#include <vector>

using namespace keyway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Problem = AuditCheck::Problem;
using State = SealFile::State;

namespace {

Result<Done> append(Database &database, const QString &subject)
{
    return database.write([&] {
        return AuditTrail(database).append({u"test.event"_s, subject, {}});
    });
}

/// What somebody does who knows everything: changes one entry, then every hash after it, both heads
/// and, where told to, the lines of a file of seals.
void rewriteFrom(Database &database, qint64 sequence, const QStringList &sealFiles = {})
{
    for (const QString &trigger : {u"audit_is_kept"_s, u"audit_is_final"_s})
        VERIFY_RESULT(database.execute("DROP TRIGGER "_L1 + trigger));
    VERIFY_RESULT(database.run(u"UPDATE audit SET subject = 'forged' WHERE sequence = ?"_s,
                               {stored(sequence)}));
    std::vector<std::pair<AuditRow, QByteArray>> rows;
    VERIFY_RESULT(
        database.query(u"SELECT sequence, at, name, subject, facts FROM audit ORDER BY sequence"_s,
                       {}, [&rows](const Row &row) {
                           const AuditRow one{row.number(0), row.number(1), row.bytes(2),
                                              row.bytes(3), row.bytes(4)};
                           const QByteArray before = rows.empty() ? QByteArray(auditHashSize, '\0')
                                                                  : rows.back().second;
                           rows.emplace_back(one, hashOf(before, one));
                           return true;
                       }));
    for (const auto &[row, hash] : rows)
        VERIFY_RESULT(database.run(u"UPDATE audit SET hash = ? WHERE sequence = ?"_s,
                                   {hash, stored(row.sequence)}));
    VERIFY_RESULT(database.run(u"UPDATE audit_head SET hash = ?"_s, {rows.back().second}));
    writeBytes(database.folder() + "/audit.head"_L1,
               QByteArray::number(qint64(rows.size())).rightJustified(20, '0') + ' '
                   + rows.back().second.toHex() + '\n');
    for (const QString &path : sealFiles) {
        writeBytes(path, {});
        VERIFY_RESULT(addSeals(path, *AuditSeals(database).inTrail(), false));
    }
}

/// Entries on both sides of midnight, as one of several processes.
int appendOverMidnight(const QString &path)
{
    FakeClock clock(QDateTime(QDate(2026, 11, 22), QTime(23, 59, 59, 900), Qt::UTC));
    const auto database = openDatabase(path, clock);
    for (int i = 0; i < 40; ++i) {
        if (!append(*database, u"%1"_s.arg(i)))
            return 1;
        clock.advance(5ms);
    }
    return 0;
}

} // namespace

class TestAuditSeals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clock.jumpTo(QDateTime(QDate(2026, 11, 16), QTime(12, 0), Qt::UTC));
        m_dir = std::make_unique<TemporaryDataDir>();
        m_database = openDatabase(m_dir->filePath(u"keyway.db"_s), m_clock);
        m_beside = AuditSeals::besidePath(*m_database);
        m_copy = m_dir->filePath(u"elsewhere.seals"_s);
    }

    void eachDayIsClosedByTheNext()
    {
        live(3, 4);
        const QList<AuditSeal> seals = trail();
        QCOMPARE(seals.size(), 2); // today goes on
        QCOMPARE(seals.first(), (AuditSeal{day(16), 5, seals.first().hash, 4}));
        QCOMPARE(seals.last(), (AuditSeal{day(17), 10, seals.last().hash, 4}));
        QCOMPARE(inFile(m_beside), seals);
        const AuditCheck check = verify();
        QVERIFY(check.isVouchedFor());
        QCOMPARE(check.seals, 2);
        QCOMPARE(check.since, QDateTime(day(16), QTime(12, 0), Qt::UTC));
        QCOMPARE(check.sealFiles.size(), 1);
        QCOMPARE(check.sealFiles.first().state, State::Fits);
        QVERIFY(!(QFile::permissions(m_beside) & (QFile::ReadGroup | QFile::ReadOther)));
    }

    void aDayWithoutEntriesHasNoSeal()
    {
        live(1, 2);
        m_clock.advance(24h * 5);
        live(1, 1);
        QCOMPARE(days(), QList<QDate>{day(16)});
        m_clock.advance(24h * 2);
        VERIFY_RESULT(AuditSeals(*m_database).closePastDays()); // as a start does
        QCOMPARE(days(), (QList<QDate>{day(16), day(22)}));
        m_clock.advance(24h * 2);
        VERIFY_RESULT(AuditSeals(*m_database).closePastDays());
        QCOMPARE(days().size(), 2); // nothing but a seal was written since
        QVERIFY(verify().isVouchedFor());
    }

    void aClockThatGoesBackClosesNoDayTwice()
    {
        live(2, 2); // the 16th and the 17th; it is the 18th now
        m_clock.jumpTo(QDateTime(day(16), QTime(9, 0), Qt::UTC));
        live(4, 1); // the 16th to the 19th once more
        QCOMPARE(days(), (QList<QDate>{day(16), day(17), day(18)}));
        QCOMPARE(trail().at(1).entries, 4); // with those of the day that was closed before
        QVERIFY(verify().isVouchedFor());
        // Far ahead, and back: the days between are closed all the same.
        m_clock.jumpTo(QDateTime(QDate(2031, 1, 1), QTime(9, 0), Qt::UTC));
        live(1, 1);
        m_clock.jumpTo(QDateTime(day(21), QTime(9, 0), Qt::UTC));
        live(3, 1);
        const QList<QDate> closed = days();
        QVERIFY(closed.contains(day(21)) && closed.contains(day(22)));
        QCOMPARE(QSet<QDate>(closed.cbegin(), closed.cend()).size(), closed.size());
        QVERIFY(verify().isVouchedFor());
    }

    void daysHave24HoursWhenTheClocksChange()
    {
        const QByteArray zone = qgetenv("TZ");
        qputenv("TZ", "Europe/Berlin");
        tzset();
        m_clock.jumpTo(QDateTime(QDate(2026, 10, 24), QTime(0, 30), Qt::UTC));
        for (int hour = 0; hour < 24 * 3 + 1; ++hour) {
            VERIFY_RESULT(append(*m_database, u"hour"_s));
            m_clock.advance(1h);
        }
        qputenv("TZ", zone);
        tzset();
        QCOMPARE(trail().size(), 3);
        for (const AuditSeal &seal : trail())
            QCOMPARE(seal.entries, 24);
    }

    void processesOverMidnightWriteOneSeal()
    {
        m_database.reset();
        std::vector<std::unique_ptr<QProcess>> processes;
        for (int i = 0; i < 4; ++i) {
            auto process = std::make_unique<QProcess>();
            process->start(QCoreApplication::applicationFilePath(),
                           {u"--over-midnight"_s, m_dir->filePath(u"keyway.db"_s)});
            processes.push_back(std::move(process));
        }
        for (const auto &process : processes) {
            QVERIFY(process->waitForFinished(120'000));
            QCOMPARE(process->exitCode(), 0);
        }
        m_database = openDatabase(m_dir->filePath(u"keyway.db"_s), m_clock);
        QCOMPARE(days(), QList<QDate>{day(22)});
        QCOMPARE(inFile(m_beside), trail());
        const AuditCheck check = verify();
        QVERIFY(check.isVouchedFor());
        QCOMPARE(check.entries, 4 * 40 + 1);
    }

    void aTrailWrittenAnewDoesNotFitItsSeals_data()
    {
        QTest::addColumn<qint64>("forged");
        QTest::addColumn<qint64>("firstBad");
        QTest::addColumn<qint64>("lastSealed");
        QTest::newRow("first day") << 2LL << 5LL << 0LL;
        QTest::newRow("second day") << 7LL << 10LL << 5LL;
        QTest::newRow("a closing entry") << 10LL << 10LL << 5LL;
        QTest::newRow("third day") << 12LL << 15LL << 10LL;
    }
    void aTrailWrittenAnewDoesNotFitItsSeals()
    {
        QFETCH(qint64, forged);
        QFETCH(qint64, firstBad);
        QFETCH(qint64, lastSealed);
        live(4, 4);
        rewriteFrom(*m_database, forged);
        const AuditCheck check = verify();
        QCOMPARE(nameOf(check.problem), nameOf(Problem::Rewritten));
        QCOMPARE(check.firstBad, firstBad);
        QCOMPARE(check.lastSealed, lastSealed);
        QCOMPARE(check.seal->sequence, firstBad);
        QCOMPARE(check.sealedIn, m_beside);
        QCOMPARE(check.around.size(), 2);
        QCOMPARE(check.around.last().sequence, firstBad);
        // What does not fit gets no new seals by itself.
        const QByteArray before = bytesOf(m_beside);
        live(2, 1);
        AuditSeals(*m_database).catchUp();
        QCOMPARE(bytesOf(m_beside), before);
        QCOMPARE(verify().firstBad, firstBad);
    }

    void theCopyTellsWhatTheFileBesideWasMadeToHide()
    {
        live(2, 4);
        VERIFY_RESULT(AuditSeals(*m_database).setCopy(m_copy));
        live(2, 4);
        AuditSeals(*m_database).catchUp();
        QCOMPARE(verify().sealFiles.size(), 2);
        QVERIFY(verify().isVouchedFor());
        rewriteFrom(*m_database, 2, {m_beside});
        const AuditCheck check = verify();
        QCOMPARE(nameOf(check.problem), nameOf(Problem::Rewritten));
        QCOMPARE(check.firstBad, 5);
        QCOMPARE(check.sealedIn, m_copy);
        // Who writes all of that takes the setting out, too; a file of which it never knew tells.
        VERIFY_RESULT(SettingsStore(*m_database).remove(u"audit.seal_copy"_s));
        QVERIFY(verify().isVouchedFor());
        const auto told = AuditTrail(*m_database).verify({}, {m_copy});
        VERIFY_RESULT(told);
        QCOMPARE(nameOf(told->problem), nameOf(Problem::Rewritten));
        QCOMPARE(told->sealedIn, m_copy);
    }

    void onlyEntriesOfTheTimeAreRead()
    {
        live(4, 4);
        const QDateTime from(day(17), QTime(0, 0), Qt::UTC);
        AuditFilter filter;
        filter.from = from;
        filter.until = from.addDays(1);
        AuditTrail trail(*m_database);
        const auto entries = trail.entries(filter);
        VERIFY_RESULT(entries);
        QCOMPARE(entries->size(), *trail.count(filter));
        QVERIFY(!entries->isEmpty());
        for (const AuditEntry &entry : *entries)
            QCOMPARE(entry.at.date(), day(17));
        filter.until.reset();
        filter.limit = 3;
        filter.offset = 1;
        const auto newest = AuditTrail(*m_database).entries(1)->first().sequence;
        QCOMPARE(trail.entries(filter)->first().sequence, newest - 1);
        filter.from = from.addYears(1);
        QVERIFY(trail.entries(filter)->isEmpty());
        // By the index of times, and a part of the rows.
        QString plan;
        VERIFY_RESULT(m_database->query(u"EXPLAIN QUERY PLAN SELECT MIN(sequence), MAX(sequence) "
                                        "FROM audit WHERE at >= ? AND at < ?"_s,
                                        {0, 1}, [&plan](const Row &row) {
                                            plan += row.text(3);
                                            return true;
                                        }));
        QVERIFY2(plan.contains(u"audit_at"_s), qPrintable(plan));
    }

    void aTailCutOffWithBothHeadsIsFound()
    {
        live(4, 4);
        for (const QString &trigger : {u"audit_is_kept"_s, u"audit_is_final"_s})
            VERIFY_RESULT(m_database->execute("DROP TRIGGER "_L1 + trigger));
        VERIFY_RESULT(m_database->execute(u"DELETE FROM audit WHERE sequence > 12"_s));
        VERIFY_RESULT(m_database->execute(
            u"UPDATE audit_head SET (sequence, hash) = (SELECT sequence, hash FROM audit "
            "ORDER BY sequence DESC LIMIT 1)"_s));
        QVERIFY(QFile::remove(m_dir->filePath(u"audit.head"_s)));
        AuditCheck check = verify();
        QCOMPARE(nameOf(check.problem), nameOf(Problem::CutOff));
        QCOMPARE(check.firstBad, 13);
        QCOMPARE(check.seal->day, day(18));
        QCOMPARE(check.lastSealed, 10);
        live(2, 2); // whatever is written then does not hide it
        check = verify();
        QCOMPARE(nameOf(check.problem), nameOf(Problem::Rewritten));
        QCOMPARE(check.firstBad, 15);
    }

    void aChangedFileIsTold_data()
    {
        QTest::addColumn<std::function<QByteArray(QList<QByteArray>)>>("change");
        QTest::addColumn<State>("state");
        QTest::addColumn<QDate>("firstBad");
        using Change = std::function<QByteArray(QList<QByteArray>)>;
        const auto row = [](const char *name, State state, const QDate &bad, const Change &change) {
            QTest::newRow(name) << change << state << bad;
        };
        row("flipped", State::Changed, day(17), [](QList<QByteArray> lines) {
            lines[1][40] = lines[1][40] == 'a' ? 'b' : 'a';
            return lines.join('\n');
        });
        row("deleted", State::Changed, day(17), [](QList<QByteArray> lines) {
            lines.removeAt(1);
            return lines.join('\n');
        });
        row("the first deleted", State::Changed, day(16), [](QList<QByteArray> lines) {
            lines.removeFirst();
            return lines.join('\n');
        });
        row("swapped", State::Changed, day(16), [](QList<QByteArray> lines) {
            lines.swapItemsAt(0, 1);
            return lines.join('\n');
        });
        row("inserted", State::Changed, QDate(), [](QList<QByteArray> lines) {
            lines.insert(1, "nothing that Keyway writes");
            return lines.join('\n');
        });
        row("shortened inside", State::Changed, day(18), [](QList<QByteArray> lines) {
            lines[2].chop(3);
            return lines.join('\n');
        });
        row("cut", State::Behind, QDate(), [](QList<QByteArray> lines) {
            lines.removeAt(2);
            return lines.join('\n');
        });
        row("emptied", State::Missing, QDate(),
            [](const QList<QByteArray> &) { return QByteArray(); });
        row("torn", State::Behind, QDate(),
            [](QList<QByteArray> lines) { return lines.join('\n').chopped(30); });
        row("twice", State::Fits, QDate(), [](QList<QByteArray> lines) {
            lines.insert(1, lines.first());
            return lines.join('\n');
        });
    }
    void aChangedFileIsTold()
    {
        QFETCH(std::function<QByteArray(QList<QByteArray>)>, change);
        QFETCH(State, state);
        QFETCH(QDate, firstBad);
        live(4, 4);
        writeBytes(m_beside, change(bytesOf(m_beside).split('\n')));
        const AuditCheck check = verify();
        QVERIFY(check.isIntact());
        QCOMPARE(nameOf(check.sealFiles.first().state), nameOf(state));
        QCOMPARE(check.sealFiles.first().firstBad, firstBad);
        QCOMPARE(check.isVouchedFor(), state == State::Behind || state == State::Fits);
    }

    void aForgedLineWithItsCheckDoesNotFit()
    {
        live(4, 4);
        QList<AuditSeal> seals = trail();
        seals[1].hash[0] = char(seals[1].hash[0] ^ 1);
        writeBytes(m_beside, {});
        VERIFY_RESULT(addSeals(m_beside, seals, false));
        QCOMPARE(nameOf(verify().problem), nameOf(Problem::Rewritten));
        QCOMPARE(verify().firstBad, 10);
        // The right mark, but another day.
        seals = trail();
        seals[1].day = day(3);
        writeBytes(m_beside, {});
        VERIFY_RESULT(addSeals(m_beside, seals, false));
        QVERIFY(verify().isIntact());
        QCOMPARE(verify().sealFiles.first().state, State::Changed);
    }

    void aTornLineIsFollowedByTheWholeOne_data()
    {
        QTest::addColumn<int>("lost");
        QTest::newRow("line end") << 1;
        QTest::newRow("some") << 40;
        QTest::newRow("most") << 120;
    }
    void aTornLineIsFollowedByTheWholeOne()
    {
        QFETCH(int, lost);
        live(4, 4);
        const QByteArray torn = bytesOf(m_beside).chopped(lost);
        writeBytes(m_beside, torn);
        QCOMPARE(verify().sealFiles.first().state, State::Behind);
        AuditSeals(*m_database).catchUp();
        QVERIFY(bytesOf(m_beside).startsWith(torn)); // only ever longer
        QCOMPARE(inFile(m_beside), trail());
        QCOMPARE(verify().sealFiles.first().state, State::Fits);
        live(1, 1);
        QVERIFY(verify().isVouchedFor());
    }

    void aCrashBeforeTheFileIsWrittenIsCaughtUp()
    {
        live(1, 1);
        // The first seal ever, and the folder takes no files for a moment.
        QVERIFY(QDir().mkdir(m_beside));
        live(1, 1);
        QCOMPARE(trail().size(), 1);
        QCOMPARE(verify().sealFiles.first().state, State::Unreadable);
        QVERIFY(!verify().isVouchedFor());
        QVERIFY(QDir().rmdir(m_beside));
        QCOMPARE(verify().sealFiles.first().state, State::Behind);
        AuditSeals(*m_database).catchUp();
        QVERIFY(verify().isVouchedFor());
        const QByteArray before = bytesOf(m_beside);
        live(1, 1);
        writeBytes(m_beside, before);
        AuditSeals(*m_database).catchUp();
        QCOMPARE(inFile(m_beside), trail());
    }

    void aMissingFileIsNotMadeUpForSilently()
    {
        live(4, 4);
        QVERIFY(QFile::remove(m_beside));
        QCOMPARE(verify().sealFiles.first().state, State::Missing);
        QVERIFY(!verify().isVouchedFor());
        live(1, 1);
        AuditSeals(*m_database).catchUp();
        QVERIFY(!QFile::exists(m_beside));
        VERIFY_RESULT(AuditSeals(*m_database).renew());
        QVERIFY(verify().isVouchedFor());
        QCOMPARE(inFile(m_beside), trail());
        QCOMPARE(AuditTrail(*m_database).entries(1)->first().event.name, u"audit.seals-renewed"_s);
    }

    void theCopyFollowsWhereItCan()
    {
        live(3, 2);
        // A file of the user's is never written to.
        writeBytes(m_copy, "My letter\n");
        const auto refused = AuditSeals(*m_database).setCopy(m_copy);
        QVERIFY(!refused);
        QCOMPARE(refused.error().reason(), u"no-seal-file"_s);
        QCOMPARE(bytesOf(m_copy), "My letter\n"_ba);
        // On a disk that comes and goes.
        const QString disk = m_dir->filePath(u"disk"_s), gone = m_dir->filePath(u"gone"_s);
        QVERIFY(QDir().mkdir(disk));
        const QString copy = disk + "/keyway.seals"_L1;
        VERIFY_RESULT(AuditSeals(*m_database).setCopy(copy));
        QCOMPARE(inFile(copy), trail());
        QVERIFY(QDir().rename(disk, gone));
        live(2, 2);
        AuditSeals(*m_database).catchUp();
        AuditCheck check = verify();
        QVERIFY(check.isVouchedFor());
        QCOMPARE(check.sealFiles.last().path, copy);
        QCOMPARE(check.sealFiles.last().state, State::Unreachable);
        QVERIFY(QDir().rename(gone, disk));
        QCOMPARE(verify().sealFiles.last().state, State::Behind);
        AuditSeals(*m_database).catchUp();
        QCOMPARE(verify().sealFiles.last().state, State::Fits);
        QCOMPARE(inFile(copy), trail());
        VERIFY_RESULT(AuditSeals(*m_database).setCopy(copy)); // its own file again
        VERIFY_RESULT(AuditSeals(*m_database).setCopy({}));
        QCOMPARE(verify().sealFiles.size(), 1);
    }

    void aCheckCanBeStopped()
    {
        VERIFY_RESULT(m_database->write([this]() -> Result<Done> {
            for (int i = 0; i < 3000; ++i) {
                if (auto done = append(*m_database, {}); !done)
                    return done;
            }
            return Done();
        }));
        int looks = 0;
        const auto check = AuditTrail(*m_database).verify([&looks] { return ++looks == 2; });
        QVERIFY(!check);
        QCOMPARE(check.error().kind(), Error::Kind::Cancelled);
        QCOMPARE(looks, 2);
    }

private:
    static QDate day(int ofNovember) { return QDate(2026, 11, ofNovember); }

    /// So many days with so many entries each.
    void live(int dayCount, int entries)
    {
        for (int i = 0; i < dayCount; ++i) {
            for (int entry = 0; entry < entries; ++entry)
                VERIFY_RESULT(append(*m_database, u"%1"_s.arg(entry)));
            m_clock.advance(24h);
        }
    }

    QList<AuditSeal> trail() { return *AuditSeals(*m_database).inTrail(); }
    QList<QDate> days()
    {
        QList<QDate> found;
        for (const AuditSeal &seal : trail())
            found.append(seal.day);
        return found;
    }
    static QList<AuditSeal> inFile(const QString &path) { return readSeals(path)->seals; }
    AuditCheck verify() { return *AuditTrail(*m_database).verify(); }

    FakeClock m_clock;
    std::unique_ptr<TemporaryDataDir> m_dir;
    std::unique_ptr<Database> m_database;
    QString m_beside, m_copy;
};

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    if (argc == 3 && qstrcmp(argv[1], "--over-midnight") == 0)
        return appendOverMidnight(QString::fromLocal8Bit(argv[2]));
    TestAuditSeals test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_auditseals.moc"
