// Prompts in the window on real parts: asked with a keyboard, answered over real sockets, kept in
// the real ledger.

#include "tests/desktop/windowfixture.h"
#include "tests/ui/accessibility.h"
#include "ui/desktop/filechip.h"
#include "ui/desktop/integrations/integrationcard.h"
#include "ui/desktop/integrations/integrationspage.h"
#include "ui/desktop/prompts/answerview.h"
#include "ui/desktop/prompts/attemptview.h"
#include "ui/desktop/prompts/composer.h"
#include "ui/desktop/prompts/conversationlist.h"
#include "ui/desktop/prompts/conversationview.h"
#include "ui/desktop/prompts/costpanel.h"
#include "ui/desktop/prompts/markdownview.h"
#include "ui/desktop/prompts/promptspage.h"
#include "ui/desktop/prompts/whypanel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/tiles.h"
#include "ui/words/money.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QProcess>
#include <QtGui/QClipboard>
#include <QtGui/QImage>
#include <QtWidgets/QApplication>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

using namespace keyway;
using namespace Qt::StringLiterals;
using simulator::Behaviour;
using simulator::Fault;

namespace {

const QString firstModel = u"gpt-6-luna"_s;
const QString secondModel = u"claude-haiku-5-5"_s;

/// "word1 word2 ...", a word every 30 ms.
Behaviour slowly(int words)
{
    Behaviour behaviour;
    behaviour.answer.clear();
    for (int i = 1; i <= words; ++i)
        behaviour.answer += u"word%1 "_s.arg(i);
    behaviour.chunkDelay = std::chrono::milliseconds(30);
    return behaviour;
}

Behaviour once(Fault fault)
{
    Behaviour behaviour = failing(std::move(fault));
    behaviour.faultTimes = 1;
    return behaviour;
}

} // namespace

class WindowPromptsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowFixture> m_fixture;
    QString m_leftByTheCrash;

    PromptsPage *page() const { return m_fixture->prompts(); }
    AnswerView *answer() const { return page()->messages()->lastAnswer(); }
    bool isAsking() const { return answer() && answer()->answer().isRunning(); }
    /// The words on the labels of the messages.
    QString shown() const
    {
        QStringList texts;
        for (const auto *label : page()->messages()->findChildren<QLabel *>()) {
            if (label->isVisible())
                texts += label->text();
        }
        return texts.join(u'\n');
    }
    QString tags() const
    {
        QStringList words;
        for (const auto *tag : page()->messages()->findChildren<Tag *>()) {
            if (tag->isVisible())
                words += tag->spokenText();
        }
        return words.join(u'\n');
    }
    QPushButton *button(const QString &text) const
    {
        return qobject_cast<QPushButton *>(WindowFixture::buttonCalled(page(), text));
    }
    UsageRecord newest() const { return m_fixture->records().value(0); }
    QList<StoredMessage> stored() const
    {
        const auto conversations = m_fixture->reader->conversations({});
        if (!conversations || conversations->isEmpty())
            return {};
        const auto messages = m_fixture->reader->messages(conversations->first().id);
        return messages ? *messages : QList<StoredMessage>();
    }

    void askAndWait(const QString &prompt)
    {
        const int before = page()->messages()->count();
        m_fixture->ask(prompt);
        QTRY_COMPARE(page()->messages()->count(), before + 2);
        QTRY_VERIFY_WITH_TIMEOUT(!isAsking(), 10'000);
    }
    void pressButton(const QString &text)
    {
        QPushButton *found = nullptr;
        QTRY_VERIFY(found = button(text));
        QVERIFY(WindowFixture::tabTo(found));
        WindowFixture::press(Qt::Key_Space);
    }
    /// Opens the newest conversation again with the keyboard.
    void reopen()
    {
        m_fixture->newConversation();
        QVERIFY(WindowFixture::tabTo(page()->list()->list()));
        WindowFixture::press(Qt::Key_Home);
        if (!(page()->list()->list()->currentIndex().flags() & Qt::ItemIsSelectable))
            WindowFixture::press(Qt::Key_Down);
        QTRY_VERIFY(page()->messages()->count() > 0);
    }
    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    /// Through the dialog, with its field for a name.
    void attach(const QString &path)
    {
        WindowFixture::press(Qt::Key_O, Qt::ControlModifier);
        QFileDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = page()->findChild<QFileDialog *>()));
        WindowFixture::activate(dialog);
        auto *name = dialog->findChild<QLineEdit *>();
        name->setFocus();
        WindowFixture::type(path);
        WindowFixture::press(Qt::Key_Return);
        QTRY_VERIFY(!page()->findChild<QFileDialog *>());
        WindowFixture::activate(m_fixture->window());
    }
