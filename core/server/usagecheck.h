#pragma once

#include "core/catalogue/catalogue.h"
#include "core/fees/planhistory.h"
#include "core/wire/usagemessage.h"

#include <QtCore/QDateTime>

#include <optional>

namespace keyway::server {

/// Whether the server could work a cost out itself.
enum class Standing {
    Verified,
    Unverifiable, ///< own prices, own addresses, or a model or a price that the server does not
                  ///< know
};

QString nameOf(Standing standing); ///< `verified`, `unverifiable`
std::optional<Standing> standingFromName(QStringView name);

/// What a record is held against.
struct CheckTerms {
    PlanHistory plans{FeePolicy(), QDate(1970, 1, 1)}; ///< of the account
    QDateTime signedUpAt; ///< earlier records bear no fee
    QDateTime now;
};

/// What came of it.
struct UsageCheck {
    Standing standing = Standing::Unverifiable;
    Money fee; ///< as the server works it out
    FeePlan plan = FeePlan::None; ///< that the fee is by
    /// Why it is put aside: `clock`, `billing-day`, `origin`, `cost` or `fee`; empty where all is
    /// well.
    QString mismatch;
    QString detail; ///< what the server worked out
};

/// Works cost and fee of a record out again, with the catalogue's prices for the day and the facts
/// that they may depend on, of which the record says nothing (size, quality, service tier): one of
/// the listed prices has to fit to the nano-dollar. Pure.
UsageCheck checkUsage(const UsageMessage &message, const Catalogue &catalogue,
                      const CheckTerms &terms);

} // namespace keyway::server
