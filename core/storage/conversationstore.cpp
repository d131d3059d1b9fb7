#include "core/storage/conversationstore.h"

#include "core/base/names.h"
#include "core/storage/conversationsearch.h"
#include "core/storage/database.h"
#include "core/storage/row.h"

#include <QtCore/QHash>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <algorithm>
#include <tuple>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

const QString conversationColumns
    = u"id, title, created_at, updated_at, service, model, platform_cost_nano, platform_fee_nano"_s;

Conversation conversationFrom(const Row &row)
{
    return {row.id(0),   row.text(1), row.time(2),  row.time(3),
            row.text(4), row.text(5), row.money(6), row.money(7)};
}

Error noSuch(const Id &id)
{
    return Error(Error::Kind::Rejected, id.toString()).withReason(u"no-such-conversation"_s);
}

constexpr Names<StoredMessage::State, 4> stateNames{{
    {StoredMessage::State::Complete, "complete"_L1},
    {StoredMessage::State::Streaming, "streaming"_L1},
    {StoredMessage::State::Stopped, "stopped"_L1},
    {StoredMessage::State::Failed, "failed"_L1},
}};

QString partialsText(const QList<StoredMessage::Partial> &partials)
{
    QJsonArray array;
    for (const auto &partial : partials)
        array.append(
            QJsonObject{{u"record_id"_s, partial.recordId.toString()}, {u"text"_s, partial.text}});
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QList<StoredMessage::Partial> partialsFrom(const QString &text)
{
    QList<StoredMessage::Partial> partials;
    const QJsonArray array = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const QJsonValue &value : array)
        partials.append({Id::fromString(value["record_id"_L1].toString()).value_or(Id()),
                         value["text"_L1].toString()});
    return partials;
}

QString detailsText(const QJsonObject &details)
{
    return QString::fromUtf8(QJsonDocument(details).toJson(QJsonDocument::Compact));
}

QJsonObject detailsFrom(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

StoredMessage messageFrom(const Row &row)
{
    StoredMessage message;
    message.id = row.id(0);
    message.conversationId = row.id(1);
    message.role = row.text(2) == nameOf(StoredMessage::Role::User)
        ? StoredMessage::Role::User
        : StoredMessage::Role::Assistant;
    message.state = valueIn(stateNames, row.text(3)).value_or(StoredMessage::State::Failed);
    message.text = row.text(4);
    message.requestId = Id::fromString(row.text(5));
    message.partials = partialsFrom(row.text(6));
    message.details = detailsFrom(row.text(7));
    message.createdAt = row.time(8);
    return message;
}

Result<Done> changeOne(Database &database, const QString &sql, const QVariantList &values,
                       const Id &id)
{
    const auto changed = database.run(sql, values);
    if (!changed)
        return changed.error();
    if (*changed == 0)
        return noSuch(id);
    return Done();
}

} // namespace

QString nameOf(StoredMessage::Role role)
{
    return role == StoredMessage::Role::User ? u"user"_s : u"assistant"_s;
}

QString nameOf(StoredMessage::State state)
{
    return nameIn(stateNames, state);
}

ConversationStore::ConversationStore(Database &database)
    : m_database(database)
{
}

Result<Conversation> ConversationStore::create(const QString &title)
{
    Conversation conversation;
    conversation.title = title;
    conversation.createdAt = conversation.updatedAt = m_database.clock().now();
    conversation.id = Id::create(conversation.createdAt);
    return m_database.write([&]() -> Result<Conversation> {
        const auto written = m_database.run(
            u"INSERT INTO conversation (id, title, created_at, updated_at, service, model) "
            "VALUES (?, ?, ?, ?, '', '')"_s,
            {conversation.id.toString(), title, stored(conversation.createdAt),
             stored(conversation.updatedAt)});
        if (!written)
            return written.error();
        return conversation;
    });
}

Result<Conversation> ConversationStore::byId(const Id &id)
{
    std::optional<Conversation> found;
    const auto read
        = m_database.query("SELECT "_L1 + conversationColumns
                               + " FROM conversation WHERE id = ? AND removed_at IS NULL"_L1,
                           {id.toString()}, [&found](const Row &row) {
                               found = conversationFrom(row);
                               return false;
                           });
    if (!read)
        return read.error();
    if (!found)
        return noSuch(id);
    return *found;
}

Result<QList<Conversation>> ConversationStore::list(int limit,
                                                    const std::optional<Conversation> &after)
{
    QString condition = u"removed_at IS NULL"_s;
    QVariantList values;
    if (after) {
        condition += u" AND (updated_at, id) < (?, ?)"_s;
        values = {stored(after->updatedAt), after->id.toString()};
    }
    values.append(limit);
    QList<Conversation> conversations;
    const auto read
        = m_database.query("SELECT "_L1 + conversationColumns + " FROM conversation WHERE "_L1
                               + condition + " ORDER BY updated_at DESC, id DESC LIMIT ?"_L1,
                           values, [&conversations](const Row &row) {
                               conversations.append(conversationFrom(row));
                               return true;
                           });
    if (!read)
        return read.error();
    return conversations;
}

