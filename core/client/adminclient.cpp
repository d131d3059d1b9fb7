#include "core/client/adminclient.h"

#include <utility>

namespace keyway {

using namespace Qt::StringLiterals;
using Method = HttpRequest::Method;

namespace {

const auto keysPath = u"/v1/admin/system-keys"_s;

Result<AdminIdentity> identityFrom(const QJsonObject &json)
{
    AdminIdentity identity;
    identity.email = json.value("email"_L1).toString();
    identity.role = json.value("role"_L1).toString();
    const QJsonArray permissions = json.value("permissions"_L1).toArray();
    for (const QJsonValue &permission : permissions)
        identity.permissions.append(permission.toString());
    if (identity.email.isEmpty() || identity.role.isEmpty())
        return Error(Error::Kind::Protocol, u"server: nobody"_s).withReason(u"not-keyway"_s);
    return identity;
}

QString monthText(const QDate &day)
{
    return day.toString(u"yyyy-MM"_s);
}

} // namespace

Task<AdminIdentity> AdminClient::signIn(QString email, Secret password, QString code,
                                        CancelToken cancel)
{
    const QJsonObject body{
        {u"email"_s, email.trimmed()}, {u"password"_s, serverText(password)}, {u"code"_s, code}};
    auto calling = call(requestWith(u"/v1/admin/sessions"_s, body), {}, cancel);
    const auto answer = co_await calling;
    if (!answer)
        co_return answer.error();
    const Result<AdminIdentity> identity = identityFrom(*answer);
    Secret token = Secret::take(answer->value("token"_L1).toString().toLatin1());
    if (!identity || token.isEmpty())
        co_return notUnderstood(u"no session"_s);
    m_token = std::move(token);
    co_return identity;
}

Task<AdminIdentity> AdminClient::resume(Secret token, CancelToken cancel)
{
    m_token = std::move(token);
    auto asking = me(cancel);
    auto identity = co_await asking;
    if (!identity)
        m_token = {};
    co_return identity;
}

Task<AdminIdentity> AdminClient::me(CancelToken cancel)
{
    auto calling = get(u"/v1/admin/me"_s, cancel);
    const auto answer = co_await calling;
    if (!answer)
        co_return answer.error();
    co_return identityFrom(*answer);
}

Task<Done> AdminClient::signOut(CancelToken cancel)
{
    auto telling = tell(requestTo(u"/v1/admin/sessions/current"_s, Method::Delete),
                        std::exchange(m_token, {}), cancel);
    const auto told = co_await telling;
    co_return told;
}

Task<PlatformFigures> AdminClient::statistics(QDate from, QDate to, CancelToken cancel)
{
    auto calling
        = get(u"/v1/admin/statistics?from=%1&to=%2"_s.arg(monthText(from), monthText(to)), cancel);
    const auto answer = co_await calling;
    if (!answer)
        co_return answer.error();
    co_return PlatformFigures::fromJson(*answer);
}

Task<PeopleFigures> AdminClient::people(QDate month, CancelToken cancel)
{
    auto calling = get(u"/v1/admin/analytics?month=%1"_s.arg(monthText(month)), cancel);
    const auto answer = co_await calling;
    if (!answer)
        co_return answer.error();
    co_return PeopleFigures::fromJson(*answer);
}

Task<HealthFigures> AdminClient::health(int hours, CancelToken cancel)
{
    auto calling = get(u"/v1/admin/health?hours=%1"_s.arg(hours), cancel);
    const auto answer = co_await calling;
    if (!answer)
        co_return answer.error();
    co_return HealthFigures::fromJson(*answer);
}

Task<QList<PlatformKey>> AdminClient::platformKeys(CancelToken cancel)
{
    auto calling = get(keysPath, cancel);
    const auto answer = co_await calling;
    if (!answer)
        co_return answer.error();
    co_return PlatformKey::listFrom(*answer);
}

Task<Done> AdminClient::addPlatformKey(NewPlatformKey facts, Secret key, CancelToken cancel)
{
    return tell(requestWith(keysPath,
                            {{u"service"_s, facts.service},
                             {u"label"_s, facts.label},
                             {u"base_url"_s, facts.baseUrl},
                             {u"key"_s, serverText(key)}}),
                m_token.clone(), cancel);
}

Task<Done> AdminClient::rotatePlatformKey(Id id, Secret key, CancelToken cancel)
{
    return tell(
        requestWith(keysPath + u'/' + id.toString(), {{u"key"_s, serverText(key)}}, Method::Put),
        m_token.clone(), cancel);
}

Task<Done> AdminClient::retirePlatformKey(Id id, CancelToken cancel)
{
    return tell(requestTo(keysPath + u'/' + id.toString(), Method::Delete), m_token.clone(),
                cancel);
}

Task<QList<AuditedAction>> AdminClient::audit(qint64 before, CancelToken cancel)
{
    auto calling = get(
        before > 0 ? u"/v1/admin/audit?before=%1"_s.arg(before) : u"/v1/admin/audit"_s, cancel);
    const auto answer = co_await calling;
    if (!answer)
        co_return answer.error();
    co_return AuditedAction::listFrom(*answer);
}

Task<AuditVerdict> AdminClient::checkAudit(CancelToken cancel)
{
    auto calling = get(u"/v1/admin/audit/check"_s, cancel);
    const auto answer = co_await calling;
    if (!answer)
        co_return answer.error();
    if (!answer->value("whole"_L1).isBool())
        co_return notUnderstood(u"no check"_s);
    AuditVerdict check;
    check.whole = answer->value("whole"_L1).toBool();
    check.firstBroken = answer->value("first_broken"_L1).toInteger();
    co_return check;
}

Task<QJsonObject> AdminClient::get(QString path, CancelToken cancel)
{
    return call(requestTo(path, Method::Get), m_token.clone(), cancel);
}

} // namespace keyway
