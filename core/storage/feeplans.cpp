#include "core/storage/feeplans.h"

#include "core/storage/database.h"
#include "core/storage/row.h"
#include "core/storage/settingsstore.h"

#include <QtCore/QJsonDocument>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {
const QString ownPolicy = u"fee.policy"_s;
}

FeePlans::FeePlans(Database &database)
    : m_database(database)
{
}

Result<std::optional<PlanHistory>> FeePlans::ofAccount()
{
    QByteArray plans;
    const auto read = m_database.query(
        u"SELECT b.plans FROM setting s "
        "JOIN billing b ON b.account_id = json_extract(s.value, '$[0].account_id') "
        "WHERE s.key = 'account'"_s,
        {}, [&plans](const Row &row) {
            plans = row.text(0).toUtf8();
            return false;
        });
    if (!read)
        return read.error();
    if (plans.isEmpty())
        return std::optional<PlanHistory>();
    const Result<PlanHistory> history
        = PlanHistory::fromJson(QJsonDocument::fromJson(plans).object());
    if (!history)
        return history.error();
    return std::optional(*history);
}

Result<FeePolicy> FeePlans::on(const QDate &billingDay)
{
    const Result<std::optional<PlanHistory>> account = ofAccount();
    if (!account)
        return account.error();
    if (*account)
        return (*account)->on(billingDay);
    const Result<QJsonValue> own = SettingsStore(m_database).value(ownPolicy);
    if (!own)
        return own.error();
    if (own->isUndefined() || own->isNull())
        return FeePolicy();
    return FeePolicy::fromJson(own->toObject());
}

Result<Done> FeePlans::chooseOwn(const FeePolicy &policy)
{
    const Result<std::optional<PlanHistory>> account = ofAccount();
    if (!account)
        return account.error();
    if (*account)
        return Error(Error::Kind::Rejected).withReason(u"account-plan"_s);
    return SettingsStore(m_database).set(ownPolicy, policy.toJson());
}

} // namespace keyway
