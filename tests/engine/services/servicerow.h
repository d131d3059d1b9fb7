#pragma once

#include "core/base/error.h"
#include "core/providers/provider.h"
#include "core/usage/tokenusage.h"
#include "tests/support/simulator/behaviour.h"

#include <QtCore/QList>

#include <chrono>
#include <optional>

namespace keyway::engine {

/// What can become of a prompt at a service. Every row of the table of services goes through those
/// that its service knows.
enum class Situation {
    Success,
    CutInText, ///< the connection breaks behind three words
    CutInBody, ///< the same within the first bytes of a picture or of a job's ticket
    LostAnswer, ///< all is done and billed there, but nothing of the answer arrives
    BadKey,
    OutOfMoney,
    RateLimit, ///< once, with a wait; then it works
    Overloaded,
    Refusal,
    Redirect,
    FailedJob, ///< it was taken and came to nothing
    RedirectedResult, ///< what it made is said to be elsewhere
};
QString nameOf(Situation situation);

/// Nano-dollars for one unit: $1 for a million tokens is 1000.
struct RowPrices {
    qint64 in = 0;
    qint64 cacheRead = 0;
    qint64 cacheWrite = 0;
    qint64 inImage = 0;
    qint64 outText = 0;
    qint64 outImage = 0;
    qint64 picture = 0;
    qint64 second = 0;
    qint64 search = 0;

    Money of(const TokenUsage &usage) const;
};

/// An error that a service answers with, and what Keyway makes of it.
struct RowFault {
    simulator::Fault fault;
    Error::Kind kind = Error::Kind::Internal;
    QString reason;
    std::chrono::milliseconds wait{0}; ///< that the service asks for
};

/// How a service says no.
struct RowRefusal {
    /// In an answer that it bills.
    simulator::Behaviour::Finish finish = simulator::Behaviour::Finish::Stop;
    simulator::Fault fault; ///< as an error
    Outcome outcome = Outcome::Refused; ///< Failed: an error of the kind Rejected, reason `policy`
    QString words; ///< of the service, where it gives some
    std::optional<TokenUsage> usage; ///< where it is not that of a success
    std::optional<CostState> costState; ///< likewise
};

/// One service at one wire format: what is asked, what the simulator is told, and what has to come
/// of it. Prices and counts are written down here from the services' documentation, so that they do
/// not come from the catalogue that they prove.
struct ServiceRow {
    const char *name;
    QString service; ///< in the catalogue, or made from it (see ServiceBench)
    QString simulator; ///< the simulator's name of the service
    QString model;
    QString scripted; ///< the simulator's name of the model, where it has another one
    QByteArray call; ///< where the prompt has to arrive: `POST /mistral/v1/chat/completions`
    RequestType type = RequestType::Text;
    bool keyless = false; ///< a server that wants no key unless it was started with one

    PromptRequest request; ///< what is asked beside the prompt
    simulator::Counters counters; ///< told to the simulator
    TokenUsage usage; ///< what has to come of them
    bool reported = true; ///< by the service; else Keyway goes by what was asked for
    std::optional<RowPrices> prices; ///< nothing: nobody knows, so the cost is unknown
    std::optional<Money> stated; ///< what the service says it charges
    QByteArray ownPrices; ///< as a user writes them
    int files = 0; ///< pictures or films that have to be there
    bool linked = true; ///< what a job made is fetched from an address of its own

    TokenUsage cutUsage; ///< counted or reported when an answer breaks behind three words
    int badKeyStatus = 401;
    std::optional<RowFault> outOfMoney;
    std::optional<RowFault> limited;
    std::optional<RowFault> overloaded;
    std::optional<RowRefusal> refusal;
    std::optional<RowRefusal> failedJob;

    bool knows(Situation situation) const;
    Money cost() const; ///< of a success
    CostState costState() const;
};

QList<ServiceRow> textRows();
QList<ServiceRow> pictureRows();
QList<ServiceRow> filmRows();

} // namespace keyway::engine
