#include "tests/ui/accessibility.h"
#include "tests/ui/placing.h"
#include "tests/ui/prompts/promptsbench.h"
#include "ui/desktop/prompts/conversationlistmodel.h"
#include "ui/desktop/prompts/costpanel.h"
#include "ui/desktop/prompts/detailsstrip.h"
#include "ui/desktop/prompts/whypanel.h"
#include "ui/theme/keywaystyle.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/searchfield.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;
using namespace keyway;
using engine::AnswerEvent;

class TestPromptsPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void dayGroups_data();
    void dayGroups();
    void listModel();
    void sendStreamAndEnd();
    void fallbackIsShown();
    void asksAboveTheLimit();
    void tryAgainKeepsThePrompt();
    void searchFinds();
    void renameAndDeleteWithUndo();
    void draftsAreKept();
    void moreIsLoadedOnScroll();
    void everythingHasAName_data();
    void everythingHasAName();
    void narrowWindow();
    void costAddsUp();
    void unknownPriceIsSaid();
    void longConversationIsMadeInParts();
    void upBringsTheLastPromptBack();
    void keychainAndHoldHaveABanner();
};

void TestPromptsPage::dayGroups_data()
{
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QString>("group");
    const QDate wednesday(2026, 11, 18);
    QTest::newRow("today") << wednesday << u"Today"_s;
    QTest::newRow("yesterday") << wednesday.addDays(-1) << u"Yesterday"_s;
    QTest::newRow("monday") << wednesday.addDays(-2) << u"Earlier this week"_s;
    QTest::newRow("friday before") << wednesday.addDays(-5) << u"Last week"_s;
    QTest::newRow("this year") << QDate(2026, 3, 2) << u"March"_s;
    QTest::newRow("last year") << QDate(2025, 3, 2) << u"March 2025"_s;
}

void TestPromptsPage::dayGroups()
{
    QFETCH(QDate, day);
    QFETCH(QString, group);
    QCOMPARE(dayGroup(day, QDate(2026, 11, 18)), group);
}

void TestPromptsPage::listModel()
{
    ConversationListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setConversations(sample::promptConversations(), {}, sample::promptNow());
    QCOMPARE(model.rowCount(), 9 + 4);
    QVERIFY(!model.idAt(model.index(0)));
    QCOMPARE(model.indexOf(sample::promptConversations().first().id).row(), 1);
    QCOMPARE(model.index(1).data(ConversationListModel::Cost).toString(), u"$0.0472"_s);
    QCOMPARE(model.index(3).data(ConversationListModel::Cost).toString(), u"$0.00"_s);
    model.setConversations({}, {}, sample::promptNow());
    QCOMPARE(model.rowCount(), 0);
}

void TestPromptsPage::sendStreamAndEnd()
{
    Bench bench;
    QTRY_VERIFY(bench.ready());
    bench.write(u"Hello there"_s);
    QTRY_COMPARE(bench.backend.asked.size(), 1);
    const engine::ConversationTurn &turn = bench.backend.asked.first().turn;
    QCOMPARE(turn.request.messages.size(), 1);
    QCOMPARE(turn.request.messages.first().text, u"Hello there"_s);
    QVERIFY(turn.request.app == AppClass::Window);
    QVERIFY(!turn.conversation);
    QVERIFY(bench.field()->toPlainText().isEmpty());
    QCOMPARE(bench.page->composer()->sendButton()->text(), u"Stop"_s);

    const AnswerValue done = sample::surveyComplete();
    bench.backend.keep(sample::id(900), sample::id(901));
    bench.backend.tell({planned(done), started(done.attempts.last()),
                        engine::TextArrived{u"Some **bold** words"_s, {}}});
    QTRY_VERIFY(bench.shownText().contains(u"Some **bold** words"_s));
    QTRY_VERIFY(bench.shownText().contains(u"Writing"_s));
    bench.backend.end(answerOf(done, Outcome::Completed));
    QTRY_COMPARE(bench.page->composer()->sendButton()->text(), u"Send"_s);
    QVERIFY(bench.shownText().contains(u"286"_s));
    QVERIFY(bench.shownText().contains(u"What to do next"_s));
}

