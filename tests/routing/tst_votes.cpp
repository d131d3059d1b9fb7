#include "core/routing/votes.h"
#include "tests/routing/planfixture.h"

#include <QtCore/QRandomGenerator>

#include <algorithm>

using namespace planfixture;

namespace {

Vote vote(const QString &winner, const QString &loser, int daysAgo = 0)
{
    Vote one;
    one.winner = winner;
    one.loser = loser;
    one.at = now().addDays(-daysAgo);
    return one;
}

QList<Vote> times(int count, const Vote &one)
{
    return QList<Vote>(count, one);
}

int points(const QList<Vote> &votes, const QString &model = u"a/one"_s)
{
    return voteShifts(votes, RequestType::Text, now()).value(model).points;
}

/// Random votes between a few models, some of them old.
QList<Vote> randomVotes(QRandomGenerator &random)
{
    QList<Vote> votes;
    const int count = random.bounded(40);
    for (int i = 0; i < count; ++i) {
        const int winner = random.bounded(5);
        const int loser = (winner + 1 + random.bounded(4)) % 5;
        votes.append(vote(u"s/m%1"_s.arg(winner), u"s/m%1"_s.arg(loser), random.bounded(900)));
        if (random.bounded(10) == 0)
            votes.last().type = RequestType::Image;
    }
    return votes;
}

RouteSnapshot rated(Strategy strategy)
{
    RouteSnapshot snapshot;
    snapshot.now = now();
    snapshot.strategy = strategy;
    snapshot.promptTokens = 100;
    snapshot.promptTokensAtMost = 100;
    snapshot.options = {option(u"A"_s, 0, textPrice(1, 2)), option(u"B"_s, 1, textPrice(1, 2)),
                        option(u"C"_s, 2, textPrice(1, 2))};
    snapshot.options[0].facts->quality = Quality{80, u"a board"_s, QDate(2026, 10, 8)};
    snapshot.options[1].facts->quality = Quality{78, u"a board"_s, QDate(2026, 10, 8)};
    return snapshot;
}

} // namespace

