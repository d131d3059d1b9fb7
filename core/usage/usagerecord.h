#pragma once

#include "core/base/error.h"
#include "core/base/id.h"
#include "core/money/money.h"
#include "core/usage/tokenusage.h"
#include "core/wire/originclass.h"

#include <QtCore/QDate>
#include <QtCore/QDateTime>

#include <optional>

namespace keyway {

enum class RequestType { Text, Image, Video };
/// How the service that answers is chosen.
enum class Strategy {
    MyOrder, ///< the user's own order
    Cheapest, ///< by what this prompt will cost
    Fastest, ///< by when the whole answer will be there, as measured
    BestQuality, ///< by the catalogue's scores, or the user's own
    Balanced ///< price, speed and quality alike
};
enum class AppClass { Window, CommandLine, Gateway };
/// How sure a cost is: the service reported its usage; Keyway counted; no price or no answer.
enum class CostState { Exact, Estimated, Unknown };
/// How an attempt stands. `Started` is the state of a running one, and of one that a crash left
/// behind until the next start makes it `Unknown`.
enum class Outcome { Started, Completed, Refused, Filtered, Failed, Cancelled, Unknown };

// The names in JSON and in the database (`my-order`, `completed`, ...), and back.
QString nameOf(RequestType type);
QString nameOf(Strategy strategy);
QString nameOf(AppClass app);
QString nameOf(CostState state);
QString nameOf(Outcome outcome);
std::optional<RequestType> requestTypeFromName(QStringView name);
std::optional<Strategy> strategyFromName(QStringView name);
std::optional<AppClass> appClassFromName(QStringView name);
std::optional<CostState> costStateFromName(QStringView name);
std::optional<Outcome> outcomeFromName(QStringView name);

/// One row of the ledger: one attempt of a request at one integration. Never holds prompt or answer
/// text.
struct UsageRecord {
    Id recordId;
    Id requestId;
    int attempt = 1; ///< counts from 1 within the request
    Id integrationId;
    QString integrationName; ///< as it was when the attempt started
    QString service;
    QString model; ///< what was asked for
    QString modelReported; ///< what the service says answered; decides the price where it is known
    RequestType type = RequestType::Text;
    Strategy strategy = Strategy::MyOrder;
    AppClass app = AppClass::CommandLine;
    OriginClass origin = OriginClass::Official;
    QDateTime startedAt; ///< UTC, milliseconds
    QDate billingDay; ///< of startedAt in the account's billing zone, fixed when the row is written
    Outcome outcome = Outcome::Started;
    std::optional<Error::Kind> errorKind;
    int httpStatus = 0; ///< 0 where no answer came
    QString serviceCode;
    QString serviceRequestId;
    CostState costState = CostState::Unknown;
    TokenUsage usage;
    QString priceVersion; ///< of the catalogue, `own` for the user's prices, empty without a price
    Money platformCost; ///< zero while the cost is unknown: look at costState before showing it
    Money platformFee;
    std::optional<Money> statedCost; ///< what the service itself says the attempt cost
    std::optional<qint64> firstTokenMs; ///< from sending to the first text or picture
    qint64 durationMs = 0;

    Money total() const { return platformCost + platformFee; }
};

} // namespace keyway
