#pragma once

#include "core/routing/reason.h"
#include "core/routing/snapshot.h"

#include <QtCore/QJsonArray>
#include <QtCore/QVarLengthArray>

namespace keyway::routing {

/// One part of a score. Parts weigh alike.
struct ScoreTerm {
    enum class Kind { Order, Price, Speed, Quality };
    Kind kind = Kind::Order;
    int points = 0; ///< 0 to 100
    bool known = true; ///< else `points` stand for what is not known
    friend bool operator==(const ScoreTerm &, const ScoreTerm &) = default;
};
QString nameOf(ScoreTerm::Kind kind); ///< `price`
std::optional<ScoreTerm::Kind> scoreTermFromName(QStringView name);

/// Whether the limit that a reason speaks of lets the user decide.
bool asksFirst(const Reason &reason);

struct Candidate {
    Id integrationId;
    QString integrationName;
    QString service;
    QString model;
    int score = 0; ///< 0 to 100, by the plan's strategy
    QVarLengthArray<ScoreTerm, 3> terms; ///< what the score is made of
    std::optional<Money> estimatedCost; ///< typical; nothing without a price
    std::optional<Money> worstCost; ///< what is reserved: upper bound of prompt and output
    qint64 maxOutputTokens = 0; ///< the cap that is sent and that worstCost was computed from
    std::optional<qint64> firstTokenMs; ///< as measured lately
    std::optional<qint64> expectedMs; ///< until a typical answer is whole, by what was measured
    /// The user's own score, else the catalogue's as their votes shift it.
    std::optional<int> quality;
    std::optional<VoteShift> votes; ///< the part of `quality` that they make, where they do
    Reason reason;

    /// Asked only when nobody else is left.
    bool isStandby() const;
    /// Asked with the user's word alone: it could pass a limit that asks, of which the reason
    /// tells.
    bool asksFirst() const { return routing::asksFirst(reason); }
};

struct Excluded {
    Id integrationId;
    QString integrationName;
    QString service;
    QString model;
    Reason reason;
};

/// In the order in which they will be asked. Stored with the request.
struct RoutePlan {
    Strategy strategy = Strategy::MyOrder;
    QList<Candidate> candidates;
    QList<Excluded> excluded;

    /// Moves a candidate that cannot be asked after all to the excluded ones.
    void exclude(const Candidate &candidate, const Reason &reason);

    QJsonObject toJson() const;
    static std::optional<RoutePlan> fromJson(const QJsonObject &json);
};

/// The terms of its score, as stored plans and the command line give them.
QJsonArray termsJson(const Candidate &candidate);

/// OverBudget of an integration's own limit, with its facts. `spent`: of the month, reservations
/// included; `needed`: what the attempt may cost.
Reason overBudget(Money limit, LimitAction reached, Money spent, std::optional<Money> needed);

/// The same of a limit that stands beside the integrations, with what it is for.
Reason overBudget(const guard::LimitUse &use, std::optional<Money> needed);

/// The output cap where the user names none and the model allows as much.
inline constexpr qint64 usualMaxOutputTokens = 4096;
/// A budget never shortens an answer below this; the integration is left out instead.
inline constexpr qint64 fewestOutputTokens = 16;

/// Decides. Pure: the same snapshot gives the same plan. Every option is in exactly one of the two
/// lists. A plan without candidates is a value, not an error.
///
/// Of two candidates, one that is better in something and worse in nothing (place in the order,
/// cost, time, quality, health) never stands behind the other, whatever the strategy.
RoutePlan plan(const RouteSnapshot &snapshot);

} // namespace keyway::routing
