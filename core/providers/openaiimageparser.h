#pragma once

#include "core/providers/provider.h"

namespace keyway {

/// An answer to POST /images/generations as a Completion without the facts of the transport. Usage:
/// text tokens as InUncached, picture tokens as InImage and OutImage (provider facts, 1.4).
Completion parseOpenAiImages(const QByteArray &body);

} // namespace keyway
