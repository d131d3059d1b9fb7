#pragma once

#include "core/providers/provider.h"

#include <QtCore/QJsonValue>

namespace keyway {

// What jobs of every wire format have in common, without a call. Pure.

/// The prompt: the text of the last turn.
QString promptOf(const PromptRequest &request);
/// The first attachment for a use; nothing where there is none.
const Attachment *attachmentFor(const PromptRequest &request, Attachment::Use use);
/// The picture that a video begins with, whether it was called so or is just there.
const Attachment *firstFrameOf(const PromptRequest &request);

/// How long a video is to be: as was asked for, else the model's usual length, for which the money
/// is set aside, so that it is always sent; 0: neither is known.
int videoSecondsOf(const PromptRequest &request, const Endpoint &endpoint);

/// What came of a job that did not work out, without a word about its cost: refused by the
/// service's policy, or failed.
Completion failedJob(const QString &code, const QString &words, bool policy);
/// The addresses in a field, be it a text, a list or an object; whatever else is there is no
/// result.
QList<ResultLink> linksIn(const QJsonValue &output, bool needsKey = false);
/// Whether a service's words are about its policy rather than about a failure.
bool speaksOfPolicy(const QString &words);
/// Whether a text can stand in a path: an id from a reply must not lead elsewhere.
bool isPathSafe(const QString &id);

} // namespace keyway
