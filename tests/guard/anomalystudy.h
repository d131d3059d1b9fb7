#pragma once

#include "core/guard/anomaly.h"
#include "tests/guard/spendingusers.h"

#include <QtCore/QString>

#include <optional>

namespace keyway::guard {

/// For six hours somebody spends so many times what an hour costs them, on top of everything else.
struct SpikeFigures {
    int times = 1;
    qint64 tried = 0;
    qint64 found = 0; ///< by an alarm within the six hours
    qint64 hours = 0; ///< until then, of all that were found

    int percent() const { return tried ? static_cast<int>(100 * found / tried) : 0; }
};

/// What the detector does on series of hourly spending.
class AnomalyStudy {
public:
    /// `number` decides where its spikes are put.
    void add(const SpendSeries &series, quint64 number);

    qint64 users = 0;
    qint64 days = 0; ///< that were judged: after the first two weeks of each
    qint64 alarmDays = 0;
    qint64 hourAlarms = 0, dayAlarms = 0;
    qint64 alarmDaysAnswered = 0; ///< where each alarm is called the user's own
    qint64 mostAlarmDays = 0; ///< of one user
    QList<SpikeFigures> spikes{{9}, {30}};
    QList<SpikeFigures> middleSpikes{{9}, {30}}; ///< by the middle hour instead of the mean

    /// Alarm-days in a month of a user, in thousandths.
    qint64 milliAlarmDays() const { return days ? alarmDays * 30'000 / days : 0; }
    QString report() const;

private:
    void judge(const SpendSeries &series);
    void raiseSpikes(const SpendSeries &series, quint64 number, QList<SpikeFigures> &figures,
                     bool ofMiddle);
};

/// What the detector knows at the start of a day.
SpendHistory historyBefore(const SpendSeries &series, qsizetype day);

/// Lines of `2026-11-18T13:00:00Z,0.42`: the hour in UTC and dollars, in any order, the first may
/// be a heading. Nothing where a line is something else; `problem` says which.
std::optional<SpendSeries> seriesFromCsv(const QByteArray &csv, QString *problem);

} // namespace keyway::guard
