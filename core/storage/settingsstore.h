#pragma once

#include "core/base/result.h"

#include <QtCore/QJsonValue>
#include <QtCore/QString>

namespace keyway {

class Database;

/// Settings that belong to the records: fee policy, billing zone, limits. Each change is audited by
/// name, without its value. What only concerns a window (its size, its theme) has no place here.
class SettingsStore {
public:
    explicit SettingsStore(Database &database);

    /// `fallback` where nothing is stored under `key`.
    Result<QJsonValue> value(const QString &key, const QJsonValue &fallback = QJsonValue());
    Result<Done> set(const QString &key, const QJsonValue &value);
    Result<Done> remove(const QString &key);

private:
    Database &m_database;
};

} // namespace keyway
