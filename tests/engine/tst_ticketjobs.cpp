#include "tests/engine/workspacefixture.h"

#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>

#include <csignal>

using namespace keyway;
using namespace keyway::engine;
using keyway::simulator::Behaviour;
using keyway::simulator::Fault;
using keyway::simulator::JobPlan;
using keyway::simulator::RecordedRequest;
using namespace Qt::StringLiterals;

namespace {

/// A service of the simulator as the catalogue describes it.
QByteArray serviceJson(const QString &id, const QString &wire, const QString &model,
                       const QString &keyCheck)
{
    const QJsonObject each{{u"video_seconds"_s, u"0.10"_s}};
    const QJsonObject price{{u"from"_s, u"2026-01-01"_s},
                            {u"as_of"_s, u"2026-01-01"_s},
                            {u"source"_s, u"test"_s},
                            {u"each"_s, each}};
    const QJsonObject picture{{u"types"_s, QJsonArray{u"image/png"_s}}, {u"max_bytes"_s, 1000}};
    QJsonObject traits;
    if (id == "gemini"_L1)
        traits.insert("key_header"_L1, u"x-goog-api-key"_s);
    if (id == "runway"_L1)
        traits.insert("headers"_L1, QJsonObject{{u"X-Runway-Version"_s, u"2024-11-06"_s}});
    const QJsonObject entry{
        {u"id"_s, model},
        {u"types"_s, QJsonArray{u"video"_s}},
        {u"parameters"_s, QJsonArray{u"duration"_s, u"image"_s, u"aspect_ratio"_s}},
        {u"options"_s, QJsonObject{{u"duration"_s, QJsonArray{u"5"_s, u"9"_s}}}},
        {u"inputs"_s, QJsonObject{{u"first-frame"_s, picture}}},
        {u"prices"_s, QJsonArray{price}}};
    QJsonObject service{{u"date"_s, u"2026-11-22"_s},
                        {u"id"_s, id},
                        {u"name"_s, id},
                        {u"wire"_s, wire},
                        {u"base_url"_s, u"https://example.com"_s},
                        {u"traits"_s, traits},
                        {u"needs_key"_s, true},
                        {u"local"_s, false},
                        {u"types"_s, QJsonArray{u"video"_s}},
                        {u"default_model"_s, model},
                        {u"models"_s, QJsonArray{entry}}};
    if (!keyCheck.isEmpty())
        service.insert("key_check_path"_L1, keyCheck);
    return QJsonDocument(service).toJson();
}

PromptRequest film(int seconds = 5)
{
    PromptRequest request;
    request.type = RequestType::Video;
    request.messages = {{Message::Role::User, u"Waves at night"_s}};
    request.video.seconds = seconds;
    return request;
}

bool isSubmission(const RecordedRequest &request)
{
    return request.method == "POST" && !request.target.contains("cancel");
}

/// `--film FOLDER CATALOGUE`: hands a film in and stays until it is killed.
int makeFilm(const QString &folder, const QString &catalogue)
{
    WorkspaceOptions options;
    options.dataDir = folder;
    options.catalogueDir = catalogue;
    options.makeKeychain = [] { return std::make_unique<MemoryStore>(); };
    Result<std::unique_ptr<Workspace>> workspace = Workspace::open(options);
    if (!workspace || !(*workspace)->startJob(film(), {}))
        return 2;
    return QCoreApplication::exec();
}

} // namespace

