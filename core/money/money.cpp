#include "core/money/money.h"

#include <limits>

namespace keyway {

namespace {

/// Divides and rounds half to even; the divisor is above zero.
PicoDollars divideHalfEven(const PicoDollars &value, const PicoDollars &divisor)
{
    PicoDollars quotient = value / divisor; // towards zero
    const PicoDollars rest = value % divisor;
    const PicoDollars twice = (rest < 0 ? PicoDollars(-rest) : rest) * 2;
    const bool odd = quotient % 2 != 0;
    if (twice > divisor || (twice == divisor && odd))
        quotient += value < 0 ? -1 : 1;
    return quotient;
}

qint64 clamped(const PicoDollars &value)
{
    constexpr qint64 lowest = std::numeric_limits<qint64>::min();
    constexpr qint64 highest = std::numeric_limits<qint64>::max();
    if (value < lowest)
        return lowest;
    if (value > highest)
        return highest;
    return static_cast<qint64>(value);
}

} // namespace

Money Money::fromPico(const PicoDollars &pico)
{
    constexpr qint64 picoPerNano = 1000;
    // Up to nine million dollars need no wide division; plans price hundreds of candidates.
    if (pico >= 0 && pico <= std::numeric_limits<qint64>::max()) {
        const auto narrow = static_cast<qint64>(pico);
        const qint64 whole = narrow / picoPerNano;
        const qint64 twice = narrow % picoPerNano * 2;
        const bool up = twice > picoPerNano || (twice == picoPerNano && whole % 2 != 0);
        return Money(up ? whole + 1 : whole);
    }
    return Money(clamped(divideHalfEven(pico, picoPerNano)));
}

qint64 Money::cents() const
{
    constexpr qint64 nanoPerCent = 10'000'000;
    const qint64 whole = m_nano / nanoPerCent;
    const qint64 rest = m_nano % nanoPerCent;
    if (rest >= nanoPerCent / 2)
        return whole + 1;
    if (rest <= -nanoPerCent / 2)
        return whole - 1;
    return whole;
}

Money Money::scaled(qint64 numerator, qint64 denominator) const
{
    Q_ASSERT(denominator > 0);
    return Money(clamped(divideHalfEven(PicoDollars(m_nano) * numerator, denominator)));
}

Money &Money::operator+=(Money other)
{
    m_nano = clamped(PicoDollars(m_nano) + other.m_nano);
    return *this;
}

Money &Money::operator-=(Money other)
{
    m_nano = clamped(PicoDollars(m_nano) - other.m_nano);
    return *this;
}

std::optional<Price> Price::perMillion(QStringView dollars)
{
    const qsizetype point = dollars.indexOf(u'.');
    const QStringView whole = point < 0 ? dollars : dollars.left(point);
    const QStringView fraction = point < 0 ? QStringView() : dollars.mid(point + 1);
    if (whole.isEmpty() || whole.size() > 7 || fraction.size() > 6
        || (point >= 0 && fraction.isEmpty()))
        return std::nullopt;
    qint64 pico = 0;
    for (const QStringView part : {whole, fraction}) {
        for (const QChar digit : part) {
            if (digit < u'0' || digit > u'9')
                return std::nullopt;
            pico = pico * 10 + (digit.unicode() - u'0');
        }
    }
    for (qsizetype i = fraction.size(); i < 6; ++i)
        pico *= 10;
    constexpr qint64 highest = 1'000'000'000'000;
    if (pico > highest)
        return std::nullopt;
    return Price(pico);
}

std::optional<Price> Price::each(QStringView dollars)
{
    constexpr int decimals = 12;
    constexpr int mostWholeDigits = 6;
    const qsizetype point = dollars.indexOf(u'.');
    const QStringView whole = point < 0 ? dollars : dollars.left(point);
    const QStringView fraction = point < 0 ? QStringView() : dollars.mid(point + 1);
    const bool isShort = whole.size() <= mostWholeDigits && fraction.size() <= decimals;
    if (whole.isEmpty() || !isShort || (point >= 0 && fraction.isEmpty()))
        return std::nullopt;
    qint64 pico = 0;
    for (int i = 0; i < whole.size() + decimals; ++i) {
        const qsizetype behind = i - whole.size();
        const QChar digit = behind < 0 ? whole.at(i)
            : behind < fraction.size() ? fraction.at(behind)
                                       : QChar(u'0');
        if (digit < u'0' || digit > u'9')
            return std::nullopt;
        pico = pico * 10 + (digit.unicode() - u'0');
    }
    return fromPico(pico);
}

} // namespace keyway
