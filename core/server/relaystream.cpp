#include "core/server/relaystream.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>
#include <chrono>
#include <utility>

namespace keyway::server {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto heartbeat = 15s;
/// No answer is as long: a service that goes on and on is cut.
constexpr qsizetype mostWaiting = 1024 * 1024;
/// A connection is cut that is given far more than it has taken.
constexpr qsizetype mostAtOnce = 4096;

QByteArray eventOf(const QByteArray &name, const QJsonObject &data)
{
    return "event: " + name + "\ndata: " + QJsonDocument(data).toJson(QJsonDocument::Compact)
        + "\n\n";
}

} // namespace

RelayStream::RelayStream(std::shared_ptr<http::Exchange> exchange)
    : m_exchange(std::move(exchange))
{
    connect(m_exchange.get(), &http::Exchange::closed, this, &RelayStream::abandoned);
    connect(m_exchange.get(), &http::Exchange::drained, this, [this] {
        m_held = false;
        push();
    });
    m_exchange->begin(200, {{"Content-Type", "text/event-stream"}, {"Cache-Control", "no-store"}});
    m_heartbeat.setInterval(heartbeat);
    connect(&m_heartbeat, &QTimer::timeout, this, [this] {
        if (!m_held)
            m_held = !m_exchange->write(": waiting\n\n");
    });
    m_heartbeat.start();
}

void RelayStream::add(const QString &text)
{
    if (text.isEmpty() || !m_exchange->isOpen())
        return;
    m_waiting += text;
    if (m_waiting.size() > mostWaiting) {
        m_exchange->abort();
        Q_EMIT abandoned();
        return;
    }
    push();
}

void RelayStream::end(const QJsonObject &event)
{
    m_heartbeat.stop();
    m_last = eventOf("end", event);
    push();
}

void RelayStream::push()
{
    while (!m_held && !m_waiting.isEmpty()) {
        qsizetype size = std::min(mostAtOnce, m_waiting.size());
        if (m_waiting.at(size - 1).isHighSurrogate() && size < m_waiting.size())
            ++size; // a letter stays whole
        m_held = !m_exchange->write(eventOf("text", {{u"text"_s, m_waiting.left(size)}}));
        m_waiting.remove(0, size);
    }
    if (m_held || !m_last)
        return;
    m_exchange->write(*m_last);
    m_exchange->finish();
    m_last.reset();
    Q_EMIT finished();
}

} // namespace keyway::server
