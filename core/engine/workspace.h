#pragma once

#include "core/async/canceltoken.h"
#include "core/async/task.h"
#include "core/base/clock.h"
#include "core/base/secret.h"
#include "core/catalogue/catalogue.h"
#include "core/catalogue/integration.h"
#include "core/engine/accounts.h"
#include "core/engine/answer.h"
#include "core/engine/jobrunner.h"
#include "core/engine/overview.h"
#include "core/engine/routingsettings.h"
#include "core/guard/ratelimit.h"
#include "core/secrets/secretstore.h"
#include "core/storage/audittrail.h"
#include "core/storage/conversationstore.h"
#include "core/storage/usagesummary.h"

#include <QtCore/QObject>

#include <functional>
#include <memory>
#include <optional>

namespace keyway::engine {

struct WorkspaceOptions {
    QString dataDir; ///< made (0700) where it does not exist
    QString catalogueDir = QStringLiteral(":/catalogue");
    /// Makes the store of keys; nothing: the keychain of the operating system.
    std::function<std::unique_ptr<SecretStore>()> makeKeychain = {};
    /// How often what other processes left behind when they died is given back.
    std::chrono::milliseconds tidyEvery{std::chrono::minutes(5)};
};

/// What a person gives to connect a service.
struct NewIntegration {
    QString service;
    QString name; ///< empty: the service's name, numbered where it is taken
    QString baseUrl; ///< empty: the service's own
    QString model; ///< empty: the service's default
    std::optional<Money> monthlyLimit;
    LimitAction limitAction = LimitAction::Stop;
    std::chrono::seconds firstByteTimeout{120};
    bool automaticRouting = true;
    KeySource keySource = KeySource::Keychain;
    OwnTerms terms;
    ConnectionPolicy connection = {};
    bool test = true;
    bool startDisabled = false;
};

/// A prompt to be answered and kept in a conversation.
struct ConversationTurn {
    std::optional<Id> conversation; ///< nothing: a new one, titled after the prompt
    PromptRequest request; ///< the new prompt alone; earlier turns are put before it
    AskOptions options;
    /// The answer that this one replaces ("try again") or goes on after: its prompt is not kept
    /// twice.
    bool promptIsKept = false;
    QJsonObject details = {}; ///< kept with the answer from its beginning, see StoredMessage
};

/// Where a turn is kept, told before anything is asked.
struct TurnKept {
    Id conversation;
    Id answer; ///< of the message that grows
};

struct WorkspaceParts;

/// One data folder, opened: integrations, keys, ledger, conversations and the dispatcher. Lives on
/// the core thread; every function is called there (ui/ goes through spawn()). Several processes
/// may have the same folder open.
class Workspace : public QObject {
    Q_OBJECT
public:
    /// Error: Storage (see Database) or Rejected (`bad-catalogue`, `bad-fee-policy`).
    static Result<std::unique_ptr<Workspace>> open(WorkspaceOptions options);
    ~Workspace() override;

    /// Stops everything that runs and waits until each request has settled and each task has ended,
    /// at most three seconds; false where that was not enough (a keychain that does not answer),
    /// and then the workspace must not be destroyed. Call it before the workspace goes.
    QCoro::Task<bool> close();

    const Catalogue &catalogue() const;
    bool isReadOnly() const;
    QString dataDir() const;

    // What there is
    Result<Overview> overview() const;
    Result<Integration> integration(const Id &id) const;
    Result<Integration> integrationByName(const QString &name) const;
    /// By model, this month: for Configure.
    Result<QList<ServiceTotal>> modelsThisMonth(const Id &integration) const;
    QDate today() const; ///< in the billing zone

