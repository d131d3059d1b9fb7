#pragma once

#include "tests/support/simulator/httpmessage.h"

namespace keyway::simulator {

enum class Wire { OpenAi, Anthropic, Stability };

/// One request on its way through a wire, with the behaviour that was scripted for it.
/// `behaviour.fault` is the fault of this very request.
struct Exchange {
    HttpRequest request;
    Behaviour behaviour;
    QString model; ///< as asked for
    qint64 serial = 0; ///< counts the requests of a simulator from 1; ids are made from it
};

/// The wire that a path belongs to; /models is shared and decided by the headers.
Wire wireOf(const HttpRequest &request);
/// The key, without "Bearer "; empty when there is none.
QByteArray keyOf(const HttpRequest &request);
/// The names under which a behaviour may be scripted for the request, best first; the first one is
/// the model's name, or the path for calls without a model.
QStringList scriptNames(const HttpRequest &request);
/// Whether the request asks for an answer of a model (and not for a list or a balance).
bool isGeneration(const HttpRequest &request);

/// A refusal in the wire's own shape, with its usual code and words where those are empty.
Reply errorReply(Wire wire, int status, const QString &code, const QString &message, qint64 serial);
/// What a fault before the answer makes of the exchange, or nothing when the answer is begun.
std::optional<Reply> faultReply(Wire wire, const Exchange &exchange);
/// Delays, extra headers, small chunks and byte cuts of the behaviour.
void shape(Reply &reply, const Behaviour &behaviour);

Reply openAiReply(const Exchange &exchange);
Reply openAiModels(const QStringList &models);
Reply anthropicReply(const Exchange &exchange);
Reply anthropicModels(const HttpRequest &request, const QStringList &models, qint64 serial);
Reply stabilityReply(const Exchange &exchange);
Reply stabilityBalance(const QJsonValue &credits);

} // namespace keyway::simulator
