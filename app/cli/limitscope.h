#pragma once

#include "app/cli/context.h"
#include "core/guard/spendinglimit.h"

namespace keyway::cli {

/// What people call what a limit is for: the name of the integration or the service.
QString nameOfScope(const Context &context, const guard::LimitScope &scope);
/// `everything`, a kind, `app:cli`, `service:openai`, or the name of an integration or a service.
Result<guard::LimitScope> scopeFrom(const Context &context, const QString &text);

} // namespace keyway::cli
