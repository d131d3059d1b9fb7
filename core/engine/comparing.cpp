#include "core/engine/comparing.h"

#include "core/engine/workspaceparts.h"

#include <algorithm>

namespace keyway::engine {

using namespace Qt::StringLiterals;
using routing::Vote;

namespace {

Error rejected(const QString &reason, const Id &id)
{
    return Error(Error::Kind::Rejected, id.toString()).withReason(reason);
}

/// The attempt that answered a request to its end, `incomplete-answer` where none did.
Result<UsageRecord> completed(const Workspace &workspace, const Id &request)
{
    RecordFilter filter;
    filter.requestId = request;
    const auto records = workspace.records(filter);
    if (!records)
        return records.error();
    if (records->isEmpty())
        return rejected(u"no-such-request"_s, request);
    const auto found
        = std::find_if(records->cbegin(), records->cend(), [](const UsageRecord &record) {
              return record.outcome == Outcome::Completed;
          });
    if (found == records->cend())
        return rejected(u"incomplete-answer"_s, request);
    return *found;
}

Result<Vote> voteBetween(const Workspace &workspace, const Id &kept, const Id &other)
{
    const auto winner = completed(workspace, kept);
    if (!winner)
        return winner.error();
    const auto loser = completed(workspace, other);
    if (!loser)
        return loser.error();
    Vote vote;
    vote.type = winner->type;
    vote.winner = winner->service + u'/' + winner->model;
    vote.loser = loser->service + u'/' + loser->model;
    vote.winnerRequest = kept;
    vote.loserRequest = other;
    if (vote.winner == vote.loser || winner->type != loser->type)
        return rejected(u"same-model"_s, other);
    return vote;
}

/// The sides that stand beside an answer, itself among them; empty where it is none.
QList<StoredMessage> sidesAround(const QList<StoredMessage> &messages, const Id &answer)
{
    QList<StoredMessage> sides;
    bool found = false;
    for (const StoredMessage &message : messages) {
        if (message.role == StoredMessage::Role::User) {
            if (found)
                break;
            sides.clear();
        } else if (ComparedSide::of(message)) {
            sides.append(message);
            found = found || message.id == answer;
        }
    }
    return found ? sides : QList<StoredMessage>();
}

/// One vote for each other side whose newest answer is whole.
Result<QList<Vote>> votesFor(const Workspace &workspace, const StoredMessage &kept,
                             const QList<StoredMessage> &sides)
{
    const int place = ComparedSide::of(kept)->place;
    QMap<int, Id> others;
    for (const StoredMessage &side : sides) {
        const int at = ComparedSide::of(side)->place;
        if (at != place && side.requestId)
            others.insert(at, *side.requestId);
    }
    QList<Vote> votes;
    for (const Id &other : std::as_const(others)) {
        const auto vote = voteBetween(workspace, kept.requestId.value_or(Id()), other);
        if (vote)
            votes.append(*vote);
        else if (vote.error().kind() != Error::Kind::Rejected)
            return vote.error();
    }
    return votes;
}

} // namespace

Result<QList<Vote>> keepAnswer(Workspace &workspace, const Id &conversation, const Id &answer)
{
    WorkspaceParts &parts = workspace.parts();
    auto kept = parts.database->write([&]() -> Result<QList<Vote>> {
        const auto messages = parts.conversations->messages(conversation);
        if (!messages)
            return messages.error();
        const QList<StoredMessage> sides = sidesAround(*messages, answer);
        if (sides.isEmpty())
            return rejected(u"no-such-answer"_s, answer);
        StoredMessage winner;
        QList<Id> compared;
        for (const StoredMessage &message : sides) {
            ComparedSide side = *ComparedSide::of(message);
            side.kept = message.id == answer;
            if (side.kept)
                winner = message;
            if (message.requestId)
                compared.append(*message.requestId);
            const auto written
                = parts.conversations->setDetails(message.id, side.in(message.details));
            if (!written)
                return written.error();
        }
        const auto found = votesFor(workspace, winner, sides);
        if (!found)
            return found.error();
        return parts.votes->cast(compared, *found);
    });
    if (kept)
        parts.announce();
    return kept;
}

Result<Vote> voteFor(Workspace &workspace, const Id &kept, const Id &other)
{
    const auto vote = voteBetween(workspace, kept, other);
    if (!vote)
        return vote;
    const auto cast = workspace.parts().votes->cast({kept, other}, {*vote});
    if (!cast)
        return cast.error();
    workspace.parts().announce();
    return cast->first();
}

Result<QList<Vote>> votes(Workspace &workspace)
{
    return workspace.parts().votes->votes();
}

Result<routing::VoteShifts> voteShifts(Workspace &workspace, RequestType type)
{
    return workspace.parts().voteShifts(type);
}

Result<QList<Vote>> forgetVotes(Workspace &workspace)
{
    auto forgotten = workspace.parts().votes->forget();
    if (forgotten)
        workspace.parts().announce();
    return forgotten;
}

Result<Done> restoreVotes(Workspace &workspace, const QList<Vote> &votes)
{
    auto restored = workspace.parts().votes->restore(votes);
    if (restored)
        workspace.parts().announce();
    return restored;
}

} // namespace keyway::engine
