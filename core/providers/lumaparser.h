#pragma once

#include "core/providers/jobparts.h"

#include <QtCore/QJsonObject>

namespace keyway {

/// How a generation of Luma stands, by the answer of GET /generations/{id}. Pure.
JobState lumaState(const QJsonObject &reply, const Endpoint &endpoint);

} // namespace keyway
