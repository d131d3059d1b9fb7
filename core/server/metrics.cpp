#include "core/server/metrics.h"

#include <algorithm>

namespace keyway::server {

namespace {

QByteArray seconds(qint64 microseconds)
{
    QByteArray text = QByteArray::number(microseconds % 1'000'000).rightJustified(6, '0');
    return QByteArray::number(microseconds / 1'000'000) + '.' + text;
}

void head(QByteArray &text, const char *name, const char *type, const char *help)
{
    text += QByteArray("# HELP ") + name + ' ' + help + "\n# TYPE " + name + ' ' + type + '\n';
}

} // namespace

void Metrics::answered(const QByteArray &method, const QByteArray &route, int status,
                       std::chrono::microseconds took)
{
    const QByteArray name = route.isEmpty() ? QByteArray("none") : method + ' ' + route;
    const auto bucket = std::lower_bound(bounds.begin(), bounds.end(), took.count());
    const std::lock_guard lock(m_mutex);
    ++m_answers[{name, status}];
    Times &times = m_times[name];
    ++times.buckets[static_cast<std::size_t>(bucket - bounds.begin())];
    times.sum += took.count();
    ++times.count;
}

void Metrics::ingested(const QList<UsageAnswer> &answers)
{
    const std::lock_guard lock(m_mutex);
    for (const UsageAnswer &answer : answers)
        ++m_records[nameOf(answer.state)];
}

void Metrics::setGauges(const Gauges &gauges)
{
    const std::lock_guard lock(m_mutex);
    m_gauges = gauges;
}

QByteArray Metrics::text() const
{
    const std::lock_guard lock(m_mutex);
    QByteArray text;
    head(text, "keyway_http_requests_total", "counter", "Answers by route and status.");
    for (const auto &[key, count] : m_answers)
        text += "keyway_http_requests_total{route=\"" + key.first + "\",status=\""
            + QByteArray::number(key.second) + "\"} " + QByteArray::number(count) + '\n';
    head(text, "keyway_http_request_seconds", "histogram", "From the whole request to its answer.");
    for (const auto &[route, times] : m_times) {
        qint64 sum = 0;
        for (std::size_t i = 0; i < times.buckets.size(); ++i) {
            sum += times.buckets[i];
            text += "keyway_http_request_seconds_bucket{route=\"" + route + "\",le=\""
                + (i < bounds.size() ? seconds(bounds[i]) : QByteArray("+Inf")) + "\"} "
                + QByteArray::number(sum) + '\n';
        }
        text += "keyway_http_request_seconds_sum{route=\"" + route + "\"} " + seconds(times.sum)
            + "\nkeyway_http_request_seconds_count{route=\"" + route + "\"} "
            + QByteArray::number(times.count) + '\n';
    }
    head(text, "keyway_usage_records_total", "counter",
         "Records received, by what became of them.");
    for (const auto &[state, count] : m_records)
        text += "keyway_usage_records_total{state=\"" + state.toLatin1() + "\"} "
            + QByteArray::number(count) + '\n';
    head(text, "keyway_http_connections", "gauge", "Open connections.");
    text += "keyway_http_connections " + QByteArray::number(m_gauges.connections) + '\n';
    head(text, "keyway_jobs_waiting", "gauge", "Requests that wait for a database connection.");
    text += "keyway_jobs_waiting " + QByteArray::number(m_gauges.waitingJobs) + '\n';
    return text;
}

} // namespace keyway::server
