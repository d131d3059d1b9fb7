#pragma once

#include "core/providers/jobparts.h"

#include <QtCore/QJsonObject>

namespace keyway {

/// How a video of Gemini stands, by the answer of GET /interactions/{id}. Pure.
JobState geminiVideoState(const QJsonObject &reply, const Endpoint &endpoint);

} // namespace keyway
