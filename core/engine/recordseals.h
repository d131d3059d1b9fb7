#pragma once

#include "core/base/result.h"

#include <QtCore/QString>

namespace keyway::engine {

class Workspace;

// The seals of a workspace's audit trail, see AuditSeals. On the core thread.

/// Closes the days that are over, at a start and now and then: the entries of a day that nothing
/// comes after get their seal, too. Nothing where the records are only read.
Result<Done> closePastDays(Workspace &workspace);
/// Writes seals that are not in their files yet, as far as they fit. What fails is in the log, and
/// told by the next check.
void catchUpSeals(Workspace &workspace);
/// The file of the user's choice; empty where none is chosen.
Result<QString> sealCopy(Workspace &workspace);
/// Keeps a copy in this file from now on, or none where it is empty. Error: as of
/// AuditSeals::setCopy().
Result<Done> setSealCopy(Workspace &workspace, const QString &path);
/// Puts the files as they are aside and seals the trail as it is now. Error: Storage.
Result<Done> renewSeals(Workspace &workspace);

} // namespace keyway::engine
