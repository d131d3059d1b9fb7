#include "core/engine/workspace.h"
#include "core/engine/workspaceparts.h"
#include "core/providers/accountreader.h"

#include <utility>

namespace keyway::engine {

using namespace Qt::StringLiterals;

Task<ModelListChange> Workspace::refreshModels(Id id, CancelToken cancel)
{
    const Working working(*m_parts, cancel);
    const Result<Integration> found = m_parts->integrations->byId(id);
    if (!found)
        co_return found.error();
    const Integration integration = *found;
    const Service *const service = m_parts->catalogue.service(integration.service);
    if (!service)
        co_return Error(Error::Kind::Rejected, integration.service)
            .withReason(u"unknown-service"_s);
    auto reading = m_parts->keys->read(integration, working.token());
    Result<Secret> key = co_await reading;
    if (!key)
        co_return key.error();
    auto checking = tryKey(integration.service, integration.baseUrl.toString(), integration.model,
                           std::move(*key), cancel, integration.connection);
    const Result<KeyCheck> checked = co_await checking;
    if (!checked)
        co_return checked.error();
    QList<ListedModel> models = listedModels(checked->models);
    if (service->traits.modelListHasPrices) {
        AccountReader reader(m_parts->providers->http());
        const Endpoint endpoint = endpointOf(*service, integration);
        auto listing = reader.models(endpoint, working.token());
        Result<QList<ListedModel>> listed = co_await listing;
        if (!listed)
            co_return listed.error();
        models = std::move(*listed);
    }
    if (models.isEmpty())
        co_return Error(Error::Kind::Rejected, integration.service).withReason(u"no-model-list"_s);
    const Result<ModelListChange> change
        = m_parts->models->keep(id, integration.service, models, m_parts->clock.now());
    if (change)
        m_parts->announce();
    co_return change;
}

Result<QList<ModelChoice>> Workspace::modelChoices(const Id &id) const
{
    const Result<Integration> integration = m_parts->integrations->byId(id);
    if (!integration)
        return integration.error();
    const Result<QList<SeenModel>> seen = m_parts->models->models(id);
    if (!seen)
        return seen.error();
    return engine::modelChoices(m_parts->catalogue, *integration, *seen, m_parts->clock.now());
}

} // namespace keyway::engine
