#include "core/process/processhardening.h"
#include "core/secrets/secretstore.h"

#include <QtTest/QTest>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

using namespace Qt::StringLiterals;
using namespace keyway;

class HardeningTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void leavesNoCore()
    {
#ifdef Q_OS_LINUX
        QCOMPARE(prctl(PR_GET_DUMPABLE), 1);
#endif
        QVERIFY(hardenProcess().ok());
#ifdef Q_OS_UNIX
        rlimit limit{};
        QCOMPARE(getrlimit(RLIMIT_CORE, &limit), 0);
        QCOMPARE(limit.rlim_cur, rlim_t(0));
        QCOMPARE(limit.rlim_max, rlim_t(0));
#endif
#ifdef Q_OS_LINUX
        QCOMPARE(prctl(PR_GET_DUMPABLE), 0);
#endif
        QVERIFY(hardenProcess().ok()); // a second time does no harm
    }

    void namesEntriesAfterIntegrations()
    {
        const auto id = Id::fromString(u"01890a5d-ac96-774b-bcce-b302099a8057"_s);
        QVERIFY(id);
        QCOMPARE(keychainEntry(*id),
                 u"org.keyway/integration/01890a5d-ac96-774b-bcce-b302099a8057"_s);
    }
};

QTEST_GUILESS_MAIN(HardeningTest)
#include "tst_hardening.moc"
