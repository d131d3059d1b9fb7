#include "core/storage/settingsstore.h"

#include "core/storage/audittrail.h"
#include "core/storage/database.h"
#include "core/storage/row.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <optional>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

// QJsonDocument holds only arrays and objects, so a value is kept as an array of one.
QString toText(const QJsonValue &value)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
}

} // namespace

SettingsStore::SettingsStore(Database &database)
    : m_database(database)
{
}

Result<QJsonValue> SettingsStore::value(const QString &key, const QJsonValue &fallback)
{
    QJsonValue found = fallback;
    const auto read = m_database.query(u"SELECT value FROM setting WHERE key = ?"_s, {key},
                                       [&found](const Row &row) {
                                           const QByteArray json = row.text(0).toUtf8();
                                           found = QJsonDocument::fromJson(json).array().at(0);
                                           return false;
                                       });
    if (!read)
        return read.error();
    return found;
}

Result<Done> SettingsStore::set(const QString &key, const QJsonValue &value)
{
    return m_database.write([&]() -> Result<Done> {
        const auto changed = m_database.run(
            u"INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE "
            "SET value = excluded.value WHERE value <> excluded.value"_s,
            {key, toText(value)});
        if (!changed)
            return changed.error();
        if (*changed == 0)
            return Done();
        return AuditTrail(m_database).append({u"setting.changed"_s, key, {}});
    });
}

Result<Done> SettingsStore::remove(const QString &key)
{
    return m_database.write([&]() -> Result<Done> {
        const auto changed = m_database.run(u"DELETE FROM setting WHERE key = ?"_s, {key});
        if (!changed)
            return changed.error();
        if (*changed == 0)
            return Done();
        return AuditTrail(m_database).append({u"setting.removed"_s, key, {}});
    });
}

} // namespace keyway
