#include "core/storage/jobstore.h"

#include "core/storage/conversationsearch.h"
#include "core/storage/database.h"
#include "core/storage/jobrow.h"

#include <utility>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

Error noSuchJob(const Id &id)
{
    return Error(Error::Kind::Rejected, id.toString()).withReason(u"no-such-job"_s);
}

QString selectJobs()
{
    return "SELECT "_L1 + jobColumns().join(", "_L1) + " FROM job "_L1;
}

} // namespace

JobStore::JobStore(Database &database)
    : m_database(database)
{
}

Result<Done> JobStore::add(const Job &job)
{
    const QStringList columns = jobColumns();
    QStringList marks(columns.size(), u"?"_s);
    const auto written = m_database.write([&] {
        return m_database.run("INSERT INTO job ("_L1 + columns.join(", "_L1)
                                  + ", place) VALUES ("_L1 + marks.join(", "_L1)
                                  + ", (SELECT IFNULL(MAX(place), 0) + 1 FROM job))"_L1,
                              jobValues(job));
    });
    if (!written)
        return written.error();
    return Done();
}

Result<Done> JobStore::update(const Job &job)
{
    // A wish to cancel is another process's to write, so it is never unwritten here.
    static const QString statement = [] {
        QStringList changes;
        for (const QString &column : jobColumns()) {
            changes.append(column == "cancel_wanted"_L1 ? u"cancel_wanted = MAX(cancel_wanted, ?)"_s
                                                        : column + " = ?"_L1);
        }
        return "UPDATE job SET "_L1 + changes.join(", "_L1) + " WHERE id = ? AND session = ?"_L1;
    }();
    QVariantList values = jobValues(job);
    values << job.id.toString() << job.session.toString();
    return m_database.write([&]() -> Result<Done> {
        const auto written = m_database.run(statement, values);
        if (!written)
            return written.error();
        if (*written == 0)
            return Error(Error::Kind::Rejected, job.id.toString()).withReason(u"not-mine"_s);
        return Done();
    });
}

Result<Job> JobStore::job(const Id &id)
{
    std::optional<Job> found;
    const auto read = m_database.query(selectJobs() + "WHERE id = ?"_L1, {id.toString()},
                                       [&found](const Row &row) {
                                           found = jobFrom(row);
                                           return false;
                                       });
    if (!read)
        return read.error();
    if (!found)
        return noSuchJob(id);
    return *found;
}

Result<QList<Job>> JobStore::list(const JobFilter &filter)
{
    if (filter.which == JobFilter::Which::Queue)
        return running();
    QString where = u"WHERE removed_at IS NULL"_s;
    QVariantList values;
    if (filter.which == JobFilter::Which::Running)
        where += " AND stage <> 'ended'"_L1;
    else if (filter.which == JobFilter::Which::Ended)
        where += " AND stage = 'ended'"_L1;
    else if (filter.which == JobFilter::Which::Troubled)
        where += " AND stage = 'ended' AND (outcome <> 'completed' OR error <> '')"_L1;
    if (filter.withFiles)
        where += " AND files <> '[]'"_L1;
    if (!filter.service.isEmpty()) {
        where += " AND service = ?"_L1;
        values.append(filter.service);
    }
    for (const QString &word : filter.words) {
        where += " AND prompt LIKE ? ESCAPE '\\'"_L1;
        values.append(search::likePattern(word));
    }
    if (filter.before) {
        where += " AND id < ?"_L1;
        values.append(filter.before->toString());
    }
    values.append(filter.limit);
    QList<Job> jobs;
    const auto read = m_database.query(selectJobs() + where + " ORDER BY id DESC LIMIT ?"_L1,
                                       values, [&jobs](const Row &row) {
                                           jobs.append(jobFrom(row));
                                           return true;
                                       });
    if (!read)
        return read.error();
    return jobs;
}

Result<QList<Job>> JobStore::running()
{
    QList<Job> jobs;
    const auto read = m_database.query(
        selectJobs() + "WHERE stage <> 'ended' ORDER BY place, id"_L1, {}, [&jobs](const Row &row) {
            jobs.append(jobFrom(row));
            return true;
        });
    if (!read)
        return read.error();
    return jobs;
}

