#include "ui/words/money.h"

#include <QtCore/QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace keyway::words {
namespace {

struct MoneyWords {
    Q_DECLARE_TR_FUNCTIONS(keyway::words::Money)
};

constexpr std::array<qint64, 10> powersOfTen{
    1, 10, 100, 1'000, 10'000, 100'000, 1'000'000, 10'000'000, 100'000'000, 1'000'000'000};

/// The amount in units of the last of `decimals` places, rounded half away from zero; never
/// negative.
quint64 roundedMagnitude(qint64 nano, int decimals)
{
    const auto magnitude = nano < 0 ? ~static_cast<quint64>(nano) + 1 : static_cast<quint64>(nano);
    const auto step = static_cast<quint64>(powersOfTen[static_cast<std::size_t>(9 - decimals)]);
    return magnitude / step + (magnitude % step >= (step + 1) / 2 && step > 1 ? 1 : 0);
}

qint64 rounded(Money amount, int decimals)
{
    const auto magnitude = static_cast<qint64>(roundedMagnitude(amount.nano(), decimals));
    return amount.nano() < 0 ? -magnitude : magnitude;
}

/// QLocale writes currencies from integers or from doubles; money is never a double, so the
/// locale's form of "one dollar" is taken and its digit replaced.
QString withSign(const QString &number, const QLocale &locale)
{
    QString pattern
        = locale.language() == QLocale::C ? u"$1"_s : locale.toCurrencyString(qlonglong(1), u"$"_s);
    return pattern.replace(locale.toString(1), number);
}

QString digits(quint64 value, int places, const QLocale &locale)
{
    QString text;
    for (int place = 0; place < places; ++place) {
        text.prepend(locale.toString(static_cast<int>(value % 10)));
        value /= 10;
    }
    return text;
}

QString decimal(quint64 magnitude, int decimals, const QLocale &locale)
{
    const auto unit = static_cast<quint64>(powersOfTen[static_cast<std::size_t>(decimals)]);
    QLocale grouped = locale;
    grouped.setNumberOptions(locale.numberOptions() & ~QLocale::OmitGroupSeparator);
    QString text = grouped.toString(static_cast<qulonglong>(magnitude / unit));
    if (decimals > 0)
        text += locale.decimalPoint() + digits(magnitude % unit, decimals, locale);
    return text;
}

QString formatted(Money amount, int decimals, const QLocale &locale)
{
    const quint64 magnitude = roundedMagnitude(amount.nano(), decimals);
    const QString text = withSign(decimal(magnitude, decimals, locale), locale);
    return amount.nano() < 0 && magnitude > 0 ? QChar(0x2212) + text : text;
}

bool belowSmallest(Money amount)
{
    return !amount.isZero() && amount.nano() < 100'000 && amount.nano() > -100'000;
}

QString belowSmallestText(const QLocale &locale)
{
    return u"< "_s + formatted(Money::fromNano(100'000), 4, locale);
}

/// A price with as many decimals as it has, and at least two.
QString shortest(qint64 pico, int picoDecimals, const QLocale &locale)
{
    int decimals = picoDecimals;
    auto value = static_cast<quint64>(pico);
    while (decimals > 2 && value % 10 == 0) {
        value /= 10;
        --decimals;
    }
    quint64 unit = 1;
    for (int i = 0; i < decimals; ++i)
        unit *= 10;
    return withSign(locale.toString(static_cast<qulonglong>(value / unit)) + locale.decimalPoint()
                        + digits(value % unit, decimals, locale),
                    locale);
}

} // namespace

QString money(Money amount, const QLocale &locale)
{
    if (amount.isZero() || roundedMagnitude(amount.nano(), 2) > 0)
        return formatted(amount, 2, locale);
    return belowSmallest(amount) ? belowSmallestText(locale) : formatted(amount, 4, locale);
}

QString requestMoney(Money amount, const QLocale &locale)
{
    return belowSmallest(amount) ? belowSmallestText(locale) : formatted(amount, 4, locale);
}

QString exactMoney(Money amount, const QLocale &locale)
{
    return formatted(amount, 6, locale);
}

QString moneyOf(CostState state, Money amount, const QLocale &locale)
{
    return state == CostState::Unknown ? MoneyWords::tr("price unknown") : money(amount, locale);
}

QString requestMoneyOf(CostState state, Money amount, const QLocale &locale)
{
    return state == CostState::Unknown ? MoneyWords::tr("price unknown")
                                       : requestMoney(amount, locale);
}

QString spokenMoney(Money amount, const QLocale &locale)
{
    if (belowSmallest(amount))
        return MoneyWords::tr("less than a hundredth of a cent");
    const quint64 cents = roundedMagnitude(amount.nano(), 2);
    if (cents == 0 && !amount.isZero())
        return MoneyWords::tr("less than a cent");
    QString text = MoneyWords::tr("%n dollar(s)", nullptr, static_cast<int>(cents / 100));
    if (cents % 100 > 0)
        text = MoneyWords::tr("%1 %2", "dollars and cents, spoken: 12 dollars 43")
                   .arg(text, locale.toString(static_cast<int>(cents % 100)));
    return amount.nano() < 0 ? MoneyWords::tr("minus %1").arg(text) : text;
}

QStringList addedUp(const QList<Money> &lines, Money total, const QLocale &locale)
{
    int decimals = 9;
    for (const int attempt : {2, 4, 6}) {
        qint64 sum = 0;
        bool hidden = !total.isZero() && rounded(total, attempt) == 0;
        for (const Money line : lines) {
            sum += rounded(line, attempt);
            hidden = hidden || (!line.isZero() && rounded(line, attempt) == 0);
        }
        if (!hidden && sum == rounded(total, attempt)) {
            decimals = attempt;
            break;
        }
    }
    QStringList texts;
    for (const Money line : lines)
        texts += formatted(line, decimals, locale);
    texts += formatted(total, decimals, locale);
    return texts;
}

QString pricePerMillion(Price price, const QLocale &locale)
{
    return shortest(price.pico(), 6, locale);
}

QString priceEach(Price price, const QLocale &locale)
{
    return shortest(price.pico(), 12, locale);
}

namespace {
/// What a person typed, as the plain number it stands for; empty where it is none.
QString plainNumber(const QString &text, const QLocale &locale)
{
    QString number;
    for (const QChar c : text) {
        if (!c.isSpace() && c != u'$')
            number += c;
    }
    if (number.startsWith("US"_L1))
        number.remove(0, 2);
    // A group sign must stand before three digits; otherwise it is somebody's decimal sign.
    const QString group = locale.groupSeparator();
    const QString point = locale.decimalPoint();
    const auto groupAt = group.isEmpty() ? -1 : number.lastIndexOf(group);
    if (groupAt > 0 && number.indexOf(point) < 0 && number.size() - groupAt - 1 != 3)
        number.replace(groupAt, group.size(), point);
    if (!group.isEmpty() && !group.at(0).isSpace())
        number.remove(group);
    number.replace(point, "."_L1);
    return number;
}
} // namespace

std::optional<Money> parseMoney(const QString &text, const QLocale &locale)
{
    const QString number = plainNumber(text, locale);
    qint64 cents = 0;
    int decimals = -1;
    bool any = false;
    for (const QChar c : std::as_const(number)) {
        if (c == u'.' && decimals < 0) {
            decimals = 0;
            continue;
        }
        const int digit = c.digitValue();
        if (digit < 0 || decimals == 2 || cents > 100'000'000)
            return {};
        any = true;
        cents = cents * 10 + digit;
        if (decimals >= 0)
            ++decimals;
    }
    if (!any)
        return {};
    for (int place = std::max(decimals, 0); place < 2; ++place)
        cents *= 10;
    if (cents > 100'000'000)
        return {};
    return Money::fromCents(cents);
}

std::optional<Money> parsePrice(const QString &text, const QLocale &locale)
{
    const std::optional<Price> price = Price::each(plainNumber(text, locale));
    return price ? std::optional(Money::fromPico(price->pico())) : std::nullopt;
}

int permille(Money part, Money whole)
{
    constexpr int all = 1000, most = 9999;
    if (whole.nano() <= 0)
        return part.nano() > 0 ? all : 0;
    // 128 bits because nano-dollars times a thousand may not fit in 64.
    const PicoDollars exact = PicoDollars(part.nano()) * all / whole.nano();
    return static_cast<int>(std::min<PicoDollars>(exact, most));
}

QString percent(Money part, Money whole, const QLocale &locale)
{
    if (whole.nano() <= 0)
        return {};
    // Tenths of a per cent; 128 bits because nano-dollars times a thousand may not fit in 64.
    const PicoDollars exact = PicoDollars(part.nano()) * 1000 / whole.nano();
    const auto tenths = static_cast<qint64>(exact);
    if (tenths > 0 && tenths < 100 && tenths % 10 != 0)
        return MoneyWords::tr("%1%", "percentage")
            .arg(locale.toString(static_cast<qlonglong>(tenths / 10)) + locale.decimalPoint()
                 + locale.toString(static_cast<int>(tenths % 10)));
    // What is not reached never reads 100 %.
    const qint64 nearest = (tenths + 5) / 10;
    const qint64 whole100 = part < whole ? std::min<qint64>(nearest, 99) : nearest;
    return MoneyWords::tr("%1%", "percentage").arg(count(whole100, locale));
}

QString count(qint64 number, const QLocale &locale)
{
    QLocale grouped = locale;
    grouped.setNumberOptions(locale.numberOptions() & ~QLocale::OmitGroupSeparator);
    return grouped.toString(static_cast<qlonglong>(number));
}

} // namespace keyway::words
