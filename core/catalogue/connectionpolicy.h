#pragma once

#include "core/base/result.h"

#include <QtCore/QString>
#include <QtCore/QUrl>

namespace keyway {

/// How the calls of one integration leave this computer, and whom they trust beside the system's
/// certificate authorities. Holds no secret: an address with a user name or a password is refused.
struct ConnectionPolicy {
    enum class Way {
        Direct, ///< whatever proxies the environment and the system name
        System, ///< as they say for the service's address
        Proxy, ///< through `proxy`
    };
    Way way = Way::Direct;
    QUrl proxy; ///< `http://host:port` or `socks5://host:port`; see setProxy()
    QString caFile; ///< absolute path of a PEM file; empty: none

    /// Takes `none`, `system` or the address of a proxy, with its port; `http` means that
    /// connections are asked for by CONNECT. Error: Rejected, `bad-proxy` or
    /// `proxy-with-credentials`; nothing is changed then.
    Result<Done> setProxy(const QString &text);
    /// As setProxy() takes it.
    QString proxyText() const;
    bool isDefault() const { return *this == ConnectionPolicy(); }

    friend bool operator==(const ConnectionPolicy &, const ConnectionPolicy &) = default;
};

} // namespace keyway
