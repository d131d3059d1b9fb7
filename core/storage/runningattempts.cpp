#include "core/storage/runningattempts.h"

#include "core/storage/database.h"
#include "core/storage/row.h"

namespace keyway {

using namespace Qt::StringLiterals;

Result<QHash<Id, int>> runningAttempts(Database &database)
{
    QHash<Id, int> running;
    // Counted here: for a GROUP BY, SQLite would read the index of all attempts ever.
    const auto read = database.query(
        u"SELECT integration_id FROM attempt INDEXED BY attempt_running WHERE outcome = 'started'"_s,
        {}, [&running](const Row &row) {
            ++running[row.id(0)];
            return true;
        });
    if (!read)
        return read.error();
    return running;
}

} // namespace keyway
