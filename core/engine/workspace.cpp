#include "core/engine/workspace.h"

#include "core/async/wait.h"
#include "core/base/logging.h"
#include "core/engine/datadir.h"
#include "core/engine/workspaceparts.h"
#include "core/secrets/keychainstore.h"
#include "core/secrets/vaultstore.h"
#include "core/storage/billingzone.h"

#include <QtCore/QDir>
#include <QtCore/QJsonObject>

#include <algorithm>
#include <utility>

namespace keyway::engine {

using namespace Qt::StringLiterals;

namespace {

/// Whether there was something that dead processes left behind.
Result<bool> tidyUp(Ledger &ledger)
{
    const Result<QList<UsageRecord>> abandoned = ledger.resolveAbandoned();
    if (!abandoned)
        return abandoned.error();
    if (!abandoned->isEmpty())
        qCInfo(logEngine) << abandoned->size() << "attempts of a process that ended are unknown";
    return !abandoned->isEmpty();
}

} // namespace

Result<std::unique_ptr<Workspace>> Workspace::open(WorkspaceOptions options)
{
    auto parts = std::make_unique<WorkspaceParts>();
    parts->options = std::move(options);
    const QString folder = QDir(parts->options.dataDir).absolutePath();
    parts->options.dataDir = folder;

    Result<Catalogue> catalogue = Catalogue::load(parts->options.catalogueDir);
    if (!catalogue)
        return catalogue.error();
    parts->catalogue = std::move(*catalogue);

    Result<std::unique_ptr<Database>> database
        = Database::open(databaseIn(folder), Database::Access::ReadWrite, parts->clock);
    if (!database)
        return database.error();
    parts->database = std::move(*database);
    Database &records = *parts->database;

    const Id sessionId = Id::create(parts->clock.now());
    if (records.isReadOnly()) {
        parts->session = Session::unseen(folder, sessionId);
    } else {
        Result<std::unique_ptr<Session>> session = Session::begin(folder, sessionId);
        if (!session)
            return session.error();
        parts->session = std::move(*session);
    }

    Result<QTimeZone> zone = billingZone(records);
    if (!zone)
        return zone.error();
    parts->zone = *zone;

    parts->settings = std::make_unique<SettingsStore>(records);
    parts->feePlans = std::make_unique<FeePlans>(records);
    parts->health = std::make_unique<HealthStore>(records);
    parts->integrations = std::make_unique<IntegrationStore>(records);
    parts->ledger = std::make_unique<Ledger>(records, *parts->session);
    parts->conversations = std::make_unique<ConversationStore>(records);
    parts->audit = std::make_unique<AuditTrail>(records);
    parts->accounts = std::make_unique<AccountStore>(records);
    parts->models = std::make_unique<ModelListStore>(records);
    parts->limits = std::make_unique<LimitStore>(records);
    parts->rates = std::make_unique<RateLimitStore>(records);
    parts->alerts = std::make_unique<AlertStore>(records);
    parts->votes = std::make_unique<VoteStore>(records);
    parts->providers = std::make_unique<ProviderSet>();
    std::unique_ptr<SecretStore> keychain = parts->options.makeKeychain
        ? parts->options.makeKeychain()
        : std::make_unique<KeychainStore>();
    parts->keys = std::make_unique<KeyRing>(std::move(keychain),
                                            std::make_unique<VaultStore>(vaultPath(folder)));
    parts->commits = std::make_unique<CommitSignal>(folder);
    parts->writes = std::make_unique<GroupCommit>(records);

    Result<FeePolicy> fee = parts->feePlans->on(billingDay(parts->clock.now(), parts->zone));
    if (!fee)
        return fee.error();
    parts->lastFee = *fee;
    const Result<RoutingSettings> kept = routingSettings(*parts->settings);
    if (!kept)
        return kept.error();
    parts->routing = *kept;

    if (!records.isReadOnly()) {
        if (const Result<bool> tidied = tidyUp(*parts->ledger); !tidied)
            return tidied.error();
    }

    WorkspaceParts *raw = parts.get();
    parts->watch = std::make_unique<SpendWatch>(records, *parts->alerts, parts->clock, parts->zone,
                                                [raw] { raw->announce(); });
    parts->dispatcher = std::make_unique<Dispatcher>(DispatcherParts{
        parts->catalogue, parts->clock, *parts->ledger, *parts->writes, *parts->integrations,
        *parts->keys, *parts->providers, [raw] { return billingDay(raw->clock.now(), raw->zone); },
        [raw](const QDate &day) { return raw->feeOn(day); }, [raw] { raw->announce(); },
        [raw](const Id &integration, const QString &model) {
            const Result<QList<DatedPrice>> prices = raw->models->prices(integration, model);
            return prices ? *prices : QList<DatedPrice>();
        },
        *parts->health, [raw] { return raw->routing.healthPolicy(); },
        [raw] { return raw->routing.wishes; },
        [raw] { return raw->limits->state(billingDay(raw->clock.now(), raw->zone)); },
        parts->watch.get(), [raw](RequestType type) { return raw->voteShifts(type); }});
    parts->jobs = std::make_unique<JobRunner>(*parts);
    return std::unique_ptr<Workspace>(new Workspace(std::move(parts)));
}

Workspace::Workspace(std::unique_ptr<WorkspaceParts> parts)
    : m_parts(std::move(parts))
{
    m_parts->announce = [this] {
        m_parts->commits->announce();
        Q_EMIT changed();
    };
    connect(m_parts->commits.get(), &CommitSignal::committed, this, [this] {
        if (const Result<RoutingSettings> kept = routingSettings(*m_parts->settings))
            m_parts->routing = *kept; // another process may have changed them
        m_parts->jobs->look();
        Q_EMIT changed();
    });
    connect(m_parts->jobs.get(), &JobRunner::changed, this, &Workspace::jobsChanged);
    connect(&m_parts->tidying, &QTimer::timeout, this, [this] {
        if (const Result<bool> tidied = tidyUp(*m_parts->ledger); tidied && *tidied)
            m_parts->announce();
    });
    if (!isReadOnly())
        m_parts->tidying.start(m_parts->options.tidyEvery);
}

Workspace::~Workspace() = default;

QCoro::Task<bool> Workspace::close()
{
    const auto busy = [this] { return m_parts->working > 0 || m_parts->dispatcher->active() > 0; };
    m_parts->closing.cancel();
    m_parts->dispatcher->stopAll();
    constexpr int steps = 300;
    for (int i = 0; i < steps && busy(); ++i) {
        auto waiting = waitFor(std::chrono::milliseconds(10), {});
        co_await waiting;
    }
    m_parts->dispatcher->settleLate();
    co_return !busy();
}

const Catalogue &Workspace::catalogue() const
{
    return m_parts->catalogue;
}

bool Workspace::isReadOnly() const
{
    return m_parts->database->isReadOnly();
}

QString Workspace::dataDir() const
{
    return m_parts->options.dataDir;
}

void Workspace::adopt(std::unique_ptr<QObject> companion)
{
    m_parts->companions.push_back(std::move(companion));
}

QDate Workspace::today() const
{
    return billingDay(m_parts->clock.now(), m_parts->zone);
}

Result<QList<ServiceTotal>> Workspace::modelsThisMonth(const Id &integration) const
{
    const Result<UsageSummary> month = m_parts->ledger->month(today());
    if (!month)
        return month.error();
    QList<ServiceTotal> sums;
    const QMap<QString, UsageSums> models = month->modelsOf.value(integration);
    for (auto it = models.cbegin(); it != models.cend(); ++it) {
        sums.append({{}, it.key(), it->requests, it->platformCost, it->platformFee, it->total()});
    }
    std::stable_sort(sums.begin(), sums.end(), [](const ServiceTotal &a, const ServiceTotal &b) {
        return a.platformCost > b.platformCost;
    });
    return sums;
}

// Asking

Result<routing::RoutePlan> Workspace::explain(const PromptRequest &request,
                                              const AskOptions &options) const
{
    return m_parts->dispatcher->plan(request, options);
}

QCoro::Task<Answer> Workspace::ask(PromptRequest request, AskOptions options, AnswerSink sink,
                                   CancelToken cancel)
{
    return m_parts->dispatcher->run(std::move(request), std::move(options), std::move(sink),
                                    std::move(cancel));
}

// Records

Result<UsageSummary> Workspace::usage(const QDate &month, const UsageFilter &filter) const
{
    return m_parts->ledger->month(month, filter);
}

Result<qint64> Workspace::countRecords(const RecordFilter &filter) const
{
    return m_parts->ledger->countRecords(filter);
}

Result<QList<UsageRecord>> Workspace::records(const RecordFilter &filter) const
{
    return m_parts->ledger->records(filter);
}

Result<std::optional<routing::RoutePlan>> Workspace::planOf(const Id &request) const
{
    return m_parts->ledger->planOf(request);
}

Result<AuditCheck> Workspace::verifyAudit() const
{
    return m_parts->audit->verify();
}

Result<Done> Workspace::checkDatabase() const
{
    return m_parts->database->check();
}

// Conversations

Result<QList<Conversation>> Workspace::conversations(const std::optional<Conversation> &after) const
{
    return m_parts->conversations->list(100, after);
}

Result<QList<ConversationHit>> Workspace::searchConversations(const QString &text) const
{
    return m_parts->conversations->search(text);
}

Result<QList<StoredMessage>> Workspace::messages(const Id &conversation) const
{
    return m_parts->conversations->messages(conversation);
}

Result<Done> Workspace::setMessageDetails(const Id &message, const QJsonObject &details)
{
    return m_parts->conversations->setDetails(message, details);
}

Result<Done> Workspace::renameConversation(const Id &id, const QString &title)
{
    return m_parts->conversations->rename(id, title);
}

Result<Done> Workspace::deleteConversation(const Id &id)
{
    return m_parts->conversations->remove(id);
}

Result<Done> Workspace::restoreConversation(const Id &id)
{
    return m_parts->conversations->restore(id);
}

// Settings

FeePolicy Workspace::feePolicy() const
{
    return m_parts->feeOn(today());
}

FeePolicy Workspace::feePolicyOn(const QDate &billingDay) const
{
    // Not by feeOn(): what it falls back to is what running attempts are charged by.
    const Result<FeePolicy> read = m_parts->feePlans->on(billingDay);
    return read ? *read : feePolicy();
}

Result<Done> Workspace::setFeePolicy(const FeePolicy &policy)
{
    Result<Done> stored = m_parts->feePlans->chooseOwn(policy);
    if (stored)
        m_parts->announce();
    return stored;
}

const RoutingSettings &Workspace::routeSettings() const
{
    return m_parts->routing;
}

Result<Done> Workspace::setRouteSettings(const RoutingSettings &settings)
{
    Result<Done> stored = keepRoutingSettings(*m_parts->settings, settings);
    if (stored) {
        m_parts->routing = settings;
        m_parts->announce();
    }
    return stored;
}

QJsonValue Workspace::setting(const QString &key) const
{
    Result<QJsonValue> value = m_parts->settings->value(key);
    return value ? *value : QJsonValue();
}

Result<Done> Workspace::setSetting(const QString &key, const QJsonValue &value)
{
    return m_parts->settings->set(key, value);
}

} // namespace keyway::engine
