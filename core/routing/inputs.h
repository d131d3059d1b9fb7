#pragma once

#include "core/routing/plan.h"

namespace keyway::routing {

/// Why a model cannot take what goes with a prompt, or what was asked for; nothing where it can, or
/// where nothing is known about it. Pure.
std::optional<Reason> whyNotTaken(const RouteSnapshot &snapshot, const Model &model);

/// The kind under which a model's rules know an input, such as `first-frame` for the picture that a
/// video begins with; empty where it has no rule for it.
QString kindTaken(const RouteInput &input, RequestType type, const Model &model);

} // namespace keyway::routing
