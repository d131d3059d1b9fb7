#include "tests/engine/services/servicestage.h"

#include "core/secrets/vaultstore.h"
#include "core/storage/billingzone.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

#include <algorithm>

namespace keyway::engine {

using namespace Qt::StringLiterals;
using simulator::Behaviour;
using simulator::Fault;
using simulator::Script;

namespace {

constexpr int longestSituation = 60'000;
constexpr std::chrono::milliseconds untilAllHaveAsked{200};

/// Services that speak a second wire format for text, which no model of the catalogue asks for.
struct SecondWire {
    QString id;
    QString of;
    QString wire;
};
const QList<SecondWire> secondWires{
    {u"openai-responses"_s, u"openai"_s, u"openai-responses"_s},
    {u"xai-responses"_s, u"xai"_s, u"openai-responses"_s},
    {u"lmstudio-responses"_s, u"lmstudio"_s, u"openai-responses"_s},
    {u"gemini-interactions"_s, u"gemini"_s, u"gemini-interactions"_s},
};

/// No service is left alone in a situation for what it did in the one before.
routing::HealthPolicy eachSituationOnItsOwn()
{
    routing::HealthPolicy policy;
    policy.failuresToOpen = 1'000'000;
    policy.longestRest = std::chrono::milliseconds(0);
    return policy;
}

/// Where results are fetched.
const QStringList resultPaths{u"/files/{job}/{file}"_s, u"/openrouter/api/v1/videos/{id}/content"_s,
                              u"/gemini/v1beta/files/{file}:download"_s};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return file.readAll();
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
}

template <class T> T valueOf(Result<T> result)
{
    if (!result)
        qFatal("%s: %s", qPrintable(result.error().reason()), qPrintable(result.error().detail()));
    return std::move(*result);
}

QCoro::Task<> answerTo(Dispatcher *dispatcher, PromptRequest request, AskOptions options,
                       std::shared_ptr<RowEnd> end)
{
    const AnswerSink sink = [end](const AnswerEvent &event) {
        if (std::holds_alternative<TextArrived>(event))
            ++end->texts;
        if (const auto *waiting = std::get_if<Waiting>(&event))
            end->waits.append(waiting->wait);
    };
    auto asking = dispatcher->run(request, options, sink, {});
    Answer answer = co_await asking;
    end->answer = std::move(answer);
    end->isOver = true;
}

QCoro::Task<> filesOf(JobRunner *jobs, PromptRequest request, AskOptions options,
                      std::shared_ptr<RowEnd> end)
{
    const Id id = valueOf(jobs->add(request, options, {}));
    auto waiting = jobs->finished(id, {});
    Result<JobEnd> finished = co_await waiting;
    const JobEnd made = valueOf(std::move(finished));
    end->job = made.job;
    end->answer = made.answer.value_or(Answer());
    end->isOver = true;
}

} // namespace

ServiceStage::ServiceStage(const QList<ServiceRow> &rows, Situation situation)
    : m_situation(situation)
{
    if (!m_provider.start() || !m_elsewhere.start())
        qFatal("no simulator");
    openParts();
    Script script;
    for (const ServiceRow &row : rows) {
        if (!row.knows(situation))
            continue;
        auto end = std::make_shared<RowEnd>();
        if (!row.keyless || situation == Situation::BadKey)
            end->key = "sk-canary-key-" + QByteArray::number(int(situation)) + '-'
                + QByteArray::number(1000 + m_players.size());
        end->integration = connect(row, end->key);
        const QString model = row.scripted.isEmpty() ? row.model : row.scripted;
        script.models.insert(row.simulator + u'/' + model, behaviourFor(row));
        if (situation == Situation::BadKey)
            script.refusedKeys.append(QString::fromLatin1(end->key));
        m_players.append({&row, end});
    }
    if (situation == Situation::RedirectedResult) {
        Behaviour moved;
        moved.fault
            = Fault::redirects(302, m_elsewhere.url(u"/files/other/result.mp4"_s).toEncoded());
        for (const QString &path : resultPaths)
            script.models.insert(path, moved);
    }
    m_provider.setScript(script);
}

