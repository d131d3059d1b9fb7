#pragma once

#include "core/engine/overview.h"
#include "core/secrets/secretstore.h"
#include "ui/desktop/shell/statusstrip.h"

#include <optional>

namespace keyway {

/// What the status bar says about a reading of the records and the state of the keychain, if that
/// is known yet.
StatusLine statusLine(const engine::Overview &overview,
                      const std::optional<KeychainStatus> &keychain, const QLocale &locale = {});

} // namespace keyway
