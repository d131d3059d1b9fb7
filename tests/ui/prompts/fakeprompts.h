#pragma once

#include "tests/ui/prompts/sampleprompts.h"
#include "ui/desktop/prompts/promptsbackend.h"

#include <QtCore/QPointer>
#include <QtCore/QTimer>

namespace keyway {

/// Answers from memory, in the order of the calls and never at once; the test plays the service.
class FakePrompts : public PromptsBackend {
public:
    struct Asked {
        engine::ConversationTurn turn;
        Listener listener;
        CancelSource cancel;
    };

    ServicesValue value = sample::promptServices();
    QList<Conversation> kept = sample::promptConversations();
    QHash<Id, Stored> stored;
    QHash<Id, Conversation> removed;
    routing::RoutePlan plan = sample::surveyPlan();
    QHash<Id, routing::RoutePlan> plans; ///< instead, where this one alone is asked
    QList<Asked> asked;
    QStringList calls;
    QList<Id> stoppedHere;
    QList<Id> keptAnswers;
    std::optional<Error> keepError; ///< of keepStoppedHere() and keepAnswer()

    void services(QObject *context, Handler<ServicesValue> done) override
    {
        later<ServicesValue>(context, done, value);
    }
    void conversations(const std::optional<Conversation> &after, QObject *context,
                       Handler<QList<Conversation>> done) override
    {
        QList<Conversation> page;
        for (const Conversation &conversation : std::as_const(kept)) {
            if (page.size() < 100 && (!after || conversation.updatedAt < after->updatedAt))
                page.append(conversation);
        }
        calls.append(after ? QStringLiteral("more") : QStringLiteral("list"));
        later<QList<Conversation>>(context, done, page);
    }
    void search(const QString &text, QObject *context,
                Handler<QList<ConversationHit>> done) override
    {
        QList<ConversationHit> hits;
        for (const Conversation &conversation : std::as_const(kept)) {
            if (conversation.title.contains(text, Qt::CaseInsensitive))
                hits.append({conversation, {}});
        }
        later<QList<ConversationHit>>(context, done, hits);
    }
    void read(const Id &conversation, QObject *context, Handler<Stored> done) override
    {
        later<Stored>(context, done, stored.value(conversation));
    }
    void rename(const Id &id, const QString &title, QObject *context, Handler<Done> done) override
    {
        for (Conversation &conversation : kept) {
            if (conversation.id == id)
                conversation.title = title;
        }
        later<Done>(context, done, Done{});
    }
    void remove(const Id &id, QObject *context, Handler<Done> done) override
    {
        for (const Conversation &conversation : std::as_const(kept)) {
            if (conversation.id == id)
                removed.insert(id, conversation);
        }
        kept.removeIf([&](const Conversation &conversation) { return conversation.id == id; });
        later<Done>(context, done, Done{});
    }
    void restore(const Id &id, QObject *context, Handler<Done> done) override
    {
        kept.prepend(removed.take(id));
        later<Done>(context, done, Done{});
    }
    void keepStoppedHere(const Id &answer, QObject *context, Handler<Done> done) override
    {
        stoppedHere.append(answer);
        later<Done>(context, done, keepError ? Result<Done>(*keepError) : Result<Done>(Done{}));
    }
    void keepAnswer(const Id &, const Id &answer, QObject *context,
                    Handler<QList<routing::Vote>> done) override
    {
        keptAnswers.append(answer);
        later<QList<routing::Vote>>(context, done,
                                    keepError
                                        ? Result<QList<routing::Vote>>(*keepError)
                                        : Result<QList<routing::Vote>>(QList<routing::Vote>()));
    }
    void explain(const PromptRequest &, const engine::AskOptions &options, QObject *context,
                 Handler<routing::RoutePlan> done) override
    {
        later<routing::RoutePlan>(context, done,
                                  plans.value(options.integration.value_or(Id()), plan));
    }
    CancelSource ask(const engine::ConversationTurn &turn, QObject *context,
                     Listener listener) override
    {
        m_context = context;
        asked.append({turn, listener, {}});
        return asked.last().cancel;
    }

    // What the service does, told to the last one who asked.
    void keep(const Id &conversation, const Id &answer)
    {
        asked.last().listener.kept({conversation, answer});
    }
    void tell(const QList<engine::AnswerEvent> &events) { asked.last().listener.events(events); }
    void end(const engine::Answer &answer) { asked.last().listener.done(answer); }

private:
    template <class T> void later(QObject *context, Handler<T> done, const Result<T> &result)
    {
        QTimer::singleShot(0, context, [done, result] { done(result); });
    }
    QPointer<QObject> m_context;
};

} // namespace keyway
