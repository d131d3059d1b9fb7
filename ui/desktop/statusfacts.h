#pragma once

#include "core/engine/overview.h"
#include "core/secrets/secretstore.h"
#include "ui/desktop/shell/statusstrip.h"

namespace keyway {

/// What the status bar says about a reading of the records and the state of the keychain.
StatusLine statusLine(const engine::Overview &overview, const KeychainStatus &keychain,
                      const QLocale &locale = {});

} // namespace keyway
