#pragma once

#include "core/base/result.h"
#include "tests/support/simulator/behaviour.h"

namespace keyway::simulator {

/// Reads a script file. Unknown names, wrong types and values out of range are errors of the kind
/// Rejected whose detail names the place, such as `models.gpt-4.1.fault.status`.
Result<Script> readScript(const QByteArray &json);

/// What `--help` says about the format.
QString scriptHelp();

} // namespace keyway::simulator
