#include "tests/secrets/memorystore.h"
#include "tests/support/temporarydatadir.h"
#include "tests/ui/accessibility.h"
#include "tests/ui/integrations/fakebackend.h"
#include "tests/ui/integrations/sampledata.h"
#include "tests/ui/placing.h"
#include "ui/desktop/integrations/addintegrationdialog.h"
#include "ui/desktop/integrations/choosestep.h"
#include "ui/desktop/integrations/configuredialog.h"
#include "ui/desktop/integrations/connectstep.h"
#include "ui/desktop/integrations/limitrow.h"
#include "ui/desktop/integrations/vaultdialog.h"
#include "ui/desktop/integrations/workspacebackend.h"
#include "ui/theme/keywaystyle.h"
#include "ui/widgets/keyfield.h"
#include "ui/widgets/resultline.h"
#include "ui/widgets/switch.h"

#include <QtCore/QMetaProperty>
#include <QtCore/QPointer>
#include <QtGui/QAccessible>
#include <QtGui/QClipboard>
#include <QtGui/QKeyEvent>
#include <QtNetwork/QTcpServer>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTableWidget>
#include <QtWidgets/QToolButton>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

const QString typedKey = u"sk-proj-CanaryCanaryCanaryCanary4xQ7"_s;

AddIntegrationDialog *openAdd(FakeBackend &backend)
{
    auto *dialog = new AddIntegrationDialog(&backend, {u"openai"_s}, {u"OpenAI"_s}, sample::today(),
                                            nullptr);
    dialog->setKeychain(backend.place.status);
    dialog->open();
    [&] { QVERIFY(QTest::qWaitForWindowActive(dialog)); }();
    return dialog;
}

ConfigureDialog *openConfigure(FakeBackend &backend)
{
    auto *dialog = new ConfigureDialog(backend.data.integrations.first(), sample::today(),
                                       sample::now(), &backend, nullptr);
    dialog->open();
    [&] { QVERIFY(QTest::qWaitForWindowActive(dialog)); }();
    return dialog;
}

KeyCheck goodCheck()
{
    KeyCheck check;
    check.duration = std::chrono::milliseconds(290);
    check.models = {u"gpt-6-luna"_s, u"gpt-6-sol"_s, u"whisper-1"_s};
    return check;
}

QPushButton *buttonCalled(QWidget *root, const QString &text)
{
    for (auto *button : root->findChildren<QPushButton *>()) {
        if (button->text() == text && button->isVisible())
            return button;
    }
    return nullptr;
}

/// Everything that another program, a style or a screen reader could read of a widget tree.
QString readableOf(QObject *root)
{
    QString all;
    QList<QObject *> objects = root->findChildren<QObject *>();
    objects.prepend(root);
    for (QObject *object : std::as_const(objects)) {
        const QMetaObject *meta = object->metaObject();
        for (int i = 0; i < meta->propertyCount(); ++i)
            all += meta->property(i).read(object).toString() + u'\n';
        for (const QByteArray &name : object->dynamicPropertyNames())
            all += object->property(name).toString() + u'\n';
        if (QAccessibleInterface *face = QAccessible::queryAccessibleInterface(object)) {
            for (const auto kind : {QAccessible::Name, QAccessible::Description, QAccessible::Value,
                                    QAccessible::Help})
                all += face->text(kind) + u'\n';
            if (auto *text = face->textInterface())
                all += text->text(0, text->characterCount()) + u'\n';
        }
        if (auto *widget = qobject_cast<QWidget *>(object))
            all += widget->inputMethodQuery(Qt::ImSurroundingText).toString();
    }
    return all;
}

} // namespace

/// Add Integration, Configure and the vault, with real keys and clicks.
Q_DECLARE_METATYPE(keyway::VaultDialog::Task)