    // Integrations
    /// Tests a key without keeping it.
    Task<KeyCheck> tryKey(QString service, QString baseUrl, QString model, Secret key,
                          CancelToken cancel, ConnectionPolicy connection = {});
    /// Tests (unless told not to), writes the key to the keychain, then the row. Nothing is kept on
    /// error.
    Task<Integration> addIntegration(NewIntegration wanted, Secret key, CancelToken cancel);
    /// Tests the stored key; lifts or sets the hold.
    Task<KeyCheck> testIntegration(Id id, CancelToken cancel);
    /// Tests the new key, then replaces the old one; on error the old one stays.
    Task<Done> replaceKey(Id id, Secret key, bool test, CancelToken cancel);
    /// Name, model, limits, routing, connection, prices. A changed origin needs replaceKey() with
    /// `baseUrl` instead. A changed file of authorities is read first, for an error to be told now.
    Result<Done> updateIntegration(const Integration &changed);
    /// By another connection from now on, where one is given.
    Task<Done> changeBaseUrl(Id id, QString baseUrl, Secret key, bool test, CancelToken cancel,
                             std::optional<ConnectionPolicy> connection = {});
    Result<Done> setEnabled(const Id &id, bool enabled);
    Result<Done> reorder(const QList<Id> &order);
    /// Takes it out of every list; its key stays until forgetKey(), so that it can be restored.
    Result<Done> removeIntegration(const Id &id);
    Result<Done> restoreIntegration(const Id &id);
    /// Deletes its key for good.
    Task<Done> forgetKey(Id id);
    /// Deletes for good what was removed and could be brought back until the last window closed:
    /// keys of removed integrations, removed conversations. For a window's start.
    Task<Done> sweep();

    // Accounts with services, see accounts.h
    /// Asks a service for its list of models with the stored key and keeps it.
    Task<ModelListChange> refreshModels(Id integration, CancelToken cancel);
    /// The catalogue's models of an integration's service and those of the service's own list.
    Result<QList<ModelChoice>> modelChoices(const Id &integration) const;
    /// Keeps an admin key in the keychain, or the vault where `inVault`; asks the service first
    /// whether it may read bills, unless told not to. Error: Rejected `no-admin-key` where the
    /// service has no use for one, and as of replaceKey().
    Task<Done> setAdminKey(Id integration, Secret key, bool inVault, bool test, CancelToken cancel);
    /// Removing what is not there is a success.
    Task<Done> removeAdminKey(Id integration);
    Result<std::optional<AdminKey>> adminKey(const Id &integration) const;
    /// Sets what services say they charged in a month beside what was recorded, by UTC day. Asks
    /// them first, unless `ask` is false; what cannot be read is in the reports, not an error.
    Task<Reconciliation> reconcile(QDate month, bool ask, CancelToken cancel);

    // Keys
    QCoro::Task<KeychainStatus> keychainStatus();
    Task<Done> unlockKeychain();
    bool hasVault() const;
    /// Locked where the file is whole and was not opened.
    QCoro::Task<KeychainStatus> vaultStatus();
    Task<Done> createVault(Secret password);
    bool isVaultOpen() const;
    Task<Done> openVault(Secret password);

    // Asking
    Result<routing::RoutePlan> explain(const PromptRequest &request,
                                       const AskOptions &options) const;
    QCoro::Task<Answer> ask(PromptRequest request, AskOptions options, AnswerSink sink,
                            CancelToken cancel);
    /// As ask(), and keeps prompt and answer in a conversation.
    /// `kept` is called first, on this thread. Error: Storage; nothing was asked then.
    Task<Answer> askIn(ConversationTurn turn, std::function<void(TurnKept)> kept, AnswerSink sink,
                       CancelToken cancel);

    // Pictures and videos are jobs: kept before they are sent, and over the end of the program
    /// Puts a picture or a video into the queue. `output`: a file (written over) or a folder;
    /// empty: picturesFolder(). Error: Rejected, as of checkedRequest(), or Storage; nothing was
    /// sent then.
    Result<Id> startJob(PromptRequest request, const AskOptions &options,
                        const QString &output = {});
    /// Newest first.
    Result<QList<Job>> jobs(const JobFilter &filter = {}) const;
    Result<Job> job(const Id &id) const; ///< Error: Rejected, `no-such-job`
    /// Takes over jobs that another process left, now and from now on. For a window's start.
    void attendJobs();
    /// Waits until a job has ended; takes it over where its process is gone. Error: Cancelled,
    /// where `cancel` is; the job goes on.
    Task<JobEnd> jobEnded(Id id, CancelToken cancel);
    /// Waits until the service has given a ticket for it, or it has ended.
    Task<Job> jobHandedIn(Id id, CancelToken cancel);
    /// Asks for it: a queued job ends at once, one at a service when that agrees. Where it does
    /// not, the job goes on and its `error` is Rejected, `cannot-cancel`. Error: Rejected,
    /// `job-ended`.
    Result<Done> cancelJob(const Id &id);
    /// The same again as a new job.
    Result<Id> retryJob(const Id &id);
    /// Of waiting ones.
    Result<Done> moveJobUp(const Id &id);
    bool jobsPaused() const;
    /// Paused: what runs goes on, nothing new begins, in any process.
    Result<Done> setJobsPaused(bool paused);
    /// Takes an ended job out of jobs(), and puts it back. Files are left where they are.
    Result<Done> removeFromGallery(const Id &id);
    Result<Done> restoreToGallery(const Id &id);
    /// What a job was asked to make, with its pictures, to ask it again. Error: Storage,
    /// `input-gone`, where one of them is not there any more.
    Result<PromptRequest> jobRequest(const Id &id) const;
    /// Writes which files of an ended job are left; without any it goes out of jobs().
    Result<Done> setJobFiles(const Id &id, const QList<JobFile> &files);
    /// Of jobs that ended at or after `since`.
    Result<JobTotals> jobTotals(const QDateTime &since) const;
    QString picturesFolder() const; ///< the setting `studio.folder`, else below the user's pictures

