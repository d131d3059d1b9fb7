#pragma once

#include "core/base/id.h"
#include "core/usage/usagerecord.h"

#include <QtCore/QDateTime>
#include <QtCore/QList>
#include <QtCore/QMap>
#include <QtCore/QString>

namespace keyway::routing {

/// The user saw the answers of two models to one prompt side by side and kept one of them. Has
/// names and ids, never text.
struct Vote {
    Id id;
    RequestType type = RequestType::Text;
    QString winner; ///< `service/model`
    QString loser;
    Id winnerRequest;
    Id loserRequest;
    QDateTime at;
    friend bool operator==(const Vote &, const Vote &) = default;
};

/// What a user's votes do to the catalogue's quality of a model.
struct VoteShift {
    int points = 0;
    int comparisons = 0; ///< in which the model was kept or not
    friend bool operator==(const VoteShift &, const VoteShift &) = default;
};
/// By `service/model`.
using VoteShifts = QMap<QString, VoteShift>;

inline constexpr int mostVotedPoints = 15; ///< up or down, however many votes there are
/// As many votes as go on standing for "no difference" beside the real ones, so that one moves
/// little: the first is worth two points.
inline constexpr int votesForNeither = 8;
inline constexpr int voteHalfLifeDays = 90;
inline constexpr int voteLifeDays = 8 * voteHalfLifeDays; ///< older ones do not count at all

/// The share of kept answers among the compared ones of each model, around the middle:
/// `15 * (kept - left) / (kept + left + 8)`, rounded half away from zero, each vote weighed by its
/// age. Whole numbers throughout, so it is the same everywhere. It does not depend on the order of
/// the votes, more answers kept never lower it, winners and losers exchanged turn its sign. Whom a
/// model was compared with does not matter: the catalogue has its opinion of that already, and
/// with a few dozen votes of one person a fit of all pairs would mostly fit their chance.
VoteShifts voteShifts(const QList<Vote> &votes, RequestType type, const QDateTime &now);

} // namespace keyway::routing
