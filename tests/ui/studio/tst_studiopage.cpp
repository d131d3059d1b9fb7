#include "fakestudio.h"

#include "tests/ui/accessibility.h"
#include "ui/desktop/promptfield.h"
#include "ui/desktop/studio/gallerypane.h"
#include "ui/desktop/studio/galleryview.h"
#include "ui/desktop/studio/inputrows.h"
#include "ui/desktop/studio/jobbar.h"
#include "ui/desktop/studio/joblist.h"
#include "ui/desktop/studio/optionrows.h"
#include "ui/desktop/studio/pricepanel.h"
#include "ui/desktop/studio/studiocontroller.h"
#include "ui/desktop/studio/studioform.h"
#include "ui/desktop/studio/studiopage.h"
#include "ui/desktop/studio/studiosettings.h"
#include "ui/theme/keywaystyle.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/undomessage.h"

#include <QtCore/QMimeData>
#include <QtCore/QTemporaryDir>
#include <QtGui/QAction>
#include <QtGui/QDragEnterEvent>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;
using namespace keyway;

namespace {

/// A window with the page in it, as large as asked, and what plays the engine.
struct Bench {
    explicit Bench(QSize size = {1068, 738}, int pictures = 8)
    {
        backend.pictures = sample::studioPictures(files.path(), pictures);
        auto *row = new QHBoxLayout(&window);
        row->setContentsMargins(0, 0, 0, 0);
        page = new StudioPage(&window);
        row->addWidget(page);
        undo = new UndoMessage(&window);
        window.resize(size);
        window.show();
        window.activateWindow();
        controller = std::make_unique<StudioController>(page, &backend, undo,
                                                        [] { return sample::studioNow(); });
        controller->setDelays(0, 0);
        controller->start();
    }
    StudioForm *form() const { return page->form(); }
    bool ready() const
    {
        return form()->serviceBox()->count() > 1 && !form()->price()->spoken().isEmpty();
    }
    void choose(const QString &model)
    {
        QComboBox *box = form()->serviceBox();
        box->setCurrentIndex(box->findText(model, Qt::MatchEndsWith));
    }
    void write(const QString &text)
    {
        form()->prompt()->setFocus();
        QTest::keyClicks(form()->prompt(), text);
    }
    bool priced(const QString &part) const { return form()->price()->spoken().contains(part); }
    template <class T> T *field(const QString &option) const
    {
        return qobject_cast<T *>(form()->options()->field(option));
    }

    QTemporaryDir files;
    FakeStudio backend;
    QWidget window;
    StudioPage *page;
    UndoMessage *undo;
    std::unique_ptr<StudioController> controller;
};

QString picturePath(const Bench &bench, int number = 0)
{
    return bench.backend.pictures.at(number).path;
}

} // namespace

class TestStudioPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void priceIsThereBeforeThePrompt();
    void fieldsAreThoseOfTheModel();
    void chosenOptionsStay();
    void routedModelDecidesTheFields();
    void generateByKeyboardAlone();
    void severalRequestsForOneAtATime();
    void asksAboveTheLimit();
    void asksToPassALimit();
    void cannotIsSaidWithItsReason();
    void nobodyMakesThis();
    void refusedStartIsTold();
    void filesArePastedDroppedAndTakenAway();
    void pictureGoesToTheFirstFreeKind();
    void jobsAreShownAndCancelled();
    void cancelTellsWhatItCost();
    void endedJobsAreTakenOut();
    void pauseAndMoveUp();
    void badgeCountsWhatRuns();
    void barNeverGoesBack();
    void useAsStartAndSameSettings();
    void historyBringsAPromptBack();
    void everythingHasAName();
    void allStopsByTab();
    void smallWindowKeepsEverything();
    void keychainHasABanner();
    void settingsAreAskedAndKept();
};

void TestStudioPage::priceIsThereBeforeThePrompt()
{
    Bench bench;
    QTRY_VERIFY(bench.priced(u"Total"_s));
    QVERIFY(!bench.form()->generate()->isEnabled());
    bench.write(u"A ship"_s);
    QTRY_VERIFY(bench.form()->generate()->isEnabled());
    QCOMPARE(bench.page->firstFocus(), bench.form()->prompt());
}

