#pragma once

#include <QtCore/QString>
#include <QtCore/QUrl>

#include <optional>

namespace keyway {

struct Service;

/// Whose server answered: the service's own, one at an address of the user's, the user's computer;
/// or the service by way of Keyway's server, with the platform's key and at its cost.
enum class OriginClass { Official, OwnUrl, Local, FreeTier };

QString nameOf(OriginClass origin); ///< `official`, `own-url`, `local`, `free-tier`
std::optional<OriginClass> originClassFromName(QStringView name);
/// A service that the catalogue knows by an address of its own is paid wherever it is asked: behind
/// an address of this computer there is something that passes requests on. Without such an address
/// (or without a service) loopback is Local, everything else OwnUrl.
OriginClass originOf(const QUrl &baseUrl, const Service *service);

} // namespace keyway
