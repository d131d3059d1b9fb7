#include "tests/ui/accessibility.h"
#include "tests/ui/integrations/fakebackend.h"
#include "tests/ui/integrations/sampledata.h"
#include "ui/desktop/integrations/addintegrationdialog.h"
#include "ui/desktop/integrations/configuredialog.h"
#include "ui/desktop/integrations/connectionfields.h"
#include "ui/desktop/integrations/connectstep.h"
#include "ui/theme/keywaystyle.h"
#include "ui/widgets/disclosure.h"
#include "ui/widgets/keyfield.h"
#include "ui/widgets/resultline.h"

#include <QtCore/QPointer>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QToolButton>

using namespace keyway;
using namespace Qt::StringLiterals;
using Way = ConnectionPolicy::Way;

namespace {

void choose(ConnectionFields *fields, Way way)
{
    fields->way()->setCurrentIndex(fields->way()->findData(int(way)));
}

/// Shows the fields of Configure, in the tab Advanced, unfolded.
ConfigureDialog *openConnection(FakeBackend &backend)
{
    auto *dialog = new ConfigureDialog(backend.data.integrations.first(), sample::today(),
                                       sample::now(), &backend, nullptr);
    dialog->open();
    [&] { QVERIFY(QTest::qWaitForWindowActive(dialog)); }();
    dialog->tabs()->setCurrentIndex(dialog->tabs()->count() - 1);
    return dialog;
}

} // namespace

