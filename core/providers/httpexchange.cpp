#include "core/providers/httpexchange.h"

#include "core/base/loopback.h"
#include "core/providers/httptransfer.h"
#include "core/providers/oneshotbody.h"

#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkRequest>
#include <QtNetwork/QSslConfiguration>

#include <algorithm>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

/// What Qt opens to one host over HTTP/1.1 (QHttpNetworkConnection's default channel count).
constexpr int connectionsPerManager = 6;
/// Below the 100 streams that HTTP/2 servers commonly allow on a connection.
constexpr int streamsPerManager = 64;

QString originOf(const QUrl &url)
{
    return url.scheme() + u"://"_s + url.host() + u':' + QString::number(url.port(-1));
}

bool isHeaderSafe(QByteArrayView key)
{
    return std::all_of(key.begin(), key.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

/// The only place where a key becomes plain bytes. Qt keeps the header's value for as long as the
/// connection lives (dropConnections() ends that); our own array is shared with Qt's from here on,
/// so there is nothing of ours to wipe.
void addKey(QNetworkRequest &request, const HttpRequest &from, const Secret &key)
{
    key.reveal([&](QByteArrayView plain) {
        QByteArray value;
        value.reserve(from.keyPrefix.size() + plain.size());
        value.append(from.keyPrefix).append(plain);
        request.setRawHeader(from.keyHeader, value);
    });
}

QFuture<HttpReply> refused(Error error)
{
    QPromise<HttpReply> promise;
    promise.start();
    HttpReply reply;
    reply.error = std::move(error);
    promise.addResult(std::move(reply));
    promise.finish();
    return promise.future();
}

} // namespace

HttpExchange::HttpExchange(HttpPolicy policy, QObject *parent)
    : QObject(parent)
    , m_policy(std::move(policy))
{
}

HttpExchange::~HttpExchange()
{
    dropConnections();
}

void HttpExchange::dropConnections()
{
    const auto transfers = findChildren<HttpTransfer *>(Qt::FindDirectChildrenOnly);
    for (HttpTransfer *transfer : transfers)
        transfer->cancel();
    for (const Pool &pool : std::as_const(m_pools)) {
        for (const Lane &lane : pool.lanes)
            lane.manager->deleteLater();
    }
    m_pools.clear();
}

QFuture<HttpReply> HttpExchange::send(HttpRequest request, const Secret &key, BodySink sink,
                                      CancelToken cancel)
{
    const bool encrypted = request.url.scheme() == "https"_L1;
    const bool plainAtHome
        = request.url.scheme() == "http"_L1 && isLoopbackHost(request.url.host());
    if (!encrypted && !plainAtHome) {
        return refused(Error(Error::Kind::Rejected, u"neither https nor loopback"_s)
                           .withReason(u"insecure-url"_s));
    }
    if (cancel.isCancelled())
        return refused(Error(Error::Kind::Cancelled));
    if (!key.isEmpty() && !key.reveal(isHeaderSafe)) {
        return refused(Error(Error::Kind::Auth, u"the key has characters that no header takes"_s)
                           .withReason(u"malformed-key"_s));
    }
    const Result<ConnectionRoute> route = routeOf(request.connection, request.url);
    if (!route)
        return refused(route.error());

    QNetworkRequest out(request.url);
    out.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                     QNetworkRequest::ManualRedirectPolicy);
    out.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    out.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    out.setAttribute(QNetworkRequest::Http2AllowedAttribute, encrypted);
    if (encrypted) {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setProtocol(QSsl::TlsV1_2OrLater);
        tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
        // Qt's own adding would end the loading of the system's on demand, and so forget them.
        const auto own = m_policy.extraAuthorities + route->authorities;
        if (!own.isEmpty())
            tls.setCaCertificates(systemAuthorities() + own);
        out.setSslConfiguration(tls);
    }
    out.setRawHeader("User-Agent", "Keyway/" KEYWAY_VERSION);
    out.setRawHeader("Accept-Encoding", "identity");
    for (const auto &[name, value] : std::as_const(request.headers))
        out.setRawHeader(name, value);
    const bool put = request.method == HttpRequest::Method::Put;
    const bool withBody = put || request.method == HttpRequest::Method::Post;
    if (withBody) {
        out.setHeader(QNetworkRequest::ContentTypeHeader, request.contentType);
        out.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
        out.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    }
    if (!key.isEmpty())
        addKey(out, request, key);

    const QString pool = originOf(request.url) + u' ' + QString::fromLatin1(route->pool);
    QNetworkAccessManager *manager = managerFor(pool, route->proxy);
    QNetworkReply *reply = nullptr;
    if (withBody) {
        auto *body = new OneShotBody(std::move(request.body), nullptr);
        reply = put ? manager->put(out, body) : manager->post(out, body);
        body->setParent(reply);
    } else if (request.method == HttpRequest::Method::Delete) {
        reply = manager->deleteResource(out);
    } else {
        reply = manager->get(out);
    }
    auto *transfer
        = new HttpTransfer(reply, request, route->isProxied(), std::move(sink), cancel, this);
    connect(transfer, &HttpTransfer::ended, this,
            [this, manager, pool](bool multiplexed) { release(pool, manager, multiplexed); });
    return transfer->future();
}

const QList<QSslCertificate> &HttpExchange::systemAuthorities()
{
    if (m_systemAuthorities.isEmpty())
        m_systemAuthorities = QSslConfiguration::systemCaCertificates();
    return m_systemAuthorities;
}

QNetworkAccessManager *HttpExchange::managerFor(const QString &name, const QNetworkProxy &proxy)
{
    Pool &pool = m_pools[name];
    for (Lane &lane : pool.lanes) {
        if (lane.running < (lane.multiplexed ? streamsPerManager : connectionsPerManager)) {
            ++lane.running;
            return lane.manager;
        }
    }
    auto *manager = new QNetworkAccessManager(this);
    manager->setProxy(proxy);
    manager->setAutoDeleteReplies(false);
    manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    pool.lanes.append({manager, 1, false});
    return manager;
}

void HttpExchange::release(const QString &pool, QNetworkAccessManager *manager, bool multiplexed)
{
    const auto found = m_pools.find(pool);
    if (found == m_pools.end())
        return;
    for (Lane &lane : found->lanes) {
        if (lane.manager == manager) {
            --lane.running;
            lane.multiplexed = lane.multiplexed || multiplexed;
        }
    }
    // A manager that only a burst needed goes with its idle connections; the first one stays warm.
    for (qsizetype i = found->lanes.size() - 1; i > 0; --i) {
        if (found->lanes.at(i).running == 0) {
            found->lanes.at(i).manager->deleteLater();
            found->lanes.removeAt(i);
        }
    }
}

} // namespace keyway