void TestStudioPage::fieldsAreThoseOfTheModel()
{
    Bench bench;
    QTRY_VERIFY(bench.ready());
    bench.choose(u"ultra"_s);
    QVERIFY(bench.field<SegmentedControl>(u"aspect_ratio"_s));
    QVERIFY(bench.form()->options()->field(u"seed"_s));
    QVERIFY(!bench.form()->options()->field(u"quality"_s));
    QVERIFY(bench.form()->inputs()->button(u"image"_s));
    QVERIFY(bench.form()->avoidButton()->isVisible());
    bench.choose(u"core"_s);
    QVERIFY(bench.field<QComboBox>(u"aspect_ratio"_s)); // too many for segments
    QVERIFY(!bench.form()->inputs()->takesPictures());
    bench.choose(u"gpt-image-2"_s);
    QVERIFY(bench.field<QComboBox>(u"quality"_s));
    QVERIFY(bench.field<QComboBox>(u"background"_s));
    QVERIFY(!bench.form()->options()->field(u"seed"_s));
    QVERIFY(bench.form()->inputs()->button(u"mask"_s));
    QVERIFY(!bench.form()->avoidButton()->isVisible());
    QCOMPARE(bench.field<QSpinBox>(u"count"_s)->maximum(), 10);
    bench.form()->kind()->setCurrent(1);
    QTRY_VERIFY(bench.field<SegmentedControl>(u"duration"_s));
    QVERIFY(bench.form()->options()->field(u"sound"_s));
    QVERIFY(!bench.form()->options()->field(u"count"_s));
    QVERIFY(bench.form()->inputs()->button(u"first-frame"_s));
    QVERIFY(bench.form()->inputs()->button(u"last-frame"_s));
    QCOMPARE(bench.form()->generate()->text(), u"Generate video"_s);
}

void TestStudioPage::chosenOptionsStay()
{
    Bench bench;
    QTRY_VERIFY(bench.ready());
    bench.choose(u"ultra"_s);
    bench.field<SegmentedControl>(u"aspect_ratio"_s)->setCurrent(2);
    bench.choose(u"gpt-image-2"_s);
    bench.choose(u"core"_s);
    QCOMPARE(bench.field<QComboBox>(u"aspect_ratio"_s)->currentData().toString(), u"16:9"_s);
    bench.choose(u"ultra"_s);
    QCOMPARE(bench.field<SegmentedControl>(u"aspect_ratio"_s)->current(), 2);
}

void TestStudioPage::routedModelDecidesTheFields()
{
    Bench bench;
    routing::RoutePlan plan;
    routing::Candidate candidate;
    candidate.integrationId = sample::studioId(2);
    candidate.service = u"openai"_s;
    candidate.model = u"gpt-image-2"_s;
    candidate.estimatedCost = Money::fromCents(5);
    plan.candidates = {candidate};
    bench.backend.plan = plan;
    QTRY_VERIFY(bench.form()->options()->field(u"quality"_s));
    QTRY_VERIFY(bench.priced(u"5 cents"_s) || bench.priced(u"0 dollars 05"_s)
                || bench.priced(u"about"_s));
    // The plan was asked for with the options of that model, and then no more.
    QTest::qWait(50);
    const auto asked = bench.backend.explained.size();
    QTest::qWait(50);
    QCOMPARE(bench.backend.explained.size(), asked);
}

void TestStudioPage::generateByKeyboardAlone()
{
    Bench bench;
    QTRY_VERIFY(bench.ready());
    QTRY_VERIFY(bench.form()->prompt()->hasFocus() || (bench.form()->prompt()->setFocus(), true));
    QTest::keyClicks(QApplication::focusWidget(), u"A ship in a bottle"_s);
    QTRY_VERIFY(bench.form()->generate()->isEnabled());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(bench.backend.started.size(), 1);
    const PromptRequest request = bench.backend.started.first().request;
    QCOMPARE(request.messages.last().text, u"A ship in a bottle"_s);
    QCOMPARE(request.type, RequestType::Image);
    QCOMPARE(request.app, AppClass::Window);
    QVERIFY(!bench.backend.started.first().options.integration);
    QTRY_COMPARE(bench.page->jobs()->count(), 1);
    // The prompt stays for the next one.
    QCOMPARE(bench.form()->prompt()->toPlainText(), u"A ship in a bottle"_s);
}