Result<bool> JobStore::handOver(const Id &id, const Id &from, const Id &to)
{
    return m_database.write([&]() -> Result<bool> {
        const auto taken = m_database.run(
            u"UPDATE job SET session = ? WHERE id = ? AND session = ? AND stage <> 'ended'"_s,
            {to.toString(), id.toString(), from.toString()});
        if (!taken)
            return taken.error();
        if (*taken == 0)
            return false;
        // Its attempt goes with it, so that nobody takes it for one that a crash left behind.
        const auto attempt = m_database.run(
            u"UPDATE attempt SET session = ? WHERE outcome = 'started' AND record_id = "
            "(SELECT record_id FROM job WHERE id = ?)"_s,
            {to.toString(), id.toString()});
        if (!attempt)
            return attempt.error();
        return true;
    });
}

Result<Done> JobStore::wantCancel(const Id &id)
{
    const auto written = m_database.write([&] {
        return m_database.run(u"UPDATE job SET cancel_wanted = 1 WHERE id = ? "
                              "AND stage <> 'ended'"_s,
                              {id.toString()});
    });
    if (!written)
        return written.error();
    return Done();
}

Result<Done> JobStore::moveUp(const Id &id)
{
    return m_database.write([&]() -> Result<Done> {
        QList<std::pair<QString, qint64>> queue;
        const auto read = m_database.query(
            u"SELECT id, place FROM job WHERE stage = 'queued' ORDER BY place, id"_s, {},
            [&queue](const Row &row) {
                queue.append({row.text(0), row.number(1)});
                return true;
            });
        if (!read)
            return read.error();
        for (qsizetype i = 1; i < queue.size(); ++i) {
            if (queue.at(i).first != id.toString())
                continue;
            for (const auto &[moved, place] :
                 {std::pair(queue.at(i).first, queue.at(i - 1).second),
                  std::pair(queue.at(i - 1).first, queue.at(i).second)}) {
                const auto written = m_database.run(u"UPDATE job SET place = ? WHERE id = ?"_s,
                                                    {stored(place), moved});
                if (!written)
                    return written.error();
            }
        }
        return Done();
    });
}

Result<Done> JobStore::setRemoved(const Id &id, bool removed)
{
    return m_database.write([&]() -> Result<Done> {
        const QVariant at = removed ? stored(m_database.clock().now()) : QVariant();
        const auto written
            = m_database.run(u"UPDATE job SET removed_at = ? WHERE id = ? AND stage = 'ended'"_s,
                             {at, id.toString()});
        if (!written)
            return written.error();
        if (*written == 0)
            return noSuchJob(id);
        return Done();
    });
}

Result<Done> JobStore::setFiles(const Id &id, const QList<JobFile> &files)
{
    const auto written = m_database.write([&] {
        return m_database.run(u"UPDATE job SET files = ? WHERE id = ? AND stage = 'ended'"_s,
                              {filesText(files), id.toString()});
    });
    if (!written)
        return written.error();
    return Done();
}

Result<JobTotals> JobStore::totals(const QDateTime &since)
{
    JobTotals totals;
    const auto counted = m_database.query(
        u"SELECT type, SUM(json_array_length(files)) FROM job WHERE stage = 'ended' "
        "AND removed_at IS NULL AND ended_at >= ? GROUP BY type"_s,
        {stored(since)}, [&totals](const Row &row) {
            const bool video = requestTypeFromName(row.text(0)) == RequestType::Video;
            (video ? totals.videos : totals.images) += row.number(1);
            return true;
        });
    if (!counted)
        return counted.error();
    const auto named = m_database.query(u"SELECT DISTINCT service FROM job WHERE stage = 'ended' "
                                        "AND removed_at IS NULL AND files <> '[]' "
                                        "ORDER BY service"_s,
                                        {}, [&totals](const Row &row) {
                                            totals.services.append(row.text(0));
                                            return true;
                                        });
    if (!named)
        return named.error();
    return totals;
}

} // namespace keyway
