#include "ui/words/prices.h"

#include "ui/words/money.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keyway::words {
namespace {

struct PriceWords {
    Q_DECLARE_TR_FUNCTIONS(keyway::words::Prices)
};

/// What a price is for, at the start of a line.
QString priceLabel(Counter counter)
{
    switch (counter) {
    case Counter::Images:
        return PriceWords::tr("An image");
    case Counter::VideoSeconds:
        return PriceWords::tr("A second of video");
    case Counter::Credits:
        return PriceWords::tr("A credit");
    default:
        return PriceWords::tr("1M %1", "a million of: tokens in").arg(counterWords(counter));
    }
}

} // namespace

QString counterWords(Counter counter)
{
    switch (counter) {
    case Counter::InUncached:
        return PriceWords::tr("tokens in");
    case Counter::InCacheRead:
        return PriceWords::tr("tokens in, from the cache");
    case Counter::InCacheWriteA:
        return PriceWords::tr("tokens in, to the short cache");
    case Counter::InCacheWriteB:
        return PriceWords::tr("tokens in, to the long cache");
    case Counter::InAudio:
        return PriceWords::tr("tokens of sound in");
    case Counter::InImage:
        return PriceWords::tr("tokens of images in");
    case Counter::InVideo:
        return PriceWords::tr("tokens of videos in");
    case Counter::OutText:
        return PriceWords::tr("tokens out");
    case Counter::OutImage:
        return PriceWords::tr("tokens of images out");
    case Counter::OutAudio:
        return PriceWords::tr("tokens of sound out");
    case Counter::OutVideo:
        return PriceWords::tr("tokens of videos out");
    case Counter::CallsWebSearch:
        return PriceWords::tr("web searches");
    case Counter::CallsOther:
        return PriceWords::tr("calls of tools");
    case Counter::Images:
        return PriceWords::tr("images");
    case Counter::VideoSeconds:
        return PriceWords::tr("seconds of video");
    case Counter::Credits:
        return PriceWords::tr("credits");
    }
    return {};
}

QString unitPrice(Counter counter, Price price, const QLocale &locale)
{
    if (isTokenCounter(counter))
        return pricePerMillion(price, locale);
    if (counter == Counter::Images)
        return PriceWords::tr("%1 an image").arg(priceEach(price, locale));
    if (counter == Counter::VideoSeconds)
        return PriceWords::tr("%1 a second").arg(priceEach(price, locale));
    if (counter == Counter::CallsWebSearch)
        return PriceWords::tr("%1 a web search").arg(priceEach(price, locale));
    if (counter == Counter::Credits) {
        // The counter has thousandths of a credit.
        const Price whole = Price::fromPico(price.pico() * 1000);
        return PriceWords::tr("%1 a credit").arg(priceEach(whole, locale));
    }
    return PriceWords::tr("%1 a call").arg(priceEach(price, locale));
}

QString unitPrices(const UnitPrices &prices, const QLocale &locale)
{
    QStringList parts;
    for (auto it = prices.cbegin(); it != prices.cend(); ++it) {
        const QString price = unitPrice(it.key(), it.value(), locale);
        parts += isTokenCounter(it.key()) ? counterWords(it.key()) + u' ' + price : price;
    }
    return parts.join(u"; "_s);
}

QString piecePrices(const UnitPrices &prices, const QLocale &locale)
{
    QStringList parts;
    for (auto it = prices.cbegin(); it != prices.cend(); ++it) {
        if (!isTokenCounter(it.key()))
            parts += unitPrice(it.key(), it.value(), locale);
    }
    return parts.join(u"; "_s);
}

QList<PriceLine> priceLines(const DatedPrice &price, const QLocale &locale)
{
    QList<PriceLine> lines;
    for (const Counter counter : {Counter::InUncached, Counter::InImage, Counter::OutText,
                                  Counter::OutImage, Counter::OutAudio, Counter::OutVideo,
                                  Counter::Images, Counter::VideoSeconds, Counter::Credits}) {
        std::optional<Price> least;
        std::optional<Price> most;
        const auto add = [&](const UnitPrices &prices) {
            if (!prices.contains(counter))
                return;
            const Price one = prices.value(counter);
            least = least ? std::min(*least, one) : one;
            most = most ? std::max(*most, one) : one;
        };
        if (!price.tiers.isEmpty())
            add(price.tiers.first().prices);
        for (const DatedPrice::Variant &variant : price.variants)
            add(variant.prices);
        if (!least)
            continue;
        const auto amount = [&](Price one) {
            if (isTokenCounter(counter))
                return pricePerMillion(one, locale);
            // The counter has thousandths of a credit.
            return priceEach(counter == Counter::Credits ? Price::fromPico(one.pico() * 1000) : one,
                             locale);
        };
        const QString lowest = amount(*least);
        lines.append({priceLabel(counter),
                      *least == *most
                          ? lowest
                          : PriceWords::tr("%1 to %2", "two prices").arg(lowest, amount(*most))});
    }
    return lines;
}

QString daysOfPrice(const QDate &from, const std::optional<QDate> &to)
{
    const QString first = from.toString(Qt::ISODate);
    return to ? PriceWords::tr("%1 to %2", "two days").arg(first, to->toString(Qt::ISODate))
              : PriceWords::tr("since %1", "a day").arg(first);
}

QString percentOff(PriceFactor pays, const QLocale &locale)
{
    constexpr qint64 percent = 10'000; // in millionths
    constexpr qint64 whole = 100 * percent;
    const qint64 off = whole - pays.numerator * whole / std::max<qint64>(1, pays.denominator);
    QString decimals = QString::number(off % percent).rightJustified(4, u'0');
    while (decimals.endsWith(u'0'))
        decimals.chop(1);
    const QString number = locale.toString(static_cast<qlonglong>(off / percent));
    return decimals.isEmpty() ? number : number + locale.decimalPoint() + decimals;
}

QString discountWords(const Discount &discount, const QLocale &locale)
{
    if (discount.pays.numerator == 0)
        return PriceWords::tr("free of charge");
    return PriceWords::tr("%1% off", "a discount").arg(percentOff(discount.pays, locale));
}

} // namespace keyway::words
