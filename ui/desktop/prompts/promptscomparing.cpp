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

/// What is known of the prices of a comparison, while the sides are asked one after the other.
struct SidesPrice {
    qsizetype left = 0;
    std::optional<Money> sum = Money();
    QString why; ///< of the first one that cannot be asked
};

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

void PromptsController::priceSides(
    const PromptDraft &draft,
    const std::function<void(std::optional<Money> sum, const QString &why)> &done)
{
    const auto price = std::make_shared<SidesPrice>();
    price->left = draft.sides.size();
    const bool most = draft.maxTokens.has_value();
    for (const engine::ComparedSide &side : draft.sides) {
        m_backend->explain(requestFor(draft, true), side.options(), this,
                           [price, most, done](const Result<routing::RoutePlan> &plan) {
                               if (!plan || plan->candidates.isEmpty()) {
                                   if (price->why.isEmpty())
                                       price->why = whyNot(plan);
                               } else {
                                   const routing::Candidate &one = plan->candidates.first();
                                   const auto amount = most ? one.worstCost : one.estimatedCost;
                                   price->sum = price->sum && amount
                                       ? std::optional(*price->sum + *amount)
                                       : std::nullopt;
                               }
                               if (--price->left == 0)
                                   done(price->sum, price->why);
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
               [this, question, most = draft.maxTokens.has_value()](std::optional<Money> sum,
                                                                    const QString &why) {
                   if (question != m_explaining)
                       return;
                   if (why.isEmpty())
                       showEstimate(sum, most);
                   else
                       m_page->setEstimate(tr("Not all can be asked"), why, why);
               });
}

void PromptsController::sendCompared(const PromptDraft &draft)
{
    if (draft.sides.size() < FewestSides)
        return;
    priceSides(draft, [this, draft](std::optional<Money> sum, const QString &) {
        const Money limit = m_page->services().askAbove;
        if (!sum || *sum <= limit)
            return askSides(draft);
        m_page->askBeforeSending(
            tr("Asking all of them costs about %1. Your limit for asking is %2.")
                .arg(words::money(*sum), words::money(limit)),
            tr("Send for %1").arg(words::money(*sum)), {}, {}, {});
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
        if (answer && !answer->isRunning())
            askSide(wish);
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
        }
        return;
    }
}

void PromptsController::keepSide(int message, const engine::ComparedSide &side)
{
    const MessageValue compared = m_shown.messages.value(message);
    if (!m_shown.id || side.place >= compared.comparison.sides.size())
        return;
    const Id answer = compared.comparison.sides.at(side.place).answer.messageId;
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
    turn.details = wish.side.in({});
    ask(run, turn);
}

} // namespace keyway
