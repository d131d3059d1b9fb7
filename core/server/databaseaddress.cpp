#include "core/server/databaseaddress.h"

#include <QtCore/QUrl>
#include <QtCore/QUrlQuery>

namespace keyway::server {

using namespace Qt::StringLiterals;

DatabaseAddress DatabaseAddress::sqlite(const QString &dataDir)
{
    DatabaseAddress address;
    address.file = dataDir + "/server.sqlite"_L1;
    return address;
}

Result<DatabaseAddress> DatabaseAddress::parse(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool known = url.scheme() == "postgresql"_L1 || url.scheme() == "postgres"_L1;
    if (!url.isValid() || !known || url.path().size() < 2)
        return Error(Error::Kind::Rejected, u"expected postgresql://user@host:port/name"_s)
            .withReason(u"bad-database-url"_s);
    DatabaseAddress address;
    address.engine = Engine::Postgres;
    address.host = url.host();
    address.port = url.port(5432);
    address.name = url.path().mid(1);
    address.user = url.userName(QUrl::FullyDecoded);
    address.password = url.password(QUrl::FullyDecoded);
    QStringList options;
    const auto items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto &[key, value] : items) {
        if (key == "host"_L1)
            address.host = value;
        else if (!value.contains(u';'))
            options.append(key + u'=' + value);
    }
    address.options = options.join(u';');
    return address;
}

} // namespace keyway::server