/// What a user's choices between two answers do to the qualities of the catalogue.
class TestVotes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shifts_data()
    {
        QTest::addColumn<QList<Vote>>("votes");
        QTest::addColumn<int>("expected");
        const Vote win = vote(u"a/one"_s, u"b/two"_s);
        const Vote loss = vote(u"b/two"_s, u"a/one"_s);
        QTest::newRow("none") << QList<Vote>() << 0;
        QTest::newRow("one moves little") << times(1, win) << 2;
        QTest::newRow("one lost") << times(1, loss) << -2;
        QTest::newRow("five of six") << times(5, win) + times(1, loss) << 4;
        QTest::newRow("as many of both") << times(20, win) + times(20, loss) << 0;
        QTest::newRow("eight in a row") << times(8, win) << 8;
        QTest::newRow("always, for long") << times(10'000, win) << 15;
        QTest::newRow("one a half-life old") << times(8, vote(u"a/one"_s, u"b/two"_s, 90)) << 5;
        QTest::newRow("forgotten with age") << times(50, vote(u"a/one"_s, u"b/two"_s, 720)) << 0;
        QTest::newRow("from a clock that was ahead")
            << times(8, vote(u"a/one"_s, u"b/two"_s, -30)) << 8;
        QTest::newRow("against itself") << times(5, vote(u"a/one"_s, u"a/one"_s)) << 0;
        QTest::newRow("of others") << times(5, vote(u"c/x"_s, u"b/two"_s)) << 0;
    }
    void shifts()
    {
        QFETCH(QList<Vote>, votes);
        QFETCH(int, expected);
        QCOMPARE(points(votes), expected);
    }

    void comparisonsAreCounted()
    {
        QList<Vote> votes = times(3, vote(u"a/one"_s, u"b/two"_s));
        votes += vote(u"c/x"_s, u"a/one"_s);
        votes += vote(u"a/one"_s, u"b/two"_s, 721);
        votes += vote(u"a/one"_s, u"b/two"_s);
        votes.last().type = RequestType::Image;
        const VoteShifts shifts = voteShifts(votes, RequestType::Text, now());
        QCOMPARE(shifts.value(u"a/one"_s).comparisons, 4);
        QCOMPARE(shifts.value(u"b/two"_s).comparisons, 3);
        QCOMPARE(shifts.value(u"c/x"_s).comparisons, 1);
        QCOMPARE(voteShifts(votes, RequestType::Image, now()).value(u"a/one"_s).comparisons, 1);
    }

    void whatHoldsForAllVotes()
    {
        const int rounds = std::max(1, qEnvironmentVariableIntValue("KEYWAY_TEST_ROUNDS"));
        QRandomGenerator random(20261123);
        int moved = 0;
        for (int round = 0; round < rounds; ++round) {
            const QList<Vote> votes = randomVotes(random);
            const VoteShifts shifts = voteShifts(votes, RequestType::Text, now());
            for (const VoteShift &shift : shifts) {
                QVERIFY(std::abs(shift.points) <= mostVotedPoints);
                QVERIFY(shift.comparisons > 0);
                moved += shift.points != 0;
            }

            QList<Vote> shuffled = votes;
            std::shuffle(shuffled.begin(), shuffled.end(), random);
            QCOMPARE(voteShifts(shuffled, RequestType::Text, now()), shifts);

            QList<Vote> swapped = votes;
            for (Vote &one : swapped)
                std::swap(one.winner, one.loser);
            const VoteShifts opposite = voteShifts(swapped, RequestType::Text, now());
            for (auto it = shifts.cbegin(); it != shifts.cend(); ++it)
                QCOMPARE(opposite.value(it.key()).points, -it->points);

            const QString more = u"s/m%1"_s.arg(random.bounded(5));
            const VoteShifts after
                = voteShifts(votes + times(1, vote(more, u"s/other"_s, random.bounded(900))),
                             RequestType::Text, now());
            QVERIFY(after.value(more).points >= shifts.value(more).points);
        }
        QVERIFY(moved > rounds);
    }

    void qualityIsShifted()
    {
        RouteSnapshot snapshot = rated(Strategy::BestQuality);
        RoutePlan before = plan(snapshot);
        QCOMPARE(before.candidates.first().integrationName, u"A"_s);
        QVERIFY(!before.candidates.first().votes);
        snapshot.votes = {{u"b/m-b"_s, {4, 6}}, {u"c/m-c"_s, {15, 40}}};
        const RoutePlan after = plan(snapshot);
        // Without a score of the catalogue there is nothing to shift.
        QCOMPARE(after.candidates.size(), 2);
        QCOMPARE(after.excluded.first().reason.code, ReasonCode::QualityUnknown);
        const Candidate &first = after.candidates.first();
        QCOMPARE(first.integrationName, u"B"_s);
        QCOMPARE(*first.quality, 82);
        QCOMPARE(*first.votes, (VoteShift{4, 6}));
        QCOMPARE(first.score, 82);
        QCOMPARE(*after.candidates.last().quality, 80);
        QVERIFY(!after.candidates.last().votes);

        const auto read = RoutePlan::fromJson(after.toJson());
        QVERIFY(read.has_value());
        QCOMPARE(read->candidates.first().votes, first.votes);
        QVERIFY(!read->candidates.last().votes);
    }

    void theUsersOwnScoreStands()
    {
        RouteSnapshot snapshot = rated(Strategy::BestQuality);
        snapshot.votes = {{u"b/m-b"_s, {15, 60}}, {u"c/m-c"_s, {15, 60}}};
        snapshot.wishes.quality = {{u"b/m-b"_s, 50}, {u"c/m-c"_s, 99}};
        const RoutePlan made = plan(snapshot);
        QCOMPARE(made.candidates.size(), 3);
        QCOMPARE(made.candidates[0].integrationName, u"C"_s);
        QCOMPARE(*made.candidates[0].quality, 99);
        QCOMPARE(*made.candidates[2].quality, 50);
        for (const Candidate &candidate : made.candidates)
            QVERIFY(!candidate.votes);
    }

    void qualityStaysBetweenItsEnds()
    {
        RouteSnapshot snapshot = rated(Strategy::Balanced);
        snapshot.options[0].facts->quality->score = 95;
        snapshot.options[1].facts->quality->score = 3;
        snapshot.votes = {{u"a/m-a"_s, {15, 60}}, {u"b/m-b"_s, {-15, 60}}};
        const RoutePlan made = plan(snapshot);
        QMap<QString, Candidate> byName;
        for (const Candidate &candidate : made.candidates)
            byName.insert(candidate.integrationName, candidate);
        QCOMPARE(*byName[u"A"_s].quality, 100);
        QCOMPARE(byName[u"A"_s].votes->points, 5);
        QCOMPARE(*byName[u"B"_s].quality, 0);
        QCOMPARE(byName[u"B"_s].votes->points, -3);
    }
};

QTEST_GUILESS_MAIN(TestVotes)
#include "tst_votes.moc"