private Q_SLOTS:
    void initTestCase()
    {
        m_fixture = std::make_unique<WindowFixture>();
        CliFixture &cli = m_fixture->cli;
        cli.addBoth();
        leaveAnAnswerUnfinished();
        m_fixture->open();
        WindowFixture::press(Qt::Key_2, Qt::ControlModifier);
        QTRY_VERIFY(page()->isVisible());
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
        m_fixture->cli.first.setBehaviour(firstModel, {});
        m_fixture->cli.second.setBehaviour(secondModel, {});
        // What broke off three times in the tests before is asked last until it was seen to work.
        const CliRun tested = m_fixture->cli.run({u"integrations"_s, u"test"_s, u"First"_s});
        QCOMPARE(tested.exit, 0);
        WindowFixture::activate(m_fixture->window());
    }

    void anAnswerThatACrashCutIsShownAsInterrupted()
    {
        QTRY_VERIFY(page()->list()->list()->model()->rowCount() > 0);
        reopen();
        QCOMPARE(page()->messages()->count(), 2);
        QTRY_VERIFY(answer());
        QVERIFY(!m_leftByTheCrash.isEmpty());
        QCOMPARE(answer()->plainText().trimmed(), m_leftByTheCrash.trimmed());
        QTRY_VERIFY2(shown().contains(u"Keyway ended while this answer was written. "
                                      "What it cost is not known."_s),
                     qPrintable(shown()));
        QCOMPARE(newest().outcome, Outcome::Unknown);
        QCOMPARE(page()->composer()->sendButton()->text(), u"Send"_s);
        m_fixture->newConversation();
    }

    void asksByKeyboardAndSeesTheAnswerGrow()
    {
        m_fixture->cli.first.setBehaviour(firstModel, slowly(30));
        const QStringList before = m_fixture->receipt();
        m_fixture->ask(u"Count to thirty"_s);
        QTRY_VERIFY(isAsking());
        QCOMPARE(page()->composer()->sendButton()->text(), u"Stop"_s);
        QSet<qsizetype> lengths;
        while (isAsking()) {
            lengths += answer()->plainText().size();
            QTest::qWait(10);
        }
        QVERIFY2(lengths.size() >= 5, qPrintable(QString::number(lengths.size())));
        const QString whole = slowly(30).answer.trimmed();
        QCOMPARE(answer()->plainText().trimmed(), whole);
        QCOMPARE(stored().last().text.trimmed(), whole);
        QVERIFY(stored().last().state == StoredMessage::State::Complete);

        // The bill: what is shown is what the ledger has, to the nano-dollar.
        const UsageRecord row = newest();
        QCOMPARE(row.outcome, Outcome::Completed);
        QCOMPARE(row.costState, CostState::Exact);
        QVERIFY(row.platformCost > Money() && row.platformFee > Money());
        QCOMPARE(answer()->answer().cost(), row.platformCost);
        QCOMPARE(answer()->answer().total(), row.total());
        const auto quote = m_fixture->reader->catalogue().quote(
            {row.service, row.model, row.modelReported, row.startedAt, row.usage.tokensIn(), {}},
            OwnTerms());
        QVERIFY(quote);
        AnswerValue expected;
        expected.state = AnswerValue::State::Complete;
        expected.attempts.append({row, whole, {}, quote->prices, {}, 0, false});
        const CostLines lines = costLines(expected, page()->services());
        QCOMPARE(lines.lines.size(), 3);
        QStringList amounts;
        for (const auto *label : page()->cost()->findChildren<MoneyLabel *>()) {
            if (label->isVisible())
                amounts += label->amount();
        }
        QStringList wanted{lines.total.amount};
        for (const CostLines::Line &line : lines.lines)
            wanted += line.amount;
        amounts.sort();
        wanted.sort();
        QCOMPARE(amounts, wanted);

        // And so do the receipt and the card.
        QTRY_VERIFY(m_fixture->receipt() != before);
        QTRY_VERIFY(m_fixture->moneyIsShown());
        const Money month = m_fixture->overview().integrations.first().thisMonth;
        QCOMPARE(m_fixture->integrations()
                     ->card(m_fixture->idOf(u"First"_s))
                     ->findChild<MoneyLabel *>()
                     ->amount(),
                 words::money(month));
    }

    void escStopsAndKeepsWhatWasWritten()
    {
        m_fixture->newConversation();
        m_fixture->cli.first.setBehaviour(firstModel, slowly(500));
        m_fixture->ask(u"Count to five hundred"_s);
        QTRY_VERIFY(answer() && answer()->plainText().contains(u"word5"_s));
        QElapsedTimer clock;
        clock.start();
        WindowFixture::press(Qt::Key_Escape);
        QTRY_VERIFY(!isAsking());
        QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
        const QString kept = answer()->plainText().trimmed();
        QVERIFY(kept.startsWith(u"word1 word2"_s) && !kept.contains(u"word400"_s));
        QTRY_VERIFY2(shown().contains(u"You stopped this answer. It cost "_s), qPrintable(shown()));
        const UsageRecord row = newest();
        QCOMPARE(row.outcome, Outcome::Cancelled);
        QCOMPARE(row.costState, CostState::Estimated);
        QVERIFY(row.platformCost > Money());
        QVERIFY(stored().last().state == StoredMessage::State::Stopped);
        QCOMPARE(stored().last().text.trimmed(), kept);
        reopen();
        QTRY_COMPARE(answer()->plainText().trimmed(), kept);
        QTRY_VERIFY(shown().contains(u"You stopped this answer. It cost "_s));
    }

    void aFallbackNamesBothServices()
    {
        m_fixture->newConversation();
        m_fixture->cli.first.setBehaviour(firstModel, once(Fault::answers(500)));
        askAndWait(u"Who answers?"_s);
        QCOMPARE(newest().integrationName, u"Second"_s);
        QTRY_COMPARE(tags(), u"Fell back from First"_s);
        QCOMPARE(page()->why()->sentence(),
                 u"My order: Second was asked next, because First failed."_s);
    }

    void textThatBrokeOffIsStruckWhereAnotherWentOn()
    {
        m_fixture->newConversation();
        m_fixture->cli.first.setBehaviour(firstModel,
                                          once(Fault::of(Fault::Kind::CutAfterWords, 4)));
        askAndWait(u"Tell me more"_s);
        const QString broken = answer()->plainText().trimmed();
        QVERIFY(!broken.isEmpty());
        QTRY_VERIFY(button(u"Try again"_s) && button(u"Try with…"_s));
        m_fixture->cli.first.setBehaviour(firstModel, failing(Fault::answers(503)));
        pressButton(u"Try again"_s);
        QTRY_COMPARE(page()->messages()->count(), 3);
        QTRY_VERIFY_WITH_TIMEOUT(!isAsking(), 10'000);
        const auto verify = [&] {
            QTRY_COMPARE(page()->messages()->count(), 3);
            AnswerView *first = page()->messages()->answer(1);
            QTRY_VERIFY(first && first->findChild<MarkdownView *>());
            QVERIFY(first->findChild<MarkdownView *>()->isStruck());
            QCOMPARE(first->plainText().trimmed(), broken);
            QVERIFY(!answer()->findChild<MarkdownView *>()->isStruck());
            QTRY_VERIFY2(shown().contains(u"First stopped here after "_s), qPrintable(shown()));
            QTRY_COMPARE(tags(), u"1 of 2\nFell back from First\n2 of 2"_s);
            QVERIFY(page()->why()->sentence().contains(u"Second"_s));
            QVERIFY(page()->why()->sentence().contains(u"First"_s));
        };
        verify();
        reopen();
        verify();
    }

    void aPossibleDoubleBillIsAskedAbout()
    {
        m_fixture->newConversation();
        m_fixture->cli.first.setBehaviour(firstModel, failing(Fault::of(Fault::Kind::Close)));
        const auto second = m_fixture->cli.second.requests().size();
        askAndWait(u"Will it be charged?"_s);
        QTRY_VERIFY2(shown().contains(u"First may have charged this prompt"_s),
                     qPrintable(shown()));
        QCOMPARE(newest().outcome, Outcome::Unknown);
        QCOMPARE(m_fixture->cli.second.requests().size(), second);
        m_fixture->verifyInOrder();
        pressButton(u"Stop here"_s);
        QTRY_VERIFY(!button(u"Stop here"_s));
        QVERIFY(!button(u"Ask Second"_s));
        QCOMPARE(m_fixture->cli.second.requests().size(), second);
        reopen();
        QTRY_VERIFY(button(u"Try again"_s));
        QVERIFY(!button(u"Stop here"_s));

        m_fixture->newConversation();
        askAndWait(u"And this one?"_s);
        reopen(); // the question is still there
        pressButton(u"Ask Second"_s);
        QTRY_COMPARE(page()->messages()->count(), 3);
        QTRY_VERIFY_WITH_TIMEOUT(!isAsking(), 10'000);
        const UsageRecord row = newest();
        QCOMPARE(row.integrationName, u"Second"_s);
        QCOMPARE(row.outcome, Outcome::Completed);
        QCOMPARE(row.attempt, 2);
        QCOMPARE(m_fixture->cli.second.requests().size(), second + 1);
        QCOMPARE(page()->why()->sentence(),
                 u"My order: Second was asked next, because First failed."_s);
    }

    void aDisabledServiceIsAskedOnce()
    {
        m_fixture->newConversation();
        const Id second = m_fixture->idOf(u"Second"_s);
        QVERIFY(m_fixture->reader->setEnabled(second, false).ok());
        QTRY_VERIFY(m_fixture->integrations()->row(second));
        m_fixture->cli.first.setBehaviour(
            firstModel,
            failing(Fault::answers(
                429, {}, {simulator::RetryAfter::Form::Seconds, std::chrono::minutes(5)})));
        askAndWait(u"Anybody there?"_s);
        QVERIFY(page()->composer()->sendButton()->text() == u"Send"_s);
        pressButton(u"Use Second for this prompt"_s);
        QTRY_COMPARE(page()->messages()->count(), 3);
        QTRY_VERIFY_WITH_TIMEOUT(!isAsking(), 10'000);
        QCOMPARE(newest().integrationName, u"Second"_s);
        QCOMPARE(newest().outcome, Outcome::Completed);
        QVERIFY(!m_fixture->reader->integration(second)->enabled);
        QVERIFY(m_fixture->reader->setEnabled(second, true).ok());
    }

    void filesGoWithThePromptAndStay()
    {
        m_fixture->newConversation();
        const QString picture = m_fixture->cli.dir.filePath(u"fox.png"_s);
        QImage image(40, 30, QImage::Format_RGB32);
        image.fill(Qt::red);
        QVERIFY(image.save(picture));
        const QString notes = m_fixture->cli.dir.filePath(u"notes.txt"_s);
        write(notes, "Foxes are red.\n");
        attach(picture);
        QTRY_COMPARE(page()->composer()->files().size(), 1);
        attach(notes);
        QTRY_COMPARE(page()->composer()->files().size(), 2);
        WindowFixture::press(Qt::Key_L, Qt::ControlModifier);
        QGuiApplication::clipboard()->setImage(image);
        WindowFixture::press(Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(page()->composer()->files().size(), 3);
        m_fixture->verifyInOrder();

        // The pasted one is taken away again; the focus stays among the files.
        const auto chips = page()->composer()->findChildren<FileChip *>();
        QVERIFY(WindowFixture::tabTo(chips.last()->removeButton()));
        WindowFixture::press(Qt::Key_Space);
        QTRY_COMPARE(page()->composer()->files().size(), 2);
        QVERIFY(qobject_cast<FileChip *>(QApplication::focusWidget()->parentWidget()));
        // What no service takes is told, and not attached.
        const QString program = m_fixture->cli.dir.filePath(u"program"_s);
        write(program,
              QByteArray("\x7f"
                         "ELF\0\0",
                         6));
        attach(program);
        QTRY_VERIFY(page()->banner()->isVisible());
        QVERIFY2(page()->banner()->spokenText().contains(u"program"_s),
                 qPrintable(page()->banner()->spokenText()));
        QCOMPARE(page()->composer()->files().size(), 2);

        askAndWait(u"What colour is it?"_s);
        QVERIFY(page()->composer()->files().isEmpty());
        const QByteArray sent = m_fixture->cli.first.requests().last().body;
        QFile file(picture);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(sent.contains(bytes.toBase64()));
        QVERIFY(sent.contains("Foxes are red."));
        QCOMPARE(newest().outcome, Outcome::Completed);
        const auto kept = [this] { return page()->messages()->findChildren<FileChip *>().size(); };
        QTRY_COMPARE(kept(), 2);
        m_fixture->verifyInOrder();
        // The file may go: the conversation has its own copy.
        QVERIFY(QFile::remove(picture));
        reopen();
        QTRY_COMPARE(kept(), 2);
        askAndWait(u"And its tail?"_s);
        QVERIFY(m_fixture->cli.first.requests().last().body.contains(bytes.toBase64()));
    }

    void everythingIsInOrder_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("smallest") << QSize(820, 560);
        QTest::newRow("900x640") << QSize(900, 640);
        QTest::newRow("1100x700") << QSize(1100, 700);
        QTest::newRow("1280x800") << QSize(1280, 800);
    }
    void everythingIsInOrder()
    {
        QFETCH(QSize, size);
        m_fixture->window()->resize(size);
        QTRY_COMPARE(m_fixture->window()->size(), size);
        m_fixture->verifyInOrder();
        if (size.width() < 1200) {
            QTest::mouseClick(WindowFixture::buttonCalled(page(), u"Details"_s), Qt::LeftButton);
            QTRY_VERIFY(page()->why()->isVisible());
            QCOMPARE(unnamedWidgets(m_fixture->window()).join(u'\n'), QString());
            WindowFixture::press(Qt::Key_Escape);
            QTRY_VERIFY(!page()->why()->isVisible());
        }
        m_fixture->window()->resize(1280, 800);
    }

    void closingWhileAnAnswerIsWrittenLeavesNothingOpen()
    {
        m_fixture->newConversation();
        m_fixture->cli.first.setBehaviour(firstModel, slowly(2000));
        m_fixture->ask(u"Count as far as you can"_s);
        QTRY_VERIFY(answer() && answer()->plainText().contains(u"word5"_s));
        QVERIFY(m_fixture->close(std::chrono::seconds(4)));
        RecordFilter everything;
        everything.limit = 1000;
        const auto rows = m_fixture->reader->records(everything);
        QVERIFY(rows.ok() && !rows->isEmpty());
        for (const UsageRecord &row : *rows)
            QVERIFY(row.outcome != Outcome::Started);
        QCOMPARE(rows->first().outcome, Outcome::Cancelled);
        QVERIFY(stored().last().state == StoredMessage::State::Stopped);
        QVERIFY(stored().last().text.startsWith(u"word1 word2"_s));
    }

private:
    /// A window in a process of its own is killed in the middle of an answer.
    void leaveAnAnswerUnfinished()
    {
        m_fixture->cli.first.setBehaviour(firstModel, slowly(2000));
        QProcess window;
        window.setProcessEnvironment(m_fixture->cli.environment);
        window.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        window.start(QStringLiteral(KEYWAY_WINDOW_PROBE), {m_fixture->cli.dir.path()});
        QVERIFY(window.waitForStarted());
        const auto tell = [&window](const QByteArray &command) {
            window.write(command + '\n');
            while (!window.canReadLine() && window.waitForReadyRead(10'000)) { }
            return QJsonDocument::fromJson(window.readLine()).object();
        };
        QTRY_VERIFY(!tell("report")[u"pills"_s].toArray().isEmpty());
        tell("ask Never finished");
        engine::WorkspaceOptions options;
        options.dataDir = m_fixture->cli.dir.path();
        options.makeKeychain = [] { return std::make_unique<MemoryStore>(); };
        {
            const auto second = engine::Workspace::open(options);
            QVERIFY(second.ok());
            const auto text = [&second] {
                const auto conversations = (*second)->conversations({});
                const auto messages = conversations && !conversations->isEmpty()
                    ? (*second)->messages(conversations->first().id)
                    : Result<QList<StoredMessage>>(QList<StoredMessage>());
                return messages && !messages->isEmpty() ? messages->last().text : QString();
            };
            QTRY_VERIFY(text().contains(u"word5 "_s));
            window.kill();
            QVERIFY(window.waitForFinished());
            m_leftByTheCrash = text();
        }
    }
};

QTEST_MAIN(WindowPromptsTest)
#include "tst_windowprompts.moc"
