#pragma once

#include "core/async/task.h"
#include "core/base/secret.h"
#include "core/providers/httpexchange.h"

#include <QtCore/QJsonObject>
#include <QtCore/QUrl>

#include <chrono>
#include <optional>

namespace keyway {

/// How programs talk to Keyway's server. One connection policy with the services: https, or http to
/// this computer; nothing is followed. One thread, with an event loop.
///
/// Errors: Network, Timeout and Untrusted as of HttpExchange; Auth where a token or a password is
/// refused; RateLimited with its wait; Overloaded; Rejected; each with the server's own word as its
/// reason. Protocol, `not-keyway`, where the answer is not from a Keyway server.
class ServerConnection {
public:
    explicit ServerConnection(QUrl server, HttpPolicy policy = {});

    const QUrl &server() const { return m_server; }
    /// How far this computer's clock is before the server's (below zero: behind), as the last
    /// answer told; nothing where none told it.
    std::optional<std::chrono::seconds> clockAhead() const { return m_clockAhead; }

protected:
    /// `path` may have a query.
    HttpRequest requestTo(const QString &path, HttpRequest::Method method) const;
    HttpRequest requestWith(const QString &path, const QJsonObject &body,
                            HttpRequest::Method method = HttpRequest::Method::Post) const;
    Task<QJsonObject> call(HttpRequest request, Secret token, CancelToken cancel);
    /// As call(), where the answer says no more than that it is done.
    Task<Done> tell(HttpRequest request, Secret token, CancelToken cancel);
    static Error notUnderstood(const QString &what);
    /// For the body of the one request that carries it.
    static QString serverText(const Secret &secret);

private:
    const QUrl m_server;
    HttpExchange m_http;
    std::optional<std::chrono::seconds> m_clockAhead;
};

} // namespace keyway