void TestStudioPage::severalRequestsForOneAtATime()
{
    Bench bench;
    QTRY_VERIFY(bench.ready());
    bench.form()->setDraft(sample::lighthouse());
    QCOMPARE(bench.form()->generate()->text(), u"Generate 4 image(s)"_s);
    QTRY_VERIFY(bench.priced(u"4 image(s) × $0.08"_s));
    QTRY_VERIFY(bench.priced(u"Leaves $2.95 of the $12.00 limit"_s));
    bench.form()->generate()->click();
    QTRY_COMPARE(bench.backend.started.size(), 4);
    for (const auto &started : std::as_const(bench.backend.started)) {
        QCOMPARE(started.request.image.count, 1);
        QCOMPARE(started.request.image.aspectRatio, u"1:1"_s);
        QCOMPARE(started.options.model, u"ultra"_s);
        QCOMPARE(started.options.integration, std::optional(sample::studioId(1)));
    }
}

void TestStudioPage::asksAboveTheLimit()
{
    Bench bench;
    bench.backend.value.askAbove = Money::fromCents(10);
    QTRY_VERIFY(bench.ready());
    bench.controller->start();
    bench.form()->setDraft(sample::lighthouse());
    QTRY_VERIFY(bench.priced(u"4 image(s) × $0.08"_s));
    QTRY_COMPARE(bench.page->services().askAbove, Money::fromCents(10));
    bench.form()->generate()->click();
    auto *dialog = bench.page->findChild<QDialog *>(u"askBeforeMaking"_s);
    QVERIFY(dialog);
    QCOMPARE(bench.backend.started.size(), 0);
    QVERIFY(unnamedWidgets(dialog).isEmpty());
    // Cancel has the focus: a second Enter by mistake makes nothing.
    QTRY_VERIFY(dialog->focusWidget());
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(!dialog->isVisible());
    QCOMPARE(bench.backend.started.size(), 0);
    QTRY_VERIFY(!bench.page->findChild<QDialog *>(u"askBeforeMaking"_s));
    bench.form()->generate()->click();
    dialog = bench.page->findChild<QDialog *>(u"askBeforeMaking"_s);
    QVERIFY(dialog);
    for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
        if (button->text().startsWith(u"Generate for"_s)) {
            button->click();
            break;
        }
    }
    QTRY_COMPARE(bench.backend.started.size(), 4);
}

void TestStudioPage::asksToPassALimit()
{
    Bench bench;
    QTRY_VERIFY(bench.ready());
    routing::RoutePlan plan;
    routing::Candidate candidate;
    candidate.integrationId = sample::studioId(1);
    candidate.integrationName = u"Stability AI"_s;
    candidate.service = u"stability"_s;
    candidate.model = u"ultra"_s;
    candidate.estimatedCost = Money::fromCents(8);
    candidate.reason = routing::overBudget(Money::fromCents(1000), LimitAction::Ask,
                                           Money::fromCents(995), candidate.estimatedCost);
    plan.candidates.append(candidate);
    bench.backend.plan = plan;
    bench.form()->setDraft(sample::lighthouse());
    QTRY_VERIFY(bench.priced(u"4 image(s) × $0.08"_s));
    bench.form()->generate()->click();
    auto *dialog = bench.page->findChild<QDialog *>(u"askBeforeMaking"_s);
    QVERIFY(dialog);
    QCOMPARE(bench.backend.started.size(), 0);
    for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
        if (button->text() == "Generate"_L1)
            button->click();
    }
    QTRY_COMPARE(bench.backend.started.size(), 4);
    QVERIFY(bench.backend.started.first().options.mayPassLimits);
}

