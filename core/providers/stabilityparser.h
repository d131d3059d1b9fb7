#pragma once

#include "core/providers/httpexchange.h"
#include "core/providers/multipartform.h"
#include "core/providers/provider.h"

#include <optional>

namespace keyway {

/// The form of a call, always multipart: of a generation, or of an edit of the picture that is
/// attached to the prompt. The prompt itself goes to generations, and to edits whose model takes
/// one
/// (`prompt` among its parameters).
MultipartForm stabilityForm(const PromptRequest &request, const Endpoint &endpoint,
                            MultipartForm form = MultipartForm());
/// Whether a call gives an id instead of a picture (provider facts, 4).
bool isStabilityJob(const QString &path);
/// The path below the base URL: the catalogue's, else by the model's name. Nothing: not known.
std::optional<QString> stabilityPath(const Endpoint &endpoint);

/// A successful answer to a generation call, raw bytes or JSON, as a Completion without the facts
/// of the transport. A filtered picture comes blurred, with 200, and is charged.
Completion parseStabilityImage(const HttpReply &reply);

} // namespace keyway
