#include "samplestudio.h"

#include "core/engine/attachfile.h"
#include "ui/desktop/studio/jobwords.h"
#include "ui/desktop/studio/studioprice.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace keyway;

namespace {

const Model *modelNamed(const ServicesValue &services, const QString &service, const QString &id)
{
    return modelOf(services, service, id);
}

routing::RoutePlan planWith(const QString &service, const QString &model, int integration,
                            std::optional<Money> cost)
{
    routing::RoutePlan plan;
    routing::Candidate candidate;
    candidate.integrationId = sample::studioId(integration);
    candidate.integrationName = service;
    candidate.service = service;
    candidate.model = model;
    candidate.estimatedCost = cost;
    plan.candidates = {candidate};
    return plan;
}

AttachedFile picture(const QString &name, qsizetype bytes,
                     Attachment::Use use = Attachment::Use::Content)
{
    AttachedFile file;
    file.attachment.name = name;
    file.attachment.mimeType = u"image/png"_s;
    file.attachment.bytes = QByteArray(bytes, 'x');
    file.attachment.use = use;
    return file;
}

} // namespace

class TestStudioValues : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void makersAreThoseOfTheKind();
    void oneRequestOrSeveral_data();
    void oneRequestOrSeveral();
    void onlyWhatTheModelTakesIsSent();
    void videoOptions();
    void priceAddsUp();
    void priceOfAVideoIsByTheSecond();
    void unknownPriceIsNeverZero();
    void limitCountsWorkInProgress();
    void reasonWhenNobodyCan();
    void formProblems_data();
    void formProblems();
    void jobStates_data();
    void jobStates();
    void cancelTells_data();
    void cancelTells();
    void quittingTells();
    void whatCannotBeAttachedIsSaid_data();
    void whatCannotBeAttachedIsSaid();
};

void TestStudioValues::makersAreThoseOfTheKind()
{
    const ServicesValue services = sample::studioServices();
    QStringList images, videos;
    for (const Maker &maker : makersOf(services, RequestType::Image, sample::studioNow().date()))
        images.append(maker.summary->integration.service + u'/' + maker.model->id);
    for (const Maker &maker : makersOf(services, RequestType::Video, sample::studioNow().date()))
        videos.append(maker.model->id);
    QCOMPARE(images,
             (QStringList{u"stability/ultra"_s, u"stability/core"_s, u"openai/gpt-image-2"_s,
                          u"openai/unpriced"_s}));
    QCOMPARE(videos, (QStringList{u"gen4.5"_s, u"gen4_turbo"_s}));
    ServicesValue disabled = services;
    disabled.integrations[0].integration.enabled = false;
    QCOMPARE(makersOf(disabled, RequestType::Image, sample::studioNow().date()).size(), 2);
}

void TestStudioValues::oneRequestOrSeveral_data()
{
    QTest::addColumn<QString>("service");
    QTest::addColumn<QString>("model");
    QTest::addColumn<int>("count");
    QTest::addColumn<QList<int>>("counts");
    QTest::newRow("one at a time") << u"stability"_s << u"ultra"_s << 3 << QList<int>{1, 1, 1};
    QTest::newRow("together") << u"openai"_s << u"gpt-image-2"_s << 4 << QList<int>{4};
    QTest::newRow("never more than offered")
        << u"openai"_s << u"gpt-image-2"_s << 99 << QList<int>{10};
    QTest::newRow("at least one") << u"openai"_s << u"gpt-image-2"_s << 0 << QList<int>{1};
}

void TestStudioValues::oneRequestOrSeveral()
{
    QFETCH(QString, service);
    QFETCH(QString, model);
    QFETCH(int, count);
    QFETCH(QList<int>, counts);
    const ServicesValue services = sample::studioServices();
    StudioDraft draft = sample::lighthouse();
    draft.count = count;
    draft.seed = 7;
    const QList<PromptRequest> requests = requestsOf(draft, modelNamed(services, service, model));
    QList<int> made;
    QSet<qint64> seeds;
    for (const PromptRequest &request : requests) {
        made.append(request.image.count);
        if (request.image.seed)
            seeds.insert(*request.image.seed);
    }
    QCOMPARE(made, counts);
    // A seed that is used twice would be paid for twice.
    QCOMPARE(seeds.size(), service == "stability"_L1 ? requests.size() : 0);
}

