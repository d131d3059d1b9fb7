#include "core/wire/originclass.h"

#include "core/base/loopback.h"
#include "core/base/names.h"
#include "core/catalogue/service.h"

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

constexpr Names<OriginClass, 4> names{{
    {OriginClass::Official, "official"_L1},
    {OriginClass::OwnUrl, "own-url"_L1},
    {OriginClass::Local, "local"_L1},
    {OriginClass::FreeTier, "free-tier"_L1},
}};

} // namespace

QString nameOf(OriginClass origin)
{
    return nameIn(names, origin);
}

std::optional<OriginClass> originClassFromName(QStringView name)
{
    return valueIn(names, name);
}

OriginClass originOf(const QUrl &baseUrl, const Service *service)
{
    const auto origin = [](const QUrl &url) {
        const int port = url.port(url.scheme() == "https"_L1 ? 443 : 80);
        return url.scheme() + "://"_L1 + url.host() + u':' + QString::number(port);
    };
    const bool hasHome = service && !service->baseUrl.isEmpty();
    if ((service && service->local) || (!hasHome && isLoopbackHost(baseUrl.host())))
        return OriginClass::Local;
    return hasHome && origin(baseUrl) == origin(service->baseUrl) ? OriginClass::Official
                                                                  : OriginClass::OwnUrl;
}

} // namespace keyway
