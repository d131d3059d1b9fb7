#pragma once

#include <QtCore/QString>

namespace keyway {

/// Whether a host, as QUrl::host() gives it, is this computer: `localhost`, `::1` or 127.0.0.0/8.
/// A name that only begins with "127." is somebody else's.
bool isLoopbackHost(const QString &host);

} // namespace keyway
