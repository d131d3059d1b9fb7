#include "core/server/call.h"
#include "core/server/keyclaims.h"
#include "core/server/parts.h"

#include <QtCore/QJsonArray>

namespace keyway::server {

using namespace Qt::StringLiterals;

namespace {

http::Response claim(const Call &call)
{
    const QJsonValue text = call.body.value("public_key"_L1);
    if (call.body.size() != 1 || !text.isString())
        return failure(422, u"bad-body"_s);
    QJsonArray keys;
    if (call.parts.sealer) {
        const Result<QList<ClaimedKey>> claimed
            = KeyClaims(call.sql, *call.parts.sealer, call.parts.clock)
                  .claim(call.caller.account, call.caller.device,
                         QByteArray::fromBase64(text.toString().toLatin1()));
        if (!claimed)
            return failure(claimed.error());
        for (const ClaimedKey &key : *claimed)
            keys.append(key.toJson());
    }
    return http::Response::json(200, {{u"keys"_s, keys}});
}

http::Response confirm(const Call &call)
{
    const std::optional<Id> id = Id::fromString(call.path.value("claim_id"));
    if (!id || !call.parts.sealer)
        return failure(404, u"no-such-claim"_s);
    const auto done = KeyClaims(call.sql, *call.parts.sealer, call.parts.clock)
                          .confirm(call.caller.account, call.caller.device, *id);
    return done ? nothing() : failure(done.error());
}

} // namespace

QList<Route> keyClaimRoutes()
{
    return {
        {"POST", "/v1/key-claims", Access::Device, true, claim},
        {"DELETE", "/v1/key-claims/{claim_id}", Access::Device, false, confirm},
    };
}

} // namespace keyway::server
