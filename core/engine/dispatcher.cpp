#include "core/engine/dispatcher.h"

#include "core/async/wait.h"
#include "core/base/logging.h"
#include "core/engine/askqueue.h"
#include "core/engine/attemptpolicy.h"
#include "core/engine/dispatcherrun.h"
#include "core/engine/settlement.h"
#include "core/engine/spendwatch.h"
#include "core/storage/healthstore.h"
#include "core/storage/ledger.h"

#include <QtCore/QRandomGenerator>
#include <QtCore/QTimer>

#include <algorithm>
#include <utility>

namespace keyway::engine {

using namespace Qt::StringLiterals;
using routing::Candidate;
using std::chrono::milliseconds;

Dispatcher::Dispatcher(DispatcherParts parts)
    : m_parts(std::move(parts))
{
}

QCoro::Task<Answer> Dispatcher::run(PromptRequest request, AskOptions options, AnswerSink sink,
                                    CancelToken cancel, JobWatch *watch)
{
    Run run;
    run.watch = watch;
    run.request = std::move(request);
    run.options = std::move(options);
    run.sink = std::move(sink);
    run.attempts = run.options.attemptsSoFar;
    if (run.request.id.isNull())
        run.request.id = Id::create(m_parts.clock.now());
    run.answer.requestId = run.request.id;

    settleLate();
    Result<routing::RoutePlan> planned = plan(run.request, run.options);
    if (!planned) {
        run.answer.error = planned.error();
        co_return std::move(run.answer);
    }
    run.answer.plan = *planned;
    if (m_parts.watch) {
        const Result<Done> admitted = m_parts.watch->admit(run.request, run.options, *planned);
        if (!admitted) {
            run.answer.error = admitted.error();
            co_return std::move(run.answer);
        }
    }
    run.unwritten = RequestEntry{run.request.id,          run.request.type,    run.options.strategy,
                                 run.request.app,         m_parts.clock.now(), *planned,
                                 run.options.conversation};
    run.sink(Planned{run.request.id, *planned});

    run.stop.follow(cancel);
    run.stop.follow(m_stopAll.token());
    QTimer deadline;
    deadline.setSingleShot(true);
    QObject::connect(&deadline, &QTimer::timeout, &deadline, [&run] {
        run.deadlinePassed = !run.stop.isCancelled();
        run.stop.cancel();
    });
    deadline.start(run.options.deadline);

    ++m_active;
    auto asking = askInTurn(run);
    co_await asking;
    --m_active;

    if (run.unwritten && !run.cannotWrite) {
        // Nobody was asked; why is kept all the same.
        if (const Result<Done> begun = m_parts.ledger.beginRequest(*run.unwritten); !begun)
            run.cannotWrite = begun.error();
    }
    const Outcome outcome = run.answer.outcome;
    const bool answered = outcome == Outcome::Completed || outcome == Outcome::Refused
        || outcome == Outcome::Filtered;
    if (run.cannotWrite) {
        run.answer.error = run.cannotWrite;
    } else if (run.stop.isCancelled() && !answered && !run.left) {
        const bool ended = !run.answer.attempts.isEmpty() && run.answer.error;
        if (run.deadlinePassed && !ended)
            run.answer.error = Error(Error::Kind::Timeout).withReason(u"deadline"_s);
        if (!run.deadlinePassed) {
            run.answer.outcome = Outcome::Cancelled;
            run.answer.error = Error(Error::Kind::Cancelled);
        }
    } else if (run.answer.stoppedBefore == StoppedBefore::PassedLimit
               && run.answer.attempts.isEmpty()) {
        run.answer.error = Error(Error::Kind::Budget).withReason(u"asks-first"_s);
    } else if (run.answer.attempts.isEmpty()) {
        run.answer.error = Error(Error::Kind::Rejected).withReason(u"no-service"_s);
    }
    co_return std::move(run.answer);
}

/// Whether this one may be asked now. Others are put back, or left out: its service wants no
/// requests, failed since the plan was made, is tried by another request, or costs too much more.
bool Dispatcher::isUpNow(Run &run, AskQueue &queue, AskTurn &turn)
{
    const Candidate &candidate = turn.candidate;
    if (candidate.asksFirst()) {
        run.pastLimit.append(candidate);
        return false;
    }
    if (!run.options.allowDearer && isDearer(candidate.estimatedCost, run.reference)) {
        run.dearer.append(candidate);
        return false;
    }
    if (turn.kind != AskTurn::Kind::Planned)
        return true;
    const Result<routing::ModelHealth> health
        = m_parts.health.of(candidate.integrationId, candidate.model);
    if (!health)
        return true; // begin() will tell that the records cannot be read
    const routing::HealthPolicy policy = m_parts.healthPolicy();
    const QDateTime now = m_parts.clock.now();
    const milliseconds rest = routing::restOf(*health, now, policy);
    if (rest > routing::longestWait) {
        leaveOut(run, candidate, routing::restingReason(routing::ReasonCode::Resting, now, rest));
        return false;
    }
    if (rest.count() > 0) {
        queue.putOff(turn, m_parts.clock.monotonic() + rest);
        return false;
    }
    const routing::Circuit circuit = routing::circuitOf(*health, now, policy);
    if (circuit == routing::Circuit::Closed || run.options.integration)
        return true;
    if (circuit == routing::Circuit::HalfOpen) {
        const Result<bool> taken
            = m_parts.health.takeProbe(candidate.integrationId, candidate.model, now, policy);
        turn.probes = taken && *taken;
    }
    if (!turn.probes)
        queue.standBy(turn, health->failingSince);
    return turn.probes;
}

std::optional<AskTurn> Dispatcher::nextTurn(Run &run, AskQueue &queue)
{
    while (std::optional<AskTurn> turn = queue.next()) {
        if (isUpNow(run, queue, *turn))
            return turn;
    }
    return std::nullopt;
}

QCoro::Task<> Dispatcher::askInTurn(Run &run)
{
    QList<Candidate> planned = run.answer.plan.candidates;
    planned.removeIf([&run](const Candidate &candidate) {
        return run.options.alreadyAsked.contains(candidate.integrationId);
    });
    AskQueue queue(planned);
    while (!run.stop.isCancelled() && run.attempts < run.options.attemptBudget) {
        std::optional<AskTurn> turn = nextTurn(run, queue);
        if (!turn)
            break;
        // No second try takes the place of a first one.
        if (turn->retries > 0 && run.options.attemptBudget - run.attempts <= queue.unasked().size())
            continue;
        const Candidate candidate = turn->candidate;
        const milliseconds wait = turn->notBefore - m_parts.clock.monotonic();
        if (turn->kind == AskTurn::Kind::Later && wait > milliseconds(0)) {
            run.sink(Waiting{candidate.integrationName, wait});
            auto waiting = waitFor(wait, run.stop.token());
            co_await waiting;
            if (run.stop.isCancelled())
                co_return;
        }

        auto beginning = begin(run, candidate);
        std::optional<Begun> begun = co_await beginning;
        if (!begun && turn->probes)
            giveProbeBack(candidate);
        if (run.cannotWrite)
            co_return;
        if (run.heldBack)
            holdBack(run, queue, *turn);
        if (!begun)
            continue;
        auto attempting = attempt(run, candidate, std::move(*begun));
        const AttemptReport report = co_await attempting;
        run.answer.outcome = report.record.outcome;
        run.answer.error = report.error;
        run.answer.text = report.text;
        run.answer.attempts.append(report);
        if (run.left)
            co_return;

        switch (run.ticketed
                    ? NextStep::EndRequest
                    : stepAfter(report.record.outcome, report.error, !report.text.isEmpty(),
                                run.request.type, run.options.doubleBill)) {
        case NextStep::EndRequest:
            co_return;
        case NextStep::StopBeforeDoubleBill:
            run.answer.notAsked = queue.unasked() + run.dearer + run.pastLimit;
            run.answer.stoppedBefore = StoppedBefore::DoubleBill;
            co_return;
        case NextStep::AskNext:
            break;
        }
        // A dead service costs its probes and nothing else, and a second try of it takes none from
        // those that were not asked yet.
        if (turn->kind == AskTurn::Kind::LastResort || turn->probes)
            continue;
        const int jitter = QRandomGenerator::global()->bounded(100);
        if (const auto pause = waitBeforeRetry(*report.error, turn->retries, jitter)) {
            ++turn->retries;
            queue.putOff(*turn, m_parts.clock.monotonic() + *pause);
        }
    }
    if (run.stop.isCancelled())
        co_return;
    if (!run.dearer.isEmpty()) {
        run.answer.notAsked = run.dearer + run.pastLimit;
        run.answer.stoppedBefore = StoppedBefore::DearerService;
    } else if (!run.pastLimit.isEmpty()) {
        run.answer.notAsked = run.pastLimit;
        run.answer.stoppedBefore = StoppedBefore::PassedLimit;
    }
}

/// The user wants requests no faster: it waits for its turn, or is left out where that is far away.
void Dispatcher::holdBack(Run &run, AskQueue &queue, AskTurn &turn)
{
    const milliseconds wait = *std::exchange(run.heldBack, std::nullopt);
    if (wait <= routing::longestWait)
        queue.putOff(turn, m_parts.clock.monotonic() + wait);
    else
        leaveOut(run, turn.candidate,
                 routing::restingReason(routing::ReasonCode::OverRate, m_parts.clock.now(), wait));
}

void Dispatcher::giveProbeBack(const Candidate &candidate)
{
    const Result<Done> given
        = m_parts.health.giveProbeBack(candidate.integrationId, candidate.model);
    if (!given)
        qCWarning(logEngine) << "Could not give a probe back:" << given.error().detail();
}

QCoro::Task<AttemptReport> Dispatcher::attempt(Run &run, Candidate candidate, Begun begun)
{
    AttemptReport report;
    UsageRecord &record = report.record;
    record = std::move(begun.record);
    const Integration integration = std::move(begun.integration);
    run.unwritten.reset();
    run.current = record;
    ++m_running[integration.id];
    m_parts.committed();
    const std::optional<PriceQuote> quote
        = m_parts.catalogue.quote({record.service,
                                   record.model,
                                   {},
                                   record.startedAt,
                                   estimatedPromptTokens(run.request),
                                   priceFactsOf(run.request)},
                                  integration.terms);
    run.sink(AttemptStarted{record, quote ? std::optional(quote->prices) : std::nullopt,
                            estimatedPromptTokens(run.request)});

    auto sending = send(run, integration, candidate, record.startedAt);
    std::optional<Completion> completion = co_await sending;
    if (!completion) {
        run.left = true;
        if (--m_running[integration.id] == 0)
            m_running.remove(integration.id);
        co_return report;
    }
    if (completion->outcome == Outcome::Cancelled && run.deadlinePassed) {
        completion->outcome = Outcome::Failed;
        completion->error = Error(Error::Kind::Timeout)
                                .withReason(u"deadline"_s)
                                .withBilling(completion->sent ? Error::Billing::Possible
                                                              : Error::Billing::SurelyNot);
    }
    auto finishing = finishAttempt(run, report, std::move(*completion), integration);
    co_await finishing;
    co_return report;
}

} // namespace keyway::engine
