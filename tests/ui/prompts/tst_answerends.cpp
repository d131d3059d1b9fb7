// How answers end, what can be done then, and how they look when they are opened again.

#include "tests/ui/prompts/promptsbench.h"
#include "ui/desktop/prompts/answerview.h"
#include "ui/theme/keywaystyle.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/tiles.h"

#include <QtGui/QClipboard>
#include <QtWidgets/QApplication>

using namespace Qt::StringLiterals;
using namespace keyway;

Q_DECLARE_METATYPE(keyway::AnswerValue)
Q_DECLARE_METATYPE(keyway::StoredMessage::State)

class TestAnswerEnds : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void escStops();
    void allFailedCanBeTriedAgain();
    void perhapsChargedAsks();
    void passingALimitAsks();
    void stopHereIsKept();
    void keptAnswersAreShownAsTheyEnded_data();
    void keptAnswersAreShownAsTheyEnded();
    void whatAnotherWindowWroteComesByItself();
    void aBusyDatabaseIsSaidUntilItIsNot();
    void aBrokenAnswerIsStruckBelowANewOne();
    void aDisabledServiceCanBeAskedOnce();
    void aKeychainErrorAsksTheKeychain();
};

void TestAnswerEnds::escStops()
{
    Bench bench;
    QTRY_VERIFY(bench.ready());
    bench.write(u"Hello"_s);
    QTRY_COMPARE(bench.backend.asked.size(), 1);
    const AnswerValue stopped = sample::stoppedAnswer();
    bench.backend.tell({planned(stopped), started(stopped.attempts.first()),
                        engine::TextArrived{stopped.text, {}}});
    QVERIFY(!bench.backend.asked.first().cancel.isCancelled());
    QTest::keyClick(bench.field(), Qt::Key_Escape);
    QVERIFY(bench.backend.asked.first().cancel.isCancelled());
    bench.backend.end(answerOf(stopped, Outcome::Cancelled));
    QTRY_VERIFY(bench.shownText().contains(u"You stopped this answer. It cost $0.0060."_s));
    QVERIFY(bench.shownText().contains(stopped.text));
}

void TestAnswerEnds::allFailedCanBeTriedAgain()
{
    Bench bench;
    QTRY_VERIFY(bench.ready());
    bench.write(u"My secret prompt"_s);
    QTRY_COMPARE(bench.backend.asked.size(), 1);
    bench.backend.keep(sample::id(900), sample::id(901));
    bench.backend.end(answerOf(sample::allFailed(), Outcome::Failed));
    QTRY_VERIFY(bench.shownText().contains(u"No service could answer"_s));
    QVERIFY(bench.shownText().contains(u"nothing was charged"_s));
    QVERIFY(bench.button(u"Copy the details"_s));
    QTest::mouseClick(bench.button(u"Copy the details"_s), Qt::LeftButton);
    const QString details = QGuiApplication::clipboard()->text();
    QVERIFY(details.contains(u"429"_s) && details.contains(u"503"_s));
    QVERIFY(!details.contains(u"secret"_s) && !details.contains(u"4xQ7"_s));
    QVERIFY(bench.button(u"Try again"_s));
    QTest::mouseClick(bench.button(u"Try again"_s), Qt::LeftButton);
    QCOMPARE(bench.backend.asked.size(), 2);
    QVERIFY(bench.backend.asked.last().turn.promptIsKept);
    QVERIFY(bench.backend.asked.last().turn.conversation == sample::id(900));
}

void TestAnswerEnds::perhapsChargedAsks()
{
    Bench bench;
    QTRY_VERIFY(bench.ready());
    bench.write(u"Hello"_s);
    QTRY_COMPARE(bench.backend.asked.size(), 1);
    bench.backend.keep(sample::id(900), sample::id(901));
    bench.backend.end(answerOf(sample::mayBeCharged(), Outcome::Unknown));
    QTRY_VERIFY(bench.shownText().contains(u"OpenAI (GPT-4) may have charged this prompt"_s));
    QVERIFY(bench.button(u"Stop here"_s));
    QPushButton *next = bench.button(u"Ask Anthropic"_s);
    QVERIFY(next);
    QTest::mouseClick(next, Qt::LeftButton);
    QCOMPARE(bench.backend.asked.size(), 2);
    const engine::AskOptions &options = bench.backend.asked.last().turn.options;
    QCOMPARE(options.attemptsSoFar, 1);
    QCOMPARE(options.alreadyAsked, QList<Id>{sample::id(1)});
    QVERIFY(bench.backend.asked.last().turn.promptIsKept);
    QVERIFY(options.doubleBill == engine::DoubleBill::Stop);
}

