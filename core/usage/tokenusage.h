#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QLatin1StringView>

#include <array>
#include <optional>

namespace keyway {

/// The disjoint counters into which every adapter turns a service's own usage report. Each is
/// billed at its own price; no unit is in two of them. Output counters include thinking.
enum class Counter : quint8 {
    InUncached, ///< input tokens at the full input price
    InCacheRead, ///< input tokens at the cache-read price
    InCacheWriteA, ///< written to the short cache (Anthropic 5 minutes, OpenAI 30 minutes)
    InCacheWriteB, ///< written to the long cache (Anthropic 1 hour, OpenAI 12 hours)
    InAudio,
    InImage,
    InVideo,
    OutText, ///< text tokens, thinking included
    OutImage,
    OutAudio,
    OutVideo,
    CallsWebSearch,
    CallsOther,
    Images, ///< pictures, where a service bills by piece
    VideoSeconds,
    Credits, ///< thousandths of a service's credit
};
inline constexpr int counterCount = 16;

/// The name of a counter in JSON, in the catalogue's prices and in the ledger, such as
/// `in_cache_read`.
QLatin1StringView counterName(Counter counter);
std::optional<Counter> counterFromName(QStringView name);
/// Whether it counts tokens, in or out, rather than calls, pieces, seconds or credits.
bool isTokenCounter(Counter counter);

/// What one attempt used, in whole units that are never negative.
class TokenUsage {
public:
    qint64 operator[](Counter counter) const { return m_counts[static_cast<std::size_t>(counter)]; }
    /// Negative counts become 0: some services report more of a part than of the whole.
    void set(Counter counter, qint64 count);
    void add(Counter counter, qint64 count) { set(counter, (*this)[counter] + count); }

    /// The thinking part of OutText; for display, never billed a second time.
    qint64 outThinking() const { return m_outThinking; }
    void setOutThinking(qint64 count);

    TokenUsage &operator+=(const TokenUsage &other);

    /// All input tokens, the size that decides about price tiers.
    qint64 tokensIn() const;
    qint64 tokensOut() const;
    bool isEmpty() const;

    /// Counters above zero by name, with `out_thinking`.
    QJsonObject toJson() const;
    /// Unknown names and non-integers make it nothing.
    static std::optional<TokenUsage> fromJson(const QJsonObject &json);

    friend bool operator==(const TokenUsage &, const TokenUsage &) = default;

private:
    std::array<qint64, counterCount> m_counts{};
    qint64 m_outThinking = 0;
};

} // namespace keyway
