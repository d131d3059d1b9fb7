// Several models asked the same at once, and one of their answers kept.

#include "tests/ui/accessibility.h"
#include "tests/ui/placing.h"
#include "tests/ui/prompts/promptsbench.h"
#include "tests/ui/prompts/samplecomparison.h"
#include "ui/desktop/prompts/comparebar.h"
#include "ui/desktop/prompts/comparisoncolumn.h"
#include "ui/desktop/prompts/comparisonview.h"
#include "ui/desktop/prompts/factsband.h"
#include "ui/desktop/prompts/servicebox.h"
#include "ui/desktop/prompts/sidepickers.h"
#include "ui/theme/keywaystyle.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QMenu>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;
using namespace keyway;

namespace {

/// A page on which two models are compared, from the keyboard.
struct Compared : Bench {
    explicit Compared(QSize size = {1280, 766})
        : Bench(size)
    {
    }
    void toggle() { QTest::keyClick(field(), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier); }
    /// Both sides are asked, and their answers have a place.
    void askBoth()
    {
        QTRY_VERIFY(ready());
        toggle();
        write(sample::landlordPrompt());
        QTRY_COMPARE(backend.asked.size(), 1);
        backend.asked[0].listener.kept({sample::id(900), sample::id(901)});
        QTRY_COMPARE(backend.asked.size(), 2);
        backend.asked[1].listener.kept({sample::id(900), sample::id(902)});
    }
    void answer(int place, const ComparisonValue &with, Outcome outcome = Outcome::Completed)
    {
        AnswerValue value = with.sides.at(place).answer;
        value.plan = routing::RoutePlan();
        auto &listener = backend.asked[place].listener;
        listener.events({planned(value), started(value.attempts.first()),
                         engine::TextArrived{value.text, {}}, ended(value.attempts.first())});
        listener.done(answerOf(value, outcome));
    }
    void answerBoth()
    {
        answer(0, sample::comparisonComplete());
        answer(1, sample::comparisonComplete());
    }
    ComparisonView *view(int message = 1) const { return page->messages()->comparison(message); }
    ComparisonColumn *column(int place) const { return view()->column(place); }
    QString facts(int place) const { return column(place)->facts()->spokenText(); }
    /// Presses a button as people without a pointer do.
    void press(QAbstractButton *button)
    {
        for (int stops = 0; stops < 200 && !button->hasFocus(); ++stops)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(button->hasFocus());
        QTest::keyClick(button, Qt::Key_Space);
    }
    /// Opens the first conversation of the list, which has what was stored in it.
    void openStored(const ComparisonValue &comparison)
    {
        const Id id = backend.kept.first().id;
        PromptsBackend::Stored stored;
        StoredMessage prompt;
        prompt.text = sample::landlordPrompt();
        stored.messages.append(prompt);
        for (const ComparisonValue::Side &side : comparison.sides) {
            StoredMessage message;
            message.id = side.answer.messageId;
            message.role = StoredMessage::Role::Assistant;
            message.text = side.answer.text;
            message.requestId = side.answer.requestId;
            message.createdAt = sample::promptNow();
            message.details = side.asked.in({});
            stored.records.insert(side.answer.requestId, {side.answer.attempts.first().record});
            stored.messages.append(message);
        }
        backend.stored.insert(id, stored);
        page->list()->list()->setCurrentIndex(page->list()->list()->model()->index(1, 0));
    }
};

} // namespace

class TestComparePage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void bothAreAskedAtOnce();
    void theEstimateIsTheSum();
    void asksAboveTheLimit();
    void asksAboveTheLimitThoughAPriceIsUnknown();
    void fasterAndCheaperOnceBothFinished();
    void oneIsKeptByKeyboard();
    void keptOnesAreShownAgain();
    void nothingIsSentBeforeOneIsKept();
    void namesAreHidden();
    void aFailureDoesNotTellTheName();
    void oneFails();
    void whatWasNeverKeptIsSentAgain();
    void nobodyIsAskedForAnEarlierPrompt();
    void stoppingHereIsKept();
    void aDisabledOneIsAskedWithItsModel();
    void oneIsStopped();
    void escStopsAll();
    void anotherModelTakesThePlace();
    void keepingThatFailsIsSaid();
    void storedOnesComeBack();
    void aGapBetweenThePlaces();
    void threeWhereThereIsRoom();
    void everythingHasAName();
    void fits_data();
    void fits();
};

