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
        const AnswerValue *answer
            = message.isAnswer() ? &message.answer : message.comparison.followed();
        if (message.prompt)
            request.messages.append(turnOf(*message.prompt, message.files));
        else if (answer && !answer->text.isEmpty())
            request.messages.append({Message::Role::Assistant, answer->text});
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
    if (draft.compare || m_shown.isUndecided())
        return estimateSides(draft);
    m_backend->explain(requestFor(draft, true), optionsFor(draft), this,
                       [this, question, most = draft.maxTokens.has_value()](
                           const Result<routing::RoutePlan> &plan) {
                           if (question != m_explaining)
                               return;
                           if (!plan || plan->candidates.isEmpty()) {
                               const QString why = plan
                                   ? words::whyNoService(*plan)
                                   : words::errorWords(plan.error()).sentence();
                               m_page->setEstimate(tr("No service can be asked"), why, why);
                               return;
                           }
                           const routing::Candidate &first = plan->candidates.first();
                           const auto amount = most ? first.worstCost : first.estimatedCost;
                           showEstimate(amount, most);
                       });
}

void PromptsController::showEstimate(std::optional<Money> amount, bool most)
{
    if (!amount)
        return m_page->setEstimate(tr("Next: price unknown"));
    if (amount->isZero())
        return m_page->setEstimate(tr("Next: free"));
    const auto words = [most](const QString &money) {
        return most ? tr("Next: up to %1").arg(money) : tr("Next: about %1").arg(money);
    };
    m_page->setEstimate(words(words::requestMoney(*amount)), words(words::spokenMoney(*amount)));
}

void PromptsController::send()
{
    const PromptDraft draft = m_page->draft();
    if (draft.text.trimmed().isEmpty() || shownRun() || m_shown.isUndecided())
        return;
    m_asked = draft;
    if (draft.compare)
        return sendCompared(draft);
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
    if (draft.compare)
        return askSides(draft);
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
    tellAsked(draft);
    start(run, turn);
}

/// The prompt goes from the writing field to the conversation.
void PromptsController::tellAsked(const PromptDraft &draft)
{
    const MessageValue asked{draft.text.trimmed(), {}, draft.files};
    m_shown.messages.append(asked);
    m_page->addMessage(asked, m_now());
    PromptDraft next = draft;
    next.text.clear();
    next.files.clear();
    next.integration = m_page->draft().integration;
    next.model = m_page->draft().model;
    m_page->setDraft(next);
}

void PromptsController::askAgain(const engine::AskOptions &options)
{
    const ComparisonValue *comparison = m_shown.lastComparison();
    const bool answered = comparison ? comparison->kept().has_value() : lastAnswer() != nullptr;
    if (shownRun() || !m_shown.id || !answered)
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

} // namespace keyway
