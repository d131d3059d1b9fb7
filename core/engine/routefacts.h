#pragma once

#include "core/providers/provider.h"
#include "core/routing/plan.h"

namespace keyway::engine {

/// The kind under which the catalogue has the rule for it, see InputRule.
QString inputKindOf(const Attachment &attachment);

/// What goes with a prompt, as routing sees it: of every turn, since all of them are sent.
QList<routing::RouteInput> routeInputs(const PromptRequest &request);

/// What was asked for beside the prompt, by the names of Model::options.
QMap<QString, QString> wantedOptions(const PromptRequest &request);

} // namespace keyway::engine