class TestConnectionFields : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { KeywayStyle::install(*qApp); }

    void isFoldedWhileThereIsNothing()
    {
        ConnectionFields plain({});
        QVERIFY(!plain.disclosure()->isExpanded());
        QVERIFY(plain.isValid());
        QVERIFY(plain.policy().isDefault());
        ConnectionPolicy policy;
        QVERIFY(policy.setProxy(u"socks5://localhost:1080"_s).ok());
        policy.caFile = u"/etc/office.pem"_s;
        ConnectionFields own(policy);
        QVERIFY(own.disclosure()->isExpanded());
        QCOMPARE(own.address()->text(), u"socks5://localhost:1080"_s);
        QCOMPARE(own.caFile()->text(), u"/etc/office.pem"_s);
        QVERIFY(own.policy() == policy);
    }

    void takesWhatIsEntered()
    {
        ConnectionFields fields({});
        fields.disclosure()->setExpanded(true);
        fields.show();
        QSignalSpy changed(&fields, &ConnectionFields::changed);
        choose(&fields, Way::System);
        QCOMPARE(fields.policy().way, Way::System);
        QVERIFY(fields.address()->isHidden());
        choose(&fields, Way::Proxy);
        QVERIFY(!fields.address()->isHidden());
        QVERIFY(!fields.isValid()); // nothing entered yet
        QTest::keyClicks(fields.address(), u" http://10.0.0.1:3128 "_s);
        QVERIFY(fields.isValid());
        QCOMPARE(fields.policy().proxyText(), u"http://10.0.0.1:3128"_s);
        choose(&fields, Way::Direct);
        QVERIFY(fields.policy().isDefault());
        QTest::keyClicks(fields.caFile(), u"/etc/office.pem"_s);
        QCOMPARE(fields.policy().caFile, u"/etc/office.pem"_s);
        QVERIFY(changed.count() > 3);
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("said");
        QTest::newRow("password") << u"http://me:pa55@proxy.example.org:3128"_s
                                  << u"contains a user name or a password"_s;
        QTest::newRow("no port") << u"http://proxy.example.org"_s << u"with its port"_s;
        QTest::newRow("a word") << u"system"_s << u"with its port"_s;
    }
    void saysWhatIsWrong()
    {
        QFETCH(QString, address);
        QFETCH(QString, said);
        ConnectionPolicy before;
        before.way = Way::System;
        ConnectionFields fields(before);
        choose(&fields, Way::Proxy);
        fields.address()->setText(address);
        QVERIFY(!fields.isValid());
        QVERIFY2(fields.problem().contains(said), qPrintable(fields.problem()));
        QVERIFY(!fields.problem().contains(u"pa55"_s));
        QVERIFY(fields.policy() == before);
    }

    void configureSavesIt()
    {
        FakeBackend backend(sample::overview());
        QPointer<ConfigureDialog> dialog = openConnection(backend);
        ConnectionFields *fields = dialog->connection();
        QVERIFY(!fields->way()->isVisible());
        QTest::keyClick(fields->disclosure()->button(), Qt::Key_Space);
        QTRY_VERIFY(fields->way()->isVisible());
        QVERIFY(!dialog->hasChanges());
        choose(fields, Way::Proxy);
        QVERIFY(!dialog->saveButton()->isEnabled());
        QTest::keyClicks(fields->address(), u"http://10.0.0.1:3128"_s);
        QVERIFY(dialog->saveButton()->isEnabled());
        QVERIFY(dialog->hasChanges());
        fields->caFile()->setText(u"/etc/office.pem"_s);
        QVERIFY2(unnamedWidgets(dialog).isEmpty(), qPrintable(unnamedWidgets(dialog).join(u'\n')));
        QTest::mouseClick(dialog->saveButton(), Qt::LeftButton);
        QTRY_VERIFY(!dialog);
        QVERIFY(backend.updated);
        QCOMPARE(backend.updated->connection.proxyText(), u"http://10.0.0.1:3128"_s);
        QCOMPARE(backend.updated->connection.caFile, u"/etc/office.pem"_s);
    }

    void aNewAddressIsTriedByTheNewWay()
    {
        FakeBackend backend(sample::overview());
        QPointer<ConfigureDialog> dialog = openConnection(backend);
        dialog->baseUrl()->setText(u"https://ai.office.example/v1"_s);
        choose(dialog->connection(), Way::System);
        QTest::keyClicks(dialog->newKey()->edit(), u"sk-proj-CanaryCanaryCanaryCanary4xQ7"_s);
        QTest::mouseClick(dialog->saveButton(), Qt::LeftButton);
        QTRY_VERIFY(!dialog);
        QCOMPARE(backend.log.size(), 3);
        QVERIFY2(backend.log.at(0).startsWith(u"update"_s), qPrintable(backend.log.at(0)));
        QVERIFY2(backend.log.at(1).startsWith(u"move"_s), qPrintable(backend.log.at(1)));
        QCOMPARE(backend.updated->connection.way, Way::System);
    }

    void aNewKeyIsTriedByIt()
    {
        FakeBackend backend;
        KeyCheck check;
        check.models = {u"gpt-6-luna"_s};
        backend.keyAnswer = Result<KeyCheck>(check);
        QPointer<AddIntegrationDialog> dialog = new AddIntegrationDialog(
            &backend, {u"openai"_s}, {u"OpenAI"_s}, sample::today(), nullptr);
        dialog->setKeychain(backend.place.status);
        dialog->open();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        dialog->connectTo(u"openai"_s);
        ConnectStep *step = dialog->connectStep();
        step->advanced()->setExpanded(true);
        step->connection()->disclosure()->setExpanded(true);
        QTest::keyClicks(step->key()->edit(), u"sk-proj-CanaryCanaryCanaryCanary4xQ7"_s);
        QTRY_COMPARE(backend.trials, 1);
        QVERIFY(backend.lastTrial.connection.isDefault());
        choose(step->connection(), Way::Proxy);
        QVERIFY(!dialog->nextButton()->isEnabled()); // no address yet
        step->connection()->address()->setText(u"http://10.0.0.1:3128"_s);
        QTRY_COMPARE(backend.trials, 2);
        QCOMPARE(backend.lastTrial.connection.proxyText(), u"http://10.0.0.1:3128"_s);
        QTRY_VERIFY(dialog->nextButton()->isEnabled());
        QCOMPARE(step->wanted().connection.proxyText(), u"http://10.0.0.1:3128"_s);
        QCOMPARE(unnamedWidgets(dialog), QStringList());
        delete dialog;
    }

    void anUnreadableFileIsSaid()
    {
        FakeBackend backend(sample::overview());
        backend.updateError = Error(Error::Kind::Untrusted).withReason(u"ca-unreadable"_s);
        QPointer<ConfigureDialog> dialog = openConnection(backend);
        dialog->connection()->caFile()->setText(u"/nowhere/ca.pem"_s);
        QTest::mouseClick(dialog->saveButton(), Qt::LeftButton);
        QTRY_VERIFY(dialog->result()->isVisible());
        QVERIFY2(dialog->result()->spokenText().contains(u"cannot be read"_s),
                 qPrintable(dialog->result()->spokenText()));
        delete dialog;
    }

    void aFileIsChosen()
    {
        ConnectionFields fields({});
        fields.disclosure()->setExpanded(true);
        fields.show();
        QTest::mouseClick(fields.browseButton(), Qt::LeftButton);
        QPointer<QFileDialog> dialog = fields.findChild<QFileDialog *>();
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(u"/etc/ssl/office.pem"_s);
        QCOMPARE(fields.caFile()->text(), u"/etc/ssl/office.pem"_s);
        dialog->reject();
    }
};

QTEST_MAIN(TestConnectionFields)
#include "tst_connectionfields.moc"