void TestAnswerEnds::passingALimitAsks()
{
    AnswerValue asking = sample::mayBeCharged();
    asking.attempts.clear();
    asking.error = Error(Error::Kind::Budget).withReason(u"asks-first"_s);
    asking.notAsked.removeIf(
        [](const routing::Candidate &one) { return one.integrationId != sample::id(2); });
    QCOMPARE(asking.notAsked.size(), 1);
    asking.notAsked.first().reason
        = routing::overBudget(Money::fromCents(2000), LimitAction::Ask, Money::fromCents(1950),
                              asking.notAsked.first().worstCost);
    Bench bench;
    QTRY_VERIFY(bench.ready());
    bench.write(u"Hello"_s);
    QTRY_COMPARE(bench.backend.asked.size(), 1);
    bench.backend.keep(sample::id(900), sample::id(901));
    engine::Answer answer = answerOf(asking, Outcome::Failed);
    answer.stoppedBefore = engine::StoppedBefore::PassedLimit;
    bench.backend.end(answer);
    QTRY_VERIFY2(bench.shownText().contains(u"$0.5000 of the limit is left"_s),
                 qPrintable(bench.shownText()));
    QPushButton *next = bench.button(u"Ask Anthropic"_s);
    QVERIFY(next);
    QTest::mouseClick(next, Qt::LeftButton);
    QCOMPARE(bench.backend.asked.size(), 2);
    const engine::AskOptions &options = bench.backend.asked.last().turn.options;
    QVERIFY(options.mayPassLimits);
    QCOMPARE(options.integration, std::optional(sample::id(2)));
    QVERIFY(!options.model.isEmpty());
    QVERIFY(bench.backend.asked.last().turn.promptIsKept);
}

void TestAnswerEnds::stopHereIsKept()
{
    Bench bench;
    QTRY_VERIFY(bench.ready());
    bench.write(u"Hello"_s);
    QTRY_COMPARE(bench.backend.asked.size(), 1);
    bench.backend.keep(sample::id(900), sample::id(901));
    bench.backend.end(answerOf(sample::mayBeCharged(), Outcome::Unknown));
    QTRY_VERIFY(bench.button(u"Stop here"_s));
    QTest::mouseClick(bench.button(u"Stop here"_s), Qt::LeftButton);
    QTRY_VERIFY(!bench.button(u"Stop here"_s));
    QCOMPARE(bench.backend.stoppedHere, QList<Id>{sample::id(901)});
    QTRY_VERIFY(bench.button(u"Try again"_s));

    // Reopened, the question stands again, unless it was answered.
    bench.reopen({{sample::mayBeCharged(), StoredMessage::State::Failed}});
    QTRY_VERIFY(bench.button(u"Stop here"_s));
    QTest::mouseClick(bench.button(u"Ask Anthropic"_s), Qt::LeftButton);
    QCOMPARE(bench.backend.asked.size(), 2);
    QCOMPARE(bench.backend.asked.last().turn.options.alreadyAsked, QList<Id>{sample::id(1)});
    bench.backend.end(answerOf(sample::surveyComplete(), Outcome::Completed));
    bench.field()->setFocus();
    QTest::keyClick(bench.field(), Qt::Key_N, Qt::ControlModifier);
    bench.reopen({{sample::mayBeCharged(), StoredMessage::State::Failed}},
                 {{PromptsBackend::stoppedHereKey(), true}});
    QTRY_VERIFY(bench.button(u"Try again"_s));
    QVERIFY(!bench.button(u"Stop here"_s));
}

