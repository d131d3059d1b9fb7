#include "core/sync/serverclient.h"

#include "core/base/loopback.h"

#include <QtCore/QJsonArray>

#include <utility>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

QDateTime momentIn(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

} // namespace

Task<Done> ServerClient::signUp(QString email, Secret password, QByteArray zone, CancelToken cancel)
{
    return tell(requestWith(u"/v1/accounts"_s,
                            {{u"email"_s, email},
                             {u"password"_s, serverText(password)},
                             {u"zone"_s, QString::fromLatin1(zone)}}),
                {}, cancel);
}

Task<Done> ServerClient::verify(QByteArray mailToken, CancelToken cancel)
{
    return tell(
        requestWith(u"/v1/accounts/verify"_s, {{u"token"_s, QString::fromLatin1(mailToken)}}), {},
        cancel);
}

Task<NewSession> ServerClient::signIn(QString email, Secret password, QString deviceName,
                                      CancelToken cancel)
{
    auto calling = call(requestWith(u"/v1/sessions"_s,
                                    {{u"email"_s, email},
                                     {u"password"_s, serverText(password)},
                                     {u"device_name"_s, deviceName}}),
                        {}, cancel);
    const auto answer = co_await calling;
    if (!answer)
        co_return answer.error();
    const std::optional<Id> account = Id::fromString(answer->value("account_id"_L1).toString());
    const std::optional<Id> device = Id::fromString(answer->value("device_id"_L1).toString());
    NewSession session;
    session.token = Secret::take(answer->value("token"_L1).toString().toLatin1());
    if (!account || !device || session.token.isEmpty())
        co_return notUnderstood(u"no session"_s);
    session.account = *account;
    session.device = *device;
    session.zone = answer->value("zone"_L1).toString().toLatin1();
    co_return session;
}

Task<Done> ServerClient::signOut(Secret token, CancelToken cancel)
{
    return tell(requestTo(u"/v1/sessions/current"_s, HttpRequest::Method::Delete), std::move(token),
                cancel);
}

Task<Done> ServerClient::signOutEverywhere(Secret token, CancelToken cancel)
{
    return tell(requestTo(u"/v1/sessions"_s, HttpRequest::Method::Delete), std::move(token),
                cancel);
}

Task<QList<AccountDevice>> ServerClient::devices(Secret token, CancelToken cancel)
{
    auto calling
        = call(requestTo(u"/v1/devices"_s, HttpRequest::Method::Get), std::move(token), cancel);
    const auto answer = co_await calling;
    if (!answer)
        co_return answer.error();
    QList<AccountDevice> devices;
    const QJsonArray list = answer->value("devices"_L1).toArray();
    for (const QJsonValue &value : list) {
        const std::optional<Id> id = Id::fromString(value["device_id"_L1].toString());
        if (!id)
            co_return notUnderstood(u"a device without an id"_s);
        AccountDevice device;
        device.device = *id;
        device.name = value["name"_L1].toString();
        device.createdAt = momentIn(value["created_at"_L1]);
        device.seenAt = momentIn(value["seen_at"_L1]);
        if (const QJsonValue revoked = value["revoked_at"_L1]; !revoked.isUndefined())
            device.revokedAt = momentIn(revoked);
        device.isThisOne = value["this_device"_L1].toBool();
        devices.append(device);
    }
    co_return devices;
}

Task<Done> ServerClient::signOutDevice(Secret token, Id device, CancelToken cancel)
{
    return tell(requestTo(u"/v1/devices/"_s + device.toString(), HttpRequest::Method::Delete),
                std::move(token), cancel);
}

Task<Done> ServerClient::changePassword(Secret token, Secret old, Secret password,
                                        CancelToken cancel)
{
    const QJsonObject body{{u"old_password"_s, serverText(old)},
                           {u"password"_s, serverText(password)}};
    return tell(requestWith(u"/v1/account/password"_s, body, HttpRequest::Method::Put),
                std::move(token), cancel);
}

Task<Done> ServerClient::requestReset(QString email, CancelToken cancel)
{
    return tell(requestWith(u"/v1/password/reset-mail"_s, {{u"email"_s, email}}), {}, cancel);
}

Task<Done> ServerClient::reset(QByteArray mailToken, Secret password, CancelToken cancel)
{
    return tell(requestWith(u"/v1/password/reset"_s,
                            {{u"token"_s, QString::fromLatin1(mailToken)},
                             {u"password"_s, serverText(password)}}),
                {}, cancel);
}

Task<Done> ServerClient::tellHealth(QList<HealthReport> reports, CancelToken cancel)
{
    QJsonArray list;
    for (const HealthReport &report : std::as_const(reports))
        list.append(report.toJson());
    return tell(requestWith(u"/v1/health-reports"_s, {{u"reports"_s, list}}), {}, cancel);
}

Task<QJsonObject> ServerClient::account(Secret token, CancelToken cancel)
{
    return call(requestTo(u"/v1/account"_s, HttpRequest::Method::Get), std::move(token), cancel);
}