void TestComparePage::bothAreAskedAtOnce()
{
    Compared bench;
    bench.askBoth();
    const engine::ConversationTurn &first = bench.backend.asked[0].turn;
    const engine::ConversationTurn &second = bench.backend.asked[1].turn;
    QVERIFY(!first.conversation && !first.promptIsKept);
    QCOMPARE(first.request.messages.first().text, sample::landlordPrompt());
    QCOMPARE(second.conversation, sample::id(900));
    QVERIFY(second.promptIsKept && second.request.messages.isEmpty());
    const QList<engine::ComparedSide> sides = bench.page->composer()->sides()->sides();
    QCOMPARE(sides.size(), 2);
    QVERIFY(sides[0].integration != sides[1].integration);
    for (int i = 0; i < 2; ++i) {
        const engine::ConversationTurn &turn = bench.backend.asked[i].turn;
        QCOMPARE(turn.options.integration, sides[i].integration);
        QCOMPARE(turn.options.model, sides[i].model);
        QCOMPARE(turn.details, sides[i].in({}));
    }
    // Neither has ended, and both are written.
    const AnswerValue value = sample::comparisonWriting().sides[0].answer;
    for (int i = 0; i < 2; ++i) {
        bench.backend.asked[i].listener.events(
            {started(value.attempts.first()), engine::TextArrived{u"Words of %1"_s.arg(i), {}}});
    }
    QTRY_COMPARE(bench.column(0)->text()->markdown(), u"Words of 0"_s);
    QTRY_COMPARE(bench.column(1)->text()->markdown(), u"Words of 1"_s);
    QCOMPARE(bench.page->composer()->sendButton()->text(), u"Stop"_s);
}

void TestComparePage::theEstimateIsTheSum()
{
    Compared bench;
    QTRY_VERIFY(bench.ready());
    bench.toggle();
    QTest::keyClicks(bench.field(), u"Hello"_s);
    // Twice the $0.007 that the plan of the sample says.
    QTRY_COMPARE(bench.page->composer()->estimate(), u"Next: about $0.0140"_s);
    QCOMPARE(bench.page->composer()->sendButton()->text(), u"Compare"_s);
    bench.backend.plan.candidates.first().estimatedCost.reset();
    QTest::keyClicks(bench.field(), u"!"_s);
    QTRY_COMPARE(bench.page->composer()->estimate(), u"Next: price unknown"_s);
    bench.backend.plan.candidates.clear();
    QTest::keyClicks(bench.field(), u"!"_s);
    QTRY_COMPARE(bench.page->composer()->estimate(), u"Not all can be asked"_s);
}

void TestComparePage::asksAboveTheLimit()
{
    Compared bench;
    bench.backend.plan.candidates.first().estimatedCost = Money::fromCents(30);
    QTRY_VERIFY(bench.ready());
    bench.toggle();
    bench.write(u"Hello"_s);
    QTRY_VERIFY(bench.button(u"Send for $0.60"_s));
    QCOMPARE(bench.backend.asked.size(), 0);
    bench.button(u"Send for $0.60"_s)->click();
    QTRY_COMPARE(bench.backend.asked.size(), 1);
    QVERIFY(bench.view());
}

void TestComparePage::asksAboveTheLimitThoughAPriceIsUnknown()
{
    Compared bench;
    QTRY_VERIFY(bench.ready());
    bench.toggle();
    const SidePickers *pickers = bench.page->composer()->sides();
    QTRY_COMPARE(pickers->sides().size(), 2);
    bench.backend.plan.candidates.first().estimatedCost.reset();
    routing::RoutePlan dear = bench.backend.plan;
    dear.candidates.first().estimatedCost = Money::fromCents(60);
    bench.backend.plans.insert(pickers->sides().first().integration, dear);
    bench.write(u"Hello"_s);
    QTRY_VERIFY(bench.button(u"Send for $0.60"_s));
    QCOMPARE(bench.backend.asked.size(), 0);
}

