#pragma once

#include "core/base/result.h"
#include "core/storage/auditseal.h"

#include <QtCore/QList>

namespace keyway {

/// What is in a file of seals: a line for each, `day sequence hash entries check`, where the check
/// is a BLAKE2b-128 of what stands before it. Lines are only ever added; one that a crash tore is
/// followed by the whole one.
struct SealLines {
    bool exists = false;
    bool isWhole = true; ///< all lines are as Keyway wrote them, but for a torn one
    QDate firstBad; ///< else the day of the first one that is not, where it can be told
    bool endsLine = true; ///< false: a crash tore the last one
    QList<AuditSeal> seals; ///< of good lines, each once, in their order
};

QByteArray sealLine(const AuditSeal &seal); ///< with its line end

/// Error: Storage, `cannot-read`, where a file is there and cannot be read.
Result<SealLines> readSeals(const QString &path);
/// Adds lines, and waits until the disk has them. Makes the file where there is none; only its
/// owner may read it. Error: Storage, `cannot-write`.
Result<Done> addSeals(const QString &path, const QList<AuditSeal> &seals, bool afterTornLine);

} // namespace keyway
