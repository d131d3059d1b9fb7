#pragma once

#include "tests/support/simulator/httpmessage.h"

#include <QtCore/QHash>

namespace keyway::simulator {

/// The parts of a multipart/form-data body by their names; nothing when the request has no such
/// body.
std::optional<QHash<QByteArray, QByteArray>> multipartFields(const HttpRequest &request);

} // namespace keyway::simulator