void TestComparePage::fasterAndCheaperOnceBothFinished()
{
    Compared bench;
    bench.askBoth();
    bench.answer(1, sample::comparisonComplete());
    QTRY_VERIFY(bench.facts(1).contains(u"Finished 2.2 s"_s));
    QVERIFY(!bench.facts(1).contains(u"Faster"_s));
    bench.answer(0, sample::comparisonComplete());
    QTRY_VERIFY(bench.facts(1).contains(u"Faster"_s));
    QVERIFY(bench.facts(1).contains(u"Cheaper"_s));
    QVERIFY(bench.facts(1).contains(u"212 + 301"_s));
    QVERIFY(!bench.facts(0).contains(u"Faster"_s));
    QVERIFY(bench.facts(0).contains(u"4.9 s"_s));

    ComparisonValue alike = sample::comparisonComplete();
    alike.sides[1].answer.attempts = alike.sides[0].answer.attempts;
    QVERIFY(!alike.fastest() && !alike.cheapest());
    ComparisonValue failed = sample::comparisonFailed();
    QVERIFY(!failed.fastest() && !failed.cheapest());
}

void TestComparePage::oneIsKeptByKeyboard()
{
    Compared bench;
    bench.askBoth();
    bench.answerBoth();
    QTRY_VERIFY(bench.column(1)->keepButton()->isVisible());
    bench.press(bench.column(1)->keepButton());
    QTRY_COMPARE(bench.backend.keptAnswers, QList<Id>{sample::id(902)});
    // The other one folds away, and the writing field is where the conversation goes on.
    QTRY_VERIFY(bench.view()->keptAnswer()->isVisible());
    QVERIFY(!bench.column(0)->isVisible());
    QVERIFY(bench.shownText().contains(u"Not kept: "_s));
    QTRY_VERIFY(bench.field()->hasFocus());
    QVERIFY(bench.view()->keptAnswer()->markdown().contains(u"repaint the hallway"_s));

    bench.press(bench.view()->foldButton());
    QVERIFY(bench.column(0)->isVisible());
    QVERIFY(!bench.column(1)->keepButton()->isVisible());
    // The user may think again.
    bench.press(bench.column(0)->keepButton());
    QTRY_COMPARE(bench.backend.keptAnswers.last(), sample::id(901));
    QTRY_VERIFY(bench.view()->keptAnswer()->markdown().contains(u"caretaker"_s));

    QTest::keyClicks(bench.field(), u"Shorter, please"_s);
    QTRY_VERIFY(bench.page->composer()->sendButton()->isEnabled());
    QTest::keyClick(bench.field(), Qt::Key_Return);
    QTRY_COMPARE(bench.backend.asked.size(), 3);
    QCOMPARE(bench.backend.asked[2].turn.conversation, sample::id(900));
    QVERIFY(!bench.backend.asked[2].turn.promptIsKept);
}

void TestComparePage::keptOnesAreShownAgain()
{
    Compared bench;
    QTRY_VERIFY(bench.ready());
    bench.openStored(sample::comparisonKept());
    QTRY_VERIFY(bench.view());
    QVERIFY(bench.view()->keptAnswer()->isVisible());
    QVERIFY(bench.view()->keptAnswer()->markdown().contains(u"caretaker"_s));
    QVERIFY(!bench.page->compareBar()->isComparing());
    // Trying again asks as for any other answer.
    QTest::keyClick(bench.field(), Qt::Key_R, Qt::ControlModifier);
    QTRY_COMPARE(bench.backend.asked.size(), 1);
    QVERIFY(bench.backend.asked[0].turn.promptIsKept);
    QVERIFY(bench.backend.asked[0].turn.details.isEmpty());
    QVERIFY(bench.page->messages()->answer(2));
}

void TestComparePage::nothingIsSentBeforeOneIsKept()
{
    Compared bench;
    bench.askBoth();
    bench.answerBoth();
    QTRY_COMPARE(bench.page->composer()->estimate(), u"Keep an answer to go on"_s);
    bench.write(u"And now?"_s);
    QVERIFY(!bench.page->composer()->sendButton()->isEnabled());
    bench.toggle();
    QTest::keyClick(bench.field(), Qt::Key_Return);
    QCOMPARE(bench.backend.asked.size(), 2);
    QCOMPARE(bench.field()->toPlainText(), u"And now?"_s);
}

