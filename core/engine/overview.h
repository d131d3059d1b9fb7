#pragma once

#include "core/base/error.h"
#include "core/catalogue/integration.h"
#include "core/fees/feepolicy.h"
#include "core/money/money.h"
#include "core/usage/forecast.h"

#include <QtCore/QDate>
#include <QtCore/QList>
#include <QtCore/QString>

#include <chrono>
#include <optional>

namespace keyway::engine {

/// How an integration does, in the order of importance: the first that holds is shown.
enum class Health {
    Disabled, ///< switched off by the user
    Locked, ///< its key waits for the keychain
    KeyMissing, ///< its key is not where it was put
    Held, ///< left out until tested again; see Integration::hold
    OverBudget, ///< its monthly limit is reached and set to stop
    Down, ///< three failures in a row
    Degraded, ///< three of the last ten attempts failed
    Active
};
QString nameOf(Health health); ///< `active`, `over-budget`, ...

/// One integration with its figures of the month, for cards and `integrations list`.
struct IntegrationSummary {
    Integration integration;
    QString serviceName;
    QSet<RequestType> types; ///< of its model, or of its service where the model is not known
    bool local = false; ///< runs on this computer
    Health health = Health::Active;
    std::optional<QDateTime> downSince;
    std::optional<std::chrono::milliseconds> typicalFirstToken; ///< median of the last answers
    Money thisMonth; ///< platform cost
    Money totalSpent; ///< platform cost since it was added
    qint64 requestsThisMonth = 0;
    qint64 unknownCostThisMonth = 0; ///< attempts whose cost nobody knows
    QList<Money> byDay; ///< from the 1st to today
    int running = 0; ///< attempts in flight, in this and in other processes
};

struct ServiceTotal {
    QString service;
    QString name;
    qint64 requests = 0;
    Money platformCost;
    Money platformFee;
    Money total;
};

/// Everything the first page, the receipt and the status bar show: one consistent reading.
struct Overview {
    QDate today; ///< in the billing zone
    QList<IntegrationSummary> integrations; ///< in the user's order
    QList<ServiceTotal> services;
    Money monthCost;
    Money monthFee;
    Money monthTotal;
    std::optional<Forecast> forecast; ///< of monthCost at the end of the month
    std::optional<Money> monthLimit; ///< of everything, whatever happens when it is reached
    Money todayTotal;
    qint64 monthRequests = 0;
    qint64 unknownCost = 0;
    FeePolicy fee;
    bool readOnly = false; ///< the records can be read but not written (newer, or the disk refuses)
};

} // namespace keyway::engine
