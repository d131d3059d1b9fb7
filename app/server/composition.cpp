#include "app/server/composition.h"

#include "app/server/settings.h"
#include "core/http/tls.h"

#include <utility>

namespace keyway::app {

using namespace Qt::StringLiterals;

namespace {

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
    const Result<server::BackendSettings> settings = settingsFrom(options);
    if (!settings)
        return settings.error();

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
    parts->m_backend = std::make_unique<server::Backend>(*settings, parts->m_clock,
                                                         parts->m_catalogue, *parts->m_mailer);
    if (auto started = parts->m_backend->start(options.address, options.port, tls); !started)
        return started.error();
    if (options.admin) {
        const auto started
            = parts->m_backend->startAdmin(options.admin->address, options.admin->port, tls);
        if (!started)
            return started.error();
    }
    return parts;
}

} // namespace keyway::app
