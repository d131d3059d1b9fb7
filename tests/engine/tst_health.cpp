#include "core/engine/healthbook.h"

#include <QtTest/QTest>

using namespace keyway;
using namespace keyway::engine;
using namespace Qt::StringLiterals;

namespace {

UsageRecord attempt(Outcome outcome, std::optional<Error::Kind> kind = {}, qint64 firstToken = 0)
{
    UsageRecord record;
    record.outcome = outcome;
    record.errorKind = kind;
    if (firstToken > 0)
        record.firstTokenMs = firstToken;
    record.startedAt = QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
    return record;
}
const UsageRecord good = attempt(Outcome::Completed, {}, 400);
const UsageRecord bad = attempt(Outcome::Failed, Error::Kind::Overloaded);
const UsageRecord cut = attempt(Outcome::Unknown, Error::Kind::Network);

} // namespace

class TestHealth : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void threeInARowAreDown()
    {
        QVERIFY(!pulseOf({bad, bad, good}).down);
        const Pulse pulse = pulseOf({bad, cut, bad, good});
        QVERIFY(pulse.down);
        QVERIFY(!pulse.degraded);
        QVERIFY(pulse.downSince.has_value());
        QVERIFY(!pulseOf({good, bad, bad, bad}).down);
    }

    void threeOfTenAreDegraded()
    {
        QVERIFY(pulseOf({good, bad, bad, good, bad}).degraded);
        QVERIFY(!pulseOf({good, bad, bad, good}).degraded);
        const QList<UsageRecord> old(10, good);
        QVERIFY(!pulseOf(old + QList<UsageRecord>{bad, bad, bad}).degraded);
    }

    void whatTheUserCausedSaysNothing()
    {
        const UsageRecord cancelled = attempt(Outcome::Cancelled, Error::Kind::Cancelled);
        const UsageRecord ours = attempt(Outcome::Failed, Error::Kind::Budget);
        const UsageRecord refused = attempt(Outcome::Failed, Error::Kind::Rejected);
        QVERIFY(!pulseOf({cancelled, ours, refused, cancelled}).down);
        QVERIFY(pulseOf({bad, cancelled, bad, refused, bad}).down);
    }

    void theMedianTellsTheTypicalTime()
    {
        const Pulse pulse
            = pulseOf({attempt(Outcome::Completed, {}, 100), attempt(Outcome::Completed, {}, 9000),
                       attempt(Outcome::Completed, {}, 300)});
        QCOMPARE(pulse.typicalFirstToken, std::chrono::milliseconds(300));
        QVERIFY(!pulseOf({}).typicalFirstToken);
    }

    void theMostImportantWordWins()
    {
        Integration integration;
        integration.monthlyLimit = Money::fromCents(100);
        const Money spent = Money::fromCents(100);
        Pulse down;
        down.down = true;
        const auto word
            = [&](KeychainState keychain) { return healthOf(integration, down, keychain, spent); };
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
