#pragma once

#include "core/fees/feepolicy.h"
#include "core/routing/plan.h"
#include "core/storage/usagesummary.h"
#include "core/usage/forecast.h"

#include <QtCore/QHash>
#include <QtCore/QLocale>

namespace keyway {

/// What bars and legend count.
enum class UsageMeasure { Cost, Requests, Tokens };

/// A month as Usage & Costs shows it: one consistent reading.
struct UsageMonth {
    UsageSummary summary; ///< of what the filter lets through
    UsageFilter filter;
    QStringList services; ///< with usage in the month, whatever the filter; the dearest first
    QHash<QString, QString> names; ///< of services
    FeePolicy fee;
    Money fixedFee; ///< of the month, a part of no request; nothing while a filter holds
    QDate today; ///< in the billing zone
    /// Of the platform costs of the running month; nothing for others, and before a week is known.
    std::optional<Forecast> forecast;
    QHash<QString, Forecast> forecasts; ///< by service

    QString nameOf(const QString &service) const { return names.value(service, service); }
    Money platformFee() const { return summary.all.platformFee + fixedFee; }
    Money total() const { return summary.all.platformCost + platformFee(); }
};

/// "$38.20 expected at the end, probably $35.10 to $41.00"
QString forecastText(const Forecast &forecast, const QLocale &locale = {});

/// One figure of some sums: nano-dollars of platform cost, requests, or tokens in and out.
qint64 measured(const UsageSums &sums, UsageMeasure measure);
/// As it stands beside a bar: "$2.50", "1,353", "12,840".
QString measureText(qint64 value, UsageMeasure measure, const QLocale &locale = {});

} // namespace keyway
