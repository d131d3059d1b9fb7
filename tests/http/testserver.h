#pragma once

#include "core/http/server.h"
#include "tests/support/contextthread.h"

#include <QtCore/QFile>
#include <QtCore/QTimer>
#include <QtTest/QTest>

#include <atomic>
#include <memory>
#include <optional>

namespace keyway {

/// A server on a thread of its own, so that clients of a test may block. Its paths:
/// `/echo` the body and its method, `/later` the same after 100 ms, `/stream` 64 MB with
/// back-pressure, `/deaf` the same without, `/never` no answer, `/break` half a stream.
class TestServer : public QObject {
public:
    static constexpr qint64 streamBytes = 64 * 1024 * 1024;

    explicit TestServer(const http::Limits &limits = {},
                        const std::optional<QSslConfiguration> &tls = {})
    {
        m_thread.run([&] {
            m_server = std::make_unique<http::Server>(
                limits,
                [this](std::shared_ptr<http::Exchange> exchange) { answer(std::move(exchange)); });
            if (!m_server->listen(QHostAddress::LocalHost, 0, tls))
                qFatal("the server cannot listen");
            port = m_server->port();
            QObject::connect(m_server.get(), &http::Server::stopped, m_server.get(),
                             [this] { stopped = true; });
        });
    }
    ~TestServer() override
    {
        m_thread.run([this] { m_server.reset(); });
    }

    qsizetype connections()
    {
        qsizetype number = 0;
        m_thread.run([&] { number = m_server->connections(); });
        return number;
    }
    void stop(std::chrono::milliseconds grace)
    {
        m_thread.run([&] { m_server->stop(grace); });
    }

    quint16 port = 0;
    std::atomic<int> requests = 0;
    std::atomic<int> clientsGone = 0;
    std::atomic<qint64> streamed = 0;
    std::atomic<bool> stopped = false;

private:
    void answer(std::shared_ptr<http::Exchange> exchange)
    {
        ++requests;
        QObject::connect(exchange.get(), &http::Exchange::closed, exchange.get(),
                         [this] { ++clientsGone; });
        const http::Request &request = exchange->request();
        const http::Response echo{
            200, {{"X-Method", request.method}, {"X-Query", request.query}}, request.body};
        if (request.path == "/echo") {
            exchange->send(echo);
        } else if (request.path == "/later") {
            QTimer::singleShot(100, exchange.get(), [exchange, echo] { exchange->send(echo); });
        } else if (request.path == "/stream" || request.path == "/deaf") {
            exchange->begin(200, {{"Content-Type", "text/plain"}});
            pour(exchange, request.path == "/deaf", std::make_shared<qint64>(0));
        } else if (request.path == "/never") {
            m_kept.append(exchange);
        } else if (request.path == "/break") {
            exchange->begin(200, {});
            exchange->write("half");
            QTimer::singleShot(20, exchange.get(), [exchange] { exchange->abort(); });
        } else {
            exchange->send(http::Response::text(404, "no such path\n"));
        }
    }

    void pour(const std::shared_ptr<http::Exchange> &exchange, bool deaf,
              const std::shared_ptr<qint64> &sum)
    {
        static const QByteArray piece(32 * 1024, 'x');
        while (*sum < streamBytes && exchange->isOpen()) {
            *sum += piece.size();
            streamed += piece.size();
            if (!exchange->write(piece) && !deaf) {
                QObject::connect(
                    exchange.get(), &http::Exchange::drained, exchange.get(),
                    [this, weak = std::weak_ptr(exchange), sum] {
                        // It holds no exchange that is gone before it drains.
                        if (const auto going = weak.lock())
                            pour(going, false, sum);
                    },
                    static_cast<Qt::ConnectionType>(Qt::QueuedConnection
                                                    | Qt::SingleShotConnection));
                return;
            }
        }
        exchange->finish();
    }

    ContextThread m_thread;
    std::unique_ptr<http::Server> m_server;
    QList<std::shared_ptr<http::Exchange>> m_kept;
};

/// Of this process, in bytes; 0 where the system does not tell in this way.
inline qint64 memoryInUse()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.sliced(6).simplified().split(' ').first().toLongLong() * 1024;
    }
    return 0;
}

} // namespace keyway
