#pragma once

#include "tests/support/simulator/servicetable.h"

namespace keyway::simulator {

class Jobs;

/// One request on its way through a wire, with the behaviour that was scripted for it.
/// `behaviour.fault` is the fault of this very request.
struct Exchange {
    HttpRequest request;
    Route route;
    Behaviour behaviour;
    QString model; ///< as asked for
    qint64 serial = 0; ///< counts the requests of a simulator from 1; ids are made from it
    QJsonObject fields; ///< the JSON body, or the texts of the form

    Wire wire() const { return route.wire(); }
    QString capture(const QString &name) const { return route.captures.value(name); }
    QString queryValue(const QString &name) const;
    /// The address of the service's root as the client sees it, such as http://127.0.0.1:1/xai.
    QString root() const;
};

/// What stands behind the answers and outlives them.
struct Backstage {
    const Script &script;
    Jobs &jobs;
    QStringList models; ///< to be listed
};

/// What a service says instead of an answer; empty words are its usual ones of the status.
struct Refusal {
    int status = 400;
    QString code;
    QString message;
    QString field; ///< the one that is refused
    RetryAfter retryAfter;
};

/// The key, without "Bearer "; empty when there is none.
QByteArray keyOf(const HttpRequest &request, const Service &service);
/// The name of the model, from body, form or path; the path for calls without one.
QString modelOf(const HttpRequest &request, const Route &route);
/// The names under which a behaviour may be scripted for the request, best first.
QStringList scriptNames(const HttpRequest &request, const Route &route);
/// The values of a request as one object.
QJsonObject fieldsOf(const HttpRequest &request, const Route &route);

/// A refusal in the wire's own shape.
Reply errorReply(Wire wire, const Refusal &refusal, qint64 serial);
/// What a fault before the answer makes of the exchange, or nothing when the answer is begun.
std::optional<Reply> faultReply(const Exchange &exchange);
/// Delays, extra headers, small chunks and byte cuts of the behaviour.
void shape(Reply &reply, const Behaviour &behaviour);

using Answer = Reply (*)(const Exchange &, Backstage &);
/// What answers a call, by the word in its table; null when nothing does.
Answer answerOf(const QString &does);

} // namespace keyway::simulator
