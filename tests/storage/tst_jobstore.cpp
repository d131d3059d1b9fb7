// Jobs as they are kept: which ones a list has, and what they made.

#include "core/storage/jobstore.h"
#include "tests/storage/storagefixture.h"

using namespace keyway;
using namespace Qt::StringLiterals;

class TestJobStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<FakeClock>();
        m_dir = std::make_unique<TemporaryDataDir>();
        m_records = std::make_unique<Records>(m_dir->path(), *m_clock);
        m_store = std::make_unique<JobStore>(*m_records->database);
    }
    void cleanup()
    {
        m_store.reset();
        m_records.reset();
        m_dir.reset();
    }

    void everyFieldComesBack()
    {
        Job job = made(u"A red fox"_s, u"stability"_s, 2);
        job.files[0].seed = 7;
        job.error = Error(Error::Kind::Rejected).withReason(u"cannot-cancel"_s);
        job.percent = 40;
        job.links = {{QUrl(u"https://example.com/a?b=c%20d"_s), true, u"image/png"_s}};
        VERIFY_RESULT(m_store->update(job));
        const Result<Job> read = m_store->job(job.id);
        VERIFY_RESULT(read);
        QCOMPARE(read->prompt, job.prompt);
        QCOMPARE(read->files.size(), 2);
        QCOMPARE(read->files[0].seed, std::optional<qint64>(7));
        QVERIFY(!read->files[1].seed);
        QCOMPARE(read->error->reason(), u"cannot-cancel"_s);
        QCOMPARE(read->percent, 40);
        QCOMPARE(read->links[0].url, job.links[0].url);
        QVERIFY(read->links[0].needsKey);
        QCOMPARE(read->outcome, Outcome::Completed);
        QCOMPARE(m_store->job(Id::create(m_clock->now())).error().reason(), u"no-such-job"_s);
    }

    void lists_data()
    {
        QTest::addColumn<JobFilter>("filter");
        QTest::addColumn<QStringList>("prompts");
        const auto row = [](const char *name, const std::function<void(JobFilter &)> &set,
                            const QStringList &prompts) {
            JobFilter filter;
            set(filter);
            QTest::newRow(name) << filter << prompts;
        };
        using Which = JobFilter::Which;
        const QStringList all{u"Second that waits"_s, u"First that waits"_s, u"Failed"_s,
                              u"50 % of a BLUE fox"_s, u"A red fox"_s};
        row(
            "all", [](JobFilter &) {}, all);
        row(
            "running", [](JobFilter &filter) { filter.which = Which::Running; }, all.first(2));
        row(
            "ended", [](JobFilter &filter) { filter.which = Which::Ended; }, all.mid(2));
        row("troubled", [](JobFilter &filter) { filter.which = Which::Troubled; }, {all[2]});
        row("the queue in its order", [](JobFilter &filter) { filter.which = Which::Queue; },
            {all[1], all[0]});
        row(
            "with files", [](JobFilter &filter) { filter.withFiles = true; }, all.mid(3));
        row("of a service", [](JobFilter &filter) { filter.service = u"openai"_s; }, {all[3]});
        row("by a word", [](JobFilter &filter) { filter.words = {u"blue"_s}; }, {all[3]});
        row("by two words",
            [](JobFilter &filter) {
                filter.words = {u"fox"_s, u"A r"_s};
            },
            {all[4]});
        row("percent means itself", [](JobFilter &filter) { filter.words = {u"%"_s}; }, {all[3]});
        row("underline means itself", [](JobFilter &filter) { filter.words = {u"_"_s}; }, {});
        row(
            "some", [](JobFilter &filter) { filter.limit = 2; }, all.first(2));
    }
    void lists()
    {
        QFETCH(JobFilter, filter);
        fill();
        const Result<QList<Job>> jobs = m_store->list(filter);
        VERIFY_RESULT(jobs);
        QStringList prompts;
        for (const Job &job : *jobs)
            prompts.append(job.prompt);
        QTEST(prompts, "prompts");
    }

    void pagesGoOn()
    {
        fill();
        JobFilter filter;
        filter.limit = 2;
        QStringList prompts;
        for (;;) {
            const Result<QList<Job>> page = m_store->list(filter);
            VERIFY_RESULT(page);
            for (const Job &job : *page)
                prompts.append(job.prompt);
            if (page->size() < 2)
                break;
            filter.before = page->last().id;
        }
        QCOMPARE(prompts.size(), 5);
        prompts.removeDuplicates();
        QCOMPARE(prompts.size(), 5);
    }

    void whatWasMadeIsCounted()
    {
        fill();
        Job film = made(u"Waves"_s, u"runway"_s, 1);
        film.type = RequestType::Video;
        VERIFY_RESULT(m_store->update(film));
        const QDateTime later = m_clock->now().addSecs(60);
        m_clock->advance(std::chrono::minutes(2));
        Result<JobTotals> totals = m_store->totals(later);
        VERIFY_RESULT(totals);
        QCOMPARE(totals->images, 0);
        QCOMPARE(totals->services,
                 (QStringList{u"openai"_s, u"runway"_s, u"stability"_s})); // of all times
        totals = m_store->totals(later.addSecs(-3600));
        QCOMPARE(totals->images, 5);
        QCOMPARE(totals->videos, 1);
        VERIFY_RESULT(m_store->setRemoved(film.id, true));
        VERIFY_RESULT(m_store->setFiles(m_first, {}));
        totals = m_store->totals(later.addSecs(-3600));
        QCOMPARE(totals->images, 3);
        QCOMPARE(totals->videos, 0);
        QCOMPARE(totals->services, QStringList{u"openai"_s});
    }

private:
    Job begun(const QString &prompt, const QString &service)
    {
        m_clock->advance(std::chrono::milliseconds(5));
        Job job;
        job.createdAt = m_clock->now();
        job.id = Id::create(job.createdAt);
        job.requestId = Id::create(job.createdAt);
        job.prompt = prompt;
        job.service = service;
        job.session = m_session;
        if (!m_store->add(job))
            qFatal("cannot add a job");
        return job;
    }
    Job made(const QString &prompt, const QString &service, int files)
    {
        Job job = begun(prompt, service);
        job.stage = Job::Stage::Ended;
        job.outcome = Outcome::Completed;
        job.endedAt = m_clock->now();
        for (int i = 0; i < files; ++i)
            job.files.append({u"/pictures/%1-%2.png"_s.arg(prompt).arg(i), u"image/png"_s, 9, {}});
        if (!m_store->update(job))
            qFatal("cannot update a job");
        return job;
    }
    void fill()
    {
        m_first = made(u"A red fox"_s, u"stability"_s, 2).id;
        made(u"50 % of a BLUE fox"_s, u"openai"_s, 3);
        Job failed = begun(u"Failed"_s, u"stability"_s);
        failed.stage = Job::Stage::Ended;
        failed.outcome = Outcome::Failed;
        failed.endedAt = m_clock->now();
        VERIFY_RESULT(m_store->update(failed));
        begun(u"First that waits"_s, {});
        begun(u"Second that waits"_s, {});
    }

    std::unique_ptr<FakeClock> m_clock;
    std::unique_ptr<TemporaryDataDir> m_dir;
    std::unique_ptr<Records> m_records;
    std::unique_ptr<JobStore> m_store;
    Id m_session = Id::create(QDateTime::currentDateTimeUtc());
    Id m_first;
};

QTEST_GUILESS_MAIN(TestJobStore)
#include "tst_jobstore.moc"
