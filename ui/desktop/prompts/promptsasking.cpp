#include "ui/desktop/prompts/composer.h"
#include "ui/desktop/prompts/promptscontroller.h"
#include "ui/desktop/prompts/promptspage.h"
#include "ui/words/errors.h"
#include "ui/words/money.h"
#include "ui/words/routing.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keyway {
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

namespace {

Message turnOf(const QString &text, const QList<AttachedFile> &files)
{
    Message turn{Message::Role::User, text};
    for (const AttachedFile &file : files)
        turn.attachments.append(file.attachment);
    return turn;
}

} // namespace

PromptRequest PromptsController::requestFor(const PromptDraft &draft, bool withHistory) const
{
    PromptRequest request;
    request.app = AppClass::Window;
    request.instructions = draft.instructions;
    request.maxOutputTokens = draft.maxTokens;
    if (draft.temperature)
        request.parameters.insert(
            u"temperature"_s, u"%1.%2"_s.arg(*draft.temperature / 10).arg(*draft.temperature % 10));
    for (const MessageValue &message : m_shown.messages) {
        if (!withHistory)
            break;
        if (message.prompt)
            request.messages.append(turnOf(*message.prompt, message.files));
        else if (!message.answer.text.isEmpty())
            request.messages.append({Message::Role::Assistant, message.answer.text});
    }
    request.messages.append(turnOf(draft.text.trimmed(), draft.files));
    return request;
}

engine::AskOptions PromptsController::optionsFor(const PromptDraft &draft) const
{
    engine::AskOptions options;
    options.strategy = draft.strategy.value_or(m_page->services().strategy);
    options.integration = draft.integration;
    if (!draft.model.isEmpty()) {
        options.service = draft.service;
        options.model = draft.model;
    }
    options.conversation = m_shown.id;
    return options;
}

void PromptsController::estimate()
{
    const int question = ++m_explaining;
    PromptDraft draft = m_page->draft();
    if (draft.text.trimmed().isEmpty() && draft.files.isEmpty() && m_shown.messages.isEmpty()) {
        m_page->setEstimate({});
        return;
    }
    if (draft.text.trimmed().isEmpty())
        draft.text = u"\u2026"_s; // what the earlier turns alone will cost
    m_backend->explain(
        requestFor(draft, true), optionsFor(draft), this,
        [this, question,
         most = draft.maxTokens.has_value()](const Result<routing::RoutePlan> &plan) {
            if (question != m_explaining)
                return;
            if (!plan || plan->candidates.isEmpty()) {
                const QString why = plan ? words::whyNoService(*plan)
                                         : words::errorWords(plan.error()).sentence();
                m_page->setEstimate(tr("No service can be asked"), why, why);
                return;
            }
            const routing::Candidate &first = plan->candidates.first();
            const auto amount = most ? first.worstCost : first.estimatedCost;
            if (!amount) {
                m_page->setEstimate(tr("Next: price unknown"));
                return;
            }
            if (amount->isZero()) {
                m_page->setEstimate(tr("Next: free"));
                return;
            }
            const auto words = [&](const QString &money) {
                return most ? tr("Next: up to %1").arg(money) : tr("Next: about %1").arg(money);
            };
            m_page->setEstimate(words(words::requestMoney(*amount)),
                                words(words::spokenMoney(*amount)));
        });
}

void PromptsController::send()
{
    const PromptDraft draft = m_page->draft();
    if (draft.text.trimmed().isEmpty() || shownRun())
        return;
    m_asked = draft;
    m_backend->explain(
        requestFor(draft, true), optionsFor(draft), this,
        [this, draft](const Result<routing::RoutePlan> &plan) {
            const Money limit = m_page->services().askAbove;
            const auto costs = [](const routing::Candidate &candidate) {
                return candidate.estimatedCost.value_or(Money());
            };
            if (!plan || plan->candidates.isEmpty() || costs(plan->candidates.first()) <= limit) {
                sendNow(draft);
                return;
            }
            const Money cost = costs(plan->candidates.first());
            // The cheapest of the others, where it is under the limit.
            const routing::Candidate *cheaper = nullptr;
            for (const routing::Candidate &candidate : plan->candidates) {
                if (candidate.estimatedCost && *candidate.estimatedCost <= limit
                    && (!cheaper || *candidate.estimatedCost < *cheaper->estimatedCost))
                    cheaper = &candidate;
            }
            QString question = tr("This prompt costs about %1. Your limit for asking is %2.")
                                   .arg(words::money(cost), words::money(limit));
            if (cheaper)
                question += u' '
                    + tr("%1 would cost about %2.")
                          .arg(cheaper->integrationName, words::money(*cheaper->estimatedCost));
            m_page->askBeforeSending(
                question, tr("Send for %1").arg(words::money(cost)),
                cheaper ? tr("Use %1").arg(cheaper->integrationName) : QString(),
                cheaper ? cheaper->integrationId : Id(), cheaper ? cheaper->model : QString());
        });
}

void PromptsController::confirmed(const std::optional<Id> &integration, const QString &)
{
    PromptDraft draft = m_asked;
    if (integration) {
        draft.integration = integration;
        draft.model.clear();
    }
    sendNow(draft);
}