Result<QList<ConversationHit>> ConversationStore::search(const QString &text, int limit)
{
    const QStringList words = search::words(text);
    if (words.isEmpty() || limit <= 0)
        return QList<ConversationHit>();
    return m_database.read([&]() -> Result<QList<ConversationHit>> {
        QHash<Id, ConversationHit> hits;
        const QString fromMessage
            = u" JOIN conversation c ON c.id = m.conversation_id WHERE c.removed_at IS NULL AND "_s;
        const QString index = search::indexQuery(words);
        QString sql = u"SELECT m.conversation_id, m.text FROM "_s;
        QVariantList values;
        if (!index.isEmpty()) {
            sql += u"message_search s JOIN message m ON m.number = s.rowid"_s + fromMessage
                + u"message_search MATCH ?"_s;
            values = {index};
        } else {
            QStringList likes;
            for (const QString &word : words) {
                likes.append(uR"(m.text LIKE ? ESCAPE '\')"_s);
                values.append(search::likePattern(word));
            }
            sql += u"message m"_s + fromMessage + likes.join(" AND "_L1);
        }
        auto read
            = m_database.query(sql + " ORDER BY m.number DESC"_L1, values, [&](const Row &row) {
                  ConversationHit &hit = hits[row.id(0)];
                  if (hit.excerpt.isEmpty())
                      hit.excerpt = search::excerpt(row.text(1), words);
                  return hits.size() < limit;
              });
        if (!read)
            return read.error();
        QList<ConversationHit> found;
        read
            = m_database.query("SELECT "_L1 + conversationColumns
                                   + " FROM conversation WHERE removed_at IS NULL "
                                     "ORDER BY updated_at DESC, id DESC"_L1,
                               {}, [&](const Row &row) {
                                   const Id id = row.id(0);
                                   if (hits.contains(id) || search::containsAll(row.text(1), words))
                                       found.append({conversationFrom(row), hits[id].excerpt});
                                   return found.size() < limit;
                               });
        if (!read)
            return read.error();
        return found;
    });
}

Result<Done> ConversationStore::rename(const Id &id, const QString &title)
{
    return m_database.write([&] {
        return changeOne(m_database,
                         u"UPDATE conversation SET title = ? WHERE id = ? AND removed_at IS NULL"_s,
                         {title, id.toString()}, id);
    });
}

Result<Done> ConversationStore::remove(const Id &id)
{
    return m_database.write([&] {
        return changeOne(
            m_database,
            u"UPDATE conversation SET removed_at = ? WHERE id = ? AND removed_at IS NULL"_s,
            {stored(m_database.clock().now()), id.toString()}, id);
    });
}

Result<Done> ConversationStore::restore(const Id &id)
{
    return m_database.write([&] {
        return changeOne(m_database, u"UPDATE conversation SET removed_at = NULL WHERE id = ?"_s,
                         {id.toString()}, id);
    });
}

Result<Done> ConversationStore::purge()
{
    bool any = false;
    auto purged = m_database.write([&]() -> Result<Done> {
        const auto removed
            = m_database.run(u"DELETE FROM conversation WHERE removed_at IS NOT NULL"_s);
        if (!removed)
            return removed.error();
        any = *removed > 0;
        if (!any)
            return Done();
        // Until its segments are merged, the index still has the words of deleted messages.
        const auto merged
            = m_database.run(u"INSERT INTO message_search (message_search) VALUES ('optimize')"_s);
        if (!merged)
            return merged.error();
        return Done();
    });
    if (!purged || !any)
        return purged;
    // The old pages are in the WAL until it is emptied; while others read, a later purge does it.
    return m_database.query(u"PRAGMA wal_checkpoint(TRUNCATE)"_s, {},
                            [](const Row &) { return false; });
}

Result<StoredMessage> ConversationStore::append(const StoredMessage &wanted)
{
    return m_database.write([&]() -> Result<StoredMessage> {
        StoredMessage message = wanted;
        message.createdAt = m_database.clock().now();
        if (message.id.isNull())
            message.id = Id::create(message.createdAt);
        auto touched = changeOne(
            m_database,
            u"UPDATE conversation SET updated_at = ? WHERE id = ? AND removed_at IS NULL"_s,
            {stored(message.createdAt), message.conversationId.toString()}, message.conversationId);
        if (!touched)
            return touched.error();
        const auto written = m_database.run(
            u"INSERT INTO message (id, conversation_id, role, state, text, request_id, partials, "
            "details, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
            {message.id.toString(), message.conversationId.toString(), nameOf(message.role),
             nameOf(message.state), message.text, stored(message.requestId),
             partialsText(message.partials), detailsText(message.details),
             stored(message.createdAt)});
        if (!written)
            return written.error();
        return message;
    });
}

Result<Done> ConversationStore::update(const StoredMessage &message)
{
    return m_database.write([&] {
        return changeOne(m_database,
                         u"UPDATE message SET state = ?, text = ?, request_id = ?, partials = ? "
                         "WHERE id = ?"_s,
                         {nameOf(message.state), message.text, stored(message.requestId),
                          partialsText(message.partials), message.id.toString()},
                         message.conversationId);
    });
}

Result<Done> ConversationStore::setDetails(const Id &message, const QJsonObject &details)
{
    return m_database.write([&]() -> Result<Done> {
        QJsonObject all;
        const auto read = m_database.query(u"SELECT details FROM message WHERE id = ?"_s,
                                           {message.toString()}, [&all](const Row &row) {
                                               all = detailsFrom(row.text(0));
                                               return false;
                                           });
        if (!read)
            return read.error();
        for (auto it = details.constBegin(); it != details.constEnd(); ++it)
            all.insert(it.key(), it.value());
        return changeOne(m_database, u"UPDATE message SET details = ? WHERE id = ?"_s,
                         {detailsText(all), message.toString()}, message);
    });
}

Result<QList<StoredMessage>> ConversationStore::messages(const Id &conversation)
{
    QList<StoredMessage> messages;
    const auto read = m_database.query(
        u"SELECT id, conversation_id, role, state, text, request_id, partials, details, created_at "
        "FROM message WHERE conversation_id = ? ORDER BY number"_s,
        {conversation.toString()}, [&messages](const Row &row) {
            messages.append(messageFrom(row));
            return true;
        });
    if (!read)
        return read.error();
    return messages;
}

} // namespace keyway
