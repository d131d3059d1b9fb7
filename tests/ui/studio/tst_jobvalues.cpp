// Kept jobs as the page shows them.

#include "tests/ui/studio/samplestudio.h"
#include "ui/desktop/studio/jobvalues.h"
#include "ui/desktop/studio/jobwords.h"

#include <QtCore/QJsonObject>
#include <QtTest/QTest>

using namespace keyway;
using namespace Qt::StringLiterals;
using std::chrono::seconds;

namespace {

Job kept(Job::Stage stage, Outcome outcome = Outcome::Started)
{
    Job job;
    job.id = sample::studioId(1);
    job.prompt = u"A lighthouse"_s;
    job.service = u"stability"_s;
    job.model = u"ultra"_s;
    job.stage = stage;
    job.outcome = outcome;
    job.request = {{u"image"_s, QJsonObject{{u"count"_s, 4}}}};
    job.createdAt = sample::studioNow().addSecs(-60);
    job.sentAt = sample::studioNow().addSecs(-30);
    if (job.hasEnded())
        job.endedAt = sample::studioNow();
    return job;
}

JobValue shown(const Job &job, bool paused = false, std::optional<seconds> usual = {})
{
    return jobValueOf(job, paused, usual, sample::studioNow());
}

} // namespace

class TestJobValues : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void states_data()
    {
        QTest::addColumn<Job::Stage>("stage");
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<JobValue::State>("state");
        using Stage = Job::Stage;
        using State = JobValue::State;
        QTest::newRow("queued") << Stage::Queued << Outcome::Started << State::Waiting;
        QTest::newRow("sending") << Stage::Sending << Outcome::Started << State::Sending;
        QTest::newRow("working") << Stage::Working << Outcome::Started << State::Working;
        QTest::newRow("fetching") << Stage::Downloading << Outcome::Completed << State::Fetching;
        QTest::newRow("done") << Stage::Ended << Outcome::Completed << State::Done;
        QTest::newRow("failed") << Stage::Ended << Outcome::Failed << State::Failed;
        QTest::newRow("refused") << Stage::Ended << Outcome::Refused << State::Failed;
        QTest::newRow("filtered") << Stage::Ended << Outcome::Filtered << State::Failed;
        QTest::newRow("cancelled") << Stage::Ended << Outcome::Cancelled << State::Cancelled;
        QTest::newRow("unknown") << Stage::Ended << Outcome::Unknown << State::Unknown;
    }
    void states()
    {
        QFETCH(Job::Stage, stage);
        QFETCH(Outcome, outcome);
        const JobValue value = shown(kept(stage, outcome));
        QTEST(value.state, "state");
        QCOMPARE(value.isRunning(), stage != Job::Stage::Ended);
        QCOMPARE(value.wanted, 4);
    }

    void whyItWaits()
    {
        QCOMPARE(shown(kept(Job::Stage::Queued)).waits, JobValue::Waits::Turn);
        QCOMPARE(shown(kept(Job::Stage::Queued), true).waits, JobValue::Waits::Paused);
        Job there = kept(Job::Stage::Working);
        there.waitsAtService = true;
        QCOMPARE(shown(there, true).state, JobValue::State::Waiting);
        QCOMPARE(shown(there, true).waits, JobValue::Waits::AtService);
    }

    void aRefusalHasTheServicesWords()
    {
        Job job = kept(Job::Stage::Ended, Outcome::Filtered);
        job.words = u"No lighthouses."_s;
        const JobValue value = shown(job);
        QVERIFY(value.declined);
        const words::Message message = failureWords(value, u"Stability AI"_s);
        QVERIFY2(message.title.contains(u"declined"_s), qPrintable(message.title));
        QVERIFY2(message.text.contains(u"No lighthouses."_s), qPrintable(message.text));
        // Filtered ones may be charged, and it is not known how much.
        QVERIFY(jobCost(value) != u"not charged"_s);
        job.costState = CostState::Exact;
        job.platformCost = Money::fromCents(8);
        QCOMPARE(jobCost(shown(job)), u"$0.08"_s);
        job.outcome = Outcome::Failed;
        job.platformCost = {};
        QCOMPARE(jobCost(shown(job)), u"not charged"_s);
    }

    void theEndIsExpectedByTheSharesOrByOthers()
    {
        Job job = kept(Job::Stage::Working);
        QVERIFY(!shown(job).expectedEnd);
        QCOMPARE(shown(job, false, seconds(40)).expectedEnd,
                 std::optional(sample::studioNow().addSecs(10)));
        job.percent = 75; // 30 s are gone
        QCOMPARE(shown(job, false, seconds(400)).expectedEnd,
                 std::optional(sample::studioNow().addSecs(10)));
        job.percent = 2;
        QCOMPARE(shown(job, false, seconds(40)).expectedEnd,
                 std::optional(sample::studioNow().addSecs(10)));
        QVERIFY(!shown(kept(Job::Stage::Queued), false, seconds(40)).expectedEnd);
    }

    void theUsualTimeIsTheMedianOfItsKind()
    {
        QList<Job> ended;
        for (const int took : {10, 300, 20}) {
            Job job = kept(Job::Stage::Ended, Outcome::Completed);
            job.sentAt = job.endedAt->addSecs(-took);
            ended.append(job);
        }
        ended.append(kept(Job::Stage::Ended, Outcome::Failed));
        Job other = kept(Job::Stage::Ended, Outcome::Completed);
        other.model = u"core"_s;
        ended += {other, other, other};
        const Job running = kept(Job::Stage::Working);
        QCOMPARE(usualTime(ended, running), std::optional<std::chrono::milliseconds>(seconds(20)));
        QVERIFY(!usualTime({}, running));
    }

    void picturesShareTheCost()
    {
        Job job = kept(Job::Stage::Ended, Outcome::Completed);
        job.platformCost = Money::fromCents(32);
        job.costState = CostState::Exact;
        for (int i = 0; i < 4; ++i)
            job.files.append({u"/p/%1.png"_s.arg(i), u"image/png"_s, 1, 7 + i});
        QList<PictureValue> pictures = picturesOf(job);
        QCOMPARE(pictures.size(), 4);
        QCOMPARE(pictures[3].cost, Money::fromCents(8));
        QCOMPARE(pictures[3].seed, std::optional<qint64>(10));
        QCOMPARE(pictures[3].madeAt, *job.endedAt);
        // What was deleted had its share, too.
        job.files.removeFirst();
        QCOMPARE(picturesOf(job).first().cost, Money::fromCents(8));
        // Where it was cancelled after two, those two are what was paid for.
        job.outcome = Outcome::Cancelled;
        job.files.removeFirst();
        job.platformCost = Money::fromCents(16);
        QCOMPARE(picturesOf(job).first().cost, Money::fromCents(8));
        job.files[0].mimeType = u"video/mp4"_s;
        QCOMPARE(picturesOf(job).first().type, RequestType::Video);
    }

    void theSameAgain()
    {
        const ServicesValue services = sample::studioServices();
        StudioDraft draft = sample::lighthouse();
        draft.seed = 11;
        draft.avoid = u"people"_s;
        draft.count = 1;
        const Model *ultra = modelOf(services, u"stability"_s, u"ultra"_s);
        QVERIFY(ultra);
        const StudioDraft again = draftOf(requestsOf(draft, ultra).first(), askOptionsOf(draft));
        QCOMPARE(again.prompt, draft.prompt);
        QCOMPARE(again.avoid, draft.avoid);
        QCOMPARE(again.seed, draft.seed);
        QCOMPARE(again.integration, draft.integration);
        QCOMPARE(again.model, draft.model);
        QCOMPARE(again.options.value(u"aspect_ratio"_s), u"1:1"_s);
        StudioDraft film;
        film.type = RequestType::Video;
        film.prompt = u"Waves"_s;
        film.options = {{u"duration"_s, u"8"_s},
                        {u"resolution"_s, u"1080p"_s},
                        {u"sound"_s, u"off"_s},
                        {u"aspect_ratio"_s, u"9:16"_s}};
        const Model *gen = modelOf(services, u"runway"_s, u"gen4.5"_s);
        QVERIFY(gen);
        QCOMPARE(draftOf(requestsOf(film, gen).first(), {}).options, film.options);
    }
};

QTEST_MAIN(TestJobValues)
#include "tst_jobvalues.moc"
