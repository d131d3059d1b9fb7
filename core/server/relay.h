#pragma once

#include "core/providers/provider.h"
#include "core/server/accounts.h"
#include "core/server/relaybook.h"

#include <QtCore/QObject>

#include <map>
#include <memory>

namespace keyway {
class ProviderSet;
namespace http {
class Exchange;
}
} // namespace keyway

namespace keyway::server {

class RelayStream;
class SqlConnection;
struct ServerParts;
class Workers;

/// One prompt of somebody, ready to be sent with the platform's key. The only place where the
/// server has text of a user, for as long as the answer takes; it is neither kept nor logged.
struct RelayJob {
    PromptRequest prompt;
    Endpoint endpoint;
    Secret key;
    UsageRecord record; ///< as it starts
    RelayAttempt attempt; ///< what is set aside for it
    Caller caller;
    FeePolicy policy; ///< of the account
};

/// Sends prompts of the free tier to services and streams the answers back, then settles what they
/// cost. A client that goes ends its attempt. On the thread that made it.
class Relay : public QObject {
    Q_OBJECT
public:
    /// `workers` need not be there yet, and end before this object does.
    Relay(Workers &workers, const ServerParts &parts, QObject *parent = nullptr);
    ~Relay() override;

    void carry(std::shared_ptr<http::Exchange> exchange, std::shared_ptr<RelayJob> job);
    bool isIdle() const { return m_running.empty(); }

    /// Settles what was lost with its server, on a worker's connection.
    static Result<Done> settleLost(SqlConnection &sql, const ServerParts &parts);

Q_SIGNALS:
    void idle();

private:
    struct Running;
    void ended(const Id &record, const Completion &completion);
    void settle(const Id &record);
    void settled(const Id &record, bool kept, const RelayLeft &left);

    Workers &m_workers;
    const ServerParts &m_parts;
    const std::shared_ptr<ProviderSet> m_providers;
    std::map<Id, std::unique_ptr<Running>> m_running; ///< by record
};

} // namespace keyway::server
