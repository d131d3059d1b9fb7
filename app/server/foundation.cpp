#include "app/server/foundation.h"

#include "core/server/databasekeys.h"
#include "core/server/keyfile.h"
#include "core/server/schema.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

#include <cstdio>
#include <utility>

namespace keyway::app {

using namespace Qt::StringLiterals;

namespace {

void write(std::FILE *where, const QString &text)
{
    const QByteArray line = text.toLocal8Bit() + '\n';
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), where);
    std::fflush(where);
}

} // namespace

Result<Done> prepareDataDir(const ServerOptions &options)
{
    if (!QDir().mkpath(options.dataDir))
        return Error(Error::Kind::Storage, options.dataDir).withReason(u"cannot-open"_s);
    QFile::setPermissions(options.dataDir, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return Done();
}

Result<server::DatabaseAddress> databaseOf(const ServerOptions &options)
{
    if (options.databaseUrl.isEmpty())
        return server::DatabaseAddress::sqlite(options.dataDir);
    return server::DatabaseAddress::parse(options.databaseUrl);
}

Result<std::shared_ptr<const server::Sealer>> sealerOf(const ServerOptions &options)
{
    const QString credential = qEnvironmentVariable("CREDENTIALS_DIRECTORY") + "/master.key"_L1;
    QString file = options.masterKeyFile;
    if (file.isEmpty())
        file = QFile::exists(credential) ? credential : options.dataDir + "/master.key"_L1;
    const Result<Secret> key = server::readKeyFile(file, true);
    if (!key)
        return key.error();
    return std::shared_ptr<const server::Sealer>(std::make_shared<server::Sealer>(*key));
}

Result<OpenedStore> openStore(const ServerOptions &options)
{
    if (auto prepared = prepareDataDir(options); !prepared)
        return prepared.error();
    const Result<server::DatabaseAddress> address = databaseOf(options);
    if (!address)
        return address.error();
    auto sealer = sealerOf(options);
    if (!sealer)
        return sealer.error();
    auto sql = server::SqlConnection::open(*address);
    if (!sql)
        return sql.error();
    OpenedStore store{std::move(*sql), std::move(*sealer)};
    if (auto migrated = server::migrate(*store.sql); !migrated)
        return migrated.error();
    if (auto right = server::checkMasterKey(*store.sql, *store.sealer); !right)
        return right.error();
    return store;
}

void print(const QString &text)
{
    write(stdout, text);
}

void tell(const QString &text)
{
    write(stderr, text);
}

} // namespace keyway::app
