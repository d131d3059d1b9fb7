#pragma once

#include "core/providers/provider.h"
#include "core/routing/plan.h"

namespace keyway::engine {

/// What goes with a prompt, as routing sees it: of every turn, since all of them are sent.
QList<routing::RouteInput> routeInputs(const PromptRequest &request);

/// What was asked for beside the prompt, by the names of Model::options.
QMap<QString, QString> wantedOptions(const PromptRequest &request);

} // namespace keyway::engine
