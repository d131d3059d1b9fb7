#include "core/catalogue/integration.h"
#include "core/engine/settlement.h"
#include "core/guard/reservation.h"
#include "core/server/call.h"
#include "core/server/parts.h"
#include "core/server/plans.h"
#include "core/server/relay.h"
#include "core/server/sqlconnection.h"
#include "core/server/systemkeys.h"
#include "core/wire/relaymessage.h"

#include <QtCore/QJsonArray>
#include <QtCore/QTimeZone>

#include <algorithm>

namespace keyway::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 usualOutputTokens = 1024;

Error refusal(const QString &reason)
{
    return Error(Error::Kind::Rejected).withReason(reason);
}

PromptRequest promptOf(const RelayPrompt &asked)
{
    PromptRequest prompt;
    prompt.id = asked.requestId;
    prompt.app = asked.app;
    prompt.instructions = asked.instructions;
    for (const RelayPrompt::Turn &turn : asked.turns)
        prompt.messages.append(
            {turn.byUser ? Message::Role::User : Message::Role::Assistant, turn.text});
    return prompt;
}

/// Service, address and model. Error: Rejected, `unknown-model`.
Result<Endpoint> endpointOf(const Call &call, const RelayPrompt &asked, const QString &ownUrl)
{
    const Service *const service = call.parts.catalogue.service(asked.service);
    const QString model = asked.model.isEmpty() && service ? service->defaultModel : asked.model;
    const Model *const facts = service ? service->model(model) : nullptr;
    if (!facts || service->local || !facts->types.contains(RequestType::Text))
        return refusal(u"unknown-model"_s);
    Endpoint endpoint;
    endpoint.service = *service;
    endpoint.baseUrl = ownUrl.isEmpty() ? service->baseUrl : QUrl(ownUrl);
    endpoint.model = model;
    endpoint.facts = *facts;
    const qint64 wanted = asked.maxOutputTokens.value_or(usualOutputTokens);
    endpoint.maxOutputTokens
        = facts->maxOutputTokens > 0 ? std::min(wanted, facts->maxOutputTokens) : wanted;
    return endpoint;
}

/// The account's day, by which the record is billed.
Result<QDate> today(const Call &call)
{
    QByteArray zone;
    const auto read = call.sql.query(u"SELECT zone FROM account WHERE account_id = ?"_s,
                                     {stored(call.caller.account)}, [&zone](const Row &row) {
                                         zone = row.text(0).toLatin1();
                                         return false;
                                     });
    if (!read)
        return read.error();
    return call.parts.clock.now().toTimeZone(QTimeZone(zone)).date();
}

/// The account's plan on that day.
Result<FeePolicy> policyOf(const Call &call, const QDate &day)
{
    const Result<PlanHistory> plans
        = Plans(call.sql, call.parts.billing.offer).of(call.caller.account);
    if (!plans)
        return plans.error();
    return plans->on(day);
}

UsageRecord recordOf(const RelayJob &job, const QDateTime &now, const QDate &day)
{
    UsageRecord record;
    record.recordId = Id::create(now);
    record.requestId = job.prompt.id;
    record.service = job.endpoint.service.id;
    record.model = job.endpoint.model;
    record.app = job.prompt.app;
    record.origin = OriginClass::FreeTier;
    record.startedAt = now;
    record.billingDay = day;
    return record;
}

/// Sets aside what the attempt costs at most; the answer is cut shorter where little is left.
Result<Done> reserve(const Call &call, RelayJob &job)
{
    guard::AttemptBounds bounds;
    bounds.promptTokens = engine::promptTokensAtMost(job.prompt);
    bounds.outputTokens = job.endpoint.maxOutputTokens;
    const std::optional<PriceQuote> quote = call.parts.catalogue.quote(
        {job.record.service, job.record.model, {}, job.record.startedAt, bounds.promptTokens, {}});
    if (!quote || !guard::worstCost(*quote, bounds))
        return refusal(u"unknown-model"_s); // what has no price has no limit
    const auto fit = [&](Money left) -> std::optional<Money> {
        const auto tokens = guard::outputTokensWithin(left, *quote, bounds);
        if (!tokens || *tokens < 1)
            return std::nullopt;
        guard::AttemptBounds fitting = bounds;
        fitting.outputTokens = job.endpoint.maxOutputTokens = *tokens;
        const std::optional<PicoDollars> most = guard::worstCost(*quote, fitting);
        return most ? std::optional(Money::fromPico(*most)) : std::nullopt;
    };
    return RelayBook(call.sql, call.parts.clock).reserve(job.attempt, job.policy.freeTier, fit);
}

