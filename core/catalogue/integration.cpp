#include "core/catalogue/integration.h"

#include <QtCore/QRegularExpression>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

Error refused(QLatin1StringView reason, const QString &detail)
{
    return Error(Error::Kind::Rejected, detail).withReason(reason);
}

bool isLoopback(const QString &host)
{
    // QUrl has already turned every way of writing an IPv4 address into four decimal numbers.
    static const QRegularExpression ipv4(u"^127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}$"_s);
    return host == "localhost"_L1 || host == "::1"_L1 || ipv4.match(host).hasMatch();
}

} // namespace

QString nameOf(KeySource source)
{
    switch (source) {
    case KeySource::None:
        return u"none"_s;
    case KeySource::Keychain:
        return u"keychain"_s;
    case KeySource::Vault:
        return u"vault"_s;
    case KeySource::Environment:
        return u"environment"_s;
    }
    return {};
}

std::optional<KeySource> keySourceFromName(QStringView name)
{
    for (const KeySource source :
         {KeySource::None, KeySource::Keychain, KeySource::Vault, KeySource::Environment}) {
        if (nameOf(source) == name)
            return source;
    }
    return std::nullopt;
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
    if (scheme == "http"_L1 && !isLoopback(url.host()))
        return refused("insecure-url"_L1, u"http reaches further than this computer"_s);
    QString path = url.adjusted(QUrl::NormalizePathSegments).path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path, QUrl::StrictMode);
    return url;
}

} // namespace keyway
