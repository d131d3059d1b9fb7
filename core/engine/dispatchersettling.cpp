#include "core/base/logging.h"
#include "core/engine/attemptpolicy.h"
#include "core/engine/dispatcherrun.h"
#include "core/engine/groupcommit.h"
#include "core/engine/jobwatch.h"
#include "core/engine/settlement.h"
#include "core/engine/spendwatch.h"
#include "core/storage/healthstore.h"
#include "core/storage/integrationstore.h"

#include <utility>

namespace keyway::engine {

using namespace Qt::StringLiterals;

namespace {

/// What an attempt told about its service. Without a network no service is to blame.
routing::AttemptNews newsOf(const UsageRecord &record, const Completion &completion,
                            const QDateTime &now)
{
    const std::optional<Error> &error = completion.error;
    routing::AttemptNews news
        = routing::newsOf(record, now, error ? error->reply().retryAfter : completion.rest);
    if (error && error->reason() == "offline"_L1)
        news.kind = routing::AttemptNews::Kind::Nothing;
    return news;
}

} // namespace

QCoro::Task<> Dispatcher::finishAttempt(Run &run, AttemptReport &report, Completion completion,
                                        Integration integration)
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
    const routing::AttemptNews news = newsOf(record, completion, m_parts.clock.now());
    const auto also = [&]() -> Result<Done> {
        const Result<Done> noted
            = m_parts.health.note(record.integrationId, record.model, news, m_parts.healthPolicy());
        return noted && run.watch ? run.watch->attemptEnds(record, completion, mayGoOn) : noted;
    };
    auto settling = m_parts.commits.write([&] { return m_parts.ledger.settle(record, also); });
    const Result<Done> settled = co_await settling;
    if (!settled) {
        // The text is the user's all the same. The row is settled later, or by the next start.
        qCWarning(logEngine) << "Could not settle an attempt:" << settled.error().detail();
        report.error = settled.error();
        m_unsettled.append(record);
    } else if (m_parts.watch) {
        m_parts.watch->settled(record);
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
        if (settled) {
            if (m_parts.watch)
                m_parts.watch->settled(record);
            m_parts.committed();
        } else if (settled.error().kind() == Error::Kind::Storage) {
            left.append(record);
        } else {
            qCWarning(logEngine) << "Could never settle an attempt:" << settled.error().detail();
        }
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
