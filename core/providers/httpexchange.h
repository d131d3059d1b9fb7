#pragma once

#include "core/async/canceltoken.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/catalogue/connectionpolicy.h"
#include "core/providers/connectionroute.h"

#include <QCoro/QCoroFuture>
#include <QtCore/QByteArray>
#include <QtCore/QDateTime>
#include <QtCore/QFuture>
#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QUrl>
#include <QtNetwork/QSslCertificate>

#include <chrono>
#include <functional>
#include <optional>
#include <utility>

class QNetworkAccessManager;
class QNetworkRequest;

namespace keyway {

class HttpTransfer;

/// What holds for every connection of a program.
struct HttpPolicy {
    /// Trusted beside the system's certificate authorities.
    QList<QSslCertificate> extraAuthorities;
};

/// One call of a service. Holds no secret: the key is given beside it and named here by its header.
struct HttpRequest {
    enum class Method { Get, Post, Put, Delete };
    Method method = Method::Get;
    QUrl url;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray contentType;
    QByteArray body;
    QByteArray keyHeader; ///< `Authorization`
    QByteArray keyPrefix; ///< `Bearer `
    ConnectionPolicy connection = {};
    std::chrono::milliseconds connectTimeout{10'000}; ///< until the request is on its way
    std::chrono::milliseconds firstByteTimeout{
        120'000}; ///< from then to the first byte of the body
    std::chrono::milliseconds betweenBytesTimeout{60'000};
    std::optional<std::chrono::milliseconds> totalTimeout;
    qint64 bodyLimit = 64 * 1024 * 1024; ///< of a successful answer
};

/// The answer as far as it came. `error` is set where the exchange itself failed (network, TLS,
/// timeout, redirect, limit, cancel); a status of 400 and above is an answer, not an error.
struct HttpReply {
    int status = 0; ///< 0 where no answer came
    QList<std::pair<QByteArray, QByteArray>> headers; ///< names in lower case
    QByteArray body; ///< empty where a sink took it
    std::optional<Error> error;
    bool sent = false; ///< bytes of the request may have left this computer
    std::chrono::milliseconds duration{0};

    QByteArray header(QByteArrayView lowerCaseName) const;
    /// The header's date; not valid where there is none.
    QDateTime date(QByteArrayView lowerCaseName) const;
    bool isSuccess() const { return status >= 200 && status < 300; }
};

/// Takes the body of a successful answer piece by piece. `head` has status and headers. Returns
/// whether more is wanted: after `Enough` the exchange ends well, whatever the server still does.
enum class BodyStep { More, Enough };
using BodySink = std::function<BodyStep(const HttpReply &head, QByteArrayView bytes)>;

/// The one way out to the services, with the network rules in one place:
/// - nothing is followed: any 3xx is Untrusted, reason `redirect`;
/// - TLS 1.2 and later; a handshake that fails is final: Untrusted, reason `tls-handshake`, and for
/// the
///   certificate `tls-date`, `tls-host` (right but for its dates, its names) or `tls`;
/// - http to loopback only;
/// - a proxy only where the request's policy names one, never for loopback, and only as a tunnel:
/// it
///   sees the names of the service and of Keyway, and no byte of the request. What goes wrong there
///   is Network, reason `proxy-failed` or `proxy-password`;
/// - connections are shared only by requests to one origin with one route (proxy and own
///   authorities);
/// - no cookies, cache, authentication dialogs, or compression (a stream would wait in the
///   decompressor, and there is no bomb to defuse);
/// - a POST or PUT is sent once: Qt may not repeat it by itself, see OneShotBody;
/// - timeouts and limits of size as in HttpRequest; at most 1 MiB of an error's body is read.
/// The key is checked for characters that could break out of the header, and is added last, by the
/// one function that reveals it. Nothing is logged.
///
/// Qt opens at most six connections to a host for each manager over HTTP/1.1, so the exchange keeps
/// as many managers for a pool (an origin by one route) as its open transfers need. Qt 6.4 has no
/// socket option for low delay on a request; its HTTP code sets it on its sockets itself. Lives on
/// one thread.
class HttpExchange : public QObject {
    Q_OBJECT
public:
    explicit HttpExchange(HttpPolicy policy = {}, QObject *parent = nullptr);
    /// Running transfers end as cancelled.
    ~HttpExchange() override;

    /// Starts at once. The future always gets a reply, at the latest when this object is destroyed.
    QFuture<HttpReply> send(HttpRequest request, const Secret &key, BodySink sink,
                            CancelToken cancel);

    /// Ends running transfers as cancelled and drops all connections with what Qt keeps in memory
    /// about them, the key's header included. For locking.
    void dropConnections();

private:
    struct Lane {
        QNetworkAccessManager *manager = nullptr;
        int running = 0;
        bool multiplexed = false; ///< HTTP/2 was seen: many streams share a connection
    };
    struct Pool {
        QList<Lane> lanes;
    };

    QNetworkAccessManager *managerFor(const QString &pool, const QNetworkProxy &proxy);
    void release(const QString &pool, QNetworkAccessManager *manager, bool multiplexed);
    const QList<QSslCertificate> &systemAuthorities();

    HttpPolicy m_policy;
    QList<QSslCertificate> m_systemAuthorities; ///< read when they are first needed
    QHash<QString, Pool> m_pools;
};

} // namespace keyway
