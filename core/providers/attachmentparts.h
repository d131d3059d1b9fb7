#pragma once

#include "core/providers/provider.h"

#include <QtCore/QString>

namespace keyway {

/// What an attachment is to the services: each wire format writes pictures, PDFs and text its own
/// way.
enum class AttachmentKind { Picture, Pdf, Text, Other };
AttachmentKind kindOf(const Attachment &attachment);

/// Its bytes as base64, without a prefix.
QString base64Of(const Attachment &attachment);
/// `data:image/png;base64,...`
QString dataUriOf(const Attachment &attachment);
/// A text file as text; U+FFFD where it is no UTF-8.
QString textOf(const Attachment &attachment);
/// The same with its name above it, for services that have no place for a file's name.
QString namedTextOf(const Attachment &attachment);

} // namespace keyway
