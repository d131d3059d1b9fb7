#include "core/catalogue/azureaddress.h"

#include <QtTest/QTest>

using namespace keyway;
using namespace Qt::StringLiterals;

/// The addresses that the portal of Azure shows, and what is none of them.
class TestAzureAddress : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("baseUrl"); // empty: not an address of Azure
        QTest::addColumn<QString>("deployment");
        const QString base = u"https://my-res.openai.azure.com/openai/v1"_s;
        const auto read = [&](const char *name, const QString &text, const QString &deployment) {
            QTest::newRow(name) << text << base << deployment;
        };
        read("endpoint", u"https://my-res.openai.azure.com/"_s, {});
        read("without a slash", u"https://my-res.openai.azure.com"_s, {});
        read("blanks", u"  https://my-res.openai.azure.com/ \n"_s, {});
        read("the new base", u"https://my-res.openai.azure.com/openai/v1/"_s, {});
        read("a call of the new base",
             u"https://my-res.openai.azure.com/openai/v1/chat/completions"_s, {});
        read("target URI",
             u"https://my-res.openai.azure.com/openai/deployments/my-gpt/chat/completions"
             u"?api-version=2025-01-01-preview"_s,
             u"my-gpt"_s);
        read("half a path", u"https://my-res.openai.azure.com/openai"_s, {});
        QTest::newRow("resource of several services")
            << u"https://my-res.cognitiveservices.azure.com/openai/deployments/a"_s
            << u"https://my-res.cognitiveservices.azure.com/openai/v1"_s << u"a"_s;
        QTest::newRow("project") << u"https://my-res.services.ai.azure.com/api/projects/mine"_s
                                 << u"https://my-res.services.ai.azure.com/openai/v1"_s
                                 << QString();
        for (const QString &other :
             {u""_s, u"my-res"_s, u"http://my-res.openai.azure.com/"_s,
              u"https://openai.azure.com.example.org/"_s, u"https://api.openai.com/v1"_s,
              u"https://user:word@my-res.openai.azure.com/"_s,
              u"https://my-res.openai.azure.com/other"_s, u"http://127.0.0.1:1/azure/openai/v1"_s})
            QTest::newRow(qPrintable(u"not: "_s + other)) << other << QString() << QString();
    }

    void reads()
    {
        QFETCH(QString, text);
        QFETCH(QString, baseUrl);
        QFETCH(QString, deployment);
        const std::optional<AzureAddress> address = azureAddress(text);
        QCOMPARE(address.has_value(), !baseUrl.isEmpty());
        if (!address)
            return;
        QCOMPARE(address->baseUrl, baseUrl);
        QCOMPARE(address->deployment, deployment);
        // Reading it again changes nothing, so it can be done at every edit.
        QCOMPARE(azureAddress(address->baseUrl)->baseUrl, baseUrl);
    }
};

QTEST_GUILESS_MAIN(TestAzureAddress)
#include "tst_azureaddress.moc"
