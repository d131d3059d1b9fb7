#include "workspaceprompts.h"

#include "core/async/spawn.h"
#include "core/engine/comparing.h"
#include "core/engine/keptfiles.h"
#include "ui/desktop/prompts/eventrelay.h"
#include "ui/desktop/workspaceservices.h"

#include <QtCore/QThreadPool>

#include <memory>

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

Result<PromptsBackend::Stored> storedOf(const engine::Workspace &workspace, const Id &conversation)
{
    PromptsBackend::Stored stored;
    const auto messages = workspace.messages(conversation);
    if (!messages)
        return messages.error();
    stored.messages = *messages;
    for (const StoredMessage &message : std::as_const(stored.messages)) {
        // What is gone by now is not shown; asking again says so.
        if (const auto files = engine::attachmentsOf(message, workspace.dataDir());
            files && !files->isEmpty()) {
            for (const Attachment &attachment : *files)
                stored.files[message.id].append({attachment, {}, {}});
        }
        if (!message.requestId)
            continue;
        RecordFilter filter;
        filter.requestId = *message.requestId;
        const auto records = workspace.records(filter);
        if (!records)
            return records.error();
        stored.records.insert(*message.requestId, *records);
        const auto plan = workspace.planOf(*message.requestId);
        if (plan && *plan)
            stored.plans.insert(*message.requestId, **plan);
    }
    return stored;
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
    // Pictures are decoded on a thread of the pool, not on the one that answers are written on.
    auto delivery = std::make_shared<Delivery<Result<Stored>>>(context, std::move(done));
    call(
        m_workspace,
        [workspace = m_workspace, conversation] { return storedOf(*workspace, conversation); },
        context,
        [delivery](Result<Stored> stored) {
            if (!stored || stored->files.isEmpty()) {
                (*delivery)(std::move(stored));
                return;
            }
            QThreadPool::globalInstance()->start([delivery, stored]() mutable {
                for (QList<AttachedFile> &files : stored->files) {
                    for (AttachedFile &file : files)
                        file = attachedFile(file.attachment);
                }
                (*delivery)(std::move(stored));
            });
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

void WorkspacePrompts::keepAnswer(const Id &conversation, const Id &answer, QObject *context,
                                  Handler<QList<routing::Vote>> done)
{
    onCoreThread<QList<routing::Vote>>(
        m_workspace, context, std::move(done), [workspace = m_workspace, conversation, answer] {
            return engine::keepAnswer(*workspace, conversation, answer);
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
    readServices(m_workspace, context, std::move(done));
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
