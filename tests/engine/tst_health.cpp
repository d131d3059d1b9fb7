#include "core/engine/integrationhealth.h"

#include <QtTest/QTest>

using namespace keyway;
using namespace keyway::engine;
using namespace Qt::StringLiterals;
using routing::ModelHealth;

namespace {

const QDateTime now(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);

ModelHealth down(qint64 pauseSeconds = 60)
{
    ModelHealth health;
    health.failuresInARow = 3;
    health.failingSince = now.addSecs(-100);
    health.openUntil = now.addSecs(pauseSeconds);
    return health;
}

ModelHealth measured(qint64 firstTokenMs, qint64 secondsAgo = 0)
{
    ModelHealth health;
    health.speed = routing::Speed{firstTokenMs, 0, now.addSecs(-secondsAgo)};
    return health;
}

} // namespace

/// What the health of the models says about an integration, in one word.
class TestHealth : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void downWhileTheCircuitIsNotClosed()
    {
        const Pulse pulse = pulseOf(u"m"_s, {{u"m"_s, down()}}, now);
        QVERIFY(pulse.down);
        QVERIFY(!pulse.degraded);
        QCOMPARE(pulse.downSince, now.addSecs(-100));
        // The pause is over, but nobody has heard of it since.
        QVERIFY(pulseOf(u"m"_s, {{u"m"_s, down(-10)}}, now).down);
        QVERIFY(!pulseOf(u"m"_s, {}, now).down);
    }

    void degradedByTroubleRestAndOtherModels()
    {
        ModelHealth trouble;
        trouble.recentTrouble = 0b10101;
        QVERIFY(pulseOf(u"m"_s, {{u"m"_s, trouble}}, now).degraded);
        ModelHealth busy;
        busy.restUntil = now.addSecs(20);
        QVERIFY(pulseOf(u"m"_s, {{u"m"_s, busy}}, now).degraded);
        QVERIFY(pulseOf(u"m"_s, {{u"m"_s, measured(1)}, {u"other"_s, down()}}, now).degraded);
        QVERIFY(!pulseOf(u"m"_s, {{u"m"_s, measured(1)}}, now).degraded);
    }

    void aModelThatWasNeverAskedIsSpokenFor()
    {
        QVERIFY(pulseOf(u"new"_s, {{u"m"_s, down()}}, now).down);
        const Pulse pulse
            = pulseOf(u"new"_s, {{u"a"_s, measured(100, 50)}, {u"b"_s, measured(300, 10)}}, now);
        QCOMPARE(pulse.typicalFirstToken, std::chrono::milliseconds(300));
    }

    void theTypicalTimeIsTheMeasuredOne()
    {
        QCOMPARE(pulseOf(u"m"_s, {{u"m"_s, measured(410)}}, now).typicalFirstToken,
                 std::chrono::milliseconds(410));
        QVERIFY(!pulseOf(u"m"_s, {{u"m"_s, measured(410, 31 * 24 * 3600)}}, now).typicalFirstToken);
    }

    void theMostImportantWordWins()
    {
        Integration integration;
        integration.monthlyLimit = Money::fromCents(100);
        const Money spent = Money::fromCents(100);
        Pulse pulse;
        pulse.down = true;
        const auto word
            = [&](KeychainState keychain) { return healthOf(integration, pulse, keychain, spent); };
        QCOMPARE(word(KeychainState::Locked), Health::Locked);
        QCOMPARE(word(KeychainState::Ready), Health::OverBudget);
        integration.hold = Hold{};
        QCOMPARE(word(KeychainState::Ready), Health::Held);
        integration.hold.reset();
        integration.limitAction = LimitAction::WarnOnly;
        QCOMPARE(word(KeychainState::Ready), Health::Down);
        integration.keySource = KeySource::None;
        QCOMPARE(word(KeychainState::Unavailable), Health::Down);
        integration.enabled = false;
        QCOMPARE(word(KeychainState::Locked), Health::Disabled);
        QCOMPARE(healthOf(Integration(), {}, KeychainState::Ready, {}), Health::Active);
    }
};

QTEST_GUILESS_MAIN(TestHealth)
#include "tst_health.moc"