void TestPromptsPage::fallbackIsShown()
{
    Bench bench;
    QTRY_VERIFY(bench.ready());
    bench.write(u"Hello"_s);
    QTRY_COMPARE(bench.backend.asked.size(), 1);
    const AnswerValue done = sample::brokenAndGoneOn();
    bench.backend.tell({planned(done), started(done.attempts.first()),
                        engine::TextArrived{done.attempts.first().text, {}},
                        ended(done.attempts.first()), started(done.attempts.last()),
                        engine::TextArrived{u"New text"_s, {}}});
    QTRY_VERIFY(bench.shownText().contains(u"OpenAI (GPT-4) stopped here after 120"_s));
    QVERIFY(bench.shownText().contains(u"$0.0012"_s));
    QVERIFY(bench.shownText().contains(done.attempts.first().text));
    QVERIFY(bench.shownText().contains(u"New text"_s));
    QTRY_VERIFY(bench.page->why()->sentence().contains(u"Anthropic"_s));
}

void TestPromptsPage::asksAboveTheLimit()
{
    Bench bench;
    bench.backend.plan.candidates.first().estimatedCost = Money::fromCents(74);
    QTRY_VERIFY(bench.ready());
    bench.write(u"Hello"_s);
    QDialog *dialog = nullptr;
    QTRY_VERIFY(dialog = bench.window.findChild<QDialog *>(u"askBeforeSending"_s));
    QTRY_VERIFY(bench.button(u"Send for $0.74"_s));
    QVERIFY(bench.button(u"Use Ollama"_s));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!bench.window.findChild<QDialog *>(u"askBeforeSending"_s));
    QCOMPARE(bench.backend.asked.size(), 0);
    QCOMPARE(bench.field()->toPlainText(), u"Hello"_s);
    QTest::keyClick(bench.field(), Qt::Key_Return);
    QTRY_VERIFY(bench.button(u"Use Ollama"_s));
    QTest::mouseClick(bench.button(u"Use Ollama"_s), Qt::LeftButton);
    QCOMPARE(bench.backend.asked.size(), 1);
    QVERIFY(bench.backend.asked.last().turn.options.integration == sample::id(3));
}

