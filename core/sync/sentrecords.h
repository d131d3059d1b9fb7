#pragma once

#include "core/base/id.h"
#include "core/catalogue/catalogue.h"
#include "core/wire/usagemessage.h"

#include <optional>

namespace keyway {

class Database;

/// Settled records of the ledger as they are sent to the server, or were. On the thread of the
/// connection.
class SentRecords {
public:
    SentRecords(Database &database, const Catalogue &catalogue);

    /// As the device of that id sends it. Nothing: the ledger has no such record. Error: Storage.
    Result<std::optional<UsageMessage>> find(const Id &record, const Id &device);

private:
    Database &m_database;
    const Catalogue &m_catalogue;
};

} // namespace keyway