void TestComparePage::namesAreHidden()
{
    Compared bench;
    QTRY_VERIFY(bench.ready());
    bench.toggle();
    bench.press(bench.page->compareBar()->namesButton());
    bench.write(u"Hello"_s);
    QTRY_COMPARE(bench.backend.asked.size(), 1);
    bench.backend.asked[0].listener.kept({sample::id(900), sample::id(901)});
    QTRY_COMPARE(bench.backend.asked.size(), 2);
    bench.backend.asked[1].listener.kept({sample::id(900), sample::id(902)});
    bench.answerBoth();
    QTRY_VERIFY(bench.column(0)->keepButton()->isVisible());
    QSet<QString> models;
    for (int place = 0; place < 2; ++place) {
        const ComparisonColumn *column = bench.column(place);
        models.insert(column->side().asked.model);
        QCOMPARE(column->shownName(), place == 0 ? u"Answer A"_s : u"Answer B"_s);
        QVERIFY(!column->changeButton()->isVisible());
        QVERIFY(!bench.facts(place).contains(QChar(u'$')));
        // Not for those who listen, either.
        QStringList spoken{column->accessibleName()};
        for (const QWidget *part : column->findChildren<QWidget *>()) {
            const auto *painted = qobject_cast<const PaintedWidget *>(part);
            if (part->isVisible())
                spoken += part->accessibleName() + (painted ? painted->spokenText() : QString());
        }
        QVERIFY2(!spoken.join(u'\n').contains(column->side().asked.model),
                 qPrintable(spoken.join(u'\n')));
    }
    // Whichever place each of them has.
    QSet<QString> chosen;
    for (const engine::ComparedSide &side : bench.page->composer()->sides()->sides())
        chosen.insert(side.model);
    QCOMPARE(models, chosen);

    bench.press(bench.column(0)->keepButton());
    QTRY_VERIFY(bench.view()->keptAnswer()->isVisible());
    bench.press(bench.view()->foldButton());
    QVERIFY(chosen.contains(bench.column(1)->shownName()));
    QVERIFY(bench.facts(1).contains(u"Finished"_s));
}

void TestComparePage::aFailureDoesNotTellTheName()
{
    Compared bench;
    QTRY_VERIFY(bench.ready());
    bench.toggle();
    bench.press(bench.page->compareBar()->namesButton());
    bench.write(u"Hello"_s);
    QTRY_COMPARE(bench.backend.asked.size(), 1);
    bench.backend.asked[0].listener.kept({sample::id(900), sample::id(901)});
    QTRY_COMPARE(bench.backend.asked.size(), 2);
    bench.backend.asked[1].listener.kept({sample::id(900), sample::id(902)});
    bench.answer(1, sample::comparisonFailed(), Outcome::Failed);
    QTRY_VERIFY(bench.shownText().contains(u"Answer B failed."_s));
    QVERIFY(!bench.shownText().contains(u"is in trouble"_s));
    QVERIFY(bench.button(u"Try again"_s));
    QVERIFY(!bench.button(u"Try with…"_s) && !bench.button(u"Copy the details"_s));
    // With one answer alone there is nothing to hide.
    bench.answer(0, sample::comparisonFailed());
    QTRY_VERIFY(bench.shownText().contains(u"is in trouble"_s));
}

