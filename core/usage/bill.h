#pragma once

#include "core/money/money.h"

#include <QtCore/QDate>
#include <QtCore/QDateTime>
#include <QtCore/QList>
#include <QtCore/QString>

namespace keyway {

/// What a service says it charged from one UTC day to another, both included; mostly one day.
struct BillLine {
    QDate day;
    QDate lastDay;
    QString line; ///< the service's word for it, such as a model; empty: all of those days
    Money amount; ///< below nothing for what the service gave back
    friend bool operator==(const BillLine &, const BillLine &) = default;
};

/// A service's own account of some days. A day without a charge has a line of nothing; days without
/// a line are not billed yet.
struct Bill {
    QList<BillLine> lines;
    QDate from; ///< what was asked for, in UTC, both included
    QDate to;
    QDateTime fetchedAt;
    friend bool operator==(const Bill &, const Bill &) = default;
};

/// What was left at a service at one moment.
struct KeptBalance {
    QDateTime at;
    Money left;
    friend bool operator==(const KeptBalance &, const KeptBalance &) = default;
};

} // namespace keyway