void TestStudioValues::onlyWhatTheModelTakesIsSent()
{
    const ServicesValue services = sample::studioServices();
    StudioDraft draft = sample::lighthouse();
    draft.avoid = u"people"_s;
    draft.options = {{u"aspect_ratio"_s, u"4:3"_s},
                     {u"size"_s, u"1024x1536"_s},
                     {u"quality"_s, u"high"_s},
                     {u"background"_s, u"pink"_s}};
    draft.files = {picture(u"a.png"_s, 10), picture(u"m.png"_s, 10, Attachment::Use::Mask)};
    const PromptRequest stability
        = requestsOf(draft, modelNamed(services, u"stability"_s, u"ultra"_s)).first();
    QCOMPARE(stability.image.aspectRatio, u"4:3"_s);
    QCOMPARE(stability.image.size, QString());
    QCOMPARE(stability.image.quality, QString());
    QCOMPARE(stability.image.negativePrompt, u"people"_s);
    QCOMPARE(stability.messages.first().attachments.size(), 1);
    const PromptRequest openai
        = requestsOf(draft, modelNamed(services, u"openai"_s, u"gpt-image-2"_s)).first();
    QCOMPARE(openai.image.aspectRatio, QString());
    QCOMPARE(openai.image.size, u"1024x1536"_s);
    QCOMPARE(openai.image.quality, u"high"_s);
    QCOMPARE(openai.image.background, QString());
    QCOMPARE(openai.image.negativePrompt, QString());
    QCOMPARE(openai.messages.first().attachments.size(), 2);
}

void TestStudioValues::videoOptions()
{
    const ServicesValue services = sample::studioServices();
    StudioDraft draft = sample::lighthouse();
    draft.type = RequestType::Video;
    draft.options = {{u"duration"_s, u"8"_s},
                     {u"resolution"_s, u"1080p"_s},
                     {u"sound"_s, u"on"_s},
                     {u"aspect_ratio"_s, u"1:1"_s}};
    draft.seed = 5;
    const QList<PromptRequest> requests
        = requestsOf(draft, modelNamed(services, u"runway"_s, u"gen4.5"_s));
    QCOMPARE(requests.size(), 1);
    QCOMPARE(requests.first().video.seconds, 8);
    QCOMPARE(requests.first().video.resolution, u"1080p"_s);
    QCOMPARE(requests.first().video.sound, std::optional(true));
    QCOMPARE(requests.first().video.aspectRatio, QString());
    QCOMPARE(requests.first().video.seed, std::optional<qint64>(5));
}

void TestStudioValues::priceAddsUp()
{
    const ServicesValue services = sample::studioServices();
    const auto requests
        = requestsOf(sample::lighthouse(), modelNamed(services, u"stability"_s, u"ultra"_s));
    const PriceBefore price
        = priceBefore(services, planWith(u"stability"_s, u"ultra"_s, 1, Money::fromCents(8)),
                      requests, sample::studioNow());
    QCOMPARE(price.lines.size(), 2);
    QCOMPARE(price.lines.at(0).label, u"4 image(s) × $0.08"_s);
    QCOMPARE(price.lines.at(1).label, u"Platform fee (5%)"_s);
    QCOMPARE(price.cost, std::optional(Money::fromNano(336'000'000)));
    qint64 sum = 0;
    const auto units = [](QString amount) { return amount.remove(u'$').remove(u'.').toLongLong(); };
    for (const PriceBefore::Line &line : price.lines)
        sum += units(line.amount);
    QCOMPARE(sum, units(price.total->amount));
    QVERIFY(price.problem.isEmpty());
}

