#include "tests/support/simulator/server.h"

#include "tests/support/simulator/providersimulator.h"

namespace keyway::simulator {

Server::Server(ProviderSimulator *simulator)
    : m_simulator(simulator)
{
    setListenBacklogSize(1024);
    setMaxPendingConnections(4096);
    connect(this, &QTcpServer::newConnection, this, &Server::accept);
}

void Server::accept()
{
    while (QTcpSocket *socket = nextPendingConnection()) {
        int number = 0;
        {
            const QMutexLocker lock(&m_simulator->m_mutex);
            number = ++m_simulator->m_connections;
        }
        new HttpConnection(
            socket, number,
            [simulator = m_simulator](const HttpRequest &request,
                                      std::function<void(HttpConnection::Outcome)> &ended) {
                return simulator->answer(request, ended);
            },
            this);
    }
}

} // namespace keyway::simulator
