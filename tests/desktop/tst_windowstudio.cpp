// Studio in the window on real parts: filled in with a keyboard, made over real sockets, kept as
// files and in the real ledger, over the end of a program.

#include "tests/desktop/windowfixture.h"
#include "tests/ui/accessibility.h"
#include "ui/desktop/promptfield.h"
#include "ui/desktop/studio/gallerypane.h"
#include "ui/desktop/studio/galleryview.h"
#include "ui/desktop/studio/joblist.h"
#include "ui/desktop/studio/optionrows.h"
#include "ui/desktop/studio/picturecanvas.h"
#include "ui/desktop/studio/pictureviewer.h"
#include "ui/desktop/studio/pricepanel.h"
#include "ui/desktop/studio/studioform.h"
#include "ui/desktop/studio/studiopage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/sidebar.h"
#include "ui/widgets/undomessage.h"
#include "ui/words/money.h"

#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>
#include <QtCore/QProcess>
#include <QtGui/QImage>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialog>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QToolButton>

using namespace keyway;
using namespace Qt::StringLiterals;
using simulator::Behaviour;
using simulator::Fault;
using simulator::JobPlan;

namespace {

const QString painterModel = u"core"_s;
const QString filmModel = u"gen4.5"_s;

/// A film in so many steps, each of which takes a while.
Behaviour slowFilm(int steps, int stepMs)
{
    Behaviour behaviour;
    behaviour.job.steps = steps;
    behaviour.job.stepTime = std::chrono::milliseconds(stepMs);
    return behaviour;
}

} // namespace

class WindowStudioTest : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowFixture> m_fixture;

    StudioPage *page() const
    {
        return qobject_cast<StudioPage *>(m_fixture->window()->page(u"studio"_s));
    }
    StudioForm *form() const { return page()->form(); }
    GalleryModel *gallery() const { return page()->model(); }
    QString price() const { return form()->price()->spoken(); }
    QString told() const
    {
        return page()->banner()->isVisible() ? page()->banner()->spokenText() : QString();
    }
    UsageRecord newest() const { return m_fixture->records().value(0); }
    Job newestJob() const
    {
        const auto jobs = m_fixture->reader->jobs();
        return jobs && !jobs->isEmpty() ? jobs->first() : Job();
    }
    /// The row of the newest job.
    JobRow *row() const
    {
        const Id wanted = newestJob().id;
        for (int i = 0; i < page()->jobs()->count(); ++i) {
            if (page()->jobs()->row(i)->job().id == wanted)
                return page()->jobs()->row(i);
        }
        return nullptr;
    }
    int badge() const
    {
        const QListWidget *list = m_fixture->window()->findChild<Sidebar *>()->list();
        for (int i = 0; i < list->count(); ++i) {
            const QString spoken = list->item(i)->data(Qt::AccessibleTextRole).toString();
            if (list->item(i)->text() == u"Studio"_s)
                return spoken.section(u", "_s, 1).toInt();
        }
        return -1;
    }

    void choose(const QString &maker)
    {
        QVERIFY(WindowFixture::tabTo(form()->serviceBox()));
        WindowFixture::press(Qt::Key_Home);
        // Letters that come sooner are added to those of the last search.
        QTest::qWait(QApplication::keyboardInputInterval() + 50);
        WindowFixture::type(maker);
        QTRY_VERIFY2(form()->serviceBox()->currentText().startsWith(maker),
                     qPrintable(form()->serviceBox()->currentText()));
    }
    void chooseKind(int kind)
    {
        if (form()->kind()->current() == kind)
            return;
        QVERIFY(WindowFixture::tabTo(form()->kind()->segment(form()->kind()->current())));
        WindowFixture::press(kind > form()->kind()->current() ? Qt::Key_Right : Qt::Key_Left);
        QCOMPARE(form()->kind()->current(), kind);
    }
    void write(const QString &prompt)
    {
        WindowFixture::press(Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(form()->prompt()->hasFocus());
        WindowFixture::type(prompt);
        QCOMPARE(form()->prompt()->toPlainText(), prompt);
    }
    void make(int kind, const QString &maker, const QString &prompt)
    {
        const Id before = newestJob().id;
        chooseKind(kind);
        choose(maker);
        write(prompt);
        QTRY_VERIFY(form()->generate()->isEnabled());
        WindowFixture::press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!(newestJob().id == before));
        QCOMPARE(newestJob().prompt, prompt);
    }

