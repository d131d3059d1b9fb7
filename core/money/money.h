#pragma once

#include <QtCore/QStringView>

#ifndef __SIZEOF_INT128__
#include <boost/multiprecision/cpp_int.hpp>
#endif

#include <compare>
#include <optional>

namespace keyway {

/// An exact amount in pico-US-dollars (1e-12), wide enough for any sum of lines: 128 bits of the
/// compiler's own where it has them, since reading Boost's takes a second and a half a source file.
#ifdef __SIZEOF_INT128__
__extension__ using PicoDollars = __int128;
#else
using PicoDollars = boost::multiprecision::int128_t;
#endif

/// A signed count of nano-US-dollars (1e-9), at most about 9.2 billion dollars. Sums that would not fit
/// stop at the largest or smallest amount; they never wrap.
class Money {
public:
    constexpr Money() = default;
    static constexpr Money fromNano(qint64 nano) { return Money(nano); }
    static constexpr Money fromCents(qint64 cents) { return Money(cents * 10'000'000); }
    /// Rounds half to even, once.
    static Money fromPico(const PicoDollars &pico);

    constexpr qint64 nano() const { return m_nano; }
    constexpr bool isZero() const { return m_nano == 0; }
    /// Rounded half up (away from zero), as an invoice's total is.
    qint64 cents() const;

    /// This amount times `numerator / denominator`, rounded half to even; the denominator is above zero.
    Money scaled(qint64 numerator, qint64 denominator) const;

    Money &operator+=(Money other);
    Money &operator-=(Money other);
    friend Money operator+(Money a, Money b) { return a += b; }
    friend Money operator-(Money a, Money b) { return a -= b; }
    friend constexpr auto operator<=>(Money, Money) = default;

private:
    constexpr explicit Money(qint64 nano)
        : m_nano(nano)
    {
    }
    qint64 m_nano = 0;
};

/// What one unit (token, image, second, call) costs, in whole pico-US-dollars: $1 per million tokens is
/// 1,000,000. Every published price fits (provider facts, section 18).
class Price {
public:
    constexpr Price() = default;
    static constexpr Price fromPico(qint64 pico) { return Price(pico); }
    /// From the way services print prices: "2.50" dollars for a million units. Nothing where the text is
    /// no plain decimal number, is negative, is above 1,000,000 or has more than six decimals.
    static std::optional<Price> perMillion(QStringView dollars);
    /// From dollars for one piece, "0.04". Nothing where the text is no plain decimal number, is
    /// negative, has more than six digits before or twelve behind the point.
    static std::optional<Price> each(QStringView dollars);

    constexpr qint64 pico() const { return m_pico; }
    PicoDollars times(qint64 units) const { return PicoDollars(m_pico) * units; }
    friend constexpr auto operator<=>(Price, Price) = default;

private:
    constexpr explicit Price(qint64 pico)
        : m_pico(pico)
    {
    }
    qint64 m_pico = 0;
};

} // namespace keyway
