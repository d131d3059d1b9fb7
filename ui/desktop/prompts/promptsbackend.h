#pragma once

#include "core/async/canceltoken.h"
#include "core/engine/workspace.h"
#include "ui/desktop/prompts/promptvalues.h"

#include <QtCore/QObject>

#include <functional>

namespace keyway {

/// What Prompts asks of the engine, called on the GUI thread. Every answer comes to its handler on
/// the GUI thread, later, and not at all when `context` is gone by then. Errors as in
/// engine::Workspace.
class PromptsBackend : public QObject {
    Q_OBJECT
public:
    template <class T> using Handler = std::function<void(Result<T>)>;

    /// In the details of an answer; see keepStoppedHere().
    static QString stoppedHereKey() { return QStringLiteral("stopped_here"); }
    /// The messages of a conversation with what the ledger knows about its answers, by request.
    struct Stored {
        QList<StoredMessage> messages;
        QHash<Id, QList<UsageRecord>> records;
        QHash<Id, routing::RoutePlan> plans;
        QHash<Id, QList<AttachedFile>> files; ///< that went with prompts, by message
    };
    /// Where a running answer is told. Events come gathered, at most 12 times a second; `done` is
    /// the last call.
    struct Listener {
        std::function<void(engine::TurnKept)> kept;
        std::function<void(QList<engine::AnswerEvent>)> events;
        std::function<void(Result<engine::Answer>)> done;
    };

    using QObject::QObject;

    virtual void services(QObject *context, Handler<ServicesValue> done) = 0;
    virtual void conversations(const std::optional<Conversation> &after, QObject *context,
                               Handler<QList<Conversation>> done)
        = 0;
    virtual void search(const QString &text, QObject *context, Handler<QList<ConversationHit>> done)
        = 0;
    virtual void read(const Id &conversation, QObject *context, Handler<Stored> done) = 0;
    virtual void rename(const Id &conversation, const QString &title, QObject *context,
                        Handler<Done> done)
        = 0;
    virtual void remove(const Id &conversation, QObject *context, Handler<Done> done) = 0;
    virtual void restore(const Id &conversation, QObject *context, Handler<Done> done) = 0;
    /// The user wants nobody else asked for this answer; read() tells it again.
    virtual void keepStoppedHere(const Id &answer, QObject *context, Handler<Done> done) = 0;
    /// The conversation goes on from this side of a comparison; the votes that come of it.
    virtual void keepAnswer(const Id &conversation, const Id &answer, QObject *context,
                            Handler<QList<routing::Vote>> done)
        = 0;
    virtual void explain(const PromptRequest &request, const engine::AskOptions &options,
                         QObject *context, Handler<routing::RoutePlan> done)
        = 0;
    /// The source that stops it.
    virtual CancelSource ask(const engine::ConversationTurn &turn, QObject *context,
                             Listener listener)
        = 0;

Q_SIGNALS:
    void changed();
};

} // namespace keyway
