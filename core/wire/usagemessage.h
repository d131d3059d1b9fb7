#pragma once

#include "core/base/result.h"
#include "core/usage/usagerecord.h"
#include "core/wire/originclass.h"

#include <QtCore/QByteArray>
#include <QtCore/QJsonObject>

#include <optional>

namespace keyway {

/// A settled usage record as it travels between a computer and the server: numbers, names from
/// fixed lists, ids, and the names of service, model and price. There is no field that could hold a
/// prompt, and a field that is not known is refused.
struct UsageMessage {
    static constexpr int schema = 1;
    static constexpr qsizetype longestName = 200; ///< characters of a model's or service's name

    Id recordId;
    Id requestId;
    int attempt = 1; ///< counts from 1 within the request
    Id deviceId; ///< the computer that made it
    QDateTime startedAt; ///< UTC, milliseconds
    QDate billingDay;
    RequestType type = RequestType::Text;
    QString service;
    QString model; ///< the one that the price is of, see messageOf()
    OriginClass origin = OriginClass::Official;
    Strategy strategy = Strategy::MyOrder;
    Outcome outcome = Outcome::Unknown; ///< never Started
    std::optional<Error::Kind> errorKind;
    CostState costState = CostState::Unknown; ///< unknown costs are zero
    TokenUsage usage;
    QString priceVersion; ///< `own` for the user's prices, empty without a price
    Money platformCost;
    Money platformFee;
    std::optional<qint64> firstTokenMs;
    qint64 durationMs = 0;
    AppClass app = AppClass::CommandLine;

    QJsonObject toJson() const;
    /// Strict: every field has to be there and no other, in its type and its bounds. Error:
    /// Rejected, reason `bad-record`, detail names the field and what was expected, never a value.
    static Result<UsageMessage> fromJson(const QJsonObject &json);
    /// The bytes that are hashed: toJson() as compact UTF-8, keys in order, whole numbers as
    /// digits, only quotation marks and backslashes escaped.
    QByteArray canonical() const;

    friend bool operator==(const UsageMessage &, const UsageMessage &) = default;
};

/// The message of a settled record. Its model is the one that the service says answered, where it
/// said so, as that one decides the price. White space in a name becomes `_`.
UsageMessage messageOf(const UsageRecord &record, const Id &device, OriginClass origin);
/// What can be known of the record again: enough for its cost, its fee and its line of an invoice.
UsageRecord recordOf(const UsageMessage &message);

} // namespace keyway