void TestStudioPage::cannotIsSaidWithItsReason()
{
    Bench bench;
    QTRY_VERIFY(bench.ready());
    bench.form()->setDraft(sample::lighthouse());
    QTRY_VERIFY(bench.form()->generate()->isEnabled());
    routing::RoutePlan plan;
    routing::Excluded excluded;
    excluded.integrationName = u"Stability AI"_s;
    excluded.reason.code = routing::ReasonCode::OverBudget;
    plan.excluded = {excluded};
    bench.backend.plan = plan;
    bench.write(u"!"_s);
    QTRY_VERIFY(bench.priced(u"limit of the month is reached"_s));
    QVERIFY(!bench.form()->generate()->isEnabled());
    // Ctrl+Enter does no more than the button.
    QTest::keyClick(bench.form()->prompt(), Qt::Key_Return, Qt::ControlModifier);
    QTest::qWait(20);
    QCOMPARE(bench.backend.started.size(), 0);
}

void TestStudioPage::nobodyMakesThis()
{
    Bench bench;
    bench.backend.value = sample::studioWithoutMakers();
    bench.controller->start();
    QTRY_VERIFY(bench.priced(u"None of your services makes images"_s));
    QVERIFY(!bench.form()->generate()->isEnabled());
    QSignalSpy add(bench.page, &StudioPage::addIntegrationRequested);
    for (QPushButton *button : bench.form()->findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text() == u"Add New Integration"_s)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(add.size(), 1);
}

void TestStudioPage::refusedStartIsTold()
{
    Bench bench;
    bench.backend.refuseStart = Error(Error::Kind::Storage).withReason(u"disk-full"_s);
    QTRY_VERIFY(bench.ready());
    bench.write(u"A ship"_s);
    QTRY_VERIFY(bench.form()->generate()->isEnabled());
    bench.form()->generate()->click();
    QTRY_VERIFY(bench.page->banner()->isVisible());
    QVERIFY(bench.page->banner()->spokenText().contains(u"disk is full"_s));
    QCOMPARE(bench.form()->prompt()->toPlainText(), u"A ship"_s);
}

