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
/// `from`, `prices`, `each` and `tiers` of one dated price; the caller finishes the fields.
DatedPrice datedPrice(JsonFields &fields);
/// A day written as 2026-11-22.
QDate day(JsonFields &fields, QStringView name);

} // namespace catalogueparser

} // namespace keyway
