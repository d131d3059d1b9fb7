#pragma once

#include "core/base/result.h"
#include "core/providers/provider.h"
#include "core/storage/conversationstore.h"

#include <QtCore/QJsonArray>

namespace keyway::engine {

/// Writes what goes with a prompt as files into `folder` (made 0700; not made for nothing): one
/// entry each with `name`, `mime_type`, `use` and `file`, its name there. Error: Storage,
/// `cannot-write`.
Result<QJsonArray> keepAttachments(const QList<Attachment> &attachments, const QString &folder);
/// Back again. Error: Storage, `input-gone`, where a file is not there any more.
Result<QList<Attachment>> keptAttachments(const QJsonArray &kept, const QString &folder);
/// Deletes them.
void forgetAttachments(const QString &folder);

/// Below the data folder, where files of a conversation's prompts are.
QString conversationFolder(const QString &dataDir, const Id &conversation);
/// Keeps what goes with a prompt before it is appended, and names it in its details. The message
/// has its id already. Error: as of keepAttachments().
Result<Done> keepAttachments(StoredMessage &message, const QList<Attachment> &attachments,
                             const QString &dataDir);
/// What went with a kept prompt. Error: as of keptAttachments().
Result<QList<Attachment>> attachmentsOf(const StoredMessage &message, const QString &dataDir);
/// Deletes files of conversations that were deleted for good.
void sweepAttachments(ConversationStore &conversations, const QString &dataDir);

} // namespace keyway::engine
