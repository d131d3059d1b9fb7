#pragma once

#include "core/fees/feepolicy.h"
#include "core/storage/usagesummary.h"
#include "ui/words/invoices.h"

#include <QtCore/QJsonObject>
#include <QtCore/QList>
#include <QtCore/QStringList>

namespace keyway::words {

/// Figures under a heading.
struct SheetTable {
    QString title;
    QStringList head;
    QList<QStringList> lines; ///< what they come to is the last one
    friend bool operator==(const SheetTable &, const SheetTable &) = default;
};

/// A month as it is read on paper: totals with the fee apart, then by service, day and model. The
/// amounts of a column add up to its last one, as they are shown.
struct UsageSheet {
    QString title; ///< "Usage and costs, October 2026"
    QStringList facts; ///< what the figures are, and when they were put together
    QList<QStringList> totals; ///< what it is, and how much; what all costs is the last one
    QList<SheetTable> tables;
    QStringList notes; ///< sentences

    /// For keyway-print, which has the fonts.
    QJsonObject toJson() const;
    /// Nothing where it is not what toJson() wrote.
    static std::optional<UsageSheet> fromJson(const QJsonObject &json);
    friend bool operator==(const UsageSheet &, const UsageSheet &) = default;
};

/// `summary`: of everything in the month, without a filter. `today`: in the billing zone.
UsageSheet usageSheet(const UsageSummary &summary, const FeePolicy &fee, const ServiceNames &names,
                      const QDate &today, const QLocale &locale = {});

} // namespace keyway::words
