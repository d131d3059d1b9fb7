#pragma once

#include "ui/desktop/prompts/promptvalues.h"

#include <functional>

namespace keyway {

namespace engine {
class Workspace;
}

/// What can be asked, with the state of the keychain, for a page. Called on the GUI thread; `done`
/// is called on the thread of `context`, and not at all once that is gone. Error: as of
/// Workspace::overview().
void readServices(engine::Workspace *workspace, QObject *context,
                  std::function<void(Result<ServicesValue>)> done);

} // namespace keyway
