#include "core/storage/billingzone.h"

#include "core/storage/database.h"
#include "core/storage/settingsstore.h"

namespace keyway {

using namespace Qt::StringLiterals;

namespace {
const QString zoneKey = u"billing.zone"_s;
}

QDate billingDay(const QDateTime &at, const QTimeZone &zone)
{
    return at.toTimeZone(zone).date();
}

QDate firstOfMonth(const QDate &day)
{
    return QDate(day.year(), day.month(), 1);
}

Result<QTimeZone> billingZone(Database &database)
{
    SettingsStore settings(database);
    const auto stored = settings.value(zoneKey);
    if (!stored)
        return stored.error();
    const QTimeZone known(stored->toString().toUtf8());
    if (known.isValid())
        return known;
    QByteArray name = QTimeZone::systemTimeZoneId();
    if (!QTimeZone::isTimeZoneIdAvailable(name))
        name = "UTC"_ba;
    if (!database.isReadOnly()) {
        if (auto written = settings.set(zoneKey, QString::fromUtf8(name)); !written)
            return written.error();
    }
    return QTimeZone(name);
}

Result<Done> setBillingZone(Database &database, const QByteArray &ianaName)
{
    if (!QTimeZone::isTimeZoneIdAvailable(ianaName))
        return Error(Error::Kind::Rejected, QString::fromUtf8(ianaName))
            .withReason(u"no-such-zone"_s);
    return SettingsStore(database).set(zoneKey, QString::fromUtf8(ianaName));
}

} // namespace keyway
