#include "core/server/call.h"

#include <QtCore/QJsonValue>

namespace keyway::server {

using namespace Qt::StringLiterals;

namespace {

http::Response badBody()
{
    return failure(422, u"bad-body"_s);
}

Secret secretOf(const QString &text)
{
    return Secret::take(text.toUtf8());
}

http::Response answerOf(const Result<Done> &done, int status)
{
    if (!done)
        return failure(done.error());
    return status == 204 ? nothing() : http::Response::json(status, {});
}

http::Response signUp(const Call &call)
{
    const auto texts = call.texts({u"email"_s, u"password"_s, u"zone"_s});
    if (!texts)
        return badBody();
    return answerOf(call.accounts().signUp(texts->value(u"email"_s),
                                           secretOf(texts->value(u"password"_s)),
                                           texts->value(u"zone"_s).toLatin1()),
                    202);
}

http::Response verify(const Call &call)
{
    const auto texts = call.texts({u"token"_s});
    if (!texts)
        return badBody();
    return answerOf(call.accounts().verify(texts->value(u"token"_s).toLatin1()), 204);
}

http::Response signIn(const Call &call)
{
    const auto texts = call.texts({u"email"_s, u"password"_s, u"device_name"_s});
    if (!texts)
        return badBody();
    const Result<SignedIn> in
        = call.accounts().signIn(texts->value(u"email"_s), secretOf(texts->value(u"password"_s)),
                                 texts->value(u"device_name"_s));
    if (!in)
        return failure(in.error());
    return http::Response::json(201,
                                {{u"account_id"_s, in->account.toString()},
                                 {u"device_id"_s, in->device.toString()},
                                 {u"token"_s, QString::fromLatin1(in->token)},
                                 {u"zone"_s, QString::fromLatin1(in->zone)}});
}

http::Response requestReset(const Call &call)
{
    const auto texts = call.texts({u"email"_s});
    if (!texts)
        return badBody();
    return answerOf(call.accounts().requestReset(texts->value(u"email"_s)), 202);
}

http::Response reset(const Call &call)
{
    const auto texts = call.texts({u"token"_s, u"password"_s});
    if (!texts)
        return badBody();
    return answerOf(call.accounts().reset(texts->value(u"token"_s).toLatin1(),
                                          secretOf(texts->value(u"password"_s))),
                    204);
}

http::Response rotate(const Call &call)
{
    if (!call.texts({}))
        return badBody();
    const Result<QByteArray> token = call.accounts().rotate(call.caller);
    if (!token)
        return failure(token.error());
    return http::Response::json(201, {{u"token"_s, QString::fromLatin1(*token)}});
}

http::Response changePassword(const Call &call)
{
    const auto texts = call.texts({u"old_password"_s, u"password"_s});
    if (!texts)
        return badBody();
    return answerOf(call.accounts().changePassword(call.caller,
                                                   secretOf(texts->value(u"old_password"_s)),
                                                   secretOf(texts->value(u"password"_s))),
                    204);
}

http::Response removeAccount(const Call &call)
{
    const auto texts = call.texts({u"password"_s});
    if (!texts)
        return badBody();
    return answerOf(call.accounts().remove(call.caller, secretOf(texts->value(u"password"_s))),
                    204);
}

} // namespace

QList<Route> sessionRoutes()
{
    return {
        {"POST", "/v1/accounts", Access::Anyone, true, signUp},
        {"POST", "/v1/accounts/verify", Access::Anyone, true, verify},
        {"POST", "/v1/sessions", Access::Anyone, true, signIn},
        {"POST", "/v1/password/reset-mail", Access::Anyone, true, requestReset},
        {"POST", "/v1/password/reset", Access::Anyone, true, reset},
        {"POST", "/v1/sessions/rotate", Access::Device, false, rotate},
        {"PUT", "/v1/account/password", Access::Device, true, changePassword},
        {"POST", "/v1/account/delete", Access::Device, true, removeAccount},
    };
}

} // namespace keyway::server
