#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/money/money.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonObject>
#include <QtCore/QList>
#include <QtCore/QString>

#include <optional>

namespace keyway {

class Database;

struct Conversation {
    Id id;
    QString title;
    QDateTime createdAt;
    QDateTime updatedAt; ///< of the last message
    QString service; ///< of the last answer; empty before it
    QString model;
    Money platformCost; ///< of all its attempts; Ledger::settle() adds to it
    Money platformFee;

    Money total() const { return platformCost + platformFee; }
};

/// One turn of a conversation as it is kept on this computer, and only here.
struct StoredMessage {
    enum class Role { User, Assistant };
    enum class State {
        Complete,
        Streaming, ///< the answer was still arriving; after a crash: as far as it came
        Stopped, ///< the user stopped it
        Failed ///< it broke off, or nothing came
    };
    /// What arrived from an attempt that was not the last one.
    struct Partial {
        Id recordId;
        QString text;
    };

    Id id;
    Id conversationId;
    Role role = Role::User;
    State state = State::Complete;
    QString text;
    std::optional<Id> requestId; ///< of an answer: leads to its attempts, plan and cost
    QList<Partial> partials;
    QJsonObject details; ///< whatever the page wants to keep with it, such as parameters
    QDateTime createdAt;
};
QString nameOf(StoredMessage::Role role);
QString nameOf(StoredMessage::State state);

struct ConversationHit {
    Conversation conversation;
    QString excerpt; ///< text around the first match; empty where only the title matches
};

/// Conversations and their messages. Unknown ids are Error Rejected `no-such-conversation`.
class ConversationStore {
public:
    explicit ConversationStore(Database &database);

    Result<Conversation> create(const QString &title);
    Result<Conversation> byId(const Id &id);
    /// Newest first, `limit` at a time; `after` is the last one of the page before.
    Result<QList<Conversation>> list(int limit = 100,
                                     const std::optional<Conversation> &after = {});
    /// Those whose title has every word of `text`, and those with a message that has (case and
    /// accents do not matter, words may be begun), newest first. Quotes and operators mean
    /// themselves.
    Result<QList<ConversationHit>> search(const QString &text, int limit = 100);

    Result<Done> rename(const Id &id, const QString &title);
    /// Hides it; restore() undoes that until purge() deletes it for good. Usage records stay.
    Result<Done> remove(const Id &id);
    Result<Done> restore(const Id &id);
    /// Deletes every removed conversation and its texts, overwriting them in the file.
    Result<Done> purge();

    /// Gives it an id where it has none, and the time.
    Result<StoredMessage> append(const StoredMessage &message);
    /// Text, state, request and partial texts of an answer as it grows. Not its details: the user
    /// may have changed them since it began.
    Result<Done> update(const StoredMessage &message);
    /// Sets these of its details; the others stay.
    Result<Done> setDetails(const Id &message, const QJsonObject &details);
    /// In the order they were appended.
    Result<QList<StoredMessage>> messages(const Id &conversation);

private:
    Database &m_database;
};

} // namespace keyway
