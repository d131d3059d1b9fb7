#include "tests/ui/accessibility.h"
#include "tests/ui/placing.h"
#include "tests/ui/settings/accountbench.h"
#include "ui/desktop/questiondialog.h"
#include "ui/desktop/settings/accountpage.h"
#include "ui/desktop/settings/passworddialogs.h"
#include "ui/desktop/settings/settinggroup.h"
#include "ui/desktop/settings/syncdetails.h"
#include "ui/theme/keywaystyle.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/keyfield.h"
#include "ui/widgets/resultline.h"
#include "ui/widgets/switch.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableWidget>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

Error error(Error::Kind kind, const QString &reason = {})
{
    return Error(kind).withReason(reason);
}

} // namespace

class TestAccountPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        KeywayStyle::install(*qApp);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    }

    void nothingIsShownThatIsNotKnown()
    {
        Bench bench(sample::signedOut(false));
        QTest::qWait(60);
        QVERIFY(!bench.page->computers()->isVisible());
        QVERIFY(!bench.page->sync()->isVisible());
        QVERIFY(!bench.page->data()->isVisible());
    }

    void everyStateIsInOrder_data()
    {
        QTest::addColumn<SyncStatus>("status");
        QTest::addColumn<QString>("banner");
        using Kind = Error::Kind;
        SyncStatus clock = sample::failing(error(Kind::Rejected, u"wrong-clock"_s));
        clock.clockAhead = std::chrono::hours(-75);
        QTest::newRow("no server") << sample::signedOut(false) << QString();
        QTest::newRow("nobody") << sample::signedOut() << QString();
        QTest::newRow("synced") << sample::synced() << QString();
        QTest::newRow("more") << sample::withMore() << QString();
        QTest::newRow("away") << sample::failing(error(Kind::Network)) << u"out of reach"_s;
        QTest::newRow("certificate")
            << sample::failing(error(Kind::Untrusted, u"tls"_s)) << u"not trusted"_s;
        QTest::newRow("clock") << clock << u"behind"_s;
        QTest::newRow("signed out")
            << sample::failing(error(Kind::Auth, u"revoked"_s)) << u"signed out"_s;
        QTest::newRow("keychain") << sample::failing(error(Kind::Keychain, u"locked"_s))
                                  << u"locked"_s;
    }
    void everyStateIsInOrder()
    {
        QFETCH(SyncStatus, status);
        QFETCH(QString, banner);
        for (const QSize size : {QSize(1068, 738), QSize(844, 578), QSize(764, 498)}) {
            Bench bench(status, size);
            QTest::qWait(60);
            QCOMPARE(bench.page->banner()->isVisible(), !banner.isEmpty());
            QVERIFY2(bench.page->banner()->spokenText().contains(banner) || banner.isEmpty(),
                     qPrintable(bench.page->banner()->spokenText()));
            QCOMPARE(unnamedWidgets(&bench.window).join(u'\n'), QString());
            QCOMPARE(misplaced(&bench.window).join(u'\n'), QString());
            QCOMPARE(clipped(&bench.window).join(u'\n'), QString());
        }
    }

    void theServerComesFirst()
    {
        Bench bench(sample::signedOut(false));
        QTRY_VERIFY(bench.button(u"Sign in"_s));
        QVERIFY(!bench.button(u"Sign in"_s)->isEnabled());
        bench.backend.refuse = error(Error::Kind::Rejected, u"insecure-url"_s);
        bench.page->server()->setFocus();
        QTest::keyClicks(bench.page->server(), u"http://keyway.example.org"_s);
        QTest::keyClick(bench.page->server(), Qt::Key_Return);
        QTRY_VERIFY(!bench.page->account()->rows().last()->problem().isEmpty());
        bench.backend.refuse.reset();
        bench.page->server()->clear();
        QTest::keyClicks(bench.page->server(), u"https://keyway.example.org"_s);
        QVERIFY(bench.page->account()->rows().last()->problem().isEmpty());
        QTest::keyClick(bench.page->server(), Qt::Key_Return);
        QTRY_VERIFY(bench.button(u"Sign in"_s)->isEnabled());
        QCOMPARE(bench.backend.asked.last(), u"server https://keyway.example.org"_s);
    }

    void signsIn()
    {
        Bench bench(sample::signedOut());
        QTRY_VERIFY(bench.button(u"Sign in"_s)->isEnabled());
        press(bench.button(u"Sign in"_s));
        auto *dialog = bench.dialog<SignInDialog>();
        QVERIFY(dialog);
        QTRY_VERIFY(dialog->isVisible());
        QCOMPARE(unnamedWidgets(dialog).join(u'\n'), QString());
        QVERIFY(!dialog->goButton()->isEnabled());
        QTest::keyClicks(dialog->email(), u"ada@example.org"_s);
        write(dialog->password(), u"wrong"_s);
        bench.backend.refuse = error(Error::Kind::Auth, u"bad-credentials"_s);
        QTest::keyClick(dialog->password()->edit(), Qt::Key_Return);
        if (dialog->goButton()->isEnabled())
            dialog->goButton()->click();
        QTRY_VERIFY(dialog->result()->spokenText().contains(u"wrong"_s));
        QVERIFY(dialog->isVisible());
        bench.backend.refuse.reset();
        press(dialog->earlier());
        press(dialog->goButton());
        QTRY_VERIFY(!bench.dialog<SignInDialog>());
        QCOMPARE(bench.backend.asked.last(), u"sign in ada@example.org wrong with earlier"_s);
        QTRY_COMPARE(bench.page->account()->rows().first()->title(), u"ada@example.org"_s);
        QTRY_COMPARE(bench.computers(), (QStringList{u"workshop"_s, u"desk (this computer)"_s}));
    }

    void signsUpConfirmsAndSignsIn()
    {
        Bench bench(sample::signedOut());
        QTRY_VERIFY(bench.button(u"Make an account"_s)->isEnabled());
        press(bench.button(u"Make an account"_s));
        auto *dialog = bench.dialog<SignInDialog>();
        QVERIFY(dialog);
        QTest::keyClicks(dialog->email(), u"ada@example.org"_s);
        write(dialog->password(), u"short"_s);
        QVERIFY(dialog->result()->isVisible());
        write(dialog->password(), u" is too short"_s);
        QVERIFY(!dialog->goButton()->isEnabled());
        write(dialog->repeated(), u"short is too short"_s);
        press(dialog->goButton());
        QTRY_COMPARE(dialog->step(), SignInDialog::Step::Confirm);
        write(dialog->code(), u"12345"_s);
        press(dialog->goButton());
        QTRY_VERIFY(!bench.dialog<SignInDialog>());
        QCOMPARE(bench.backend.asked,
                 (QStringList{u"sign up ada@example.org short is too short"_s, u"verify 12345"_s,
                              u"sign in ada@example.org short is too short"_s}));
    }

    void setsAPasswordAnew()
    {
        Bench bench(sample::signedOut());
        QTRY_VERIFY(bench.button(u"Sign in"_s)->isEnabled());
        press(bench.button(u"Sign in"_s));
        auto *dialog = bench.dialog<SignInDialog>();
        QTest::keyClicks(dialog->email(), u"ada@example.org"_s);
        press(bench.button(u"Forgot the password?"_s, dialog));
        QCOMPARE(dialog->step(), SignInDialog::Step::AskReset);
        press(dialog->goButton());
        QTRY_COMPARE(dialog->step(), SignInDialog::Step::Reset);
        write(dialog->code(), u"12345"_s);
        write(dialog->password(), u"long enough"_s);
        write(dialog->repeated(), u"long enough"_s);
        press(dialog->goButton());
        QTRY_VERIFY(!bench.dialog<SignInDialog>());
        QCOMPARE(bench.backend.asked,
                 (QStringList{u"mail ada@example.org"_s, u"reset 12345 long enough"_s,
                              u"sign in ada@example.org long enough"_s}));
    }

    void anAddressThatIsNotConfirmedAsksForTheCode()
    {
        Bench bench(sample::signedOut());
        QTRY_VERIFY(bench.button(u"Sign in"_s)->isEnabled());
        press(bench.button(u"Sign in"_s));
        auto *dialog = bench.dialog<SignInDialog>();
        QTest::keyClicks(dialog->email(), u"ada@example.org"_s);
        write(dialog->password(), u"long enough"_s);
        bench.backend.refuse = error(Error::Kind::Auth, u"not-verified"_s);
        press(dialog->goButton());
        QTRY_VERIFY(bench.button(u"Enter the code"_s, dialog));
        press(bench.button(u"Enter the code"_s, dialog));
        QCOMPARE(dialog->step(), SignInDialog::Step::Confirm);
    }

    void signsOut()
    {
        Bench bench;
        QTRY_VERIFY(bench.button(u"Sign out"_s));
        press(bench.button(u"Sign out everywhere"_s));
        auto *question = bench.dialog<QuestionDialog>();
        QVERIFY(question);
        press(bench.button(u"Sign out everywhere"_s, question));
        QTRY_VERIFY(bench.backend.asked.contains(u"sign out everywhere"_s));
        QTRY_VERIFY(bench.button(u"Sign in"_s));
        QVERIFY(!bench.page->sync()->isVisible());
        QVERIFY(bench.computers().isEmpty());
    }

    void aServerThatWasNotToldIsSaid()
    {
        Bench bench;
        QTRY_VERIFY(bench.button(u"Sign out"_s));
        bench.backend.refuse = error(Error::Kind::Network);
        press(bench.button(u"Sign out"_s));
        QTRY_VERIFY(bench.dialog<QuestionDialog>());
        QVERIFY(bench.dialog<QuestionDialog>()->accessibleName().contains(u"could not be told"_s));
    }

    void anotherComputerIsSignedOut()
    {
        Bench bench;
        QTRY_COMPARE(bench.computers().size(), 2);
        press(bench.button(u"Sign out workshop"_s));
        QTRY_COMPARE(bench.computers(), QStringList{u"desk (this computer)"_s});
        QCOMPARE(bench.backend.asked.last(), u"sign out 5"_s);
    }

    void sendingIsSwitched()
    {
        Bench bench;
        QTRY_VERIFY(bench.page->syncSwitch()->isChecked());
        press(bench.page->syncNow());
        QCOMPARE(bench.backend.asked.last(), u"now"_s);
        press(bench.page->syncSwitch());
        QTRY_VERIFY(!bench.page->syncNow()->isEnabled());
        QCOMPARE(bench.backend.asked.last(), u"off"_s);
        press(bench.page->syncSwitch());
        QTRY_VERIFY(bench.page->syncNow()->isEnabled());
    }

    void whatServicesDoIsToldOrNot()
    {
        Bench bench;
        QTRY_VERIFY(bench.page->healthSwitch()->isChecked());
        press(bench.page->healthSwitch());
        QTRY_COMPARE(bench.backend.asked.last(), u"health off"_s);
        QTRY_VERIFY(!bench.page->status().account->tellsHealth);
        QVERIFY(!bench.page->healthSwitch()->isChecked());
        press(bench.page->syncSwitch()); // nothing is told without sending
        QTRY_VERIFY(!bench.page->healthSwitch()->isEnabled());
    }

    void aSwitchThatFailsGoesBack()
    {
        Bench bench;
        QTRY_VERIFY(bench.page->syncSwitch()->isChecked());
        bench.backend.refuse = error(Error::Kind::Storage, u"disk-full"_s);
        press(bench.page->syncSwitch());
        QTRY_VERIFY(bench.dialog<QuestionDialog>());
        QTRY_VERIFY(bench.page->syncSwitch()->isChecked());
    }

    void earlierRecordsAreSentOnlyWhenSaid()
    {
        Bench bench(sample::withMore());
        QTRY_VERIFY(bench.button(u"Send them, too…"_s));
        press(bench.button(u"Send them, too…"_s));
        auto *question = bench.dialog<QuestionDialog>();
        QVERIFY(question);
        QTest::keyClick(question, Qt::Key_Escape);
        QTRY_VERIFY(!bench.dialog<QuestionDialog>());
        QVERIFY(!bench.backend.asked.contains(u"earlier"_s));
        press(bench.button(u"Send them, too…"_s));
        press(bench.button(u"Send them"_s, bench.dialog<QuestionDialog>()));
        QTRY_VERIFY(bench.backend.asked.contains(u"earlier"_s));
        QTRY_VERIFY(!bench.button(u"Send them, too…"_s));
    }

    void showsWhatWasSentAndWhatWasNotTaken()
    {
        Bench bench(sample::withMore());
        QTRY_VERIFY(bench.button(u"Show the last record"_s));
        press(bench.button(u"Show the last record"_s));
        auto *record = bench.dialog<LastRecordDialog>();
        QVERIFY(record);
        const QString text = record->findChild<QPlainTextEdit *>()->toPlainText();
        QCOMPARE(QJsonDocument::fromJson(text.toUtf8()).object(), sample::sentRecord().toJson());
        QCOMPARE(unnamedWidgets(record).join(u'\n'), QString());
        record->reject();
        press(bench.button(u"Show the records that were not taken"_s));
        auto *list = bench.dialog<NotTakenDialog>();
        QVERIFY(list);
        const auto *table = list->findChild<QTableWidget *>();
        QCOMPARE(table->rowCount(), 2);
        QVERIFY(table->item(0, 2)->text().contains(u"clock"_s));
        QCOMPARE(unnamedWidgets(list).join(u'\n'), QString());
    }

    void thePasswordIsChanged()
    {
        Bench bench;
        QTRY_VERIFY(bench.button(u"Change the password"_s));
        press(bench.button(u"Change the password"_s));
        auto *dialog = bench.dialog<ChangePasswordDialog>();
        QVERIFY(dialog);
        QCOMPARE(unnamedWidgets(dialog).join(u'\n'), QString());
        write(dialog->password(), u"present one"_s);
        write(dialog->wanted(), u"another one"_s);
        QVERIFY(!dialog->goButton()->isEnabled());
        write(dialog->repeated(), u"another one"_s);
        bench.backend.refuse = error(Error::Kind::Auth, u"bad-credentials"_s);
        press(dialog->goButton());
        QTRY_VERIFY(dialog->result()->isVisible());
        bench.backend.refuse.reset();
        press(dialog->goButton());
        QTRY_VERIFY(!bench.dialog<ChangePasswordDialog>());
        QCOMPARE(bench.backend.asked.last(), u"password present one another one"_s);
    }

    void theAccountIsDeletedByAWord()
    {
        Bench bench;
        QTRY_VERIFY(bench.button(u"Delete…"_s));
        press(bench.button(u"Delete…"_s));
        auto *dialog = bench.dialog<DeleteAccountDialog>();
        QVERIFY(dialog);
        QCOMPARE(unnamedWidgets(dialog).join(u'\n'), QString());
        write(dialog->password(), u"my password"_s);
        QVERIFY(!dialog->goButton()->isEnabled());
        dialog->word()->setFocus();
        QTest::keyClicks(dialog->word(), u"delete"_s);
        QVERIFY(!dialog->goButton()->isEnabled());
        dialog->word()->clear();
        QTest::keyClicks(dialog->word(), u"DELETE"_s);
        press(dialog->goButton());
        QTRY_VERIFY(!bench.dialog<DeleteAccountDialog>());
        QCOMPARE(bench.backend.asked.last(), u"delete my password"_s);
        QTRY_VERIFY(bench.button(u"Sign in"_s));
    }

    void computersThatCannotBeReadAreSaid()
    {
        Bench bench(sample::signedOut());
        bench.backend.devicesProblem = error(Error::Kind::Network);
        bench.backend.now = sample::synced();
        Q_EMIT bench.backend.changed();
        QTRY_COMPARE(bench.computers(), QStringList{u"The list is at the server"_s});
    }

    void theBannerHelps()
    {
        Bench bench(sample::failing(error(Error::Kind::Network)));
        QTRY_VERIFY(bench.button(u"Try now"_s));
        press(bench.button(u"Try now"_s));
        QCOMPARE(bench.backend.asked.last(), u"now"_s);
        press(bench.button(u"Details"_s));
        QVERIFY(bench.dialog<SyncProblemDialog>());
        QCOMPARE(unnamedWidgets(bench.dialog<SyncProblemDialog>()).join(u'\n'), QString());
        bench.dialog<SyncProblemDialog>()->reject();
        bench.backend.now = sample::synced();
        Q_EMIT bench.backend.changed();
        QTRY_VERIFY(!bench.page->banner()->isVisible());
    }
};

Q_DECLARE_METATYPE(keyway::SyncStatus)

QTEST_MAIN(TestAccountPage)
#include "tst_accountpage.moc"
