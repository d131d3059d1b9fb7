// Writes of several requests that share one transaction, and fail alone.

#include "core/engine/groupcommit.h"
#include "tests/storage/storagefixture.h"

#include <QtCore/QCoreApplication>

#include <vector>

using namespace keyway;
using namespace Qt::StringLiterals;
using engine::GroupCommit;

namespace {

/// A write under way and what came of it.
struct Asked {
    std::optional<Result<Done>> result;
};

QCoro::Task<> follow(Task<Done> writing, std::shared_ptr<Asked> asked)
{
    asked->result = co_await writing;
}

} // namespace

class GroupCommitTest : public QObject {
    Q_OBJECT

    std::unique_ptr<TemporaryDataDir> m_dir;
    FakeClock m_clock{QDateTime(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC)};
    std::unique_ptr<Database> m_database;
    std::unique_ptr<GroupCommit> m_commits;
    int m_transactions = 0;

    std::shared_ptr<Asked> ask(const GroupCommit::Body &body)
    {
        auto asked = std::make_shared<Asked>();
        follow(m_commits->write([this, body] {
            m_database->afterCommit(u"counting"_s, [this] { ++m_transactions; });
            return body();
        }),
               asked);
        return asked;
    }
    std::shared_ptr<Asked> askToKeep(int number, const std::optional<Error> &failure = {})
    {
        return ask([this, number, failure]() -> Result<Done> {
            const auto written = m_database->run(u"INSERT INTO kept VALUES (?)"_s, {number});
            if (!written)
                return written.error();
            return failure ? Result<Done>(*failure) : Result<Done>(Done());
        });
    }
    QList<qint64> kept() const
    {
        // Another connection sees what is committed.
        const auto other = openDatabase(m_database->path(), m_clock, Database::Access::ReadOnly);
        QList<qint64> numbers;
        const auto read = other->query(u"SELECT number FROM kept ORDER BY rowid"_s, {},
                                       [&numbers](const Row &row) {
                                           numbers.append(row.number(0));
                                           return true;
                                       });
        return read ? numbers : QList<qint64>{-1};
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<TemporaryDataDir>();
        m_database = openDatabase(m_dir->filePath(u"keyway.db"_s), m_clock);
        VERIFY_RESULT(m_database->execute(u"CREATE TABLE kept (number INTEGER UNIQUE)"_s));
        m_commits = std::make_unique<GroupCommit>(*m_database);
        m_transactions = 0;
    }
    void cleanup()
    {
        m_commits.reset();
        m_database.reset();
    }

    void thoseOfOneTurnAreOneTransaction()
    {
        std::vector<std::shared_ptr<Asked>> all;
        QList<qint64> numbers;
        for (int i = 64; i > 0; --i) {
            all.push_back(askToKeep(i));
            numbers.append(i);
        }
        QVERIFY(!all.front()->result);
        QVERIFY(kept().isEmpty());
        QTRY_VERIFY(all.back()->result);
        for (const auto &one : all)
            QVERIFY(one->result && *one->result);
        QCOMPARE(kept(), numbers);
        QCOMPARE(m_transactions, 1);
    }

    void oneThatFailsFailsAlone()
    {
        const auto first = askToKeep(1);
        const auto refused = askToKeep(2, Error(Error::Kind::Budget).withReason(u"over-budget"_s));
        const auto twice = askToKeep(1);
        const auto last = askToKeep(3);
        QTRY_VERIFY(last->result);
        QVERIFY(*first->result);
        QVERIFY(!*refused->result);
        QCOMPARE(refused->result->error().reason(), u"over-budget"_s);
        QVERIFY(!*twice->result);
        QCOMPARE(twice->result->error().reason(), u"constraint"_s);
        QVERIFY(*last->result);
        QCOMPARE(kept(), (QList<qint64>{1, 3}));
        QCOMPARE(m_transactions, 1);
    }

    void whatTheDiskRefusesTakesAllAlong()
    {
        const auto first = askToKeep(1);
        const auto full = askToKeep(2, Error(Error::Kind::Storage).withReason(u"disk-full"_s));
        const auto last = askToKeep(3);
        QTRY_VERIFY(last->result);
        for (const auto &one : {first, full, last}) {
            QVERIFY(!*one->result);
            QCOMPARE(one->result->error().reason(), u"disk-full"_s);
        }
        QVERIFY(kept().isEmpty());
        QCOMPARE(m_transactions, 0);
        const auto later = askToKeep(4);
        QTRY_VERIFY(later->result);
        QVERIFY(*later->result);
        QCOMPARE(kept(), (QList<qint64>{4}));
    }

    /// What an undone part wanted to do after the commit is not done; what came before it is.
    void afterAnUndonePartNothingHappens()
    {
        QStringList happened;
        const auto note = [&](const QString &name, const QString &what) {
            m_database->afterCommit(name, [&happened, what] { happened.append(what); });
        };
        const auto good = ask([&]() -> Result<Done> {
            note(u"head"_s, u"good"_s);
            return Done();
        });
        const auto bad = ask([&]() -> Result<Done> {
            note(u"head"_s, u"bad"_s);
            note(u"other"_s, u"bad"_s);
            return Error(Error::Kind::Budget);
        });
        QTRY_VERIFY(bad->result);
        QVERIFY(*good->result && !*bad->result);
        QCOMPARE(happened, QStringList{u"good"_s});
    }

    void whatIsAskedForMeanwhileComesNext()
    {
        std::shared_ptr<Asked> second;
        const auto first = ask([&]() -> Result<Done> {
            second = askToKeep(2);
            return m_database->run(u"INSERT INTO kept VALUES (1)"_s)
                ? Result<Done>(Done())
                : Result<Done>(Error(Error::Kind::Storage));
        });
        QTRY_VERIFY(second && second->result);
        QVERIFY(*first->result && *second->result);
        QCOMPARE(kept(), (QList<qint64>{1, 2}));
        QCOMPARE(m_transactions, 2);
    }

    void aDatabaseThatTakesNothing()
    {
        m_commits.reset();
        m_database
            = openDatabase(m_dir->filePath(u"keyway.db"_s), m_clock, Database::Access::ReadOnly);
        m_commits = std::make_unique<GroupCommit>(*m_database);
        const auto one = askToKeep(1);
        const auto two = askToKeep(2);
        QTRY_VERIFY(one->result && two->result);
        QCOMPARE(one->result->error().reason(), u"read-only"_s);
        QCOMPARE(two->result->error().reason(), u"read-only"_s);
    }
};

QTEST_GUILESS_MAIN(GroupCommitTest)
#include "tst_groupcommit.moc"
