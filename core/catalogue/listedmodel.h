#pragma once

#include "core/catalogue/price.h"
#include "core/usage/usagerecord.h"

#include <QtCore/QList>
#include <QtCore/QSet>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>

namespace keyway {

/// A model as its service lists it.
struct ListedModel {
    QString id;
    QString name = {}; ///< for people; may be empty
    QSet<RequestType> types = {}; ///< what it makes, where the list tells
    std::optional<UnitPrices> prices = {}; ///< where the list tells all that a text costs
    friend bool operator==(const ListedModel &, const ListedModel &) = default;
};

/// Of a list that has ids alone, as they are sent in requests.
QList<ListedModel> listedModels(const QStringList &ids);

/// Prices as they stood in a service's own list on a day, with a version of their own such as
/// `openrouter 2026-11-22`.
DatedPrice listedPrice(const UnitPrices &prices, const QString &service, const QDate &utcDay);

} // namespace keyway
