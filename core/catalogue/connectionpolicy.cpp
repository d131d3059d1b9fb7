#include "core/catalogue/connectionpolicy.h"

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

Error refused(const QString &reason, const QString &detail)
{
    return Error(Error::Kind::Rejected, detail).withReason(reason);
}

/// The names that other programs have for what Keyway does; `h`: the proxy looks the host up, which
/// it does in any case.
QString usualScheme(const QString &scheme)
{
    return scheme == "socks"_L1 || scheme == "socks5h"_L1 ? u"socks5"_s : scheme;
}

Result<QUrl> checkedProxy(const QString &text)
{
    constexpr qsizetype longest = 500;
    QUrl url(text, QUrl::StrictMode);
    if (text.size() > longest || !url.isValid())
        return refused(u"bad-proxy"_s, u"not an address"_s); // QUrl's own words repeat it
    if (url.authority().contains(u'@'))
        return refused(u"proxy-with-credentials"_s, u"it carries a user name or password"_s);
    url.setScheme(usualScheme(url.scheme()));
    if (url.scheme() != "http"_L1 && url.scheme() != "socks5"_L1)
        return refused(u"bad-proxy"_s, u"the scheme is neither http nor socks5"_s);
    if (url.host().isEmpty() || url.port() <= 0)
        return refused(u"bad-proxy"_s, u"no usable host or port"_s);
    const QString path = url.path();
    if ((!path.isEmpty() && path != "/"_L1) || url.hasQuery() || url.hasFragment())
        return refused(u"bad-proxy"_s, u"more than a host and a port"_s);
    url.setPath({});
    return url;
}

} // namespace

Result<Done> ConnectionPolicy::setProxy(const QString &text)
{
    const QString wanted = text.trimmed();
    if (wanted == "none"_L1 || wanted == "system"_L1) {
        way = wanted == "none"_L1 ? Way::Direct : Way::System;
        proxy.clear();
        return Done{};
    }
    const Result<QUrl> checked = checkedProxy(wanted);
    if (!checked)
        return checked.error();
    way = Way::Proxy;
    proxy = *checked;
    return Done{};
}

QString ConnectionPolicy::proxyText() const
{
    switch (way) {
    case Way::Direct:
        return u"none"_s;
    case Way::System:
        return u"system"_s;
    case Way::Proxy:
        break;
    }
    return proxy.toString(QUrl::FullyEncoded);
}

} // namespace keyway
