#include "tests/storage/storagefixture.h"

#include <QtCore/QFile>

using namespace keyway;
using namespace Qt::StringLiterals;

class TestAuditTrail : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<TemporaryDataDir>();
        m_database = openDatabase(m_dir->filePath(u"keyway.db"_s), m_clock);
        for (int i = 1; i <= 20; ++i) {
            VERIFY_RESULT(append({u"test.event"_s, u"subject %1"_s.arg(i), {{u"n"_s, i}}}));
            m_clock.advance(std::chrono::seconds(1));
        }
    }

    void aWholeTrailIsFine()
    {
        const auto check = AuditTrail(*m_database).verify();
        VERIFY_RESULT(check);
        QCOMPARE(check->problem, AuditCheck::Problem::None);
        QCOMPARE(check->entries, 20);
        QVERIFY(check->anchored);
        const auto newest = AuditTrail(*m_database).entries(5);
        QCOMPARE(newest->size(), 5);
        QCOMPARE(newest->first().sequence, 20);
        QCOMPARE(newest->first().event.facts.value("n"_L1).toInteger(), 20);
        QCOMPARE(AuditTrail(*m_database).entries(5, 16)->first().sequence, 15);
        const auto reader = openDatabase(m_database->path(), m_clock, Database::Access::ReadOnly);
        QCOMPARE(AuditTrail(*reader).verify()->entries, 20);
    }

    void tamperingIsFound_data()
    {
        QTest::addColumn<QStringList>("attack");
        QTest::addColumn<AuditCheck::Problem>("problem");
        QTest::addColumn<qint64>("firstBad");
        using Problem = AuditCheck::Problem;
        const auto set = [](const QString &what) {
            return QStringList{"UPDATE audit SET "_L1 + what + " WHERE sequence = 7"_L1};
        };
        QTest::newRow("name") << set(u"name = 'test.evenT'"_s) << Problem::Changed << 7LL;
        QTest::newRow("subject") << set(u"subject = ''"_s) << Problem::Changed << 7LL;
        QTest::newRow("time") << set(u"at = at + 1"_s) << Problem::Changed << 7LL;
        QTest::newRow("facts") << set(uR"(facts = '{"n":8}')"_s) << Problem::Changed << 7LL;
        QTest::newRow("hash") << set(u"hash = zeroblob(32)"_s) << Problem::Changed << 7LL;
        QTest::newRow("moved between fields")
            << set(u"name = name || substr(subject, 1, 1), subject = substr(subject, 2)"_s)
            << Problem::Changed << 7LL;
        QTest::newRow("last")
            << QStringList{u"UPDATE audit SET subject = 'x' WHERE sequence = 20"_s}
            << Problem::Changed << 20LL;
        QTest::newRow("delete in the middle")
            << QStringList{u"DELETE FROM audit WHERE sequence = 7"_s} << Problem::Missing << 7LL;
        QTest::newRow("delete and close the gap")
            << QStringList{u"DELETE FROM audit WHERE sequence = 7"_s,
                           u"UPDATE audit SET sequence = -sequence WHERE sequence > 7"_s,
                           u"UPDATE audit SET sequence = -sequence - 1 WHERE sequence < 0"_s}
            << Problem::Changed << 7LL;
        QTest::newRow("delete the first")
            << QStringList{u"DELETE FROM audit WHERE sequence = 1"_s} << Problem::Missing << 1LL;
        QTest::newRow("swap")
            << QStringList{u"UPDATE audit SET sequence = 100 WHERE sequence = 7"_s,
                           u"UPDATE audit SET sequence = 7 WHERE sequence = 8"_s,
                           u"UPDATE audit SET sequence = 8 WHERE sequence = 100"_s}
            << Problem::Changed << 7LL;
        QTest::newRow("insert")
            << QStringList{u"UPDATE audit SET sequence = -sequence WHERE sequence > 7"_s,
                           u"UPDATE audit SET sequence = 1 - sequence WHERE sequence < 0"_s,
                           u"INSERT INTO audit SELECT 8, at, name, subject, facts, hash FROM audit "
                           "WHERE sequence = 7"_s}
            << Problem::Changed << 8LL;
        QTest::newRow("added at the end")
            << QStringList{u"INSERT INTO audit SELECT 21, at, name, subject, facts, hash "
                           "FROM audit WHERE sequence = 20"_s}
            << Problem::Changed << 21LL;
        QTest::newRow("cut") << QStringList{u"DELETE FROM audit WHERE sequence > 15"_s}
                             << Problem::CutOff << 16LL;
        const QString mendHead
            = u"UPDATE audit_head SET (sequence, hash) = "
              "(SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1)"_s;
        QTest::newRow("cut, and the inner head mended")
            << QStringList{u"DELETE FROM audit WHERE sequence > 15"_s, mendHead} << Problem::CutOff
            << 16LL;
        QTest::newRow("everything gone")
            << QStringList{u"DELETE FROM audit"_s, u"DELETE FROM audit_head"_s} << Problem::CutOff
            << 1LL;
        QTest::newRow("inner head") << QStringList{u"UPDATE audit_head SET hash = zeroblob(32)"_s}
                                    << Problem::Changed << 20LL;
    }
    void tamperingIsFound()
    {
        QFETCH(QStringList, attack);
        QFETCH(AuditCheck::Problem, problem);
        QFETCH(qint64, firstBad);
        VERIFY_RESULT(m_database->execute(u"DROP TRIGGER audit_is_kept"_s));
        VERIFY_RESULT(m_database->execute(u"DROP TRIGGER audit_is_final"_s));
        for (const QString &statement : attack)
            VERIFY_RESULT(m_database->execute(statement));
        const auto check = AuditTrail(*m_database).verify();
        VERIFY_RESULT(check);
        QCOMPARE(nameOf(check->problem), nameOf(problem));
        QCOMPARE(check->firstBad, firstBad);
    }

    void theTriggersRefuseTheSimpleAttack()
    {
        QVERIFY(!m_database->execute(u"DELETE FROM audit WHERE sequence = 20"_s));
        QVERIFY(!m_database->execute(u"UPDATE audit SET name = ''"_s));
    }

    void anOuterHeadThatIsBehindIsFine()
    {
        QFile head(m_dir->filePath(u"audit.head"_s));
        QVERIFY(head.open(QIODevice::ReadOnly));
        const QByteArray old = head.readAll();
        head.close();
        VERIFY_RESULT(append({u"test.event"_s, {}, {}}));
        QVERIFY(head.open(QIODevice::WriteOnly));
        head.write(old); // as after a crash between the commit and the head
        head.close();
        QCOMPARE(AuditTrail(*m_database).verify()->problem, AuditCheck::Problem::None);
        VERIFY_RESULT(append({u"test.event"_s, {}, {}}));
        QCOMPARE(AuditTrail(*m_database).verify()->problem, AuditCheck::Problem::None);
        QVERIFY(QFile::remove(head.fileName()));
        const auto check = AuditTrail(*m_database).verify();
        QCOMPARE(check->problem, AuditCheck::Problem::None);
        QVERIFY(!check->anchored);
    }

    void aRewrittenTrailDoesNotFitTheOuterHead()
    {
        QFile head(m_dir->filePath(u"audit.head"_s));
        QVERIFY(head.open(QIODevice::WriteOnly));
        head.write("00000000000000000005 " + QByteArray(64, 'a') + '\n');
        head.close();
        const auto check = AuditTrail(*m_database).verify();
        QCOMPARE(check->problem, AuditCheck::Problem::Changed);
        QCOMPARE(check->firstBad, 5);
    }

    void nothingIsNotedOfWhatFailed()
    {
        const auto failed = m_database->write([this]() -> Result<Done> {
            if (auto noted = AuditTrail(*m_database).append({u"test.failed"_s, {}, {}}); !noted)
                return noted;
            return Error(Error::Kind::Cancelled);
        });
        QVERIFY(!failed);
        const auto check = AuditTrail(*m_database).verify();
        QCOMPARE(check->entries, 20);
        QCOMPARE(check->problem, AuditCheck::Problem::None);
    }

private:
    Result<Done> append(const AuditEvent &event)
    {
        return m_database->write([&] { return AuditTrail(*m_database).append(event); });
    }

    FakeClock m_clock;
    std::unique_ptr<TemporaryDataDir> m_dir;
    std::unique_ptr<Database> m_database;
};

QTEST_GUILESS_MAIN(TestAuditTrail)
#include "tst_audittrail.moc"
