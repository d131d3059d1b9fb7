#pragma once

#include "core/storage/auditentry.h"
#include "core/storage/auditseal.h"

#include <algorithm>
#include <optional>

namespace keyway {

/// What a check of the whole trail found.
struct AuditCheck {
    enum class Problem {
        None,
        Changed, ///< the entry, or the one before it, is not what was written
        Missing, ///< the entry is gone from the middle
        CutOff, ///< the trail ends before the entry that a head or a seal names
        Rewritten ///< every entry fits the one before it, and this one not its seal
    };
    Problem problem = Problem::None;
    qint64 firstBad = 0; ///< sequence of the first entry that is wrong; 0 where none is
    qint64 entries = 0; ///< good ones, counted from the start
    bool anchored = false; ///< the head outside the database was there to compare with
    QDateTime since; ///< of the first entry; nothing in an empty trail
    qint64 seals = 0; ///< days whose closing entry is the one that a file outside names
    QList<SealFile> sealFiles; ///< that beside the database first

    // Of a bad entry
    std::optional<AuditSeal> seal; ///< the first that the trail does not fit, where one does not
    QString sealedIn; ///< its file
    qint64 lastSealed = 0; ///< up to this entry the trail is as it was sealed; 0: nothing is known
    /// The entry that tells of a backup put in the place of the records between the two: the
    /// seal may be of what it replaced, or somebody wrote it to make that look so.
    qint64 restoredAt = 0;
    QList<AuditEntry> around; ///< the last good one and the bad one, as far as they are there

    bool isIntact() const { return problem == Problem::None; }
    /// Intact, and no seal that should vouch for it is gone, changed or unreadable.
    bool isVouchedFor() const
    {
        return isIntact()
            && std::none_of(sealFiles.cbegin(), sealFiles.cend(), [](const SealFile &file) {
                   return file.state == SealFile::State::Missing
                       || file.state == SealFile::State::Changed
                       || file.state == SealFile::State::Unreadable;
               });
    }
};
QString nameOf(AuditCheck::Problem problem); ///< `cut-off`
/// For `keyway audit verify` and for support.
QJsonObject toJson(const AuditCheck &check);

} // namespace keyway
