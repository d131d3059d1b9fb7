#include "tests/support/temporarydatadir.h"
#include "ui/desktop/statusfacts.h"
#include "ui/desktop/windowsettings.h"

#include <QtTest/QTest>

using namespace keyway;
using namespace Qt::StringLiterals;

/// What the status bar says, and what a window remembers.
class TestWindowFacts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theStatusBarSaysWhatTheReceiptSays()
    {
        engine::Overview view;
        view.today = QDate(2026, 11, 18);
        view.monthCost = Money::fromCents(2064);
        view.monthFee = Money::fromCents(103);
        view.monthTotal = Money::fromCents(2167);
        view.todayTotal = Money::fromCents(118);
        for (const engine::Health health :
             {engine::Health::Active, engine::Health::Degraded, engine::Health::Down,
              engine::Health::Locked, engine::Health::Disabled}) {
            engine::IntegrationSummary summary;
            summary.health = health;
            summary.integration.enabled = health != engine::Health::Disabled;
            view.integrations.append(summary);
        }
        const StatusLine line = statusLine(view, KeychainStatus{KeychainState::Ready, {}, {}},
                                           QLocale(QLocale::English, QLocale::UnitedStates));
        QCOMPARE(line.services, 4);
        QCOMPARE(line.ready, 2);
        QCOMPARE(line.keychain, StatusLine::Keychain::Unlocked);
        QCOMPARE(line.month, u"November"_s);
        QCOMPARE(line.today, u"$1.18"_s);
        QCOMPARE(line.cost, u"$20.64"_s);
        QCOMPARE(line.fee, u"$1.03"_s);
        QCOMPARE(line.total, u"$21.67"_s);
        QVERIFY2(line.spoken.contains(u"67"_s), qPrintable(line.spoken));
    }

    void everyStateOfTheKeychainHasItsPart()
    {
        const engine::Overview view;
        QCOMPARE(statusLine(view, {}).keychain, StatusLine::Keychain::Unknown);
        const auto part = [&view](KeychainState state) {
            return statusLine(view, KeychainStatus{state, {}, {}});
        };
        QCOMPARE(part(KeychainState::Locked).keychain, StatusLine::Keychain::Locked);
        for (const KeychainState state :
             {KeychainState::Unavailable, KeychainState::Hanging, KeychainState::Refused})
            QCOMPARE(part(state).keychain, StatusLine::Keychain::Unavailable);
        QCOMPARE(part(KeychainState::Hanging).keychainWords, u"Keychain does not answer"_s);
    }

    void windowsAndThemeAreRemembered()
    {
        const TemporaryDataDir dir;
        {
            WindowSettings settings(dir.path());
            QCOMPARE(settings.themeMode(), Theme::Mode::System);
            QVERIFY(!settings.load(u"one screen"_s));
            settings.setThemeMode(Theme::Mode::Dark);
            settings.save(u"one screen"_s, {"geometry"_ba, true, false});
            QCOMPARE(settings.columns(u"requests"_s), QStringList());
            settings.setColumns(u"requests"_s, {u"cost"_s, u"-app"_s});
        }
        const WindowSettings settings(dir.path());
        QCOMPARE(settings.themeMode(), Theme::Mode::Dark);
        QCOMPARE(settings.load(u"one screen"_s)->geometry, "geometry"_ba);
        QVERIFY(settings.load(u"one screen"_s)->rail);
        QVERIFY(!settings.load(u"two screens"_s));
        QCOMPARE(settings.columns(u"requests"_s), (QStringList{u"cost"_s, u"-app"_s}));
        QCOMPARE(settings.columns(u"models"_s), QStringList());
    }
};

QTEST_MAIN(TestWindowFacts)
#include "tst_windowfacts.moc"
