#pragma once

#include "core/catalogue/connectionpolicy.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtNetwork/QNetworkProxy>
#include <QtNetwork/QSslCertificate>

namespace keyway {

/// A ConnectionPolicy as it is right now: the system was asked, the file was read.
struct ConnectionRoute {
    QNetworkProxy proxy{QNetworkProxy::NoProxy};
    QList<QSslCertificate> authorities; ///< of the file
    QByteArray pool; ///< equal for routes that may share connections; shows no password

    bool isProxied() const { return proxy.type() != QNetworkProxy::NoProxy; }
};

/// The way to `url`, which is never a proxy where that is this computer. The system's answer may
/// carry a password of its own; asking it takes as long as its own files and scripts take. Error:
/// Rejected `bad-proxy`, or as of readAuthorities().
Result<ConnectionRoute> routeOf(const ConnectionPolicy &policy, const QUrl &url);

/// The certificates in a PEM file of at most 1 MiB. Error: Untrusted, `ca-unreadable` or
/// `ca-not-pem`, so that nothing is sent without them.
Result<QList<QSslCertificate>> readAuthorities(const QString &path);

} // namespace keyway
