#include "core/server/databasekeys.h"

#include "core/server/accountrow.h"
#include "core/server/sealer.h"
#include "core/server/sqlconnection.h"

namespace keyway::server {

using namespace Qt::StringLiterals;

namespace {

const QByteArray checkPlace = "sealed_check/1";
constexpr auto checkWords = "the master key of this database";

} // namespace

Result<Done> checkMasterKey(SqlConnection &sql, const Sealer &sealer)
{
    const QByteArray sealed = sealer.seal(Secret::take(checkWords), checkPlace);
    const auto kept = sql.write([&]() -> Result<qint64> {
        return sql.run(u"INSERT INTO sealed_check (check_id, sealed) VALUES (1, ?) "
                       "ON CONFLICT (check_id) DO NOTHING"_s,
                       {sealed});
    });
    if (!kept)
        return kept.error();
    QByteArray found;
    const auto read = sql.query(u"SELECT sealed FROM sealed_check WHERE check_id = 1"_s, {},
                                [&found](const Row &row) {
                                    found = row.bytes(0);
                                    return false;
                                });
    if (!read)
        return read.error();
    if (!sealer.open(found, checkPlace)) {
        return Error(Error::Kind::Storage, u"the database was made with another master key"_s)
            .withReason(u"wrong-master-key"_s);
    }
    return Done();
}

Result<Done> claimSigningKey(SqlConnection &sql, const QByteArray &publicKey)
{
    return sql.write([&]() -> Result<Done> {
        const auto claimed = sql.run(u"INSERT INTO billing_key (one, public_key) VALUES (1, ?) "
                                     "ON CONFLICT (one) DO NOTHING"_s,
                                     {publicKey});
        if (!claimed)
            return claimed.error();
        QByteArray known;
        const auto read
            = sql.query(u"SELECT public_key FROM billing_key"_s, {}, [&known](const Row &row) {
                  known = row.bytes(0);
                  return false;
              });
        if (!read)
            return read.error();
        return known == publicKey ? Result<Done>(Done()) : refused(u"other-signing-key"_s);
    });
}

} // namespace keyway::server
