#include "core/base/logging.h"
#include "core/engine/keptfiles.h"
#include "core/engine/workspace.h"
#include "core/engine/workspaceparts.h"
#include "core/providers/connectionroute.h"

#include <QtCore/QSet>

#include <utility>

namespace keyway::engine {

using namespace Qt::StringLiterals;

namespace {

Error rejected(const QString &reason, const QString &detail = {})
{
    return Error(Error::Kind::Rejected, detail).withReason(reason);
}

/// "OpenAI", "OpenAI 2", "OpenAI 3": the first that nobody has.
QString freeName(const QString &wanted, const QList<Integration> &existing)
{
    QSet<QString> taken;
    for (const Integration &integration : existing)
        taken.insert(integration.name.toCaseFolded());
    QString name = wanted;
    for (int number = 2; taken.contains(name.toCaseFolded()); ++number)
        name = wanted + u' ' + QString::number(number);
    return name;
}

/// Notes the models that a key check found. That they cannot be kept is no reason to refuse a key.
void keepModels(WorkspaceParts &parts, const Integration &integration, const QStringList &ids)
{
    if (ids.isEmpty())
        return;
    const Result<ModelListChange> kept = parts.models->keep(integration.id, integration.service,
                                                            listedModels(ids), parts.clock.now());
    if (!kept)
        qCWarning(logEngine) << "Could not keep a list of models:" << kept.error().detail();
}

Result<Done> checkConnection(const ConnectionPolicy &connection)
{
    if (connection.caFile.isEmpty())
        return Done{};
    const auto authorities = readAuthorities(connection.caFile);
    return authorities ? Result<Done>(Done{}) : authorities.error();
}

/// A key from the environment needs a name that a variable can be called by.
Result<Done> checkVariable(KeySource source, const QString &name)
{
    if (source == KeySource::Environment && KeyRing::environmentVariable(name).isEmpty())
        return rejected(u"no-variable-name"_s, name);
    return Done{};
}

} // namespace

Endpoint endpointOf(const Service &service, const Integration &integration)
{
    Endpoint endpoint;
    endpoint.service = service;
    endpoint.baseUrl = integration.baseUrl;
    endpoint.connection = integration.connection;
    endpoint.model = integration.model;
    if (const Model *facts = service.modelReported(integration.model))
        endpoint.facts = *facts;
    endpoint.maxOutputTokens = 1;
    endpoint.firstByteTimeout = std::chrono::seconds(30);
    return endpoint;
}

QString originOf(const QUrl &url)
{
    const int port = url.port(url.scheme() == "https"_L1 ? 443 : 80);
    return u"%1://%2:%3"_s.arg(url.scheme(), url.host()).arg(port);
}

Result<Integration> Workspace::integration(const Id &id) const
{
    return m_parts->integrations->byId(id);
}

Result<Integration> Workspace::integrationByName(const QString &name) const
{
    return m_parts->integrations->byName(name);
}

Task<KeyCheck> Workspace::tryKey(QString service, QString baseUrl, QString model, Secret key,
                                 CancelToken cancel, ConnectionPolicy connection)
{
    const Working working(*m_parts, cancel);
    const Service *known = m_parts->catalogue.service(service);
    if (!known)
        co_return rejected(u"unknown-service"_s, service);
    const Result<QUrl> url
        = checkedBaseUrl(baseUrl.isEmpty() ? known->baseUrl.toString() : baseUrl);
    if (!url)
        co_return url.error();
    if (key.isEmpty() && known->needsKey)
        co_return rejected(u"key-missing"_s);
    Integration tried;
    tried.baseUrl = *url;
    tried.model = model.isEmpty() ? known->defaultModel : model;
    tried.connection = connection;
    const Endpoint endpoint = endpointOf(*known, tried);
    Provider &provider = m_parts->providers->forWire(known->wire);
    auto checking = provider.checkKey(endpoint, std::move(key), working.token());
    Result<KeyCheck> checked = co_await checking;
    co_return checked;
}

Task<Integration> Workspace::addIntegration(NewIntegration wanted, Secret key, CancelToken cancel)
{
    const Working working(*m_parts, cancel);
    const Service *service = m_parts->catalogue.service(wanted.service);
    if (!service)
        co_return rejected(u"unknown-service"_s, wanted.service);
    const QString address = wanted.baseUrl.isEmpty() ? service->baseUrl.toString() : wanted.baseUrl;
    if (address.isEmpty())
        co_return rejected(u"url-missing"_s);
    const Result<QUrl> url = checkedBaseUrl(address);
    if (!url)
        co_return url.error();
    if (key.isEmpty() && service->needsKey && wanted.keySource != KeySource::Environment)
        co_return rejected(u"key-missing"_s);
    if (key.size() > Secret::maximumSize)
        co_return Error(Error::Kind::Keychain).withReason(u"too-large"_s);
    if (const Result<Done> usable = checkConnection(wanted.connection); !usable)
        co_return usable.error();
    Result<QList<Integration>> existing = m_parts->integrations->list();
    if (!existing)
        co_return existing.error();

    Integration fresh;
    fresh.id = Id::create(m_parts->clock.now());
    fresh.name = wanted.name.trimmed();
    if (fresh.name.isEmpty())
        fresh.name = freeName(service->name, *existing);
    if (freeName(fresh.name, *existing) != fresh.name)
        co_return rejected(u"name-taken"_s, fresh.name);
    if (const Result<Done> usable = checkVariable(wanted.keySource, fresh.name); !usable)
        co_return usable.error();
    fresh.service = service->id;
    fresh.baseUrl = *url;
    fresh.model = wanted.model.isEmpty() ? service->defaultModel : wanted.model;
    fresh.enabled = !wanted.startDisabled;
    fresh.monthlyLimit = wanted.monthlyLimit;
    fresh.limitAction = wanted.limitAction;
    fresh.firstByteTimeout = wanted.firstByteTimeout;
    fresh.automaticRouting = wanted.automaticRouting;
    fresh.terms = wanted.terms;
    fresh.connection = wanted.connection;
    fresh.keyTail = key.tail();
    fresh.keySource = key.isEmpty() && wanted.keySource != KeySource::Environment
        ? KeySource::None
        : wanted.keySource;
    const bool readsEnvironment = fresh.keySource == KeySource::Environment;
    if (readsEnvironment) {
        auto reading = m_parts->keys->read(fresh, working.token());
        Result<Secret> given = co_await reading;
        if (!given)
            co_return given.error();
        key = std::move(*given);
        fresh.keyTail = key.tail();
    }

    QStringList offered;
    if (wanted.test) {
        Secret copy = key.clone();
        auto checking = tryKey(fresh.service, fresh.baseUrl.toString(), fresh.model,
                               std::move(copy), cancel, fresh.connection);
        const Result<KeyCheck> checked = co_await checking;
        if (!checked)
            co_return checked.error();
        fresh.testedAt = m_parts->clock.now();
        offered = checked->models;
        if (fresh.model.isEmpty() && !checked->models.isEmpty())
            fresh.model = checked->models.first();
    }
    if (fresh.model.isEmpty())
        co_return rejected(u"model-missing"_s);

    const bool keepsKey
        = fresh.keySource == KeySource::Keychain || fresh.keySource == KeySource::Vault;
    if (keepsKey) {
        auto writing = m_parts->keys->write(fresh, std::move(key));
        const Result<Done> written = co_await writing;
        if (!written)
            co_return written.error();
    }
    const Result<Integration> added = m_parts->integrations->add(fresh);
    if (!added && keepsKey) {
        auto removing = m_parts->keys->remove(fresh);
        co_await removing;
    }
    if (added) {
        keepModels(*m_parts, *added, offered);
        m_parts->announce();
    }
    co_return added;
}

Task<KeyCheck> Workspace::testIntegration(Id id, CancelToken cancel)
{
    const Working working(*m_parts, cancel);
    const Result<Integration> found = m_parts->integrations->byId(id);
    if (!found)
        co_return found.error();
    const Integration integration = *found;
    auto reading = m_parts->keys->read(integration, working.token());
    Result<Secret> key = co_await reading;
    if (!key) {
        // A key that is gone is shown on its card until there is one again.
        if (key.error().reason() == "missing-key"_L1) {
            const Result<Done> held = m_parts->integrations->setHold(
                id, {key.error().kind(), m_parts->clock.now(), {}});
            if (!held)
                co_return held.error();
            m_parts->announce();
        }
        co_return key.error();
    }
    auto checking = tryKey(integration.service, integration.baseUrl.toString(), integration.model,
                           std::move(*key), cancel, integration.connection);
    const Result<KeyCheck> checked = co_await checking;
    Result<Done> noted = Done{};
    if (checked) {
        noted = m_parts->integrations->markTested(id);
        if (noted)
            noted = m_parts->health->noteTest(id);
        keepModels(*m_parts, integration, checked->models);
    } else if (checked.error().excludesIntegration()) {
        noted = m_parts->integrations->setHold(id,
                                               {checked.error().kind(), m_parts->clock.now(), {}});
    }
    if (!noted)
        co_return noted.error();
    m_parts->announce();
    co_return checked;
}

Task<Done> Workspace::replaceKey(Id id, Secret key, bool test, CancelToken cancel)
{
    const Working working(*m_parts, cancel);
    const Result<Integration> found = m_parts->integrations->byId(id);
    if (!found)
        co_return found.error();
    auto changing = changeBaseUrl(id, found->baseUrl.toString(), std::move(key), test, cancel);
    Result<Done> changed = co_await changing;
    co_return changed;
}

Task<Done> Workspace::changeBaseUrl(Id id, QString baseUrl, Secret key, bool test,
                                    CancelToken cancel, std::optional<ConnectionPolicy> connection)
{
    const Working working(*m_parts, cancel);
    const Result<Integration> found = m_parts->integrations->byId(id);
    if (!found)
        co_return found.error();
    Integration integration = *found;
    const Result<QUrl> url = checkedBaseUrl(baseUrl);
    if (!url)
        co_return url.error();
    if (key.size() > Secret::maximumSize)
        co_return Error(Error::Kind::Keychain).withReason(u"too-large"_s);
    if (connection) {
        integration.connection = *connection;
        if (const Result<Done> usable = checkConnection(*connection); !usable)
            co_return usable.error();
    }
    if (test) {
        Secret copy = key.clone();
        auto checking = tryKey(integration.service, baseUrl, integration.model, std::move(copy),
                               cancel, integration.connection);
        const Result<KeyCheck> checked = co_await checking;
        if (!checked)
            co_return checked.error();
    }
    if (originOf(integration.baseUrl) != originOf(*url)) {
        auto forgetting = removeAdminKey(id);
        const Result<Done> forgotten = co_await forgetting;
        if (!forgotten)
            co_return forgotten;
    }
    integration.baseUrl = *url;
    integration.keyTail = key.tail();
    if (!key.isEmpty() && integration.keySource == KeySource::None)
        integration.keySource = KeySource::Keychain;
    if (!key.isEmpty()) {
        auto writing = m_parts->keys->write(integration, std::move(key));
        const Result<Done> written = co_await writing;
        if (!written)
            co_return written.error();
    }
    const Result<Done> updated = m_parts->integrations->update(integration);
    if (!updated)
        co_return updated.error();
    Result<Done> tested
        = test ? m_parts->integrations->markTested(id) : m_parts->integrations->clearHold(id);
    if (tested)
        tested = m_parts->health->noteTest(id);
    m_parts->announce();
    co_return tested;
}

Result<Done> Workspace::updateIntegration(const Integration &changed)
{
    Result<Integration> before = m_parts->integrations->byId(changed.id);
    if (!before)
        return before.error();
    const bool keyIsBound = before->keySource != KeySource::None;
    if (keyIsBound && originOf(before->baseUrl) != originOf(changed.baseUrl))
        return rejected(u"key-needed-for-new-address"_s);
    if (Result<Done> usable = checkVariable(changed.keySource, changed.name); !usable)
        return usable;
    const bool connectsAnew = before->connection != changed.connection;
    if (connectsAnew) {
        if (Result<Done> usable = checkConnection(changed.connection); !usable)
            return usable;
    }
    Result<Done> updated = m_parts->integrations->update(changed);
    const bool mended = before->hold
        && ((before->hold->kind == Error::Kind::Gone && before->model != changed.model)
            || (before->hold->kind == Error::Kind::Untrusted && connectsAnew));
    if (updated && mended)
        updated = m_parts->integrations->clearHold(changed.id);
    if (updated && connectsAnew)
        updated = m_parts->health->noteTest(changed.id);
    if (updated)
        m_parts->announce();
    return updated;
}

Result<Done> Workspace::setEnabled(const Id &id, bool enabled)
{
    Result<Done> done = m_parts->integrations->setEnabled(id, enabled);
    m_parts->announce();
    return done;
}

Result<Done> Workspace::reorder(const QList<Id> &order)
{
    Result<Done> done = m_parts->integrations->reorder(order);
    m_parts->announce();
    return done;
}

Result<Done> Workspace::removeIntegration(const Id &id)
{
    Result<Done> done = m_parts->integrations->remove(id);
    m_parts->announce();
    return done;
}

Result<Done> Workspace::restoreIntegration(const Id &id)
{
    Result<Done> done = m_parts->integrations->restore(id);
    m_parts->announce();
    return done;
}

Task<Done> Workspace::forgetKey(Id id)
{
    const Working working(*m_parts);
    const Result<Integration> found = m_parts->integrations->byId(id);
    if (!found)
        co_return found.error();
    Integration integration = *found;
    auto forgettingAdmin = removeAdminKey(id);
    const Result<Done> adminForgotten = co_await forgettingAdmin;
    if (!adminForgotten)
        co_return adminForgotten;
    auto removing = m_parts->keys->remove(integration);
    const Result<Done> removed = co_await removing;
    if (!removed)
        co_return removed;
    co_return m_parts->integrations->noteKeyForgotten(id);
}

Task<Done> Workspace::sweep()
{
    const Working working(*m_parts);
    const Result<QList<Integration>> left = m_parts->integrations->removedWithKey();
    if (!left)
        co_return left.error();
    for (const Integration &integration : *left) {
        auto forgetting = forgetKey(integration.id);
        const Result<Done> forgotten = co_await forgetting;
        if (!forgotten)
            co_return forgotten;
    }
    Result<Done> purged = m_parts->conversations->purge();
    if (purged)
        sweepAttachments(*m_parts->conversations, m_parts->options.dataDir);
    co_return purged;
}

} // namespace keyway::engine
