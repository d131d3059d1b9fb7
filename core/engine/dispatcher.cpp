#include "core/engine/dispatcher.h"

#include "core/async/wait.h"
#include "core/base/logging.h"
#include "core/engine/attemptpolicy.h"
#include "core/engine/dispatcherrun.h"
#include "core/engine/jobwatch.h"
#include "core/engine/routefacts.h"
#include "core/engine/settlement.h"
#include "core/storage/integrationstore.h"
#include "core/storage/ledger.h"

#include <QtCore/QRandomGenerator>
#include <QtCore/QTimer>

#include <algorithm>
#include <utility>

namespace keyway::engine {

using namespace Qt::StringLiterals;
using routing::Candidate;
using std::chrono::milliseconds;

namespace {

/// A candidate that failed in a way that passes, and may be asked once more when nobody else is
/// left.
struct Later {
    Candidate candidate;
    int retries = 0;
    milliseconds notBefore{0}; ///< monotonic
};

Later takeSoonest(QList<Later> &later)
{
    const auto soonest
        = std::min_element(later.cbegin(), later.cend(), [](const Later &a, const Later &b) {
              return a.notBefore < b.notBefore;
          });
    const Later next = *soonest;
    later.erase(soonest);
    return next;
}

/// The model somebody named, else the integration's own; for a picture or a video the service's,
/// where the own one makes none.
QString modelFor(RequestType type, const AskOptions &options, const Integration &integration,
                 const Service *service)
{
    if (options.service == integration.service && !options.model.isEmpty())
        return options.model;
    const Model *own = service ? service->modelReported(integration.model) : nullptr;
    const bool makesNone = own && !own->types.contains(type);
    if (type == RequestType::Text || !makesNone)
        return integration.model;
    const QString usual = service->defaultModelFor(type);
    return usual.isEmpty() ? integration.model : usual;
}

constexpr qint64 largestPromptBytes = 8 * 1024 * 1024;

} // namespace

struct Dispatcher::Begun {
    UsageRecord record;
    Integration integration;
};

Result<Done> checkedRequest(const PromptRequest &request)
{
    const bool empty
        = request.messages.isEmpty() || request.messages.last().text.trimmed().isEmpty();
    if (empty)
        return Error(Error::Kind::Rejected).withReason(u"empty-prompt"_s);
    qint64 bytes = 0;
    for (const Message &message : request.messages)
        bytes += message.text.toUtf8().size();
    if (bytes > largestPromptBytes)
        return Error(Error::Kind::Rejected).withReason(u"prompt-too-large"_s);
    return Done{};
}

Dispatcher::Dispatcher(DispatcherParts parts)
    : m_parts(std::move(parts))
{
}

Result<routing::RoutePlan> Dispatcher::plan(const PromptRequest &request,
                                            const AskOptions &options) const
{
    if (auto checked = checkedRequest(request); !checked)
        return checked.error();
    Result<routing::RouteSnapshot> seen = snapshot(request, options);
    if (!seen)
        return seen.error();
    return routing::plan(*seen);
}

Result<routing::RouteSnapshot> Dispatcher::snapshot(const PromptRequest &request,
                                                    const AskOptions &options) const
{
    Result<QList<Integration>> integrations = m_parts.integrations.list();
    if (!integrations)
        return integrations.error();

    Result<QHash<Id, Spending>> spending = m_parts.ledger.spending(m_parts.today());
    if (!spending)
        return spending.error();

    routing::RouteSnapshot seen;
    seen.now = m_parts.clock.now();
    seen.type = request.type;
    seen.strategy = options.strategy;
    seen.promptTokens = estimatedPromptTokens(request);
    seen.promptTokensAtMost = promptTokensAtMost(request);
    seen.maxOutputTokens = request.maxOutputTokens;
    seen.imageCount = request.image.count;
    seen.videoSeconds = request.video.seconds;
    seen.inputs = routeInputs(request);
    seen.wanted = wantedOptions(request);
    seen.priceFacts = priceFactsOf(request);
    seen.pinnedIntegration = options.integration;
    seen.evenDisabled = options.evenDisabled;
    seen.pinnedService = options.service;
    seen.pinnedModel = options.model;
    for (const Integration &integration : std::as_const(*integrations)) {
        routing::Option option;
        option.integration = integration;
        const Service *service = m_parts.catalogue.service(integration.service);
        option.serviceName = service ? service->name : integration.service;
        option.model = modelFor(request.type, options, integration, service);
        if (service) {
            option.serviceTypes = service->types;
            if (const Model *facts = service->modelReported(option.model))
                option.facts = *facts;
        }
        option.price = m_parts.catalogue.quote({integration.service,
                                                option.model,
                                                {},
                                                seen.now,
                                                seen.promptTokensAtMost,
                                                priceFactsOf(request)},
                                               termsOf(integration, option.model));
        const Spending spent = spending->value(integration.id);
        option.spentThisMonth = spent.thisMonth + spent.reserved;
        seen.options.append(std::move(option));
    }
    return seen;
}

OwnTerms Dispatcher::termsOf(const Integration &integration, const QString &model) const
{
    OwnTerms terms = integration.terms;
    const QList<DatedPrice> listed = m_parts.listedPrices(integration.id, model);
    if (!listed.isEmpty())
        terms.listed.insert(model, listed);
    return terms;
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
    } else if (run.answer.attempts.isEmpty()) {
        run.answer.error = Error(Error::Kind::Rejected).withReason(u"no-service"_s);
    }
    co_return std::move(run.answer);
}

