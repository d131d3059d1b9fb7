#include "core/catalogue/connectionpolicy.h"

#include <QtTest/QTest>

using namespace keyway;
using namespace Qt::StringLiterals;

class TestConnectionPolicy : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void takesProxies_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("kept");
        QTest::newRow("none") << u" none "_s << u"none"_s;
        QTest::newRow("system") << u"system"_s << u"system"_s;
        QTest::newRow("http") << u"http://proxy.example.org:3128"_s
                              << u"http://proxy.example.org:3128"_s;
        QTest::newRow("slash") << u"http://10.0.0.1:8080/"_s << u"http://10.0.0.1:8080"_s;
        QTest::newRow("socks5") << u"socks5://127.0.0.1:9050"_s << u"socks5://127.0.0.1:9050"_s;
        QTest::newRow("socks5h") << u"SOCKS5H://localhost:1080"_s << u"socks5://localhost:1080"_s;
        QTest::newRow("address of version 6") << u"http://[::1]:3128"_s << u"http://[::1]:3128"_s;
    }
    void takesProxies()
    {
        QFETCH(QString, text);
        QFETCH(QString, kept);
        ConnectionPolicy policy;
        QVERIFY(policy.setProxy(text).ok());
        QCOMPARE(policy.proxyText(), kept);
        ConnectionPolicy again;
        QVERIFY(again.setProxy(policy.proxyText()).ok());
        QVERIFY(again == policy);
        QCOMPARE(policy.isDefault(), kept == u"none"_s);
    }

    void refusesOthers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("reason");
        for (const char *bad :
             {"", "proxy", "proxy.example.org:3128", "http://proxy.example.org", "http://:3128",
              "http://proxy.example.org:0", "http://proxy.example.org:99999", "http://",
              "https://proxy.example.org:443", "ftp://proxy.example.org:21",
              "http://proxy.example.org:3128/path", "http://proxy.example.org:3128?x=1",
              "http://proxy.example.org:3128#x", "NONE", "file:///etc/passwd"})
            QTest::addRow("'%s'", bad) << QString::fromLatin1(bad) << u"bad-proxy"_s;
        QTest::newRow("long") << u"http://"_s + QString(600, u'x') + u":80"_s << u"bad-proxy"_s;
        for (const char *secret :
             {"http://me:pa55@proxy.example.org:3128", "http://me@proxy.example.org:3128",
              "socks5://:pa55@localhost:1080", "http://@proxy.example.org:3128"})
            QTest::addRow("'%s'", secret)
                << QString::fromLatin1(secret) << u"proxy-with-credentials"_s;
    }
    void refusesOthers()
    {
        QFETCH(QString, text);
        QFETCH(QString, reason);
        ConnectionPolicy policy;
        QVERIFY(policy.setProxy(u"socks5://localhost:1080"_s).ok());
        const ConnectionPolicy before = policy;
        const auto set = policy.setProxy(text);
        QVERIFY(!set.ok());
        QCOMPARE(set.error().kind(), Error::Kind::Rejected);
        QCOMPARE(set.error().reason(), reason);
        QVERIFY(!set.error().detail().contains(u"pa55"_s));
        QVERIFY(policy == before);
    }
};

QTEST_GUILESS_MAIN(TestConnectionPolicy)
#include "tst_connectionpolicy.moc"
