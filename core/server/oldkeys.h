#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/money/money.h"

#include <QtCore/QDateTime>
#include <QtCore/QList>
#include <QtCore/QMap>
#include <QtCore/QString>

#include <optional>
#include <vector>

namespace keyway::server {

/// One row of a system in which administrators managed everybody's keys.
struct OldKey {
    int row = 0; ///< counts from 1, the head line of a CSV file not counted
    QString user;
    QString service;
    Secret key; ///< empty: that system did not have it
    bool enabled = true;
    std::optional<QDateTime> addedAt; ///< UTC
    std::optional<QDateTime> lastUsedAt;
    Money spent;
};

/// A row that cannot be moved, and why; never a value of it but user and service.
struct BadRow {
    int row = 0;
    QString field;
    QString problem;
};

struct OldKeys {
    std::vector<OldKey> keys;
    QList<BadRow> bad;
};

/// Reads `user_id, service, api_key, enabled, added_date, total_spent, last_used` from a CSV file
/// with a head line, a JSON list of objects (or an object with one such list), or the one table of
/// an SQLite file that has these columns, by the file's ending. The first three are needed. The
/// file is not changed. Error: Storage, `cannot-open`; Rejected, `bad-file`, detail says what is
/// wrong.
Result<OldKeys> readOldKeys(const QString &path);
/// E-mail addresses by user_id, from a CSV file with the columns `user_id` and `email`. Errors as
/// above.
Result<QMap<QString, QString>> readEmails(const QString &path);

} // namespace keyway::server
