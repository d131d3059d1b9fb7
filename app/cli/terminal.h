#pragma once

#include "core/base/result.h"
#include "core/process/secretinput.h"
#include "ui/terminal/output.h"

namespace keyway::cli {

/// All of standard input. Error: Rejected `prompt-too-large` or `not-utf8`.
Result<QString> readPrompt();

} // namespace keyway::cli
