#include "core/engine/forecasts.h"
#include "core/engine/integrationhealth.h"
#include "core/engine/workspace.h"
#include "core/engine/workspaceparts.h"
#include "core/storage/runningattempts.h"

#include <algorithm>
#include <utility>

namespace keyway::engine {

namespace {

QSet<RequestType> typesOf(const Integration &integration, const Service *service)
{
    if (!service)
        return {RequestType::Text};
    const Model *model = service->modelReported(integration.model);
    return model ? model->types : service->types;
}

std::optional<Money> limitOfEverything(const guard::SpendingState &state)
{
    using guard::LimitScope;
    const auto found
        = std::find_if(state.limits.cbegin(), state.limits.cend(), [](const guard::LimitUse &use) {
              return use.limit.scope.kind == LimitScope::Kind::Everything
                  && use.limit.period == guard::LimitPeriod::Month;
          });
    return found == state.limits.cend() ? std::nullopt : std::optional(found->limit.most);
}

} // namespace

Result<Overview> Workspace::overview() const
{
    WorkspaceParts &d = *m_parts;
    return d.database->read([&]() -> Result<Overview> {
        Overview view;
        view.today = today();
        view.fee = d.feeOn(view.today);
        view.readOnly = isReadOnly();

        Result<UsageSummary> month = d.ledger->month(view.today);
        if (!month)
            return month.error();
        Result<QHash<Id, Spending>> spending = d.ledger->spending(view.today);
        if (!spending)
            return spending.error();
        Result<QList<Integration>> integrations = d.integrations->list();
        if (!integrations)
            return integrations.error();

        const auto health = d.health->all();
        if (!health)
            return health.error();
        const auto running = runningAttempts(*d.database);
        if (!running)
            return running.error();
        const QDateTime now = d.clock.now();

        const Money fixedFee = view.fee.fixedMonthlyFee();
        view.monthCost = month->all.platformCost;
        view.monthFee = month->all.platformFee + fixedFee;
        view.monthTotal = view.monthCost + view.monthFee;
        const auto foreseen = forecasts(*this);
        if (!foreseen)
            return foreseen.error();
        view.forecast = foreseen->all;
        const auto limits = this->spending();
        if (!limits)
            return limits.error();
        view.monthLimit = limitOfEverything(*limits);
        view.monthRequests = month->all.requests;
        view.unknownCost = month->all.unknownCosts;
        view.todayTotal = month->byDay.value(view.today).total();
        for (auto it = month->byService.cbegin(); it != month->byService.cend(); ++it) {
            const Service *service = d.catalogue.service(it.key());
            view.services.append({it.key(), service ? service->name : it.key(), it->requests,
                                  it->platformCost, it->platformFee, it->total()});
        }

        for (const Integration &integration : std::as_const(*integrations)) {
            IntegrationSummary summary;
            summary.integration = integration;
            const Service *service = d.catalogue.service(integration.service);
            summary.serviceName = service ? service->name : integration.service;
            summary.types = typesOf(integration, service);
            summary.local = service && service->local;
            const Spending spent = spending->value(integration.id);
            summary.thisMonth = spent.thisMonth;
            summary.totalSpent = spent.ever;
            summary.requestsThisMonth = spent.requestsThisMonth;
            summary.unknownCostThisMonth = month->byIntegration.value(integration.id).unknownCosts;
            summary.running = running->value(integration.id);

            const Pulse pulse = pulseOf(integration.model, health->value(integration.id), now);
            summary.health = healthOf(integration, pulse, d.keychain.state, spent.thisMonth);
            summary.downSince = pulse.downSince;
            summary.typicalFirstToken = pulse.typicalFirstToken;
            const QMap<QDate, Money> days = month->daysOf.value(integration.id);
            for (QDate day = month->month; day <= view.today; day = day.addDays(1))
                summary.byDay.append(days.value(day));
            view.integrations.append(std::move(summary));
        }
        return view;
    });
}

} // namespace keyway::engine
