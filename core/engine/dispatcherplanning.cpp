#include "core/base/loopback.h"
#include "core/engine/dispatcher.h"
#include "core/engine/routefacts.h"
#include "core/engine/settlement.h"
#include "core/storage/healthstore.h"
#include "core/storage/integrationstore.h"
#include "core/storage/ledger.h"

#include <utility>

namespace keyway::engine {

using namespace Qt::StringLiterals;

namespace {

/// The model somebody named, else the integration's own; for a picture or a video the service's,
/// where the own one makes none.
QString modelFor(RequestType type, const AskOptions &options, const Integration &integration,
                 const Service *service)
{
    if (options.service == integration.service && !options.model.isEmpty())
        return options.model;
    const Model *own = service ? service->modelReported(integration.model) : nullptr;
    const bool makesNone = own && !own->types.contains(type);
    if (type == RequestType::Text || !makesNone)
        return integration.model;
    const QString usual = service->defaultModelFor(type);
    return usual.isEmpty() ? integration.model : usual;
}

constexpr qint64 largestPromptBytes = 8 * 1024 * 1024;

using HealthByModel = QMap<QString, routing::ModelHealth>;

/// Of all models that were asked, whoever they belong to.
QList<routing::ModelHealth> everyModel(const QHash<Id, HealthByModel> &health)
{
    QList<routing::ModelHealth> all;
    for (const HealthByModel &models : health)
        all += models.values();
    return all;
}

} // namespace

Result<Done> checkedRequest(const PromptRequest &request)
{
    const bool empty
        = request.messages.isEmpty() || request.messages.last().text.trimmed().isEmpty();
    if (empty)
        return Error(Error::Kind::Rejected).withReason(u"empty-prompt"_s);
    qint64 bytes = 0;
    for (const Message &message : request.messages)
        bytes += message.text.toUtf8().size();
    if (bytes > largestPromptBytes)
        return Error(Error::Kind::Rejected).withReason(u"prompt-too-large"_s);
    return Done{};
}

Result<routing::RoutePlan> Dispatcher::plan(const PromptRequest &request,
                                            const AskOptions &options) const
{
    if (auto checked = checkedRequest(request); !checked)
        return checked.error();
    Result<routing::RouteSnapshot> seen = snapshot(request, options);
    if (!seen)
        return seen.error();
    return routing::plan(*seen);
}

Result<routing::RouteSnapshot> Dispatcher::snapshot(const PromptRequest &request,
                                                    const AskOptions &options) const
{
    Result<QList<Integration>> integrations = m_parts.integrations.list();
    if (!integrations)
        return integrations.error();

    Result<QHash<Id, Spending>> spending = m_parts.ledger.spending(m_parts.today());
    if (!spending)
        return spending.error();

    Result<guard::SpendingState> limits = m_parts.spending();
    if (!limits)
        return limits.error();

    const Result<QHash<Id, HealthByModel>> health = m_parts.health.all();
    if (!health)
        return health.error();

    routing::RouteSnapshot seen;
    seen.now = m_parts.clock.now();
    seen.type = request.type;
    seen.app = request.app;
    seen.strategy = options.strategy;
    seen.promptTokens = estimatedPromptTokens(request);
    seen.promptTokensAtMost = promptTokensAtMost(request);
    seen.maxOutputTokens = request.maxOutputTokens;
    seen.imageCount = request.image.count;
    seen.videoSeconds = request.video.seconds;
    seen.inputs = routeInputs(request);
    seen.wanted = wantedOptions(request);
    seen.priceFacts = priceFactsOf(request);
    seen.pinnedIntegration = options.integration;
    seen.evenDisabled = options.evenDisabled;
    seen.pinnedService = options.service;
    seen.pinnedModel = options.model;
    seen.wishes = m_parts.wishes().with(options.wishes);
    if (m_parts.votes) {
        Result<routing::VoteShifts> votes = m_parts.votes(request.type);
        if (!votes)
            return votes.error();
        seen.votes = std::move(*votes);
    }
    seen.healthPolicy = m_parts.healthPolicy();
    seen.limits = std::move(limits->limits);
    seen.mayPassLimits = options.mayPassLimits;
    seen.spendingStopped = limits->stoppedSince.has_value();
    if (const auto typical = routing::typicalOutputTokens(everyModel(*health)))
        seen.typicalOutputTokens = *typical;
    for (const Integration &integration : std::as_const(*integrations)) {
        routing::Option option;
        option.integration = integration;
        const Service *service = m_parts.catalogue.service(integration.service);
        option.serviceName = service ? service->name : integration.service;
        option.model = modelFor(request.type, options, integration, service);
        if (service) {
            option.serviceTypes = service->types;
            if (const Model *facts = service->modelReported(option.model))
                option.facts = *facts;
        }
        option.price = m_parts.catalogue.quote({integration.service,
                                                option.model,
                                                {},
                                                seen.now,
                                                seen.promptTokensAtMost,
                                                priceFactsOf(request)},
                                               termsOf(integration, option.model));
        const Spending spent = spending->value(integration.id);
        option.spentThisMonth = spent.thisMonth + spent.reserved;
        option.local = isLoopbackHost(integration.baseUrl.host());
        option.health = health->value(integration.id).value(option.model);
        seen.options.append(std::move(option));
    }
    return seen;
}

OwnTerms Dispatcher::termsOf(const Integration &integration, const QString &model) const
{
    OwnTerms terms = integration.terms;
    const QList<DatedPrice> listed = m_parts.listedPrices(integration.id, model);
    if (!listed.isEmpty())
        terms.listed.insert(model, listed);
    return terms;
}

} // namespace keyway::engine
