#pragma once

#include <QtCore/QString>
#include <QtCore/QUrl>

#include <optional>

namespace keyway {

struct Service;

/// Whose server answered: the service's own, one at an address of the user's, the user's computer.
enum class OriginClass { Official, OwnUrl, Local };

QString nameOf(OriginClass origin); ///< `official`, `own-url`, `local`
std::optional<OriginClass> originClassFromName(QStringView name);
/// Nothing is known of a service that the catalogue does not have: OwnUrl, or Local on loopback.
OriginClass originOf(const QUrl &baseUrl, const Service *service);

} // namespace keyway
