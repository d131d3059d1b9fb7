#pragma once

#include "core/base/jsonfields.h"
#include "core/catalogue/catalogue.h"

namespace keyway {

/// The strict reading of catalogue files and of the prices that users write; the format is
/// described by resources/catalogue/schema.json. Used by Catalogue alone.
namespace catalogueparser {

/// The whole text as one JSON value; a problem at `$` where it is none.
QJsonValue document(const QByteArray &json, JsonProblem &problem);
Service service(const QJsonValue &value, JsonProblem &problem);
WireFormat wireFormat(JsonFields &fields, QStringView name);
QSet<RequestType> types(JsonFields &fields); ///< of `types`
/// `models`. Those that say nothing of their `inputs` have these.
QList<Model> models(JsonFields &service, const QList<InputRule> &inputs, const QString &version);
QList<InputRule> inputRules(JsonFields &parent); ///< of `inputs`
/// `from`, `to`, `prices`, `each`, `tiers` and `variants` of one dated price; the caller finishes
/// the fields.
DatedPrice datedPrice(JsonFields &fields);
PriceFactors priceFactors(JsonFields &parent); ///< of `factors`
PriceFacts priceFacts(JsonFields &parent, QStringView name); ///< words by fact
std::optional<PeakHours> peakHours(JsonFields &service); ///< of `peak`
OwnTerms ownTerms(const QJsonValue &value, JsonProblem &problem);
/// A day written as 2026-11-22.
QDate day(JsonFields &fields, QStringView name);

} // namespace catalogueparser

} // namespace keyway
