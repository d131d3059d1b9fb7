#include "ui/desktop/prompts/promptscontroller.h"
#include "ui/desktop/prompts/promptspage.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keyway {

// What runs: begun, followed and ended, whichever conversation is shown.

namespace {

/// Adds one event to an answer that is being written.
struct Apply {
    AnswerValue &answer;

    void operator()(const engine::Planned &planned) const
    {
        answer.requestId = planned.requestId;
        answer.plan = planned.plan;
    }
    void operator()(const engine::AttemptStarted &started) const
    {
        AttemptValue attempt;
        attempt.record = started.record;
        attempt.prices = started.prices;
        attempt.promptTokens = started.promptTokens;
        attempt.running = true;
        answer.attempts.append(attempt);
        answer.state = AnswerValue::State::Asking;
    }
    void operator()(const engine::TextArrived &arrived) const
    {
        if (answer.attempts.isEmpty())
            return;
        AttemptValue &attempt = answer.attempts.last();
        attempt.text += arrived.text;
        if (arrived.usage)
            attempt.usage = *arrived.usage;
        answer.text = attempt.text;
        if (!arrived.text.isEmpty())
            answer.state = AnswerValue::State::Writing;
    }
    void operator()(const engine::AttemptEnded &ended) const
    {
        for (AttemptValue &attempt : answer.attempts) {
            if (attempt.record.recordId == ended.record.recordId) {
                attempt.record = ended.record;
                attempt.error = ended.error;
                attempt.running = false;
            }
        }
    }
    void operator()(const engine::Waiting &waiting) const
    {
        answer.state = AnswerValue::State::Waiting;
        answer.waitingFor = waiting.integrationName;
    }
};

} // namespace

void PromptsController::stop()
{
    for (const RunPointer &run : std::as_const(m_runs)) {
        if (run->ended || !shownAnswer(run))
            continue;
        run->stopped = true;
        if (run->cancel)
            run->cancel->cancel();
    }
}

void PromptsController::start(const RunPointer &run, const engine::ConversationTurn &turn)
{
    run->answer.state = AnswerValue::State::Asking;
    run->answer.startedAt = m_now();
    m_runs.append(run);
    m_shown.messages.append({{}, run->answer});
    tellVersions();
    run->answer = *lastAnswer();
    m_page->addMessage({{}, run->answer}, m_now());
    m_page->setHeader(m_shown);
    ask(run, turn);
}

void PromptsController::ask(const RunPointer &run, const engine::ConversationTurn &turn,
                            const std::function<void()> &kept)
{
    m_clockTimer.start();
    PromptsBackend::Listener listener;
    listener.kept = [this, run, kept](const engine::TurnKept &told) {
        const bool shown = isShown(run);
        run->conversation = told.conversation;
        run->answer.messageId = told.answer;
        if (shown && !m_shown.id) {
            m_shown.id = told.conversation;
            m_shown.title = run->prompt.section(u'\n', 0, 0).left(60);
            m_page->setHeader(m_shown);
            reloadConversations();
        }
        if (kept)
            kept();
    };
    listener.events = [this, run](const QList<engine::AnswerEvent> &events) { take(run, events); };
    listener.done = [this, run, kept](const Result<engine::Answer> &answer) {
        finish(run, answer);
        if (kept && run->answer.messageId.isNull())
            kept();
    };
    run->cancel = m_backend->ask(turn, this, listener);
}

/// The answers before the newest one are not the last ones any more.
void PromptsController::tellVersions()
{
    countVersions(m_shown.messages);
    for (qsizetype i = m_shown.messages.size() - 2; i >= 0 && m_shown.messages.at(i).isAnswer();
         --i)
        m_page->updateEarlier(int(i), m_shown.messages.at(i).answer, m_now());
}

