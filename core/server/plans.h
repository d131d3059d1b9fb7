#pragma once

#include "core/base/id.h"
#include "core/fees/planoffer.h"
#include "core/wire/planmessage.h"

#include <QtCore/QDateTime>
#include <QtCore/QTimeZone>

#include <optional>

namespace keyway::server {

class SqlConnection;

/// The plans of accounts, on the connection of one thread. The plan that an account begins with is
/// written down when it is first asked for: what is offered later changes nothing for it. Errors:
/// Storage; Auth, `bad-token`, for an account that is not known.
class Plans {
public:
    Plans(SqlConnection &sql, const PlanOffer &offer);

    Result<PlanHistory> of(const Id &account);
    /// From the month after `now` on, as it is in the account's zone; the history as it is then.
    /// Error: Rejected, `plan-not-offered`.
    Result<PlanHistory> choose(const Id &account, const PlanChoice &choice, const QDateTime &now);

private:
    struct Holder {
        QDateTime signedUp;
        QTimeZone zone;
    };
    Result<Holder> holder(const Id &account);
    Result<std::optional<PlanHistory>> written(const Id &account);
    Result<Done> begin(const Id &account);

    SqlConnection &m_sql;
    const PlanOffer &m_offer;
};

} // namespace keyway::server
