#pragma once

#include "core/async/canceltoken.h"
#include "core/base/clock.h"
#include "core/engine/answer.h"
#include "core/fees/feepolicy.h"
#include "core/routing/snapshot.h"

#include <QtCore/QDate>
#include <QtCore/QHash>

#include <functional>

namespace keyway {
class HealthStore;
class IntegrationStore;
class Ledger;
class ProviderSet;
} // namespace keyway

namespace keyway::engine {

class AskQueue;
class GroupCommit;
class JobWatch;
class KeyRing;
class SpendWatch;
struct AskTurn;

/// What the dispatcher works with; all of it is owned by the composition and outlives it.
struct DispatcherParts {
    const Catalogue &catalogue;
    const Clock &clock;
    Ledger &ledger;
    GroupCommit &commits; ///< what the ledger gets for a request goes through it
    IntegrationStore &integrations;
    KeyRing &keys;
    ProviderSet &providers;
    std::function<QDate()> today; ///< in the billing zone
    std::function<FeePolicy(const QDate &billingDay)> feePolicy;
    std::function<void()> committed; ///< after every commit
    /// What the service's own list says a model costs; empty where it does not.
    std::function<QList<DatedPrice>(const Id &integration, const QString &model)> listedPrices;
    HealthStore &health;
    std::function<routing::HealthPolicy()> healthPolicy;
    std::function<routing::Wishes()> wishes; ///< of the user, for every request
    std::function<Result<guard::SpendingState>()> spending; ///< the user's limits, as used now
    SpendWatch *watch = nullptr; ///< nothing: what is unusual goes unseen
    /// What the user's votes make of the catalogue's qualities; nothing: no votes.
    std::function<Result<routing::VoteShifts>(RequestType)> votes = {};
};

/// Carries a prompt to an answer: plan, then for each candidate reserve, send, stream, settle.
/// Lives on the core thread; any number of requests run at once.
class Dispatcher {
public:
    explicit Dispatcher(DispatcherParts parts);

    /// What would be asked in which order; asks nobody and costs nothing.
    Result<routing::RoutePlan> plan(const PromptRequest &request, const AskOptions &options) const;

    /// Runs a request to its end. Everything that can go wrong is in the Answer; each attempt has
    /// its ledger row before it is sent and is settled in one transaction after.
    /// `watch` hears of a job on its way and outlives the task. When the program stops, a job with
    /// a ticket is left as it is: the outcome is Started then.
    QCoro::Task<Answer> run(PromptRequest request, AskOptions options, AnswerSink sink,
                            CancelToken cancel, JobWatch *watch = nullptr);
    /// Goes on with the attempt of a job that another run began, and settles it where nobody did.
    QCoro::Task<Answer> resume(PromptRequest request, UsageRecord record, JobTicket ticket,
                               CancelToken cancel, JobWatch *watch);

    /// Where a model of an integration is asked.
    Result<Endpoint> endpointFor(RequestType type, const Integration &integration,
                                 const QString &model) const;
    Provider &providerFor(RequestType type, const Endpoint &endpoint) const;

    /// Settles what could not be settled when it ended, because the disk was full or another
    /// program kept the database to itself. Done before every request; call it before the end, too.
    void settleLate();
    /// Cancels every request, and those that come later; each still settles what it has.
    void stopAll() { m_stopAll.cancel(); }
    /// Requests that have not ended.
    int active() const { return m_active; }
    /// Attempts in flight at an integration.
    int running(const Id &integration) const { return m_running.value(integration); }

private:
    struct Run; ///< the state of one request
    struct Begun; ///< an attempt whose row is written

    Result<routing::RouteSnapshot> snapshot(const PromptRequest &request,
                                            const AskOptions &options) const;
    /// The integration's terms, with what its service's own list says of a model.
    OwnTerms termsOf(const Integration &integration, const QString &model) const;
    QCoro::Task<> askInTurn(Run &run);
    std::optional<AskTurn> nextTurn(Run &run, AskQueue &queue);
    bool isUpNow(Run &run, AskQueue &queue, AskTurn &turn);
    void holdBack(Run &run, AskQueue &queue, AskTurn &turn);
    void giveProbeBack(const routing::Candidate &candidate);
    QCoro::Task<std::optional<Begun>> begin(Run &run, routing::Candidate candidate);
    Begun prepared(const Run &run, const routing::Candidate &candidate,
                   const Integration &integration) const;
    static bool wasAsked(const Run &run, const routing::Candidate &candidate);
    void leaveOver(Run &run, const routing::Candidate &candidate, const routing::Reason &reason);
    void leaveOut(Run &run, const routing::Candidate &candidate, const routing::Reason &reason);
    routing::Reason whyOverBudget(const Error &refused, const Integration &integration,
                                  const routing::Candidate &candidate) const;
    QCoro::Task<AttemptReport> attempt(Run &run, routing::Candidate candidate, Begun begun);
    QCoro::Task<std::optional<Completion>> send(Run &run, Integration integration,
                                                routing::Candidate candidate, QDateTime startedAt);
    QCoro::Task<Completion> makeAll(Run &run, Provider *provider, Integration integration,
                                    Endpoint endpoint);
    QCoro::Task<std::optional<Completion>> follow(Run &run, JobProvider *jobs, JobTicket ticket,
                                                  Integration integration, Endpoint endpoint,
                                                  QDateTime startedAt);
    QCoro::Task<> finishAttempt(Run &run, AttemptReport &report, Completion completion,
                                Integration integration);
    void noteResult(const Integration &integration, const AttemptReport &report);

    DispatcherParts m_parts;
    QHash<Id, int> m_running;
    QList<UsageRecord> m_unsettled; ///< ended, but their rows still say `started`
    CancelSource m_stopAll;
    int m_active = 0;
};

/// Why a request cannot be asked at all, before anybody is planned. Error: Rejected, `empty-prompt`
/// or `prompt-too-large`.
Result<Done> checkedRequest(const PromptRequest &request);

} // namespace keyway::engine
