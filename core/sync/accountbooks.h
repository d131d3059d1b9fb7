#pragma once

#include "core/sync/accountplan.h"
#include "core/sync/accountservice.h"
#include "core/sync/invoices.h"
#include "core/usage/usagerecord.h"

#include <optional>

namespace keyway {

/// What the server alone can say of an account's money.
struct ServerBooks {
    PlanMessage plan;
    Invoice open; ///< the running month, so far
};

/// Invoices in the name of who is signed in. Core thread; outlives its tasks. Errors: of
/// AccountService::session() and Invoices.
class AccountBooks {
public:
    AccountBooks(AccountService &account, Database &database, const Catalogue &catalogue);

    Invoices &invoices() { return m_invoices; }
    AccountPlan &plan() { return m_plan; }
    /// Everything that is new, and what the server says beside it.
    Task<ServerBooks> pull(CancelToken cancel);
    /// Where an invoice can be paid. Error: Rejected, `no-payments`, `nothing-to-pay`,
    /// `no-such-invoice`; Overloaded, `payment-failed`.
    Task<QUrl> paymentPage(QString number, CancelToken cancel);
    Task<PlanMessage> choosePlan(PlanChoice choice, CancelToken cancel);
    /// Error: Rejected, `signed-out`, and of Invoices::check().
    Result<InvoiceCheck> check(const QString &number);

private:
    AccountService &m_account;
    Invoices m_invoices;
    AccountPlan m_plan;
};

/// What a month's requests would have cost on a plan. Pure.
Money feeOnPlan(const FeePolicy &plan, const QList<UsageRecord> &records);

} // namespace keyway
