#pragma once

#include "core/base/result.h"
#include "tests/support/simulator/httpconnection.h"
#include "tests/support/simulator/jobs.h"

#include <QtCore/QDateTime>
#include <QtCore/QMutex>
#include <QtCore/QThread>
#include <QtCore/QUrl>

namespace keyway {

namespace simulator {
class Server;

/// A request that a simulator received, and how its answer ended.
struct RecordedRequest : HttpRequest {
    QString model; ///< as asked for; the path for calls without one
    QByteArray key; ///< what was sent as the key
    QDateTime receivedAt;
    HttpConnection::Outcome outcome = HttpConnection::Outcome::Pending;
};
} // namespace simulator

/// A server on 127.0.0.1 that answers as the services do, strictly, and misbehaves as scripted.
/// Each service has its base (baseUrl()); OpenAI, Anthropic and Stability AI answer below any other
/// path too. It runs on a thread of its own, so that a blocked test does not block it. Start and
/// stop it on this object's thread; the other functions may be called from any. A changed behaviour
/// holds for the requests that come after the change.
class ProviderSimulator : public QObject {
    Q_OBJECT
public:
    explicit ProviderSimulator(QObject *parent = nullptr);
    ~ProviderSimulator() override;

    /// Listens on `port`, or on a free one. Starting again after stop() keeps script and requests.
    Result<Done> start(quint16 port = 0);
    /// Closes the port and every connection, in the middle of answers too.
    void stop();
    quint16 port() const;
    /// http://127.0.0.1:PORT with `path` behind it, such as `/v1`.
    QUrl url(const QString &path = {}) const;
    /// What to give as the base URL of a service such as `mistral`; invalid for an unknown one.
    QUrl baseUrl(const QString &service) const;

    void setScript(simulator::Script script);
    simulator::Script script() const;
    /// The behaviour of one model, or of one path such as `/v1/models`; counts its faults from
    /// zero.
    void setBehaviour(const QString &model, simulator::Behaviour behaviour);
    /// The behaviour of models that have none of their own.
    void setDefaultBehaviour(simulator::Behaviour behaviour);

    /// The requests in the order in which they were complete, before they are answered.
    QList<simulator::RecordedRequest> requests() const;
    /// How many connections were accepted, those without a request too.
    int connectionCount() const;
    /// The jobs that were made, in the order of their ids; they outlive clear() and stop().
    QList<simulator::Job> jobs() const { return m_jobs.all(); }
    /// Forgets requests, connections and how often faults happened.
    void clear();

    /// Calls `recorder` for every request on the server's thread, before the answer. Set before
    /// start().
    void setRecorder(std::function<void(const simulator::RecordedRequest &)> recorder);

Q_SIGNALS:
    /// A request came; sent from the server's thread.
    void requestReceived();

private:
    friend class simulator::Server;
    simulator::Reply answer(const simulator::HttpRequest &request,
                            std::function<void(simulator::HttpConnection::Outcome)> &ended);
    simulator::Reply replyTo(const simulator::HttpRequest &request, const simulator::Route &route,
                             const simulator::RecordedRequest &record, qint64 serial);
    /// Looks the behaviour up and counts its fault.
    simulator::Behaviour behaviourFor(const simulator::HttpRequest &request,
                                      const simulator::Route &route);
    QStringList listedModels(const simulator::Service &service) const;

    mutable QMutex m_mutex;
    simulator::Script m_script;
    simulator::Jobs m_jobs;
    QMap<QString, int> m_faultsMade;
    QList<simulator::RecordedRequest> m_requests;
    int m_connections = 0;
    qint64 m_serial = 0;
    int m_generation = 0; ///< counts clear(), so that late ends do not touch newer records
    quint16 m_port = 0;
    std::function<void(const simulator::RecordedRequest &)> m_recorder;
    QThread m_thread;
    simulator::Server *m_server = nullptr; ///< lives on m_thread
};

} // namespace keyway
