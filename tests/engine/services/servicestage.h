#pragma once

#include "core/engine/workspaceparts.h"
#include "tests/engine/services/servicerow.h"
#include "tests/secrets/memorystore.h"
#include "tests/support/fakeclock.h"
#include "tests/support/simulator/providersimulator.h"
#include "tests/support/temporarydatadir.h"

#include <memory>

namespace keyway::engine {

/// How a prompt ended at a service.
struct RowEnd {
    bool isOver = false;
    Answer answer;
    std::optional<Job> job; ///< of a picture or a film
    int texts = 0; ///< pieces in which text arrived
    QList<std::chrono::milliseconds> waits; ///< before another attempt
    QByteArray key; ///< its own
    Integration integration; ///< as it is afterwards
};

/// Dispatcher, providers, job runner and ledger as in the programs, on a data folder of its own, at
/// noon of Sunday 22 November 2026, with services of the table connected to one simulator. It plays
/// one situation for all rows that know it at once, so that their waits pass together.
class ServiceStage {
public:
    /// `rows` outlive it.
    ServiceStage(const QList<ServiceRow> &rows, Situation situation);
    ~ServiceStage();

    /// Asks for every row.
    void begin();
    /// Waits until all rows have ended. After begin().
    const RowEnd &end(const QString &name);
    QList<simulator::RecordedRequest> sentWith(const QByteArray &key) const;
    /// Connections to the place where redirects lead.
    int connectionsElsewhere() const { return m_elsewhere.connectionCount(); }
    QList<simulator::RecordedRequest> sentElsewhere() const { return m_elsewhere.requests(); }
    QList<UsageRecord> records(const Id &request);

private:
    struct Player {
        const ServiceRow *row = nullptr;
        std::shared_ptr<RowEnd> end;
    };

    void openParts();
    Catalogue catalogue() const;
    simulator::Behaviour behaviourFor(const ServiceRow &row) const;
    Integration connect(const ServiceRow &row, const QByteArray &key);
    void ask(const Player &player);
    void wait();

    const Situation m_situation;
    TemporaryDataDir m_dir;
    FakeClock m_clock;
    ProviderSimulator m_provider;
    ProviderSimulator m_elsewhere;
    WorkspaceParts m_parts;
    MemoryStore *m_keys = nullptr;
    QList<Player> m_players;
    bool m_allOver = false;
};

} // namespace keyway::engine
