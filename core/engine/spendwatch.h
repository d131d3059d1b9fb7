#pragma once

#include "core/base/clock.h"
#include "core/engine/answer.h"
#include "core/guard/anomaly.h"
#include "core/guard/repetition.h"
#include "core/storage/alertstore.h"

#include <QtCore/QHash>
#include <QtCore/QTimeZone>

#include <functional>

namespace keyway::engine {

/// Looks for what is unusual while requests run, and raises alerts. What is usual is worked out
/// once a day; after an attempt two rows are read, and nothing more while little is spent. Lives on
/// the core thread.
class SpendWatch {
public:
    /// All outlive it. `zone` is the billing zone; `raised` is called after an alert was written.
    SpendWatch(Database &database, AlertStore &alerts, const Clock &clock, QTimeZone zone,
               std::function<void()> raised);

    /// After the end of an attempt was written. What fails is in the log: the answer stands.
    void settled(const UsageRecord &record);
    /// Before anybody is asked. Error: Budget, `repeated-prompt`, where this program sends the same
    /// again and again, until the user says "That was me". What costs nothing may be repeated.
    Result<Done> admit(const PromptRequest &request, const AskOptions &options,
                       const routing::RoutePlan &plan);

private:
    Result<Done> look(const UsageRecord &record);
    Result<guard::UsualSpend> usualOn(const QDate &day);
    Result<Id> raise(guard::Alert alert);
    Result<Done> raiseRepetition(const QByteArray &mark, const PromptRequest &request);
    QByteArray markOf(const PromptRequest &request, const AskOptions &options) const;

    Database &m_database;
    AlertStore &m_alerts;
    const Clock &m_clock;
    QTimeZone m_zone;
    std::function<void()> m_raised;
    QDate m_usualDay; ///< the day that m_usual holds for
    guard::UsualSpend m_usual;
    QByteArray m_salt; ///< of this process: marks mean nothing outside of it
    guard::Repetitions m_repetitions;
    QHash<QByteArray, Id> m_stopped; ///< the alert of each mark that may not come
};

} // namespace keyway::engine