void TestStudioValues::priceOfAVideoIsByTheSecond()
{
    const ServicesValue services = sample::studioServices();
    StudioDraft draft = sample::lighthouse();
    draft.type = RequestType::Video;
    draft.options = {{u"duration"_s, u"8"_s}};
    const auto requests = requestsOf(draft, modelNamed(services, u"runway"_s, u"gen4.5"_s));
    const PriceBefore exact
        = priceBefore(services, planWith(u"runway"_s, u"gen4.5"_s, 3, Money::fromCents(96)),
                      requests, sample::studioNow());
    QCOMPARE(exact.lines.first().label, u"8 s × $0.12"_s);
    // Where the engine comes to another sum, it is no multiplication.
    const PriceBefore about
        = priceBefore(services, planWith(u"runway"_s, u"gen4.5"_s, 3, Money::fromCents(90)),
                      requests, sample::studioNow());
    QCOMPARE(about.lines.first().label, u"Video of 8 s, about"_s);
}

void TestStudioValues::unknownPriceIsNeverZero()
{
    const ServicesValue services = sample::studioServices();
    const auto requests
        = requestsOf(sample::lighthouse(), modelNamed(services, u"openai"_s, u"unpriced"_s));
    const PriceBefore price = priceBefore(services, planWith(u"openai"_s, u"unpriced"_s, 2, {}),
                                          requests, sample::studioNow());
    QVERIFY(!price.total);
    QVERIFY(!price.cost);
    QVERIFY(!price.lines.first().amount.contains(u'0'));
    QVERIFY(price.left.contains(u"unpriced"_s));

    // A price by what the service counts is known, but not what that will be.
    const PriceBefore counted = priceBefore(services, planWith(u"stability"_s, u"ultra"_s, 1, {}),
                                            requests, sample::studioNow());
    QVERIFY(!counted.total);
    QCOMPARE(counted.lines.first().amount, u"known afterwards"_s);
    QCOMPARE(counted.left,
             u"What Stability AI charges depends on what it counts while it works."_s);
}

void TestStudioValues::limitCountsWorkInProgress()
{
    ServicesValue services = sample::studioServices();
    const auto requests
        = requestsOf(sample::lighthouse(), modelNamed(services, u"stability"_s, u"ultra"_s));
    const auto plan = planWith(u"stability"_s, u"ultra"_s, 1, Money::fromCents(8));
    QCOMPARE(priceBefore(services, plan, requests, sample::studioNow()).left,
             u"Leaves $2.95 of the $12.00 limit, with the work in progress counted."_s);
    services.integrations[0].thisMonth = Money::fromCents(1236);
    QVERIFY(priceBefore(services, plan, requests, sample::studioNow())
                .left.startsWith(u"This passes the limit of $12.00 by $0.68"_s));
    services.integrations[0].integration.monthlyLimit.reset();
    QVERIFY(priceBefore(services, plan, requests, sample::studioNow()).left.isEmpty());
}

void TestStudioValues::reasonWhenNobodyCan()
{
    const ServicesValue services = sample::studioServices();
    const auto requests
        = requestsOf(sample::lighthouse(), modelNamed(services, u"stability"_s, u"ultra"_s));
    routing::RoutePlan plan;
    const auto exclude = [&](const QString &name, routing::ReasonCode code) {
        routing::Excluded excluded;
        excluded.integrationName = name;
        excluded.reason.code = code;
        plan.excluded.append(excluded);
    };
    exclude(u"Writer"_s, routing::ReasonCode::TypeNotSupported);
    exclude(u"OpenAI"_s, routing::ReasonCode::NotChosen);
    exclude(u"Stability AI"_s, routing::ReasonCode::OverBudget);
    const PriceBefore price = priceBefore(services, plan, requests, sample::studioNow());
    QCOMPARE(price.problem, u"Stability AI cannot be asked: its limit of the month is reached."_s);
    QVERIFY(!price.cost);
}

