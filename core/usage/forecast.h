#pragma once

#include "core/money/money.h"

#include <QtCore/QDate>
#include <QtCore/QMap>

#include <optional>

namespace keyway {

/// What a month will have cost at its end.
struct Forecast {
    Money expected;
    Money low; ///< in eight of ten months it is between this and `high`; never below what is spent
    Money high;
    friend bool operator==(const Forecast &, const Forecast &) = default;
};

/// From what days cost: each day that is left is expected to cost what its weekday did in the last
/// eight weeks, and as unevenly. A day that is not named cost nothing; days before the first one do
/// not count. `days` has today with what it cost so far. Nothing before a week is behind. Pure.
std::optional<Forecast> forecastOfMonth(const QMap<QDate, Money> &days, const QDate &today);

} // namespace keyway