QCoro::Task<> Dispatcher::askInTurn(Run &run)
{
    QList<Candidate> queue;
    for (const Candidate &candidate : std::as_const(run.answer.plan.candidates)) {
        if (!run.options.alreadyAsked.contains(candidate.integrationId))
            queue.append(candidate);
    }
    QList<Later> later;
    while (!run.stop.isCancelled() && run.attempts < run.options.attemptBudget) {
        Candidate candidate;
        int retries = 0;
        if (!queue.isEmpty()) {
            candidate = queue.takeFirst();
        } else if (!later.isEmpty()) {
            const Later next = takeSoonest(later);
            const milliseconds wait = next.notBefore - m_parts.clock.monotonic();
            if (wait > milliseconds(0)) {
                run.sink(Waiting{next.candidate.integrationName, wait});
                auto waiting = waitFor(wait, run.stop.token());
                co_await waiting;
            }
            if (run.stop.isCancelled())
                co_return;
            candidate = next.candidate;
            retries = next.retries;
        } else {
            co_return;
        }

        std::optional<Begun> begun = begin(run, candidate);
        if (run.cannotWrite)
            co_return;
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
            run.answer.notAsked = queue;
            co_return;
        case NextStep::AskNext:
            break;
        }
        const int jitter = QRandomGenerator::global()->bounded(100);
        if (const auto wait = waitBeforeRetry(*report.error, retries, jitter))
            later.append({candidate, retries + 1, m_parts.clock.monotonic() + *wait});
    }
}

/// Writes the row of the next attempt. Nothing where there is none: the candidate was left out, or
/// `cannotWrite` says why.
std::optional<Dispatcher::Begun> Dispatcher::begin(Run &run, const Candidate &candidate)
{
    // It may have been removed or disabled since the plan was made, or while another one was asked.
    const Result<std::optional<Integration>> found
        = m_parts.integrations.present(candidate.integrationId);
    if (!found) {
        run.cannotWrite = found.error();
        return std::nullopt;
    }
    if (!*found || (!(*found)->enabled && !run.options.evenDisabled)) {
        const auto code = *found ? routing::ReasonCode::Disabled : routing::ReasonCode::Removed;
        leaveOut(run, candidate, {code, {}});
        return std::nullopt;
    }
    Begun begun{{}, **found};
    begun.integration.terms = termsOf(begun.integration, candidate.model);
    const Integration &integration = begun.integration;
    UsageRecord &record = begun.record;
    const QDateTime now = m_parts.clock.now();
    record.recordId = Id::create(now);
    record.requestId = run.request.id;
    record.attempt = run.attempts + 1;
    record.integrationId = candidate.integrationId;
    record.integrationName = candidate.integrationName;
    record.service = candidate.service;
    record.model = candidate.model;
    record.type = run.request.type;
    record.strategy = run.options.strategy;
    record.app = run.request.app;
    record.origin
        = keyway::originOf(integration.baseUrl, m_parts.catalogue.service(candidate.service));
    record.startedAt = now;
    record.billingDay = m_parts.today();

    const std::optional<Money> cap
        = integration.limitAction == LimitAction::Stop ? integration.monthlyLimit : std::nullopt;
    const Money reservation = candidate.worstCost.value_or(Money());
    const Result<Done> started = run.unwritten
        ? m_parts.ledger.beginWith(*run.unwritten, record, reservation, cap)
        : m_parts.ledger.startAttempt(record, reservation, cap);
    if (!started) {
        // Nothing was written, so nothing is sent: a limit that another request reached first, or
        // a disk that cannot keep the row.
        if (started.error().kind() == Error::Kind::Budget)
            leaveOut(run, candidate, whyOverBudget(integration, candidate));
        else
            run.cannotWrite = started.error();
        return std::nullopt;
    }
    ++run.attempts;
    return begun;
}

