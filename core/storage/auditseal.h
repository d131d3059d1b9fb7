#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QDate>
#include <QtCore/QList>
#include <QtCore/QString>

namespace keyway {

/// The audit trail's name for the entry that closes a day; its subject is the day.
inline const QString sealedEvent = QStringLiteral("audit.sealed");

/// A day of the audit trail, closed: what its last entry was. Kept where the database is not, it
/// shows whether somebody wrote the trail anew from an earlier entry on, with all hashes and heads.
struct AuditSeal {
    /// In UTC: a day that does not move when the user chooses another billing zone, is never 23 or
    /// 25 hours long, and that anybody can work out without a table of zones.
    QDate day;
    qint64 sequence = 0; ///< of the entry that closes the day
    QByteArray hash; ///< of that entry
    qint64 entries = 0; ///< since the seal before; the closing one is not counted
    friend bool operator==(const AuditSeal &, const AuditSeal &) = default;
};

/// How a file of seals stands to the trail.
struct SealFile {
    enum class State {
        Fits,
        Behind, ///< the newest seals are not in it: it could not be written, or not yet
        Missing, ///< there are seals, and no file any more
        Unreachable, ///< nor is its folder there: a disk that was taken out
        Unreadable, ///< it is there and cannot be read, or is no file
        Changed ///< a line is not as Keyway wrote it, or gone
    };
    QString path;
    State state = State::Fits;
    QDate firstBad; ///< Changed: the day of the first such line, where it can be told
};
QString nameOf(SealFile::State state); ///< `fits`

} // namespace keyway
