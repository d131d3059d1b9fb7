#include "core/catalogue/integration.h"

#include "core/base/loopback.h"
#include "core/base/names.h"

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

Error refused(QLatin1StringView reason, const QString &detail)
{
    return Error(Error::Kind::Rejected, detail).withReason(reason);
}

constexpr Names<KeySource, 4> keySourceNames{{
    {KeySource::None, "none"_L1},
    {KeySource::Keychain, "keychain"_L1},
    {KeySource::Vault, "vault"_L1},
    {KeySource::Environment, "environment"_L1},
}};
constexpr Names<LimitAction, 4> limitActionNames{{
    {LimitAction::Stop, "stop"_L1},
    {LimitAction::WarnOnly, "warn"_L1},
    {LimitAction::FallBack, "fall-back"_L1},
    {LimitAction::Ask, "ask"_L1},
}};

} // namespace

QString nameOf(KeySource source)
{
    return nameIn(keySourceNames, source);
}

std::optional<KeySource> keySourceFromName(QStringView name)
{
    return valueIn(keySourceNames, name);
}

QString nameOf(LimitAction action)
{
    return nameIn(limitActionNames, action);
}

std::optional<LimitAction> limitActionFromName(QStringView name)
{
    return valueIn(limitActionNames, name);
}

Result<QUrl> checkedBaseUrl(const QString &text)
{
    constexpr qsizetype longest = 2000;
    const QString trimmed = text.trimmed();
    QUrl url(trimmed, QUrl::StrictMode);
    const QString scheme = url.scheme();
    if (trimmed.isEmpty() || trimmed.size() > longest || !url.isValid())
        return refused("bad-url"_L1, u"not an address"_s); // QUrl's own words repeat it
    if (url.authority().contains(u'@'))
        return refused("url-with-credentials"_L1, u"the address carries a user name or password"_s);
    if (scheme != "https"_L1 && scheme != "http"_L1)
        return refused("bad-url"_L1, u"the scheme is neither https nor http"_s);
    if (url.host().isEmpty() || url.port() == 0)
        return refused("bad-url"_L1, u"the address has no usable host or port"_s);
    if (url.hasQuery() || url.hasFragment())
        return refused("bad-url"_L1, u"the address has a query or a fragment"_s);
    if (scheme == "http"_L1 && !isLoopbackHost(url.host()))
        return refused("insecure-url"_L1, u"http reaches further than this computer"_s);
    QString path = url.adjusted(QUrl::NormalizePathSegments).path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path, QUrl::StrictMode);
    return url;
}

} // namespace keyway
