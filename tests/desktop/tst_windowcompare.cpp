// Two models compared in the window on real parts: with a keyboard, over real sockets, with real
// records.

#include "core/engine/comparing.h"
#include "tests/desktop/windowfixture.h"
#include "ui/desktop/prompts/comparebar.h"
#include "ui/desktop/prompts/comparisoncolumn.h"
#include "ui/desktop/prompts/comparisonview.h"
#include "ui/desktop/prompts/composer.h"
#include "ui/desktop/prompts/conversationlist.h"
#include "ui/desktop/prompts/conversationview.h"
#include "ui/desktop/prompts/factsband.h"
#include "ui/desktop/prompts/markdownview.h"
#include "ui/desktop/prompts/promptspage.h"

#include <QtWidgets/QListView>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

using namespace keyway;
using namespace Qt::StringLiterals;
using simulator::Behaviour;

namespace {

const QString firstModel = u"gpt-6-luna"_s;
const QString secondModel = u"claude-haiku-5-5"_s;

Behaviour saying(const QString &answer)
{
    Behaviour behaviour;
    behaviour.answer = answer;
    return behaviour;
}

} // namespace

class WindowCompareTest : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowFixture> m_fixture;

    PromptsPage *page() const { return m_fixture->prompts(); }
    ComparisonView *view(int message = 1) const { return page()->messages()->comparison(message); }
    QList<routing::Vote> votes() const
    {
        const auto all = engine::votes(*m_fixture->reader);
        return all ? *all : QList<routing::Vote>();
    }
    void compare(const QString &prompt)
    {
        if (!page()->compareBar()->isComparing())
            WindowFixture::press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(page()->compareBar()->isComparing());
        m_fixture->ask(prompt);
        QTRY_VERIFY(view() && view()->comparison().sides.size() == 2);
    }
    void press(QAbstractButton *button)
    {
        QTRY_VERIFY(button->isVisible());
        QVERIFY(WindowFixture::tabTo(button));
        WindowFixture::press(Qt::Key_Space);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->cli.addBoth();
        m_fixture->open();
        WindowFixture::press(Qt::Key_2, Qt::ControlModifier);
        QTRY_VERIFY(page()->composer()->field()->hasFocus());
    }
    void cleanupTestCase()
    {
        if (m_fixture && m_fixture->window())
            QVERIFY(m_fixture->close(std::chrono::seconds(4)));
        m_fixture.reset();
    }
    void init()
    {
        m_fixture->cli.first.setBehaviour(firstModel, saying(u"The first answer."_s));
        m_fixture->cli.second.setBehaviour(secondModel, saying(u"The second answer."_s));
        WindowFixture::activate(m_fixture->window());
    }

    void oneOfTwoIsKeptByKeyboard()
    {
        compare(u"Which is better?"_s);
        QTRY_VERIFY_WITH_TIMEOUT(view()->comparison().isUndecided(), 60'000);
        QCOMPARE(view()->column(0)->text()->plainText().trimmed(), u"The first answer."_s);
        QCOMPARE(view()->column(1)->text()->plainText().trimmed(), u"The second answer."_s);
        const QList<UsageRecord> records = m_fixture->records();
        QCOMPARE(records.size(), 2);
        Money sum;
        for (const UsageRecord &record : records) {
            QCOMPARE(record.outcome, Outcome::Completed);
            sum += record.total();
        }
        QVERIFY(records[0].requestId != records[1].requestId);
        Money shown;
        for (const ComparisonValue::Side &side : view()->comparison().sides)
            shown += side.answer.total();
        QCOMPARE(shown, sum);
        m_fixture->verifyInOrder();

        QVERIFY(votes().isEmpty());
        press(view()->column(1)->keepButton());
        QTRY_VERIFY(view()->keptAnswer()->isVisible());
        QTRY_COMPARE(votes().size(), 1);
        QCOMPARE(votes().first().winner, u"anthropic/claude-haiku-5-5"_s);
        QCOMPARE(votes().first().loser, u"openai/gpt-6-luna"_s);
        m_fixture->verifyInOrder();

        // The conversation goes on from the one that was kept, with one service.
        WindowFixture::press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(!page()->compareBar()->isComparing());
        m_fixture->ask(u"Go on."_s);
        QTRY_COMPARE(page()->messages()->count(), 4);
        QTRY_VERIFY_WITH_TIMEOUT(!page()->messages()->lastAnswer()->answer().isRunning(), 60'000);
        const QByteArray sent = m_fixture->cli.first.requests().last().body;
        QVERIFY2(sent.contains("The second answer."), sent.constData());
        QVERIFY2(!sent.contains("The first answer."), sent.constData());
    }

    void whatWasComparedComesBack()
    {
        m_fixture->newConversation();
        compare(u"And which of these?"_s);
        QTRY_VERIFY_WITH_TIMEOUT(view()->comparison().isUndecided(), 60'000);
        m_fixture->newConversation();
        QVERIFY(WindowFixture::tabTo(page()->list()->list()));
        WindowFixture::press(Qt::Key_Home);
        if (!(page()->list()->list()->currentIndex().flags() & Qt::ItemIsSelectable))
            WindowFixture::press(Qt::Key_Down);
        QTRY_VERIFY(view() && view()->comparison().isUndecided());
        QTRY_COMPARE(view()->column(1)->text()->plainText().trimmed(), u"The second answer."_s);
        QVERIFY(page()->compareBar()->isComparing());
        const qsizetype before = votes().size();
        press(view()->column(0)->keepButton());
        QTRY_COMPARE(votes().size(), before + 1);
        QCOMPARE(votes().first().winner, u"openai/gpt-6-luna"_s);
        // Other programs see it at once.
        const CliRun listed = m_fixture->cli.run({u"routing"_s, u"votes"_s, u"--json"_s});
        QCOMPARE(listed.json()[u"votes"_s].toArray().size(), before + 1);
    }

    void bothAreWrittenAtOnceAndEscStopsThem()
    {
        Behaviour silent;
        silent.headersDelay = std::chrono::minutes(5);
        m_fixture->cli.first.setBehaviour(firstModel, silent);
        m_fixture->cli.second.setBehaviour(secondModel, silent);
        m_fixture->newConversation();
        const auto first = m_fixture->cli.first.requests().size();
        const auto second = m_fixture->cli.second.requests().size();
        compare(u"Wait for it"_s);
        // Neither answers, and both were asked.
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->cli.first.requests().size(), first + 1, 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(m_fixture->cli.second.requests().size(), second + 1, 60'000);
        QVERIFY(view()->comparison().sides[0].answer.isRunning());
        QVERIFY(view()->comparison().sides[1].answer.isRunning());
        WindowFixture::press(Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(!view()->comparison().isRunning(), 60'000);
        for (const ComparisonValue::Side &side : view()->comparison().sides)
            QVERIFY(side.answer.state == AnswerValue::State::Stopped);
    }
};

QTEST_MAIN(WindowCompareTest)
#include "tst_windowcompare.moc"
