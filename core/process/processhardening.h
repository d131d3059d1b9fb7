#pragma once

#include "core/base/result.h"

namespace keyway {

/// Keeps keys out of core dumps and away from other programs of the same user: no core file, no
/// ptrace and no /proc/<pid>/mem (Linux), libsodium ready. Call first in main(), before any thread.
/// On an error (Kind::Internal, reason `not-hardened`) the program may go on, without that
/// protection.
Result<Done> hardenProcess();

} // namespace keyway
