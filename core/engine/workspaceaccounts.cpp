#include "core/engine/accountreports.h"
#include "core/engine/workspace.h"
#include "core/engine/workspaceparts.h"
#include "core/providers/accountreader.h"
#include "core/storage/billingzone.h"

#include <QtCore/QMap>

#include <algorithm>
#include <utility>

namespace keyway::engine {

using namespace Qt::StringLiterals;

namespace {

/// Ids that OpenRouter gives to attempts, and answers questions about.
constexpr auto generationPrefix = "gen-"_L1;

} // namespace

Task<Done> Workspace::setAdminKey(Id id, Secret key, bool inVault, bool test, CancelToken cancel)
{
    const Working working(*m_parts, cancel);
    const Result<Integration> found = m_parts->integrations->byId(id);
    if (!found)
        co_return found.error();
    const Integration integration = *found;
    const Service *const service = m_parts->catalogue.service(integration.service);
    if (!service || !service->bill || !needsAdminKey(*service->bill))
        co_return Error(Error::Kind::Rejected, integration.service).withReason(u"no-admin-key"_s);
    if (key.isEmpty())
        co_return Error(Error::Kind::Rejected).withReason(u"key-missing"_s);
    if (key.size() > Secret::maximumSize)
        co_return Error(Error::Kind::Keychain).withReason(u"too-large"_s);
    const QDateTime now = m_parts->clock.now();
    if (test) {
        AccountReader reader(m_parts->providers->http());
        const Endpoint endpoint = endpointOf(*service, integration);
        const QDate day = now.toUTC().date().addDays(-1);
        Secret copy = key.clone();
        auto asking = reader.bill(endpoint, day, day, now, std::move(copy), working.token());
        const Result<Bill> read = co_await asking;
        if (!read)
            co_return read.error();
    }
    AdminKey noted;
    noted.source = inVault || integration.keySource == KeySource::Vault ? KeySource::Vault
                                                                        : KeySource::Keychain;
    noted.tail = key.tail();
    noted.origin = originOf(integration.baseUrl);
    noted.addedAt = now;
    const Result<std::optional<AdminKey>> before = m_parts->accounts->adminKey(id);
    if (!before)
        co_return before.error();
    auto writing = m_parts->keys->writeAdmin(id, noted.source, std::move(key));
    const Result<Done> written = co_await writing;
    if (!written)
        co_return written;
    if (*before && (*before)->source != noted.source) {
        auto removing = m_parts->keys->removeAdmin(id, (*before)->source);
        const Result<Done> removed = co_await removing;
        if (!removed)
            co_return removed;
    }
    const Result<Done> done = m_parts->accounts->noteAdminKey(id, noted);
    if (done)
        m_parts->announce();
    co_return done;
}

Task<Done> Workspace::removeAdminKey(Id id)
{
    const Working working(*m_parts);
    const Result<std::optional<AdminKey>> known = m_parts->accounts->adminKey(id);
    if (!known)
        co_return known.error();
    if (!*known)
        co_return Done{};
    auto removing = m_parts->keys->removeAdmin(id, (*known)->source);
    const Result<Done> removed = co_await removing;
    if (!removed)
        co_return removed;
    const Result<Done> done = m_parts->accounts->forgetAdminKey(id);
    if (done)
        m_parts->announce();
    co_return done;
}

Result<std::optional<AdminKey>> Workspace::adminKey(const Id &id) const
{
    return m_parts->accounts->adminKey(id);
}

Task<Done> Workspace::correctCosts(Integration integration, Endpoint endpoint, QDate month,
                                   Secret key, CancelToken cancel)
{
    const Working working(*m_parts, cancel);
    const auto uncertain
        = m_parts->ledger->uncertain(integration.id, firstOfMonth(month), lastOfMonth(month));
    if (!uncertain)
        co_return uncertain.error();
    AccountReader reader(m_parts->providers->http());
    for (const UsageRecord &record : *uncertain) {
        if (!record.serviceRequestId.startsWith(generationPrefix))
            continue;
        Secret copy = key.clone();
        auto asking = reader.generation(endpoint, record.serviceRequestId, std::move(copy),
                                        working.token());
        const Result<Money> cost = co_await asking;
        if (!cost && cost.error().kind() == Error::Kind::Gone)
            continue; // not known there: it stays estimated
        if (!cost)
            co_return cost.error();
        const Result<Done> corrected = m_parts->accounts->correct(
            {record.recordId, *cost, integration.service + u" generation"_s});
        if (!corrected)
            co_return corrected;
    }
    co_return Done{};
}

Task<Done> Workspace::readAccount(Integration integration, QDate month, CancelToken cancel)
{
    const Working working(*m_parts, cancel);
    const Service *const known = m_parts->catalogue.service(integration.service);
    const QDateTime now = m_parts->clock.now();
    const QDate today = now.toUTC().date();
    const QDate first = firstOfMonth(month);
    const QDate last = std::min(lastOfMonth(month), today);
    if (!known || known->local || first > today)
        co_return Done{};
    const Service service = *known;
    const Endpoint endpoint = endpointOf(service, integration);
    AccountReader reader(m_parts->providers->http());
    const bool byAdminKey = service.bill && needsAdminKey(*service.bill);
    Secret key;
    if (service.balance || (service.bill && !byAdminKey)) {
        auto reading = m_parts->keys->read(integration, working.token());
        Result<Secret> read = co_await reading;
        if (!read)
            co_return read.error();
        key = std::move(*read);
    }
    if (service.balance) {
        Secret copy = key.clone();
        auto asking = reader.balance(endpoint, std::move(copy), working.token());
        const Result<std::optional<Money>> left = co_await asking;
        if (!left)
            co_return left.error();
        if (*left) {
            const Result<Done> kept = m_parts->accounts->keepBalance(integration.id, {now, **left});
            if (!kept)
                co_return kept;
        }
    }
    if (!service.bill)
        co_return Done{};
    if (byAdminKey) {
        const Result<std::optional<AdminKey>> admin = usableAdminKey(*m_parts, integration);
        if (!admin)
            co_return admin.error();
        if (!*admin)
            co_return Done{};
        auto reading = m_parts->keys->readAdmin(integration.id, (*admin)->source, working.token());
        Result<Secret> read = co_await reading;
        if (!read)
            co_return read.error();
        key = std::move(*read);
    }
    if (*service.bill == BillFormat::OpenRouterKey) {
        Secret copy = key.clone();
        auto correcting
            = correctCosts(integration, endpoint, month, std::move(copy), working.token());
        const Result<Done> corrected = co_await correcting;
        if (!corrected)
            co_return corrected;
        // It tells of this month alone.
        if (last < today)
            co_return Done{};
    }
    auto asking = reader.bill(endpoint, first, last, now, std::move(key), working.token());
    const Result<Bill> bill = co_await asking;
    if (!bill)
        co_return bill.error();
    co_return m_parts->accounts->keepBill(integration.id, *bill);
}

Task<Reconciliation> Workspace::reconcile(QDate month, bool ask, CancelToken cancel)
{
    const Working working(*m_parts, cancel);
    const Result<QList<Integration>> integrations = m_parts->integrations->list();
    if (!integrations)
        co_return integrations.error();
    QMap<Id, Error> errors;
    const QList<Integration> asked = ask ? *integrations : QList<Integration>();
    for (const Integration &integration : asked) {
        if (!integration.enabled)
            continue;
        auto reading = readAccount(integration, month, working.token());
        const Result<Done> read = co_await reading;
        if (!read && read.error().kind() == Error::Kind::Cancelled)
            co_return read.error();
        if (!read)
            errors.insert(integration.id, read.error());
    }
    if (ask)
        m_parts->announce();
    co_return accountReports(*m_parts, month, errors);
}

} // namespace keyway::engine
