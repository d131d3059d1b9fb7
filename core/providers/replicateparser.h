#pragma once

#include "core/providers/jobparts.h"

#include <QtCore/QJsonObject>

namespace keyway {

/// How a prediction of Replicate stands, by the answer of GET /predictions/{id}. Pure.
JobState replicateState(const QJsonObject &reply, const Endpoint &endpoint);

} // namespace keyway
