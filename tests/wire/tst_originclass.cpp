#include "core/catalogue/service.h"
#include "core/wire/originclass.h"

#include <QtCore/QUrl>
#include <QtTest/QTest>

using namespace keyway;
using namespace Qt::StringLiterals;

/// Whose server an address belongs to, which decides about a fee.
class TestOriginClass : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ofAddress_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("known");
        QTest::addColumn<OriginClass>("expected");

        const auto row = [](const char *address, bool known, OriginClass expected) {
            QTest::addRow("%s%s", address, known ? "" : ", unknown service")
                << QString::fromLatin1(address) << known << expected;
        };
        row("https://api.example.com/v1", true, OriginClass::Official);
        row("https://api.example.com:443", true, OriginClass::Official);
        row("https://api.example.com:8443/v1", true, OriginClass::OwnUrl);
        row("https://proxy.example.org/v1", true, OriginClass::OwnUrl);
        row("http://api.example.com/v1", true, OriginClass::OwnUrl);
        row("http://127.0.0.1:11434", true, OriginClass::OwnUrl); // passed on to somebody who is paid
        row("http://127.1:11434", false, OriginClass::Local); // QUrl writes it out
        row("http://localhost:1234/v1", false, OriginClass::Local);
        row("http://[::1]:1234/v1", false, OriginClass::Local);
        row("https://127.evil.example/v1", true, OriginClass::OwnUrl);
        row("https://127.0.0.1.evil.example/v1", false, OriginClass::OwnUrl);
        row("https://localhost.evil.example/v1", false, OriginClass::OwnUrl);
    }

    void ofAddress()
    {
        QFETCH(const QString, address);
        QFETCH(const bool, known);
        QFETCH(const OriginClass, expected);
        Service service;
        service.baseUrl = QUrl(u"https://api.example.com/v1"_s);

        QCOMPARE(originOf(QUrl(address), known ? &service : nullptr), expected);
    }

    void aServiceThatAlwaysRunsHereIsLocal()
    {
        Service service;
        service.local = true;
        QCOMPARE(originOf(QUrl(u"https://gpu.example.org"_s), &service), OriginClass::Local);
    }

    void namesGoBothWays()
    {
        for (const OriginClass origin :
             {OriginClass::Official, OriginClass::OwnUrl, OriginClass::Local})
            QCOMPARE(originClassFromName(nameOf(origin)), std::optional(origin));
        QVERIFY(!originClassFromName(u"Local"));
    }
};

QTEST_APPLESS_MAIN(TestOriginClass)
#include "tst_originclass.moc"
