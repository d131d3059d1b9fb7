#include "core/sync/sentrecords.h"

#include "core/storage/database.h"
#include "core/storage/recordrow.h"

namespace keyway {

using namespace Qt::StringLiterals;

SentRecords::SentRecords(Database &database, const Catalogue &catalogue)
    : m_database(database)
    , m_catalogue(catalogue)
{
}

Result<std::optional<UsageMessage>> SentRecords::find(const Id &id, const Id &device)
{
    std::optional<UsageRecord> record;
    std::optional<OriginClass> origin;
    auto read = m_database.query("SELECT "_L1 + recordColumns()
                                     + " FROM attempt WHERE record_id = ? "
                                       "AND outcome <> 'started'"_L1,
                                 {stored(id)}, [&](const Row &row) {
                                     record = recordFrom(row);
                                     origin = originFrom(row);
                                     return false;
                                 });
    if (!read)
        return read.error();
    if (!record)
        return std::optional<UsageMessage>();
    if (!origin) {
        QUrl address;
        read = m_database.query(u"SELECT base_url FROM integration WHERE id = ?"_s,
                                {stored(record->integrationId)}, [&address](const Row &row) {
                                    address = QUrl(row.text(0));
                                    return false;
                                });
        if (!read)
            return read.error();
        origin = originOf(address, m_catalogue.service(record->service));
    }
    return std::optional(messageOf(*record, device, *origin));
}

} // namespace keyway
