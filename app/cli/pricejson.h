#pragma once

#include "core/catalogue/catalogue.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

namespace keyway::cli {

// Prices as the catalogue writes them: dollars as decimal texts, by the names of the counters;
// tokens by the million under `prices`, pieces under `each`. A contract: other programs read it.

QJsonObject datedPriceJson(const DatedPrice &price);
QJsonArray datedPricesJson(const QList<DatedPrice> &prices);
/// `prices`, `each` and `version` of what holds now.
QJsonObject quoteJson(const PriceQuote &quote);
QJsonObject discountJson(const Discount &discount);
QJsonObject factorsJson(const PriceFactors &factors);
QJsonObject peakJson(const PeakHours &peak);

} // namespace keyway::cli
