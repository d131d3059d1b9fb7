#include "core/catalogue/integration.h"

#include <QtTest/QTest>

using namespace keyway;
using namespace Qt::StringLiterals;

class TestBaseUrl : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void checks_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("url"); // empty: refused
        QTest::addColumn<QString>("reason");

        const auto accepted = [](const char *name, const QString &text, const QString &url) {
            QTest::newRow(name) << text << url << QString();
        };
        accepted("https", u"https://api.openai.com/v1"_s, u"https://api.openai.com/v1"_s);
        accepted("trailing slash", u"https://api.openai.com/v1/"_s, u"https://api.openai.com/v1"_s);
        accepted("only a slash", u"https://api.openai.com/"_s, u"https://api.openai.com"_s);
        accepted("many slashes", u"https://host/v1///"_s, u"https://host/v1"_s);
        accepted("no path", u"https://api.anthropic.com"_s, u"https://api.anthropic.com"_s);
        accepted("spaces around", u"  https://host/v1\n"_s, u"https://host/v1"_s);
        accepted("capitals", u"HTTPS://Host.Example/V1"_s, u"https://host.example/V1"_s);
        accepted("port", u"https://host:8443/v1"_s, u"https://host:8443/v1"_s);
        accepted("dots in the path", u"https://host/a/../v1"_s, u"https://host/v1"_s);
        accepted("international", u"https://bücher.example/v1"_s,
                 u"https://xn--bcher-kva.example/v1"_s);
        accepted("loopback IPv4", u"http://127.0.0.1:11434/v1"_s, u"http://127.0.0.1:11434/v1"_s);
        accepted("another loopback", u"http://127.8.9.10:1/"_s, u"http://127.8.9.10:1"_s);
        accepted("loopback IPv6", u"http://[::1]:8080/v1"_s, u"http://[::1]:8080/v1"_s);
        accepted("long loopback IPv6", u"http://[0:0:0:0:0:0:0:1]"_s, u"http://[::1]"_s);
        accepted("localhost", u"http://localhost:1234/v1/"_s, u"http://localhost:1234/v1"_s);

        accepted("short loopback", u"http://127.1:80/v1"_s, u"http://127.0.0.1:80/v1"_s);

        const auto refused = [](const char *name, const QString &text, const char *reason) {
            QTest::newRow(name) << text << QString() << QString::fromLatin1(reason);
        };
        refused("empty", u""_s, "bad-url");
        refused("blank", u"  "_s, "bad-url");
        refused("relative", u"api.openai.com/v1"_s, "bad-url");
        refused("only a path", u"/v1"_s, "bad-url");
        refused("scheme only", u"https://"_s, "bad-url");
        refused("no host", u"https:///v1"_s, "bad-url");
        refused("ftp", u"ftp://host/v1"_s, "bad-url");
        refused("file", u"file:///etc/passwd"_s, "bad-url");
        refused("query", u"https://host/v1?key=a"_s, "bad-url");
        refused("fragment", u"https://host/v1#a"_s, "bad-url");
        refused("space inside", u"https://ho st/v1"_s, "bad-url");
        refused("port zero", u"https://host:0/v1"_s, "bad-url");
        refused("port too large", u"https://host:65536/v1"_s, "bad-url");
        refused("too long", u"https://host/"_s + QString(3000, u'a'), "bad-url");
        refused("http outside", u"http://api.openai.com/v1"_s, "insecure-url");
        refused("http in the net", u"http://192.168.1.5:8000/v1"_s, "insecure-url");
        refused("every address", u"http://0.0.0.0:8000/v1"_s, "insecure-url");
        refused("loopback as a prefix", u"http://127.0.0.1.evil.com"_s, "insecure-url");
        refused("localhost as a prefix", u"http://localhost.evil.com"_s, "insecure-url");
        refused("localhost as an ending", u"http://evil-localhost"_s, "insecure-url");
        refused("other IPv6", u"http://[::2]/"_s, "insecure-url");
        refused("encoded dot", u"http://localhost%2eevil.com/"_s, "bad-url");
        refused("trailing dot", u"http://localhost./"_s, "insecure-url");
        refused("mapped IPv6", u"http://[::ffff:127.0.0.1]/"_s, "insecure-url");
        refused("backslash", u"http://127.0.0.1\\.evil.com/"_s, "bad-url");
        refused("encoded nought", u"http://127.0.0.1%00.evil.com/"_s, "bad-url");
        refused("user", u"https://user@host/v1"_s, "url-with-credentials");
        refused("user and password", u"https://user:pass@host/v1"_s, "url-with-credentials");
        refused("loopback as a user", u"http://127.0.0.1@evil.com/v1"_s, "url-with-credentials");
        refused("empty user", u"https://@host/v1"_s, "url-with-credentials");
    }
    void checks()
    {
        QFETCH(QString, text);
        QFETCH(QString, url);
        QFETCH(QString, reason);
        const Result<QUrl> result = checkedBaseUrl(text);
        if (reason.isEmpty()) {
            QVERIFY2(result.ok(), result.ok() ? "" : qPrintable(result.error().reason()));
            QCOMPARE(result->toString(), url);
            // What came out goes in again unchanged.
            const Result<QUrl> again = checkedBaseUrl(result->toString());
            QVERIFY(again.ok());
            QCOMPARE(*again, *result);
        } else {
            QVERIFY2(!result.ok(), result.ok() ? qPrintable(result->toString()) : "");
            QCOMPARE(result.error().kind(), Error::Kind::Rejected);
            QCOMPARE(result.error().reason(), reason);
        }
    }

    void errorsDoNotRepeatAPassword()
    {
        for (const QString &text : {u"https://user:s3cret@host"_s, u"https://user:s3 cret@host"_s,
                                    u"ftp://user:s3cret@host"_s, u"user:s3cret@host"_s}) {
            const Result<QUrl> result = checkedBaseUrl(text);
            QVERIFY(!result.ok());
            QVERIFY(!result.error().detail().contains(u"s3"_s));
        }
    }

    void namesOfKeySources()
    {
        for (const KeySource source :
             {KeySource::None, KeySource::Keychain, KeySource::Vault, KeySource::Environment})
            QCOMPARE(keySourceFromName(nameOf(source)), std::optional(source));
        QVERIFY(!keySourceFromName(u"file").has_value());
    }
};

QTEST_GUILESS_MAIN(TestBaseUrl)
#include "tst_baseurl.moc"
