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
/// noon of Sunday 22 November 2026, with every service of the table connected to one simulator.
/// A situation is played for all rows at once, so that their waits pass together.
class ServiceBench {
public:
    explicit ServiceBench(QList<ServiceRow> rows);
    ~ServiceBench();

    const QList<ServiceRow> &rows() const { return m_rows; }
    const ServiceRow &row(const QString &name) const;
    /// Plays the situation for every row that knows it, at the first call.
    const RowEnd &end(Situation situation, const QString &name);
    /// What the service was sent with the key of a row.
    QList<simulator::RecordedRequest> sentWith(const QByteArray &key) const;
    /// Connections to the place where redirects lead.
    int connectionsElsewhere() const { return m_elsewhere.connectionCount(); }
    QList<simulator::RecordedRequest> sentElsewhere() const { return m_elsewhere.requests(); }
    QList<UsageRecord> records(const Id &request);
    /// How the answer of a simulator differs from a good one.
    static simulator::Behaviour behaviourFor(const ServiceRow &row, Situation situation,
                                             const QByteArray &elsewhere);

private:
    void openParts();
    Catalogue catalogue() const;
    void play(Situation situation);
    Integration connect(const ServiceRow &row, const QByteArray &key);

    const QList<ServiceRow> m_rows;
    TemporaryDataDir m_dir;
    FakeClock m_clock;
    ProviderSimulator m_provider;
    ProviderSimulator m_elsewhere;
    WorkspaceParts m_parts;
    MemoryStore *m_keys = nullptr;
    QMap<Situation, QMap<QString, std::shared_ptr<RowEnd>>> m_ends;
    int m_connected = 0;
};

} // namespace keyway::engine
