#pragma once

#include "ui/desktop/prompts/promptvalues.h"

#include <functional>

class QMenu;

namespace keyway {

/// Adds every integration that can be asked, each with its other models: those below a menu of
/// their own. `chosen` gets an empty name for the integration's own model.
void addServices(QMenu *menu, const ServicesValue &services, QObject *context,
                 const std::function<void(const Id &integration, const QString &model)> &chosen);

} // namespace keyway