void TestAnswerEnds::keptAnswersAreShownAsTheyEnded_data()
{
    QTest::addColumn<AnswerValue>("answer");
    QTest::addColumn<StoredMessage::State>("state");
    QTest::addColumn<QStringList>("shown");
    using State = StoredMessage::State;
    const AnswerValue interrupted = sample::interruptedAnswer();
    QTest::newRow("interrupted") << interrupted << State::Streaming
                                 << QStringList{interrupted.text,
                                                u"Keyway ended while this answer was written."_s,
                                                u"What it cost is not known."_s};
    AnswerValue elsewhere = interrupted;
    elsewhere.attempts.last().record.outcome = Outcome::Started;
    QTest::newRow("elsewhere") << elsewhere << State::Streaming
                               << QStringList{interrupted.text,
                                              u"Another window is writing this answer."_s};
    AnswerValue none = interrupted;
    none.text.clear();
    none.attempts.clear();
    QTest::newRow("interrupted before an attempt")
        << none << State::Streaming
        << QStringList{u"Keyway ended while this answer was written. It cost $0.0000."_s};
    const AnswerValue stopped = sample::stoppedAnswer();
    QTest::newRow("stopped") << stopped << State::Stopped
                             << QStringList{stopped.text,
                                            u"You stopped this answer. It cost $0.0060."_s};
    const AnswerValue goneOn = sample::brokenAndGoneOn();
    QTest::newRow("gone on") << goneOn << State::Complete
                             << QStringList{goneOn.attempts.first().text,
                                            u"OpenAI (GPT-4) stopped here after 120"_s,
                                            u"What to do next"_s};
}

void TestAnswerEnds::keptAnswersAreShownAsTheyEnded()
{
    QFETCH(AnswerValue, answer);
    QFETCH(StoredMessage::State, state);
    QFETCH(QStringList, shown);
    Bench bench;
    QTRY_VERIFY(bench.ready());
    bench.reopen({{answer, state}});
    for (const QString &text : shown)
        QTRY_VERIFY2(bench.shownText().contains(text), qPrintable(bench.shownText()));
    QCOMPARE(bench.page->composer()->sendButton()->text(), u"Send"_s);
}

void TestAnswerEnds::whatAnotherWindowWroteComesByItself()
{
    Bench bench;
    QTRY_VERIFY(bench.ready());
    AnswerValue elsewhere = sample::interruptedAnswer();
    elsewhere.attempts.last().record.outcome = Outcome::Started;
    bench.reopen({{elsewhere, StoredMessage::State::Streaming}});
    const QString note = u"Another window is writing this answer."_s;
    QTRY_VERIFY(bench.shownText().contains(note));
    bench.field()->setPlainText(u"My draft"_s);
    PromptsBackend::Stored &stored = bench.backend.stored[bench.backend.kept.first().id];
    StoredMessage &answer = stored.messages.last();
    answer.state = StoredMessage::State::Complete;
    answer.text += u" And its end."_s;
    stored.records[*answer.requestId].last().outcome = Outcome::Completed;
    Q_EMIT bench.backend.changed();
    QTRY_VERIFY(bench.shownText().contains(u"And its end."_s));
    QVERIFY(!bench.shownText().contains(note));
    QCOMPARE(bench.field()->toPlainText(), u"My draft"_s);
}

void TestAnswerEnds::aBusyDatabaseIsSaidUntilItIsNot()
{
    Bench bench;
    QTRY_VERIFY(bench.ready());
    auto *banner = bench.page->findChild<Banner *>();
    const QString said = u"Another program is writing to Keyway's records just now."_s;
    const auto isSaid = [&] { return banner->isVisible() && banner->spokenText().contains(said); };
    bench.backend.keepError = Error(Error::Kind::Storage).withReason(u"busy"_s);
    bench.reopen({{sample::mayBeCharged(), StoredMessage::State::Failed}});
    QTRY_VERIFY(bench.button(u"Stop here"_s));
    QTest::mouseClick(bench.button(u"Stop here"_s), Qt::LeftButton);
    QTRY_VERIFY(isSaid());
    Q_EMIT bench.backend.changed(); // somebody could write
    QTRY_VERIFY(!isSaid());
    // What does not go by itself stays.
    bench.backend.keepError = Error(Error::Kind::Storage).withReason(u"disk-full"_s);
    bench.reopen({{sample::mayBeCharged(), StoredMessage::State::Failed}});
    bench.page->list()->list()->setCurrentIndex(bench.page->list()->list()->model()->index(2, 0));
    bench.reopen({{sample::mayBeCharged(), StoredMessage::State::Failed}});
    QTRY_VERIFY(bench.button(u"Stop here"_s));
    QTest::mouseClick(bench.button(u"Stop here"_s), Qt::LeftButton);
    QTRY_VERIFY(banner->isVisible());
    Q_EMIT bench.backend.changed();
    QTest::qWait(50);
    QVERIFY(banner->isVisible());
}

