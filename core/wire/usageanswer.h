#pragma once

#include "core/base/id.h"
#include "core/base/result.h"

#include <QtCore/QJsonObject>
#include <QtCore/QList>

#include <optional>

namespace keyway {

/// The most records of one `POST /v1/usage`.
inline constexpr int mostRecordsInBatch = 500;

/// What the server did with one record.
enum class UsageState {
    Stored, ///< it is kept now
    Duplicate, ///< it was kept already, the same
    Conflict, ///< another record is kept under this id; nothing changed (409)
    Quarantined, ///< kept aside: something in it does not add up, see the reason; never billed
    Refused ///< not a record (422); it will not be taken later either
};

QString nameOf(UsageState state);
std::optional<UsageState> usageStateFromName(QStringView name);

/// The answer to one record of a batch. `Stored`, `Duplicate` and `Quarantined` settle it: it need
/// not be sent again.
struct UsageAnswer {
    Id recordId; ///< null where the record had none that could be read
    UsageState state = UsageState::Refused;
    QString reason; ///< `cost`, `fee`, `clock`, `billing-day`, `bad-record`, `changed`; or empty
    QString detail; ///< what was expected, for the log

    bool isKept() const;
    int httpStatus() const; ///< 200, 202, 409 or 422
    QJsonObject toJson() const;
    static Result<UsageAnswer> fromJson(const QJsonObject &json); ///< Error: Protocol
    friend bool operator==(const UsageAnswer &, const UsageAnswer &) = default;
};

/// `{"results": [...]}`, one for each record of the batch in its order. Error: Protocol.
Result<QList<UsageAnswer>> usageAnswersFrom(const QJsonObject &json);

} // namespace keyway
