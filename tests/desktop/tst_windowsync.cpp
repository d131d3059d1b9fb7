// The account and sync in the window on real parts: signed up with a keyboard at a real
// keyway-server, the sign-in in a real keychain, records sent over real sockets.

#include "tests/desktop/windowfixture.h"
#include "tests/server/serverfixture.h"
#include "tests/server/serverprocess.h"
#include "tests/ui/accessibility.h"
#include "tests/ui/placing.h"
#include "ui/desktop/settings/accountpage.h"
#include "ui/desktop/settings/settinggroup.h"
#include "ui/desktop/settings/settingspage.h"
#include "ui/desktop/settings/signindialog.h"
#include "ui/desktop/settings/syncdetails.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/keyfield.h"
#include "ui/widgets/switch.h"

#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

const QString ada = u"ada@example.org"_s;
const QString password = u"correct horse battery"_s;

} // namespace

class WindowSyncTest : public QObject {
    Q_OBJECT

    TemporaryDataDir m_serverDir;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<WindowFixture> m_fixture;

    AccountPage *page() const
    {
        auto *settings = qobject_cast<SettingsPage *>(m_fixture->window()->page(u"settings"_s));
        return qobject_cast<AccountPage *>(settings->section(u"account"_s));
    }
    SignInDialog *dialog() const { return page()->findChild<SignInDialog *>(); }
    QString banner() const
    {
        return page()->banner()->isVisible() ? page()->banner()->spokenText() : QString();
    }
    /// What the status bar says of sending.
    bool statusSays(const QString &words) const
    {
        return m_fixture->statusBar().filter(words).size() == 1;
    }
    void press(QWidget *widget)
    {
        QVERIFY(widget);
        QVERIFY(WindowFixture::tabTo(widget));
        WindowFixture::press(Qt::Key_Space);
    }
    void fill(QWidget *field, const QString &text)
    {
        QVERIFY(WindowFixture::tabTo(field));
        WindowFixture::type(text);
    }
    /// A prompt by another process on the same folder.
    void ask()
    {
        const CliRun run = m_fixture->cli.run({u"ask"_s, u"Is it sent?"_s});
        QVERIFY2(run.exit == 0, run.err.constData());
    }
    /// What the server keeps, as another computer of the person sees it.
    QList<UsageMessage> atServer() const
    {
        const Reply in = call(
            m_server->port, "POST", "/v1/sessions", {},
            textOf({{u"email"_s, ada}, {u"password"_s, password}, {u"device_name"_s, u"test"_s}}));
        const QByteArray token = in.json.value("token"_L1).toString().toLatin1();
        QList<UsageMessage> records;
        for (const QJsonValue &value : call(m_server->port, "GET", "/v1/usage?after=0", token)
                                           .json.value("records"_L1)
                                           .toArray()) {
            if (const auto record = UsageMessage::fromJson(value.toObject()))
                records.append(*record);
        }
        return records;
    }
    void verifyInOrder() const
    {
        QTest::qWait(50);
        QCOMPARE(unnamedWidgets(m_fixture->window()).join(u'\n'), QString());
        QCOMPARE(misplaced(m_fixture->window()).join(u'\n'), QString());
        QCOMPARE(clipped(m_fixture->window()).join(u'\n'), QString());
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<ServerProcess>(m_serverDir.path());
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->cli.addBoth();
        ask(); // before there is an account
        m_fixture->open();
        QVERIFY(!statusSays(u"ync"_s)); // nobody is asked to sign in
    }
    void cleanupTestCase() { QVERIFY(m_fixture->close(std::chrono::seconds(4))); }

