// The window, whose record somebody changed while it was closed: told on every page.

#include "tests/desktop/windowfixture.h"
#include "ui/desktop/activity/activitymodel.h"
#include "ui/desktop/activity/activitypage.h"
#include "ui/desktop/shell/noticearea.h"

#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlQuery>

#include <memory>

using namespace keyway;
using namespace Qt::StringLiterals;

class WindowRecordTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->cli.addBoth();
        change(u"DROP TRIGGER audit_is_final"_s);
        change(u"UPDATE audit SET facts = '{}' WHERE sequence = 2"_s);
        m_fixture->open();
    }

    void isCheckedAtTheStart()
    {
        QTRY_VERIFY_WITH_TIMEOUT(notices().has(noticeId), 60'000);
        QVERIFY(!page()); // nobody looked at it
        const Notice notice = notices().notices().first();
        QCOMPARE(notice.text, u"Entry 2 does not fit the one before it."_s);
    }

    void leadsToWhatIsWrong()
    {
        Q_EMIT notices().buttonClicked(noticeId, notices().notices().first().buttons.first().id);
        QTRY_VERIFY(page());
        QTRY_VERIFY_WITH_TIMEOUT(
            page()->record()->spokenText().startsWith(u"Entry 2 does not fit"_s), 60'000);
        QTRY_VERIFY(page()->model()->rowCount() > 3);
        QVERIFY(!notices().has(noticeId)); // not twice on one page
        m_fixture->window()->showPage(u"limits"_s);
        QVERIFY(notices().has(noticeId));
    }

    void goesWhenItIsWholeAgain()
    {
        // What was there before, from a copy of the file; here the entry is put back.
        change(u"UPDATE audit SET facts = (SELECT facts FROM kept) WHERE sequence = 2"_s);
        Q_EMIT page()->checkRequested();
        QTRY_VERIFY_WITH_TIMEOUT(!notices().has(noticeId), 60'000);
        QTRY_VERIFY(page()->record()->spokenText().startsWith(u"Nothing has been changed."_s));
    }

    void cleanupTestCase() { m_fixture.reset(); }

private:
    const QString noticeId = u"record-check"_s;

    NoticeArea &notices() const { return m_fixture->window()->notices(); }
    ActivityPage *page() const { return m_fixture->window()->findChild<ActivityPage *>(); }

    void change(const QString &sql)
    {
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"forger"_s);
            database.setDatabaseName(m_fixture->cli.dir.filePath(u"keyway.db"_s));
            QVERIFY(database.open());
            QSqlQuery query(database);
            QVERIFY(query.exec(u"CREATE TABLE IF NOT EXISTS kept AS SELECT facts FROM audit "
                               "WHERE sequence = 2"_s));
            QVERIFY2(query.exec(sql), qPrintable(sql));
        }
        QSqlDatabase::removeDatabase(u"forger"_s);
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(WindowRecordTest)
#include "tst_windowrecord.moc"
