#include "core/client/serverconnection.h"

#include <QtCore/QJsonDocument>

#include <utility>

namespace keyway {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 longestAnswer = 16 * 1024 * 1024;

Error errorFrom(const HttpReply &reply)
{
    const QJsonObject body = QJsonDocument::fromJson(reply.body).object();
    const QString code = body.value("error"_L1).toObject().value("code"_L1).toString();
    Error::ServiceReply said;
    said.httpStatus = reply.status;
    said.code = code;
    bool isNumber = false;
    const int seconds = reply.header("retry-after").toInt(&isNumber);
    if (isNumber && seconds >= 0)
        said.retryAfter = std::chrono::seconds(seconds);
    // Somebody else's 404 page is no answer of ours.
    Error::Kind kind = code.isEmpty() ? Error::Kind::Protocol : Error::Kind::Rejected;
    if (reply.status >= 500)
        kind = Error::Kind::Overloaded;
    else if (reply.status == 429)
        kind = Error::Kind::RateLimited;
    else if (!code.isEmpty() && (reply.status == 401 || reply.status == 403))
        kind = Error::Kind::Auth;
    return Error(kind, u"server: %1 %2"_s.arg(reply.status).arg(code))
        .withReason(code.isEmpty() ? u"not-keyway"_s : code)
        .withReply(said);
}

} // namespace

ServerConnection::ServerConnection(QUrl server, HttpPolicy policy)
    : m_server(std::move(server))
    , m_http(std::move(policy))
{
}

Error ServerConnection::notUnderstood(const QString &what)
{
    return Error(Error::Kind::Protocol, u"server: "_s + what).withReason(u"not-keyway"_s);
}

QString ServerConnection::serverText(const Secret &secret)
{
    return secret.reveal([](QByteArrayView bytes) { return QString::fromUtf8(bytes); });
}

HttpRequest ServerConnection::requestTo(const QString &path, HttpRequest::Method method) const
{
    HttpRequest request;
    request.method = method;
    request.url = m_server;
    QString base = m_server.path();
    while (base.endsWith(u'/'))
        base.chop(1);
    request.url.setPath(base + path.section(u'?', 0, 0));
    if (path.contains(u'?'))
        request.url.setQuery(path.section(u'?', 1));
    request.keyHeader = "Authorization";
    request.keyPrefix = "Bearer ";
    request.firstByteTimeout = 30s;
    request.totalTimeout = 120s;
    request.bodyLimit = longestAnswer;
    return request;
}

HttpRequest ServerConnection::requestWith(const QString &path, const QJsonObject &body,
                                          HttpRequest::Method method) const
{
    HttpRequest request = requestTo(path, method);
    request.contentType = "application/json";
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return request;
}

Task<QJsonObject> ServerConnection::call(HttpRequest request, Secret token, CancelToken cancel)
{
    auto sending = m_http.send(std::move(request), token, {}, cancel);
    const HttpReply reply = co_await sending;
    if (reply.error)
        co_return *reply.error;
    if (const QDateTime there = reply.date("date"); there.isValid())
        m_clockAhead = std::chrono::seconds(there.secsTo(QDateTime::currentDateTimeUtc()));
    if (!reply.isSuccess())
        co_return errorFrom(reply);
    if (reply.status == 204)
        co_return QJsonObject();
    const QJsonDocument document = QJsonDocument::fromJson(reply.body);
    if (!document.isObject())
        co_return notUnderstood(u"no JSON"_s);
    co_return document.object();
}

Task<Done> ServerConnection::tell(HttpRequest request, Secret token, CancelToken cancel)
{
    auto calling = call(std::move(request), std::move(token), cancel);
    const auto answer = co_await calling;
    if (!answer)
        co_return answer.error();
    co_return Done();
}

} // namespace keyway