void TestComparePage::oneFails()
{
    Compared bench;
    bench.askBoth();
    bench.answer(0, sample::comparisonFailed());
    bench.answer(1, sample::comparisonFailed(), Outcome::Failed);
    QTRY_VERIFY(bench.shownText().contains(u"is in trouble"_s));
    QVERIFY(bench.column(0)->keepButton()->isVisible());
    QVERIFY(!bench.column(1)->keepButton()->isVisible());
    // With one answer alone there is nothing to choose.
    bench.field()->setPlainText(u"Go on"_s);
    QVERIFY(bench.page->composer()->sendButton()->isEnabled());

    bench.field()->setFocus();
    bench.press(bench.button(u"Try again"_s));
    QTRY_COMPARE(bench.backend.asked.size(), 3);
    const engine::ConversationTurn &again = bench.backend.asked[2].turn;
    QVERIFY(again.promptIsKept);
    QCOMPARE(again.conversation, sample::id(900));
    QCOMPARE(again.options.integration, bench.backend.asked[1].turn.options.integration);
    QCOMPARE(again.details[u"compared"_s], bench.backend.asked[1].turn.details[u"compared"_s]);
    QCOMPARE(again.details[u"beside"_s].toString(), sample::id(902).toString());
    QTRY_VERIFY(bench.column(1)->stopButton()->isVisible());
    QVERIFY(!bench.shownText().contains(u"is in trouble"_s));
    QVERIFY(bench.column(0)->text()->markdown().contains(u"caretaker"_s));
}

void TestComparePage::whatWasNeverKeptIsSentAgain()
{
    Compared bench;
    QTRY_VERIFY(bench.ready());
    bench.toggle();
    bench.write(sample::landlordPrompt());
    QTRY_COMPARE(bench.backend.asked.size(), 1);
    bench.backend.asked[0].listener.done(Error(Error::Kind::Storage).withReason(u"disk-full"_s));
    QTRY_VERIFY(bench.button(u"Try again"_s));
    bench.field()->setPlainText(u"Written since"_s);
    bench.button(u"Try again"_s)->click();
    QTRY_COMPARE(bench.backend.asked.size(), 2);
    const engine::ConversationTurn turn = bench.backend.asked[1].turn;
    QVERIFY(!turn.conversation && !turn.promptIsKept);
    QCOMPARE(turn.request.messages.first().text, sample::landlordPrompt());
    QCOMPARE(bench.field()->toPlainText(), u"Written since"_s);
    QCOMPARE(bench.page->messages()->count(), 2);
    bench.backend.asked[1].listener.kept({sample::id(900), sample::id(901)});
    QTRY_COMPARE(bench.backend.asked.size(), 3);
    QVERIFY(bench.backend.asked[2].turn.promptIsKept);
}

void TestComparePage::nobodyIsAskedForAnEarlierPrompt()
{
    Compared bench;
    bench.askBoth();
    bench.answerBoth();
    QTRY_VERIFY(bench.column(1)->againButton()->isVisible());
    // Another window went on.
    StoredMessage prompt;
    prompt.text = u"Go on."_s;
    PromptsBackend::Stored stored;
    stored.messages = {prompt, prompt, prompt};
    bench.backend.stored.insert(sample::id(900), stored);
    bench.column(1)->againButton()->click();
    QTRY_COMPARE(bench.backend.asked.size(), 3);
    QCOMPARE(bench.backend.asked[2].turn.details[u"beside"_s].toString(),
             sample::id(902).toString());
    bench.backend.asked[2].listener.done(
        Error(Error::Kind::Rejected).withReason(u"no-such-answer"_s));
    QTRY_COMPARE(bench.page->messages()->count(), 3);
}

void TestComparePage::stoppingHereIsKept()
{
    Compared bench;
    bench.askBoth();
    AnswerValue value = sample::comparisonFailed().sides.at(1).answer;
    value.plan = routing::RoutePlan();
    value.notAsked = {sample::surveyPlan().candidates.first()};
    const PromptsBackend::Listener listener = bench.backend.asked[1].listener;
    listener.events(
        {planned(value), started(value.attempts.first()), ended(value.attempts.first())});
    listener.done(answerOf(value, Outcome::Failed));
    QTRY_VERIFY(bench.button(u"Stop here"_s));
    bench.button(u"Stop here"_s)->click();
    QTRY_COMPARE(bench.backend.stoppedHere, QList<Id>{sample::id(902)});
    QTRY_VERIFY(!bench.button(u"Stop here"_s));
}