ServiceStage::~ServiceStage() = default;

Catalogue ServiceStage::catalogue() const
{
    const QString folder = m_dir.filePath(u"catalogue"_s);
    QDir().mkpath(folder);
    for (const QString &name : QDir(u":/catalogue"_s).entryList({u"*.json"_s}))
        write(folder + u'/' + name, contentOf(u":/catalogue/"_s + name));
    for (const SecondWire &second : secondWires) {
        QJsonObject service
            = QJsonDocument::fromJson(contentOf(u":/catalogue/%1.json"_s.arg(second.of))).object();
        service.insert("id"_L1, second.id);
        service.insert("name"_L1, second.id);
        service.insert("wire"_L1, second.wire);
        write(folder + u'/' + second.id + u".json"_s, QJsonDocument(service).toJson());
    }
    return valueOf(Catalogue::load(folder));
}

/// As Workspace::open() does it, but with a clock that stands still.
void ServiceStage::openParts()
{
    m_parts.options.dataDir = m_dir.path();
    m_parts.catalogue = catalogue();
    m_parts.database = valueOf(
        Database::open(m_dir.filePath(u"keyway.db"_s), Database::Access::ReadWrite, m_clock));
    m_parts.session = valueOf(Session::begin(m_dir.path(), Id::create(m_clock.now())));
    m_parts.zone = valueOf(billingZone(*m_parts.database));
    m_parts.settings = std::make_unique<SettingsStore>(*m_parts.database);
    m_parts.health = std::make_unique<HealthStore>(*m_parts.database);
    m_parts.integrations = std::make_unique<IntegrationStore>(*m_parts.database);
    m_parts.ledger = std::make_unique<Ledger>(*m_parts.database, *m_parts.session);
    m_parts.providers = std::make_unique<ProviderSet>();
    auto keys = std::make_unique<MemoryStore>();
    m_keys = keys.get();
    m_parts.keys = std::make_unique<KeyRing>(std::move(keys),
                                             std::make_unique<VaultStore>(vaultPath(m_dir.path())));
    m_parts.announce = [] {};
    m_parts.writes = std::make_unique<GroupCommit>(*m_parts.database);
    m_parts.dispatcher = std::make_unique<Dispatcher>(DispatcherParts{
        m_parts.catalogue, m_clock, *m_parts.ledger, *m_parts.writes, *m_parts.integrations,
        *m_parts.keys, *m_parts.providers, [this] { return billingDay(m_clock.now(), m_parts.zone); },
        [](const QDate &) { return FeePolicy(); }, [] {},
        [](const Id &, const QString &) { return QList<DatedPrice>(); }, *m_parts.health,
        &eachSituationOnItsOwn, [] { return routing::Wishes(); },
        [] { return guard::SpendingState(); }});
    m_parts.jobs = std::make_unique<JobRunner>(m_parts);
    valueOf(m_parts.settings->set(u"studio.at_once"_s, 100));
}

const RowEnd &ServiceStage::end(const QString &name)
{
    wait();
    for (const Player &player : std::as_const(m_players)) {
        if (name == QLatin1String(player.row->name))
            return *player.end;
    }
    qFatal("%s was not played for %s", qPrintable(nameOf(m_situation)), qPrintable(name));
}

QList<simulator::RecordedRequest> ServiceStage::sentWith(const QByteArray &key) const
{
    QList<simulator::RecordedRequest> sent;
    for (const simulator::RecordedRequest &request : m_provider.requests()) {
        if (request.key == key)
            sent.append(request);
    }
    return sent;
}

QList<UsageRecord> ServiceStage::records(const Id &request)
{
    RecordFilter filter;
    filter.requestId = request;
    return valueOf(m_parts.ledger->records(filter));
}

