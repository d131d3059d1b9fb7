#include "tests/ui/settings/samplesync.h"
#include "ui/desktop/settings/syncwords.h"

#include <QtTest/QTest>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

Error error(Error::Kind kind, const QString &reason = {})
{
    return Error(kind).withReason(reason);
}

} // namespace

/// What is said of each state of sending.
class TestSyncWords : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void statusBar_data()
    {
        QTest::addColumn<SyncStatus>("status");
        QTest::addColumn<QString>("words");
        QTest::addColumn<bool>("wrong");
        SyncStatus off = sample::synced();
        off.account->syncs = false;
        SyncStatus fresh = sample::synced();
        fresh.lastSent.reset();
        SyncStatus running = sample::synced();
        running.running = true;
        SyncStatus old = sample::synced();
        old.lastSent->at = old.lastSent->at.addDays(-1);
        QTest::newRow("nobody") << sample::signedOut() << QString() << false;
        QTest::newRow("synced") << sample::synced() << u"Synced 14:31"_s << false;
        QTest::newRow("yesterday") << old << u"Synced Yesterday"_s << false;
        QTest::newRow("fresh") << fresh << u"Nothing to sync yet"_s << false;
        QTest::newRow("off") << off << u"Sync is off"_s << false;
        QTest::newRow("running") << running << u"Syncing…"_s << false;
        QTest::newRow("away") << sample::failing(error(Error::Kind::Network))
                              << u"Not synced · 37 waiting"_s << true;
        QTest::newRow("away, nothing waits")
            << sample::failing(error(Error::Kind::Network), 0) << u"Not synced"_s << true;
        QTest::newRow("signed out")
            << sample::failing(error(Error::Kind::Auth, u"revoked"_s)) << u"Signed out"_s << true;
    }
    void statusBar()
    {
        QFETCH(SyncStatus, status);
        QFETCH(QString, words);
        QFETCH(bool, wrong);
        const SyncWord word = syncWord(status, sample::syncNow());
        QCOMPARE(word.text, words);
        QCOMPARE(word.wrong, wrong);
    }

    void notices_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<QString>("title");
        QTest::addColumn<bool>("signsIn");
        using Kind = Error::Kind;
        QTest::newRow("away") << error(Kind::Network)
                              << u"Keyway's server has been out of reach since 14:05."_s << false;
        QTest::newRow("slow") << error(Kind::Timeout)
                              << u"Keyway's server has been out of reach since 14:05."_s << false;
        QTest::newRow("trouble") << error(Kind::Overloaded) << u"Keyway's server is in trouble."_s
                                 << false;
        QTest::newRow("busy") << error(Kind::RateLimited, u"too-fast"_s)
                              << u"Keyway's server asks to wait a little."_s << false;
        QTest::newRow("certificate")
            << error(Kind::Untrusted, u"tls"_s)
            << u"The certificate of keyway.example.org is not trusted."_s << false;
        QTest::newRow("stranger") << error(Kind::Protocol, u"not-keyway"_s)
                                  << u"This address is not a Keyway server."_s << false;
        QTest::newRow("clock") << error(Kind::Rejected, u"wrong-clock"_s)
                               << u"This computer's clock is 3 day(s) ahead."_s << false;
        QTest::newRow("revoked") << error(Kind::Auth, u"revoked"_s)
                                 << u"You were signed out on this computer."_s << true;
        QTest::newRow("stolen") << error(Kind::Auth, u"token-reused"_s)
                                << u"You were signed out on this computer."_s << true;
        QTest::newRow("forgotten") << error(Kind::Keychain, u"missing-key"_s)
                                   << u"Your sign-in is not in the keychain any more."_s << true;
        QTest::newRow("keychain") << error(Kind::Keychain, u"locked"_s)
                                  << u"Your keychain is locked."_s << false;
    }
    void notices()
    {
        QFETCH(Error, error);
        QFETCH(QString, title);
        QFETCH(bool, signsIn);
        SyncStatus status = sample::failing(error);
        status.clockAhead = std::chrono::hours(75);
        const auto notice = syncNotice(status, sample::syncNow());
        QVERIFY(notice);
        QCOMPARE(notice->title, title);
        QCOMPARE(notice->help == SyncNotice::Help::SignIn, signsIn);
        // Whatever happens, it says that prompts go on.
        QVERIFY2(notice->text.contains(u"Prompts still work."_s), qPrintable(notice->text));
    }

    void noNoticeWhereAllIsWell()
    {
        QVERIFY(!syncNotice(sample::synced(), sample::syncNow()));
        QVERIFY(!syncNotice(sample::signedOut(), sample::syncNow()));
    }

    void whyARecordWasNotTaken()
    {
        QStringList words;
        for (const char *reason : {"clock", "billing-day", "cost", "fee", "changed", "bad-record"})
            words += notTakenWords({{}, {}, UsageState::Quarantined, QLatin1String(reason)});
        QCOMPARE(words.removeDuplicates(), 0);
        QVERIFY(!words.contains(QString()));
    }
};

Q_DECLARE_METATYPE(keyway::SyncStatus)
Q_DECLARE_METATYPE(keyway::Error)

QTEST_GUILESS_MAIN(TestSyncWords)
#include "tst_syncwords.moc"