void TestComparePage::aDisabledOneIsAskedWithItsModel()
{
    const ServicesValue services = sample::promptServices();
    ComparisonColumn column(&services, nullptr);
    ComparisonValue::Side side = sample::comparisonComplete().sides.first();
    side.asked.model = u"gpt-4.1-mini"_s; // not the one of the integration
    side.answer.state = AnswerValue::State::Failed;
    side.answer.text.clear();
    side.answer.attempts.clear();
    routing::Excluded disabled;
    disabled.integrationId = side.asked.integration;
    disabled.integrationName = side.asked.integrationName;
    disabled.reason.code = routing::ReasonCode::Disabled;
    side.answer.plan = routing::RoutePlan();
    side.answer.plan->excluded = {disabled};
    column.setSide(side, {}, sample::promptNow());
    std::optional<SideWish> wish;
    connect(&column, &ComparisonColumn::wished, this,
            [&wish](const SideWish &wished) { wish = wished; });
    for (QPushButton *button : column.findChildren<QPushButton *>()) {
        if (button->text() == u"Use %1 for this prompt"_s.arg(side.asked.integrationName))
            button->click();
    }
    QVERIFY(wish && wish->evenDisabled);
    QCOMPARE(wish->side, side.asked);
}

void TestComparePage::oneIsStopped()
{
    Compared bench;
    bench.askBoth();
    QTRY_VERIFY(bench.column(1)->stopButton()->isVisible());
    bench.press(bench.column(1)->stopButton());
    QVERIFY(!bench.backend.asked[0].cancel.isCancelled());
    QVERIFY(bench.backend.asked[1].cancel.isCancelled());
    bench.answer(1, sample::comparisonComplete(), Outcome::Cancelled);
    QTRY_VERIFY(bench.shownText().contains(u"You stopped this answer."_s));
    QVERIFY(bench.column(0)->stopButton()->isVisible());
    QCOMPARE(bench.page->composer()->sendButton()->text(), u"Stop"_s);
}

void TestComparePage::escStopsAll()
{
    Compared bench;
    bench.askBoth();
    QTest::keyClick(bench.field(), Qt::Key_Escape);
    QVERIFY(bench.backend.asked[0].cancel.isCancelled());
    QVERIFY(bench.backend.asked[1].cancel.isCancelled());

    // Before the second one was asked: it never is.
    Compared early;
    QTRY_VERIFY(early.ready());
    early.toggle();
    early.write(u"Hello"_s);
    QTRY_COMPARE(early.backend.asked.size(), 1);
    QTest::keyClick(early.field(), Qt::Key_Escape);
    early.backend.asked[0].listener.kept({sample::id(900), sample::id(901)});
    QTRY_VERIFY(early.shownText().contains(u"You stopped this answer."_s));
    QCOMPARE(early.backend.asked.size(), 1);
}

void TestComparePage::anotherModelTakesThePlace()
{
    Compared bench;
    bench.askBoth();
    bench.answerBoth();
    QTRY_VERIFY(bench.column(0)->changeButton()->isVisible());
    QMenu *menu = bench.column(0)->changeButton()->menu();
    Q_EMIT menu->aboutToShow();
    QAction *ollama = nullptr;
    for (QAction *action : menu->actions()) {
        if (action->text().startsWith(u"Ollama"_s))
            ollama = action;
    }
    QVERIFY(ollama);
    ollama->trigger();
    QTRY_COMPARE(bench.backend.asked.size(), 3);
    QCOMPARE(bench.backend.asked[2].turn.options.model, u"llama3.1:8b"_s);
    QTRY_COMPARE(bench.column(0)->shownName(), u"llama3.1:8b"_s);
    QTRY_VERIFY(bench.column(0)->stopButton()->isVisible());
    QVERIFY(bench.column(1)->keepButton()->isVisible());
}

void TestComparePage::keepingThatFailsIsSaid()
{
    Compared bench;
    bench.askBoth();
    bench.answerBoth();
    bench.backend.keepError = Error(Error::Kind::Storage).withReason(u"disk-full"_s);
    QTRY_VERIFY(bench.column(0)->keepButton()->isVisible());
    bench.press(bench.column(0)->keepButton());
    QTRY_VERIFY(bench.page->banner());
    QTRY_COMPARE(bench.backend.keptAnswers.size(), 1);
    QVERIFY(bench.column(0)->isVisible());
    QVERIFY(bench.column(0)->keepButton()->isVisible());
}