class TestIntegrationsDialogs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        KeywayStyle::install(*qApp);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void addsByKeyboardAlone()
    {
        FakeBackend backend;
        backend.keyAnswer = Result<KeyCheck>(goodCheck());
        QPointer<AddIntegrationDialog> dialog = openAdd(backend);
        QSignalSpy added(dialog, &AddIntegrationDialog::added);
        QTest::keyClicks(QApplication::focusWidget(), u"openai"_s);
        QCOMPARE(dialog->chooseStep()->grid()->current(), u"openai"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(dialog->connectStep());
        QCOMPARE(dialog->connectStep()->nameEdit()->text(), u"OpenAI 2"_s);
        QCOMPARE(QApplication::focusWidget(),
                 static_cast<QWidget *>(dialog->connectStep()->key()->edit()));
        QVERIFY(!dialog->nextButton()->isEnabled());
        QTest::keyClicks(QApplication::focusWidget(), typedKey);
        QCOMPARE(backend.trials, 0); // not while it is typed
        QTRY_COMPARE(dialog->connectStep()->checker()->state(), KeyChecker::State::Works);
        QCOMPARE(backend.trials, 1);
        QVERIFY(dialog->connectStep()->result()->spokenText().startsWith(u"This key works."_s));
        QVERIFY(dialog->connectStep()->model()->isEnabled());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(added.size(), 1);
        QCOMPARE(QString::fromUtf8(backend.addedKey), typedKey);
        QCOMPARE(backend.added->service, u"openai"_s);
        QVERIFY(backend.added->test);
        QVERIFY(!backend.added->monthlyLimit);
        QTRY_VERIFY(!dialog);
    }

    void arrowsMoveInTheGrid()
    {
        FakeBackend backend;
        QPointer<AddIntegrationDialog> dialog = openAdd(backend);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        ServiceGrid *grid = dialog->chooseStep()->grid();
        QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(grid));
        const QString first = grid->current();
        QTest::keyClick(grid, Qt::Key_Right);
        QVERIFY(grid->current() != first);
        QTest::keyClick(grid, Qt::Key_Left);
        QCOMPARE(grid->current(), first);
        QTest::keyClick(grid, Qt::Key_Return);
        QTRY_VERIFY(dialog->connectStep());
        QTest::keyClick(dialog, Qt::Key_Left, Qt::AltModifier);
        QVERIFY(!dialog->connectStep());
        delete dialog;
    }

    void pastedKeysAreCleaned_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<QString>("kept");
        QTest::newRow("line end") << typedKey + u"\r\n"_s << typedKey;
        QTest::newRow("quotes") << u"  \""_s + typedKey + u"\" "_s << typedKey;
        QTest::newRow("broken line") << typedKey.left(10) + u"\n"_s + typedKey.mid(10) << typedKey;
        QTest::newRow("single quotes") << u"'"_s + typedKey + u"'"_s << typedKey;
        QTest::newRow("too long") << QString(3000, u'x') << QString(2000, u'x');
        QTest::newRow("nothing") << u" \n\t"_s << QString();
    }
    void pastedKeysAreCleaned()
    {
        QFETCH(QString, pasted);
        QFETCH(QString, kept);
        KeyEdit edit(KeyEdit::Kind::Key);
        QGuiApplication::clipboard()->setText(pasted);
        edit.paste();
        QCOMPARE(QString::fromUtf8(edit.buffer().view()), kept);
        QCOMPARE(edit.accessibleDescription(), u"%1 character(s)"_s.arg(kept.size()));
    }

    void theKeyIsEditedLikeText()
    {
        KeyEdit edit(KeyEdit::Kind::Password);
        edit.show();
        QTest::keyClicks(&edit, u"abcd"_s);
        QTest::keyClick(&edit, Qt::Key_Left);
        QTest::keyClick(&edit, Qt::Key_Backspace);
        QTest::keyClick(&edit, Qt::Key_Home);
        QTest::keyClick(&edit, Qt::Key_Delete);
        QCOMPARE(edit.buffer().view(), QByteArrayView("bd"));
        QTest::keyClick(&edit, Qt::Key_A, Qt::ControlModifier);
        QKeyEvent umlaut(QEvent::KeyPress, 0, Qt::NoModifier, u"ü"_s);
        QApplication::sendEvent(&edit, &umlaut);
        QCOMPARE(edit.buffer().size(), 2);
        QCOMPARE(edit.buffer().length(), 1);
        QTest::keyClick(&edit, Qt::Key_Backspace);
        QVERIFY(edit.buffer().isEmpty());
    }

    void theKeyIsNowhereToRead()
    {
        FakeBackend backend;
        backend.keyAnswer = Result<KeyCheck>(goodCheck());
        QPointer<AddIntegrationDialog> dialog = openAdd(backend);
        dialog->connectTo(u"openai"_s);
        KeyField *field = dialog->connectStep()->key();
        QTest::keyClicks(field->edit(), typedKey);
        QTRY_COMPARE(dialog->connectStep()->checker()->state(), KeyChecker::State::Works);
        QTest::mouseClick(field->eye(), Qt::LeftButton); // even while it is shown
        const QString all = readableOf(dialog);
        QVERIFY(!all.contains(u"Canary"_s));
        // The search would find it: a line edit gives its text away.
        QLineEdit control;
        control.setText(typedKey);
        QVERIFY(readableOf(&control).contains(u"Canary"_s));
        delete dialog;
    }

    void aRefusedKeyCanOnlyBeSavedUntested()
    {
        FakeBackend backend;
        Error::ServiceReply reply;
        reply.httpStatus = 401;
        reply.code = u"invalid_api_key"_s;
        backend.keyAnswer = Result<KeyCheck>(Error(Error::Kind::Auth).withReply(reply));
        QPointer<AddIntegrationDialog> dialog = openAdd(backend);
        dialog->connectTo(u"openai"_s);
        QTest::keyClicks(dialog->connectStep()->key()->edit(), typedKey);
        QTRY_COMPARE(dialog->connectStep()->checker()->state(), KeyChecker::State::Refused);
        QVERIFY(!dialog->nextButton()->isEnabled());
        QVERIFY(dialog->untestedButton()->isVisible());
        QVERIFY(buttonCalled(dialog, u"Details (401 invalid_api_key)"_s));
        QTest::mouseClick(dialog->untestedButton(), Qt::LeftButton);
        QTRY_VERIFY(backend.added);
        QVERIFY(!backend.added->test);
        QTRY_VERIFY(!dialog);
    }

    void aServiceOutOfReachDoesNotBlock()
    {
        FakeBackend backend;
        backend.keyAnswer = Result<KeyCheck>(Error(Error::Kind::Network));
        QPointer<AddIntegrationDialog> dialog = openAdd(backend);
        dialog->connectTo(u"stability"_s);
        QTest::keyClicks(dialog->connectStep()->key()->edit(), u"sk-abcdefghijklmnop"_s);
        QTRY_COMPARE(dialog->connectStep()->checker()->state(), KeyChecker::State::Unsure);
        QVERIFY(dialog->nextButton()->isEnabled());
        QVERIFY(dialog->untestedButton()->isVisible());
        delete dialog;
    }

    void aServerThatDoesNotRunIsSaid_data()
    {
        QTest::addColumn<QString>("service");
        QTest::newRow("Ollama") << u"ollama"_s;
        QTest::newRow("Another service on this computer") << u"custom"_s;
    }
    void aServerThatDoesNotRunIsSaid()
    {
        QFETCH(QString, service);
        // A port that was free a moment ago: nobody listens there.
        QTcpServer listener;
        QVERIFY(listener.listen(QHostAddress::LocalHost));
        const QString address = u"http://127.0.0.1:%1/v1"_s.arg(listener.serverPort());
        listener.close();
        TemporaryDataDir folder;
        engine::WorkspaceOptions options;
        options.dataDir = folder.path();
        options.makeKeychain
            = []() -> std::unique_ptr<SecretStore> { return std::make_unique<MemoryStore>(); };
        Result<std::unique_ptr<engine::Workspace>> workspace = engine::Workspace::open(options);
        QVERIFY2(workspace.ok(), workspace.ok() ? "" : qPrintable(workspace.error().detail()));
        WorkspaceBackend backend(workspace->get());
        QPointer<AddIntegrationDialog> dialog
            = new AddIntegrationDialog(&backend, {}, {}, sample::today(), nullptr);
        dialog->open();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        dialog->connectTo(service);
        ConnectStep *step = dialog->connectStep();
        step->baseUrl()->setText(address);
        const auto said = [step] {
            const QString words = step->result()->spokenText();
            return step->result()->isVisible() && step->result()->height() > 20
                && words.contains(u"is not running on this computer."_s);
        };
        QTRY_COMPARE(step->checker()->state(), KeyChecker::State::Unsure);
        QTRY_VERIFY(said());
        QVERIFY(buttonCalled(step, u"Try again"_s));
        // Added before the trial is over: the refusal is said just the same, with its ways on.
        step->baseUrl()->setText(address + u'/');
        QCOMPARE(step->checker()->state(), KeyChecker::State::Waiting);
        QTest::mouseClick(dialog->nextButton(), Qt::LeftButton);
        QTRY_VERIFY(said());
        QVERIFY(buttonCalled(step, u"Try again"_s));
        QVERIFY(dialog->untestedButton()->isVisible());
        // And nothing takes the words away again.
        step->model()->setEditText(u"llama3.1:8b"_s);
        QTest::qWait(600);
        QVERIFY(said());
        QTest::mouseClick(dialog->untestedButton(), Qt::LeftButton);
        QTRY_VERIFY(!dialog);
    }

    void aKeyOfAnotherServiceIsNoticed_data()
    {
        QTest::addColumn<QString>("service");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("other");
        QTest::newRow("another start")
            << u"anthropic"_s << u"sk-proj-abcdefghijklmnop"_s << u"openai"_s;
        QTest::newRow("a longer start than ours")
            << u"openai"_s << u"sk-ant-abcdefghijklmnop"_s << u"anthropic"_s;
        QTest::newRow("a start of two others") << u"anthropic"_s << u"sk-abcdefghij"_s << QString();
        QTest::newRow("nobody's") << u"openai"_s << u"abcdefghij"_s << QString();
    }
    void aKeyOfAnotherServiceIsNoticed()
    {
        QFETCH(QString, service);
        QFETCH(QString, key);
        FakeBackend backend;
        QPointer<AddIntegrationDialog> dialog = openAdd(backend);
        dialog->connectTo(service);
        QTest::keyClicks(dialog->connectStep()->key()->edit(), key);
        QTEST(dialog->connectStep()->checker()->otherService(), "other");
        QCOMPARE(dialog->connectStep()->checker()->state(), KeyChecker::State::OtherShape);
        QCOMPARE(backend.trials, 0);
        QVERIFY(dialog->nextButton()->isEnabled()); // it does not block
        delete dialog;
    }

    void typingCancelsTheTrial()
    {
        FakeBackend backend;
        backend.keyAnswer.reset(); // never answers
        QPointer<AddIntegrationDialog> dialog = openAdd(backend);
        dialog->connectTo(u"openai"_s);
        KeyEdit *edit = dialog->connectStep()->key()->edit();
        QTest::keyClicks(edit, typedKey);
        QTRY_COMPARE(dialog->connectStep()->checker()->state(), KeyChecker::State::Asking);
        QVERIFY(!backend.lastTrialCancelled());
        QTest::keyClicks(edit, u"x"_s);
        QVERIFY(backend.lastTrialCancelled());
        QCOMPARE(dialog->connectStep()->checker()->state(), KeyChecker::State::Waiting);
        delete dialog;
    }

    void escapeAsksOnlyWhenAKeyWasTyped()
    {
        FakeBackend backend;
        QPointer<AddIntegrationDialog> dialog = openAdd(backend);
        dialog->connectTo(u"openai"_s);
        QTest::keyClick(dialog->connectStep()->key()->edit(), Qt::Key_Escape);
        QTRY_VERIFY(!dialog);
        dialog = openAdd(backend);
        dialog->connectTo(u"openai"_s);
        QTest::keyClicks(dialog->connectStep()->key()->edit(), u"abc"_s);
        QTest::keyClick(dialog->connectStep()->key()->edit(), Qt::Key_Escape);
        QTRY_VERIFY(buttonCalled(dialog, u"Throw away"_s));
        QVERIFY(dialog->isVisible());
        QTest::mouseClick(buttonCalled(dialog, u"Throw away"_s), Qt::LeftButton);
        QTRY_VERIFY(!dialog);
    }

    void aBadAddressIsSaidAtOnce()
    {
        FakeBackend backend;
        QPointer<AddIntegrationDialog> dialog = openAdd(backend);
        dialog->connectTo(u"custom"_s);
        QTest::keyClicks(dialog->connectStep()->key()->edit(), typedKey);
        QVERIFY(!dialog->nextButton()->isEnabled());
        dialog->connectStep()->baseUrl()->setText(u"http://api.example.org/v1"_s);
        QVERIFY(!dialog->nextButton()->isEnabled());
        dialog->connectStep()->baseUrl()->setText(u"https://api.example.org/v1"_s);
        QTRY_VERIFY(dialog->nextButton()->isEnabled());
        delete dialog;
    }

    void limitGoesAlong()
    {
        FakeBackend backend;
        backend.keyAnswer = Result<KeyCheck>(goodCheck());
        QPointer<AddIntegrationDialog> dialog = openAdd(backend);
        dialog->connectTo(u"openai"_s);
        LimitRow *limit = dialog->connectStep()->limit();
        QVERIFY(!limit->limit());
        QTest::keyClick(limit->toggle(), Qt::Key_Space);
        limit->amount()->selectAll();
        QTest::keyClicks(limit->amount(), u"12,"_s);
        QVERIFY(limit->limit());
        limit->amount()->setText(u"abc"_s);
        QVERIFY(!limit->isValid());
        limit->amount()->setText(u"$7.50"_s);
        QCOMPARE(*limit->limit(), Money::fromCents(750));
        delete dialog;
    }

    void configureSavesWhatChanged()
    {
        FakeBackend backend(sample::overview());
        QPointer<ConfigureDialog> dialog = openConfigure(backend);
        QVERIFY(!dialog->hasChanges());
        dialog->nameEdit()->selectAll();
        QTest::keyClicks(dialog->nameEdit(), u"Work"_s);
        QVERIFY(dialog->hasChanges());
        dialog->limit()->amount()->setText(u"30"_s);
        QTest::keyClick(dialog, Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(backend.updated);
        QCOMPARE(backend.updated->name, u"Work"_s);
        QCOMPARE(*backend.updated->monthlyLimit, Money::fromCents(3000));
        QTRY_VERIFY(!dialog);
    }

    void configureAsksBeforeItForgets()
    {
        FakeBackend backend(sample::overview());
        QPointer<ConfigureDialog> dialog = openConfigure(backend);
        QTest::keyClicks(dialog->nameEdit(), u"x"_s);
        QTest::keyClick(dialog->nameEdit(), Qt::Key_Escape);
        QTRY_VERIFY(buttonCalled(dialog, u"Stay"_s));
        QTest::mouseClick(buttonCalled(dialog, u"Throw away"_s), Qt::LeftButton);
        QTRY_VERIFY(!dialog);
        QVERIFY(!backend.updated);
    }

    void ownPricesAreChecked()
    {
        FakeBackend backend(sample::overview());
        QPointer<ConfigureDialog> dialog = openConfigure(backend);
        QTableWidget *prices = dialog->prices();
        QVERIFY(prices->rowCount() > 0);
        const auto found = prices->findItems(u"gpt-4.1"_s, Qt::MatchExactly);
        QCOMPARE(found.size(), 1);
        const int row = found.first()->row();
        QVERIFY(!prices->item(row, 1)->text().isEmpty());
        prices->item(row, 1)->setText(u"2.5"_s);
        prices->item(row, 2)->setText({});
        QVERIFY(!dialog->saveButton()->isEnabled()); // one direction is missing
        prices->item(row, 2)->setText(u"-1"_s);
        QVERIFY(!dialog->saveButton()->isEnabled());
        prices->item(row, 2)->setText(u"10.123456"_s);
        QVERIFY(dialog->saveButton()->isEnabled());
        const Integration edited = dialog->edited();
        QVERIFY(edited.terms.prices.contains(u"gpt-4.1"_s));
        const auto units = edited.terms.prices.value(u"gpt-4.1"_s).first().pricesFor(0);
        QCOMPARE(units.value(Counter::InUncached).pico(), 2'500'000);
        QCOMPARE(units.value(Counter::InCacheRead).pico(), 2'500'000); // never without a price
        QCOMPARE(units.value(Counter::OutText).pico(), 10'123'456);
        delete dialog;
    }

    void aNewAddressNeedsTheKeyAgain()
    {
        FakeBackend backend(sample::overview());
        QPointer<ConfigureDialog> dialog = openConfigure(backend);
        dialog->baseUrl()->setText(u"https://proxy.example.org/v1"_s);
        QVERIFY(!dialog->saveButton()->isEnabled());
        QTest::keyClicks(dialog->newKey()->edit(), typedKey);
        QVERIFY(dialog->saveButton()->isEnabled());
        QTest::mouseClick(dialog->saveButton(), Qt::LeftButton);
        QTRY_VERIFY(!dialog);
        QVERIFY(backend.log.first().startsWith(
            u"move OpenAI (GPT-4) to https://proxy.example.org/v1 with 4xQ7"_s));
    }

    void vaultNeedsThePasswordTwice()
    {
        FakeBackend backend;
        QPointer<VaultDialog> dialog
            = new VaultDialog(VaultDialog::Task::Create, &backend, nullptr);
        dialog->open();
        QTest::keyClicks(dialog->password()->edit(), u"correct horse"_s);
        QVERIFY(!dialog->goButton()->isEnabled());
        QTest::keyClicks(dialog->repeated()->edit(), u"correct hors"_s);
        QVERIFY(!dialog->goButton()->isEnabled());
        QTest::keyClicks(dialog->repeated()->edit(), u"e"_s);
        QVERIFY(dialog->goButton()->isEnabled());
        QTest::mouseClick(dialog->goButton(), Qt::LeftButton);
        QTRY_VERIFY(!dialog);
        QCOMPARE(backend.log, QStringList(u"create vault with 13 characters"_s));
    }

    void aWrongPasswordIsSaid()
    {
        FakeBackend backend;
        QPointer<VaultDialog> dialog = new VaultDialog(VaultDialog::Task::Open, &backend, nullptr);
        dialog->open();
        QTest::keyClicks(dialog->password()->edit(), u"wrong"_s);
        QTest::mouseClick(dialog->goButton(), Qt::LeftButton);
        QTRY_VERIFY(dialog->findChild<ResultLine *>()->isVisible());
        QVERIFY(dialog->findChild<ResultLine *>()->spokenText().startsWith(
            u"This password does not open the vault."_s));
        QVERIFY(dialog->isVisible());
        delete dialog;
    }

    void everythingHasAName()
    {
        FakeBackend backend(sample::overview());
        backend.keyAnswer = Result<KeyCheck>(goodCheck());
        QPointer<AddIntegrationDialog> add = openAdd(backend);
        QStringList unnamed = unnamedWidgets(add);
        add->connectTo(u"openai"_s);
        QTest::keyClicks(add->connectStep()->key()->edit(), typedKey);
        QTRY_COMPARE(add->connectStep()->checker()->state(), KeyChecker::State::Works);
        unnamed += unnamedWidgets(add);
        delete add;
        QPointer<ConfigureDialog> configure = openConfigure(backend);
        for (int tab = 0; tab < configure->tabs()->count(); ++tab) {
            configure->tabs()->setCurrentIndex(tab);
            unnamed += unnamedWidgets(configure);
        }
        delete configure;
        QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(u'\n')));
    }

    void vaultDialogsAreInOrder_data()
    {
        QTest::addColumn<VaultDialog::Task>("task");
        QTest::addColumn<QString>("typed");
        QTest::newRow("create") << VaultDialog::Task::Create << QString();
        QTest::newRow("create, too short") << VaultDialog::Task::Create << u"short"_s;
        QTest::newRow("open") << VaultDialog::Task::Open << QString();
        QTest::newRow("open, wrong") << VaultDialog::Task::Open << u"wrong"_s;
    }
    void vaultDialogsAreInOrder()
    {
        QFETCH(VaultDialog::Task, task);
        QFETCH(QString, typed);
        FakeBackend backend;
        VaultDialog dialog(task, &backend, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.open();
        dialog.activateWindow();
        QTRY_VERIFY(dialog.password()->edit()->hasFocus());
        QTest::keyClicks(dialog.password()->edit(), typed);
        if (task == VaultDialog::Task::Open && !typed.isEmpty())
            QTest::keyClick(dialog.password()->edit(), Qt::Key_Return);
        QTRY_COMPARE(dialog.findChild<ResultLine *>()->isVisible(), !typed.isEmpty());
        QCoreApplication::processEvents();
        QCOMPARE(unnamedWidgets(&dialog).join(u'\n'), QString());
        QCOMPARE(misplaced(&dialog).join(u'\n'), QString());
        QCOMPARE(clipped(&dialog).join(u'\n'), QString());
    }
};

QTEST_MAIN(TestIntegrationsDialogs)
#include "tst_integrationsdialogs.moc"
