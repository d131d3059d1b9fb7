#pragma once

#include "core/catalogue/price.h"

#include <QtCore/QList>
#include <QtCore/QLocale>
#include <QtCore/QString>

namespace keyway::words {

/// What a counter counts: "tokens in", "images".
QString counterWords(Counter counter);
/// The price of what a counter counts: "$2.50" for a million tokens, "$0.03 an image".
QString unitPrice(Counter counter, Price price, const QLocale &locale = {});
/// All of some prices in one line: "tokens in $2.50, tokens out $10.00".
QString unitPrices(const UnitPrices &prices, const QLocale &locale = {});
/// Those of pieces and calls, which stand beside prices in and out: "$0.03 an image".
QString piecePrices(const UnitPrices &prices, const QLocale &locale = {});
/// A line of a price list.
struct PriceLine {
    QString what; ///< "1M tokens in", "An image"
    QString price; ///< "$2.50", or "$0.01 to $0.17" where it depends
    friend bool operator==(const PriceLine &, const PriceLine &) = default;
};
/// What a model costs for a short prompt, by what most of its bill is made of: tokens in and out,
/// pictures, seconds, credits. Cached tokens and calls of tools are left out.
QList<PriceLine> priceLines(const DatedPrice &price, const QLocale &locale = {});
/// "since 2026-09-01", "2026-09-01 to 2026-11-30"; days as they are written in files and options.
QString daysOfPrice(const QDate &from, const std::optional<QDate> &to);
/// A discount as a number of percent, without a sign: "12.5".
QString percentOff(PriceFactor pays, const QLocale &locale = {});
/// "15% off", "free of charge".
QString discountWords(const Discount &discount, const QLocale &locale = {});

} // namespace keyway::words
