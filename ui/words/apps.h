#pragma once

#include "core/usage/usagerecord.h"

namespace keyway::words {

/// The program that asked: "Command line".
QString appWord(AppClass app);

} // namespace keyway::words