void TestAnswerEnds::aBrokenAnswerIsStruckBelowANewOne()
{
    Bench bench;
    QTRY_VERIFY(bench.ready());
    bench.write(u"Hello"_s);
    QTRY_COMPARE(bench.backend.asked.size(), 1);
    bench.backend.keep(sample::id(900), sample::id(901));
    const AnswerValue broken = sample::brokenAnswer();
    bench.backend.end(answerOf(broken, Outcome::Failed));
    QTRY_VERIFY(bench.button(u"Try again"_s));
    AnswerView *first = bench.page->messages()->answer(1);
    QVERIFY(!first->findChild<MarkdownView *>()->isStruck());
    QTest::mouseClick(bench.button(u"Try again"_s), Qt::LeftButton);
    QCOMPARE(bench.backend.asked.size(), 2);
    AnswerValue next = sample::stoppedAnswer();
    next.attempts.first().record = sample::surveyComplete().attempts.first().record;
    next.attempts.first().record.outcome = Outcome::Completed;
    bench.backend.end(answerOf(next, Outcome::Completed));

    const auto verify = [&] {
        AnswerView *old = bench.page->messages()->answer(1);
        QTRY_VERIFY(old && old->findChild<MarkdownView *>()->isStruck());
        QVERIFY(!bench.page->messages()->answer(2)->findChild<MarkdownView *>()->isStruck());
        QVERIFY(bench.shownText().contains(u"OpenAI (GPT-4) stopped here after 120"_s));
        QVERIFY(bench.shownText().contains(broken.text));
        const auto tags = [&] {
            QStringList words;
            for (const Tag *tag : bench.page->messages()->findChildren<Tag *>()) {
                if (tag->isVisible())
                    words.append(tag->spokenText());
            }
            return words.join(u'\n');
        };
        QTRY_COMPARE(tags(), u"1 of 2\nFell back from OpenA…PT-4)\n2 of 2"_s);
    };
    verify();
    bench.reopen({{broken, StoredMessage::State::Failed}, {next, StoredMessage::State::Complete}});
    verify();
}

void TestAnswerEnds::aDisabledServiceCanBeAskedOnce()
{
    Bench bench;
    QTRY_VERIFY(bench.ready());
    bench.write(u"Hello"_s);
    QTRY_COMPARE(bench.backend.asked.size(), 1);
    bench.backend.keep(sample::id(900), sample::id(901));
    bench.backend.end(answerOf(sample::allFailed(), Outcome::Failed));
    QTRY_VERIFY(bench.button(u"Use Stability AI for this prompt"_s));
    QTest::mouseClick(bench.button(u"Use Stability AI for this prompt"_s), Qt::LeftButton);
    QCOMPARE(bench.backend.asked.size(), 2);
    const engine::ConversationTurn &turn = bench.backend.asked.last().turn;
    QVERIFY(turn.promptIsKept && turn.options.evenDisabled);
    QVERIFY(turn.options.integration == sample::id(4));
}

void TestAnswerEnds::aKeychainErrorAsksTheKeychain()
{
    Bench bench;
    QTRY_VERIFY(bench.ready());
    bench.write(u"Hello"_s);
    QTRY_COMPARE(bench.backend.asked.size(), 1);
    QVERIFY(!bench.page->banner()->isVisible());
    bench.backend.value.keychain.state = KeychainState::Locked;
    AnswerValue failed = sample::refusedAnswer();
    AttemptValue &attempt = failed.attempts.first();
    attempt.error = Error(Error::Kind::Keychain).withReason(u"locked"_s);
    bench.backend.tell({planned(failed), started(attempt), ended(attempt)});
    QTRY_VERIFY(bench.page->banner()->isVisible());
    QTRY_VERIFY(bench.button(u"Unlock keychain"_s));
}

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    KeywayStyle::install(app);
    TestAnswerEnds test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_answerends.moc"
