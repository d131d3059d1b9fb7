#include "app/server/composition.h"

#include "core/http/tls.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>

#include <utility>

namespace keyway::app {

using namespace Qt::StringLiterals;

namespace {

Result<FeePolicy> feePolicyFrom(const QString &path)
{
    if (path.isEmpty())
        return FeePolicy();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error(Error::Kind::Storage, path + u": "_s + file.errorString());
    return FeePolicy::fromJson(QJsonDocument::fromJson(file.readAll()).object());
}

std::unique_ptr<server::Mailer> mailerFor(const ServerOptions &options)
{
    if (options.printMail)
        return std::make_unique<server::PrintingMailer>();
    if (!options.mailCommand.isEmpty())
        return std::make_unique<server::CommandMailer>(options.mailCommand);
    return std::make_unique<server::FolderMailer>(options.dataDir + "/mail"_L1);
}

} // namespace

Result<std::unique_ptr<ServerComposition>> ServerComposition::make(const ServerOptions &options)
{
    std::unique_ptr<ServerComposition> parts(new ServerComposition);
    if (!QDir().mkpath(options.dataDir))
        return Error(Error::Kind::Storage, options.dataDir);
    QFile::setPermissions(options.dataDir, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);

    server::BackendSettings settings;
    settings.database = server::DatabaseAddress::sqlite(options.dataDir);
    if (!options.databaseUrl.isEmpty()) {
        Result<server::DatabaseAddress> address
            = server::DatabaseAddress::parse(options.databaseUrl);
        if (!address)
            return address.error();
        settings.database = std::move(address).value();
    }
    settings.behindProxy = options.behindProxy;
    settings.workers = options.workers;
    Result<FeePolicy> policy = feePolicyFrom(options.feePolicyFile);
    if (!policy)
        return policy.error();
    settings.policy = *policy;

    std::optional<QSslConfiguration> tls;
    if (!options.certificateFile.isEmpty()) {
        const Result<QSslConfiguration> read
            = http::tlsFrom(options.certificateFile, options.keyFile);
        if (!read)
            return read.error();
        tls = *read;
    }
    Result<Catalogue> catalogue = Catalogue::load(u":/catalogue"_s);
    if (!catalogue)
        return catalogue.error();
    parts->m_catalogue = std::move(catalogue).value();
    parts->m_mailer = mailerFor(options);
    parts->m_backend = std::make_unique<server::Backend>(settings, parts->m_clock,
                                                         parts->m_catalogue, *parts->m_mailer);
    if (auto started = parts->m_backend->start(options.address, options.port, tls); !started)
        return started.error();
    return parts;
}

} // namespace keyway::app
