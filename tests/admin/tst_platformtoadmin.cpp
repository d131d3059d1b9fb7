// From a user's records to an administrator's window: the composition of the program, the real
// server, real sockets, a real keyring.

#include "app/admin/composition.h"
#include "tests/server/adminfixture.h"
#include "ui/admin/admintable.h"
#include "ui/admin/auditpage.h"
#include "ui/admin/figurecard.h"
#include "ui/admin/keydialogs.h"
#include "ui/admin/keyspage.h"
#include "ui/admin/signinpanel.h"
#include "ui/admin/statisticspage.h"
#include "ui/theme/keywaystyle.h"
#include "ui/widgets/keyfield.h"
#include "ui/widgets/resultline.h"
#include "ui/words/money.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableWidget>

using namespace keyway;
using namespace Qt::StringLiterals;
using server::AdminRole;

class TestPlatformToAdmin : public QObject {
    Q_OBJECT

    std::unique_ptr<TemporaryDataDir> m_serverDir, m_dir;
    std::unique_ptr<ServerFixture> m_server;
    std::unique_ptr<app::AdminSettings> m_settings;
    std::unique_ptr<app::AdminComposition> m_composition;

    AdminWindow &window() const { return m_composition->window(); }
    void open()
    {
        m_composition.reset();
        m_composition = std::make_unique<app::AdminComposition>(
            *m_settings, HttpPolicy(), QHash<QString, QString>{{u"openai"_s, u"OpenAI"_s}});
        window().resize(1360, 860);
        window().show();
        window().activateWindow();
        window().start();
    }
    void signIn(const AdminPerson &person)
    {
        SignInPanel *panel = window().signInPanel();
        panel->server()->setText(u"http://127.0.0.1:%1"_s.arg(m_server->adminPort));
        panel->email()->setText(person.email);
        panel->password()->edit()->setFocus();
        QTest::keyClicks(panel->password()->edit(), QString::fromLatin1(adminPassword));
        panel->code()->setText(QString::fromLatin1(adminCodeNow(*m_server, person)));
        QTest::keyClick(panel->code(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(window().isSignedIn(), 20'000);
    }
    template <class PageType> PageType *show(const QString &id)
    {
        window().showPage(id);
        auto *page = static_cast<PageType *>(window().page(id));
        if (!page || !QTest::qWaitFor([page] { return page->showsContent(); }, 10'000))
            return nullptr;
        return page;
    }

private Q_SLOTS:
    void initTestCase()
    {
        KeywayStyle::install(*qApp);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }
    void init()
    {
        m_serverDir = std::make_unique<TemporaryDataDir>();
        m_dir = std::make_unique<TemporaryDataDir>();
        m_server
            = std::make_unique<ServerFixture>(server::DatabaseAddress::sqlite(m_serverDir->path()));
        m_server->clock.jumpTo(QDateTime::currentDateTimeUtc());
        m_settings = std::make_unique<app::AdminSettings>(m_dir->path());
    }
    void cleanup()
    {
        m_composition.reset();
        m_server.reset();
    }

    void agreesWithWhatWasSent()
    {
        const auto ada = m_server->user(u"ada@example.org"_s);
        const auto bob = m_server->user(u"bob@example.org"_s);
        QList<UsageMessage> records{m_server->record(1), m_server->record(2), m_server->record(3)};
        m_server->send(ada.token, {records.at(0), records.at(1)});
        m_server->send(bob.token, {records.at(2)});
        Money cost, fee;
        for (const UsageMessage &record : std::as_const(records)) {
            cost += record.platformCost;
            fee += record.platformFee;
        }
        open();
        signIn(madeAdmin(*m_server, u"olga@example.org"_s, AdminRole::Owner));
        auto *statistics = show<StatisticsPage>(u"statistics"_s);
        QVERIFY(statistics);
        QCOMPARE(statistics->card(0)->figure(), u"2"_s);
        QCOMPARE(statistics->card(1)->figure(), u"3"_s);
        QCOMPARE(statistics->card(2)->figure(), words::money(cost));
        QCOMPARE(statistics->card(3)->figure(), words::money(fee));
        QCOMPARE(statistics->plans()->item(0, 1)->text(), u"3"_s);
    }

    void leavesAMarkForEachKey()
    {
        open();
        signIn(madeAdmin(*m_server, u"olga@example.org"_s, AdminRole::Owner));
        window().showPage(u"keys"_s);
        auto *keys = static_cast<KeysPage *>(window().page(u"keys"_s));
        QVERIFY(keys);
        QTest::mouseClick(keys->addKey(), Qt::LeftButton);
        auto *dialog = window().findChild<PlatformKeyDialog *>();
        QVERIFY(dialog);
        const QByteArray canary = "sk-canary-through-the-window";
        QTest::keyClicks(dialog->label(), u"Free tier"_s);
        dialog->key()->edit()->setFocus();
        QTest::keyClicks(dialog->key()->edit(), QString::fromLatin1(canary));
        QTest::mouseClick(dialog->button(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(keys->table()->rowCount() == 1, 10'000);
        QCOMPARE(keys->table()->item(0, 1)->text(), u"Free tier"_s);
        auto *audit = show<AuditPage>(u"audit"_s);
        QVERIFY(audit);
        QCOMPARE(audit->table()->item(0, 2)->text(), u"Key added"_s);
        QCOMPARE(audit->table()->item(0, 4)->text(), u"olga@example.org"_s);
        QCOMPARE(m_serverDir->filesContaining(canary), QStringList());
        QCOMPARE(m_dir->filesContaining(canary), QStringList());
    }

    void goesOnAfterARestartAndNotAfterSigningOut()
    {
        open();
        signIn(madeAdmin(*m_server, u"vera@example.org"_s, AdminRole::Viewer));
        QCOMPARE(window().offeredPages(),
                 (QStringList{u"statistics"_s, u"health"_s, u"analytics"_s}));
        open();
        QTRY_VERIFY_WITH_TIMEOUT(window().isSignedIn(), 15'000);
        window().signOut();
        QVERIFY(!window().isSignedIn());
        QTest::qWait(500);
        open();
        QTRY_VERIFY_WITH_TIMEOUT(window().signInPanel()->server()->isEnabled(), 15'000);
        QVERIFY(!window().isSignedIn());
    }

    void coversTheWindowWhenTheServerEndsTheSession()
    {
        open();
        signIn(madeAdmin(*m_server, u"olga@example.org"_s, AdminRole::Owner));
        QVERIFY(show<StatisticsPage>(u"statistics"_s));
        m_server->clock.advance(std::chrono::minutes(31));
        window().page(u"statistics"_s)->reload();
        QTRY_VERIFY_WITH_TIMEOUT(!window().isSignedIn(), 10'000);
        QVERIFY(window().signInPanel()->isVisible());
        QVERIFY(!window().page(u"statistics"_s)->showsContent());
    }
};

QTEST_MAIN(TestPlatformToAdmin)
#include "tst_platformtoadmin.moc"
