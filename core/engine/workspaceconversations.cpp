#include "core/base/logging.h"
#include "core/engine/comparedside.h"
#include "core/engine/keptfiles.h"
#include "core/engine/workspace.h"
#include "core/engine/workspaceparts.h"

#include <QtCore/QElapsedTimer>

#include <memory>
#include <utility>

namespace keyway::engine {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 keepEveryMs = 1000;

/// The first line of the prompt, shortened at a word.
QString titleFor(const QString &prompt)
{
    constexpr qsizetype longest = 60;
    const QString line = prompt.trimmed().section(u'\n', 0, 0).simplified();
    if (line.size() <= longest)
        return line;
    const qsizetype space = line.lastIndexOf(u' ', longest);
    return line.left(space > longest / 2 ? space : longest) + u'\u2026';
}

/// Whether another answer to the same prompt came later at the place of a side.
bool isReplaced(const QList<StoredMessage> &messages, qsizetype at, const ComparedSide &side)
{
    for (qsizetype i = at + 1; i < messages.size(); ++i) {
        if (messages.at(i).role == StoredMessage::Role::User)
            return false;
        const std::optional<ComparedSide> later = ComparedSide::of(messages.at(i));
        if (later && later->place == side.place)
            return true;
    }
    return false;
}

/// The turns a service is told: what was asked and what was answered in whole or in part. Error:
/// as of attachmentsOf().
Result<QList<Message>> turnsOf(const QList<StoredMessage> &messages, const QString &dataDir)
{
    QList<Message> turns;
    bool keptStands = false; ///< the last of `turns` is what the user kept of several answers
    for (qsizetype i = 0; i < messages.size(); ++i) {
        const StoredMessage &message = messages.at(i);
        if (message.text.isEmpty())
            continue;
        const std::optional<ComparedSide> side = ComparedSide::of(message);
        if (side && !side->kept && (keptStands || isReplaced(messages, i, *side)))
            continue;
        keptStands = side && side->kept;
        const bool fromUser = message.role == StoredMessage::Role::User;
        const auto role = fromUser ? Message::Role::User : Message::Role::Assistant;
        const Result<QList<Attachment>> attachments = attachmentsOf(message, dataDir);
        if (!attachments)
            return attachments.error();
        // A prompt that nobody answered and that was asked again stands only once: services want
        // turns to alternate.
        if (!turns.isEmpty() && turns.last().role == role)
            turns.last() = {role, message.text, *attachments};
        else
            turns.append({role, message.text, *attachments});
    }
    return turns;
}

/// The answer as it grows, written down once a second so that a crash leaves what had arrived.
struct GrowingAnswer {
    StoredMessage message;
    Id attempt;
    QElapsedTimer sinceKept;
};

StoredMessage::State stateOf(const Answer &answer)
{
    switch (answer.outcome) {
    case Outcome::Completed:
    case Outcome::Refused:
    case Outcome::Filtered:
        return StoredMessage::State::Complete;
    case Outcome::Cancelled:
        return StoredMessage::State::Stopped;
    default:
        return StoredMessage::State::Failed;
    }
}

} // namespace

Task<Answer> Workspace::askIn(ConversationTurn turn, std::function<void(TurnKept)> kept,
                              AnswerSink sink, CancelToken cancel)
{
    const Working working(*m_parts);
    ConversationStore &store = *m_parts->conversations;
    const QString prompt
        = turn.request.messages.isEmpty() ? QString() : turn.request.messages.last().text;
    if (const auto checked = checkedRequest(turn.request); !checked && !turn.promptIsKept)
        co_return checked.error();

    Id conversation;
    QList<StoredMessage> earlier;
    if (turn.conversation) {
        conversation = *turn.conversation;
        Result<QList<StoredMessage>> read = store.messages(conversation);
        if (!read)
            co_return read.error();
        earlier = *read;
    } else {
        Result<Conversation> created = store.create(titleFor(prompt));
        if (!created)
            co_return created.error();
        conversation = created->id;
    }
    if (turn.promptIsKept) {
        const std::optional<Id> beside = ComparedSide::takeBeside(turn.details);
        bool found = !beside;
        while (!earlier.isEmpty() && earlier.last().role != StoredMessage::Role::User)
            found = earlier.takeLast().id == beside || found;
        if (!found)
            co_return Error(Error::Kind::Rejected, beside->toString())
                .withReason(u"no-such-answer"_s);
    } else {
        StoredMessage asked;
        asked.id = Id::create(m_parts->clock.now());
        asked.conversationId = conversation;
        asked.role = StoredMessage::Role::User;
        asked.text = prompt;
        const auto keptFiles = keepAttachments(asked, turn.request.messages.last().attachments,
                                               m_parts->options.dataDir);
        if (!keptFiles) {
            if (!turn.conversation)
                static_cast<void>(store.remove(conversation));
            co_return keptFiles.error();
        }
        const Result<StoredMessage> written = store.append(asked);
        if (!written)
            co_return written.error();
        earlier.append(*written);
    }
    Result<QList<Message>> turns = turnsOf(earlier, m_parts->options.dataDir);
    if (!turns)
        co_return turns.error();
    turn.request.messages = *turns;

    if (turn.request.id.isNull())
        turn.request.id = Id::create(m_parts->clock.now());
    auto growing = std::make_shared<GrowingAnswer>();
    growing->message.conversationId = conversation;
    growing->message.role = StoredMessage::Role::Assistant;
    growing->message.state = StoredMessage::State::Streaming;
    growing->message.requestId = turn.request.id;
    growing->message.details = turn.details;
    const Result<StoredMessage> begun = store.append(growing->message);
    if (!begun)
        co_return begun.error();
    growing->message = *begun;
    growing->sinceKept.start();
    kept({conversation, growing->message.id});

    turn.options.conversation = conversation;
    const AnswerSink keeping = [growing, sink, &store](const AnswerEvent &event) {
        if (const auto *started = std::get_if<AttemptStarted>(&event)) {
            growing->attempt = started->record.recordId;
            growing->message.text.clear();
        } else if (const auto *text = std::get_if<TextArrived>(&event)) {
            growing->message.text += text->text;
            if (growing->sinceKept.elapsed() >= keepEveryMs) {
                growing->sinceKept.restart();
                const Result<Done> saved = store.update(growing->message);
                if (!saved)
                    qCWarning(logEngine)
                        << "Could not keep a part of an answer:" << saved.error().detail();
            }
        }
        sink(event);
    };
    auto asking = ask(turn.request, turn.options, keeping, cancel);
    Answer answer = co_await asking;

    growing->message.text = answer.text;
    growing->message.state = stateOf(answer);
    const Result<Done> finished = store.update(growing->message);
    if (!finished)
        qCWarning(logEngine) << "Could not keep an answer:" << finished.error().detail();
    m_parts->announce();
    co_return answer;
}

} // namespace keyway::engine
