#include "ui/desktop/prompts/comparebar.h"
#include "ui/desktop/prompts/promptscontroller.h"
#include "ui/desktop/prompts/promptspage.h"
#include "ui/words/errors.h"
#include "ui/words/money.h"
#include "ui/words/routing.h"

#include <QtCore/QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keyway {

// Several models asked the same at once: a request and an answer for each side.

namespace {

constexpr qsizetype FewestSides = 2;

/// Why nobody can be asked by a plan for one alone.
QString whyNot(const Result<routing::RoutePlan> &plan)
{
    if (!plan)
        return words::errorWords(plan.error()).sentence();
    routing::RoutePlan about = *plan;
    about.excluded.removeIf([](const routing::Excluded &excluded) {
        return excluded.reason.code == routing::ReasonCode::NotChosen;
    });
    return words::whyNoService(about);
}

} // namespace

void PromptsController::priceSides(const PromptDraft &draft,
                                   const std::function<void(const SidesPrice &price)> &done)
{
    const auto price = std::make_shared<SidesPrice>();
    const auto left = std::make_shared<qsizetype>(draft.sides.size());
    const bool most = draft.maxTokens.has_value();
    for (const engine::ComparedSide &side : draft.sides) {
        m_backend->explain(requestFor(draft, true), side.options(), this,
                           [price, left, most, done](const Result<routing::RoutePlan> &plan) {
                               if (!plan || plan->candidates.isEmpty()) {
                                   if (price->why.isEmpty())
                                       price->why = whyNot(plan);
                               } else {
                                   const routing::Candidate &one = plan->candidates.first();
                                   const auto amount = most ? one.worstCost : one.estimatedCost;
                                   price->sum += amount.value_or(Money());
                                   price->allKnown = price->allKnown && amount;
                               }
                               if (--*left == 0)
                                   done(*price);
                           });
    }
}

void PromptsController::estimateSides(const PromptDraft &draft)
{
    const int question = m_explaining;
    if (m_shown.isUndecided()) {
        const QString keep = tr("Keep an answer to go on");
        return m_page->setEstimate(keep, keep);
    }
    if (draft.sides.size() < FewestSides) {
        const QString why = tr("There is only one model to ask.");
        return m_page->setEstimate(why, why);
    }
    priceSides(draft,
               [this, question, most = draft.maxTokens.has_value()](const SidesPrice &price) {
                   if (question != m_explaining)
                       return;
                   if (price.why.isEmpty())
                       showEstimate(price.allKnown ? std::optional(price.sum) : std::nullopt, most);
                   else
                       m_page->setEstimate(tr("Not all can be asked"), price.why, price.why);
               });
}

void PromptsController::sendCompared(const PromptDraft &draft)
{
    if (draft.sides.size() < FewestSides)
        return;
    priceSides(draft, [this, draft](const SidesPrice &price) {
        const Money limit = m_page->services().askAbove;
        if (price.sum <= limit)
            return askSides(draft);
        const QString question = price.allKnown
            ? tr("Asking all of them costs about %1. Your limit for asking is %2.")
            : tr("Asking all of them costs at least %1. Your limit for asking is %2.");
        m_page->askBeforeSending(question.arg(words::money(price.sum), words::money(limit)),
                                 tr("Send for %1").arg(words::money(price.sum)), {}, {}, {});
    });
}

void PromptsController::askSides(const PromptDraft &draft)
{
    if (shownRun())
        return;
    tellAsked(draft);
    QList<engine::ComparedSide> sides = draft.sides;
    // Who hides the names is not to know them from their places.
    if (m_page->compareBar()->areNamesHidden())
        std::shuffle(sides.begin(), sides.end(), *QRandomGenerator::global());
    MessageValue comparison;
    QList<RunPointer> runs;
    for (qsizetype i = 0; i < sides.size(); ++i) {
        sides[i].place = int(i);
        RunPointer run = runOf(sides.at(i));
        run->prompt = draft.text.trimmed();
        runs.append(run);
        comparison.comparison.insert({sides.at(i), run->answer});
    }
    m_shown.messages.append(comparison);
    m_page->addMessage(comparison, m_now());
    m_page->setHeader(m_shown);

    engine::ConversationTurn turn;
    turn.conversation = m_shown.id;
    turn.request = requestFor(draft, false);
    turn.options = sides.first().options();
    turn.details = sides.first().in({});
    ask(runs.first(), turn, [this, runs, turn] { askBeside(runs, turn); });
}

/// Once the first one has kept the prompt, the others are asked the same.
void PromptsController::askBeside(const QList<RunPointer> &runs, engine::ConversationTurn turn)
{
    const RunPointer &first = runs.first();
    turn.conversation = first->conversation;
    turn.promptIsKept = true;
    turn.request.messages.clear();
    for (const RunPointer &run : runs.mid(1)) {
        run->conversation = first->conversation;
        if (first->answer.messageId.isNull()) {
            finish(run, first->answer.error.value_or(Error(Error::Kind::Internal)));
        } else if (run->stopped) {
            finish(run, Error(Error::Kind::Cancelled));
        } else {
            turn.options = run->side->options();
            turn.details = run->side->in({});
            ask(run, turn);
        }
    }
}

