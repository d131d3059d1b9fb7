#pragma once

#include "core/wire/usageanswer.h"

#include <QtCore/QByteArray>

#include <array>
#include <chrono>
#include <map>
#include <mutex>
#include <utility>

namespace keyway::server {

/// Counts for Prometheus. Labels are routes, statuses and states: nothing of anybody. Callable from
/// any thread.
class Metrics {
public:
    /// `route` is its pattern; empty where there was none.
    void answered(const QByteArray &method, const QByteArray &route, int status,
                  std::chrono::microseconds took);
    void ingested(const QList<UsageAnswer> &answers);
    /// What is so at this moment.
    struct Gauges {
        qint64 connections = 0;
        qint64 waitingJobs = 0;
    };
    void setGauges(const Gauges &gauges);

    /// In Prometheus' text format.
    QByteArray text() const;

private:
    static constexpr std::array<qint64, 9> bounds{1'000,   2'500,   5'000,     10'000,    25'000,
                                                  100'000, 500'000, 2'500'000, 10'000'000};
    struct Times {
        std::array<qint64, bounds.size() + 1> buckets{};
        qint64 sum = 0; ///< microseconds
        qint64 count = 0;
    };

    mutable std::mutex m_mutex;
    std::map<std::pair<QByteArray, int>, qint64> m_answers;
    std::map<QByteArray, Times> m_times;
    std::map<QString, qint64> m_records;
    Gauges m_gauges;
};

} // namespace keyway::server
