#pragma once

#include "core/base/id.h"
#include "core/money/money.h"
#include "core/usage/usagerecord.h"

#include <QtCore/QDate>
#include <QtCore/QMap>

#include <optional>

namespace keyway {

/// Whether a finished attempt counts as a request in the sums: everything but one that failed or
/// was cancelled and surely cost nothing. So a request that fell back counts once, at the service
/// that answered it.
bool countsAsRequest(const UsageRecord &record);

struct UsageSums {
    qint64 requests = 0; ///< see countsAsRequest()
    qint64 attempts = 0; ///< finished ones, failures included
    qint64 unknownCosts
        = 0; ///< attempts that may have cost something nobody knows; not in the money
    qint64 estimatedCosts = 0; ///< attempts whose cost Keyway counted itself
    qint64 tokensIn = 0;
    qint64 tokensOut = 0;
    Money platformCost;
    Money platformFee;

    Money total() const { return platformCost + platformFee; }
    UsageSums &operator+=(const UsageSums &other);
    friend bool operator==(const UsageSums &, const UsageSums &) = default;
};

/// Which usage; what is not set does not filter.
struct UsageFilter {
    QString service; ///< its id; empty: every service
    std::optional<AppClass> app;
    std::optional<RequestType> type;

    friend bool operator==(const UsageFilter &, const UsageFilter &) = default;
};

/// One month of the billing zone, from the daily rollup.
struct UsageSummary {
    QDate month; ///< its first day
    UsageSums all;
    QMap<QString, UsageSums> byService;
    QMap<QString, UsageSums> byModel; ///< `service/model`
    QMap<Id, UsageSums> byIntegration;
    QMap<Id, QMap<QString, UsageSums>> modelsOf; ///< of an integration, by model
    QMap<Id, QMap<QDate, Money>> daysOf; ///< platform cost of an integration, by day
    QMap<QDate, UsageSums> byDay; ///< days with attempts only
    QMap<QDate, QMap<QString, UsageSums>> servicesOn; ///< of a day, by service
};

/// What one integration has spent.
struct Spending {
    Money thisMonth; ///< platform cost of finished attempts
    Money reserved; ///< worst case of the attempts that run now
    Money ever; ///< platform cost since it was added
    qint64 requestsThisMonth = 0;
};

/// Which records; what is not set does not filter.
struct RecordFilter {
    std::optional<QDate> month; ///< any day of it
    std::optional<Id> requestId;
    std::optional<Id> integrationId;
    std::optional<Id> before; ///< only records older than this one: the next page
    UsageFilter usage;
    QString text; ///< in the name of the model, of the service or of the integration; any case
    bool running = true; ///< also attempts that have not ended
    int limit = 100;
    int offset = 0; ///< so many of the newest are passed over
};

} // namespace keyway
