#pragma once

#include "core/fees/feepolicy.h"

#include <QtCore/QLocale>
#include <QtCore/QStringList>

namespace keyway::words {

/// "Percent", "Monthly", ...
QString planName(FeePlan plan);
/// 5%, from hundredths of a percent.
QString percentOf(int basisPoints, const QLocale &locale = {});
/// The receipt's middle line without its colon: "Platform Service Fee (5%)".
QString feeLine(const FeePolicy &policy, const QLocale &locale = {});
/// The same in short, for the status bar and lists: "5%", "0.1 ¢ per request", "monthly", ...
QString feeInBrackets(const FeePolicy &policy, const QLocale &locale = {});
/// How the fee of a month came about, one sentence a line, with its numbers.
QStringList feeExplained(const FeePolicy &policy, Money monthCost, Money monthFee,
                         qint64 unknownCost, const QLocale &locale = {});

} // namespace keyway::words
