#include "core/wire/originclass.h"

#include "core/catalogue/service.h"

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

bool isLoopback(const QUrl &url)
{
    const QString host = url.host();
    return host == "localhost"_L1 || host == "::1"_L1 || host.startsWith("127."_L1);
}

} // namespace

QString nameOf(OriginClass origin)
{
    switch (origin) {
    case OriginClass::Official:
        return u"official"_s;
    case OriginClass::OwnUrl:
        return u"own-url"_s;
    case OriginClass::Local:
        return u"local"_s;
    }
    return {};
}

std::optional<OriginClass> originClassFromName(QStringView name)
{
    for (const OriginClass origin :
         {OriginClass::Official, OriginClass::OwnUrl, OriginClass::Local}) {
        if (nameOf(origin) == name)
            return origin;
    }
    return std::nullopt;
}

OriginClass originOf(const QUrl &baseUrl, const Service *service)
{
    if (isLoopback(baseUrl) || (service && service->local))
        return OriginClass::Local;
    const auto origin = [](const QUrl &url) {
        const int port = url.port(url.scheme() == "https"_L1 ? 443 : 80);
        return url.scheme() + "://"_L1 + url.host() + u':' + QString::number(port);
    };
    const bool own = !service || service->baseUrl.isEmpty();
    return !own && origin(baseUrl) == origin(service->baseUrl) ? OriginClass::Official
                                                               : OriginClass::OwnUrl;
}

} // namespace keyway
