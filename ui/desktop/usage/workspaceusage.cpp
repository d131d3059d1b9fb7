#include "workspaceusage.h"

#include "core/async/spawn.h"
#include "core/engine/datadir.h"
#include "core/engine/forecasts.h"
#include "core/engine/workspace.h"
#include "core/storage/billingzone.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

/// The services of a month, the dearest first; those that cost the same by name.
QStringList byCost(const UsageSummary &summary)
{
    QStringList services = summary.byService.keys();
    std::stable_sort(services.begin(), services.end(),
                     [&summary](const QString &a, const QString &b) {
                         return summary.byService.value(a).platformCost
                             > summary.byService.value(b).platformCost;
                     });
    return services;
}

Result<UsageMonth> monthOf(const engine::Workspace &workspace, const std::optional<QDate> &wanted,
                           const UsageFilter &filter)
{
    UsageMonth month;
    month.today = workspace.today();
    month.filter = filter;
    const QDate day = wanted.value_or(month.today);
    const auto all = workspace.usage(day);
    if (!all)
        return all.error();
    const bool filtered = filter != UsageFilter();
    const auto shown = filtered ? workspace.usage(day, filter) : all;
    if (!shown)
        return shown.error();
    month.summary = *shown;
    month.services = byCost(*all);
    month.fee = workspace.feePolicyOn(day);
    if (!filtered)
        month.fixedFee = month.fee.fixedMonthlyFee();
    for (const QString &id : std::as_const(month.services))
        month.names.insert(id, id);
    for (const Service &service : workspace.catalogue().services())
        month.names.insert(service.id, service.name);
    if (month.summary.month == firstOfMonth(month.today)) {
        const auto foreseen = engine::forecasts(workspace, filter);
        if (!foreseen)
            return foreseen.error();
        month.forecast = foreseen->all;
        month.forecasts = foreseen->services;
    }
    return month;
}

} // namespace

WorkspaceUsage::WorkspaceUsage(engine::Workspace *workspace, QObject *parent)
    : UsageBackend(parent)
    , m_workspace(workspace)
    , m_records(engine::databaseIn(workspace->dataDir())) // fixed when it was opened
{
    connect(workspace, &engine::Workspace::changed, this, &UsageBackend::changed);
}

void WorkspaceUsage::accounts(const QDate &month, QObject *context,
                              Handler<engine::Reconciliation> done)
{
    spawn(
        m_workspace,
        [workspace = m_workspace, month] { return workspace->reconcile(month, false, {}); },
        context, std::move(done));
}

QString WorkspaceUsage::database() const
{
    return engine::databaseIn(m_workspace->dataDir());
}

void WorkspaceUsage::month(const std::optional<QDate> &month, const UsageFilter &filter,
                           QObject *context, Handler<UsageMonth> done)
{
    call(
        m_workspace,
        [workspace = m_workspace, month, filter] { return monthOf(*workspace, month, filter); },
        context, std::move(done));
}

void WorkspaceUsage::rows(const RecordFilter &filter, const RecordOrder &order, QObject *context,
                          Handler<QList<RecordKey>> done)
{
    m_records.ask<QList<RecordKey>>(
        [filter, order](Database &database) { return RecordRows(database).keys(filter, order); },
        context, std::move(done));
}

void WorkspaceUsage::records(const QList<RecordKey> &keys, QObject *context,
                             Handler<QList<UsageRecord>> done)
{
    m_records.ask<QList<UsageRecord>>(
        [keys](Database &database) { return RecordRows(database).records(keys); }, context,
        std::move(done));
}

void WorkspaceUsage::plan(const Id &request, QObject *context,
                          Handler<std::optional<routing::RoutePlan>> done)
{
    call(
        m_workspace, [workspace = m_workspace, request] { return workspace->planOf(request); },
        context, std::move(done));
}

} // namespace keyway
