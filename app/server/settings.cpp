#include "app/server/settings.h"

#include "app/server/foundation.h"
#include "core/server/keyfile.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>

#include <utility>

namespace keyway::app {

using namespace Qt::StringLiterals;

namespace {

Result<PlanOffer> planOfferFrom(const QString &path)
{
    if (path.isEmpty())
        return PlanOffer();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error(Error::Kind::Storage, path + u": "_s + file.errorString());
    return PlanOffer::fromJson(QJsonDocument::fromJson(file.readAll()).object());
}

} // namespace

Result<server::BackendSettings> settingsFrom(const ServerOptions &options)
{
    if (auto prepared = prepareDataDir(options); !prepared)
        return prepared.error();
    server::BackendSettings settings;
    Result<server::DatabaseAddress> address = databaseOf(options);
    if (!address)
        return address.error();
    settings.database = std::move(address).value();
    auto sealer = sealerOf(options);
    if (!sealer)
        return sealer.error();
    settings.sealer = *sealer;
    settings.behindProxy = options.behindProxy;
    settings.workers = options.workers;
    const Result<PlanOffer> offer = planOfferFrom(options.feePolicyFile);
    if (!offer)
        return offer.error();
    settings.billing.offer = *offer;
    settings.billing.prefix = options.invoicePrefix;
    settings.billing.graceDays = options.graceDays;
    settings.billing.taxBasisPoints = options.taxBasisPoints;

    const bool named = !options.signingKeyFile.isEmpty();
    const Result<Secret> seed = server::readKeyFile(
        named ? options.signingKeyFile : options.dataDir + "/signing-key"_L1, !named);
    if (!seed)
        return seed.error();
    settings.signingKey = std::make_shared<const SigningKey>(*SigningKey::fromSeed(*seed));
    return settings;
}

} // namespace keyway::app
