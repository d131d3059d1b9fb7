#pragma once

#include "tests/support/simulator/wire.h"

namespace keyway::simulator {

/// What the service says about a key, or nothing when it is good.
std::optional<Refusal> keyRefusalOf(const Route &route, const QByteArray &key,
                                    const Script &script);
/// What a service says about a path that it does not know.
Refusal unknownPath(const HttpRequest &request);

/// What the service would refuse about a request: headers, body, fields, and what the model does
/// not take. Nothing when the request is as it has to be.
std::optional<Refusal> refusalOf(const Exchange &exchange);

} // namespace keyway::simulator