private Q_SLOTS:
    void initTestCase()
    {
        // Deleted pictures go to a bin of this test.
        m_fixture = std::make_unique<WindowFixture>();
        CliFixture &cli = m_fixture->cli;
        QVERIFY(cli.first.start().ok());
        QVERIFY(cli.second.start().ok());
        cli.add({u"stability"_s, u"--name"_s, u"Painter"_s, u"--base-url"_s,
                 cli.first.url(u"/stability"_s).toString(), u"--model"_s, painterModel,
                 u"--limit"_s, u"2"_s});
        // The simulator has no accounts of Runway.
        cli.add({u"runway"_s, u"--no-test"_s, u"--name"_s, u"Filmer"_s, u"--base-url"_s,
                 cli.second.url(u"/runway"_s).toString(), u"--model"_s, filmModel});
        leaveAJobRunning();
        m_fixture->open();
    }

    void cleanupTestCase()
    {
        if (m_fixture && m_fixture->window())
            QVERIFY(m_fixture->close(std::chrono::seconds(4)));
        m_fixture.reset();
    }

    void init()
    {
        m_fixture->cli.first.setBehaviour(painterModel, {});
        m_fixture->cli.second.setBehaviour(filmModel, {});
        WindowFixture::activate(m_fixture->window());
    }

    void cleanup()
    {
        // What a failed test leaves open would take the keys of those after it.
        while (auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget()))
            delete dialog;
    }

    void aJobThatAnotherProgramLeftGoesOn()
    {
        // It is seen before the page was ever open.
        QTRY_COMPARE_WITH_TIMEOUT(badge(), 1, 10'000);
        WindowFixture::press(Qt::Key_3, Qt::ControlModifier);
        QTRY_VERIFY(page()->isVisible());
        QTRY_VERIFY(form()->prompt()->hasFocus());
        QTRY_VERIFY(row());
        QCOMPARE(row()->job().prompt, u"Left behind"_s);
        const auto sent = m_fixture->cli.second.requests();
        m_fixture->cli.second.setBehaviour(filmModel, {});
        QTRY_COMPARE_WITH_TIMEOUT(gallery()->rowCount(), 1, 30'000);
        QTRY_COMPARE(badge(), 0);
        // It was handed in once.
        int handedIn = 0;
        for (const auto &request : m_fixture->cli.second.requests())
            handedIn += request.method == "POST" && request.target.contains("_to_video");
        QCOMPARE(handedIn, 1);
        const UsageRecord record = newest();
        QCOMPARE(record.outcome, Outcome::Completed);
        QCOMPARE(gallery()->at(0)->cost, record.platformCost);
        QVERIFY(QFile::exists(gallery()->at(0)->path));
    }

    void filledInByKeyboardAndPricedBefore()
    {
        chooseKind(0);
        choose(u"Painter"_s);
        QTRY_VERIFY2(price().contains(u"1 image × $0.03"_s), qPrintable(price()));
        QVERIFY(!form()->generate()->isEnabled());
        auto *count = qobject_cast<QSpinBox *>(form()->options()->field(u"count"_s));
        QVERIFY(count);
        QVERIFY(WindowFixture::tabTo(count));
        WindowFixture::press(Qt::Key_Up);
        QTRY_VERIFY2(price().contains(u"2 images × $0.03"_s), qPrintable(price()));
        QTRY_VERIFY2(price().contains(u"limit"_s), qPrintable(price()));
        WindowFixture::press(Qt::Key_Down);
        QTRY_VERIFY2(price().contains(u"1 image × $0.03"_s), qPrintable(price()));
        m_fixture->verifyInOrder();
    }

    void aPictureIsMadeKeptAndBilled()
    {
        const int before = gallery()->rowCount();
        make(0, u"Painter"_s, u"A red fox, in snow!"_s);
        QTRY_COMPARE_WITH_TIMEOUT(gallery()->rowCount(), before + 1, 10'000);
        const PictureValue picture = *gallery()->at(0);
        QCOMPARE(picture.prompt, u"A red fox, in snow!"_s);
        QVERIFY(QDir(m_fixture->cli.dir.path())
                    .relativeFilePath(picture.path)
                    .startsWith(u"pictures/"_s));
        QVERIFY(picture.fileName().endsWith(u"-a-red-fox-in-snow.png"_s));
        const QImage image(picture.path);
        QVERIFY(!image.isNull());
        QCOMPARE(image.text(u"Description"_s), u"A red fox, in snow!"_s);
        const UsageRecord record = newest();
        QCOMPARE(record.type, RequestType::Image);
        QCOMPARE(record.platformCost, Money::fromNano(30'000'000));
        QCOMPARE(record.app, AppClass::Window);
        QCOMPARE(picture.cost, record.platformCost);
        QTRY_VERIFY(m_fixture->moneyIsShown());
        QTRY_COMPARE(badge(), 0);
        m_fixture->verifyInOrder();
    }

    void theViewerShowsIt()
    {
        QVERIFY(WindowFixture::tabTo(page()->gallery()->view()));
        WindowFixture::press(Qt::Key_Home);
        WindowFixture::press(Qt::Key_Return);
        QTRY_VERIFY(page()->viewer() && page()->viewer()->isVisible());
        WindowFixture::activate(page()->viewer());
        QCOMPARE(unnamedWidgets(page()->viewer()).join(u'\n'), QString());
        WindowFixture::press(Qt::Key_I);
        QTRY_VERIFY(page()->viewer()->isInfoShown());
        const QString info = page()->viewer()->infoText();
        QVERIFY2(info.contains(u"A red fox, in snow!"_s) && info.contains(painterModel)
                     && info.contains(u"$0.03"_s),
                 qPrintable(info));
        WindowFixture::press(Qt::Key_Right);
        QTRY_COMPARE(page()->viewer()->current().row(), 1);
        WindowFixture::press(Qt::Key_Escape);
        QTRY_VERIFY(!page()->viewer());
        WindowFixture::activate(m_fixture->window());
        QTRY_VERIFY(page()->gallery()->view()->hasFocus());
        QCOMPARE(page()->gallery()->view()->currentIndex().row(), 1);
    }

    void aFilmTellsHowFarItIs()
    {
        const int before = gallery()->rowCount();
        m_fixture->cli.second.setBehaviour(filmModel, slowFilm(8, 150));
        make(1, u"Filmer"_s, u"Waves at night"_s);
        QTRY_VERIFY(row());
        QTRY_COMPARE(badge(), 1);
        QSet<int> percents;
        QStringList states;
        while (row()) {
            percents.insert(row()->job().percent.value_or(-1));
            if (!states.contains(row()->stateText()))
                states.append(row()->stateText());
            QTest::qWait(20);
        }
        QVERIFY2(percents.size() >= 3, qPrintable(states.join(u'\n')));
        QTRY_COMPARE_WITH_TIMEOUT(gallery()->rowCount(), before + 1, 20'000);
        QCOMPARE(gallery()->at(0)->type, RequestType::Video);
        QVERIFY(QFile::exists(gallery()->at(0)->path));
        QCOMPARE(newest().costState, CostState::Exact);
        QCOMPARE(gallery()->at(0)->cost, newest().platformCost);
        QTRY_COMPARE(badge(), 0);
    }

    void cancellingTellsWhatItCosts()
    {
        m_fixture->cli.second.setBehaviour(filmModel, slowFilm(1000, 100));
        make(1, u"Filmer"_s, u"Never finished"_s);
        QTRY_VERIFY(row() && row()->job().state == JobValue::State::Working);
        QVERIFY(WindowFixture::tabTo(row()));
        m_fixture->verifyInOrder();
        WindowFixture::press(Qt::Key_Delete);
        // The service is asked once more before it is believed.
        QTRY_COMPARE_WITH_TIMEOUT(newestJob().outcome, Outcome::Cancelled, 30'000);
        QTRY_VERIFY2(told().contains(u"Cancelled."_s), qPrintable(told()));
        QTRY_COMPARE(badge(), 0);
        // It stays in the list until it is taken out.
        QTRY_VERIFY(row() && !row()->job().isRunning());
        QVERIFY(WindowFixture::tabTo(row()));
        WindowFixture::press(Qt::Key_Delete);
        QTRY_COMPARE(page()->jobs()->count(), 0);
    }

    void aFailedJobSaysWhy()
    {
        Behaviour failing;
        failing.job.outcome = JobPlan::Outcome::Failure;
        m_fixture->cli.second.setBehaviour(filmModel, failing);
        make(1, u"Filmer"_s, u"It fails"_s);
        QTRY_VERIFY_WITH_TIMEOUT(row() && row()->job().state == JobValue::State::Failed, 20'000);
        QCOMPARE(newest().outcome, Outcome::Failed);
        QTRY_VERIFY(row()->actionButton()->isVisible());
        m_fixture->verifyInOrder();
        QVERIFY(WindowFixture::tabTo(row()->actionButton()));
        WindowFixture::press(Qt::Key_Space);
        auto *dialog = page()->findChild<QDialog *>(u"jobDetails"_s);
        QVERIFY(dialog);
        WindowFixture::activate(dialog);
        QCOMPARE(unnamedWidgets(dialog).join(u'\n'), QString());
        WindowFixture::press(Qt::Key_Escape);
        WindowFixture::activate(m_fixture->window());
        QVERIFY(WindowFixture::tabTo(row()->closeButton()));
        WindowFixture::press(Qt::Key_Space);
        QTRY_COMPARE(page()->jobs()->count(), 0);
    }

    void pausedJobsWait()
    {
        WindowFixture::press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(m_fixture->reader->jobsPaused());
        const int before = gallery()->rowCount();
        const auto sent = m_fixture->cli.first.requests().size();
        make(0, u"Painter"_s, u"Later"_s);
        QTRY_VERIFY(row());
        QTRY_COMPARE(row()->stateText(), u"Waiting: paused by you"_s);
        const Id first = newestJob().id;
        make(0, u"Painter"_s, u"Even later"_s);
        QTRY_COMPARE(page()->jobs()->count(), 2);
        QTRY_VERIFY(row() && row()->upButton()->isVisible());
        QVERIFY(WindowFixture::tabTo(row()->upButton()));
        WindowFixture::press(Qt::Key_Space);
        QTRY_COMPARE(page()->jobs()->row(1)->job().id, first);
        QCOMPARE(m_fixture->cli.first.requests().size(), sent);
        WindowFixture::press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE_WITH_TIMEOUT(gallery()->rowCount(), before + 2, 10'000);
        QVERIFY(!m_fixture->reader->jobsPaused());
    }

    void aLimitIsSaidBeforeItIsReached()
    {
        // What is left of two dollars does not pay for one of these.
        Result<Integration> painter = m_fixture->reader->integrationByName(u"Painter"_s);
        QVERIFY(painter.ok());
        const std::optional<Money> limit = painter->monthlyLimit;
        painter->monthlyLimit = Money::fromCents(1);
        QVERIFY(m_fixture->reader->updateIntegration(*painter).ok());
        chooseKind(0);
        choose(u"Painter"_s);
        write(u"Too dear"_s);
        QTRY_VERIFY2(price().contains(u"Painter"_s) && price().contains(u"limit"_s),
                     qPrintable(price()));
        QVERIFY(!form()->generate()->isEnabled());
        m_fixture->verifyInOrder();
        painter = m_fixture->reader->integrationByName(u"Painter"_s);
        painter->monthlyLimit = limit;
        QVERIFY(m_fixture->reader->updateIntegration(*painter).ok());
        QTRY_VERIFY2(form()->generate()->isEnabled(), qPrintable(price()));
    }

    void theSameAgainAndAPictureToStartFrom()
    {
        QVERIFY(WindowFixture::tabTo(page()->gallery()->view()));
        WindowFixture::press(Qt::Key_Home);
        const PictureValue picture = *gallery()->at(0);
        QCOMPARE(picture.type, RequestType::Image);
        WindowFixture::press(Qt::Key_R, Qt::ControlModifier);
        QTRY_COMPARE(form()->prompt()->toPlainText(), picture.prompt);
        QTRY_VERIFY(form()->serviceBox()->currentText().startsWith(u"Painter"_s));
    }

    void aDeletedPictureGoesToTheBin()
    {
        const int before = gallery()->rowCount();
        QVERIFY(WindowFixture::tabTo(page()->gallery()->view()));
        WindowFixture::press(Qt::Key_Home);
        const QString path = gallery()->at(0)->path;
        WindowFixture::press(Qt::Key_Delete);
        QTRY_COMPARE(gallery()->rowCount(), before - 1);
        QVERIFY(QFile::exists(path));
        WindowFixture::press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(gallery()->rowCount(), before);
        WindowFixture::press(Qt::Key_Home);
        QCOMPARE(gallery()->at(0)->path, path);
        WindowFixture::press(Qt::Key_Delete);
        QTRY_COMPARE(gallery()->rowCount(), before - 1);
        m_fixture->window()->undoMessage().carryOut();
        QTRY_VERIFY(!QFile::exists(path));
        QTRY_COMPARE(m_fixture->reader->jobs()->first().files.value(0).path != path, true);
        QTRY_COMPARE(gallery()->rowCount(), before - 1);
    }

    void everythingIsInOrder_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("smallest") << QSize(820, 560);
        QTest::newRow("900x640") << QSize(900, 640);
        QTest::newRow("1280x800") << QSize(1280, 800);
    }
    void everythingIsInOrder()
    {
        QFETCH(QSize, size);
        m_fixture->window()->resize(size);
        QTRY_COMPARE(m_fixture->window()->size(), size);
        m_fixture->verifyInOrder();
        chooseKind(1);
        m_fixture->verifyInOrder();
        chooseKind(0);
        m_fixture->window()->resize(1280, 800);
    }

    void closingLeavesAJobToTheNextStart()
    {
        m_fixture->cli.second.setBehaviour(filmModel, slowFilm(1000, 100));
        make(1, u"Filmer"_s, u"For the next start"_s);
        QTRY_VERIFY(newestJob().hasTicket());
        QVERIFY(m_fixture->close(std::chrono::seconds(4)));
        const Job left = newestJob();
        QVERIFY(!left.hasEnded());
        QVERIFY(left.hasTicket());
    }

private:
    /// A window in a process of its own is killed while a film is made.
    void leaveAJobRunning()
    {
        m_fixture->cli.second.setBehaviour(filmModel, slowFilm(60, 100));
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
        tell("film Left behind");
        engine::WorkspaceOptions options;
        options.dataDir = m_fixture->cli.dir.path();
        options.makeKeychain = [] { return std::make_unique<MemoryStore>(); };
        const auto second = engine::Workspace::open(options);
        QVERIFY(second.ok());
        QTRY_VERIFY_WITH_TIMEOUT(
            [&second] {
                const auto jobs = (*second)->jobs();
                return jobs && jobs->size() == 1 && jobs->first().hasTicket();
            }(),
            10'000);
        window.kill();
        QVERIFY(window.waitForFinished());
    }
};

QTEST_MAIN(WindowStudioTest)
#include "tst_windowstudio.moc"
