#include "core/routing/votes.h"

#include <algorithm>

namespace keyway::routing {

namespace {

constexpr qint64 fullWeight = 1 << 20;
constexpr qint64 halfLifeSeconds = qint64(voteHalfLifeDays) * 24 * 3600;
constexpr qint64 lifeSeconds = qint64(voteLifeDays) * 24 * 3600;

/// Halves with every half-life, along a straight line in between. One from the future, after the
/// clock was set back, is as good as new.
qint64 weightAt(qint64 ageSeconds)
{
    const qint64 age = std::max<qint64>(0, ageSeconds);
    const qint64 begun = fullWeight >> (age / halfLifeSeconds);
    return begun * (2 * halfLifeSeconds - age % halfLifeSeconds) / (2 * halfLifeSeconds);
}

struct Tally {
    qint64 kept = 0;
    qint64 left = 0;
    int comparisons = 0;

    int points() const
    {
        const qint64 all = kept + left + votesForNeither * fullWeight;
        const qint64 twice = 2 * mostVotedPoints * (kept - left);
        const qint64 half = kept < left ? -all : all;
        return static_cast<int>((twice + half) / (2 * all));
    }
};

} // namespace

VoteShifts voteShifts(const QList<Vote> &votes, RequestType type, const QDateTime &now)
{
    QMap<QString, Tally> tallies;
    for (const Vote &vote : votes) {
        const qint64 age = vote.at.secsTo(now);
        if (vote.type != type || age >= lifeSeconds || vote.winner == vote.loser)
            continue;
        const qint64 weight = weightAt(age);
        Tally &winner = tallies[vote.winner];
        winner.kept += weight;
        ++winner.comparisons;
        Tally &loser = tallies[vote.loser];
        loser.left += weight;
        ++loser.comparisons;
    }
    VoteShifts shifts;
    for (auto it = tallies.cbegin(); it != tallies.cend(); ++it)
        shifts.insert(it.key(), {it->points(), it->comparisons});
    return shifts;
}

} // namespace keyway::routing
