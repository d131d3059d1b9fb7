#pragma once

#include "core/providers/jobparts.h"

#include <QtCore/QJsonObject>

namespace keyway {

/// How a task of Runway stands, by the answer of GET /v1/tasks/{id}. Pure.
JobState runwayState(const QJsonObject &reply, const Endpoint &endpoint);

} // namespace keyway
