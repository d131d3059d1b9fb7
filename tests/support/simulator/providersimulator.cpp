#include "tests/support/simulator/providersimulator.h"

#include "tests/support/simulator/requestcheck.h"
#include "tests/support/simulator/server.h"

#include <algorithm>

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

QUrl ProviderSimulator::baseUrl(const QString &service) const
{
    for (const Service &one : services()) {
        if (one.id == service)
            return url(one.url);
    }
    return {};
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
    const Route route = routeOf(request);
    RecordedRequest record;
    static_cast<HttpRequest &>(record) = request;
    record.model = modelOf(request, route);
    record.key = keyOf(request, *route.service);
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

    Reply reply = replyTo(request, route, record, serial);
    reply.headers.append(route.service->answerHeaders);
    if (!route.service->idHeader.isEmpty()) {
        reply.headers.append(
            {route.service->idHeader.toLatin1(), "req_simulated_" + QByteArray::number(serial)});
    }
    return reply;
}

Reply ProviderSimulator::replyTo(const HttpRequest &request, const Route &route,
                                 const RecordedRequest &record, qint64 serial)
{
    const Script rules = script();
    if (const auto refusal = keyRefusalOf(route, record.key, rules))
        return errorReply(route.wire(), *refusal, serial);

    Exchange exchange;
    exchange.request = request;
    exchange.route = route;
    exchange.behaviour = behaviourFor(request, route);
    exchange.model = record.model;
    exchange.serial = serial;
    exchange.fields = fieldsOf(request, route);

    // A model is asked only with a right request; a list fails before anyone looks.
    const bool generates = route.call && route.call->generates;
    std::optional<Reply> early = generates ? std::nullopt : faultReply(exchange);
    if (!early && !route.call)
        early = errorReply(route.wire(), unknownPath(request), serial);
    if (!early) {
        if (const auto refusal = refusalOf(exchange))
            early = errorReply(route.wire(), *refusal, serial);
    }
    if (!early && generates)
        early = faultReply(exchange);
    Reply reply;
    if (early) {
        reply = *early;
    } else {
        Backstage stage{rules, m_jobs, listedModels(*route.service)};
        const Answer write = answerOf(route.call->does);
        reply = write ? write(exchange, stage)
                      : errorReply(route.wire(), {500, {}, route.call->does, {}, {}}, serial);
    }
    shape(reply, exchange.behaviour);
    return reply;
}

Behaviour ProviderSimulator::behaviourFor(const HttpRequest &request, const Route &route)
{
    const QMutexLocker lock(&m_mutex);
    // Lists and balances keep working while models misbehave, unless their path is scripted.
    QString name;
    Behaviour behaviour = route.call && route.call->generates ? m_script.fallback : Behaviour();
    for (const QString &candidate : scriptNames(request, route)) {
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

QStringList ProviderSimulator::listedModels(const Service &service) const
{
    const QMutexLocker lock(&m_mutex);
    if (!m_script.listedModels.isEmpty())
        return m_script.listedModels;
    const auto isService = [](const QString &id) {
        return std::any_of(services().begin(), services().end(),
                           [&id](const Service &one) { return one.id == id; });
    };
    QStringList names;
    for (const QString &name : m_script.models.keys()) {
        const QString first = name.section(u'/', 0, 0);
        if (name.startsWith(u'/'))
            continue;
        if (first == service.id && name.contains(u'/'))
            names.append(name.section(u'/', 1));
        else if (!name.contains(u'/') || !isService(first) || service.id == "openrouter"_L1)
            names.append(name);
    }
    return names.isEmpty() ? service.models : names;
}

} // namespace keyway