    // Records
    Result<UsageSummary> usage(const QDate &month, const UsageFilter &filter = {}) const;
    Result<QList<UsageRecord>> records(const RecordFilter &filter) const;
    Result<qint64> countRecords(const RecordFilter &filter) const;
    Result<std::optional<routing::RoutePlan>> planOf(const Id &request) const;
    Result<AuditCheck> verifyAudit() const;
    /// Reads the whole database: seconds for a large one.
    Result<Done> checkDatabase() const;

    /// Newest first.
    Result<QList<AuditEntry>> activity(const AuditFilter &filter) const;
    /// How many activity() has without limit and offset.
    Result<qint64> countActivity(const AuditFilter &filter) const;

    // Limits in money
    /// All that hold, those of the integrations' months first, as used now.
    Result<guard::SpendingState> spending() const;
    /// Takes the place of the one with this scope and period. Error: Rejected,
    /// `no-such-integration`.
    Result<Done> setLimit(const guard::SpendingLimit &limit);
    Result<Done> removeLimit(const guard::SpendingLimit &limit);
    // Limits in requests
    Result<QList<guard::RateRule>> rateRules() const;
    /// Takes the place of the one with this scope and name. Error: Rejected, `no-limit` where it
    /// limits nothing.
    Result<Done> setRateRule(const guard::RateRule &rule);
    /// Whether there was one.
    Result<bool> removeRateRule(guard::RateRule::Scope scope, const QString &name);

    /// From now on nothing is sent that may cost money, by any process; what runs goes on.
    Result<Done> setSpendingStopped(bool stopped);

    // Conversations, newest first
    Result<QList<Conversation>> conversations(const std::optional<Conversation> &after) const;
    Result<QList<ConversationHit>> searchConversations(const QString &text) const;
    Result<QList<StoredMessage>> messages(const Id &conversation) const;
    Result<Done> setMessageDetails(const Id &message, const QJsonObject &details);
    Result<Done> renameConversation(const Id &id, const QString &title);
    Result<Done> deleteConversation(const Id &id);
    Result<Done> restoreConversation(const Id &id);

    // Settings
    FeePolicy feePolicy() const;
    /// Of attempts of that day: the plan of its month, which need not be today's. Today's where it
    /// cannot be read.
    FeePolicy feePolicyOn(const QDate &billingDay) const;
    Result<Done> setFeePolicy(const FeePolicy &policy);
    const RoutingSettings &routeSettings() const;
    Result<Done> setRouteSettings(const RoutingSettings &settings);
    QJsonValue setting(const QString &key) const;
    Result<Done> setSetting(const QString &key, const QJsonValue &value);

    // For the rooms above that work on the same records
    WorkspaceParts &parts() { return *m_parts; }
    /// Keeps it as long as the workspace is open, and lets it go first.
    void adopt(std::unique_ptr<QObject> companion);

Q_SIGNALS:
    /// After every commit of this or another process: overview() may have moved.
    void changed();
    /// Some job moved, here or in another process; at most four times a second.
    void jobsChanged();
    void keychainChanged(const keyway::KeychainStatus &status);

private:
    Task<Done> readAccount(Integration integration, QDate month, CancelToken cancel);
    Task<Done> correctCosts(Integration integration, Endpoint endpoint, QDate month, Secret key,
                            CancelToken cancel);
    explicit Workspace(std::unique_ptr<WorkspaceParts> parts);
    std::unique_ptr<WorkspaceParts> m_parts;
};

} // namespace keyway::engine
