#include "core/storage/votestore.h"

#include "core/storage/audittrail.h"
#include "core/storage/database.h"
#include "core/storage/row.h"

namespace keyway {

using namespace Qt::StringLiterals;
using routing::Vote;

namespace {

Vote voteFrom(const Row &row)
{
    Vote vote;
    vote.id = row.id(0);
    vote.type = requestTypeFromName(row.text(1)).value_or(RequestType::Text);
    vote.winner = row.text(2);
    vote.loser = row.text(3);
    vote.winnerRequest = row.id(4);
    vote.loserRequest = row.id(5);
    vote.at = row.time(6);
    return vote;
}

QJsonObject countOf(qint64 votes)
{
    return {{u"votes"_s, votes}};
}

} // namespace

VoteStore::VoteStore(Database &database)
    : m_database(database)
{
}

Result<QList<Vote>> VoteStore::votes(const QDateTime &since)
{
    QList<Vote> found;
    const auto read = m_database.query(
        u"SELECT id, type, winner, loser, winner_request, loser_request, at FROM vote "
        "WHERE at >= ? ORDER BY at DESC, id DESC"_s,
        {since.isValid() ? stored(since) : stored(qint64(0))}, [&found](const Row &row) {
            found.append(voteFrom(row));
            return true;
        });
    if (!read)
        return read.error();
    return found;
}

Result<QList<Vote>> VoteStore::cast(const QList<Id> &compared, QList<Vote> votes)
{
    return m_database.write([&]() -> Result<QList<Vote>> {
        if (const auto taken = takeBackAmong(compared); !taken)
            return taken.error();
        const QDateTime now = m_database.clock().now();
        for (Vote &vote : votes) {
            vote.at = now;
            vote.id = Id::create(now);
            if (const auto written = insert(vote); !written)
                return written.error();
            const auto noted = note(u"vote.cast"_s, vote.id.toString(),
                                    {{u"winner"_s, vote.winner}, {u"loser"_s, vote.loser}});
            if (!noted)
                return noted.error();
        }
        return votes;
    });
}

Result<QList<Vote>> VoteStore::forget()
{
    return m_database.write([&]() -> Result<QList<Vote>> {
        const auto all = votes();
        if (!all || all->isEmpty())
            return all;
        if (const auto deleted = m_database.run(u"DELETE FROM vote"_s); !deleted)
            return deleted.error();
        if (const auto noted = note(u"vote.forgotten"_s, {}, countOf(all->size())); !noted)
            return noted.error();
        return all;
    });
}

Result<Done> VoteStore::restore(const QList<Vote> &votes)
{
    return m_database.write([&]() -> Result<Done> {
        for (const Vote &vote : votes) {
            if (const auto written = insert(vote); !written)
                return written;
        }
        return note(u"vote.restored"_s, {}, countOf(votes.size()));
    });
}

Result<Done> VoteStore::takeBackAmong(const QList<Id> &compared)
{
    const QString places = QStringList(compared.size(), u"?"_s).join(u", "_s);
    QVariantList requests;
    for (const Id &request : compared)
        requests.append(stored(request));
    const auto taken = m_database.run("DELETE FROM vote WHERE winner_request IN ("_L1 + places
                                          + ") AND loser_request IN ("_L1 + places + u')',
                                      requests + requests);
    if (!taken)
        return taken.error();
    return *taken > 0 ? note(u"vote.forgotten"_s, {}, countOf(*taken)) : Done();
}

Result<Done> VoteStore::insert(const Vote &vote)
{
    const auto written = m_database.run(
        u"INSERT INTO vote (id, type, winner, loser, winner_request, loser_request, at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        {stored(vote.id), nameOf(vote.type), vote.winner, vote.loser, stored(vote.winnerRequest),
         stored(vote.loserRequest), stored(vote.at)});
    if (!written)
        return written.error();
    return Done();
}

Result<Done> VoteStore::note(const QString &event, const QString &subject, const QJsonObject &facts)
{
    return AuditTrail(m_database).append({event, subject, facts});
}

} // namespace keyway
