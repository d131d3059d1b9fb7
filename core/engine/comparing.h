#pragma once

#include "core/engine/comparedside.h"
#include "core/engine/workspace.h"
#include "core/routing/votes.h"

// Answers of several models to one prompt, side by side, and what the user's choice teaches.

namespace keyway::engine {

/// The conversation goes on from this side of a comparison, whichever it went on from before;
/// nothing is deleted. A vote for its model against that of each other side, where both answered
/// completely; these come back. Error: Storage, or Rejected `no-such-answer`.
Result<QList<routing::Vote>> keepAnswer(Workspace &workspace, const Id &conversation,
                                        const Id &answer);
/// The vote alone, of requests that are in no conversation; in place of an earlier one between the
/// two. Error: Storage, or Rejected:
/// `no-such-request`, `incomplete-answer`, `same-model`.
Result<routing::Vote> voteFor(Workspace &workspace, const Id &kept, const Id &other);

/// Newest first.
Result<QList<routing::Vote>> votes(Workspace &workspace);
Result<routing::VoteShifts> voteShifts(Workspace &workspace, RequestType type);
/// Deletes all of them; what there was, for restoreVotes().
Result<QList<routing::Vote>> forgetVotes(Workspace &workspace);
Result<Done> restoreVotes(Workspace &workspace, const QList<routing::Vote> &votes);

} // namespace keyway::engine
