#include "core/server/call.h"

namespace keyway::server {

using namespace Qt::StringLiterals;

namespace {

http::Response answerOf(const Result<QJsonObject> &json)
{
    return json ? http::Response::json(200, *json) : failure(json.error());
}

http::Response account(const Call &call)
{
    return answerOf(call.accounts().describe(call.caller));
}

http::Response exported(const Call &call)
{
    return answerOf(call.accounts().exported(call.caller));
}

http::Response devices(const Call &call)
{
    return answerOf(call.accounts().devices(call.caller));
}

http::Response removeDevice(const Call &call)
{
    const std::optional<Id> device = Id::fromString(call.path.value("device_id"));
    if (!device)
        return failure(404, u"no-such-device"_s);
    const auto done = call.accounts().signOut(call.caller.account, *device);
    return done ? nothing() : failure(done.error());
}

http::Response signOut(const Call &call)
{
    const auto done = call.accounts().signOut(call.caller.account, call.caller.device);
    return done ? nothing() : failure(done.error());
}

http::Response signOutEverywhere(const Call &call)
{
    const auto done = call.accounts().signOutEverywhere(call.caller.account);
    return done ? nothing() : failure(done.error());
}

} // namespace

QList<Route> accountRoutes()
{
    return {
        {"GET", "/v1/account", Access::Device, false, account},
        {"GET", "/v1/account/export", Access::Device, false, exported},
        {"GET", "/v1/devices", Access::Device, false, devices},
        {"DELETE", "/v1/devices/{device_id}", Access::Device, false, removeDevice},
        {"DELETE", "/v1/sessions/current", Access::Device, false, signOut},
        {"DELETE", "/v1/sessions", Access::Device, false, signOutEverywhere},
    };
}

} // namespace keyway::server
