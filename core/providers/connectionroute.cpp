#include "core/providers/connectionroute.h"

#include "core/base/loopback.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = 1024 * 1024;

Error untrusted(const QString &reason, const QString &detail)
{
    return Error(Error::Kind::Untrusted, detail).withReason(reason);
}

/// The first of the system's answers that Qt can tunnel through. None of them: no proxy is named.
QNetworkProxy systemProxy(const QUrl &url)
{
    const QList<QNetworkProxy> all
        = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url));
    for (const QNetworkProxy &one : all) {
        switch (one.type()) {
        case QNetworkProxy::NoProxy:
            return QNetworkProxy(QNetworkProxy::NoProxy);
        case QNetworkProxy::HttpProxy:
        case QNetworkProxy::HttpCachingProxy:
            // Whatever the system calls it: the only thing asked of it is CONNECT.
            return {QNetworkProxy::HttpProxy, one.hostName(), one.port(), one.user(),
                    one.password()};
        case QNetworkProxy::Socks5Proxy:
            return one;
        default:
            break;
        }
    }
    return QNetworkProxy(QNetworkProxy::NoProxy);
}

Result<QNetworkProxy> proxyOf(const ConnectionPolicy &policy, const QUrl &url)
{
    if (policy.way == ConnectionPolicy::Way::Direct || isLoopbackHost(url.host()))
        return QNetworkProxy(QNetworkProxy::NoProxy);
    if (policy.way == ConnectionPolicy::Way::System)
        return systemProxy(url);
    const int port = policy.proxy.port();
    if (policy.proxy.host().isEmpty() || port <= 0) {
        // Records that lost it: going without would break the user's word.
        return Error(Error::Kind::Rejected, u"no usable proxy is recorded"_s)
            .withReason(u"bad-proxy"_s);
    }
    const auto type = policy.proxy.scheme() == "socks5"_L1 ? QNetworkProxy::Socks5Proxy
                                                           : QNetworkProxy::HttpProxy;
    return QNetworkProxy(type, policy.proxy.host(), static_cast<quint16>(port));
}

} // namespace

Result<QList<QSslCertificate>> readAuthorities(const QString &path)
{
    // Not a pipe or a device, which may never end.
    if (const QFileInfo info(path); info.exists() && !info.isFile())
        return untrusted(u"ca-unreadable"_s, u"it is no file"_s);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return untrusted(u"ca-unreadable"_s, file.errorString());
    const QByteArray bytes = file.read(largestFile + 1);
    if (file.error() != QFileDevice::NoError)
        return untrusted(u"ca-unreadable"_s, file.errorString());
    if (bytes.size() > largestFile)
        return untrusted(u"ca-not-pem"_s, u"it is too large"_s);
    const QList<QSslCertificate> authorities = QSslCertificate::fromData(bytes, QSsl::Pem);
    if (authorities.isEmpty())
        return untrusted(u"ca-not-pem"_s, u"there is no certificate in it"_s);
    return authorities;
}

Result<ConnectionRoute> routeOf(const ConnectionPolicy &policy, const QUrl &url)
{
    ConnectionRoute route;
    const Result<QNetworkProxy> proxy = proxyOf(policy, url);
    if (!proxy)
        return proxy.error();
    route.proxy = *proxy;
    if (!policy.caFile.isEmpty()) {
        Result<QList<QSslCertificate>> authorities = readAuthorities(policy.caFile);
        if (!authorities)
            return authorities.error();
        route.authorities = std::move(*authorities);
    }
    QCryptographicHash pool(QCryptographicHash::Sha256);
    const auto add = [&pool](const QByteArray &part) {
        pool.addData(QByteArray::number(part.size()) + ':' + part);
    };
    if (route.isProxied()) {
        add(QByteArray::number(static_cast<int>(route.proxy.type())));
        add(route.proxy.hostName().toUtf8());
        add(QByteArray::number(route.proxy.port()));
        add(route.proxy.user().toUtf8());
        add(route.proxy.password().toUtf8());
    }
    for (const QSslCertificate &authority : std::as_const(route.authorities))
        add(authority.digest(QCryptographicHash::Sha256));
    route.pool = pool.result().toHex();
    return route;
}

} // namespace keyway
