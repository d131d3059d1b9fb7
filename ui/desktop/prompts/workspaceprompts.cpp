#include "workspaceprompts.h"

#include "core/async/spawn.h"
#include "ui/desktop/prompts/eventrelay.h"

#include <QtCore/QJsonValue>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

/// A call that has its answer at once, as the task that spawn() takes.
template <class T> Task<T> ready(Result<T> result)
{
    co_return result;
}

template <class T, class Call>
void onCoreThread(engine::Workspace *workspace, QObject *context, PromptsBackend::Handler<T> done,
                  Call call)
{
    spawn(
        workspace, [call] { return ready<T>(call()); }, context,
        [done = std::move(done)](Result<T> result) { done(std::move(result)); });
}

} // namespace

WorkspacePrompts::WorkspacePrompts(engine::Workspace *workspace, QObject *parent)
    : PromptsBackend(parent)
    , m_workspace(workspace)
{
    connect(workspace, &engine::Workspace::changed, this, &PromptsBackend::changed);
    connect(workspace, &engine::Workspace::keychainChanged, this, &PromptsBackend::changed);
}

void WorkspacePrompts::conversations(const std::optional<Conversation> &after, QObject *context,
                                     Handler<QList<Conversation>> done)
{
    onCoreThread<QList<Conversation>>(
        m_workspace, context, std::move(done),
        [workspace = m_workspace, after] { return workspace->conversations(after); });
}

void WorkspacePrompts::search(const QString &text, QObject *context,
                              Handler<QList<ConversationHit>> done)
{
    onCoreThread<QList<ConversationHit>>(
        m_workspace, context, std::move(done),
        [workspace = m_workspace, text] { return workspace->searchConversations(text); });
}

void WorkspacePrompts::read(const Id &conversation, QObject *context, Handler<Stored> done)
{
    onCoreThread<Stored>(m_workspace, context, std::move(done),
                         [workspace = m_workspace, conversation]() -> Result<Stored> {
                             Stored stored;
                             auto messages = workspace->messages(conversation);
                             if (!messages)
                                 return messages.error();
                             stored.messages = *messages;
                             for (const StoredMessage &message : std::as_const(stored.messages)) {
                                 if (!message.requestId)
                                     continue;
                                 RecordFilter filter;
                                 filter.requestId = *message.requestId;
                                 const auto records = workspace->records(filter);
                                 if (!records)
                                     return records.error();
                                 stored.records.insert(*message.requestId, *records);
                                 const auto plan = workspace->planOf(*message.requestId);
                                 if (plan && *plan)
                                     stored.plans.insert(*message.requestId, **plan);
                             }
                             return stored;
                         });
}

void WorkspacePrompts::rename(const Id &conversation, const QString &title, QObject *context,
                              Handler<Done> done)
{
    onCoreThread<Done>(m_workspace, context, std::move(done),
                       [workspace = m_workspace, conversation, title] {
                           return workspace->renameConversation(conversation, title);
                       });
}

void WorkspacePrompts::remove(const Id &conversation, QObject *context, Handler<Done> done)
{
    onCoreThread<Done>(m_workspace, context, std::move(done),
                       [workspace = m_workspace, conversation] {
                           return workspace->deleteConversation(conversation);
                       });
}

void WorkspacePrompts::restore(const Id &conversation, QObject *context, Handler<Done> done)
{
    onCoreThread<Done>(m_workspace, context, std::move(done),
                       [workspace = m_workspace, conversation] {
                           return workspace->restoreConversation(conversation);
                       });
}

void WorkspacePrompts::keepStoppedHere(const Id &answer, QObject *context, Handler<Done> done)
{
    onCoreThread<Done>(m_workspace, context, std::move(done), [workspace = m_workspace, answer] {
        return workspace->setMessageDetails(answer, {{stoppedHereKey(), true}});
    });
}

void WorkspacePrompts::explain(const PromptRequest &request, const engine::AskOptions &options,
                               QObject *context, Handler<routing::RoutePlan> done)
{
    onCoreThread<routing::RoutePlan>(m_workspace, context, std::move(done),
                                     [workspace = m_workspace, request, options] {
                                         return workspace->explain(request, options);
                                     });
}

void WorkspacePrompts::services(QObject *context, Handler<ServicesValue> done)
{
    // The keychain is asked first: its state is part of the same picture.
    spawn(
        m_workspace, [workspace = m_workspace] { return workspace->keychainStatus(); }, context,
        [workspace = m_workspace, context, done](const KeychainStatus &keychain) {
            onCoreThread<ServicesValue>(
                workspace, context, done, [workspace, keychain]() -> Result<ServicesValue> {
                    const auto overview = workspace->overview();
                    if (!overview)
                        return overview.error();
                    ServicesValue services;
                    services.integrations = overview->integrations;
                    services.fee = overview->fee;
                    services.catalogue = workspace->catalogue();
                    services.keychain = keychain;
                    services.hasVault = workspace->hasVault();
                    const QJsonValue limit = workspace->setting(u"ask_above"_s);
                    if (limit.isDouble())
                        services.askAbove = Money::fromNano(limit.toInteger());
                    return services;
                });
        });
}

CancelSource WorkspacePrompts::ask(const engine::ConversationTurn &turn, QObject *context,
                                   Listener listener)
{
    CancelSource source;
    const auto relay = EventRelay::make(context, {listener.kept, listener.events});
    spawn(
        m_workspace,
        [workspace = m_workspace, turn, relay, token = source.token()] {
            return workspace->askIn(
                turn, [relay](const engine::TurnKept &kept) { relay->keep(kept); },
                [relay](const engine::AnswerEvent &event) { relay->push(event); }, token);
        },
        context,
        [relay, done = listener.done](Result<engine::Answer> answer) {
            relay->flush();
            done(std::move(answer));
        });
    return source;
}

} // namespace keyway
