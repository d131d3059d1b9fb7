#include "core/server/billing.h"
#include "core/server/call.h"
#include "core/server/parts.h"
#include "core/server/plans.h"

namespace keyway::server {

using namespace Qt::StringLiterals;

namespace {

constexpr int entriesOfPage = 5000;

Billing billingOf(const Call &call)
{
    return Billing(call.sql, call.parts.signingKey, call.parts.billing);
}

QDate todayOf(const Call &call)
{
    return call.parts.clock.now().date();
}

http::Response answerWith(const Call &call, const Result<PlanHistory> &history)
{
    if (!history)
        return failure(history.error());
    const PlanMessage message{*history, call.parts.billing.offer};
    return http::Response::json(200, message.toJson(todayOf(call)));
}

http::Response plan(const Call &call)
{
    return answerWith(call, Plans(call.sql, call.parts.billing.offer).of(call.caller.account));
}

http::Response choosePlan(const Call &call)
{
    const Result<PlanChoice> choice = PlanChoice::fromJson(call.body);
    if (!choice)
        return failure(422, u"bad-body"_s);
    return answerWith(call,
                      Plans(call.sql, call.parts.billing.offer)
                          .choose(call.caller.account, *choice, call.parts.clock.now()));
}

http::Response signingKey(const ServerParts &parts)
{
    const QByteArray publicKey = parts.signingKey.publicKey();
    return http::Response::json(200,
                                {{u"algorithm"_s, u"ed25519"_s},
                                 {u"key_id"_s, keyIdOf(publicKey)},
                                 {u"public_key"_s, QString::fromLatin1(publicKey.toHex())}});
}

http::Response invoices(const Call &call)
{
    const auto found = billingOf(call).invoices(call.caller.account, todayOf(call));
    return found ? http::Response::json(200, invoicesJson(*found)) : failure(found.error());
}

http::Response openMonth(const Call &call)
{
    const Result<Invoice> found = billingOf(call).openMonth(call.caller.account);
    return found ? http::Response::json(200, {{u"invoice"_s, found->toJson()}})
                 : failure(found.error());
}

http::Response invoice(const Call &call)
{
    const auto found
        = billingOf(call).invoice(call.caller.account, call.path.value("number"), todayOf(call));
    return found ? http::Response::json(200, found->toJson()) : failure(found.error());
}

http::Response entries(const Call &call)
{
    const QString after = call.query.queryItemValue(u"after"_s);
    const std::optional<Id> from = after.isEmpty() ? Id() : Id::fromString(after);
    if (!from)
        return failure(422, u"bad-query"_s);
    auto found = billingOf(call).entries(call.caller.account, call.path.value("number"), *from,
                                         entriesOfPage + 1);
    if (!found)
        return failure(found.error());
    const bool more = found->size() > entriesOfPage;
    if (more)
        found->removeLast();
    QJsonObject json = invoiceEntriesJson(*found);
    json.insert(u"more"_s, more);
    return http::Response::json(200, json);
}

} // namespace

QList<Route> billingRoutes()
{
    return {
        {"GET", "/v1/plan", Access::Device, false, plan},
        {"PUT", "/v1/plan", Access::Device, false, choosePlan},
        {"GET", "/v1/signing-key", Access::Anyone, false, {}, signingKey},
        {"GET", "/v1/invoices", Access::Device, false, invoices},
        // No number is called so.
        {"GET", "/v1/invoices/open", Access::Device, false, openMonth},
        {"GET", "/v1/invoices/{number}", Access::Device, false, invoice},
        {"GET", "/v1/invoices/{number}/entries", Access::Device, false, entries},
    };
}

} // namespace keyway::server
