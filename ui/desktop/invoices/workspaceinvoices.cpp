#include "workspaceinvoices.h"

#include "core/async/spawn.h"
#include "core/sync/backgroundsync.h"

#include <algorithm>
#include <utility>

namespace keyway {
namespace {

/// Enough to say what a month would have cost; beyond that nothing is said.
constexpr int MostCompared = 20'000;

/// What is kept on this computer.
Result<InvoicesValue> keptBooks(BackgroundSync &sync, engine::Workspace &workspace)
{
    InvoicesValue value;
    value.today = workspace.today();
    const Result<SyncStatus> status = sync.status();
    if (!status)
        return status.error();
    value.signedIn = status->account.has_value();
    if (!value.signedIn)
        return value;
    const Id &account = status->account->account;
    Result<QList<InvoiceMessage>> invoices = sync.books().invoices().list(account);
    if (!invoices)
        return invoices.error();
    value.invoices = std::move(*invoices);
    std::reverse(value.invoices.begin(), value.invoices.end());
    const Result<std::optional<PlanHistory>> plans = sync.books().plan().history(account);
    if (!plans)
        return plans.error();
    value.keptPlan = *plans;
    for (const Service &service : workspace.catalogue().services())
        value.names.insert(service.id, service.name);
    return value;
}

/// What the last month would have cost on each plan, by what is in the ledger.
Result<Done> compare(InvoicesValue &value, engine::Workspace &workspace)
{
    value.lastMonth = monthOf(value.today).addMonths(-1);
    RecordFilter filter;
    filter.month = value.lastMonth;
    filter.running = false;
    filter.limit = MostCompared;
    const Result<QList<UsageRecord>> records = workspace.records(filter);
    if (!records)
        return records.error();
    if (records->isEmpty() || records->size() == MostCompared)
        return Done();
    QSet<Id> requests;
    for (const UsageRecord &record : *records) {
        requests.insert(record.requestId);
        value.lastCost += record.platformCost;
    }
    value.lastRequests = requests.size();
    for (const FeePolicy &plan : value.plan->offer.plans())
        value.figures.append({plan, feeOnPlan(plan, *records)});
    return Done();
}

} // namespace

WorkspaceInvoices::WorkspaceInvoices(engine::Workspace *workspace,
                                     std::shared_ptr<BackgroundSync *> sync, QObject *parent)
    : InvoicesBackend(parent)
    , m_workspace(workspace)
    , m_sync(std::move(sync))
{
    connect(workspace, &engine::Workspace::changed, this, &InvoicesBackend::changed);
}

void WorkspaceInvoices::read(bool ask, QObject *context, Handler<InvoicesValue> done)
{
    const auto kept
        = [sync = m_sync, workspace = m_workspace] { return keptBooks(**sync, *workspace); };
    if (!ask) {
        call(m_workspace, kept, context, std::move(done));
        return;
    }
    // What the server says comes later and is laid over what is kept then.
    spawn(
        m_workspace,
        [sync = m_sync] {
            return (*sync)->ask([sync](AccountService &, CancelToken cancel) {
                return (*sync)->books().pull(std::move(cancel));
            });
        },
        this,
        [this, kept, context = QPointer<QObject>(context),
         done = std::move(done)](Result<ServerBooks> server) {
            if (!context)
                return;
            call(
                m_workspace,
                [kept, server = std::move(server),
                 workspace = m_workspace]() -> Result<InvoicesValue> {
                    Result<InvoicesValue> value = kept();
                    if (!value || !value->signedIn)
                        return value;
                    if (!server) {
                        value->error = server.error();
                        return value;
                    }
                    value->plan = server->plan;
                    value->open = server->open;
                    if (const Result<Done> compared = compare(*value, *workspace); !compared)
                        return compared.error();
                    return value;
                },
                context, done);
        });
}

void WorkspaceInvoices::check(const QString &number, QObject *context, Handler<InvoiceCheck> done)
{
    call(
        m_workspace, [sync = m_sync, number] { return (*sync)->books().check(number); }, context,
        std::move(done));
}

void WorkspaceInvoices::payPage(const QString &number, QObject *context, Handler<QUrl> done)
{
    spawn(
        m_workspace,
        [sync = m_sync, number] {
            return (*sync)->ask([sync, number](AccountService &, CancelToken cancel) {
                return (*sync)->books().paymentPage(number, std::move(cancel));
            });
        },
        context, std::move(done));
}

void WorkspaceInvoices::choosePlan(const PlanChoice &choice, QObject *context, Handler<Done> done)
{
    spawn(
        m_workspace,
        [sync = m_sync, choice] {
            return (*sync)->change([sync, choice](AccountService &, CancelToken cancel) {
                return (*sync)->books().choosePlan(choice, std::move(cancel));
            });
        },
        context,
        [done = std::move(done)](const Result<PlanMessage> &plan) {
            done(plan ? Result<Done>(Done()) : plan.error());
        });
}

} // namespace keyway
