#include "ui/words/connecting.h"

#include "ui/words/prices.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace keyway::words {
namespace {

struct ConnectingWords {
    Q_DECLARE_TR_FUNCTIONS(keyway::words::Connecting)
};

/// The button of a service's key page that makes a new key, and whether the key is shown again.
struct KeyPage {
    QLatin1StringView service;
    const char *button;
    bool onlyOnce;
};

constexpr std::array keyPages{
    KeyPage{"openai"_L1, "Create new secret key", true},
    KeyPage{"anthropic"_L1, "Create Key", true},
    KeyPage{"stability"_L1, "Create API Key", false},
    KeyPage{"gemini"_L1, "Create API key", false},
    KeyPage{"openrouter"_L1, "Create API Key", true},
    KeyPage{"xai"_L1, "Create API key", true},
    KeyPage{"mistral"_L1, "Create new key", true},
    KeyPage{"deepseek"_L1, "Create new API key", true},
    KeyPage{"groq"_L1, "Create API Key", true},
    KeyPage{"runway"_L1, "Create API Key", true},
};

bool isAzure(const Service &service)
{
    return service.id == "azure"_L1;
}

} // namespace

QStringList keySteps(const Service &service)
{
    const QString host = service.keyPage.host();
    if (host.isEmpty())
        return {ConnectingWords::tr("Whoever runs the service gives it to you.")};
    QStringList steps{ConnectingWords::tr("Sign in at %1.").arg(host)};
    if (isAzure(service))
        return steps << ConnectingWords::tr(
                   "Open your resource. It shows its endpoint and its keys; one of "
                   "the two keys is enough.")
                     << ConnectingWords::tr(
                            "Copy endpoint and key, and the name of a deployment you made.");
    const auto page = std::find_if(keyPages.begin(), keyPages.end(), [&](const KeyPage &known) {
        return known.service == service.id;
    });
    const bool known = page != keyPages.end();
    steps += known ? ConnectingWords::tr("Choose “%1” there.").arg(QLatin1StringView(page->button))
                   : ConnectingWords::tr("Make a new API key there.");
    if (!known)
        steps += ConnectingWords::tr("Copy the key and paste it here. Most services show it only "
                                     "once.");
    else if (page->onlyOnce)
        steps += ConnectingWords::tr("Copy the key and paste it here. %1 shows it only once.")
                     .arg(service.name);
    else
        steps += ConnectingWords::tr("Copy the key and paste it here.");
    return steps;
}

QString keyNote(const Service &service)
{
    if (service.id == "mistral"_L1)
        return ConnectingWords::tr("Keys work once a plan is chosen; the free one is enough.");
    if (service.id == "cohere"_L1)
        return ConnectingWords::tr("Trial keys are free and limited, production keys are billed.");
    if (service.id == "runway"_L1)
        return ConnectingWords::tr("Runway makes nothing before credits were bought there.");
    return {};
}

QString keyShape(const Service &service)
{
    const QString start = service.keyPrefixes.value(0);
    const int length = service.keyLength;
    if (!start.isEmpty() && length > 0)
        return ConnectingWords::tr("Its keys start with %1 and have %2 characters.")
            .arg(start)
            .arg(length);
    if (!start.isEmpty())
        return ConnectingWords::tr("Its keys start with %1.").arg(start);
    if (length > 0)
        return ConnectingWords::tr("Its keys have %1 characters.").arg(length);
    return {};
}

QString addressLabel(const Service &service)
{
    return isAzure(service) ? ConnectingWords::tr("Endpoint") : ConnectingWords::tr("Base URL");
}

QString addressExample(const Service &service)
{
    if (isAzure(service))
        return u"https://my-resource.openai.azure.com/openai/v1"_s;
    return service.local ? service.baseUrl.toString() : u"https://api.example.org/v1"_s;
}

QString addressNote(const Service &service)
{
    if (!service.baseUrl.isEmpty())
        return {};
    return isAzure(service)
        ? ConnectingWords::tr("As the resource shows it, or the target URI of a deployment.")
        : ConnectingWords::tr("Of any server that speaks the OpenAI protocol; mostly it ends "
                              "in /v1.");
}

bool namesModelsByDeployment(const Service &service)
{
    return isAzure(service);
}

QString modelLabel(const Service &service)
{
    return isAzure(service) ? ConnectingWords::tr("Deployment")
                            : ConnectingWords::tr("Default model");
}

QString modelLine(const Model *model, const QDate &utcDay, const QLocale &locale)
{
    if (!model)
        return {};
    const QString name = model->name.isEmpty() ? model->id : model->name;
    const DatedPrice *const price = model->priceAt(utcDay);
    QStringList parts;
    if (price) {
        for (const PriceLine &line : priceLines(*price, locale))
            parts += line.what + u' ' + line.price;
    }
    if (parts.isEmpty())
        return ConnectingWords::tr("%1: price unknown", "a model").arg(name);
    return ConnectingWords::tr("%1: %2", "a model and its prices").arg(name, parts.join(u", "_s));
}

} // namespace keyway::words