void PromptsController::take(const RunPointer &run, const QList<engine::AnswerEvent> &events)
{
    for (const engine::AnswerEvent &event : events) {
        std::visit(Apply{run->answer}, event);
        const auto *ended = std::get_if<engine::AttemptEnded>(&event);
        // What was known of the keychain holds no more.
        if (ended && ended->error && ended->error->kind() == Error::Kind::Keychain)
            reloadServices();
    }
    tellRun(run);
}

/// Shows the answer of a run as it stands, where its conversation is shown.
void PromptsController::tellRun(const RunPointer &run)
{
    AnswerValue *shown = shownAnswer(run);
    if (!shown)
        return;
    *shown = run->answer;
    if (const ComparisonValue *comparison = m_shown.lastComparison())
        m_page->updateComparison(int(m_shown.messages.size()) - 1, *comparison, m_now());
    else
        m_page->updateAnswer(run->answer, m_now());
}

void PromptsController::finish(const RunPointer &run, const Result<engine::Answer> &result)
{
    AnswerValue &value = run->answer;
    run->ended = true;
    for (AttemptValue &attempt : value.attempts)
        attempt.running = false;
    if (!result) {
        const bool stopped = result.error().kind() == Error::Kind::Cancelled;
        value.state = stopped ? AnswerValue::State::Stopped : AnswerValue::State::Failed;
        value.error = result.error();
    } else {
        const engine::Answer &answer = *result;
        value.requestId = answer.requestId;
        value.plan = answer.plan;
        value.error = answer.error;
        value.notAsked = answer.notAsked;
        value.stoppedBefore = answer.stoppedBefore;
        QList<AttemptValue> attempts;
        for (const engine::AttemptReport &report : answer.attempts) {
            AttemptValue attempt;
            for (const AttemptValue &known : std::as_const(value.attempts)) {
                if (known.record.recordId == report.record.recordId)
                    attempt = known;
            }
            attempt.record = report.record;
            attempt.error = report.error;
            // What is on screen stays; the report may have more of it.
            if (report.text.size() >= attempt.text.size())
                attempt.text = report.text;
            if (report.cost) {
                UnitPrices prices;
                for (const CostLine &line : report.cost->lines)
                    prices.insert(line.counter, line.price);
                attempt.prices = prices;
            }
            attempts.append(attempt);
        }
        value.attempts = attempts;
        value.text
            = attempts.isEmpty() || !attempts.last().text.isEmpty() ? answer.text : QString();
        const bool stopped = answer.outcome == Outcome::Cancelled
            || (answer.error && answer.error->kind() == Error::Kind::Cancelled);
        const bool whole = answer.outcome == Outcome::Completed
            || ((answer.outcome == Outcome::Filtered || answer.outcome == Outcome::Refused)
                && !answer.text.isEmpty());
        value.state = stopped ? AnswerValue::State::Stopped
            : whole           ? AnswerValue::State::Complete
                              : AnswerValue::State::Failed;
    }
    if (isShown(run)) {
        m_shown.total += value.total();
        tellRun(run);
        m_page->setHeader(m_shown);
    }
    m_runs.removeAll(run);
    m_estimateTimer.start();
    reloadConversations();
}

AnswerValue *PromptsController::shownAnswer(const RunPointer &run)
{
    if (run->conversation != m_shown.id)
        return nullptr;
    ComparisonValue *comparison = m_shown.lastComparison();
    AnswerValue *answer = !run->side ? lastAnswer()
        : comparison                 ? comparison->answerAt(run->side->place)
                                     : nullptr;
    return answer && answer->startedAt == run->answer.startedAt ? answer : nullptr;
}

PromptsController::RunPointer PromptsController::shownRun()
{
    for (const RunPointer &run : std::as_const(m_runs)) {
        if (!run->ended && run->conversation == m_shown.id && (m_shown.id || isShown(run)))
            return run;
    }
    return {};
}

AnswerValue *PromptsController::lastAnswer()
{
    if (m_shown.messages.isEmpty() || !m_shown.messages.last().isAnswer())
        return nullptr;
    return &m_shown.messages.last().answer;
}

} // namespace keyway
