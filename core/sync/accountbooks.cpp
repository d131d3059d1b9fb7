#include "core/sync/accountbooks.h"

#include <QtCore/QSet>

#include <utility>

namespace keyway {

AccountBooks::AccountBooks(AccountService &account, Database &database, const Catalogue &catalogue)
    : m_account(account)
    , m_invoices(database, catalogue)
    , m_plan(database)
{
}

Task<ServerBooks> AccountBooks::pull(CancelToken cancel)
{
    auto opening = m_account.session();
    auto session = co_await opening;
    if (!session)
        co_return session.error();
    auto pulling
        = m_invoices.pull(session->account, *session->server, session->token.clone(), cancel);
    const auto pulled = co_await pulling;
    if (!pulled)
        co_return pulled.error();
    auto asking = m_plan.pull(session->account, *session->server, session->token.clone(), cancel);
    auto plan = co_await asking;
    if (!plan)
        co_return plan.error();
    auto summing = session->server->openMonth(std::move(session->token), cancel);
    auto open = co_await summing;
    if (!open)
        co_return open.error();
    ServerBooks books;
    books.plan = std::move(*plan);
    books.open = std::move(*open);
    co_return books;
}

Task<PlanMessage> AccountBooks::choosePlan(PlanChoice choice, CancelToken cancel)
{
    auto opening = m_account.session();
    auto session = co_await opening;
    if (!session)
        co_return session.error();
    auto asking = m_plan.choose(session->account, choice, *session->server,
                                std::move(session->token), cancel);
    auto plan = co_await asking;
    co_return plan;
}

Task<QUrl> AccountBooks::paymentPage(QString number, CancelToken cancel)
{
    auto opening = m_account.session();
    auto session = co_await opening;
    if (!session)
        co_return session.error();
    auto asking = session->server->paymentPage(std::move(session->token), number, cancel);
    auto page = co_await asking;
    co_return page;
}

Result<InvoiceCheck> AccountBooks::check(const QString &number)
{
    const Result<LinkedAccount> account = m_account.account();
    if (!account)
        return account.error();
    return m_invoices.check(account->account, number);
}

Money feeOnPlan(const FeePolicy &plan, const QList<UsageRecord> &records)
{
    Money fee = plan.fixedMonthlyFee();
    QSet<Id> charged;
    for (const UsageRecord &record : records) {
        const AttemptFee attempt = plan.chargeFor(record, charged.contains(record.requestId));
        fee += attempt.amount;
        if (!attempt.waiver)
            charged.insert(record.requestId);
    }
    return fee;
}

} // namespace keyway
