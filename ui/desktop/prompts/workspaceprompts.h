#pragma once

#include "ui/desktop/prompts/promptsbackend.h"

namespace keyway {

/// Prompts on a real workspace, which lives on its own thread and outlives this.
class WorkspacePrompts : public PromptsBackend {
    Q_OBJECT
public:
    explicit WorkspacePrompts(engine::Workspace *workspace, QObject *parent = nullptr);

    void services(QObject *context, Handler<ServicesValue> done) override;
    void conversations(const std::optional<Conversation> &after, QObject *context,
                       Handler<QList<Conversation>> done) override;
    void search(const QString &text, QObject *context,
                Handler<QList<ConversationHit>> done) override;
    void read(const Id &conversation, QObject *context, Handler<Stored> done) override;
    void rename(const Id &conversation, const QString &title, QObject *context,
                Handler<Done> done) override;
    void remove(const Id &conversation, QObject *context, Handler<Done> done) override;
    void restore(const Id &conversation, QObject *context, Handler<Done> done) override;
    void keepStoppedHere(const Id &answer, QObject *context, Handler<Done> done) override;
    void keepAnswer(const Id &conversation, const Id &answer, QObject *context,
                    Handler<QList<routing::Vote>> done) override;
    void explain(const PromptRequest &request, const engine::AskOptions &options, QObject *context,
                 Handler<routing::RoutePlan> done) override;
    CancelSource ask(const engine::ConversationTurn &turn, QObject *context,
                     Listener listener) override;

private:
    engine::Workspace *m_workspace;
};

} // namespace keyway