void TestPromptsPage::tryAgainKeepsThePrompt()
{
    Bench bench;
    QTRY_VERIFY(bench.ready());
    bench.write(u"Hello"_s);
    QTRY_COMPARE(bench.backend.asked.size(), 1);
    bench.backend.keep(sample::id(900), sample::id(901));
    bench.backend.end(answerOf(sample::surveyComplete(), Outcome::Completed));
    QTest::keyClick(bench.field(), Qt::Key_R, Qt::ControlModifier);
    QTRY_COMPARE(bench.backend.asked.size(), 2);
    QVERIFY(bench.backend.asked.last().turn.promptIsKept);
    bench.backend.end(answerOf(sample::surveyComplete(), Outcome::Completed));
    QTest::keyClick(bench.field(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    auto *menu = bench.page->findChild<QMenu *>(u"tryWith"_s);
    QVERIFY(menu);
    QCOMPARE(menu->actions().size(), 3);
    menu->actions().at(2)->trigger();
    menu->close();
    QCOMPARE(bench.backend.asked.size(), 3);
    QVERIFY(bench.backend.asked.last().turn.options.integration == sample::id(3));
}

void TestPromptsPage::searchFinds()
{
    Bench bench;
    QTRY_VERIFY(bench.ready());
    QTest::keyClick(bench.field(), Qt::Key_F, Qt::ControlModifier);
    QLineEdit *edit = bench.page->list()->search()->edit();
    QTRY_VERIFY(edit->hasFocus());
    const auto *model = bench.page->list()->list()->model();
    const int all = model->rowCount();
    QTest::keyClicks(edit, u"regex"_s);
    QTRY_COMPARE(model->rowCount(), 2);
    QTest::keyClicks(edit, u"zz"_s);
    QTRY_COMPARE(model->rowCount(), 0);
    QTest::keyClick(edit, Qt::Key_Escape);
    QTRY_COMPARE(model->rowCount(), all);
}

void TestPromptsPage::renameAndDeleteWithUndo()
{
    Bench bench;
    QTRY_VERIFY(bench.ready());
    QListView *list = bench.page->list()->list();
    list->setFocus();
    list->setCurrentIndex(list->model()->index(2, 0));
    const Id id = bench.backend.kept.at(1).id;
    QTest::keyClick(list, Qt::Key_F2);
    auto *editor = list->findChild<QLineEdit *>();
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClicks(editor, u"Columns"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(bench.backend.kept.at(1).title, u"Columns"_s);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Delete);
    QTRY_VERIFY(bench.undo->isOffering());
    QVERIFY(bench.backend.removed.contains(id));
    QTRY_COMPARE(bench.backend.kept.size(), 8);
    QVERIFY(bench.undo->text().contains(u"Columns"_s));
    bench.undo->undo();
    QTRY_COMPARE(bench.backend.kept.size(), 9);
    QVERIFY(bench.backend.removed.isEmpty());
}

void TestPromptsPage::draftsAreKept()
{
    Bench bench;
    QTRY_VERIFY(bench.ready());
    QListView *list = bench.page->list()->list();
    QTest::keyClicks(bench.field(), u"half a thought"_s);
    list->setCurrentIndex(list->model()->index(1, 0));
    QTRY_VERIFY(bench.field()->toPlainText().isEmpty());
    QTest::keyClicks(bench.field(), u"another"_s);
    QTest::keyClick(bench.field(), Qt::Key_N, Qt::ControlModifier);
    QTRY_COMPARE(bench.field()->toPlainText(), u"half a thought"_s);
    list->setCurrentIndex(list->model()->index(1, 0));
    QTRY_COMPARE(bench.field()->toPlainText(), u"another"_s);
}

void TestPromptsPage::moreIsLoadedOnScroll()
{
    QList<Conversation> kept;
    for (int i = 0; i < 150; ++i) {
        Conversation conversation;
        conversation.id = sample::id(1000 + i);
        conversation.title = u"Number %1"_s.arg(i);
        conversation.updatedAt = QDateTime::currentDateTimeUtc().addSecs(-60 * (i + 1));
        kept.append(conversation);
    }
    Bench bench({1280, 766}, kept);
    QListView *list = bench.page->list()->list();
    QTRY_VERIFY(list->model()->rowCount() > 100);
    QVERIFY(list->model()->rowCount() < 110);
    list->verticalScrollBar()->setValue(list->verticalScrollBar()->maximum());
    QTRY_VERIFY(list->model()->rowCount() >= 150);
    QCOMPARE(bench.backend.calls.count(u"more"_s), 1);
}

void TestPromptsPage::everythingHasAName_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("state");
    for (const QSize size : {QSize(1280, 766), QSize(1068, 700), QSize(900, 606)}) {
        for (int state = 0; state < 7; ++state)
            QTest::addRow("%d, state %d", size.width(), state) << size << state;
    }
}

void TestPromptsPage::everythingHasAName()
{
    QFETCH(QSize, size);
    QFETCH(int, state);
    Bench bench(size);
    QTRY_VERIFY(bench.ready());
    const QList<AnswerValue> states = {sample::surveyRunning(sample::surveyAnswer()),
                                       sample::surveyComplete(),
                                       sample::allFailed(),
                                       sample::mayBeCharged(),
                                       sample::brokenAndGoneOn(),
                                       sample::refusedAnswer(),
                                       sample::wordyAnswer()};
    if (state == 6)
        bench.page->setServices(sample::wordyServices());
    bench.page->setConversation(sample::conversationWith(states.at(state)), sample::promptNow());
    QTRY_VERIFY(bench.page->messages()->isSettled());
    QTest::qWait(100);
    const QStringList unnamed = unnamedWidgets(bench.page);
    QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(u'\n')));
    QCOMPARE(bench.page->messages()->widget()->width(),
             bench.page->messages()->viewport()->width());
    QCOMPARE(clipped(bench.page).join(u'\n'), QString());
    for (const QPushButton *push : bench.page->findChildren<QPushButton *>()) {
        if (!push->isVisible())
            continue;
        const QRect inPage(push->mapTo(bench.page, QPoint(0, 0)), push->size());
        QVERIFY2(inPage.right() <= bench.page->width() + 3, qPrintable(push->text()));
    }
}

void TestPromptsPage::narrowWindow()
{
    Bench bench({900, 606});
    QTRY_VERIFY(bench.ready());
    QVERIFY(!bench.page->list()->isVisible());
    QVERIFY(bench.page->strip()->isVisible());
    QTest::mouseClick(bench.page->listButton(), Qt::LeftButton);
    QVERIFY(bench.page->list()->isVisible());
    QTest::keyClick(bench.page->list()->search()->edit(), Qt::Key_Escape);
    QTRY_VERIFY(!bench.page->list()->isVisible());
    QVERIFY(!bench.page->why()->isVisible());
    QTest::mouseClick(bench.page->strip()->button(), Qt::LeftButton);
    QVERIFY(bench.page->why()->isVisible());
    bench.window.resize(1280, 766);
    QTRY_VERIFY(bench.page->list()->isVisible());
    QVERIFY(!bench.page->strip()->isVisible());
    QCOMPARE(bench.page->list()->x(), 0);
}

