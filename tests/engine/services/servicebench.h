#pragma once

#include "tests/engine/services/servicestage.h"

#include <map>

namespace keyway::engine {

/// The rows of a test, and a stage for each situation that is played for them.
class ServiceBench {
public:
    explicit ServiceBench(QList<ServiceRow> rows)
        : m_rows(std::move(rows))
    {
    }

    const QList<ServiceRow> &rows() const { return m_rows; }
    const ServiceRow &row(const QString &name) const;
    /// Begins situations, so that their waits pass together; end() begins one that was not.
    void begin(std::initializer_list<Situation> situations);
    const RowEnd &end(Situation situation, const QString &name);
    /// What the service was sent with a key; each row has its own in each situation.
    QList<simulator::RecordedRequest> sentWith(const QByteArray &key) const;
    int connectionsElsewhere(Situation situation) const;
    /// In all situations.
    QList<simulator::RecordedRequest> sentElsewhere() const;
    QList<UsageRecord> records(const Id &request);

private:
    const QList<ServiceRow> m_rows;
    std::map<Situation, std::unique_ptr<ServiceStage>> m_stages;
};

} // namespace keyway::engine
