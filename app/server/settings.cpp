#include "app/server/settings.h"

#include "app/server/foundation.h"
#include "core/server/keyfile.h"
#include "core/server/stripecheckout.h"

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

Result<server::StripeSettings> stripeFrom(const ServerOptions &options)
{
    Result<Secret> key = server::readSecretFile(options.stripeKeyFile);
    if (!key)
        return key.error();
    Result<Secret> notice = server::readSecretFile(options.stripeNoticeFile);
    if (!notice)
        return notice.error();
    server::StripeSettings settings;
    settings.key = std::move(*key);
    settings.noticeSecret = std::move(*notice);
    settings.returnTo = options.paymentReturn;
    return settings;
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
    if (!options.stripeKeyFile.isEmpty()) {
        Result<server::StripeSettings> read = stripeFrom(options);
        if (!read)
            return read.error();
        settings.makePayments
            = [stripe = std::make_shared<server::StripeSettings>(std::move(*read))] {
                  return std::make_unique<server::StripeCheckout>(std::move(*stripe));
              };
    }
    return settings;
}

} // namespace keyway::app
