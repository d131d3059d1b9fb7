#include "core/catalogue/azureaddress.h"

#include <QtCore/QStringList>
#include <QtCore/QUrl>

#include <algorithm>
#include <array>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

bool isHostOfAzure(const QString &host)
{
    constexpr std::array ends{
        ".openai.azure.com"_L1,
        ".cognitiveservices.azure.com"_L1,
        ".services.ai.azure.com"_L1,
    };
    return std::any_of(ends.begin(), ends.end(),
                       [&host](QLatin1StringView end) { return host.endsWith(end); });
}

} // namespace

std::optional<AzureAddress> azureAddress(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != "https"_L1 || !isHostOfAzure(url.host())
        || !url.userInfo().isEmpty())
        return std::nullopt;
    const QStringList path = url.path().split(u'/', Qt::SkipEmptyParts);
    AzureAddress address;
    const bool deployed
        = path.size() >= 3 && path.at(0) == "openai"_L1 && path.at(1) == "deployments"_L1;
    const bool current = path.size() >= 2 && path.at(0) == "openai"_L1 && path.at(1) == "v1"_L1;
    // A project of a resource shares the resource's models and keys.
    const bool bare = path.isEmpty() || path == QStringList{u"openai"_s}
        || (path.size() == 3 && path.at(0) == "api"_L1 && path.at(1) == "projects"_L1);
    if (deployed)
        address.deployment = path.at(2);
    else if (!current && !bare)
        return std::nullopt;
    QUrl base;
    base.setScheme(url.scheme());
    base.setHost(url.host());
    base.setPort(url.port());
    base.setPath(u"/openai/v1"_s);
    address.baseUrl = base.toString();
    return address;
}

} // namespace keyway