/// Jobs with a ticket, at every service that has such, over sockets.
class TestTicketJobs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QList<QStringList> services{
            {u"runway"_s, u"runway-task"_s, u"veo3.1"_s, u"v1/organization"_s},
            {u"luma"_s, u"luma-generation"_s, u"ray-2"_s, u"credits"_s},
            {u"replicate"_s, u"replicate-prediction"_s, u"google/veo-3.1"_s, u"account"_s},
            {u"xai"_s, u"xai-video"_s, u"grok-imagine-video-1.5"_s},
            {u"openrouter"_s, u"openrouter-video"_s, u"google/veo-3.1"_s, u"key"_s},
            {u"gemini"_s, u"gemini-interactions"_s, u"gemini-omni-1.2-flash"_s}};
        for (const QStringList &service : services) {
            QFile file(m_catalogue.filePath(service[0] + u".json"_s));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(serviceJson(service[0], service[1], service[2], service.value(3)));
        }
    }
    void init()
    {
        m_fixture = std::make_unique<WorkspaceFixture>();
        m_fixture->catalogueDir = m_catalogue.path();
        QVERIFY(m_fixture->first.start().ok());
        m_fixture->open();
    }
    void cleanup()
    {
        if (m_fixture->workspace) {
            auto closing = m_fixture->workspace->close();
            QVERIFY(await(std::move(closing)));
        }
        m_fixture.reset();
    }

    void services_data()
    {
        QTest::addColumn<QString>("service");
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("model");
        QTest::addColumn<qint64>("cost");
        QTest::addColumn<CostState>("state");
        QTest::newRow("runway") << u"runway"_s << u"/runway"_s << u"veo3.1"_s << qint64(400'000'000)
                                << CostState::Exact;
        QTest::newRow("luma") << u"luma"_s << u"/luma/dream-machine/v1"_s << u"ray-2"_s
                              << qint64(500'000'000) << CostState::Estimated;
        QTest::newRow("replicate") << u"replicate"_s << u"/replicate/v1"_s << u"google/veo-3.1"_s
                                   << qint64(500'000'000) << CostState::Estimated;
        QTest::newRow("xai") << u"xai"_s << u"/xai/v1"_s << u"grok-imagine-video-1.5"_s
                             << qint64(400'000'000) << CostState::Exact;
        QTest::newRow("openrouter")
            << u"openrouter"_s << u"/openrouter/api/v1"_s << u"google/veo-3.1"_s
            << qint64(400'000'000) << CostState::Exact;
        QTest::newRow("gemini") << u"gemini"_s << u"/gemini/v1beta"_s << u"gemini-omni-1.2-flash"_s
                                << qint64(500'000'000) << CostState::Estimated;
    }
    void services()
    {
        QFETCH(QString, service);
        QFETCH(QString, base);
        QFETCH(QString, model);
        m_fixture->add(service, u"Films"_s, m_fixture->first.url(base), model);
        m_fixture->first.clear();
        const Result<Id> id = m_fixture->workspace->startJob(film(), {});
        QVERIFY(id.ok());
        const Job job = wait(*id);
        QVERIFY2(job.outcome == Outcome::Completed,
                 job.error ? qPrintable(job.error->reason() + job.error->reply().words) : "");
        QVERIFY(job.hasTicket());
        QCOMPARE(job.files.size(), 1);
        QVERIFY(job.links.isEmpty());
        QVERIFY(job.files[0].path.endsWith("waves-at-night.mp4"_L1));
        QCOMPARE(job.files[0].mimeType, u"video/mp4"_s);
        QVERIFY(QFile::exists(job.files[0].path + u".json"_s));
        QCOMPARE(job.expectedCost, Money::fromNano(500'000'000));
        const UsageRecord record = onlyRecord();
        QCOMPARE(record.outcome, Outcome::Completed);
        QTEST(record.platformCost.nano(), "cost");
        QTEST(record.costState, "state");
        QCOMPARE(job.platformCost, record.platformCost);
        int submissions = 0;
        for (const RecordedRequest &request : m_fixture->first.requests()) {
            submissions += isSubmission(request);
            if (request.target.startsWith("/files/"))
                QVERIFY(!request.hasHeader("authorization")); // a link is not the service
            if (request.target.contains("/v1beta/files/"))
                QVERIFY(request.hasHeader("x-goog-api-key")); // this one is
        }
        QCOMPARE(submissions, 1);
    }

    void failuresAndFilters_data() { services_data(); }
    void failuresAndFilters()
    {
        QFETCH(QString, service);
        QFETCH(QString, base);
        QFETCH(QString, model);
        m_fixture->add(service, u"Films"_s, m_fixture->first.url(base), model);
        Behaviour failing;
        failing.job.outcome = JobPlan::Outcome::Failure;
        m_fixture->first.setDefaultBehaviour(failing);
        const Job failed = wait(*m_fixture->workspace->startJob(film(), {}));
        QCOMPARE(failed.outcome, Outcome::Failed);
        QVERIFY(failed.error);
        QVERIFY(failed.files.isEmpty());
        QCOMPARE(failed.platformCost, Money());
        QVERIFY(!m_fixture->named(u"Films"_s).hold); // a job that failed is no reason to leave it

        Behaviour withheld;
        withheld.finish = Behaviour::Finish::ContentFilter;
        m_fixture->first.setDefaultBehaviour(withheld);
        const Job filtered = wait(*m_fixture->workspace->startJob(film(), {}));
        QCOMPARE(filtered.outcome, Outcome::Filtered);
        QVERIFY(filtered.files.isEmpty());
        const bool tellsCost
            = service == "runway"_L1 || service == "xai"_L1 || service == "openrouter"_L1;
        QCOMPARE(filtered.costState, tellsCost ? CostState::Exact : CostState::Unknown);
        if (tellsCost)
            QCOMPARE(filtered.platformCost, Money::fromNano(400'000'000)); // billed all the same
    }

    void cancelled_data() { services_data(); }
    void cancelled()
    {
        QFETCH(QString, service);
        QFETCH(QString, base);
        QFETCH(QString, model);
        m_fixture->add(service, u"Films"_s, m_fixture->first.url(base), model);
        Behaviour slow;
        slow.job.steps = 1000;
        m_fixture->first.setDefaultBehaviour(slow);
        const Result<Id> id = m_fixture->workspace->startJob(film(), {});
        QTRY_VERIFY(m_fixture->workspace->job(*id)->hasTicket());
        QVERIFY(m_fixture->workspace->cancelJob(*id).ok());
        if (service == "xai"_L1 || service == "openrouter"_L1) {
            QTRY_VERIFY(m_fixture->workspace->job(*id)->error);
            const Job job = *m_fixture->workspace->job(*id);
            QCOMPARE(job.error->reason(), u"cannot-cancel"_s);
            QVERIFY(!job.hasEnded()); // it goes on there
            return;
        }
        const Job job = wait(*id);
        QCOMPARE(job.outcome, Outcome::Cancelled);
        QCOMPARE(onlyRecord().outcome, Outcome::Cancelled);
    }

    void startsFromAPicture()
    {
        addRunway();
        PromptRequest request = film();
        request.messages[0].attachments
            = {{u"a.png"_s, u"image/png"_s, "\x89PNG", Attachment::Use::Content}};
        QCOMPARE(wait(*m_fixture->workspace->startJob(request, {})).outcome, Outcome::Completed);
        QCOMPARE(m_fixture->first.requests().first().path(), "/runway/v1/image_to_video");
        request.messages[0].attachments[0].bytes = QByteArray(2000, 'x');
        QCOMPARE(reasonFor(request), routing::ReasonCode::InputTooLarge);
        request.messages[0].attachments[0].mimeType = u"image/gif"_s;
        QCOMPARE(reasonFor(request), routing::ReasonCode::InputNotSupported);
        request.messages[0].attachments[0].use = Attachment::Use::LastFrame;
        QCOMPARE(reasonFor(request), routing::ReasonCode::InputNotSupported);
        QCOMPARE(reasonFor(film(7)), routing::ReasonCode::OptionNotSupported);
    }

    void budget()
    {
        addRunway();
        Integration runway = m_fixture->named(u"Films"_s);
        runway.monthlyLimit = Money::fromNano(600'000'000);
        runway.limitAction = LimitAction::Stop;
        QVERIFY(m_fixture->workspace->updateIntegration(runway).ok());
        QCOMPARE(reasonFor(film(9)), routing::ReasonCode::OverBudget);
        const Result<Id> id = m_fixture->workspace->startJob(film(), {});
        QTRY_VERIFY(m_fixture->workspace->job(*id)->hasTicket());
        // What is set aside for it stays so until it has ended.
        QCOMPARE(reasonFor(film()), routing::ReasonCode::OverBudget);
        QCOMPARE(wait(*id).platformCost, Money::fromNano(400'000'000));
    }

    void lostSubmission()
    {
        addRunway();
        Behaviour lost;
        lost.fault = Fault::of(Fault::Kind::Close);
        m_fixture->first.setDefaultBehaviour(lost);
        const Job job = wait(*m_fixture->workspace->startJob(film(), {}));
        QCOMPARE(job.outcome, Outcome::Unknown);
        QCOMPARE(job.costState, CostState::Unknown);
        QVERIFY(!job.hasTicket());
        QCOMPARE(m_fixture->first.requests().size(), 1);
        QCOMPARE(onlyRecord().outcome, Outcome::Unknown);
    }

    void expiredLinks()
    {
        addRunway();
        Behaviour shortLived;
        shortLived.job.linkLife = std::chrono::milliseconds(1);
        m_fixture->first.setDefaultBehaviour(shortLived);
        const Job job = wait(*m_fixture->workspace->startJob(film(), {}));
        QCOMPARE(job.outcome, Outcome::Completed); // it was made and is paid for
        QVERIFY(job.files.isEmpty());
        QVERIFY(job.error);
        QCOMPARE(job.error->reason(), u"link-expired"_s);
        QCOMPARE(job.platformCost, Money::fromNano(400'000'000));
    }

    void pollingOutlivesTheProcess_data()
    {
        QTest::addColumn<bool>("downloading");
        QTest::newRow("while it is made") << false;
        QTest::newRow("while it is fetched") << true;
    }
    void pollingOutlivesTheProcess()
    {
        QFETCH(bool, downloading);
        qputenv("KEYWAY_KEY_FILMS", "sk-from-the-environment");
        NewIntegration wanted;
        wanted.service = u"runway"_s;
        wanted.name = u"Films"_s;
        wanted.baseUrl = m_fixture->first.url(u"/runway"_s).toString();
        wanted.keySource = KeySource::Environment;
        wanted.test = false;
        auto adding = m_fixture->workspace->addIntegration(wanted, Secret(), {});
        QVERIFY(await(std::move(adding)).ok());
        Behaviour slow;
        slow.job.steps = downloading ? 1 : 8;
        if (downloading)
            slow.job.downloadDelay = std::chrono::milliseconds(300);
        m_fixture->first.setDefaultBehaviour(slow);
        m_fixture->first.clear();

        QProcess other;
        other.start(QCoreApplication::applicationFilePath(),
                    {u"--film"_s, m_fixture->dir.path(), m_catalogue.path()});
        QVERIFY(other.waitForStarted());
        const Job::Stage stage = downloading ? Job::Stage::Downloading : Job::Stage::Working;
        QTRY_VERIFY_WITH_TIMEOUT(first().stage == stage && first().hasTicket(), 20'000);
        if (downloading)
            QTRY_VERIFY(m_fixture->first.requests().last().target.startsWith("/files/"));
        // Somebody is there, so it stays his.
        m_fixture->workspace->attendJobs();
        QTest::qWait(300);
        QVERIFY(!(first().session == sessionOfNobody()));
        const Id session = first().session;
        QCOMPARE(other.state(), QProcess::Running);
        ::kill(static_cast<pid_t>(other.processId()), SIGKILL);
        QVERIFY(other.waitForFinished());
        if (downloading) {
            slow.job.downloadDelay = {};
            m_fixture->first.setDefaultBehaviour(slow);
        }
        const Job job = wait(first().id);
        QVERIFY(!(job.session == session));
        QCOMPARE(job.outcome, Outcome::Completed);
        QCOMPARE(job.files.size(), 1);
        QVERIFY(QFile::exists(job.files[0].path));
        QCOMPARE(onlyRecord().outcome, Outcome::Completed);
        QCOMPARE(onlyRecord().platformCost, Money::fromNano(400'000'000));
        int submissions = 0;
        for (const RecordedRequest &request : m_fixture->first.requests())
            submissions += isSubmission(request);
        QCOMPARE(submissions, 1);
    }

    void closedAndOpenedAgain()
    {
        addRunway();
        Behaviour slow;
        slow.job.steps = 6;
        m_fixture->first.setDefaultBehaviour(slow);
        const Result<Id> id = m_fixture->workspace->startJob(film(), {});
        QTRY_VERIFY(m_fixture->workspace->job(*id)->hasTicket());
        auto closing = m_fixture->workspace->close();
        QVERIFY(await(std::move(closing)));
        m_fixture->open();
        QCOMPARE(m_fixture->workspace->job(*id)->stage, Job::Stage::Working);
        QCOMPARE(onlyRecord().outcome, Outcome::Started); // not `unknown`: it can be asked about
        const Integration films = m_fixture->named(u"Films"_s);
        auto replacing = m_fixture->workspace->replaceKey(
            films.id, Secret::take("sk-the-same-key-again"), false, {});
        QVERIFY(await(std::move(replacing)).ok());
        m_fixture->workspace->attendJobs();
        QCOMPARE(wait(*id).outcome, Outcome::Completed);
        QCOMPARE(m_fixture->workspace->records({})->size(), 1);
    }

private:
    void addRunway()
    {
        m_fixture->add(u"runway"_s, u"Films"_s, m_fixture->first.url(u"/runway"_s), u"veo3.1"_s);
        m_fixture->first.clear();
    }
    Job wait(const Id &id)
    {
        auto waiting = m_fixture->workspace->jobEnded(id, {});
        const Result<JobEnd> end = await(std::move(waiting), std::chrono::seconds(40));
        if (!end) {
            qCritical() << "no end:" << end.error().reason() << end.error().detail();
            return {};
        }
        return end->job;
    }
    Job first()
    {
        const Result<QList<Job>> jobs = m_fixture->workspace->jobs();
        return jobs && !jobs->isEmpty() ? jobs->constFirst() : Job();
    }
    static Id sessionOfNobody() { return {}; }
    UsageRecord onlyRecord()
    {
        const Result<QList<UsageRecord>> records = m_fixture->workspace->records({});
        return records && records->size() == 1 ? records->constFirst() : UsageRecord();
    }
    std::optional<routing::ReasonCode> reasonFor(const PromptRequest &request)
    {
        const auto plan = m_fixture->workspace->explain(request, {});
        if (!plan || plan->excluded.isEmpty())
            return std::nullopt;
        return plan->excluded.constFirst().reason.code;
    }

    QTemporaryDir m_catalogue;
    std::unique_ptr<WorkspaceFixture> m_fixture;
};

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--film"_L1)
        return makeFilm(arguments.value(2), arguments.value(3));
    TestTicketJobs test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_ticketjobs.moc"
