#pragma once

#include <QtNetwork/QTcpServer>

namespace keyway {
class ProviderSimulator;
}

namespace keyway::simulator {

/// Accepts the connections of a simulator; lives on the simulator's thread.
class Server : public QTcpServer {
    Q_OBJECT
public:
    explicit Server(ProviderSimulator *simulator);

private:
    void accept();

    ProviderSimulator *m_simulator;
};

} // namespace keyway::simulator
