#pragma once

#include "core/catalogue/price.h"

#include <QtCore/QJsonObject>

#include <optional>

namespace keyway {

// How prices are written into the database: pico-dollars as integers, days as 2026-11-22.

QJsonObject toJson(const DatedPrice &price);
DatedPrice priceFrom(const QJsonObject &json);

/// `from`, and `to` where there is a last day.
void putDays(QJsonObject &json, const QDate &from, const std::optional<QDate> &to);
QDate firstDay(const QJsonObject &json);
std::optional<QDate> lastDay(const QJsonObject &json);

} // namespace keyway
