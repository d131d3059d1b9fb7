#pragma once

#include "core/async/canceltoken.h"
#include "core/base/clock.h"
#include "core/engine/commitsignal.h"
#include "core/engine/dispatcher.h"
#include "core/engine/groupcommit.h"
#include "core/engine/integrationhealth.h"
#include "core/engine/jobrunner.h"
#include "core/engine/keyring.h"
#include "core/engine/spendwatch.h"
#include "core/engine/workspace.h"
#include "core/providers/providerset.h"
#include "core/storage/accountstore.h"
#include "core/storage/alertstore.h"
#include "core/storage/audittrail.h"
#include "core/storage/conversationstore.h"
#include "core/storage/database.h"
#include "core/storage/feeplans.h"
#include "core/storage/healthstore.h"
#include "core/storage/integrationstore.h"
#include "core/storage/ledger.h"
#include "core/storage/limitstore.h"
#include "core/storage/modelliststore.h"
#include "core/storage/ratelimitstore.h"
#include "core/storage/session.h"
#include "core/storage/settingsstore.h"
#include "core/storage/votestore.h"

#include <QtCore/QTimeZone>
#include <QtCore/QTimer>

#include <memory>
#include <vector>

namespace keyway::engine {

/// What a Workspace is made of, in the order in which it is built; taken down in reverse.
struct WorkspaceParts {
    WorkspaceOptions options;
    SystemClock clock;
    Catalogue catalogue;
    std::unique_ptr<Database> database;
    std::unique_ptr<Session> session;
    QTimeZone zone;
    FeePolicy lastFee; ///< as it was last read
    RoutingSettings routing;
    std::unique_ptr<SettingsStore> settings;
    std::unique_ptr<FeePlans> feePlans;
    std::unique_ptr<HealthStore> health;
    std::unique_ptr<IntegrationStore> integrations;
    std::unique_ptr<Ledger> ledger;
    std::unique_ptr<ConversationStore> conversations;
    std::unique_ptr<AuditTrail> audit;
    std::unique_ptr<AccountStore> accounts;
    std::unique_ptr<ModelListStore> models;
    std::unique_ptr<LimitStore> limits;
    std::unique_ptr<RateLimitStore> rates;
    std::unique_ptr<AlertStore> alerts;
    std::unique_ptr<VoteStore> votes;
    std::unique_ptr<SpendWatch> watch;
    std::unique_ptr<ProviderSet> providers;
    std::unique_ptr<KeyRing> keys;
    std::unique_ptr<CommitSignal> commits;
    std::unique_ptr<GroupCommit> writes;
    std::unique_ptr<Dispatcher> dispatcher;
    /// As last seen; before that nothing speaks against it.
    KeychainStatus keychain{KeychainState::Ready, {}, {}};
    bool vaultOpen = false;
    std::function<void()> announce; ///< after a commit of this process
    CancelSource closing;
    QTimer tidying;
    int working = 0; ///< coroutines of the workspace that have not ended
    std::unique_ptr<JobRunner> jobs;
    std::vector<std::unique_ptr<QObject>> companions; ///< of Workspace::adopt()

    /// Read each time: another process, or the account's server, may have changed it.
    FeePolicy feeOn(const QDate &billingDay)
    {
        if (const Result<FeePolicy> read = feePlans->on(billingDay))
            lastFee = *read;
        return lastFee;
    }
    /// What the votes that count today do to the qualities of models.
    Result<routing::VoteShifts> voteShifts(RequestType type)
    {
        const QDateTime now = clock.now();
        const auto counting = votes->votes(now.addDays(-routing::voteLifeDays));
        if (!counting)
            return counting.error();
        return routing::voteShifts(*counting, type, now);
    }
};

/// Held by each coroutine of the workspace while it runs, so that close() can wait for it. Its
/// token is cancelled with the caller's and when the workspace closes.
class Working {
public:
    explicit Working(WorkspaceParts &parts, const CancelToken &cancel = {})
        : m_parts(parts)
    {
        ++m_parts.working;
        m_stop.follow(cancel);
        m_stop.follow(m_parts.closing.token());
    }
    ~Working() { --m_parts.working; }
    Q_DISABLE_COPY_MOVE(Working)
    CancelToken token() const { return m_stop.token(); }

private:
    WorkspaceParts &m_parts;
    CancelGroup m_stop;
};

/// Where an integration of a service is asked for anything but an answer.
Endpoint endpointOf(const Service &service, const Integration &integration);

/// `https://api.openai.com`: what a key is bound to.
QString originOf(const QUrl &url);

inline QString vaultPath(const QString &dataDir)
{
    return dataDir + QStringLiteral("/vault.keyway");
}

} // namespace keyway::engine
