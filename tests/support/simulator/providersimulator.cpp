#include "tests/support/simulator/providersimulator.h"

#include "tests/support/simulator/server.h"
#include "tests/support/simulator/wire.h"

namespace keyway {

using namespace Qt::StringLiterals;
using namespace simulator;

ProviderSimulator::ProviderSimulator(QObject *parent)
    : QObject(parent)
{
    m_thread.setObjectName(u"provider-simulator"_s);
}

ProviderSimulator::~ProviderSimulator()
{
    stop();
}

Result<Done> ProviderSimulator::start(quint16 port)
{
    if (m_server)
        return Error(Error::Kind::Internal, u"the simulator runs already"_s);
    m_server = new Server(this);
    m_server->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
    m_thread.start();
    QString problem;
    quint16 listening = 0;
    QMetaObject::invokeMethod(
        m_server,
        [this, port, &problem, &listening] {
            if (m_server->listen(QHostAddress::LocalHost, port))
                listening = m_server->serverPort();
            else
                problem = m_server->errorString();
        },
        Qt::BlockingQueuedConnection);
    if (!problem.isEmpty()) {
        stop();
        return Error(Error::Kind::Network, problem);
    }
    const QMutexLocker lock(&m_mutex);
    m_port = listening;
    return Done();
}

void ProviderSimulator::stop()
{
    // The server is deleted on its thread with the connections it owns.
    m_thread.quit();
    m_thread.wait();
    m_server = nullptr;
}

quint16 ProviderSimulator::port() const
{
    const QMutexLocker lock(&m_mutex);
    return m_port;
}

QUrl ProviderSimulator::url(const QString &path) const
{
    return QUrl(u"http://127.0.0.1:%1%2"_s.arg(port()).arg(path));
}

void ProviderSimulator::setScript(Script script)
{
    const QMutexLocker lock(&m_mutex);
    m_script = std::move(script);
    m_faultsMade.clear();
}

Script ProviderSimulator::script() const
{
    const QMutexLocker lock(&m_mutex);
    return m_script;
}

void ProviderSimulator::setBehaviour(const QString &model, Behaviour behaviour)
{
    const QMutexLocker lock(&m_mutex);
    m_script.models.insert(model, std::move(behaviour));
    m_faultsMade.remove(model);
}

void ProviderSimulator::setDefaultBehaviour(Behaviour behaviour)
{
    const QMutexLocker lock(&m_mutex);
    m_script.fallback = std::move(behaviour);
    m_faultsMade.remove(QString());
}

QList<RecordedRequest> ProviderSimulator::requests() const
{
    const QMutexLocker lock(&m_mutex);
    return m_requests;
}

int ProviderSimulator::connectionCount() const
{
    const QMutexLocker lock(&m_mutex);
    return m_connections;
}

void ProviderSimulator::clear()
{
    const QMutexLocker lock(&m_mutex);
    m_requests.clear();
    m_faultsMade.clear();
    m_connections = 0;
    ++m_generation;
}

void ProviderSimulator::setRecorder(std::function<void(const RecordedRequest &)> recorder)
{
    const QMutexLocker lock(&m_mutex);
    m_recorder = std::move(recorder);
}

Reply ProviderSimulator::answer(const HttpRequest &request,
                                std::function<void(HttpConnection::Outcome)> &ended)
{
    RecordedRequest record;
    static_cast<HttpRequest &>(record) = request;
    record.model = scriptNames(request).value(0);
    record.key = keyOf(request);
    record.receivedAt = QDateTime::currentDateTimeUtc();
    qint64 serial = 0;
    std::function<void(const RecordedRequest &)> recorder;
    {
        const QMutexLocker lock(&m_mutex);
        serial = ++m_serial;
        recorder = m_recorder;
        ended = [this, index = m_requests.size(),
                 generation = m_generation](HttpConnection::Outcome outcome) {
            const QMutexLocker endLock(&m_mutex);
            if (generation == m_generation)
                m_requests[index].outcome = outcome;
        };
        m_requests.append(record);
    }
    if (recorder)
        recorder(record);
    Q_EMIT requestReceived();

    Reply reply = replyTo(request, record, serial);
    const QByteArray idHeader
        = wireOf(request) == Wire::Anthropic ? "request-id"_ba : "x-request-id"_ba;
    reply.headers.append({idHeader, "req_simulated_" + QByteArray::number(serial)});
    return reply;
}

Reply ProviderSimulator::replyTo(const HttpRequest &request, const RecordedRequest &record,
                                 qint64 serial)
{
    const Wire wire = wireOf(request);
    const Script rules = script();
    if (record.key.isEmpty() ? !rules.keyless
                             : rules.refusedKeys.contains(QString::fromUtf8(record.key)))
        return errorReply(wire, 401, {}, {}, serial);

    const Exchange exchange{request, behaviourFor(request), record.model, serial};
    const QByteArray path = request.path();
    Reply reply;
    if (const auto fault = isGeneration(request) ? std::nullopt : faultReply(wire, exchange)) {
        reply = *fault;
    } else if (request.method == "GET" && path.endsWith("/models")) {
        reply = wire == Wire::Anthropic ? anthropicModels(request, listedModels(), serial)
                                        : openAiModels(listedModels());
    } else if (request.method == "GET" && path.endsWith("/user/balance")) {
        reply = stabilityBalance(rules.credits);
    } else {
        switch (wire) {
        case Wire::OpenAi:
            reply = openAiReply(exchange);
            break;
        case Wire::Anthropic:
            reply = anthropicReply(exchange);
            break;
        case Wire::Stability:
            reply = stabilityReply(exchange);
            break;
        }
    }
    shape(reply, exchange.behaviour);
    return reply;
}

Behaviour ProviderSimulator::behaviourFor(const HttpRequest &request)
{
    const QMutexLocker lock(&m_mutex);
    // Lists and balances keep working while models misbehave, unless their path is scripted.
    QString name;
    Behaviour behaviour = isGeneration(request) ? m_script.fallback : Behaviour();
    for (const QString &candidate : scriptNames(request)) {
        const auto found = m_script.models.constFind(candidate);
        if (found != m_script.models.cend()) {
            name = candidate;
            behaviour = *found;
            break;
        }
    }
    if (behaviour.fault.kind != Fault::Kind::None && behaviour.faultTimes > 0) {
        int &made = m_faultsMade[name];
        if (made >= behaviour.faultTimes)
            behaviour.fault = {};
        else
            ++made;
    }
    return behaviour;
}

QStringList ProviderSimulator::listedModels() const
{
    const QMutexLocker lock(&m_mutex);
    if (!m_script.listedModels.isEmpty())
        return m_script.listedModels;
    QStringList names;
    for (const QString &name : m_script.models.keys()) {
        if (!name.startsWith(u'/'))
            names.append(name);
    }
    return names;
}

} // namespace keyway
