#pragma once

#include "core/providers/jobparts.h"

#include <QtCore/QJsonObject>

namespace keyway {

/// How a video of xAI stands, by the answer of GET /videos/{id}. Pure.
JobState xaiVideoState(const QJsonObject &reply, const Endpoint &endpoint);
/// How a video of OpenRouter stands, by the answer of GET /videos/{id}. Pure.
JobState openRouterVideoState(const QJsonObject &reply, const Endpoint &endpoint);

} // namespace keyway
