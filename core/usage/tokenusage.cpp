#include "core/usage/tokenusage.h"

#include <QtCore/QJsonValue>

#include <algorithm>
#include <limits>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

// In the order of Counter.
constexpr std::array<QLatin1StringView, counterCount> counterNames{
    "in_uncached"_L1, "in_cache_read"_L1, "in_cache_write_a"_L1, "in_cache_write_b"_L1,
    "in_audio"_L1,    "in_image"_L1,      "in_video"_L1,         "out_text"_L1,
    "out_image"_L1,   "out_audio"_L1,     "out_video"_L1,        "calls_web_search"_L1,
    "calls_other"_L1, "images"_L1,        "video_seconds"_L1,    "credits"_L1,
};
constexpr auto outThinkingName = "out_thinking"_L1;

// Far above any real count, and small enough that all counters together still fit.
constexpr qint64 highestCount = std::numeric_limits<qint64>::max() / (2 * counterCount);

qint64 bounded(qint64 count)
{
    return std::clamp<qint64>(count, 0, highestCount);
}

} // namespace

QLatin1StringView counterName(Counter counter)
{
    return counterNames[static_cast<std::size_t>(counter)];
}

std::optional<Counter> counterFromName(QStringView name)
{
    const auto found = std::find(counterNames.begin(), counterNames.end(), name);
    if (found == counterNames.end())
        return std::nullopt;
    return static_cast<Counter>(found - counterNames.begin());
}

bool isTokenCounter(Counter counter)
{
    return counter <= Counter::OutVideo;
}

void TokenUsage::set(Counter counter, qint64 count)
{
    m_counts[static_cast<std::size_t>(counter)] = bounded(count);
}

void TokenUsage::setOutThinking(qint64 count)
{
    m_outThinking = bounded(count);
}

TokenUsage &TokenUsage::operator+=(const TokenUsage &other)
{
    for (std::size_t i = 0; i < m_counts.size(); ++i)
        m_counts[i] += other.m_counts[i];
    m_outThinking += other.m_outThinking;
    return *this;
}

qint64 TokenUsage::tokensIn() const
{
    qint64 sum = 0;
    for (auto i = static_cast<std::size_t>(Counter::InUncached);
         i <= static_cast<std::size_t>(Counter::InVideo); ++i)
        sum += m_counts[i];
    return sum;
}

qint64 TokenUsage::tokensOut() const
{
    qint64 sum = 0;
    for (auto i = static_cast<std::size_t>(Counter::OutText);
         i <= static_cast<std::size_t>(Counter::OutVideo); ++i)
        sum += m_counts[i];
    return sum;
}

bool TokenUsage::isEmpty() const
{
    return std::all_of(m_counts.begin(), m_counts.end(), [](qint64 count) { return count == 0; });
}

QJsonObject TokenUsage::toJson() const
{
    QJsonObject json;
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        if (m_counts[i] > 0)
            json.insert(counterNames[i], m_counts[i]);
    }
    if (m_outThinking > 0)
        json.insert(outThinkingName, m_outThinking);
    return json;
}

std::optional<TokenUsage> TokenUsage::fromJson(const QJsonObject &json)
{
    TokenUsage usage;
    for (auto it = json.begin(); it != json.end(); ++it) {
        // toInteger gives its fallback for anything but a whole number.
        const qint64 count = it.value().toInteger(-1);
        if (count < 0 || count > highestCount)
            return std::nullopt;
        if (it.key() == outThinkingName) {
            usage.setOutThinking(count);
            continue;
        }
        const std::optional<Counter> counter = counterFromName(it.key());
        if (!counter)
            return std::nullopt;
        usage.set(*counter, count);
    }
    return usage;
}

} // namespace keyway