routing::Reason Dispatcher::whyOverBudget(const Integration &integration,
                                          const Candidate &candidate) const
{
    const Result<QHash<Id, Spending>> spending = m_parts.ledger.spending(m_parts.today());
    const Spending spent = spending ? spending->value(integration.id) : Spending();
    return routing::overBudget(integration.monthlyLimit.value_or(Money()),
                               spent.thisMonth + spent.reserved, candidate.worstCost);
}

/// A candidate that cannot be asked after all is no attempt: the plan says why. One that was asked
/// before stays among the candidates, where its attempts speak for it.
void Dispatcher::leaveOut(Run &run, const Candidate &candidate, const routing::Reason &reason)
{
    const bool asked = std::any_of(run.answer.attempts.cbegin(), run.answer.attempts.cend(),
                                   [&](const AttemptReport &one) {
                                       return one.record.integrationId == candidate.integrationId;
                                   });
    if (asked)
        return;
    run.answer.plan.exclude(candidate, reason);
    if (run.unwritten) {
        run.unwritten->plan = run.answer.plan;
        return;
    }
    const Result<Done> replaced = m_parts.ledger.replacePlan(run.request.id, run.answer.plan);
    if (!replaced)
        qCWarning(logEngine) << "Could not note why a service was left out:"
                             << replaced.error().detail();
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
    finishAttempt(run, report, std::move(*completion), integration);
    co_return report;
}

void Dispatcher::finishAttempt(Run &run, AttemptReport &report, Completion completion,
                               const Integration &integration)
{
    UsageRecord &record = report.record;
    if (run.watch)
        run.watch->keepImages(completion.images);
    // A refusal that comes in a field of its own is all that the service has to say.
    const bool onlyWords = record.type == RequestType::Text && completion.text.isEmpty()
        && !completion.serviceWords.isEmpty()
        && (completion.outcome == Outcome::Refused || completion.outcome == Outcome::Filtered);
    if (onlyWords) {
        completion.text = completion.serviceWords;
        run.sink(TextArrived{completion.text, std::nullopt});
    }
    if (const Result<Endpoint> endpoint = endpointFor(record.type, integration, record.model))
        countMedia(run.request, endpoint->facts, completion);
    Settlement settlement = settle(record, run.request, completion, integration, m_parts.catalogue,
                                   m_parts.feePolicy(record.billingDay), run.flatFeeCharged);
    record = settlement.record;
    report.cost = settlement.cost;
    report.text = completion.text;
    report.error = completion.error;
    run.answer.images += completion.images;
    if (!record.platformFee.isZero())
        run.flatFeeCharged = true;

    if (--m_running[integration.id] == 0)
        m_running.remove(integration.id);
    const bool mayGoOn = !run.ticketed
        && stepAfter(record.outcome, report.error, false, run.request.type, run.options.doubleBill)
            == NextStep::AskNext;
    const Result<Done> settled = m_parts.ledger.settle(record, [&]() -> Result<Done> {
        return run.watch ? run.watch->attemptEnds(record, completion, mayGoOn)
                         : Result<Done>(Done());
    });
    if (!settled) {
        // The text is the user's all the same. The row is settled later, or by the next start.
        qCWarning(logEngine) << "Could not settle an attempt:" << settled.error().detail();
        report.error = settled.error();
        m_unsettled.append(record);
    }
    noteResult(integration, report);
    m_parts.committed();
    run.sink(AttemptEnded{record, report.error, !report.text.isEmpty()});
}

void Dispatcher::settleLate()
{
    QList<UsageRecord> left;
    for (const UsageRecord &record : std::exchange(m_unsettled, {})) {
        const Result<Done> settled = m_parts.ledger.settle(record);
        if (settled)
            m_parts.committed();
        else if (settled.error().kind() == Error::Kind::Storage)
            left.append(record);
        else
            qCWarning(logEngine) << "Could never settle an attempt:" << settled.error().detail();
    }
    m_unsettled = left;
}

void Dispatcher::noteResult(const Integration &integration, const AttemptReport &report)
{
    const bool keyMissing = report.error && report.error->kind() == Error::Kind::Keychain
        && report.error->reason() == "missing-key"_L1;
    if (!report.error || !(report.error->excludesIntegration() || keyMissing))
        return;
    Hold hold;
    hold.kind = report.error->kind();
    hold.since = m_parts.clock.now();
    if (hold.kind == Error::Kind::Gone)
        hold.model = report.record.model;
    const Result<Done> held = m_parts.integrations.setHold(integration.id, hold);
    if (!held)
        qCWarning(logEngine) << "Could not note why a service is left out:"
                             << held.error().detail();
}

} // namespace keyway::engine
