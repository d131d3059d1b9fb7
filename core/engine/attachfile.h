#pragma once

#include "core/base/result.h"
#include "core/providers/provider.h"

namespace keyway::engine {

/// No service takes a larger file with a prompt.
inline constexpr qint64 largestAttachment = 64 * 1024 * 1024;

/// A file that is to go with a prompt; its type by its first bytes. Error: Rejected, `cannot-read`,
/// `too-large`, or `unsupported-attachment` for what is no picture, PDF or UTF-8 text.
Result<Attachment> readAttachment(const QString &path, Attachment::Use use);

} // namespace keyway::engine
