#include "core/catalogue/catalogue.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtTest/QTest>

using namespace keyway;
using namespace Qt::StringLiterals;

class TestCatalogue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Result<Catalogue> loaded = Catalogue::load(u":/catalogue"_s);
        QVERIFY2(loaded.ok(), loaded.ok() ? "" : qPrintable(loaded.error().detail()));
        m_catalogue = *loaded;
    }

    void shipsEveryService()
    {
        QStringList ids;
        for (const Service &service : m_catalogue.services())
            ids.append(service.id);
        ids.sort();
        const QStringList expected{u"anthropic"_s, u"custom"_s, u"llamacpp"_s,  u"lmstudio"_s,
                                   u"ollama"_s,    u"openai"_s, u"stability"_s, u"vllm"_s};
        QCOMPARE(ids, expected);
    }

private:
    Catalogue m_catalogue;
};

QTEST_GUILESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