void TestStudioValues::formProblems_data()
{
    QTest::addColumn<QString>("service");
    QTest::addColumn<QString>("model");
    QTest::addColumn<int>("characters");
    QTest::addColumn<QList<AttachedFile>>("files");
    QTest::addColumn<QString>("problem");
    const QList<AttachedFile> none;
    QTest::newRow("fine") << u"stability"_s << u"ultra"_s << 1000 << none << QString();
    QTest::newRow("takes none") << u"stability"_s << u"core"_s << 5
                                << QList<AttachedFile>{picture(u"a.png"_s, 5)}
                                << u"does not take this: a.png"_s;
    QTest::newRow("too large") << u"stability"_s << u"ultra"_s << 5
                               << QList<AttachedFile>{picture(u"a.png"_s, 11 * 1024 * 1024)}
                               << u"takes up to 10.0 MB"_s;
    QTest::newRow("too many") << u"stability"_s << u"ultra"_s << 5
                              << QList<AttachedFile>{picture(u"a.png"_s, 5), picture(u"b.png"_s, 5)}
                              << u"takes 1 picture(s) here"_s;
    QTest::newRow("needs one") << u"runway"_s << u"gen4_turbo"_s << 5 << none
                               << u"needs a picture: First frame"_s;
    QTest::newRow("has it") << u"runway"_s << u"gen4_turbo"_s << 5
                            << QList<AttachedFile>{picture(u"a.png"_s, 5,
                                                           Attachment::Use::FirstFrame)}
                            << QString();
}

void TestStudioValues::formProblems()
{
    QFETCH(QString, service);
    QFETCH(QString, model);
    QFETCH(int, characters);
    QFETCH(QList<AttachedFile>, files);
    QFETCH(QString, problem);
    const ServicesValue services = sample::studioServices();
    StudioDraft draft;
    draft.prompt = QString(characters, u'a');
    draft.files = files;
    const QString found = formProblem(draft, modelNamed(services, service, model));
    QCOMPARE(found.isEmpty(), problem.isEmpty());
    QVERIFY2(found.contains(problem), qPrintable(found));
}

void TestStudioValues::jobStates_data()
{
    QTest::addColumn<JobValue>("job");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("cost");
    QTest::addColumn<int>("permille"); // -1: no end in sight
    using State = JobValue::State;
    const auto row
        = [](const char *name, const JobValue &job, const QString &state, const QString &cost,
             int permille) { QTest::newRow(name) << job << state << cost << permille; };
    row("waiting", sample::job(1, State::Waiting), u"Waiting for its turn"_s, u"$0.32 expected"_s,
        0);
    JobValue paused = sample::job(1, State::Waiting);
    paused.waits = JobValue::Waits::Paused;
    row("paused", paused, u"Waiting: paused by you"_s, u"$0.32 expected"_s, 0);
    row("sending", sample::job(1, State::Sending), u"Sending to Stability AI"_s,
        u"$0.32 expected"_s, -1);
    row("working", sample::job(1, State::Working), u"Stability AI works on it"_s,
        u"$0.32 when done"_s, -1);
    JobValue half = sample::job(1, State::Working);
    half.made = 2;
    half.spent = Money::fromCents(16);
    half.expectedEnd = sample::studioNow().addSecs(13);
    row("half", half, u"2 of 4 done · about 13 s left"_s, u"$0.16 of $0.32"_s, 500);
    JobValue late = half;
    late.expectedEnd = sample::studioNow().addSecs(-5);
    row("late", late, u"2 of 4 done · longer than usual"_s, u"$0.16 of $0.32"_s, 500);
    JobValue percent = sample::job(1, State::Working);
    percent.percent = 38;
    row("percent", percent, u"38 % done"_s, u"$0.32 when done"_s, 380);
    JobValue cancelling = percent;
    cancelling.cancelWanted = true;
    row("cancelling", cancelling, u"Cancelling"_s, u"$0.32 when done"_s, 380);
    row("fetching", sample::job(1, State::Fetching), u"Fetching the result"_s, u"$0.32 when done"_s,
        -1);
    JobValue failed = sample::job(1, State::Failed);
    row("failed", failed, u"It could not be made."_s, u"not charged"_s, -1);
    JobValue unknown = sample::job(1, State::Unknown);
    row("unknown", unknown, u"Not known whether Stability AI made it. It is not sent again."_s,
        u"$0.32 at most"_s, -1);
    JobValue unpriced = sample::job(1, State::Working);
    unpriced.expected.reset();
    row("no price", unpriced, u"Stability AI works on it"_s, u"price unknown"_s, -1);
}

