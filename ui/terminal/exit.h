#pragma once

#include "core/base/error.h"

namespace keyway::cli {

/// Exit codes of the programs.
enum class Exit {
    Done = 0,
    Error = 1,
    WrongUse = 2,
    LimitReached = 3,
    NoServiceAnswered = 4,
    KeychainLocked = 5,
    Offline = 6
};

/// Which exit code an error is.
Exit exitFor(const Error &error);

} // namespace keyway::cli
