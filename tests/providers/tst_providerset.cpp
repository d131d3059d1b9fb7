#include "core/catalogue/catalogue.h"
#include "core/providers/providerset.h"

#include <QtTest/QTest>

using namespace keyway;
using namespace Qt::StringLiterals;

class TestProviderSet : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void speaksWhatTheCatalogueNames()
    {
        const Result<Catalogue> catalogue = Catalogue::load(u":/catalogue"_s);
        QVERIFY2(catalogue.ok(), catalogue.ok() ? "" : qPrintable(catalogue.error().detail()));
        const ProviderSet providers;
        const auto check = [&](WireFormat wire, const QString &whose) {
            QVERIFY2(providers.speaks(wire), qPrintable(whose + u": "_s + nameOf(wire)));
        };
        for (const Service &service : catalogue->services()) {
            check(service.wire, service.id);
            if (service.imageWire)
                check(*service.imageWire, service.id);
            if (service.videoWire)
                check(*service.videoWire, service.id);
            for (const Model &model : service.models) {
                if (model.wire)
                    check(*model.wire, model.id);
            }
        }
    }

    void makesPicturesWhereTheServiceSaysSo()
    {
        // A service of pictures whose wire is of text alone would refuse every wish.
        const Result<Catalogue> catalogue = Catalogue::load(u":/catalogue"_s);
        QVERIFY(catalogue.ok());
        for (const Service &service : catalogue->services()) {
            if (!service.types.contains(RequestType::Image))
                continue;
            const WireFormat wire = service.wireFor(RequestType::Image, nullptr);
            QVERIFY2(wire != WireFormat::OpenAiChat && wire != WireFormat::OpenAiResponses
                         && wire != WireFormat::AnthropicMessages && wire != WireFormat::CohereChat
                         && wire != WireFormat::OllamaChat,
                     qPrintable(service.id));
        }
    }
};

QTEST_GUILESS_MAIN(TestProviderSet)
#include "tst_providerset.moc"
