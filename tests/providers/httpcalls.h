#pragma once

#include "core/providers/httpexchange.h"
#include "tests/support/await.h"

namespace keyway {

inline const QByteArray testKeyText = QByteArrayLiteral("sk-test-0123456789abcdef");

inline Secret testKey()
{
    return Secret::take(QByteArray(testKeyText));
}

inline QCoro::Task<HttpReply> replyOf(QFuture<HttpReply> future)
{
    auto reply = co_await future;
    co_return reply;
}

inline HttpRequest postTo(const QUrl &url, const ConnectionPolicy &connection = {})
{
    HttpRequest request;
    request.method = HttpRequest::Method::Post;
    request.url = url;
    request.contentType = "application/json";
    request.body = R"({"prompt":"canary"})";
    request.keyHeader = "Authorization";
    request.keyPrefix = "Bearer ";
    request.connection = connection;
    return request;
}

/// With testKey().
inline HttpReply send(HttpExchange &http, const HttpRequest &request, BodySink sink = {},
                      CancelToken cancel = {})
{
    return await(replyOf(http.send(request, testKey(), std::move(sink), std::move(cancel))));
}

/// `network/connect`, or `none`.
inline QString kindOf(const HttpReply &reply)
{
    return reply.error
        ? Error::kindName(reply.error->kind()) + QLatin1Char('/') + reply.error->reason()
        : QStringLiteral("none");
}

} // namespace keyway
