#include "core/storage/healthstore.h"

#include "core/storage/database.h"
#include "core/storage/row.h"

namespace keyway {

using namespace Qt::StringLiterals;
using routing::ModelHealth;

namespace {

QString columns()
{
    return u"failures_in_a_row, times_opened, failing_since, last_failure, open_until, "
           "probe_until, rest_until, recent, recent_trouble, first_token_ms, "
           "milli_tokens_per_second, measured_at, answers, output_tokens, integration_id, model"_s;
}
constexpr int integrationColumn = 14;
constexpr int modelColumn = 15;

ModelHealth healthFrom(const Row &row)
{
    ModelHealth health;
    health.failuresInARow = row.integer(0);
    health.timesOpened = row.integer(1);
    health.failingSince = row.optionalTime(2);
    health.lastFailure = Error::kindFromName(row.text(3));
    health.openUntil = row.optionalTime(4);
    health.probeUntil = row.optionalTime(5);
    health.restUntil = row.optionalTime(6);
    health.recent = row.integer(7);
    health.recentTrouble = row.integer(8);
    if (const auto measuredAt = row.optionalTime(11))
        health.speed = routing::Speed{row.number(9), row.number(10), *measuredAt};
    health.answers = row.number(12);
    health.outputTokens = row.number(13);
    return health;
}

} // namespace

HealthStore::HealthStore(Database &database)
    : m_database(database)
{
}

Result<QHash<Id, QMap<QString, ModelHealth>>> HealthStore::all()
{
    QHash<Id, QMap<QString, ModelHealth>> found;
    const auto read = m_database.query(
        "SELECT "_L1 + columns() + " FROM model_health"_L1, {}, [&found](const Row &row) {
            found[row.id(integrationColumn)].insert(row.text(modelColumn), healthFrom(row));
            return true;
        });
    if (!read)
        return read.error();
    return found;
}

Result<ModelHealth> HealthStore::of(const Id &integration, const QString &model)
{
    ModelHealth found;
    const auto read = m_database.query("SELECT "_L1 + columns()
                                           + " FROM model_health WHERE integration_id = ? AND "
                                             "model = ?"_L1,
                                       {integration.toString(), model}, [&found](const Row &row) {
                                           found = healthFrom(row);
                                           return false;
                                       });
    if (!read)
        return read.error();
    return found;
}

Result<Done> HealthStore::note(const Id &integration, const QString &model,
                               const routing::AttemptNews &news,
                               const routing::HealthPolicy &policy)
{
    return m_database.write([&]() -> Result<Done> {
        const Result<ModelHealth> before = of(integration, model);
        if (!before)
            return before.error();
        const ModelHealth after = routing::afterAttempt(*before, news, policy);
        if (after == *before)
            return Done();
        return put(integration, model, after);
    });
}

Result<bool> HealthStore::takeProbe(const Id &integration, const QString &model,
                                    const QDateTime &now, const routing::HealthPolicy &policy)
{
    // Read and written in one transaction: of several that ask at once, one takes it.
    return m_database.write([&]() -> Result<bool> {
        Result<ModelHealth> health = of(integration, model);
        if (!health)
            return health.error();
        const bool free = routing::circuitOf(*health, now, policy) == routing::Circuit::HalfOpen
            && !routing::isProbed(*health, now, policy);
        if (!free)
            return false;
        health->probeUntil = now.addMSecs(policy.longestProbe.count());
        if (const Result<Done> taken = put(integration, model, *health); !taken)
            return taken.error();
        return true;
    });
}

Result<Done> HealthStore::giveProbeBack(const Id &integration, const QString &model)
{
    const auto given = m_database.run(
        u"UPDATE model_health SET probe_until = NULL WHERE integration_id = ? AND model = ?"_s,
        {integration.toString(), model});
    return given ? Result<Done>(Done()) : given.error();
}

Result<Done> HealthStore::noteTest(const Id &integration)
{
    return m_database.write([&]() -> Result<Done> {
        const auto found = all();
        if (!found)
            return found.error();
        const QMap<QString, ModelHealth> models = found->value(integration);
        for (auto it = models.cbegin(); it != models.cend(); ++it) {
            if (auto kept = put(integration, it.key(), routing::afterTest(*it)); !kept)
                return kept;
        }
        return Done();
    });
}

Result<Done> HealthStore::put(const Id &integration, const QString &model,
                              const ModelHealth &health)
{
    const routing::Speed speed = health.speed.value_or(routing::Speed());
    const auto kept = m_database.run(
        "INSERT OR REPLACE INTO model_health ("_L1 + columns()
            + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_L1,
        {health.failuresInARow, health.timesOpened, stored(health.failingSince),
         health.lastFailure ? Error::kindName(*health.lastFailure) : u""_s,
         stored(health.openUntil), stored(health.probeUntil), stored(health.restUntil),
         health.recent, health.recentTrouble, stored(speed.firstTokenMs),
         stored(speed.milliTokensPerSecond), health.speed ? stored(speed.measuredAt) : QVariant(),
         stored(health.answers), stored(health.outputTokens), integration.toString(), model});
    return kept ? Result<Done>(Done()) : kept.error();
}

} // namespace keyway