Behaviour ServiceStage::behaviourFor(const ServiceRow &row) const
{
    Behaviour behaviour;
    behaviour.usage = row.counters;
    behaviour.thinking = row.counters.reasoning > 0 ? u"It thinks."_s : QString();
    const auto take
        = [&behaviour](const std::optional<RowFault> &fault) { behaviour.fault = fault->fault; };
    switch (m_situation) {
    case Situation::Success:
    case Situation::BadKey:
    case Situation::RedirectedResult:
        break;
    // These wait until all have asked: Qt 6.4 may give a request to a connection that just closes.
    case Situation::CutInText:
        behaviour.headersDelay = untilAllHaveAsked;
        behaviour.fault = Fault::of(Fault::Kind::CutAfterWords, 3);
        break;
    case Situation::CutInBody:
        behaviour.headersDelay = untilAllHaveAsked;
        behaviour.fault = Fault::of(Fault::Kind::CutAfterBytes, 8);
        break;
    case Situation::LostAnswer:
        behaviour.headersDelay = untilAllHaveAsked;
        behaviour.fault = Fault::of(Fault::Kind::LoseAnswer);
        break;
    case Situation::OutOfMoney:
        take(row.outOfMoney);
        break;
    case Situation::RateLimit:
        take(row.limited);
        behaviour.faultTimes = 1;
        break;
    case Situation::Overloaded:
        take(row.overloaded);
        break;
    case Situation::Refusal:
        behaviour.finish = row.refusal->finish;
        behaviour.fault = row.refusal->fault;
        break;
    case Situation::Redirect:
        behaviour.fault = Fault::redirects(307, m_elsewhere.url(u"/v1"_s).toEncoded());
        break;
    case Situation::FailedJob:
        behaviour.job.outcome = simulator::JobPlan::Outcome::Failure;
        break;
    }
    return behaviour;
}

Integration ServiceStage::connect(const ServiceRow &row, const QByteArray &key)
{
    Integration integration;
    integration.name = QString::fromLatin1(row.name);
    integration.service = row.service;
    integration.baseUrl = m_provider.baseUrl(row.simulator);
    integration.model = row.model;
    integration.keySource = key.isEmpty() ? KeySource::None : KeySource::Keychain;
    if (!row.ownPrices.isEmpty())
        integration.terms = valueOf(Catalogue::parseOwnTerms(row.ownPrices));
    Integration added = valueOf(m_parts.integrations->add(integration));
    if (!key.isEmpty())
        m_keys->keys.insert_or_assign(keychainEntry(added.id),
                                      Secret::take(QByteArray(key.constData(), key.size())));
    return added;
}

void ServiceStage::begin()
{
    for (const Player &player : std::as_const(m_players))
        ask(player);
}

void ServiceStage::ask(const Player &player)
{
    const ServiceRow &row = *player.row;
    PromptRequest request = row.request;
    request.id = Id::create(m_clock.now());
    request.type = row.type;
    if (request.messages.isEmpty())
        request.messages = {{Message::Role::User, {}}};
    request.messages.last().text = u"How are you, service? Tell me all of it."_s;
    AskOptions options;
    options.integration = player.end->integration.id;
    options.attemptBudget = m_situation == Situation::RateLimit ? 2 : 1;
    if (row.type == RequestType::Text)
        answerTo(m_parts.dispatcher.get(), request, options, player.end);
    else
        filesOf(m_parts.jobs.get(), request, options, player.end);
}

void ServiceStage::wait()
{
    if (m_allOver)
        return;
    const auto isOver = [](const Player &player) { return player.end->isOver; };
    const auto allOver = [&] { return std::all_of(m_players.cbegin(), m_players.cend(), isOver); };
    if (!QTest::qWaitFor(allOver, longestSituation)) {
        const auto late = std::find_if_not(m_players.cbegin(), m_players.cend(), isOver);
        if (late != m_players.cend())
            qFatal("%s: %s did not end", qPrintable(nameOf(m_situation)), late->row->name);
    }
    for (const Player &player : std::as_const(m_players))
        player.end->integration = valueOf(m_parts.integrations->byId(player.end->integration.id));
    m_allOver = true;
}

} // namespace keyway::engine