void TestStudioValues::jobStates()
{
    QFETCH(JobValue, job);
    QFETCH(QString, state);
    QFETCH(QString, cost);
    QFETCH(int, permille);
    QCOMPARE(jobState(job, u"Stability AI"_s, sample::studioNow()), state);
    QCOMPARE(jobCost(job), cost);
    QCOMPARE(jobPermille(job).value_or(-1), permille);
}

void TestStudioValues::cancelTells_data()
{
    QTest::addColumn<JobValue>("job");
    QTest::addColumn<QString>("sentence");
    using State = JobValue::State;
    JobValue half = sample::job(1, State::Cancelled);
    half.made = 2;
    half.spent = Money::fromCents(16);
    half.costState = CostState::Exact;
    QTest::newRow("some are done")
        << half << u"Stability AI has finished 2 of 4 image(s). You pay $0.16 for it."_s;
    JobValue before = sample::job(1, State::Cancelled);
    before.costState = CostState::Exact;
    QTest::newRow("before it began") << before << u"Cancelled. Nothing was charged."_s;
    JobValue silent = sample::job(1, State::Cancelled);
    silent.costState = CostState::Unknown;
    QTest::newRow("nobody knows")
        << silent
        << u"Cancelled. Stability AI does not say what it charges for what it has done until "
           "now."_s;
    JobValue refused = sample::job(1, State::Working);
    refused.cancelRefused = true;
    QTest::newRow("cannot be stopped")
        << refused
        << u"Stability AI cannot be told to stop. It finishes and charges about $0.32. Keyway "
           "fetches the result."_s;
}

void TestStudioValues::cancelTells()
{
    QFETCH(JobValue, job);
    QFETCH(QString, sentence);
    QCOMPARE(cancelWords(job, u"Stability AI"_s).sentence(), sentence);
}

void TestStudioValues::quittingTells()
{
    using State = JobValue::State;
    QVERIFY(quitWords({}).title.isEmpty());
    QVERIFY(quitWords({{sample::job(1, State::Done), sample::job(2, State::Failed)}, false})
                .title.isEmpty());

    const words::Message one = quitWords({{sample::job(1, State::Working)}, false});
    QCOMPARE(one.text,
             u"Stability AI will finish and charge for it anyway. Keyway fetches the result next "
             "time."_s);
    const words::Message waiting = quitWords({{sample::job(1, State::Waiting)}, false});
    QCOMPARE(waiting.text, u"What waits for its turn begins next time."_s);
    JobValue other = sample::job(2, State::Working);
    other.integrationName = u"Runway"_s;
    const words::Message two = quitWords(
        {{sample::job(1, State::Working), other, sample::job(3, State::Waiting)}, false});
    QCOMPARE(two.text,
             u"The services will finish and charge for it anyway. Keyway fetches the results next "
             "time. What waits for its turn begins next time."_s);
    QVERIFY2(two.title.contains(u'3'), qPrintable(two.title));
}

void TestStudioValues::whatCannotBeAttachedIsSaid_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("title");
    QTest::newRow("picture") << QByteArray("\x89PNG\r\n\x1a\n...") << QString();
    QTest::newRow("text") << QByteArray("Grüße") << QString();
    QTest::newRow("zeros") << QByteArray("a\0b", 3) << u"thing cannot be sent."_s;
    QTest::newRow("not utf-8") << QByteArray("Gr\xfc\xdf") << u"thing cannot be sent."_s;
    QTest::newRow("too large") << QByteArray(engine::largestAttachment + 1, 'x')
                               << u"thing is too large."_s;
}

void TestStudioValues::whatCannotBeAttachedIsSaid()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, title);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"thing"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
    file.close();
    const auto read = engine::readAttachment(file.fileName(), Attachment::Use::Content);
    QCOMPARE(read.ok(), title.isEmpty());
    if (!read)
        QCOMPARE(attachmentErrorWords(read.error()).title, title);
    const auto gone = engine::readAttachment(folder.filePath(u"gone"_s), Attachment::Use::Content);
    QCOMPARE(attachmentErrorWords(gone.error()).title, u"gone cannot be read."_s);
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    TestStudioValues test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_studiovalues.moc"
