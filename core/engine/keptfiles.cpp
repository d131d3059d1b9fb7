#include "core/engine/keptfiles.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonObject>
#include <QtCore/QSaveFile>

#include <array>

namespace keyway::engine {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array useNames{"content"_L1, "mask"_L1, "first-frame"_L1, "last-frame"_L1};
constexpr auto detailsKey = "attachments"_L1;

Error cannotKeep(const QString &path)
{
    return Error(Error::Kind::Storage, path).withReason(u"cannot-write"_s);
}

Attachment::Use useNamed(const QString &name)
{
    for (std::size_t i = 0; i < useNames.size(); ++i) {
        if (useNames[i] == name)
            return static_cast<Attachment::Use>(i);
    }
    return Attachment::Use::Content;
}

QString attachmentsFolder(const QString &dataDir)
{
    return dataDir + "/attachments"_L1;
}

QString folderOf(const StoredMessage &message, const QString &dataDir)
{
    return conversationFolder(dataDir, message.conversationId) + u'/' + message.id.toString();
}

} // namespace

Result<QJsonArray> keepAttachments(const QList<Attachment> &attachments, const QString &folder)
{
    QJsonArray kept;
    if (attachments.isEmpty())
        return kept;
    if (!QDir().mkpath(folder))
        return cannotKeep(folder);
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    for (const Attachment &attachment : attachments) {
        const QString name = QString::number(kept.size() + 1);
        QSaveFile copy(folder + u'/' + name);
        const bool written = copy.open(QIODevice::WriteOnly)
            && copy.write(attachment.bytes) == attachment.bytes.size() && copy.commit();
        if (!written)
            return cannotKeep(copy.fileName());
        QFile::setPermissions(copy.fileName(), QFile::ReadOwner | QFile::WriteOwner);
        kept.append(QJsonObject{{u"name"_s, attachment.name},
                                {u"mime_type"_s, attachment.mimeType},
                                {u"use"_s, useNames[static_cast<std::size_t>(attachment.use)]},
                                {u"file"_s, name}});
    }
    return kept;
}

Result<QList<Attachment>> keptAttachments(const QJsonArray &kept, const QString &folder)
{
    QList<Attachment> attachments;
    for (const QJsonValue value : kept) {
        const QJsonObject entry = value.toObject();
        QFile file(folder + u'/' + entry.value("file"_L1).toString());
        if (!file.open(QIODevice::ReadOnly))
            return Error(Error::Kind::Storage, file.fileName()).withReason(u"input-gone"_s);
        attachments.append({entry.value("name"_L1).toString(),
                            entry.value("mime_type"_L1).toString(), file.readAll(),
                            useNamed(entry.value("use"_L1).toString())});
    }
    return attachments;
}

void forgetAttachments(const QString &folder)
{
    QDir(folder).removeRecursively();
}

QString conversationFolder(const QString &dataDir, const Id &conversation)
{
    return attachmentsFolder(dataDir) + u'/' + conversation.toString();
}

Result<Done> keepAttachments(StoredMessage &message, const QList<Attachment> &attachments,
                             const QString &dataDir)
{
    if (attachments.isEmpty())
        return Done();
    const QString folder = folderOf(message, dataDir);
    const Result<QJsonArray> kept = keepAttachments(attachments, folder);
    if (!kept) {
        forgetAttachments(folder);
        return kept.error();
    }
    message.details.insert(detailsKey, *kept);
    return Done();
}

Result<QList<Attachment>> attachmentsOf(const StoredMessage &message, const QString &dataDir)
{
    return keptAttachments(message.details.value(detailsKey).toArray(), folderOf(message, dataDir));
}

void sweepAttachments(ConversationStore &conversations, const QString &dataDir)
{
    const QDir folder(attachmentsFolder(dataDir));
    for (const QString &name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const std::optional<Id> id = Id::fromString(name);
        if (!id)
            continue;
        const Result<QList<StoredMessage>> messages = conversations.messages(*id);
        if (messages && messages->isEmpty())
            forgetAttachments(folder.filePath(name));
    }
}

} // namespace keyway::engine