    void signsUpByKeyboard()
    {
        WindowFixture::press(Qt::Key_Comma, Qt::ControlModifier);
        QTRY_COMPARE(m_fixture->window()->currentPageId(), u"settings"_s);
        WindowFixture::press(Qt::Key_Down); // from Routing, which is shown first
        QTRY_VERIFY(page()->isVisible());
        verifyInOrder();
        fill(page()->server(), u"http://127.0.0.1:%1"_s.arg(m_server->port));
        WindowFixture::press(Qt::Key_Return);
        QAbstractButton *const make = WindowFixture::buttonCalled(page(), u"Make an account"_s);
        QTRY_VERIFY(make->isEnabled());
        press(make);
        QTRY_VERIFY(dialog());
        WindowFixture::activate(dialog());
        fill(dialog()->email(), ada);
        fill(dialog()->password()->edit(), password);
        fill(dialog()->repeated()->edit(), password);
        press(dialog()->goButton());
        QTRY_COMPARE(dialog()->step(), SignInDialog::Step::Confirm);
        fill(dialog()->code()->edit(), m_server->lastCode());
        press(dialog()->goButton());
        QTRY_VERIFY_WITH_TIMEOUT(!dialog(), 10'000);
        WindowFixture::activate(m_fixture->window());
        QTRY_COMPARE(page()->account()->rows().first()->title(), ada);
        QTRY_VERIFY(statusSays(u"Nothing to sync yet"_s));
        verifyInOrder();
    }

    void sendsWhatIsAsked()
    {
        QVERIFY(atServer().isEmpty()); // what was before stays here
        ask();
        QTRY_VERIFY_WITH_TIMEOUT(statusSays(u"Synced "_s), 15'000);
        const QList<UsageMessage> kept = atServer();
        QCOMPARE(kept.size(), 1);
        const UsageRecord asked = m_fixture->records().first();
        QCOMPARE(kept.first().recordId, asked.recordId);
        QCOMPARE(kept.first().platformCost, asked.platformCost);
        QCOMPARE(kept.first().platformFee, asked.platformFee);
        QTRY_VERIFY(WindowFixture::buttonCalled(page(), u"Show the last record"_s));
        press(WindowFixture::buttonCalled(page(), u"Show the last record"_s));
        auto *shown = page()->findChild<LastRecordDialog *>();
        QVERIFY(shown);
        WindowFixture::activate(shown);
        const QJsonDocument json
            = QJsonDocument::fromJson(shown->findChild<QPlainTextEdit *>()->toPlainText().toUtf8());
        QCOMPARE(json.object(), kept.first().toJson());
        WindowFixture::press(Qt::Key_Escape);
        WindowFixture::activate(m_fixture->window());
        verifyInOrder();
    }

    void promptsGoOnWhileTheServerIsAway()
    {
        m_server->kill();
        ask();
        QTRY_VERIFY_WITH_TIMEOUT(statusSays(u"Not synced · 1 waiting"_s), 15'000);
        QTRY_VERIFY2(banner().contains(u"out of reach"_s), qPrintable(banner()));
        verifyInOrder();
        ask();
        QTRY_VERIFY(statusSays(u"Not synced · 2 waiting"_s));
        m_server->start(true);
        press(WindowFixture::buttonCalled(page(), u"Try now"_s));
        QTRY_VERIFY_WITH_TIMEOUT(statusSays(u"Synced "_s), 15'000);
        QCOMPARE(atServer().size(), 3);
        QTRY_COMPARE(banner(), QString());
    }

    void aSignInThatWasEndedIsSaid()
    {
        const Reply in = call(
            m_server->port, "POST", "/v1/sessions", {},
            textOf({{u"email"_s, ada}, {u"password"_s, password}, {u"device_name"_s, u"other"_s}}));
        call(m_server->port, "DELETE", "/v1/sessions",
             in.json.value("token"_L1).toString().toLatin1());
        ask();
        QTRY_VERIFY_WITH_TIMEOUT(statusSays(u"Signed out"_s), 15'000);
        QTRY_VERIFY2(banner().contains(u"Prompts still work"_s), qPrintable(banner()));
        press(WindowFixture::buttonCalled(page(), u"Sign in"_s));
        QTRY_VERIFY(dialog());
        WindowFixture::activate(dialog());
        fill(dialog()->password()->edit(), password);
        press(dialog()->goButton());
        QTRY_VERIFY_WITH_TIMEOUT(!dialog(), 10'000);
        WindowFixture::activate(m_fixture->window());
        QTRY_VERIFY_WITH_TIMEOUT(statusSays(u"Synced "_s), 15'000);
        QCOMPARE(atServer().size(), 4);
    }

    void signsOut()
    {
        press(WindowFixture::buttonCalled(page(), u"Sign out"_s));
        QTRY_VERIFY(WindowFixture::buttonCalled(page(), u"Make an account"_s));
        QTRY_VERIFY(!statusSays(u"ync"_s));
        ask();
        QCOMPARE(atServer().size(), 4);
    }
};

QTEST_MAIN(WindowSyncTest)
#include "tst_windowsync.moc"
