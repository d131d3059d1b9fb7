#include "tests/engine/workspacefixture.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtTest/QSignalSpy>

using namespace keyway;
using namespace keyway::engine;
using keyway::simulator::Behaviour;
using keyway::simulator::Fault;
using keyway::simulator::RecordedRequest;
using namespace Qt::StringLiterals;

namespace {

PromptRequest picture(int count = 1)
{
    PromptRequest request;
    request.type = RequestType::Image;
    request.messages = {{Message::Role::User, u"A red fox, in snow!"_s}};
    request.image.count = count;
    request.image.seed = 7;
    return request;
}

} // namespace

/// Pictures that come at once, through the queue to files and ledger.
class TestJobs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WorkspaceFixture>();
        QVERIFY(m_fixture->first.start().ok());
        m_fixture->open();
        m_fixture->add(u"stability"_s, u"Painter"_s, m_fixture->first.url(), u"core"_s);
        m_fixture->first.clear();
    }
    void cleanup() { m_fixture.reset(); }

    void fromQueueToFile()
    {
        QSignalSpy moved(m_fixture->workspace.get(), &Workspace::jobsChanged);
        const Job job = ended(picture());
        QVERIFY(job.hasEnded());
        QCOMPARE(job.outcome, Outcome::Completed);
        QCOMPARE(job.platformCost, Money::fromNano(30'000'000));
        QCOMPARE(job.costState, CostState::Exact);
        QVERIFY(job.platformFee > Money());
        QCOMPARE(job.expectedCost, Money::fromNano(30'000'000));
        QVERIFY(!job.error);
        QCOMPARE(job.files.size(), 1);
        const JobFile file = job.files.constFirst();
        const QString day = job.createdAt.toLocalTime().date().toString(Qt::ISODate);
        QCOMPARE(file.path,
                 m_fixture->dir.path() + u"/pictures/%1-a-red-fox-in-snow.png"_s.arg(day));
        QFile picture(file.path);
        QVERIFY(picture.open(QIODevice::ReadOnly));
        const QByteArray bytes = picture.readAll();
        QVERIFY(bytes.startsWith("\x89PNG\r\n\x1a\n"));
        QVERIFY(bytes.contains("iTXtDescription"));
        QVERIFY(bytes.contains("A red fox, in snow!"));
        QCOMPARE(file.bytes, bytes.size());
        QVERIFY(QDir(m_fixture->dir.path() + u"/pictures"_s)
                    .entryList({u"*.part"_s}, QDir::Files | QDir::Hidden)
                    .isEmpty());
        const UsageRecord record = records().constFirst();
        QCOMPARE(record.recordId, job.recordId);
        QCOMPARE(record.outcome, Outcome::Completed);
        QCOMPARE(record.usage[Counter::Images], 1);
        QTRY_VERIFY(!moved.isEmpty());
        const auto listed = m_fixture->workspace->jobs();
        QVERIFY(listed.ok());
        QCOMPARE(listed->size(), 1);
        QCOMPARE(listed->constFirst().prompt, u"A red fox, in snow!"_s);
    }

    void severalOneByOne()
    {
        const Job job = ended(picture(3));
        QCOMPARE(job.outcome, Outcome::Completed);
        QCOMPARE(job.files.size(), 3);
        QCOMPARE(job.platformCost, Money::fromNano(90'000'000));
        QCOMPARE(m_fixture->first.requests().size(), 3);
        QCOMPARE(records().size(), 1); // one attempt, three pictures in it
        QCOMPARE(records().constFirst().usage[Counter::Images], 3);
        QSet<QString> paths;
        for (const JobFile &file : job.files)
            paths.insert(file.path);
        QCOMPARE(paths.size(), 3);
    }

    void partOfSeveral()
    {
        Behaviour behaviour;
        behaviour.fault = Fault::answers(500);
        m_fixture->first.setRecorder({});
        int calls = 0;
        m_fixture->first.setRecorder([&](const RecordedRequest &) {
            if (++calls == 2)
                m_fixture->first.setDefaultBehaviour(behaviour);
        });
        const Job job = ended(picture(3));
        QCOMPARE(job.outcome, Outcome::Completed);
        QVERIFY(job.files.size() >= 1);
        QCOMPARE(job.platformCost, Money::fromNano(30'000'000 * job.files.size()));
        QCOMPARE(records().constFirst().usage[Counter::Images], job.files.size());
    }

    void nobodyCanAnswer()
    {
        m_fixture->first.setDefaultBehaviour([] {
            Behaviour behaviour;
            behaviour.fault = Fault::answers(403);
            return behaviour;
        }());
        const Job job = ended(picture());
        QCOMPARE(job.outcome, Outcome::Failed);
        QVERIFY(job.error);
        QCOMPARE(job.error->kind(), Error::Kind::Rejected);
        QCOMPARE(job.platformCost, Money());
        QCOMPARE(job.costState, CostState::Exact);
        QVERIFY(job.files.isEmpty());
        PromptRequest video = picture();
        video.type = RequestType::Video;
        const Job none = ended(video);
        QCOMPARE(none.outcome, Outcome::Failed);
        QCOMPARE(none.error->reason(), u"no-service"_s);
    }

    void lostAnswer()
    {
        m_fixture->first.setDefaultBehaviour([] {
            Behaviour behaviour;
            behaviour.fault = Fault::of(Fault::Kind::Close);
            return behaviour;
        }());
        const Job job = ended(picture());
        QCOMPARE(job.outcome, Outcome::Unknown);
        QCOMPARE(job.costState, CostState::Unknown);
        QCOMPARE(m_fixture->first.requests().size(), 1); // never sent again
        QCOMPARE(records().constFirst().outcome, Outcome::Unknown);
    }

    void pausedQueue()
    {
        Workspace &workspace = *m_fixture->workspace;
        QVERIFY(workspace.setJobsPaused(true).ok());
        const Result<Id> first = workspace.startJob(picture(), {});
        const Result<Id> second = workspace.startJob(picture(), {});
        QVERIFY(first.ok() && second.ok());
        QTest::qWait(50);
        QCOMPARE(m_fixture->first.requests().size(), 0);
        QCOMPARE(workspace.job(*second)->stage, Job::Stage::Queued);
        QVERIFY(workspace.cancelJob(*first).ok());
        const Job cancelled = *workspace.job(*first);
        QVERIFY(cancelled.hasEnded());
        QCOMPARE(cancelled.outcome, Outcome::Cancelled);
        QCOMPARE(workspace.cancelJob(*first).error().reason(), u"job-ended"_s);
        QVERIFY(workspace.setJobsPaused(false).ok());
        QCOMPARE(wait(*second).outcome, Outcome::Completed);
        QCOMPARE(m_fixture->first.requests().size(), 1);

        const Result<Id> again = workspace.retryJob(*second);
        QVERIFY(again.ok());
        const Job repeated = wait(*again);
        QCOMPARE(repeated.outcome, Outcome::Completed);
        QCOMPARE(repeated.request, workspace.job(*second)->request);
        QCOMPARE(workspace.jobs()->size(), 3);
        QVERIFY(workspace.removeFromGallery(*second).ok());
        QCOMPARE(workspace.jobs()->size(), 2);
        QVERIFY(workspace.restoreToGallery(*second).ok());
        JobFilter older;
        older.before = *again;
        older.limit = 1;
        QCOMPARE(workspace.jobs(older)->constFirst().id, *second);
    }

    void order()
    {
        Workspace &workspace = *m_fixture->workspace;
        QVERIFY(workspace.setSetting(u"studio.at_once"_s, 1).ok());
        QVERIFY(workspace.setJobsPaused(true).ok());
        QList<Id> ids;
        for (int i = 0; i < 3; ++i) {
            PromptRequest request = picture();
            request.messages[0].text = u"number %1"_s.arg(i);
            ids.append(*workspace.startJob(request, {}));
        }
        QVERIFY(workspace.moveJobUp(ids[2]).ok());
        QVERIFY(workspace.setJobsPaused(false).ok());
        for (const Id &id : std::as_const(ids))
            QCOMPARE(wait(id).outcome, Outcome::Completed);
        QStringList asked;
        for (const RecordedRequest &request : m_fixture->first.requests())
            asked.append(QString::fromUtf8(request.body.mid(request.body.indexOf("number "), 8)));
        QCOMPARE(asked, QStringList({u"number 0"_s, u"number 2"_s, u"number 1"_s}));
    }

    void cancelWhileSending()
    {
        m_fixture->first.setDefaultBehaviour([] {
            Behaviour behaviour;
            behaviour.fault = Fault::of(Fault::Kind::Hang);
            return behaviour;
        }());
        const Result<Id> id = m_fixture->workspace->startJob(picture(), {});
        QVERIFY(id.ok());
        QTRY_COMPARE(m_fixture->first.requests().size(), 1);
        QVERIFY(m_fixture->workspace->cancelJob(*id).ok());
        const Job job = wait(*id);
        QCOMPARE(job.outcome, Outcome::Cancelled);
        QCOMPARE(job.costState, CostState::Unknown); // it may be billed all the same
    }

    void queuedJobOfAClosedWindow()
    {
        QVERIFY(m_fixture->workspace->setJobsPaused(true).ok());
        const Result<Id> id = m_fixture->workspace->startJob(picture(), {});
        QVERIFY(id.ok());
        m_fixture->open();
        QVERIFY(m_fixture->keys);
        const Integration painter = m_fixture->named(u"Painter"_s);
        auto replacing = m_fixture->workspace->replaceKey(
            painter.id, Secret::take("sk-other-key-of-painter"), false, {});
        QVERIFY(await(std::move(replacing)).ok());
        QVERIFY(m_fixture->workspace->setJobsPaused(false).ok());
        QCOMPARE(m_fixture->workspace->job(*id)->stage, Job::Stage::Queued);
        m_fixture->workspace->attendJobs();
        QCOMPARE(wait(*id).outcome, Outcome::Completed);
    }

    void namedOutput()
    {
        const QString path = m_fixture->dir.filePath(u"mine.png"_s);
        const Job job = ended(picture(2), path);
        QCOMPARE(job.files.size(), 2);
        QCOMPARE(job.files[0].path, path);
        QCOMPARE(job.files[1].path, m_fixture->dir.filePath(u"mine-2.png"_s));
    }

private:
    Job wait(const Id &id)
    {
        auto waiting = m_fixture->workspace->jobEnded(id, {});
        const Result<JobEnd> end = await(std::move(waiting), std::chrono::seconds(30));
        if (!end) {
            qCritical() << "no end:" << end.error().reason() << end.error().detail();
            return {};
        }
        return end->job;
    }
    Job ended(const PromptRequest &request, const QString &output = {})
    {
        const Result<Id> id = m_fixture->workspace->startJob(request, {}, output);
        if (!id) {
            qCritical() << "not started:" << id.error().reason() << id.error().detail();
            return {};
        }
        return wait(*id);
    }
    QList<UsageRecord> records() { return *m_fixture->workspace->records({}); }

    std::unique_ptr<WorkspaceFixture> m_fixture;
};

QTEST_GUILESS_MAIN(TestJobs)
#include "tst_jobs.moc"
