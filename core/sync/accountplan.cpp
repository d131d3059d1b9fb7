#include "core/sync/accountplan.h"

#include "core/storage/database.h"
#include "core/storage/row.h"

#include <QtCore/QJsonDocument>

#include <utility>

namespace keyway {

using namespace Qt::StringLiterals;

AccountPlan::AccountPlan(Database &database)
    : m_database(database)
{
}

Result<Done> AccountPlan::keep(const Id &account, const PlanMessage &plan)
{
    const auto kept = m_database.run(
        u"INSERT INTO billing (account_id, plans) VALUES (?, ?) "
        "ON CONFLICT (account_id) DO UPDATE SET plans = excluded.plans"_s,
        {stored(account),
         QString::fromUtf8(QJsonDocument(plan.history.toJson()).toJson(QJsonDocument::Compact))});
    return kept ? Result<Done>(Done()) : kept.error();
}

Task<PlanMessage> AccountPlan::kept(Id account, Task<PlanMessage> asking)
{
    auto plan = co_await asking;
    if (!plan)
        co_return plan.error();
    const Result<Done> noted = keep(account, *plan);
    if (!noted)
        co_return noted.error();
    co_return plan;
}

Task<PlanMessage> AccountPlan::pull(LinkedAccount account, ServerClient &server, Secret token,
                                    CancelToken cancel)
{
    return kept(account.account, server.plan(std::move(token), cancel));
}

Task<PlanMessage> AccountPlan::choose(LinkedAccount account, PlanChoice choice,
                                      ServerClient &server, Secret token, CancelToken cancel)
{
    return kept(account.account, server.choosePlan(std::move(token), choice, cancel));
}

Result<std::optional<PlanHistory>> AccountPlan::history(const Id &account)
{
    QString text;
    const auto read = m_database.query(u"SELECT plans FROM billing WHERE account_id = ?"_s,
                                       {stored(account)}, [&text](const Row &row) {
                                           text = row.text(0);
                                           return false;
                                       });
    if (!read)
        return read.error();
    if (text.isEmpty())
        return std::optional<PlanHistory>();
    const Result<PlanHistory> history
        = PlanHistory::fromJson(QJsonDocument::fromJson(text.toUtf8()).object());
    if (!history)
        return history.error();
    return std::optional(*history);
}

} // namespace keyway
