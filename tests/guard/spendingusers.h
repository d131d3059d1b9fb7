#pragma once

#include "core/money/money.h"

#include <QtCore/QDate>
#include <QtCore/QList>

namespace keyway::guard {

/// What somebody spent, hour by hour, 24 for each day.
struct SpendSeries {
    QDate firstDay;
    QList<Money> hours;

    qsizetype days() const { return hours.size() / 24; }
    /// The hours of its day, this one included.
    QList<Money> dayUntil(qsizetype hour) const
    {
        return hours.mid(hour - hour % 24, hour % 24 + 1);
    }
};

/// Four months of a made-up person, the same ones for the same number on every computer. Some work
/// in an office and some at night; weekdays have their rhythm; requests cost what is log-normal
/// with a heavy tail (sigma 1.2); bursts of 20 to 200 come in an hour; some are on holiday, begin a
/// project that doubles what they spend for good, or let batch jobs run on the 1st.
SpendSeries syntheticUser(quint64 number);

} // namespace keyway::guard
