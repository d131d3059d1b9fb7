#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QDateTime>

namespace keyway {

/// Writes times of one day after another as ISO 8601 in UTC; the text of the last day is kept,
/// since working out dates is most of the work.
class IsoTimes {
public:
    void append(QByteArray &to, const QDateTime &time); ///< `2026-11-22T12:00:00.000Z`
    void appendSeconds(QByteArray &to, qint64 secsSinceEpoch); ///< `2026-11-22T12:00:00Z`

private:
    void appendUpToSeconds(QByteArray &to, qint64 secsSinceEpoch);

    qint64 m_day = -1;
    QByteArray m_dayText;
};

} // namespace keyway
