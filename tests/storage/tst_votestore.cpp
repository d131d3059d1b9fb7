#include "core/storage/votestore.h"
#include "tests/storage/storagefixture.h"

#include <chrono>

using namespace keyway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using routing::Vote;

/// Which answers the user kept, as it is stored.
class TestVoteStore : public QObject {
    Q_OBJECT

    std::unique_ptr<TemporaryDataDir> m_dir;
    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<Records> m_records;

    Database &database() { return *m_records->database; }
    VoteStore store() { return VoteStore(database()); }
    Vote between(const QString &winner, const QString &loser)
    {
        Vote vote;
        vote.winner = winner;
        vote.loser = loser;
        vote.winnerRequest = Id::create(m_clock->now());
        vote.loserRequest = Id::create(m_clock->now());
        return vote;
    }
    QList<Vote> all()
    {
        const auto votes = store().votes();
        return votes ? *votes : QList<Vote>();
    }
    QStringList events() { return audited(database(), u"vote"_s); }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<TemporaryDataDir>();
        m_clock = std::make_unique<FakeClock>();
        m_records = std::make_unique<Records>(m_dir->path(), *m_clock);
    }
    void cleanup()
    {
        m_records.reset();
        m_clock.reset();
        m_dir.reset();
    }

    void keptAcrossAStart()
    {
        const Vote wanted = between(u"openai/a"_s, u"google/b"_s);
        const auto cast = store().cast({wanted.winnerRequest, wanted.loserRequest}, {wanted});
        VERIFY_RESULT(cast);
        QVERIFY(!cast->first().id.isNull());
        QCOMPARE(cast->first().at, m_clock->now());
        const QString path = database().path();
        m_records.reset();
        const auto again = openDatabase(path, *m_clock);
        const auto votes = VoteStore(*again).votes();
        VERIFY_RESULT(votes);
        QCOMPARE(*votes, *cast);
    }

    void newestFirstAndOnlyLateOnes()
    {
        const Vote early = between(u"x/a"_s, u"x/b"_s);
        VERIFY_RESULT(store().cast({early.winnerRequest}, {early}));
        m_clock->advance(48h);
        const Vote late = between(u"x/b"_s, u"x/a"_s);
        VERIFY_RESULT(store().cast({late.winnerRequest}, {late}));
        QCOMPARE(all().size(), 2);
        QCOMPARE(all().first().winner, u"x/b"_s);
        const auto recent = store().votes(m_clock->now().addSecs(-3600));
        VERIFY_RESULT(recent);
        QCOMPARE(recent->size(), 1);
        QCOMPARE(recent->first().winnerRequest, late.winnerRequest);
    }

    void anotherWordOnTheSameRequestsTakesThePlace()
    {
        Vote first = between(u"x/a"_s, u"x/b"_s);
        Vote second = between(u"x/a"_s, u"x/c"_s);
        second.winnerRequest = first.winnerRequest;
        const QList<Id> compared{first.winnerRequest, first.loserRequest, second.loserRequest};
        VERIFY_RESULT(store().cast(compared, {first, second}));
        const Vote elsewhere = between(u"x/c"_s, u"x/a"_s);
        VERIFY_RESULT(store().cast({elsewhere.winnerRequest}, {elsewhere}));
        QCOMPARE(all().size(), 3);
        std::swap(first.winner, first.loser);
        std::swap(first.winnerRequest, first.loserRequest);
        VERIFY_RESULT(store().cast(compared, {first}));
        QCOMPARE(all().size(), 2);
        QCOMPARE(all().first().winner, u"x/b"_s);
        QCOMPARE(all().last().winner, u"x/c"_s);
        QCOMPARE(events(),
                 (QStringList{u"vote.cast"_s, u"vote.cast"_s, u"vote.cast"_s, u"vote.forgotten"_s,
                              u"vote.cast"_s}));
    }

    void onlyVotesBetweenTwoOfTheRequestsAreTakenBack()
    {
        const Vote first = between(u"x/a"_s, u"x/b"_s);
        Vote second = between(u"x/c"_s, u"x/b"_s);
        second.loserRequest = first.loserRequest;
        VERIFY_RESULT(store().cast({first.winnerRequest, first.loserRequest}, {first}));
        VERIFY_RESULT(store().cast({second.winnerRequest, second.loserRequest}, {second}));
        QCOMPARE(all().size(), 2);
        VERIFY_RESULT(store().cast({first.loserRequest, first.winnerRequest}, {}));
        QCOMPARE(all().size(), 1);
        QCOMPARE(all().first().winnerRequest, second.winnerRequest);
        AuditFilter filter;
        filter.groups = {u"vote"_s};
        const auto entries = AuditTrail(database()).entries(filter);
        VERIFY_RESULT(entries);
        QCOMPARE(entries->first().event.name, u"vote.forgotten"_s);
        QCOMPARE(entries->first().event.facts, (QJsonObject{{u"votes"_s, 1}}));
    }

    void forgottenAndBroughtBack()
    {
        const Vote vote = between(u"x/a"_s, u"x/b"_s);
        VERIFY_RESULT(store().cast({vote.winnerRequest}, {vote}));
        const QList<Vote> before = all();
        const auto forgotten = store().forget();
        VERIFY_RESULT(forgotten);
        QCOMPARE(*forgotten, before);
        QVERIFY(all().isEmpty());
        VERIFY_RESULT(store().restore(*forgotten));
        QCOMPARE(all(), before);
        QCOMPARE(events(), (QStringList{u"vote.cast"_s, u"vote.forgotten"_s, u"vote.restored"_s}));
        VERIFY_RESULT(store().forget());
        VERIFY_RESULT(store().forget());
        QCOMPARE(events().size(), 4);
    }

    void theTrailHoldsNamesAlone()
    {
        const Vote vote = between(u"openai/a"_s, u"google/b"_s);
        VERIFY_RESULT(store().cast({vote.winnerRequest}, {vote}));
        AuditFilter filter;
        filter.groups = {u"vote"_s};
        const auto entries = AuditTrail(database()).entries(filter);
        VERIFY_RESULT(entries);
        QCOMPARE(entries->first().event.facts,
                 (QJsonObject{{u"winner"_s, u"openai/a"_s}, {u"loser"_s, u"google/b"_s}}));
    }
};

QTEST_GUILESS_MAIN(TestVoteStore)
#include "tst_votestore.moc"