PromptsController::RunPointer PromptsController::runOf(const engine::ComparedSide &side)
{
    auto run = std::make_shared<Run>();
    run->conversation = m_shown.id;
    run->side = side;
    run->answer.state = AnswerValue::State::Asking;
    run->answer.startedAt = m_now();
    m_runs.append(run);
    return run;
}

void PromptsController::wish(int message, const SideWish &wish)
{
    ComparisonValue *comparison = m_shown.lastComparison();
    const bool last = comparison && message + 1 == m_shown.messages.size();
    AnswerValue *answer = last ? comparison->answerAt(wish.side.place) : nullptr;
    switch (wish.what) {
    case SideWish::What::Keep:
        return keepSide(message, wish.side);
    case SideWish::What::Ask:
        if (!answer || answer->isRunning())
            return;
        if (comparison->isStored())
            return askSide(wish);
        // Later: the column that was pressed goes with what it is in.
        QTimer::singleShot(0, this, [this, wish] { sendAgain(wish); });
        return;
    case SideWish::What::Stop:
        for (const RunPointer &run : std::as_const(m_runs)) {
            if (!run->side || run->side->place != wish.side.place || !isShown(run))
                continue;
            run->stopped = true;
            if (run->cancel)
                run->cancel->cancel();
        }
        return;
    case SideWish::What::StopHere:
        if (answer) {
            answer->stoppedHere = true;
            m_page->updateComparison(message, *comparison, m_now());
            keepStoppedHere(*answer);
        }
        return;
    }
}

void PromptsController::keepSide(int message, const engine::ComparedSide &side)
{
    ComparisonValue compared = m_shown.messages.value(message).comparison;
    const AnswerValue *wanted = compared.answerAt(side.place);
    if (!m_shown.id || !wanted)
        return;
    const Id answer = wanted->messageId;
    m_backend->keepAnswer(*m_shown.id, answer, this,
                          [this, message, answer,
                           conversation = *m_shown.id](const Result<QList<routing::Vote>> &kept) {
                              if (!kept)
                                  return report(kept.error());
                              if (m_shown.id != conversation || message >= m_shown.messages.size())
                                  return;
                              ComparisonValue &comparison = m_shown.messages[message].comparison;
                              for (ComparisonValue::Side &one : comparison.sides)
                                  one.asked.kept = one.answer.messageId == answer;
                              m_page->updateComparison(message, comparison, m_now());
                              m_page->setHeader(m_shown);
                              showConversations();
                              m_estimateTimer.start();
                          });
}

void PromptsController::askSide(const SideWish &wish)
{
    if (!m_shown.id)
        return;
    Id beside;
    for (const ComparisonValue::Side &side : std::as_const(m_shown.lastComparison()->sides)) {
        if (!side.answer.messageId.isNull())
            beside = side.answer.messageId;
    }
    const RunPointer run = runOf(wish.side);
    m_shown.lastComparison()->insert({wish.side, run->answer});
    tellRun(run);
    engine::ConversationTurn turn;
    turn.conversation = m_shown.id;
    turn.request = requestFor(m_page->draft(), false);
    turn.request.messages.clear(); // the prompt is kept already
    turn.promptIsKept = true;
    turn.options = wish.side.options();
    turn.options.mayPassLimits = wish.mayPassLimits;
    turn.options.evenDisabled = wish.evenDisabled;
    turn.details = wish.side.beside(beside);
    ask(run, turn, [this, run] {
        // Another window went on from here: this one shows where to.
        const std::optional<Error> &error = run->answer.error;
        if (error && error->reason() == "no-such-answer"_L1 && run->conversation == m_shown.id)
            show(m_shown.id);
    });
}

/// Nothing of the comparison could be kept, nor its prompt: it goes out as if it were new.
void PromptsController::sendAgain(const SideWish &wish)
{
    const qsizetype before = m_shown.messages.size() - 2;
    if (shownRun() || !m_shown.lastComparison() || before < 0
        || !m_shown.messages.at(before).prompt)
        return;
    const PromptDraft written = m_page->draft();
    ComparisonValue comparison = *m_shown.lastComparison();
    comparison.insert({wish.side, {}});
    PromptDraft draft = written;
    draft.text = *m_shown.messages.at(before).prompt;
    draft.files = m_shown.messages.at(before).files;
    draft.sides.clear();
    for (const ComparisonValue::Side &side : std::as_const(comparison.sides))
        draft.sides.append(side.asked);
    m_shown.messages.resize(before);
    m_page->setConversation(m_shown, m_now());
    askSides(draft);
    m_page->setDraft(written);
}

} // namespace keyway
