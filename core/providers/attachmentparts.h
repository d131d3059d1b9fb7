#pragma once

#include "core/providers/provider.h"

#include <QtCore/QString>

namespace keyway {

/// What an attachment is to the services: each wire format writes pictures, PDFs and text its own
/// way.
enum class AttachmentKind { Picture, Pdf, Text, Other };
AttachmentKind kindOf(const Attachment &attachment);

/// Why a model does not get the attachments of a request: it takes none of the kind (Rejected,
/// reason `input-not-supported`). Text files are put into the prompt, so every model takes them;
/// of a model that is not known nothing is known but what the wire format has a form for:
/// `takesPdf`.
std::optional<Error> refusedAttachment(const PromptRequest &request, const Endpoint &endpoint,
                                       bool takesPdf = true);

/// Its bytes as base64, without a prefix.
QString base64Of(const Attachment &attachment);
/// `data:image/png;base64,...`
QString dataUriOf(const Attachment &attachment);
/// A text file as text; U+FFFD where it is no UTF-8.
QString textOf(const Attachment &attachment);
/// The same with its name above it, for services that have no place for a file's name.
QString namedTextOf(const Attachment &attachment);

} // namespace keyway