void PromptsController::sendNow(const PromptDraft &draft)
{
    if (shownRun())
        return;
    auto run = std::make_shared<Run>();
    run->conversation = m_shown.id;
    run->prompt = draft.text.trimmed();
    engine::ConversationTurn turn;
    turn.conversation = m_shown.id;
    turn.request = requestFor(draft, false);
    turn.options = optionsFor(draft);
    const MessageValue asked{run->prompt, {}, draft.files};
    m_shown.messages.append(asked);
    m_page->addMessage(asked, m_now());
    PromptDraft next = draft;
    next.text.clear();
    next.files.clear();
    next.integration = m_page->draft().integration;
    next.model = m_page->draft().model;
    m_page->setDraft(next);
    start(run, turn);
}

void PromptsController::askAgain(const engine::AskOptions &options)
{
    if (shownRun() || !m_shown.id || !lastAnswer())
        return;
    const PromptDraft draft = m_page->draft();
    auto run = std::make_shared<Run>();
    run->conversation = m_shown.id;
    engine::ConversationTurn turn;
    turn.conversation = m_shown.id;
    turn.request = requestFor(draft, false);
    turn.request.messages.clear(); // the prompt is kept already
    turn.options = options;
    turn.promptIsKept = true;
    start(run, turn);
}

void PromptsController::tryWith(const Id &integration, const QString &model)
{
    PromptDraft draft = m_page->draft();
    draft.integration = integration;
    draft.model = model;
    if (const auto *summary = m_page->services().integration(integration))
        draft.service = summary->integration.service;
    askAgain(optionsFor(draft));
}

void PromptsController::askNext()
{
    const AnswerValue *before = lastAnswer();
    if (!before || before->notAsked.isEmpty())
        return;
    engine::AskOptions options;
    options.conversation = m_shown.id;
    options.strategy = before->plan ? before->plan->strategy : Strategy::MyOrder;
    options.allowDearer = true; // the button said what it costs
    if (before->stoppedBefore == engine::StoppedBefore::PassedLimit) {
        // The word is for the one that was named, and for no other.
        const routing::Candidate &named = before->notAsked.first();
        options.mayPassLimits = true;
        options.integration = named.integrationId;
        options.service = named.service;
        options.model = named.model;
    }
    // It may have gone on from others already: who is left counts, and how many there were.
    for (const AttemptValue &attempt : before->attempts) {
        options.attemptsSoFar = std::max(options.attemptsSoFar, attempt.record.attempt);
        options.alreadyAsked.append(attempt.record.integrationId);
    }
    if (before->plan) {
        for (const routing::Candidate &candidate : before->plan->candidates) {
            const auto left = [&](const routing::Candidate &other) {
                return other.integrationId == candidate.integrationId;
            };
            if (std::none_of(before->notAsked.begin(), before->notAsked.end(), left)
                && !options.alreadyAsked.contains(candidate.integrationId))
                options.alreadyAsked.append(candidate.integrationId);
        }
    }
    askAgain(options);
}

void PromptsController::useDisabled(const Id &integration)
{
    engine::AskOptions options;
    options.conversation = m_shown.id;
    options.integration = integration;
    options.evenDisabled = true;
    askAgain(options);
}

void PromptsController::stop()
{
    if (const RunPointer run = shownRun(); run && run->cancel)
        run->cancel->cancel();
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
    m_clockTimer.start();
    PromptsBackend::Listener listener;
    listener.kept = [this, run](const engine::TurnKept &kept) {
        const bool shown = isShown(run);
        run->conversation = kept.conversation;
        run->answer.messageId = kept.answer;
        if (shown && !m_shown.id) {
            m_shown.id = kept.conversation;
            m_shown.title = run->prompt.section(u'\n', 0, 0).left(60);
            m_page->setHeader(m_shown);
            reloadConversations();
        }
    };
    listener.events = [this, run](const QList<engine::AnswerEvent> &events) { take(run, events); };
    listener.done = [this, run](const Result<engine::Answer> &answer) { finish(run, answer); };
    run->cancel = m_backend->ask(turn, this, listener);
}

/// The answers before the newest one are not the last ones any more.
void PromptsController::tellVersions()
{
    countVersions(m_shown.messages);
    for (qsizetype i = m_shown.messages.size() - 2; i >= 0 && !m_shown.messages.at(i).prompt; --i)
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
    if (!isShown(run))
        return;
    *lastAnswer() = run->answer;
    m_page->updateAnswer(run->answer, m_now());
}

void PromptsController::finish(const RunPointer &run, const Result<engine::Answer> &result)
{
    AnswerValue &value = run->answer;
    run->ended = true;
    for (AttemptValue &attempt : value.attempts)
        attempt.running = false;
    if (!result) {
        value.state = AnswerValue::State::Failed;
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
    const bool shown = isShown(run);
    if (shown) {
        *lastAnswer() = value;
        m_shown.total += value.total();
        m_page->updateAnswer(value, m_now());
        m_page->setHeader(m_shown);
    }
    m_runs.removeAll(run);
    m_estimateTimer.start();
    reloadConversations();
}

bool PromptsController::isShown(const RunPointer &run) const
{
    if (m_shown.messages.isEmpty() || m_shown.messages.last().prompt)
        return false;
    return run->conversation == m_shown.id
        && m_shown.messages.last().answer.startedAt == run->answer.startedAt;
}

PromptsController::RunPointer PromptsController::shownRun() const
{
    for (const RunPointer &run : m_runs) {
        if (!run->ended && run->conversation == m_shown.id && (m_shown.id || isShown(run)))
            return run;
    }
    return {};
}

AnswerValue *PromptsController::lastAnswer()
{
    if (m_shown.messages.isEmpty() || m_shown.messages.last().prompt)
        return nullptr;
    return &m_shown.messages.last().answer;
}

} // namespace keyway