void TestPromptsPage::costAddsUp()
{
    const ServicesValue services = sample::promptServices();
    const CostLines live = costLines(sample::surveyRunning(u"x"_s.repeated(1144)), services);
    QVERIFY(live.live && live.known);
    QCOMPARE(live.lines.size(), 3);
    QCOMPARE(live.lines.at(0).label, u"1,874 tokens in × $2.00 / 1M"_s);
    QCOMPARE(live.lines.at(1).label, u"286 tokens out × $8.00 / 1M"_s);
    QCOMPARE(live.total.label, u"So far"_s);
    const CostLines done = costLines(sample::surveyComplete(), services);
    QVERIFY(!done.live);
    QCOMPARE(done.total.label, u"Total"_s);
    QCOMPARE(done.total.amount, live.total.amount);
    qint64 sum = 0;
    for (const CostLines::Line &line : done.lines)
        sum += QString(line.amount).remove(u'$').remove(u'.').toLongLong();
    QCOMPARE(sum, QString(done.total.amount).remove(u'$').remove(u'.').toLongLong());
    const CostLines two = costLines(sample::brokenAndGoneOn(), services);
    QCOMPARE(two.lines.first().label, u"OpenAI (GPT-4)"_s);
    QCOMPARE(two.lines.size(), 4);
}

void TestPromptsPage::unknownPriceIsSaid()
{
    const CostLines lines = costLines(sample::unknownPrice(), sample::promptServices());
    QVERIFY(!lines.known);
    QVERIFY(lines.lines.isEmpty());
    Bench bench;
    QTRY_VERIFY(bench.ready());
    bench.page->setConversation(sample::conversationWith(sample::unknownPrice()),
                                sample::promptNow());
    QVERIFY(bench.page->cost()->spoken().contains(u"unknown"_s));
    QTRY_VERIFY(bench.shownText().contains(u"unknown"_s));
}

void TestPromptsPage::longConversationIsMadeInParts()
{
    Bench bench;
    QTRY_VERIFY(bench.ready());
    ConversationValue conversation = sample::conversationWith(sample::surveyComplete());
    for (int i = 0; i < 100; ++i)
        conversation.messages += {{sample::surveyPrompt(), {}}, {{}, sample::surveyComplete()}};
    bench.page->setConversation(conversation, sample::promptNow());
    QTRY_VERIFY(bench.page->messages()->isAtEnd());
    QCOMPARE(bench.page->messages()->count(), 202);
    QTest::qWait(50);
    QVERIFY2(bench.page->messages()->made() < 30,
             qPrintable(QString::number(bench.page->messages()->made())));
    bench.page->messages()->verticalScrollBar()->setValue(0);
    QTRY_VERIFY(bench.page->messages()->answer(1));
    QTRY_VERIFY(bench.page->messages()->made() < 40);
}

void TestPromptsPage::upBringsTheLastPromptBack()
{
    Bench bench;
    QTRY_VERIFY(bench.ready());
    bench.write(u"Hello"_s);
    QTRY_COMPARE(bench.backend.asked.size(), 1);
    QTest::keyClick(bench.field(), Qt::Key_Up);
    QCOMPARE(bench.field()->toPlainText(), u"Hello"_s);
    QTest::keyClick(bench.field(), Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(bench.field()->toPlainText(), u"Hello\n"_s);
    QCOMPARE(bench.backend.asked.size(), 1);
}

void TestPromptsPage::keychainAndHoldHaveABanner()
{
    Bench bench;
    QTRY_VERIFY(bench.ready());
    QVERIFY(!bench.page->banner()->isVisible());
    ServicesValue services = sample::promptServices();
    services.integrations[1].integration.hold = Hold{Error::Kind::Auth, {}, {}};
    bench.page->setServices(services);
    QVERIFY(bench.page->banner()->isVisible());
    QVERIFY(bench.page->banner()->spokenText().contains(u"OpenAI"_s));
    QSignalSpy asked(bench.page, &PromptsPage::integrationActionRequested);
    QTRY_VERIFY(bench.button(u"Replace key"_s));
    QTest::mouseClick(bench.button(u"Replace key"_s), Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
    services.keychain.state = KeychainState::Locked;
    bench.page->setServices(services);
    QSignalSpy unlock(bench.page, &PromptsPage::keychainActionRequested);
    QTRY_VERIFY(bench.button(u"Unlock keychain"_s));
    QTest::mouseClick(bench.button(u"Unlock keychain"_s), Qt::LeftButton);
    QCOMPARE(unlock.size(), 1);
}

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    KeywayStyle::install(app);
    TestPromptsPage test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_promptspage.moc"
