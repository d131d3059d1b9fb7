#include "core/export/isotimes.h"

#include "core/base/appending.h"

#include <QtCore/QDate>

namespace keyway {

void IsoTimes::append(QByteArray &to, const QDateTime &time)
{
    const qint64 ms = time.toMSecsSinceEpoch();
    appendUpToSeconds(to, ms / 1000);
    const int part = static_cast<int>(ms % 1000);
    to += '.';
    to += static_cast<char>('0' + part / 100);
    appendTwoDigits(to, part % 100);
    to += 'Z';
}

void IsoTimes::appendSeconds(QByteArray &to, qint64 secsSinceEpoch)
{
    appendUpToSeconds(to, secsSinceEpoch);
    to += 'Z';
}

void IsoTimes::appendUpToSeconds(QByteArray &to, qint64 secsSinceEpoch)
{
    constexpr qint64 secondsOfDay = 86'400;
    const qint64 day = secsSinceEpoch / secondsOfDay; // no record is older than 1970
    const int second = static_cast<int>(secsSinceEpoch % secondsOfDay);
    if (day != m_day) {
        m_day = day;
        m_dayText = QDate(1970, 1, 1).addDays(day).toString(Qt::ISODate).toLatin1();
    }
    to += m_dayText;
    to += 'T';
    appendTwoDigits(to, second / 3600);
    to += ':';
    appendTwoDigits(to, second / 60 % 60);
    to += ':';
    appendTwoDigits(to, second % 60);
}

} // namespace keyway