Result<std::shared_ptr<RelayJob>> open(const Call &call)
{
    const Result<RelayPrompt> asked = RelayPrompt::fromJson(call.body);
    if (!asked)
        return asked.error();
    const Result<QDate> day = today(call);
    if (!day)
        return day.error();
    const Result<FeePolicy> policy = policyOf(call, *day);
    if (!policy)
        return policy.error();
    if (policy->plan != FeePlan::Freemium)
        return refusal(u"not-in-plan"_s);
    if (!call.parts.sealer)
        return refusal(u"no-system-key"_s);
    Result<OpenedKey> key
        = SystemKeys(call.sql, *call.parts.sealer, call.parts.clock).open(asked->service);
    if (!key)
        return key.error();
    const Result<Endpoint> endpoint = endpointOf(call, *asked, key->baseUrl);
    if (!endpoint)
        return endpoint.error();

    auto job = std::make_shared<RelayJob>();
    job->prompt = promptOf(*asked);
    job->endpoint = *endpoint;
    job->key = std::move(key->key);
    job->caller = call.caller;
    job->policy = *policy;
    job->record = recordOf(*job, call.parts.clock.now(), *day);
    job->attempt.account = call.caller.account;
    job->attempt.key = key->id;
    job->attempt.month = QDate(day->year(), day->month(), 1);
    UsageRecord lost = job->record;
    lost.outcome = Outcome::Unknown;
    job->attempt.record = messageOf(lost, call.caller.device, OriginClass::FreeTier);
    if (auto reserved = reserve(call, *job); !reserved)
        return reserved.error();
    return job;
}

Route::Opened ask(const Call &call)
{
    const Result<std::shared_ptr<RelayJob>> job = open(call);
    if (!job)
        return failure(job.error());
    return Sending([job = *job](Relay &relay, std::shared_ptr<http::Exchange> exchange) {
        relay.carry(std::move(exchange), job);
    });
}

/// Models that have a price today.
QJsonArray modelsOf(const Service &service, const QDate &day)
{
    QJsonArray models;
    for (const Model &model : service.models) {
        const bool offered = model.types.contains(RequestType::Text) && model.priceAt(day)
            && !model.retiredOn(day);
        if (offered)
            models.append(model.id);
    }
    return models;
}

http::Response offer(const Call &call)
{
    const Result<QDate> day = today(call);
    if (!day)
        return failure(day.error());
    const Result<FeePolicy> policy = policyOf(call, *day);
    if (!policy)
        return failure(policy.error());
    const QDate month(day->year(), day->month(), 1);
    const bool included = policy->plan == FeePlan::Freemium;
    QJsonArray services;
    RelayLeft left;
    if (included && call.parts.sealer) {
        const Result<QStringList> names
            = SystemKeys(call.sql, *call.parts.sealer, call.parts.clock).services();
        if (!names)
            return failure(names.error());
        for (const QString &name : *names) {
            if (const Service *const service = call.parts.catalogue.service(name))
                services.append(QJsonObject{{u"service"_s, name},
                                            {u"default_model"_s, service->defaultModel},
                                            {u"models"_s, modelsOf(*service, *day)}});
        }
        const Result<RelayLeft> found = RelayBook(call.sql, call.parts.clock)
                                            .left(call.caller.account, month, policy->freeTier);
        if (!found)
            return failure(found.error());
        left = *found;
    }
    const FreeTier tier = included ? policy->freeTier : FreeTier{0, {}, {}, false};
    return http::Response::json(
        200,
        {{u"included"_s, included},
         {u"month"_s, month.toString(u"yyyy-MM"_s)},
         {u"requests"_s, tier.requests},
         {u"spending_nano"_s, tier.spending.nano()},
         {u"left"_s,
          QJsonObject{{u"requests"_s, left.requests}, {u"spending_nano"_s, left.spending.nano()}}},
         {u"services"_s, services}});
}

} // namespace

QList<Route> relayRoutes()
{
    return {
        {"GET", "/v1/relay", Access::Device, false, offer},
        {"POST", "/v1/relay/text", Access::Device, false, {}, {}, ask},
    };
}

} // namespace keyway::server
