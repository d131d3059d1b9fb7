#include "tests/engine/services/servicebench.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace keyway::engine {

const ServiceRow &ServiceBench::row(const QString &name) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&name](const ServiceRow &one) {
        return name == QLatin1String(one.name);
    });
    if (found == m_rows.end())
        qFatal("no row %s", qPrintable(name));
    return *found;
}

void ServiceBench::begin(std::initializer_list<Situation> situations)
{
    QList<ServiceStage *> made;
    for (const Situation situation : situations) {
        const auto [stage, isNew] = m_stages.try_emplace(situation, nullptr);
        if (!isNew)
            continue;
        stage->second = std::make_unique<ServiceStage>(m_rows, situation);
        made.append(stage->second.get());
    }
    for (ServiceStage *const stage : std::as_const(made)) {
        stage->begin();
        QCoreApplication::processEvents(); // whoever is not heard for long is given up
    }
}

const RowEnd &ServiceBench::end(Situation situation, const QString &name)
{
    begin({situation});
    return m_stages.at(situation)->end(name);
}

QList<simulator::RecordedRequest> ServiceBench::sentWith(const QByteArray &key) const
{
    QList<simulator::RecordedRequest> sent;
    for (const auto &[situation, stage] : m_stages)
        sent += stage->sentWith(key);
    return sent;
}

int ServiceBench::connectionsElsewhere(Situation situation) const
{
    return m_stages.at(situation)->connectionsElsewhere();
}

QList<simulator::RecordedRequest> ServiceBench::sentElsewhere() const
{
    QList<simulator::RecordedRequest> sent;
    for (const auto &[situation, stage] : m_stages)
        sent += stage->sentElsewhere();
    return sent;
}

QList<UsageRecord> ServiceBench::records(const Id &request)
{
    QList<UsageRecord> records;
    for (const auto &[situation, stage] : m_stages)
        records += stage->records(request);
    return records;
}

} // namespace keyway::engine