void TestStudioPage::filesArePastedDroppedAndTakenAway()
{
    Bench bench;
    QTRY_VERIFY(bench.ready());
    bench.choose(u"ultra"_s);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(picturePath(bench))});
    QDragEnterEvent enter({300, 300}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(bench.page, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({300, 300}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(bench.page, &drop);
    QTRY_COMPARE(bench.form()->draft().files.size(), 1);
    QCOMPARE(bench.form()->draft().files.first().pixels, QSize(512, 512));
    // One is the most that this model takes: the next one stands in its place.
    QImage pasted(8, 8, QImage::Format_RGB32);
    pasted.fill(Qt::red);
    Q_EMIT bench.form()->prompt()->thingsPasted({{}, pasted});
    QTRY_COMPARE(bench.form()->draft().files.first().attachment.name, u"Pasted picture.png"_s);
    QCOMPARE(bench.form()->draft().files.size(), 1);
    QVERIFY(unnamedWidgets(bench.page).isEmpty());
    QToolButton *remove = nullptr;
    for (QToolButton *button : bench.form()->inputs()->findChildren<QToolButton *>()) {
        if (button->accessibleName() == u"Remove Pasted picture.png"_s && button->isVisible())
            remove = button;
    }
    QVERIFY(remove);
    remove->setFocus();
    QTest::keyClick(remove, Qt::Key_Delete);
    QTRY_COMPARE(bench.form()->draft().files.size(), 0);
    QVERIFY(bench.form()->inputs()->button(u"image"_s)->isVisible());
}

void TestStudioPage::pictureGoesToTheFirstFreeKind()
{
    Bench bench;
    QTRY_VERIFY(bench.ready());
    bench.form()->kind()->setCurrent(1);
    QTRY_VERIFY(bench.form()->inputs()->button(u"last-frame"_s));
    Q_EMIT bench.page->filesWanted({picturePath(bench, 0)});
    QTRY_COMPARE(bench.form()->draft().files.size(), 1);
    Q_EMIT bench.page->filesWanted({picturePath(bench, 1)});
    QTRY_COMPARE(bench.form()->draft().files.size(), 2);
    QCOMPARE(bench.form()->draft().files.at(0).attachment.use, Attachment::Use::FirstFrame);
    QCOMPARE(bench.form()->draft().files.at(1).attachment.use, Attachment::Use::LastFrame);
    // A file that is no picture is refused with its name.
    Q_EMIT bench.page->filesWanted({picturePath(bench, 2)});
    QTRY_VERIFY(bench.page->banner()->isVisible());
}

void TestStudioPage::jobsAreShownAndCancelled()
{
    Bench bench;
    QVERIFY(!bench.page->jobs()->isVisible());
    bench.backend.running = sample::studioJobs(bench.files.path());
    Q_EMIT bench.backend.jobsChanged();
    QTRY_COMPARE(bench.page->jobs()->count(), 3);
    JobRow *row = bench.page->jobs()->row(0);
    QCOMPARE(row->stateText(), u"2 of 4 done · about 13 s left"_s);
    QVERIFY(row->spokenText().contains(u"$0.16 of $0.32"_s));
    row->setFocus();
    QTest::keyClick(row, Qt::Key_Delete);
    QTRY_COMPARE(bench.backend.cancelled.size(), 1);
    QCOMPARE(bench.backend.cancelled.first(), row->job().id);
    QTest::mouseClick(bench.page->jobs()->row(1)->closeButton(), Qt::LeftButton);
    QTRY_COMPARE(bench.backend.cancelled.size(), 2);
}

void TestStudioPage::cancelTellsWhatItCost()
{
    Bench bench;
    bench.backend.running = sample::studioJobs(bench.files.path());
    Q_EMIT bench.backend.jobsChanged();
    QTRY_COMPARE(bench.page->jobs()->count(), 3);
    bench.page->jobs()->row(0)->closeButton()->click();
    QTRY_COMPARE(bench.backend.cancelled.size(), 1);
    QVERIFY(!bench.page->banner()->isVisible());
    JobValue &job = bench.backend.running.jobs.first();
    job.state = JobValue::State::Cancelled;
    job.costState = CostState::Exact;
    Q_EMIT bench.backend.jobsChanged();
    QTRY_VERIFY(bench.page->banner()->isVisible());
    QVERIFY(bench.page->banner()->spokenText().contains(u"You pay $0.16"_s));
}

void TestStudioPage::endedJobsAreTakenOut()
{
    Bench bench;
    JobValue failed = sample::job(208, JobValue::State::Failed);
    failed.error = Error(Error::Kind::Quota);
    JobValue unknown = sample::job(210, JobValue::State::Unknown);
    bench.backend.running.jobs = {failed, unknown};
    Q_EMIT bench.backend.jobsChanged();
    QTRY_COMPARE(bench.page->jobs()->count(), 2);
    QVERIFY(bench.page->jobs()->row(0)->stateText().contains(u"balance"_s));
    QVERIFY(bench.page->jobs()->row(1)->stateText().contains(u"not sent again"_s));
    QTest::mouseClick(bench.page->jobs()->row(1)->actionButton(), Qt::LeftButton);
    auto *details = bench.page->findChild<QDialog *>(u"jobDetails"_s);
    QVERIFY(details);
    QVERIFY(unnamedWidgets(details).isEmpty());
    details->reject();
    JobRow *row = bench.page->jobs()->row(0);
    row->setFocus();
    QTest::keyClick(row, Qt::Key_Delete);
    QTRY_COMPARE(bench.backend.hidden, QList<Id>{failed.id});
    QCOMPARE(bench.backend.cancelled.size(), 0);
    QTRY_COMPARE(bench.page->jobs()->count(), 1);
}

void TestStudioPage::pauseAndMoveUp()
{
    Bench bench;
    bench.backend.running = sample::everyJob(bench.files.path());
    Q_EMIT bench.backend.jobsChanged();
    QTRY_VERIFY(bench.page->jobs()->count() > 4);
    QVERIFY(!bench.page->jobs()->row(2)->upButton()->isVisible()); // the one before it runs
    QVERIFY(bench.page->jobs()->row(3)->upButton()->isVisibleTo(bench.page));
    bench.page->jobs()->row(3)->setFocus();
    QTest::keyClick(bench.page->jobs()->row(3), Qt::Key_Up, Qt::AltModifier);
    QTRY_COMPARE(bench.backend.movedUp.size(), 1);
    QCOMPARE(bench.page->jobs()->pauseButton()->text(), u"Pause all"_s);
    bench.form()->prompt()->setFocus();
    QTest::keyClick(bench.form()->prompt(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(bench.backend.running.paused);
    QTRY_COMPARE(bench.page->jobs()->pauseButton()->text(), u"Resume all"_s);
    bench.page->jobs()->pauseButton()->click();
    QTRY_VERIFY(!bench.backend.running.paused);
}

void TestStudioPage::badgeCountsWhatRuns()
{
    Bench bench;
    QSignalSpy running(bench.controller.get(), &StudioController::runningChanged);
    QTRY_COMPARE(running.size(), 1);
    QCOMPARE(running.last().first().toInt(), 0);
    bench.backend.running = sample::everyJob(bench.files.path());
    Q_EMIT bench.backend.jobsChanged();
    QTRY_COMPARE(running.size(), 2);
    QCOMPARE(running.last().first().toInt(), 7);
}

void TestStudioPage::barNeverGoesBack()
{
    JobBar bar;
    bar.setPermille(500, true);
    bar.setPermille(300, true);
    QCOMPARE(bar.permille(), std::optional(500));
    bar.setPermille({}, true);
    QVERIFY(!bar.permille());
    QVERIFY(!bar.spokenPercent());
}

void TestStudioPage::useAsStartAndSameSettings()
{
    Bench bench;
    QTRY_VERIFY(bench.page->model()->rowCount() > 0);
    GalleryView *view = bench.page->gallery()->view();
    view->setFocus();
    view->setCurrentIndex(bench.page->model()->index(0));
    bench.choose(u"core"_s); // takes no picture
    QTest::keyClick(view, Qt::Key_U, Qt::ControlModifier);
    QTRY_COMPARE(bench.form()->draft().files.size(), 1);
    QCOMPARE(bench.form()->draft().model, u"ultra"_s);
    view->setFocus();
    QTest::keyClick(view, Qt::Key_R, Qt::ControlModifier);
    QTRY_COMPARE(bench.form()->prompt()->toPlainText(), sample::lighthouse().prompt);
    QCOMPARE(bench.form()->draft().count, 4);
}

void TestStudioPage::historyBringsAPromptBack()
{
    Bench bench;
    QTRY_VERIFY(bench.page->model()->rowCount() > 0);
    bench.form()->historyButton()->click();
    auto *menu = bench.form()->findChild<QMenu *>(u"history"_s);
    QVERIFY(menu);
    QCOMPARE(menu->actions().size(), 8);
    menu->actions().at(1)->trigger();
    QCOMPARE(bench.form()->prompt()->toPlainText(), u"Blue teapot and lemons"_s);
    menu->close();
}

void TestStudioPage::everythingHasAName()
{
    Bench bench;
    bench.backend.running = sample::everyJob(bench.files.path());
    Q_EMIT bench.backend.jobsChanged();
    QTRY_VERIFY(bench.page->jobs()->count() > 4);
    bench.form()->setDraft(sample::lighthouse());
    QCOMPARE(unnamedWidgets(bench.page), QStringList());
    bench.choose(u"gpt-image-2"_s);
    QCOMPARE(unnamedWidgets(bench.page), QStringList());
    bench.form()->kind()->setCurrent(1);
    QCOMPARE(unnamedWidgets(bench.page), QStringList());
}

void TestStudioPage::allStopsByTab()
{
    Bench bench;
    bench.backend.running = sample::everyJob(bench.files.path());
    Q_EMIT bench.backend.jobsChanged();
    QTRY_VERIFY(bench.page->jobs()->count() > 4);
    bench.form()->setDraft(sample::lighthouse());
    QTRY_VERIFY(bench.form()->generate()->isEnabled());
    bench.form()->prompt()->setFocus(Qt::TabFocusReason);
    QSet<QWidget *> seen;
    QList<QWidget *> order;
    for (int i = 0; i < 200; ++i) {
        QWidget *now = QApplication::focusWidget();
        QVERIFY(now);
        if (seen.contains(now))
            break;
        seen.insert(now);
        order.append(now);
        QTest::keyClick(now, Qt::Key_Tab);
    }
    const auto reached = [&](const QWidget *widget) {
        return std::any_of(seen.begin(), seen.end(), [&](const QWidget *stop) {
            return stop == widget || widget->isAncestorOf(stop);
        });
    };
    QVERIFY(reached(bench.form()->strategyBox()));
    QVERIFY(reached(bench.form()->serviceBox()));
    QVERIFY(reached(bench.form()->options()));
    QVERIFY(reached(bench.form()->inputs()));
    QVERIFY(reached(bench.form()->generate()));
    QVERIFY(reached(bench.page->jobs()->pauseButton()));
    for (int i = 0; i < bench.page->jobs()->count(); ++i)
        QVERIFY(seen.contains(bench.page->jobs()->row(i)));
    QVERIFY(reached(bench.page->gallery()->search()));
    QVERIFY(seen.contains(bench.page->gallery()->view()));
    // From top to bottom: the button comes after the fields, the gallery after the jobs.
    const auto place = [&](const QWidget *widget) { return order.indexOf(widget); };
    QVERIFY(place(bench.form()->serviceBox()) < place(bench.form()->generate()));
    QVERIFY(place(bench.page->jobs()->row(0)) < place(bench.page->gallery()->view()));
    QVERIFY(place(bench.form()->generate()) < place(bench.page->jobs()->row(0)));
}

void TestStudioPage::smallWindowKeepsEverything()
{
    Bench bench({764, 532});
    bench.backend.running = sample::studioJobs(bench.files.path());
    Q_EMIT bench.backend.jobsChanged();
    QTRY_COMPARE(bench.page->jobs()->count(), 3);
    bench.form()->setDraft(sample::lighthouse());
    QTRY_VERIFY(bench.priced(u"Total"_s));
    const QRect page = bench.page->rect();
    for (const QWidget *widget : {static_cast<QWidget *>(bench.form()->generate()),
                                  static_cast<QWidget *>(bench.form()->price()),
                                  static_cast<QWidget *>(bench.page->gallery()->folderButton())}) {
        const QRect place(widget->mapTo(bench.page, QPoint()), widget->size());
        QVERIFY2(page.contains(place), widget->metaObject()->className());
    }
    QVERIFY(bench.page->gallery()->view()->columns() >= 2);
    QVERIFY(bench.page->gallery()->view()->height() > 60);
}

void TestStudioPage::keychainHasABanner()
{
    Bench bench;
    bench.backend.value.keychain.state = KeychainState::Locked;
    bench.controller->start();
    QTRY_VERIFY(bench.page->banner()->isVisible());
    QSignalSpy unlock(bench.page, &StudioPage::keychainActionRequested);
    for (QPushButton *button : bench.page->banner()->findChildren<QPushButton *>()) {
        if (button->text() == u"Unlock keychain"_s)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(unlock.size(), 1);
}

void TestStudioPage::settingsAreAskedAndKept()
{
    Bench bench;
    QTRY_VERIFY(bench.ready());
    const QList<QAction *> actions = bench.page->menuActions(Page::Menu::File);
    const auto asked = std::find_if(actions.begin(), actions.end(), [](const QAction *action) {
        return action->text().startsWith(u"Studio settings"_s);
    });
    QVERIFY(asked != actions.end());
    (*asked)->trigger();
    StudioSettingsDialog *dialog = nullptr;
    QTRY_VERIFY((dialog = bench.page->findChild<StudioSettingsDialog *>()));
    QTRY_VERIFY(dialog->isVisible());
    QCOMPARE(unnamedWidgets(dialog), QStringList());
    QCOMPARE(dialog->settings(), bench.backend.set);
    dialog->setFolder(picturePath(bench) + u"/below a file"_s);
    QVERIFY(!dialog->saveButton()->isEnabled());
    QVERIFY(!dialog->problem().isEmpty());
    const QString folder = bench.files.filePath(u"not/yet"_s);
    dialog->setFolder(folder);
    QVERIFY(dialog->saveButton()->isEnabled());
    QTest::keyClick(dialog->atOnce(), Qt::Key_Down);
    QTest::keyClick(dialog->metadata(), Qt::Key_Space);
    dialog->atOnce()->setFocus();
    QTest::keyClick(dialog->atOnce(), Qt::Key_Return);
    const StudioSettings wanted{folder, false, 3};
    QTRY_COMPARE(bench.backend.set, wanted);
}

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    KeywayStyle::install(app);
    TestStudioPage test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_studiopage.moc"