Task<QJsonObject> ServerClient::exported(Secret token, CancelToken cancel)
{
    return call(requestTo(u"/v1/account/export"_s, HttpRequest::Method::Get), std::move(token),
                cancel);
}

Task<Done> ServerClient::deleteAccount(Secret token, Secret password, CancelToken cancel)
{
    return tell(requestWith(u"/v1/account/delete"_s, {{u"password"_s, serverText(password)}}),
                std::move(token), cancel);
}

Task<Secret> ServerClient::rotate(Secret token, CancelToken cancel)
{
    auto calling = call(requestWith(u"/v1/sessions/rotate"_s, {}), std::move(token), cancel);
    const auto answer = co_await calling;
    if (!answer)
        co_return answer.error();
    Secret next = Secret::take(answer->value("token"_L1).toString().toLatin1());
    if (next.isEmpty())
        co_return notUnderstood(u"no token"_s);
    co_return next;
}

Task<QList<UsageAnswer>> ServerClient::send(Secret token, QList<UsageMessage> records,
                                            CancelToken cancel)
{
    QByteArray body = "{\"records\":[";
    for (const UsageMessage &record : std::as_const(records))
        body += (body.endsWith('[') ? "" : ",") + record.canonical();
    HttpRequest request = requestTo(u"/v1/usage"_s, HttpRequest::Method::Post);
    request.contentType = "application/json";
    request.body = body + "]}";
    auto calling = call(std::move(request), std::move(token), cancel);
    const auto answer = co_await calling;
    if (!answer)
        co_return answer.error();
    Result<QList<UsageAnswer>> answers = usageAnswersFrom(*answer);
    if (!answers)
        co_return answers.error();
    if (answers->size() != records.size())
        co_return notUnderstood(u"another number of answers than records"_s);
    co_return answers;
}

Task<UsagePull> ServerClient::pull(Secret token, qint64 after, CancelToken cancel)
{
    const QString path = u"/v1/usage?after=%1"_s.arg(after);
    auto calling = call(requestTo(path, HttpRequest::Method::Get), std::move(token), cancel);
    const auto answer = co_await calling;
    if (!answer)
        co_return answer.error();
    UsagePull page;
    page.next = answer->value("next"_L1).toInteger();
    page.more = answer->value("more"_L1).toBool();
    const QJsonArray records = answer->value("records"_L1).toArray();
    for (const QJsonValue &value : records) {
        Result<UsageMessage> record = UsageMessage::fromJson(value.toObject());
        if (!record)
            co_return notUnderstood(record.error().detail());
        page.records.append(std::move(record).value());
    }
    if (page.more && page.next <= after)
        co_return notUnderstood(u"a page that does not go on"_s);
    co_return page;
}

Task<QUrl> ServerClient::paymentPage(Secret token, QString number, CancelToken cancel)
{
    auto calling
        = call(requestWith(u"/v1/invoices/%1/payment"_s.arg(number), {}), std::move(token), cancel);
    const auto answer = co_await calling;
    if (!answer)
        co_return answer.error();
    const QUrl page(answer->value("url"_L1).toString(), QUrl::StrictMode);
    // It is opened in a browser: nothing but a page.
    const bool isSafe = page.scheme() == "https"_L1
        || (page.scheme() == "http"_L1 && isLoopbackHost(page.host()));
    if (!isSafe || page.host().isEmpty() || !page.userInfo().isEmpty())
        co_return notUnderstood(u"no page to pay on"_s);
    co_return page;
}

Task<QList<WaitingKey>> ServerClient::claimKeys(Secret token, QByteArray publicKey,
                                                CancelToken cancel)
{
    const QJsonObject body{{u"public_key"_s, QString::fromLatin1(publicKey.toBase64())}};
    auto calling = call(requestWith(u"/v1/key-claims"_s, body), std::move(token), cancel);
    const auto answer = co_await calling;
    if (!answer)
        co_return answer.error();
    QList<WaitingKey> keys;
    const QJsonArray list = answer->value("keys"_L1).toArray();
    for (const QJsonValue &value : list) {
        const QJsonObject key = value.toObject();
        const std::optional<Id> claim = Id::fromString(key.value("claim_id"_L1).toString());
        if (!claim)
            co_return notUnderstood(u"a key without its id"_s);
        keys.append({*claim, key.value("service"_L1).toString(),
                     key.value("enabled"_L1).toBool(true),
                     QByteArray::fromBase64(key.value("box"_L1).toString().toLatin1())});
    }
    co_return keys;
}

Task<Done> ServerClient::confirmClaim(Secret token, Id claim, CancelToken cancel)
{
    auto calling
        = call(requestTo(u"/v1/key-claims/"_s + claim.toString(), HttpRequest::Method::Delete),
               std::move(token), cancel);
    const auto answer = co_await calling;
    if (!answer)
        co_return answer.error();
    co_return Done();
}

} // namespace keyway
