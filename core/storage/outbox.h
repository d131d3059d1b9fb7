#pragma once

#include "core/base/id.h"
#include "core/base/result.h"

#include <QtCore/QList>

namespace keyway {

class Database;

/// Settled records that the server does not have yet, oldest first. Ledger::settle() puts them in.
class Outbox {
public:
    struct Entry {
        qint64 sequence = 0;
        Id recordId;
    };

    explicit Outbox(Database &database);

    Result<QList<Entry>> pending(int limit = 100);
    Result<qint64> count();
    /// The server has stored these.
    Result<Done> acknowledge(const QList<Entry> &entries);

private:
    Database &m_database;
};

} // namespace keyway
