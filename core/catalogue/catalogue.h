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

/// Services, models and prices as they ship. A value: copies are cheap, safe to read from any
/// thread.
class Catalogue {
public:
    /// Reads every `*.json` of `directory` (`:/catalogue` in the programs). Error: Storage, reason
    /// `bad-catalogue`, detail with file, path inside it and what was expected.
    static Result<Catalogue> load(const QString &directory);
    /// One service from its JSON text, checked in the same way.
    static Result<Service> parseService(const QByteArray &json);
    /// Prices a user wrote, in dollars per million units, by model id:
    /// `{"models": {"<id>": {"from": "2026-11-01", "prices": {"in_uncached": "2.00"}}}}`.
    /// Error: Rejected, reason `bad-price-file`, detail says where and what was expected.
    static Result<QMap<QString, DatedPrice>> parseOwnPrices(const QByteArray &json);

    /// As they stand in lists: by place and name; those on the user's computer after the others,
    /// the one without an address last.
    const QList<Service> &services() const { return m_services; }
    const Service *service(QStringView id) const;
    /// The service whose keys start like this one, for "is it from another service?".
    const Service *serviceByKeyPrefix(QStringView start) const;
    /// What an attempt at `startedAt` costs a unit. `own` wins over the catalogue. `modelReported`
    /// decides where it is known, else `model`. Local services without own prices cost 0. Own
    /// prices do not hold before their first day. Nothing: no price.
    std::optional<PriceQuote> quote(const QString &service, const QString &model,
                                    const QString &modelReported, const QDateTime &startedAt,
                                    qint64 promptTokens,
                                    const QMap<QString, DatedPrice> &own = {}) const;
    QString version() const { return m_version; }

private:
    QList<Service> m_services;
    QString m_version;
};

} // namespace keyway
