#pragma once

#include "core/base/result.h"

#include <QtNetwork/QSslConfiguration>

namespace keyway::http {

/// TLS 1.2 or later with the certificate (and those between it and its authority) of one PEM file
/// and the key, RSA or EC, of another. Error: Storage, reason `cannot-open`, `bad-certificate` or
/// `bad-key`.
Result<QSslConfiguration> tlsFrom(const QString &certificateFile, const QString &keyFile);

} // namespace keyway::http
