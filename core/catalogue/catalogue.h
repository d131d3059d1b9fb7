#pragma once

#include "core/base/result.h"
#include "core/catalogue/service.h"

#include <QtCore/QByteArray>
#include <QtCore/QDate>
#include <QtCore/QDateTime>
#include <QtCore/QList>
#include <QtCore/QMap>

#include <optional>

namespace keyway {

/// Unit prices of one attempt and where they came from.
struct PriceQuote {
    UnitPrices prices;
    QString version;
    QDate from;
    QString source;
    /// All tiers of the same price, for an upper bound where the prompt's size is only estimated.
    /// Empty: `prices` holds for every size.
    QList<DatedPrice::Tier> tiers;

    /// The prices of a prompt of this size.
    const UnitPrices &pricesFor(qint64 promptTokens) const;
};

/// What is to be priced.
struct PriceQuery {
    QString service;
    QString model; ///< as it was asked for
    QString modelReported; ///< decides where it is known
    QDateTime startedAt; ///< with its hour, for services with peak hours
    qint64 promptTokens = 0;
    PriceFacts facts;
};

/// Services, models and prices as they ship. A value: copies are cheap, safe to read from any
/// thread.
class Catalogue {
public:
    /// Reads every `*.json` of `directory` (`:/catalogue` in the programs). Error: Storage, reason
    /// `bad-catalogue`, detail with file, path inside it and what was expected.
    static Result<Catalogue> load(const QString &directory);
    /// One service from its JSON text, checked in the same way.
    static Result<Service> parseService(const QByteArray &json);
    /// What a user wrote about own prices and discounts, in dollars per million units by model id:
    /// `{"models": {"<id>": {"from": "2026-11-01", "prices": {"in_uncached": "2.00"}}},
    ///   "discounts": [{"from": "2026-11-01", "percent": "15"}]}`; a model may have a list of
    /// prices, ascending by day. Error: Rejected, reason `bad-price-file`, detail says where and
    /// what was expected.
    static Result<OwnTerms> parseOwnTerms(const QByteArray &json);

    /// As they stand in lists: by place and name; those on the user's computer after the others,
    /// the one that stands for any server last.
    const QList<Service> &services() const { return m_services; }
    const Service *service(QStringView id) const;
    /// The service whose keys start like this one, for "is it from another service?".
    const Service *serviceByKeyPrefix(QStringView start) const;
    /// What an attempt costs a unit, with every factor in it. Own prices win over the catalogue's
    /// and take no factor; discounts are taken off the catalogue's. Local services without own
    /// prices cost 0. Nothing: no price for that day, or a fact whose word is not known.
    std::optional<PriceQuote> quote(const PriceQuery &query, const OwnTerms &own = {}) const;
    QString version() const { return m_version; }

private:
    /// `known` is nothing for a model that only the service's own list names.
    static std::optional<PriceQuote> listed(const Service &entry, const Model *known,
                                            const QString &model, const DatedPrice &price,
                                            const PriceQuery &query, const OwnTerms &own);

    QList<Service> m_services;
    QString m_version;
};

} // namespace keyway
