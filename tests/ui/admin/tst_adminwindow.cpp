// Signing in, what a role is offered, and how a session ends.

#include "tests/ui/accessibility.h"
#include "tests/ui/admin/fakeadmin.h"
#include "tests/ui/placing.h"
#include "ui/admin/adminwindow.h"
#include "ui/admin/auditpage.h"
#include "ui/admin/healthpage.h"
#include "ui/admin/signinpanel.h"
#include "ui/theme/keywaystyle.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/keyfield.h"
#include "ui/widgets/resultline.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

using namespace keyway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

class Memory final : public AdminMemory {
public:
    QHash<QString, QString> texts;
    QString text(const QString &name) const override { return texts.value(name); }
    void setText(const QString &name, const QString &text) override { texts.insert(name, text); }
};

struct Bench {
    explicit Bench(const QHash<QString, QString> &remembered = {}, bool kept = false)
    {
        sample::fill(admin);
        admin.kept = kept;
        memory.texts = remembered;
        window = std::make_unique<AdminWindow>(&admin, &memory);
        window->addPage({u"health"_s, u"Service Health"_s, u"health"_s, u"Overview"_s, u"health"_s,
                         [this](const AdminIdentity &, QWidget *parent) -> AdminPage * {
                             return new HealthPage(&admin, sample::serviceNames(),
                                                   &sample::adminNow, parent);
                         }});
        window->addPage({u"audit"_s, u"Audit"_s, u"shield"_s, u"Record"_s, u"audit"_s,
                         [this](const AdminIdentity &, QWidget *parent) -> AdminPage * {
                             return new AuditPage(&admin, &sample::adminNow, parent);
                         }});
        window->resize(1360, 860);
        window->show();
        window->activateWindow();
        window->start();
    }
    SignInPanel *panel() const { return window->signInPanel(); }
    void type(const QString &server = u"admin.example.org"_s)
    {
        panel()->server()->setText(server);
        panel()->email()->setText(u"olga@example.org"_s);
        panel()->password()->edit()->setFocus();
        QTest::keyClicks(panel()->password()->edit(), u"a very long password"_s);
        panel()->code()->setText(u"417 203"_s);
    }
    void signIn()
    {
        type();
        QTest::keyClick(panel()->code(), Qt::Key_Return);
    }

    FakeAdmin admin;
    Memory memory;
    std::unique_ptr<AdminWindow> window;
};

} // namespace