void TestComparePage::storedOnesComeBack()
{
    Compared bench;
    QTRY_VERIFY(bench.ready());
    bench.openStored(sample::comparisonComplete());
    QTRY_VERIFY(bench.view());
    QCOMPARE(bench.column(0)->shownName(), u"gpt-4.1"_s);
    QCOMPARE(bench.column(1)->shownName(), u"llama3.1:8b"_s);
    QVERIFY(bench.facts(1).contains(u"Faster"_s));
    // Where the user left off: with these two, and a choice to be made.
    QVERIFY(bench.page->compareBar()->isComparing());
    QCOMPARE(bench.page->composer()->sides()->sides().value(1).model, u"llama3.1:8b"_s);
    QTRY_COMPARE(bench.page->composer()->estimate(), u"Keep an answer to go on"_s);
    const auto *model = bench.page->list()->list()->model();
    QTRY_VERIFY(model->index(1, 0).data(Qt::AccessibleTextRole).toString().contains(u"2 model"_s));
    bench.press(bench.column(0)->keepButton());
    QTRY_COMPARE(bench.backend.keptAnswers.size(), 1);
}

void TestComparePage::aGapBetweenThePlaces()
{
    Compared bench;
    QTRY_VERIFY(bench.ready());
    ComparisonValue gap = sample::comparisonOfThree();
    gap.sides.removeFirst();
    bench.openStored(gap);
    QTRY_VERIFY(bench.view());
    bench.press(bench.column(1)->keepButton());
    QTRY_COMPARE(bench.backend.keptAnswers, QList<Id>{gap.sides.last().answer.messageId});
}

void TestComparePage::threeWhereThereIsRoom()
{
    Compared narrow;
    QTRY_VERIFY(narrow.ready());
    narrow.toggle();
    QVERIFY(!narrow.page->composer()->sides()->box(2)->isVisible());

    Compared wide({1640, 900});
    QTRY_VERIFY(wide.ready());
    wide.toggle();
    ServiceBox *third = wide.page->composer()->sides()->box(2);
    QVERIFY(third->isVisible());
    QCOMPARE(wide.page->composer()->sides()->sides().size(), 2);
    third->setCurrentIndex(third->count() - 1);
    QCOMPARE(wide.page->composer()->sides()->sides().size(), 3);
    wide.write(u"Hello"_s);
    QTRY_COMPARE(wide.backend.asked.size(), 1);
    wide.backend.asked[0].listener.kept({sample::id(900), sample::id(901)});
    QTRY_COMPARE(wide.backend.asked.size(), 3);
    QTRY_VERIFY(wide.column(2)->isVisible());
    QCOMPARE(wide.column(0)->y(), wide.column(2)->y());
    for (int place = 0; place < 3; ++place)
        wide.answer(place, sample::comparisonOfThree());
    QTRY_VERIFY(wide.facts(1).contains(u"Fastest"_s) && wide.facts(1).contains(u"Cheapest"_s));
}

void TestComparePage::everythingHasAName()
{
    Compared bench;
    bench.askBoth();
    QCOMPARE(unnamedWidgets(bench.page), QStringList());
    bench.answerBoth();
    QTRY_VERIFY(bench.column(0)->keepButton()->isVisible());
    QCOMPARE(unnamedWidgets(bench.page), QStringList());
    QVERIFY(bench.column(0)->keepButton()->accessibleName()
            != bench.column(1)->keepButton()->accessibleName());
    bench.press(bench.column(0)->keepButton());
    QTRY_VERIFY(bench.view()->keptAnswer()->isVisible());
    QCOMPARE(unnamedWidgets(bench.page), QStringList());
}

void TestComparePage::fits_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("wide") << QSize(1068, 738);
    QTest::newRow("narrow") << QSize(844, 560);
}

void TestComparePage::fits()
{
    QFETCH(QSize, size);
    Compared bench(size);
    QTRY_VERIFY(bench.ready());
    bench.openStored(sample::comparisonOfThree());
    QTRY_VERIFY(bench.view() && bench.view()->isSettled());
    QTRY_COMPARE(misplaced(&bench.window).join(u'\n'), QString());
    QTRY_COMPARE(clipped(&bench.window).join(u'\n'), QString());
}

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    KeywayStyle::install(app);
    TestComparePage test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_comparepage.moc"