class TestAdminWindow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        KeywayStyle::install(*qApp);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void signsInByKeyboard()
    {
        Bench bench;
        QVERIFY(!bench.panel()->button()->isEnabled());
        QCOMPARE(unnamedWidgets(bench.window.get()).join(u'\n'), QString());
        QCOMPARE(misplaced(bench.window.get()).join(u'\n'), QString());
        QCOMPARE(clipped(bench.window.get()).join(u'\n'), QString());
        bench.signIn();
        QTRY_VERIFY(bench.window->isSignedIn());
        QCOMPARE(bench.admin.asked.first(),
                 u"signin olga@example.org a very long password 417203"_s);
        QCOMPARE(bench.admin.server, QUrl(u"https://admin.example.org"_s));
        QCOMPARE(bench.memory.texts.value(u"server"_s), u"https://admin.example.org"_s);
        QCOMPARE(bench.memory.texts.value(u"email"_s), u"olga@example.org"_s);
        QVERIFY(bench.panel()->password()->isEmpty() && bench.panel()->code()->text().isEmpty());
        QTRY_VERIFY(bench.window->page(u"health"_s)->showsContent());
        QCOMPARE(bench.window->windowTitle(), u"Service Health – Keyway Admin"_s);
        for (const QSize size : {QSize(1360, 860), QSize(1024, 680)}) {
            bench.window->resize(size);
            QTest::qWait(150);
            QCOMPARE(unnamedWidgets(bench.window.get()).join(u'\n'), QString());
            QCOMPARE(misplaced(bench.window.get()).join(u'\n'), QString());
            QCOMPARE(clipped(bench.window.get()).join(u'\n'), QString());
        }
        QTest::keyClick(bench.window.get(), Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(bench.window->currentPageId(), u"audit"_s);
    }

    void saysWhyNot_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("words");
        const QString host = u"admin.example.org"_s;
        QTest::newRow("wrong") << host << u"bad-credentials"_s
                               << u"E-mail, password or code is wrong."_s;
        QTest::newRow("locked") << host << u"locked"_s << u"Too many wrong tries."_s;
        QTest::newRow("away") << host << u"refused"_s << u"The server cannot be reached."_s;
        QTest::newRow("http") << u"http://admin.example.org"_s << QString() << u"Use https."_s;
    }
    void saysWhyNot()
    {
        QFETCH(QString, server);
        QFETCH(QString, reason);
        QFETCH(QString, words);
        Bench bench;
        const Error::Kind kind = reason == "locked"_L1 ? Error::Kind::RateLimited
            : reason == "refused"_L1                   ? Error::Kind::Network
                                                       : Error::Kind::Auth;
        bench.admin.refuse = Error(kind).withReason(reason);
        bench.type(server);
        QTest::keyClick(bench.panel()->code(), Qt::Key_Return);
        QTRY_VERIFY2(bench.panel()->result()->spokenText().contains(words),
                     qPrintable(bench.panel()->result()->spokenText()));
        QVERIFY(!bench.window->isSignedIn());
        QVERIFY(bench.panel()->code()->text().isEmpty());
    }

    void goesOnWithAKeptSession()
    {
        Bench bench({{u"server"_s, u"https://admin.example.org"_s}}, true);
        QTRY_VERIFY(bench.window->isSignedIn());
        QCOMPARE(bench.admin.asked.first(), u"resume"_s);
        Bench fresh(
            {{u"server"_s, u"https://admin.example.org"_s}, {u"email"_s, u"olga@example.org"_s}});
        QTRY_VERIFY(fresh.panel()->server()->isEnabled());
        QVERIFY(!fresh.window->isSignedIn());
        QCOMPARE(fresh.panel()->server()->text(), u"https://admin.example.org"_s);
    }

    void offersWhatTheRoleMay()
    {
        Bench bench;
        bench.admin.identity.role = u"viewer"_s;
        bench.admin.identity.permissions = {u"statistics"_s, u"health"_s};
        bench.signIn();
        QTRY_VERIFY(bench.window->isSignedIn());
        QCOMPARE(bench.window->offeredPages(), QStringList{u"health"_s});
        bench.window->showPage(u"audit"_s);
        QCOMPARE(bench.window->currentPageId(), u"health"_s);
        QVERIFY(!bench.window->page(u"audit"_s));
    }

    void dropsEverythingWhenTheSessionEnds()
    {
        Bench bench;
        bench.signIn();
        QTRY_VERIFY(bench.window->page(u"health"_s)
                    && bench.window->page(u"health"_s)->showsContent());
        bench.admin.refuse = Error(Error::Kind::Auth).withReason(u"expired"_s);
        bench.window->page(u"health"_s)->reload();
        QTRY_VERIFY(!bench.window->isSignedIn());
        QVERIFY(bench.panel()->isVisible());
        QVERIFY(bench.panel()->result()->spokenText().contains(u"The session has ended."_s));
        QVERIFY(!bench.window->page(u"health"_s)->showsContent());
        QVERIFY(bench.window->offeredPages().isEmpty());
        bench.admin.refuse.reset();
        bench.signIn();
        QTRY_VERIFY(bench.window->isSignedIn());
    }

    void warnsAndSignsOutWhenIdle()
    {
        Bench bench;
        bench.window->setIdle({600ms, 1200ms});
        bench.signIn();
        QTRY_VERIFY(bench.window->isSignedIn());
        QVERIFY(!bench.window->idleBanner()->isVisible());
        QTRY_VERIFY(bench.window->idleBanner()->isVisible());
        QTest::mouseClick(bench.window->idleBanner()->findChild<QPushButton *>(), Qt::LeftButton);
        QTRY_VERIFY(!bench.window->idleBanner()->isVisible());
        QVERIFY(bench.admin.asked.contains(u"stay"_s));
        QVERIFY(bench.window->isSignedIn());
        QTRY_VERIFY(!bench.window->isSignedIn());
        QVERIFY(bench.admin.asked.contains(u"signout"_s));
        QVERIFY(bench.panel()->result()->spokenText().contains(u"30 minutes"_s));
    }
};

QTEST_MAIN(TestAdminWindow)
#include "tst_adminwindow.moc"
